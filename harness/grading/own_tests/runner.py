"""OwnTests: a warm sandbox with pytest in it, for one person's tests."""

import contextlib
import json
import os
import select
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from harness.catalog.models import Problem
from harness.closing import Closing
from harness.grading.evaluator.workers.budget import Budget
from harness.grading.evaluator.workers.stop import JudgeBrokenError
from harness.grading.evaluator.workers.worker import Worker
from harness.grading.evaluator.workers.zygote import HostFile, WorkerZygote
from harness.grading.evaluator_process import storable
from harness.grading.own_tests.report import OwnTest, OwnTestsReport
from harness.grading.private_folder import PrivateFolder
from harness.grading.protection import turned_off
from harness.grading.report import GradingCancelledError

OnTest = Callable[[OwnTest], None]

RUN_CPU_SECONDS = 60
"""CPU seconds that all tests together may use."""
_TEST_SECONDS = 10.0
"""Wall seconds without a word after which a test is given up."""
_MOST_BYTES = 4 << 20
"""Bytes that a run may tell."""
_LOOK_SECONDS = 0.1
_HOST = Path(__file__).with_name("host.py")
_PYTEST = ("pytest", "_pytest", "pluggy", "iniconfig", "packaging", "pygments")
_HYPOTHESIS = ("hypothesis", "sortedcontainers", "attr", "attrs")


class OwnTests(Closing):
    """Runs a person's tests of one problem; a context manager.

    The first run starts a sandbox and later ones find it warm. ``run`` may be called from any
    thread, one call at a time; ``cancel`` from any other meanwhile.
    """

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._folder = PrivateFolder()
        self._zygote: WorkerZygote | None = None
        self._knows_hypothesis = False
        self._cancelled = threading.Event()

    def close(self) -> None:
        """End every process of it."""
        if self._zygote is not None:
            self._zygote.close()
            self._zygote = None
        self._folder.close()

    def cancel(self) -> None:
        """End the running tests, if any; their ``run`` raises ``GradingCancelledError``."""
        self._cancelled.set()

    def run(self, solution: bytes, tests: bytes, on_test: OnTest | None = None) -> OwnTestsReport:
        """Run every test of ``my_tests.py`` beside ``solution.py``.

        Args:
            solution: the solution's source, as saved.
            tests: plain pytest or unittest, importing from ``solution``.
            on_test: called with each test as it ends, in the calling thread.

        Raises:
            GradingCancelledError: ``cancel`` was called meanwhile.
        """
        self._cancelled.clear()
        try:
            request = {
                "solution.py": solution.decode(),
                "my_tests.py": tests.decode(),
                "modules": self._problem.modules,
            }
        except UnicodeDecodeError as error:
            return OwnTestsReport(message=f"Not valid UTF-8: {error}.")
        try:
            zygote = self._warm_zygote(needs_hypothesis=b"hypothesis" in tests)
            worker = zygote.fork(self._budget(), RUN_CPU_SECONDS)
        except JudgeBrokenError as error:
            self._forget_zygote()
            return OwnTestsReport(message=f"The sandbox could not be started: {error}.")
        conversation = _Conversation(worker, tuple(zygote.protections), on_test)
        try:
            conversation.hold(request, self._cancelled)
        finally:
            with contextlib.suppress(JudgeBrokenError):
                zygote.end(worker)
        if self._cancelled.is_set():
            raise GradingCancelledError("The run was cancelled.")
        return conversation.report()

    def _warm_zygote(self, *, needs_hypothesis: bool) -> WorkerZygote:
        if self._zygote is not None and (
            self._zygote.broken or (needs_hypothesis and not self._knows_hypothesis)
        ):
            self._forget_zygote()
        if self._zygote is None:
            modules = (*_PYTEST, *_HYPOTHESIS) if needs_hypothesis else _PYTEST
            secret = self._problem.levels[-1].hidden_tests
            without = turned_off(os.environ)
            self._zygote = WorkerZygote(
                self._folder.path, secret, without, HostFile(_HOST, modules)
            )
            self._knows_hypothesis = needs_hypothesis
            self._zygote.describe()
        return self._zygote

    def _forget_zygote(self) -> None:
        if self._zygote is not None:
            self._zygote.close()
            self._zygote = None

    def _budget(self) -> Budget:
        return Budget(**self._problem.limits.model_dump())


class _Conversation:
    """One run, as the sandbox tells it."""

    def __init__(
        self, worker: Worker, protections: tuple[str, ...], on_test: OnTest | None
    ) -> None:
        self._worker = worker
        self._protections = protections
        self._on_test = on_test
        self._names: list[str] = []
        self._tests: dict[str, OwnTest] = {}
        self._running = ""
        self._ended = False
        self._message = ""
        self._line: int | None = None

    def hold(self, request: dict[str, Any], cancelled: threading.Event) -> None:
        """Send the sources and hear what comes, until the end or the end of patience."""
        with contextlib.suppress(OSError):
            self._worker.channel.settimeout(_TEST_SECONDS)
            self._worker.channel.sendall(json.dumps(request).encode() + b"\n")
        for event in self._events(cancelled):
            with contextlib.suppress(LookupError, TypeError, ValueError):  # theirs may lie
                self._hear(event)

    def report(self) -> OwnTestsReport:
        """All that was heard; what was not is *not run*."""
        if not self._ended and not self._message:
            self._message = "The run ended before its last test."
        tests = [
            self._tests.get(name) or OwnTest(name=name, outcome="not run") for name in self._names
        ]
        if self._ended and not tests and not self._message:
            self._message = "my_tests.py has no test: name a function test_…."
        return OwnTestsReport(
            tests=tuple(tests),
            message=self._message,
            line=self._line,
            protections=self._protections,
        )

    def _events(self, cancelled: threading.Event) -> Iterator[dict[str, Any]]:
        pending, heard = b"", 0
        silent_since = time.monotonic()
        while not self._ended and not cancelled.is_set():
            said, printed = self._worker.channel.fileno(), self._worker.output
            ready, _, _ = select.select([said, printed], [], [], _LOOK_SECONDS)
            if printed in ready:
                for _ in self._worker.printed():
                    pass  # what is printed past pytest is nobody's
            if said in ready:
                try:
                    chunk = self._worker.channel.recv(1 << 16)
                except OSError:
                    chunk = b""
                heard += len(chunk)
                if not chunk or heard > _MOST_BYTES:
                    self._give_up("ended the process it runs in" if not chunk else "told too much")
                    return
                *lines, pending = (pending + chunk).split(b"\n")
                yield from map(_read, lines)
                if lines:  # what comes little by little, and never whole, is no word
                    silent_since = time.monotonic()
            if time.monotonic() - silent_since > _TEST_SECONDS:
                self._give_up(f"did not end within {_TEST_SECONDS:.0f} s")
                return

    def _give_up(self, why: str) -> None:
        if self._running:
            self._note(OwnTest(name=self._running, outcome="not ended", message=f"It {why}."))
            self._message = f"{self._running} {why}; what follows it was not run."
        else:
            self._message = f"solution.py or my_tests.py {why} while it was imported."

    def _hear(self, event: dict[str, Any]) -> None:
        kind = event.get("event")
        if kind == "broken":
            line = event["line"] if isinstance(event["line"], int) else None
            where = f"{event['file']}, line {line}" if line else event["file"]
            self._message = f"{where}: {event['message']}"
            self._line = line if event["file"] == "my_tests.py" else None
        elif kind == "begin":
            self._protections += tuple(map(str, event["protections"]))
        elif kind == "collected":
            self._names = list(map(str, event["tests"]))
        elif kind == "start":
            self._running = str(event["name"])
        elif kind == "test":
            self._note(OwnTest.model_validate({key: event[key] for key in event if key != "event"}))
            self._running = ""
        elif kind == "end":
            self._ended = True

    def _note(self, test: OwnTest) -> None:
        self._tests[test.name] = test
        if self._on_test is not None:
            self._on_test(test)


def _read(line: bytes) -> dict[str, Any]:
    """A line as an event; one that is none says nothing."""
    try:
        event = storable(json.loads(line))
    except ValueError:
        return {}
    return event if isinstance(event, dict) else {}
