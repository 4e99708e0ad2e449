"""Whether what a submission can reach of the standard library is still as it was at first.

Syntax does not show what a name stands for: a class of the library under a second name can be
written to like one's own, and a decorator writes to whatever it is given. So everything that the
names a submission takes from the library lead to is remembered before its first execution, by
identity, and looked at again before every further one.
"""

import abc
import sys
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from types import (
    BuiltinFunctionType,
    FunctionType,
    MappingProxyType,
    MemberDescriptorType,
    ModuleType,
)
from typing import Any

_HEAP_TYPE, _IMMUTABLE_TYPE = 1 << 9, 1 << 8
"""Flags of a class: only what is the first and not the second can be written to."""

_LEADS_NOWHERE = frozenset(
    {str, bytes, int, float, complex, bool, type(None), type(...), BuiltinFunctionType, ModuleType}
)
_WRAPPING = (classmethod, staticmethod, property)
_WRAPPED = ("__func__", "fget", "fset", "fdel")
_CONTAINERS = (dict, MappingProxyType, list, tuple, set, frozenset, deque)


class Library:
    """What these names lead to, as it is now.

    Args:
        names: modules, which are imported if they are not yet, and what is taken from each.
    """

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._mappings: list[Mapping[Any, Any]] = []
        self._collections: list[Iterable[Any]] = []
        self._slots: list[tuple[Any, MemberDescriptorType]] = []
        self._unmarked: list[dict[str, Any]] = []
        """Functions' own attributes, of which almost no function has any."""
        self._seen: dict[int, Any] = {}
        self._ahead: list[Any] = []
        self._caches: list[Callable[[], None]] = []
        for module, name in names:
            self._follow([vars(__import__(module, fromlist=["__name__"]))[name]])
            if module == "typing":
                self._caches = _caches_of_typing()
        while self._ahead:
            self._remember(self._ahead.pop())
        self._held = self._now()
        """Kept, so that nothing else can come to be at the address of what is replaced."""
        self._known = list(map(id, self._held))
        self._registrations = abc.get_cache_token()

    def has_changed(self) -> bool:
        """Whether anything was added, replaced or taken away since."""
        for clear in self._caches:
            clear()
        return (
            any(self._unmarked)
            or abc.get_cache_token() != self._registrations
            or list(map(id, self._now())) != self._known
        )

    def _now(self) -> list[Any]:
        now: list[Any] = []
        for mapping in self._mappings:
            now += mapping
            now += mapping.values()
            now.append(_END)
        for collection in self._collections:
            now += collection
            now.append(_END)
        for owner, slot in self._slots:
            now.append(_slot_value(owner, slot))
        return now

    # --- what leads where -------------------------------------------------------------------

    def _follow(self, values: Iterable[Any]) -> None:
        for value in values:
            if type(value) not in _LEADS_NOWHERE and id(value) not in self._seen:
                self._seen[id(value)] = value
                self._ahead.append(value)

    def _remember(self, value: Any) -> None:
        if isinstance(value, type):
            self._remember_class(value)
        elif isinstance(value, FunctionType):
            if value.__dict__:
                self._mappings.append(value.__dict__)
                self._follow(value.__dict__.values())
            else:
                self._unmarked.append(value.__dict__)
        elif isinstance(value, _CONTAINERS):
            self._remember_container(value)
        else:
            if isinstance(value, _WRAPPING):
                self._follow(getattr(value, name, None) for name in _WRAPPED)
            self._remember_instance(value)

    def _remember_class(self, kind: type) -> None:
        if not _can_change(kind):
            return
        self._mappings.append(vars(kind))
        self._follow([type(kind), *kind.__bases__])
        for name, member in vars(kind).items():
            if name.startswith("_") and name.endswith("_") and isinstance(member, _CONTAINERS):
                # ``enum`` fills its own while they are used, and no submission may name them.
                self._follow(member.values() if isinstance(member, Mapping) else member)
            else:
                self._follow([member])

    def _remember_container(self, value: Any) -> None:
        if isinstance(value, Mapping):
            self._mappings.append(value)
            self._follow(value.values())
        else:
            self._collections.append(value)
            self._follow(value)

    def _remember_instance(self, value: Any) -> None:
        kind = type(value)
        if _can_change(kind):
            self._follow([kind])
            for ancestor in kind.__mro__:
                for slot in vars(ancestor).values():
                    if isinstance(slot, MemberDescriptorType):
                        self._slots.append((value, slot))
                        self._follow([_slot_value(value, slot)])
        own = getattr(value, "__dict__", None)
        if isinstance(own, dict):
            self._mappings.append(own)
            self._follow(own.values())


_END = object()
"""Stands between two things, so that none can pass its last member to the next unseen."""


def _can_change(kind: type) -> bool:
    return bool(kind.__flags__ & _HEAP_TYPE) and not kind.__flags__ & _IMMUTABLE_TYPE


def _slot_value(owner: Any, slot: MemberDescriptorType) -> Any:
    try:
        return slot.__get__(owner)
    except AttributeError:
        return _END


def _caches_of_typing() -> list[Callable[[], None]]:
    """What makes ``typing`` forget its aliases: it hands the same ``List[int]`` out twice."""
    return list(getattr(sys.modules.get("typing"), "_cleanups", ()))
