"""Stand-ins for what a sitting meets: a clock that is set, a judge that is told the answer.

The judge reads its verdict from the source: ``2 1`` passes two tests of level 1 and one of
level 2, ``fault`` is a fault of ours.
"""

from dataclasses import dataclass, field
from pathlib import Path

from harness.catalog.models import Problem
from harness.grading.report import Exchange, LevelResult, Report, TestResult, rounded_score
from harness.session.events import MODES, LevelPlan, Mode, Reading, Started
from harness.session.sitting import OnResult
from harness.session.store import source_hash
from harness.verdict import Verdict

NOON = 1_700_000_000_000
MINUTE = 60_000
TESTS = 3
"""Per level: one sample and two that score."""
POINTS = (100, 150, 250)


HOUR_OF_BOOT = 60 * MINUTE
"""How long the fake machine has been up at first."""


def reading(at: int, **changes: int | str) -> Reading:
    """What the clocks of the fake machine show while nobody set one and it neither slept nor died."""
    up = at - NOON + HOUR_OF_BOOT
    whole = {"wall": at, "monotonic": up, "boot": up, "boot_id": "first", "machine": "m"}
    return Reading.model_validate(whole | changes)


@dataclass
class FakeClock:
    """The clocks of a machine, which stand until they are moved."""

    at: int = NOON
    """The wall clock."""
    monotonic: int = HOUR_OF_BOOT
    boot: int = HOUR_OF_BOOT
    boots: int = 1

    def now(self) -> int:
        return self.at

    def read(self) -> Reading:
        return Reading(
            wall=self.at,
            monotonic=self.monotonic,
            boot=self.boot,
            boot_id=f"boot {self.boots}",
            machine="m",
        )

    def pass_minutes(self, minutes: float) -> None:
        self.tick(round(minutes * MINUTE))

    def tick(self, milliseconds: int) -> None:
        self.at += milliseconds
        self.monotonic += milliseconds
        self.boot += milliseconds

    def sleep(self, milliseconds: int) -> None:
        """The machine sleeps."""
        self.at += milliseconds
        self.boot += milliseconds

    def set(self, by: int) -> None:
        """Somebody sets the wall clock."""
        self.at += by

    def restart(self, off: int) -> None:
        """The machine is switched off, and on again later."""
        self.at += off
        self.monotonic = self.boot = 0
        self.boots += 1


@dataclass
class FakeJudge:
    """Grades by what the source says of itself, and remembers what it was given."""

    points: tuple[int, ...] = POINTS
    graded: list[tuple[bytes, int]] = field(default_factory=list)

    def __call__(self, source: bytes, level: int, on_result: OnResult | None) -> Report:
        self.graded.append((source, level))
        report = report_of(source, level, self.points)
        if on_result:
            for test in report.tests:
                on_result(test)
        return report


def passing(*levels: int) -> bytes:
    """A source that passes so many tests of each level."""
    return " ".join(map(str, levels)).encode()


def report_of(source: bytes, level: int, points: tuple[int, ...] = POINTS) -> Report:
    """The report that the fake judge makes of a source on levels 1 to ``level``."""
    text = source.decode()
    faulted = text == "fault"
    passed = [int(word) for word in text.split() if word.isdigit()]
    passed += [0] * (level - len(passed))
    tests = tuple(
        _test(number, index, accepted=index < passed[number - 1])
        for number in range(1, level + 1)
        for index in range(TESTS)
    )
    levels = tuple(
        level_result(number, passed[number - 1], points[number - 1])
        for number in range(1, level + 1)
    )
    if faulted:
        tests, levels = (), ()
    refused = next((test.verdict for test in tests if not test.accepted), Verdict.ACCEPTED)
    return Report(
        problem="counter",
        problem_version="1.0.0",
        package_hash="p",
        submission_hash=source_hash(source),
        seed=0,
        harness_version="0",
        level=level,
        verdict=Verdict.INTERNAL_ERROR if faulted else refused,
        score=rounded_score(levels),
        max_score=sum(points[:level]),
        levels=levels,
        tests=tests,
        protections=(),
        cpu_seconds=0.0,
        wall_seconds=0.0,
    )


def _test(level: int, index: int, *, accepted: bool) -> TestResult:
    kind = "sample" if index == 0 else "hidden"
    return TestResult(
        id=f"level_{level}/test_{kind}.py::test_{index}",
        level=level,
        kind="sample" if index == 0 else "hidden",
        verdict=Verdict.ACCEPTED if accepted else Verdict.WRONG_ANSWER,
        message="" if accepted else f"secret of {kind} test {index}",
        conversation=() if accepted else (Exchange(call="count()", came="0"),),
    )


def level_result(number: int, passed: int, points: int) -> LevelResult:
    """The result of a level of which so many tests passed."""
    return LevelResult(
        level=number,
        verdict=Verdict.ACCEPTED if passed == TESTS else Verdict.WRONG_ANSWER,
        passed=passed,
        total=TESTS,
        scored_passed=max(0, passed - 1),
        scored_total=TESTS - 1,
        max_points=points,
    )


def started(
    mode: Mode = MODES["exam"],
    *,
    minutes: int = 90,
    at: int = NOON,
    folder: str = "/work",
    grades_last_save: bool = False,
) -> Started:
    """The first event of a sitting of three levels."""
    return Started(
        at=at,
        session="s",
        problem="counter",
        problem_uuid="6c7ebddb-d8f1-438c-b435-2b8aaf3fdc0a",
        problem_version="1.0.0",
        package_hash="p",
        name="Counter",
        mode=mode,
        minutes=minutes,
        folder=folder,
        grades_last_save=grades_last_save,
        reading=reading(at),
        levels=tuple(
            LevelPlan(number=number, name=f"Part {number}", points=points, pace=10)
            for number, points in enumerate(POINTS, start=1)
        ),
    )


def judge_for(problem: Problem) -> FakeJudge:
    """A fake judge that splits this problem's points."""
    return FakeJudge(tuple(level.points for level in problem.levels))


def save(folder: Path, source: bytes) -> None:
    """Save a solution, as a person's editor does."""
    (folder / "solution.py").write_bytes(source)
