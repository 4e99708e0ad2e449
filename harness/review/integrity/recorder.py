"""In a process of its own: a problem's tests, run on its reference, and every call that they make.

``python recorder.py REFERENCE CLASS OBJECT OUT FILE…`` writes one conversation a line, as Python
literals; OBJECT is the one key of what stands for an object among the arguments.
Nothing here is hostile: tests and references are their author's, and run trusted. Properties are
left out, for they can draw new inputs by themselves.
"""

import copy
import functools
import inspect
import sys
import types
from ast import literal_eval
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

_MOST_CALLS = 40
"""A longer conversation is about size; pieces of it would say nothing that others do not."""


class Recorder:
    """Hears the calls from outside to every object of one class; a pytest plugin."""

    def __init__(self, object_key: str, out: Path) -> None:
        self._object_key = object_key
        self._out = out
        self._objects: list[Any] = []
        self._steps: list[Any] = []
        self._inside = False

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out the properties."""
        items[:] = [i for i in items if not hasattr(getattr(i, "obj", None), "hypothesis")]

    def pytest_runtest_logfinish(self) -> None:
        """Keep a whole conversation and begin the next."""
        steps, self._steps, self._objects = self._steps, [], []
        if not steps or len(steps) > _MOST_CALLS:
            return
        told = repr(steps)
        try:
            literal_eval(told)
        except (ValueError, SyntaxError):
            return  # something was handed over that is no plain value
        with self._out.open("a", encoding="utf-8") as out:
            out.write(told.encode("ascii", "backslashreplace").decode() + "\n")

    def recording(self, kind: type) -> type:
        """The same class, heard."""
        heard: dict[str, Any] = {"__init__": self._heard("", kind.__init__)}  # type: ignore[misc]
        for name, method in inspect.getmembers(kind, inspect.isfunction):
            if not name.startswith("_"):
                heard[name] = self._heard(name, method)
        return type(kind.__name__, (kind,), heard)

    def _heard(self, name: str, method: Callable[..., Any]) -> Callable[..., Any]:
        signature = inspect.signature(method)

        @functools.wraps(method)
        def call(subject: Any, *args: Any, **kwargs: Any) -> Any:
            if self._inside:
                return method(subject, *args, **kwargs)
            if not name:
                self._objects.append(subject)
            bound = signature.bind(subject, *args, **kwargs)
            names = [each for each in bound.arguments if each not in kwargs][1:]
            self._steps.append(
                (
                    self._number(subject),
                    name,
                    [self._told(value) for value in args],
                    {key: self._told(value) for key, value in kwargs.items()},
                    names,
                )
            )
            self._inside = True
            try:
                return method(subject, *args, **kwargs)
            finally:
                self._inside = False

        return call

    def _number(self, subject: Any) -> int:
        return next(n for n, each in enumerate(self._objects) if each is subject)

    def _told(self, value: Any) -> Any:
        if any(each is value for each in self._objects):
            return {self._object_key: self._number(value)}
        return copy.deepcopy(value)


def main(reference: str, class_name: str, object_key: str, out: str, *files: str) -> None:
    """Run the tests of these files and write what was heard."""
    recorder = Recorder(object_key, Path(out))
    solution = types.ModuleType("solution")
    source = Path(reference).read_text(encoding="utf-8")
    sys.modules["solution"] = solution
    exec(compile(source, reference, "exec", dont_inherit=True), solution.__dict__)  # noqa: S102
    setattr(solution, class_name, recorder.recording(getattr(solution, class_name)))
    settings = ["-c", "/dev/null", "--rootdir=/", "-p", "no:cacheprovider", "-qq"]
    sys.dont_write_bytecode = True
    pytest.main(
        [*settings, "--import-mode=importlib", "--disable-warnings", *files], plugins=[recorder]
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
