"""Recorded sittings: played through the public door with a clock that is set and a scripted judge."""

import ast
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from harness.catalog import Problem
from harness.grading.report import LevelResult, Report, TestResult, rounded_score
from harness.session import MODES, OnResult, Sitting, Store
from harness.session.store import source_hash
from harness.verdict import Verdict
from tests.session.doubles import FakeClock, save


@cache
def tests_of(file: Path, level: int, kind: str) -> tuple[TestResult, ...]:
    """The tests of a file, all accepted, with their ids and tags."""
    found = []
    for node in ast.parse(file.read_text()).body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            tags = [
                mark.args
                for mark in node.decorator_list
                if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.tags"
            ]
            found.append(
                TestResult(
                    id=f"level_{level}/{file.name}::{node.name}",
                    level=level,
                    kind="sample" if kind == "sample" else "hidden",
                    tags=tuple(arg.value for args in tags for arg in args),  # type: ignore[attr-defined]
                    verdict=Verdict.ACCEPTED,
                )
            )
    return tuple(found)


REFUSED = {"verdict": Verdict.COMPILE_ERROR, "passed": 0, "scored_passed": 0}


def refusal(source: bytes) -> str:
    """Why the source does not compile; empty if it does."""
    try:
        compile(source, "solution.py", "exec")
    except (SyntaxError, ValueError, RecursionError) as error:
        return f"solution.py does not compile: {error}"
    return ""


def report_of(problem: Problem, source: bytes, level: int, failing: Collection[str]) -> Report:
    """What the judge would say if these tests failed: by id or name, or all of a level by its number."""
    tests: list[TestResult] = []
    levels = []
    for number in range(1, level + 1):
        place = problem.level(number)
        own = [
            test.model_copy(update={"verdict": Verdict.WRONG_ANSWER})
            if {test.id, test.name, str(number)} & set(failing)
            else test
            for file, kind in ((place.sample_tests, "sample"), (place.hidden_tests, "hidden"))
            for test in tests_of(file, number, kind)
        ]
        scored = [test for test in own if test.kind == "hidden"]
        levels.append(
            LevelResult(
                level=number,
                verdict=next((t.verdict for t in own if not t.accepted), Verdict.ACCEPTED),
                passed=sum(test.accepted for test in own),
                total=len(own),
                scored_passed=sum(test.accepted for test in scored),
                scored_total=len(scored),
                max_points=place.points,
            )
        )
        tests += own
    message = refusal(source)
    if message:
        tests = [test.model_copy(update={"verdict": Verdict.COMPILE_ERROR}) for test in tests]
        levels = [each.model_copy(update=REFUSED) for each in levels]
    known = {name for test in tests for name in (test.id, test.name, str(test.level))}
    assert set(failing) <= known, set(failing) - known
    return Report(
        problem=problem.id,
        problem_version=problem.version,
        package_hash="p",
        submission_hash=source_hash(source),
        seed=0,
        harness_version="0",
        level=level,
        verdict=next((t.verdict for t in tests if not t.accepted), Verdict.ACCEPTED),
        message=message,
        score=rounded_score(tuple(levels)),
        max_score=sum(each.max_points for each in levels),
        levels=tuple(levels),
        tests=tuple(tests),
        protections=(),
        cpu_seconds=0.0,
        wall_seconds=0.0,
    )


@dataclass
class Recording:
    """A sitting that is played minute by minute."""

    problem: Problem
    store: Store
    folder: Path
    mode: str = "exam"
    level: int | None = None
    clock: FakeClock = field(default_factory=FakeClock)

    def __post_init__(self) -> None:
        self.sitting = Sitting.start(
            self.store,
            self.problem,
            MODES[self.mode],
            self.folder,
            level=self.level,
            clock=self.clock,
        )
        self._began = self.clock.at

    def run(self, minute: float, source: str, *failing: str) -> None:
        """Submit a source at a minute of the sitting, of which these tests fail."""
        self.until(minute)
        save(self.folder, source.encode())

        def judge(source: bytes, level: int, on_result: OnResult | None) -> Report:
            return report_of(self.problem, source, level, failing)

        self.sitting.submit(judge)

    def until(self, minute: float) -> None:
        """Let time pass."""
        self.clock.tick(round(self._began + minute * 60_000) - self.clock.at)

    def finish(self, minute: float | None = None) -> Sitting:
        """End it then, or let its time run out."""
        if minute is None:
            self.until(self.sitting.state.started.minutes)
            self.sitting.close_if_overdue()
        else:
            self.until(minute)
            self.sitting.finish()
        return self.sitting


Record = Callable[..., Recording]


def reference(problem: Problem, level: int, design: str = "") -> str:
    """A known right solution."""
    name = f"level_{level}_{design}.py" if design else f"level_{level}.py"
    return (problem.reference(level).parent / name).read_text()


def with_only(source: str, *methods: str) -> str:
    """The source with only these public methods of its main class, as a person in small steps has it."""
    tree = ast.parse(source)
    main = next(node for node in reversed(tree.body) if isinstance(node, ast.ClassDef))
    main.body = [
        node
        for node in main.body
        if not isinstance(node, ast.FunctionDef)
        or node.name.startswith("_")
        or node.name in methods
    ]
    return ast.unparse(tree) + "\n"


def all_but(problem: Problem, level: int, count: int) -> tuple[str, ...]:
    """The ids of a level's hidden tests without the first so many."""
    return tuple(test.id for test in tests_of(problem.level(level).hidden_tests, level, "hidden"))[
        count:
    ]
