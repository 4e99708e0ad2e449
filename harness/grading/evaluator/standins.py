"""What stands in the test's process for the candidate's objects, classes and errors.

A stand-in forwards; it decides nothing of worth. Plain data never becomes one, so a comparison of
a plain value is made by Python itself on this side. A stand-in equals another only by being the
same object over there, or by the candidate's own ``__eq__`` between two of the candidate's own
objects; it never equals plain data.
"""

import builtins
import gc
import sys
import weakref
from collections.abc import Callable
from typing import Any, Protocol

from harness.grading.evaluator.stop import PackageFaultError
from harness.grading.evaluator.transcript import Transcript

_STANDARD_ERRORS = frozenset(
    """
    binascii configparser csv dataclasses decimal graphlib ipaddress json.decoder queue re
    statistics struct zoneinfo
    """.split()
)
"""Standard modules whose own errors a test may expect by class."""

_ANSWERED_BETWEEN_STANDINS_ONLY = frozenset(
    {"__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"}
)


class Line(Protocol):
    """What stand-ins need of the line to the worker."""

    transcript: Transcript

    def request(
        self,
        operation: str,
        target: Any,
        name: str | None,
        args: list[Any] | tuple[Any, ...] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> Any:
        """Have something done in the worker and return what came of it."""


class StandIn:
    """An object of the candidate's that is no plain data; subclasses add its special methods."""

    __slots__ = ("__weakref__", "_house", "_methods", "_number")

    _house: "_House"
    _number: int
    _methods: frozenset[str]

    def __init__(self, house: "_House", number: int, methods: frozenset[str]) -> None:
        for name, value in (("_house", house), ("_number", number), ("_methods", methods)):
            object.__setattr__(self, name, value)

    def __getattr__(self, name: str) -> Any:
        if name in self._methods:
            return Method(self, name)
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return _ask(self, "get", name)

    def __setattr__(self, name: str, value: Any) -> None:
        _ask(self, "set", name, [value])

    def __delattr__(self, name: str) -> None:
        _ask(self, "del", name)

    def __del__(self) -> None:
        self._house.released.add(self._number)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} object>"


class Method:
    """A method of a stand-in, not yet called."""

    __slots__ = ("_name", "_owner")

    def __init__(self, owner: StandIn, name: str) -> None:
        self._owner = owner
        self._name = name

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call it over there."""
        return _ask(self._owner, "call", self._name, args, kwargs)

    def fetched(self) -> Any:
        """The method as an object over there, to be handed back as an argument."""
        return _ask(self._owner, "get", self._name)

    def __repr__(self) -> str:
        return f"<method {self._name}>"


class _House:
    """The worker process in which stand-ins have their originals."""

    def __init__(self, link: Line) -> None:
        self.link = link
        self.gone = False
        self.released: set[int] = set()


def _ask(standin: StandIn, operation: str, name: str | None, *rest: Any) -> Any:
    house = standin._house
    if house.gone:
        raise PackageFaultError("a test uses an object of the submission from an earlier test")
    return house.link.request(operation, standin._number, name, *rest)


class Standins:
    """Makes stand-ins from what a worker refers to, and references from stand-ins."""

    def __init__(self, link: Line) -> None:
        self._link = link
        self._house = _House(link)
        self._alive: weakref.WeakValueDictionary[int, StandIn] = weakref.WeakValueDictionary()
        self._classes: dict[int, tuple[type[StandIn], frozenset[str]]] = {}
        self._portraits: dict[int, dict[str, Any]] = {}
        self._errors: dict[tuple[Any, ...], type[BaseException]] = {}
        self._callbacks: list[Callable[..., Any]] = []

    def forget_all(self) -> None:
        """A new worker knows none of the old one's numbers."""
        self._house.gone = True
        self._house = _House(self._link)
        self._alive.clear()
        self._classes.clear()
        self._portraits.clear()

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
        """
        if type(number) is not int or not 0 <= number < len(self._callbacks):
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
            if value not in self._callbacks:
                self._callbacks.append(value)
            return {"cb": self._callbacks.index(value)}
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
            return self._error_class(class_number)
        if tag not in ("h", "k"):
            raise ValueError(tag)
        held = self._alive.get(number)
        if held is not None:
            return held
        if tag == "k":
            kind, methods = _CLASS_STANDIN, _names(portrait["methods"])
        else:
            kind, methods = self._class(class_number, portrait)
            self._link.transcript.name_object(number, portrait["name"])
        standin = kind(self._house, number, methods)
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
                name: _SPECIAL[name] for name in portrait["special"] if name in _SPECIAL
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
        from harness.grading.worker import wire

        args = wire.decode(described["args"], self.resolve)
        if "builtin" in described:
            return _build(_builtin_error(described["builtin"]), args)
        number, portrait = described["class"]
        self._portrait(number, portrait)
        kind = self._error_class(number)
        error = _build(kind, args)
        if isinstance(described.get("text"), str) and kind.__module__ == "solution":
            error.__dict__["remote_text"] = described["text"]
            error.__dict__["remote_number"] = described["object"]
            error.__dict__["remote_link"] = self._link
        return error

    def _error_class(self, number: int) -> type[BaseException]:
        """The local class of the candidate's error; the same for every worker of a grading."""
        portrait = self._portraits[number]
        module, name = portrait.get("module"), portrait["name"]
        if module in _STANDARD_ERRORS:
            standard = getattr(sys.modules.get(module) or __import__(module), name, None)
            if isinstance(standard, type) and issubclass(standard, Exception):
                return standard
        bases = tuple(
            _builtin_error(base) if isinstance(base, str) else self._error_class(base[0])
            for base in portrait["bases"]
            if base != "object"
        )
        key = (module, name, bases)
        if key not in self._errors:
            members = {
                "__module__": "solution",
                "__str__": _remote_text,
                "__getattr__": _remote_attribute,
                "solution_name": name,
            }
            usable = tuple(base for base in bases if issubclass(base, BaseException))
            self._errors[key] = type(name, usable or (Exception,), members)
        return self._errors[key]


def _build(kind: type[BaseException], args: list[Any]) -> BaseException:
    try:
        return kind(*args)
    except TypeError:  # a built-in with a signature of its own, raised in an unusual way
        error = kind.__new__(kind)
        error.args = tuple(args)
        return error


def _builtin_error(name: Any) -> type[BaseException]:
    """The built-in, save those that would end our own process instead of a test."""
    kind = getattr(builtins, name, None) if isinstance(name, str) else None
    if not (isinstance(kind, type) and issubclass(kind, BaseException)):
        raise ValueError(name)
    return Interrupted if kind in (KeyboardInterrupt, GeneratorExit) else kind


class Interrupted(BaseException):
    """A ``KeyboardInterrupt`` that the candidate raised: the test's affair, not ours."""


def _remote_text(self: BaseException) -> str:
    text = self.__dict__.get("remote_text")
    return text if isinstance(text, str) else BaseException.__str__(self)


def _remote_attribute(self: BaseException, name: str) -> Any:
    number, link = self.__dict__.get("remote_number"), self.__dict__.get("remote_link")
    if link is None or type(number) is not int or name.startswith("__"):
        raise AttributeError(name)
    return link.request("get", number, name)


def _names(names: Any) -> frozenset[str]:
    return frozenset(name for name in names if isinstance(name, str))


# --- special methods ----------------------------------------------------------------------------


def _forwarding(name: str) -> Callable[..., Any]:
    def forward(self: StandIn, *args: Any) -> Any:
        return _ask(self, "special", name, args)

    return forward


def _comparing(name: str) -> Callable[..., Any]:
    def compare(self: StandIn, other: Any) -> Any:
        if self is other and name in ("__eq__", "__ne__"):
            return name == "__eq__"
        if not isinstance(other, StandIn):
            return NotImplemented  # what is no plain data never equals plain data
        return bool(_ask(self, "special", name, [other]))

    return compare


def _exit(self: StandIn, kind: Any, error: Any, _: Any) -> Any:
    told = [None, None] if kind is None else [kind.__name__, str(error)]
    return _ask(self, "special", "__exit__", told)


def _call(self: StandIn, *args: Any, **kwargs: Any) -> Any:
    return _ask(self, "call", None, args, kwargs)


def _special_methods() -> dict[str, Callable[..., Any]]:
    from harness.grading.worker.portrait import SPECIAL_METHODS

    methods = {
        name: _comparing(name) if name in _ANSWERED_BETWEEN_STANDINS_ONLY else _forwarding(name)
        for name in SPECIAL_METHODS
    }
    return {**methods, "__exit__": _exit, "__call__": _call}


_SPECIAL = _special_methods()
_CLASS_STANDIN = type(
    "class_",
    (StandIn,),
    {
        "__slots__": (),
        **{name: _SPECIAL[name] for name in ("__call__", "__iter__", "__len__", "__getitem__")},
        "__contains__": _SPECIAL["__contains__"],
        "__instancecheck__": lambda self, value: bool(_ask(self, "isinstance", None, [value])),
    },
)
