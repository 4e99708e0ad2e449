"""Reproof: what is wrong with a problem while it is being written, check by check.

A saved file puts the checks that rest on it in line, those of its own level first; a further save
changes the line and never waits for its end.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from harness.authoring.finding import Finding, not_loaded
from harness.authoring.proving.memory import Memory
from harness.authoring.proving.recalling import RecallingLanes
from harness.authoring.proving.soundness import SoundnessCheck, checks_of
from harness.authoring.proving.spares import Spares
from harness.catalog.loader import BrokenProblemError, load_problem
from harness.catalog.models import Problem
from harness.closing import Closing
from harness.grading.evaluator.suite.footings import files_of

_Look = dict[Path, tuple[int, int, int]]
_LOADING = "loading"


@dataclass(frozen=True)
class News:
    """What changed at once."""

    appeared: tuple[Finding, ...]
    mended: tuple[Finding, ...]


class Reproof(Closing):
    """A problem's findings, kept up to date; a context manager that ends what it started."""

    def __init__(self, problem: Problem) -> None:
        """Every check is in line; nothing is run yet."""
        self._problem = problem
        self._memory = Memory(problem.folder)
        self._spares = Spares()
        self._lanes = RecallingLanes(problem, self._memory, self._spares)
        self._checks = list(checks_of(problem, self._lanes))
        self._line = list(self._checks)
        self._found: dict[str, tuple[Finding, ...]] = {}
        self._believed = self._before = _look(problem)

    @property
    def findings(self) -> list[Finding]:
        """All that is known to be wrong."""
        order = [_LOADING, *(check.name for check in self._checks)]
        found = [each for name in order for each in self._found.get(name, ())]
        return list(dict.fromkeys(found))  # several checks may tell the same

    @property
    def waiting(self) -> int:
        """How many checks are in line; at 0 nothing else is wrong."""
        return len(self._line)

    def notice_saves(self) -> News | None:
        """Put in line what saved files touch; news when the problem broke or loads again.

        An editor may be in the middle of writing, so a change is believed at the second look.
        """
        look, before = _look(self._problem), self._before
        self._before = look
        if look != before or look == self._believed:
            return None
        changed = {path for path, _ in look.items() ^ self._believed.items()}
        self._believed = look
        try:
            problem = load_problem(self._problem.folder)
        except BrokenProblemError as error:
            folder = self._problem.folder
            return self._now(_LOADING, [not_loaded(folder, str(error))])
        was = self.findings  # of what is gone too: that mends it
        self._put_in_line(problem, changed)
        self._found.pop(_LOADING, None)
        return self._since(was)

    def prove_next(self) -> News:
        """Run the check that is first in line; there must be one."""
        check = self._line.pop(0)
        news = self._now(check.name, check.run())
        if not self._line:
            self._spares.prepare()  # for the next save, while its author thinks
        return news

    def _now(self, name: str, findings: Iterable[Finding]) -> News:
        was = self.findings
        self._found[name] = tuple(findings)
        return self._since(was)

    def _since(self, was: list[Finding]) -> News:
        now = self.findings
        return News(
            appeared=tuple(each for each in now if each not in was),
            mended=tuple(each for each in was if each not in now),
        )

    def _put_in_line(self, problem: Problem, changed: set[Path]) -> None:
        """What rests on a changed file, what is new, and what was waiting already."""
        waited = {check.name for check in self._line}
        rested_on = {check.name: check.rests_on for check in self._checks}
        of_all = problem.folder / "problem.toml" in changed
        if of_all:
            self._memory = Memory(problem.folder)  # limits may be others
        tests_are_others = self._memory.look_again()
        if of_all or tests_are_others or _collected(problem) != _collected(self._problem):
            self._lanes.close()  # what it has collected is no more
            self._lanes = RecallingLanes(problem, self._memory, self._spares)
            self._lanes.warm_up()
        self._problem = problem
        self._checks = list(checks_of(problem, self._lanes))
        for name in rested_on.keys() - {check.name for check in self._checks}:
            self._found.pop(name, None)
        levels = {path.parent.name for path in changed}

        def rests_on(check: SoundnessCheck) -> bool:
            """Whether on a changed file, or on one that is gone."""
            return bool((check.rests_on | rested_on.get(check.name, frozenset())) & changed)

        def is_far(check: SoundnessCheck) -> bool:
            return not rests_on(check) or f"level_{check.level}" not in levels

        touched = [
            check
            for check in self._checks
            if of_all or rests_on(check) or check.name in waited or check.name not in rested_on
        ]
        self._line = sorted(touched, key=is_far)

    def close(self) -> None:
        """End every process of it."""
        self._lanes.close()
        self._spares.close()


def _collected(problem: Problem) -> Problem:
    """All of a problem but what may change under a warm grader."""
    return problem.model_copy(update={"submissions": ()})


def _look(problem: Problem) -> _Look:
    """What the file system says of every file of a problem; equal looks need no reading."""
    folder = problem.folder
    written = [file for file in folder.rglob("*") if file.suffix in (".py", ".md", ".toml")]
    found: _Look = {}
    for file in (problem.starter_file, problem.instructor_page, *written, *files_of(folder)):
        try:
            status = file.stat()
        except OSError:
            continue  # it comes and goes
        if "__pycache__" not in file.parts:
            found[file] = (status.st_ino, status.st_size, status.st_mtime_ns)
    return found
