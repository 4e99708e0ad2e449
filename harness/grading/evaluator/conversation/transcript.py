"""The conversation a test had with the submission, kept cheaply and put into words on demand."""

import re
from collections import deque
from typing import Any

from harness.grading.worker import wire

KEPT = 200
"""Exchanges remembered in one test."""
SHOWN = 30
"""Exchanges put into words for a person."""
LONGEST = 300
"""Characters of one call or value."""

_REFLECTED = {
    "__len__": "len({0})",
    "__iter__": "iter({0})",
    "__next__": "next({0})",
    "__bool__": "bool({0})",
    "__str__": "str({0})",
    "__repr__": "repr({0})",
    "__hash__": "hash({0})",
    "__contains__": "{1} in {0}",
    "__getitem__": "{0}[{1}]",
    "__setitem__": "{0}[{1}] = {2}",
    "__delitem__": "del {0}[{1}]",
    "__eq__": "{0} == {1}",
    "__ne__": "{0} != {1}",
    "__lt__": "{0} < {1}",
    "__le__": "{0} <= {1}",
    "__gt__": "{0} > {1}",
    "__ge__": "{0} >= {1}",
    "__add__": "{0} + {1}",
    "__sub__": "{0} - {1}",
    "__mul__": "{0} * {1}",
}


class Transcript:
    """Calls as encoded nodes; nothing is formatted until a test has failed."""

    def __init__(self) -> None:
        self._entries: deque[list[Any]] = deque(maxlen=KEPT)
        self._count = 0
        self._labels: dict[int, str] = {}
        self._class_names: dict[int, str] = {}

    def clear(self) -> None:
        """Forget the calls, and name objects from the start again."""
        self._entries.clear()
        self._count = 0
        self._labels.clear()

    def begin(self, request: list[Any]) -> list[Any]:
        """Keep a request; return ``[request, reply]``, where the reply is to be put if it comes."""
        exchange = [request, None]
        self._entries.append(exchange)
        self._count += 1
        return exchange

    def name_object(self, number: int, class_name: str) -> None:
        """Give an object the name a person would: a ``KeyValueStore`` is called ``store``."""
        words = re.findall(r"[A-Z]*[a-z0-9]+|[A-Z]+", class_name) or [class_name]
        stem = words[-1].lower()
        taken = sum(re.sub(r"_\d+$", "", label) == stem for label in self._labels.values())
        self._labels[number] = f"{stem}_{taken + 1}" if taken else stem
        self._class_names[number] = class_name

    def __len__(self) -> int:
        return self._count

    def last_call(self) -> str:
        """The last call in words, or ``""``."""
        return self._call(self._entries[-1][0]) if self._entries else ""

    def in_words(self) -> tuple[list[dict[str, str]], int]:
        """Return the last exchanges as ``{call, came}`` and how many before them are left out."""
        shown = list(self._entries)[-SHOWN:]
        exchanges = [
            {"call": self._call(request), "came": self._came(request, reply)}
            for request, reply in shown
        ]
        return exchanges, self._count - len(shown)

    def _call(self, request: list[Any]) -> str:
        operation, target, name, args, kwargs, *_ = request
        subject = self._label(target)
        words = [self._argument(node) for node in args]
        if operation == "get":
            return f"{subject}.{name}"
        if operation == "set":
            return f"{subject}.{name} = {words[0]}"
        if operation == "del":
            return f"del {subject}.{name}"
        if operation == "special" and name in _REFLECTED:
            return _REFLECTED[name].format(subject, *words, *[""] * 2)
        if operation == "isinstance":
            return f"isinstance({words[0]}, {subject})"
        words += [f"{key}={self._argument(node)}" for key, node in kwargs.items()]
        function = subject if name is None else f"{subject}.{name}" if target is not None else name
        return f"{function}({', '.join(words)})"

    def _came(self, request: list[Any], reply: list[Any] | None) -> str:
        if reply is None:
            return "no answer"
        kind, content = reply[0], reply[1]
        if kind == "ok":
            constructed = request[0] == "call" and request[2] is None
            number = _number_of(content)
            if constructed and number in self._labels:
                return self._labels[number]
            return self._value(content)
        if kind == "large":
            return shortened(f"a value too large to hand over ({content})")
        return "raised " + error_in_words(content)

    def _label(self, target: Any) -> str:
        if isinstance(target, int):
            if target not in self._labels:  # made before the conversation began, by a fixture
                self.name_object(target, self._class_names.get(target, "object"))
            return self._labels[target]
        return target or "solution"

    def _argument(self, node: Any) -> str:
        number = node.get("h") if isinstance(node, dict) else None
        return self._labels[number] if number in self._labels else self._value(node)

    def _value(self, node: Any) -> str:
        try:
            return shortened(repr(wire.decode(node, self._name_reference)))
        except Exception:  # forged, or an integer of more digits than Python will print
            return "…"

    def _name_reference(self, tag: str, content: Any) -> "_Named":
        if tag == "n":
            return _Named(content)
        if tag == "cb":
            return _Named("<function of the test>")
        number = content[0] if isinstance(content, list) else content
        return _Named(f"<{self._class_names.get(number, 'some')} object>")


class _Named:
    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return self._text


def error_in_words(described: Any) -> str:
    """``KeyError: 'x'`` from an error's description on the wire."""
    if not isinstance(described, dict):
        return "an error"
    if described.get("memory"):
        return "MemoryError"
    name = described.get("builtin") or described.get("name") or "an error"
    text = described.get("text")
    if not isinstance(text, str):
        try:
            args = wire.decode(described.get("args", []), lambda _, __: _Named("<object>"))
            text = ", ".join(repr(arg) if name == "KeyError" else str(arg) for arg in args)
        except Exception:  # forged, or an integer of more digits than Python will print
            text = "…"
    return shortened(f"{name}: {text}" if text else str(name))


def shortened(text: str) -> str:
    """At most ``LONGEST`` characters, cut in the middle."""
    if len(text) <= LONGEST:
        return text
    half = LONGEST // 2
    return f"{text[:half]} … {text[-half:]}"


def _number_of(node: Any) -> int | None:
    if isinstance(node, dict) and "h" in node and isinstance(node["h"], list) and node["h"]:
        return node["h"][0] if isinstance(node["h"][0], int) else None
    return None
