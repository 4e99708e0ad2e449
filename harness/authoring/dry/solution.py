"""The module named ``solution`` of a dry run: the author's program in this very process.

Calls and answers are copied on their way, as they are on the wire, so that a test sees no more than
it does when a candidate is graded.
"""

import marshal
import sys
import types
from collections.abc import Callable, Iterable
from typing import Any

from harness.authoring.dry.holdings import holdings_of
from harness.grading.worker.portrait import SPECIAL_METHODS

MODULE = "solution"
_PROGRAM = "solution_program"
_PLAIN = (type(None), bool, int, float, str, bytes)

strange_answers: list[str] = []
"""The types of what a program has answered that is no plain data, and of what a test took for more
than something to call: what they are once they have crossed the wire, only the grader can say."""


class Placeholder:
    """A name that a test module imports while no program is there yet."""

    def __init__(self, module: "DryModule", name: str) -> None:
        self.module = module
        self.name = name

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call what the program defines by this name."""
        return self.module.value(self.name)(*args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.module.value(self.name), name)


class DryModule(types.ModuleType):
    """``import solution`` in a test gets this."""

    def __init__(self) -> None:
        super().__init__(MODULE)
        self.__dict__["_program"] = None
        self.__dict__["_places"] = []
        self.__dict__["_fresh"] = (None, None)
        self.__dict__["_strange_names"] = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Placeholder(self, name) if self.__dict__["_program"] is None else self.value(name)

    def value(self, name: str) -> Any:
        """What the program defines by this name, as a test may use it."""
        return _across(getattr(self.__dict__["_program"], name))

    def find_places(self, test_modules: Iterable[types.ModuleType]) -> None:
        """Remember where tests keep what they imported, once all are collected."""
        self.__dict__["_places"] = [
            (vars(module), key, value.name)
            for module in test_modules
            for key, value in vars(module).items()
            if isinstance(value, Placeholder)
        ]

    def execute(self, code: types.CodeType) -> None:
        """Run the program afresh, and hand what it defines to the tests that import it.

        One that plainly holds nothing that the last test could have changed stays as it is.

        Raises:
            BaseException: whatever the program raises; AttributeError, where it lacks a name.
        """
        was, held = self.__dict__["_fresh"]
        if was is code and held is not None and held.unchanged():
            strange_answers.extend(self.__dict__["_strange_names"])
            return
        program = sys.modules[_PROGRAM] = types.ModuleType(_PROGRAM)
        exec(code, program.__dict__)  # noqa: S102 - the author's own
        self.__dict__["_program"] = program
        self.__dict__["_fresh"] = (code, holdings_of(program))
        for names, key, name in self.__dict__["_places"]:
            names[key] = self.value(name)
        self.__dict__["_strange_names"] = list(strange_answers)

    def programs(self) -> list[types.ModuleType]:
        """The program as it was last executed; none before that."""
        program = self.__dict__["_program"]
        return [] if program is None else [program]

    def names_in(self, module: types.ModuleType) -> set[str]:
        """The names under which a test module has what it imported of the program."""
        return {key for names, key, _ in self.__dict__["_places"] if names is vars(module)}


class _Object:
    """An object of the program's; only what it does when called by name can be seen."""

    def __init__(self, original: Any) -> None:
        self.__dict__["_original"] = original

    def __getattr__(self, name: str) -> Any:
        return _across(getattr(self.__dict__["_original"], name))

    def _unseen(self, *_: object) -> Any:
        strange_answers.append(type(self._original).__name__)
        raise TypeError("a dry run cannot show this; the grader can")

    __setattr__ = __delattr__ = _unseen


# All but its text, which pytest asks for to tell of a failure that nobody will read.
for _name in SPECIAL_METHODS.keys() - {"__repr__"}:
    setattr(_Object, _name, _Object._unseen)


def _across(value: Any) -> Any:
    if isinstance(value, type):
        return value if issubclass(value, BaseException) else _calling(value, _Object)
    return _calling(value, _answered) if callable(value) else _answered(value)


def _calling(function: Callable[..., Any], wrap: Callable[[Any], Any]) -> Callable[..., Any]:
    def call(*args: Any, **kwargs: Any) -> Any:
        positional = [_copied(each) for each in args]
        return wrap(function(*positional, **{key: _copied(kwargs[key]) for key in kwargs}))

    return call


def _answered(value: Any) -> Any:
    """A program's answer, copied."""
    try:
        return _plain_copy(value)
    except ValueError:
        strange_answers.append(type(value).__name__)
        return value


def _copied(value: Any) -> Any:
    """A test's argument, copied if it is plain data."""
    try:
        return _plain_copy(value)
    except ValueError:
        return value


def _plain_copy(value: Any) -> Any:
    """Copy plain data.

    Raises:
        ValueError: it is none.
    """
    return value if type(value) in _PLAIN else marshal.loads(marshal.dumps(value))  # noqa: S302 - our own bytes
