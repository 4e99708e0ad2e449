"""A warm grader under attack, canaries, and a count of what is left behind."""

import contextlib
import ctypes
import os
import pwd
import shutil
import signal
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.catalog import Problem
from harness.grading import Grader, Report
from harness.grading.worker.process import adopt_orphans

from .problem import RIGHT, write_problem

WATCHDOG_SECONDS = 60.0
"""No grading of this small problem may take so long, on however busy a machine."""
BUSY_TIMES = 5
"""How often a submission is graded that the machine was too busy to judge."""
LOOKS = 50
"""How often one looks at what is held before it counts as kept or left for good."""
SECONDS_BETWEEN_LOOKS = 0.1
_PR_SET_CHILD_SUBREAPER = 36


def processes_below(pid: int) -> dict[int, str]:
    """Every living process below this one, with its state and parent."""
    parents: dict[int, tuple[int, str]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            name, _, fields = stat.read_text(errors="replace").rpartition(")")
            state, parent = fields.split()[:2]
            if state not in "ZX":
                parents[int(stat.parent.name)] = (int(parent), f"{name}) {state}")
    found = {pid}
    while more := {each for each, (parent, _) in parents.items() if parent in found} - found:
        found |= more
    return {each: parents[each][1] for each in found - {pid} if each in parents}


def open_descriptors(pid: int) -> list[str]:
    """Where each descriptor of a process leads; none of one that forbids to look, as the judge does.

    Only root may look all the same.
    """
    held = []
    try:
        entries = list(Path(f"/proc/{pid}/fd").iterdir())
    except PermissionError:
        return []
    for entry in entries:
        with contextlib.suppress(OSError):
            held.append(os.readlink(entry))
    return sorted(held)


class Canary:
    """A folder whose every change is seen."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._restore()

    def changes(self) -> dict[str, str]:
        """What is not as it was, and put it back."""
        now = self._look()
        changed = {
            name: f"{self._kept.get(name)} -> {now.get(name)}"
            for name in self._kept.keys() | now.keys()
            if self._kept.get(name) != now.get(name)
        }
        if changed:
            self._restore()
        return changed

    def _restore(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        (self.folder / "inner").mkdir(parents=True)
        for name in ("one.txt", "inner/two.txt"):
            (self.folder / name).write_text("A canary lives here.\n")
        self._kept = self._look()

    def _look(self) -> dict[str, str]:
        seen = {}
        for path in [self.folder, *self.folder.rglob("*")]:
            with contextlib.suppress(OSError):
                facts = path.stat()
                text = path.read_bytes() if path.is_file() else b""
                seen[str(path)] = f"{facts.st_mode:o} {facts.st_mtime_ns} {text!r}"
        return seen


class Arena:
    """One warm grader; its processes and descriptors must not grow from grading to grading."""

    def __init__(self, problem: Problem, canaries: list[Canary]) -> None:
        self.canaries = canaries
        self.hung = False
        self._problem = problem
        self._open()

    def _open(self) -> None:
        self.grader = Grader(self._problem)
        assert self.grade(RIGHT.encode()).accepted
        self.kept = self._settled()

    def reopen(self) -> None:
        """Begin again with a new grader, after a submission that nothing here confines."""
        self.grader.close()
        for pid in processes_below(os.getpid()):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self._open()

    def close(self) -> None:
        """End the grader."""
        self.grader.close()

    def grade(self, source: bytes, *, brief: bool = False) -> Report:
        """Grade; again where the machine was too busy to judge, which is said of no submission."""
        for _ in range(BUSY_TIMES):
            report = self._grade(source, brief)
            if not any("too busy" in test.message for test in report.tests):
                break
        return report

    def _grade(self, source: bytes, brief: bool) -> Report:
        """Grade under a watchdog that kills the judge when no answer comes."""
        self.hung = False
        watchdog = threading.Timer(WATCHDOG_SECONDS, self._kill)
        watchdog.start()
        try:
            return self.grader.grade(source, 1, brief=brief)
        finally:
            watchdog.cancel()
            watchdog.join()

    def _kill(self) -> None:
        self.hung = True
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.evaluator, signal.SIGKILL)

    @property
    def evaluator(self) -> int:
        """The evaluator's process id."""
        held = self.grader._evaluator
        assert held is not None
        return held._process.pid

    def left_behind(self) -> str:
        """What is held now and was not when the grader was new; nothing said is nothing left.

        A worker that has just ended is given a moment: the judge may still be closing its end.
        """
        for _ in range(LOOKS):
            held = self._holdings()
            if all(now <= then for then, now in zip(self.kept, held, strict=False)):
                return ""
            time.sleep(SECONDS_BETWEEN_LOOKS)
        return f"processes, our descriptors, the judge's: {self.kept} -> {held}"

    def _settled(self) -> list[int]:
        """What is held once two looks in a row have seen the same."""
        held = self._holdings()
        for _ in range(LOOKS):
            time.sleep(SECONDS_BETWEEN_LOOKS)
            before, held = held, self._holdings()
            if held == before:
                break
        return held

    def _holdings(self) -> list[int]:
        """How many processes are below this one, and how many descriptors it and each hold."""
        below = processes_below(os.getpid())
        judges = [len(open_descriptors(pid)) for pid in sorted(below)]
        return [len(below), len(open_descriptors(os.getpid())), *judges]


@pytest.fixture(scope="session")
def canaries() -> Iterator[list[Canary]]:
    """Folders where a submission would look first: the temporary one and the home."""
    folders = [Path(tempfile.mkdtemp(prefix=f"harness-canary-{os.getpid()}-", dir="/tmp"))]
    home = Path(pwd.getpwuid(os.getuid()).pw_dir)
    if os.access(home, os.W_OK):
        folders.append(Path(tempfile.mkdtemp(prefix=f".harness-canary-{os.getpid()}-", dir=home)))
    yield [Canary(folder) for folder in folders]
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def orphans_come_here() -> Iterator[None]:
    """Whatever escapes the judge becomes a child of this process, where it is seen."""
    adopt_orphans()
    yield
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            continue
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)


@pytest.fixture(scope="session")
def problem(tmp_path_factory: pytest.TempPathFactory) -> Problem:
    """The ledger."""
    return write_problem(tmp_path_factory.mktemp("ledger"))


@pytest.fixture(scope="module")
def arena(problem: Problem, canaries: list[Canary], orphans_come_here: None) -> Iterator[Arena]:
    """A warm grader for many submissions, one after the other."""
    made = Arena(problem, canaries)
    yield made
    made.close()
