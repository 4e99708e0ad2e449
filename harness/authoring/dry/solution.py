"""The module named ``solution`` of a dry run: the author's program in this very process.

Calls and answers are copied on their way, as they are on the wire, so that a test sees no more than
it does when a candidate is graded.
"""

import marshal
import re
import sys
import types
from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

MODULE = "solution"
_PROGRAM = "solution_program"
_Pair = namedtuple("_Pair", "left right")
_UNCHANGING = (
    *(type(None), bool, int, float, str, bytes, range, re.Pattern, types.ModuleType),
    *(types.BuiltinFunctionType, types.MemberDescriptorType, types.GetSetDescriptorType),
    *(types.GenericAlias, types.UnionType, type(_Pair.left)),
)
"""Kinds of value that no call can change."""
_PLAIN = (type(None), bool, int, float, str, bytes)


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
        self.__dict__["_fresh"] = None

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
        was = self.__dict__["_fresh"]
        if was is not None and was == (code, _traces(self.__dict__["_program"])):
            return
        program = sys.modules[_PROGRAM] = types.ModuleType(_PROGRAM)
        exec(code, program.__dict__)  # noqa: S102 - the author's own
        self.__dict__["_program"] = program
        traces = _traces(program)
        self.__dict__["_fresh"] = None if traces is None else (code, traces)
        for names, key, name in self.__dict__["_places"]:
            names[key] = self.value(name)


class _Object:
    """An object of the program's; only what it does when called by name can be seen."""

    def __init__(self, original: Any) -> None:
        self.__dict__["_original"] = original

    def __getattr__(self, name: str) -> Any:
        return _across(getattr(self.__dict__["_original"], name))

    def _unseen(self, *_: object) -> Any:
        raise TypeError("a dry run cannot show this; the grader can")

    __setattr__ = __delattr__ = _unseen
    __eq__ = __bool__ = __hash__ = _unseen


class _UnknownKindError(Exception):
    """A value of which nobody knows here what a call may change in it."""


def _traces(program: types.ModuleType) -> list[Any] | None:
    """All that the program holds, to be compared by identity; None where more could change."""
    try:
        return list(_contents(dict(vars(program), __builtins__=None)))
    except (_UnknownKindError, RecursionError):
        return None


def _contents(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield len(value)
        for key, held in value.items():
            yield _Same(key)
            yield from _contents(held)
    elif isinstance(value, list | tuple | set | frozenset):
        yield len(value)
        for held in value:
            yield from _contents(held)
    elif isinstance(value, _UNCHANGING) or _is_foreign(value):
        yield _Same(value)
    elif isinstance(value, type):
        yield from _contents(dict(vars(value)))
    elif isinstance(value, types.FunctionType):
        yield _Same(value)
        yield from _contents([value.__defaults__, value.__kwdefaults__, vars(value)])
    elif isinstance(value, staticmethod | classmethod):
        yield from _contents(value.__func__)
    elif isinstance(value, property):
        yield from _contents([value.fget, value.fset])
    else:
        raise _UnknownKindError


def _is_foreign(value: Any) -> bool:
    """Whether it is a class or function of a module that no program changes."""
    if type(value).__module__ == "dataclasses":
        return True  # what its decorator leaves in a class
    kinds = (type, types.FunctionType, type(lru_cache(len)))
    return isinstance(value, kinds) and value.__module__ != _PROGRAM


class _Same:
    """Equal to what holds the very same object."""

    def __init__(self, value: Any) -> None:
        self._value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self._value is other._value

    __hash__ = None  # type: ignore[assignment]


def _across(value: Any) -> Any:
    if isinstance(value, type):
        return value if issubclass(value, BaseException) else _calling(value, _Object)
    return _calling(value, _copied) if callable(value) else _copied(value)


def _calling(function: Callable[..., Any], wrap: Callable[[Any], Any]) -> Callable[..., Any]:
    def call(*args: Any, **kwargs: Any) -> Any:
        positional = [_copied(each) for each in args]
        return wrap(function(*positional, **{key: _copied(kwargs[key]) for key in kwargs}))

    return call


def _copied(value: Any) -> Any:
    if type(value) in _PLAIN:
        return value
    try:
        return marshal.loads(marshal.dumps(value))  # noqa: S302 - our own bytes
    except ValueError:  # no plain data
        return value
