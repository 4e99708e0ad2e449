"""What a test holds of a submission: its objects, classes and errors, and how each is referred to.

Plain data never becomes a stand-in, so a comparison of a plain value is made by Python itself on
this side.
"""

import gc
import weakref
from collections.abc import Callable
from itertools import count
from typing import Any

from harness.grading.evaluator.conversation.callbacks import Callbacks
from harness.grading.evaluator.conversation.forwarding import (
    CLASS_STANDIN,
    SPECIAL,
    House,
    Line,
    Method,
    StandIn,
)
from harness.grading.evaluator.conversation.remote_errors import RemoteErrors
from harness.grading.evaluator.workers.stop import PackageFaultError
from harness.grading.worker import wire


class Standins:
    """Makes stand-ins from what a worker refers to, and references from stand-ins."""

    def __init__(self, link: Line) -> None:
        self._link = link
        self._house = House(link)
        self._alive: weakref.WeakValueDictionary[int, StandIn] = weakref.WeakValueDictionary()
        self._classes: dict[int, tuple[type[StandIn], frozenset[str]]] = {}
        self._portraits: dict[int, dict[str, Any]] = {}
        self._errors = RemoteErrors(link, self._portraits)
        self._callback_numbers = count()
        self._callbacks = Callbacks(self._callback_numbers)

    def forget_all(self) -> None:
        """A new worker knows none of the old one's numbers."""
        self._house.gone = True
        self._house = House(self._link)
        self._alive.clear()
        self._classes.clear()
        self._portraits.clear()
        self._callbacks = Callbacks(self._callback_numbers)

    def end_test(self) -> None:
        """Keep the ended test's functions only if an object is kept that may call them."""
        if not self._callbacks:
            return
        kept = weakref.ref(self._callbacks)
        self._callbacks = Callbacks(self._callback_numbers)
        if self.any_alive():
            self._callbacks = kept() or self._callbacks

    def any_alive(self) -> bool:
        """Whether a test or fixture still holds an object of the current worker."""
        if self._alive:
            gc.collect()  # a failed test's frames are no holders
        return bool(self._alive)

    def released(self) -> list[int]:
        """Numbers of objects that nobody holds here any more; told once."""
        released = self._house.released
        if not released:
            return []
        numbers = list(released)
        released.clear()
        return numbers

    def callback(self, number: int) -> Callable[..., Any]:
        """Return the test's function that was handed out under this number.

        Raises:
            ValueError: none was.
            KeyError: it is no longer known.
        """
        if type(number) is not int:
            raise ValueError(number)
        return self._callbacks[number]

    # --- from values to references ----------------------------------------------------------

    def refer(self, value: Any) -> dict[str, Any]:
        """Refer to an argument that is no plain data.

        Raises:
            PackageFaultError: nothing of the kind can be handed to a submission.
        """
        if isinstance(value, Method):
            value = value.fetched()
        if isinstance(value, StandIn):
            if value._house is not self._house:
                raise PackageFaultError("a test hands over an object from an earlier test")
            return {"h": value._number}
        name = getattr(type(value), "solution_name", None) or getattr(value, "solution_name", None)
        if isinstance(name, str):
            return {"n": name}
        if callable(value):
            return {"cb": self._callbacks.number_of(value)}
        raise PackageFaultError(
            f"a test hands {type(value).__name__} to the submission; "
            "only plain data, functions and its own objects can cross"
        )

    # --- from references to stand-ins -------------------------------------------------------

    def resolve(self, tag: str, content: Any) -> Any:
        """Read a reference; raises ValueError, KeyError or TypeError when it is malformed."""
        number, (class_number, portrait) = content
        if type(number) is not int or type(class_number) is not int:
            raise ValueError(tag)
        portrait = self._portrait(class_number, portrait)
        if tag == "k" and "bases" in portrait:
            return self._errors.class_of(class_number)
        if tag not in ("h", "k"):
            raise ValueError(tag)
        held = self._alive.get(number)
        if held is not None:
            return held
        if tag == "k":
            kind, methods = CLASS_STANDIN, _names(portrait["methods"])
        else:
            kind, methods = self._class(class_number, portrait)
            self._link.transcript.name_object(number, portrait["name"])
        standin = kind(self._house, number, methods, self._callbacks)
        self._alive[number] = standin
        self._house.released.discard(number)  # given up here and handed over again meanwhile
        return standin

    def _portrait(self, number: int, portrait: Any) -> dict[str, Any]:
        if portrait is None:
            return self._portraits[number]
        if not isinstance(portrait, dict) or not isinstance(portrait["name"], str):
            raise ValueError("portrait")
        self._portraits[number] = portrait
        for base in portrait.get("bases", []):
            if not isinstance(base, str):
                self._portrait(*base)
        return portrait

    def _class(self, number: int, portrait: dict[str, Any]) -> tuple[type[StandIn], frozenset[str]]:
        if number not in self._classes:
            members: dict[str, Any] = {
                name: SPECIAL[name] for name in portrait["special"] if name in SPECIAL
            }
            if "__eq__" in members:
                members.setdefault("__hash__", None)
            if not portrait["hashable"]:
                members["__hash__"] = None
            members["__slots__"] = ()
            kind = type(portrait["name"], (StandIn,), members)
            self._classes[number] = kind, _names(portrait["methods"])
        return self._classes[number]

    # --- errors -----------------------------------------------------------------------------

    def error(self, described: dict[str, Any]) -> BaseException:
        """Rebuild an exception as the test would have met it in its own process."""
        args = wire.decode(described["args"], self.resolve)
        if "builtin" in described:
            return self._errors.builtin(described["builtin"], args)
        number, portrait = described["class"]
        self._portrait(number, portrait)
        return self._errors.own(number, described, args)


def _names(names: Any) -> frozenset[str]:
    return frozenset(name for name in names if isinstance(name, str))
