"""Errors of the candidate's, rebuilt as a test would have met them in its own process."""

import builtins
import sys
from collections.abc import Mapping
from typing import Any

from harness.grading.evaluator.conversation.forwarding import Line

_STANDARD_ERRORS = frozenset(
    """
    binascii configparser csv dataclasses decimal graphlib ipaddress json.decoder queue re
    statistics struct zoneinfo
    """.split()
)
"""Standard modules whose own errors a test may expect by class."""


class RemoteErrors:
    """Makes errors from what a worker tells of them; one class of theirs is one class here.

    Args:
        link: asked for what else an error holds.
        portraits: what the worker has told of its classes, by their numbers.
    """

    def __init__(self, link: Line, portraits: Mapping[int, dict[str, Any]]) -> None:
        self._link = link
        self._portraits = portraits
        self._classes: dict[tuple[Any, ...], type[BaseException]] = {}

    def builtin(self, name: Any, args: list[Any]) -> BaseException:
        """Build an error of Python's own.

        Raises:
            ValueError: there is none of this name.
        """
        return _build(_builtin_error(name), args)

    def own(self, number: int, described: dict[str, Any], args: list[Any]) -> BaseException:
        """Build an error of the class with this number; what is malformed raises."""
        kind = self.class_of(number)
        error = _build(kind, args)
        if isinstance(described.get("text"), str) and kind.__module__ == "solution":
            error.__dict__["remote_text"] = described["text"]
            error.__dict__["remote_number"] = described["object"]
            error.__dict__["remote_link"] = self._link
        return error

    def class_of(self, number: int) -> type[BaseException]:
        """The local class of the candidate's error; the same for every worker of a grading."""
        portrait = self._portraits[number]
        module, name = portrait.get("module"), portrait["name"]
        if module in _STANDARD_ERRORS:
            standard = getattr(sys.modules.get(module) or __import__(module), name, None)
            if isinstance(standard, type) and issubclass(standard, Exception):
                return standard
        bases = tuple(
            _builtin_error(base) if isinstance(base, str) else self.class_of(base[0])
            for base in portrait["bases"]
            if base != "object"
        )
        key = (module, name, bases)
        if key not in self._classes:
            members = {
                "__module__": "solution",
                "__str__": _remote_text,
                "__getattr__": _remote_attribute,
                "solution_name": name,
            }
            usable = tuple(base for base in bases if issubclass(base, BaseException))
            self._classes[key] = type(name, usable or (Exception,), members)
        return self._classes[key]


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
