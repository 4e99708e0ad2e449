"""A stand-in: what a test holds of an object of the candidate's, and how it forwards.

A stand-in decides nothing of worth. It equals another only by being the same object over there, or
by the candidate's own ``__eq__`` between two of the candidate's own objects; it never equals plain
data.
"""

from collections.abc import Callable
from typing import Any, Protocol

from harness.grading.evaluator.conversation.callbacks import Callbacks
from harness.grading.evaluator.conversation.transcript import Transcript
from harness.grading.evaluator.workers.stop import PackageFaultError
from harness.grading.worker.portrait import SPECIAL_METHODS

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

    __slots__ = ("__weakref__", "_callbacks", "_house", "_methods", "_number")

    _house: "House"
    _number: int
    _methods: frozenset[str]
    _callbacks: Callbacks
    """Held, not used: as long as the object may call the test's functions they must be there."""

    def __init__(
        self, house: "House", number: int, methods: frozenset[str], callbacks: Callbacks
    ) -> None:
        object.__setattr__(self, "_house", house)
        object.__setattr__(self, "_number", number)
        object.__setattr__(self, "_methods", methods)
        object.__setattr__(self, "_callbacks", callbacks)

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


class House:
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
    methods = {
        name: _comparing(name) if name in _ANSWERED_BETWEEN_STANDINS_ONLY else _forwarding(name)
        for name in SPECIAL_METHODS
    }
    return {**methods, "__exit__": _exit, "__call__": _call}


SPECIAL = _special_methods()
"""What a stand-in has of its own, by name, where the candidate's class has it."""
CLASS_STANDIN = type(
    "class_",
    (StandIn,),
    {
        "__slots__": (),
        **{name: SPECIAL[name] for name in ("__call__", "__iter__", "__len__", "__getitem__")},
        "__contains__": SPECIAL["__contains__"],
        "__instancecheck__": lambda self, value: bool(_ask(self, "isinstance", None, [value])),
    },
)
