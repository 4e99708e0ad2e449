"""What a module holds between calls, and whether a call has changed it."""

import re
import types
from collections import namedtuple
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from operator import attrgetter
from typing import Any

_Pair = namedtuple("_Pair", "left right")
_UNCHANGING = (
    *(type(None), bool, int, float, str, bytes, range, re.Pattern, types.ModuleType),
    *(types.BuiltinFunctionType, types.MemberDescriptorType, types.GetSetDescriptorType),
    *(types.GenericAlias, types.UnionType, type(_Pair.left)),
)
"""Kinds of value that no call can change."""
_LIBRARIES = frozenset(
    """
    dataclasses typing pytest _pytest hypothesis _frozen_importlib _frozen_importlib_external
    """.split()
)
"""What objects of theirs hold, no program and no test changes."""
_FOREIGN_KINDS = (type, types.FunctionType, type(lru_cache(len)))
_DEFAULTS, _KEYWORD_DEFAULTS = attrgetter("__defaults__"), attrgetter("__kwdefaults__")
_CONTENTS = attrgetter("cell_contents")


class _UnknownKindError(Exception):
    """A value of which nobody knows here what a call may change in it."""


class Holdings:
    """All that a module holds, noted so that a change is seen at a glance.

    Only what a call could change is looked at again, and by identity.
    """

    def __init__(self, program: types.ModuleType, *, apart_from: Collection[str] = ()) -> None:
        """Note what is there.

        Args:
            program: the module.
            apart_from: names in it that may come to mean something else.

        Raises:
            _UnknownKindError: it holds something of which nobody knows what may change in it.
        """
        self._program = program.__name__
        self._seen: dict[int, Any] = {}
        self._own, self._apart = vars(program), frozenset(apart_from)
        self._mappings: list[Mapping[Any, Any]] = []
        self._lists: list[list[Any]] = []
        self._sets: list[set[Any]] = []
        self._functions: list[types.FunctionType] = []
        self._cells: list[types.CellType] = []
        for name, value in self._named():
            if name != "__builtins__":
                self._note(value)
        self._as_noted = self._look()

    def unchanged(self) -> bool:
        """Whether everything is as it was."""
        try:
            return self._look() == self._as_noted
        except ValueError:  # a cell was emptied
            return False

    def _named(self) -> list[tuple[str, Any]]:
        return [each for each in self._own.items() if each[0] not in self._apart]

    def _look(self) -> list[list[Any]]:
        return [
            [(name, id(value)) for name, value in self._named()],
            *(list(map(id, each)) for each in self._mappings),
            *(list(map(id, each.values())) for each in self._mappings),
            *(list(map(id, each)) for each in self._lists),
            *(sorted(map(id, each)) for each in self._sets),
            list(map(id, map(_DEFAULTS, self._functions))),
            list(map(id, map(_KEYWORD_DEFAULTS, self._functions))),
            list(map(id, map(_CONTENTS, self._cells))),
        ]

    def _note(self, value: Any) -> None:
        if isinstance(value, _UNCHANGING) or id(value) in self._seen or self._is_foreign(value):
            return
        self._seen[id(value)] = value
        held: Iterable[Any]
        if isinstance(value, dict | type):
            inside = value if isinstance(value, dict) else vars(value)
            self._mappings.append(inside)
            held = list(inside.values())
        elif isinstance(value, types.FunctionType):
            self._functions.append(value)
            held = [value.__defaults__, value.__kwdefaults__, vars(value), *self._around(value)]
        elif isinstance(value, staticmethod | classmethod):
            held = (value.__func__,)
        elif isinstance(value, property):
            held = (value.fget, value.fset)
        else:
            held = self._elements(value)
        for each in held:
            self._note(each)

    def _elements(self, value: Any) -> Iterable[Any]:
        if isinstance(value, list):
            self._lists.append(value)
        elif isinstance(value, set):
            self._sets.append(value)
        elif not isinstance(value, tuple | frozenset):
            raise _UnknownKindError
        return list(value)

    def _around(self, function: types.FunctionType) -> list[Any]:
        """What a function keeps from where it was made."""
        cells = function.__closure__ or ()
        self._cells += cells
        try:
            return [cell.cell_contents for cell in cells]
        except ValueError:
            raise _UnknownKindError from None

    def _is_foreign(self, value: Any) -> bool:
        """Whether it is of a module that no program changes."""
        if type(value).__module__.partition(".")[0] in _LIBRARIES:
            return True  # what a decorator or an annotation leaves behind
        return isinstance(value, _FOREIGN_KINDS) and value.__module__ != self._program


def holdings_of(program: types.ModuleType, *, apart_from: Collection[str] = ()) -> Holdings | None:
    """What the program holds; None where more could change than can be seen."""
    try:
        return Holdings(program, apart_from=apart_from)
    except (_UnknownKindError, RecursionError):
        return None
