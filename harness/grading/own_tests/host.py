"""Inside the sandbox: a person's tests and their solution, run by pytest, told line by line.

Loaded by its file into the zygote, before anything is confined; what it needs of pytest is imported
there, for afterwards nothing but the standard library can be read.
"""

import ast
import json
import linecache
import os
import pkgutil
import socket
import sys
import traceback
import types
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import _pytest
import pytest
from _pytest.assertion.rewrite import rewrite_asserts

TESTS, SOLUTION = "my_tests.py", "solution.py"
_LONGEST = 20_000
"""Characters of any one text that is told."""


def warm_up() -> None:
    """Import all of pytest, and if it is wanted Hypothesis with the tables it would make."""
    _import_whole(_pytest)
    if "hypothesis" in sys.modules:
        _import_whole(import_module("hypothesis.internal"))
        _import_whole(import_module("hypothesis.strategies"))
        from hypothesis import given, settings
        from hypothesis import strategies as st

        settings.register_profile("own tests", database=None, deadline=None, derandomize=True)
        settings.load_profile("own tests")

        @settings(max_examples=5)
        @given(st.lists(st.tuples(st.integers(), st.text(max_size=2), st.sampled_from("ab"))))
        def exercise(_: object) -> None:
            return

        exercise()


def _import_whole(package: types.ModuleType) -> None:
    """Import every module of a package: some are imported late, when no file can be read."""
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        import_module(module.name)


def serve(line: socket.socket, protections: list[str]) -> None:
    """Read the two sources, run the tests, tell what comes."""
    reader = line.makefile("rb")
    request = json.loads(reader.readline())
    send = _sender(line)
    send({"event": "begin", "protections": protections})
    sys.path[:0] = [""]  # as they would be beside each other in a folder
    try:
        for name in (SOLUTION, TESTS):
            linecache.cache[name] = (0, None, request[name].splitlines(True), name)
        solution = _executed("solution", SOLUTION, request[SOLUTION])
        sys.modules.update(dict.fromkeys(["solution", *request["modules"]], solution))
    except BaseException as error:
        send({"event": "broken", **_told(error, SOLUTION)})
        send({"event": "end"})
        return
    # pytest goes back to where it began, and here nobody may go anywhere.
    os.chdir = _stay  # type: ignore[assignment]
    settings = ["-c", "/dev/null", "--rootdir=/", "-p", "no:cacheprovider", "--capture=sys"]
    settings += ["-p", "no:logging"]  # it opens a file for writing, and none can be
    pytest.main(
        [*settings, "--tb=short", "-q", "--no-header", "--disable-warnings"],
        plugins=[_Run(request[TESTS], send)],
    )
    send({"event": "end"})


def _stay(_: object) -> None:
    """Go nowhere."""


def _sender(line: socket.socket) -> Callable[[dict[str, Any]], None]:
    def send(event: dict[str, Any]) -> None:
        line.sendall(json.dumps(event).encode() + b"\n")

    return send


def _executed(name: str, file: str, source: str) -> types.ModuleType:
    module = types.ModuleType(name)
    module.__file__ = file
    exec(compile(source, file, "exec", dont_inherit=True), module.__dict__)  # noqa: S102
    return module


def _told(error: BaseException, file: str) -> dict[str, Any]:
    """An error in a line, and the last of the person's own lines that it passed through.

    One that passed through none, as at a null byte, is the file's that was being read.
    """
    place: tuple[str, int | None] = (file, None)
    if isinstance(error, SyntaxError) and error.filename in (TESTS, SOLUTION):
        place = (error.filename, error.lineno)
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename in (TESTS, SOLUTION):
            place = (frame.filename, frame.lineno)
    words = " ".join(traceback.format_exception_only(error)[-1].split())
    return {"message": words[:_LONGEST], "file": place[0], "line": place[1]}


class _TestModule(pytest.Module):
    """The tests, which are in no file that could be read."""

    source = ""

    def _getobj(self) -> types.ModuleType:
        module = types.ModuleType("my_tests")
        module.__file__ = TESTS
        tree = ast.parse(self.source, TESTS)
        rewrite_asserts(tree, self.source.encode(), TESTS, self.config)
        sys.modules["my_tests"] = module
        exec(compile(tree, TESTS, "exec", dont_inherit=True), module.__dict__)  # noqa: S102
        return module


class _Run:
    """Collects what is in memory, and tells each test as it begins and ends."""

    def __init__(self, source: str, send: Callable[[dict[str, Any]], None]) -> None:
        self._source = source
        self._send = send
        self._failed = False

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self, session: pytest.Session) -> bool:
        module = _TestModule.from_parent(session, path=Path("/") / TESTS)
        module.source = self._source
        try:
            session.items = list(_items(session, module))
        except BaseException as error:
            self._send({"event": "broken", **_told(error, TESTS)})
            session.items = []
        names = [_name(item.nodeid) for item in session.items]
        self._send({"event": "collected", "tests": names})
        session.testscollected = len(session.items)
        return True

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self._failed = False
        self._send({"event": "start", "name": _name(nodeid)})

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if self._failed or (report.when != "call" and report.passed):
            return
        self._failed = not report.passed
        told: dict[str, Any] = {"name": _name(report.nodeid), "outcome": report.outcome}
        told["output"] = "".join(text for title, text in report.sections if "Captured" in title)
        if report.skipped and isinstance(report.longrepr, tuple):
            told["message"] = str(report.longrepr[2])
        elif not report.passed:
            told.update(_failure(report))
        cut = {
            key: value[:_LONGEST] if isinstance(value, str) else value
            for key, value in told.items()
        }
        self._send({"event": "test", **cut})


def _items(session: pytest.Session, module: pytest.Module) -> Iterator[pytest.Item]:
    # ``genitems`` would catch what rises while the module is imported and make it a report.
    _ = module.obj
    yield from session.genitems(module)


def _failure(report: pytest.TestReport) -> dict[str, Any]:
    told: dict[str, Any] = {"detail": report.longreprtext, "message": "", "line": None}
    crash = getattr(report.longrepr, "reprcrash", None)
    if crash is not None:
        told["message"] = crash.message.splitlines()[0] if crash.message else ""
    for entry in getattr(getattr(report.longrepr, "reprtraceback", None), "reprentries", []):
        place = getattr(entry, "reprfileloc", None)
        if place is not None and Path(place.path).name == TESTS:
            told["line"] = place.lineno
    return told


def _name(nodeid: str) -> str:
    return nodeid.partition("::")[2]
