"""Stand-ins for what the screens meet: a clock that is set, a grader that reads its verdict.

``# passes 3 1`` in a source passes three tests of level 1 and one of level 2; ``# waits`` runs
until it is cancelled or let go; ``# breaks`` is a fault of ours.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event

from harness.catalog import Problem, Verdict
from harness.grading import Comparison, Exchange, GradingCancelledError, Report, TestResult
from harness.grading.report import rounded_score
from harness.tui.running.judge import OnResult
from tests.session import doubles
from tests.session.doubles import TESTS, level_result

NOON = 1_795_867_200_000
"""2026-11-28 12:00 UTC."""


@dataclass
class FakeClock(doubles.FakeClock):
    """A clock that stands until it is moved, at an hour that pictures show."""

    at: int = NOON


@dataclass
class FakeGrader:
    """Grades by what the source says of itself, and remembers what it was given."""

    problem: Problem
    graded: list[tuple[str, int]] = field(default_factory=list)
    let_go: Event = field(default_factory=Event)
    cancelled: Event = field(default_factory=Event)
    closed: bool = False

    def grade(self, source: bytes, level: int, *, on_result: OnResult | None = None) -> Report:
        self.cancelled.clear()
        text = source.decode()
        self.graded.append((text, level))
        if "# breaks" in text:
            raise ZeroDivisionError("a fault [bold]of ours[/bold]")
        report = report_of(text, level, self.problem)
        for index, test in enumerate(report.tests):
            if on_result is not None:
                on_result(test)
            if index == 0 and "# waits" in text:
                self._wait()
        return report

    def cancel(self) -> None:
        self.cancelled.set()

    def close(self) -> None:
        self.closed = True

    def _wait(self) -> None:
        while not self.let_go.wait(0.01):
            if self.cancelled.is_set():
                raise GradingCancelledError("The run was cancelled.")


@dataclass
class Graders:
    """Makes fake graders and keeps them, as the kit's ``make_grader``."""

    made: list[FakeGrader] = field(default_factory=list)
    failure: Callable[[], Exception] | None = None

    def __call__(self, problem: Problem) -> FakeGrader:
        if self.failure is not None:
            raise self.failure()
        grader = FakeGrader(problem)
        self.made.append(grader)
        return grader

    @property
    def graded(self) -> list[tuple[str, int]]:
        return [each for grader in self.made for each in grader.graded]


def passing(*levels: int) -> str:
    """A source that passes so many tests of each level."""
    return f"# passes {' '.join(map(str, levels))}\nclass Counter:\n    pass\n"


def report_of(text: str, level: int, problem: Problem) -> Report:
    """The report that the fake grader makes of a source on levels 1 to ``level``."""
    found = re.search(r"# passes ([\d ]+)", text)
    passed = [int(word) for word in found[1].split()] if found else []
    passed += [0] * (level - len(passed))
    tests = tuple(
        _test(number, index, accepted=index < passed[number - 1])
        for number in range(level, 0, -1)
        for index in range(TESTS)
    )
    levels = tuple(
        level_result(number, passed[number - 1], problem.level(number).points)
        for number in range(1, level + 1)
    )
    return Report(
        problem=problem.id,
        problem_version=problem.version,
        package_hash="p",
        submission_hash="s",
        seed=0,
        harness_version="0",
        level=level,
        verdict=next((t.verdict for t in tests if not t.accepted), Verdict.ACCEPTED),
        score=rounded_score(levels),
        max_score=problem.max_score,
        levels=levels,
        tests=tests,
        protections=(),
        cpu_seconds=0.0,
        wall_seconds=0.0,
    )


def _test(level: int, index: int, *, accepted: bool) -> TestResult:
    if accepted:
        return TestResult(
            id=f"level_{level}/test_{_kind(index)}.py::test_{level}_{index}",
            level=level,
            kind="sample" if index == 0 else "hidden",
            verdict=Verdict.ACCEPTED,
        )
    return TestResult(
        id=f"level_{level}/test_{_kind(index)}.py::test_{level}_{index}",
        level=level,
        kind="sample" if index == 0 else "hidden",
        verdict=Verdict.WRONG_ANSWER,
        tags=("counting",),
        message="count() gave [red]2[/red]\x1b[2J, 3 was expected",
        conversation=(
            Exchange(call="counter = Counter()", came="counter"),
            Exchange(call="counter.count()", came="2"),
        ),
        comparison=Comparison(came="2", expected="3"),
        assertion="assert counter.count() == 3",
        output="[bold]printed[/bold] \x1b]0;title\x07 by me\n",
    )


def _kind(index: int) -> str:
    return "sample" if index == 0 else "hidden"
