"""Strength: all that can be measured of how well a problem's tests judge, level by level."""

import importlib.util
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from harness.authoring.dry.runner import DryTerms, Reach
from harness.authoring.finding import Finding
from harness.authoring.mutating.equivalents import read_equivalents
from harness.authoring.mutating.mutation import (
    MutantTrial,
    MutationScore,
    judge_trials,
    try_mutants,
)
from harness.authoring.proving.announced import untested_sentences
from harness.authoring.proving.batch import OnProgress
from harness.authoring.proving.lanes import Lanes
from harness.authoring.strength.needed import needed_tests
from harness.catalog.models import Level, Model, Problem
from harness.errors import WrongUseError
from harness.grading.report import TestResult

_TRACED = 10
"""How many times its CPU limit a test may take while coverage.py looks on."""


class Branch(Model):
    """A way out of a line."""

    line: int
    to: int | None
    """The line it leads to; None out of the function."""


class Reached(Model):
    """What of a level's reference the scored tests of its level and below reach."""

    lines: int
    """How many lines hold a statement."""
    unreached_lines: tuple[int, ...]
    branches: int
    """How many ways lead out of lines that have more than one."""
    branches_reached: int
    unreached_branches: tuple[Branch, ...]
    """Of reached lines only: from an unreached one there is no more to tell."""


class Unneeded(Model):
    """A scored test without which, and without all others like it, no mutant would survive."""

    test: str
    rejects: int
    """How many mutants it rejects, as other tests do too."""


class UntestedSentence(Model):
    """A sentence of the statement without a test, by the author's table."""

    file: Path
    """The statement; where there is a reason, the page that says it."""
    line: int
    sentence: str
    reason: str
    """Why there is none, in the author's words; empty where there is no word of it."""


class TestTime(Model):
    """What a test takes the reference of its level."""

    __test__ = False  # the name is the field's own; pytest must not collect it

    test: str
    cpu_ms: float


class LevelStrength(Model):
    """How strong the tests of one level are."""

    level: int
    mutation: MutationScore
    reference: Path
    reached: Reached | None
    """None where the dry run came to no end."""
    scored_tests: int
    unneeded: tuple[Unneeded, ...]
    untested: tuple[UntestedSentence, ...]
    times: tuple[TestTime, ...]
    """Every test of the level, samples too; the slowest first."""
    cpu_ms: float
    """All of them together."""
    limit_margin: float | None
    """How many times the slowest one fits into the CPU limit; None where it takes no time."""


class Strength(Model):
    """How strong a problem's tests are. It proves nothing unsound."""

    cpu_limit_ms: float
    """What one test of a submission may take."""
    levels: tuple[LevelStrength, ...]


def demand_coverage() -> None:
    """Make sure that coverage is there, before anything that takes long.

    Raises:
        WrongUseError: it is not installed.
    """
    if importlib.util.find_spec("coverage") is None:
        raise WrongUseError(
            "The strength of tests needs the package coverage: "
            "pip install 'progressive-harness[authoring]'."
        )


def measure_strength(
    lanes: Lanes, on_progress: OnProgress | None = None
) -> tuple[Strength, list[MutationScore], list[Finding]]:
    """Measure the tests of a problem whose tests can be run; coverage must be there.

    Args:
        lanes: of the problem whose tests they are.
        on_progress: called with the number of mutants tried and of all.

    Returns:
        The strength, and what ``prove_mutants`` returns.

    Raises:
        WrongUseError: mutmut is missing, or ``equivalent.toml`` is broken.
    """
    problem = lanes.problem
    excuses = read_equivalents(problem)
    trials = try_mutants(lanes, on_progress, every_test=True)
    runs = lanes.run([partial(_run_reference, lanes, level) for level in problem.levels])
    scores, findings = judge_trials(problem, trials, excuses)
    unneeded = _unneeded([test.id for run in runs for test in run.scored], trials)
    levels = [
        _level_strength(problem, run, score, unneeded)
        for run, score in zip(runs, scores, strict=True)
    ]
    limit = problem.limits.cpu_seconds * 1000
    return Strength(cpu_limit_ms=limit, levels=tuple(levels)), scores, findings


@dataclass(frozen=True)
class _ReferenceRun:
    """A level's reference, met by the tests."""

    level: Level
    reach: Reach | None
    own: tuple[TestResult, ...]
    """What the grader says of the level's own tests."""

    @property
    def scored(self) -> list[TestResult]:
        return [test for test in self.own if test.kind == "hidden"]


def _run_reference(lanes: Lanes, level: Level) -> Iterator[_ReferenceRun]:
    reference = lanes.problem.reference(level.number)
    seen = lanes.dry_run(
        reference.read_bytes(),
        lanes.tests(level.number, sample=False),
        DryTerms(slow_seconds=_TRACED * lanes.problem.limits.cpu_seconds, reach=True),
    )
    report = lanes.grade(reference, level.number)
    own = tuple(test for test in report.tests if test.level == level.number)
    yield _ReferenceRun(level, seen.reach if seen else None, own)


def _unneeded(tests: Sequence[str], trials: Sequence[MutantTrial]) -> list[Unneeded]:
    needed = needed_tests(tests, [trial.rejected_by for trial in trials])
    rejects = Counter(test for trial in trials for test in trial.rejected_by)
    return [Unneeded(test=test, rejects=rejects[test]) for test in tests if test not in needed]


def _level_strength(
    problem: Problem, run: _ReferenceRun, score: MutationScore, unneeded: Sequence[Unneeded]
) -> LevelStrength:
    times = [TestTime(test=test.id, cpu_ms=round(test.cpu_seconds * 1000, 3)) for test in run.own]
    slowest = max((test.cpu_seconds for test in run.own), default=0.0)
    scored = {test.id for test in run.scored}
    return LevelStrength(
        level=run.level.number,
        mutation=score,
        reference=problem.reference(run.level.number),
        reached=_reached(run.reach) if run.reach else None,
        scored_tests=len(scored),
        unneeded=tuple(each for each in unneeded if each.test in scored),
        untested=tuple(
            UntestedSentence(
                file=each.file, line=each.line, sentence=each.sentence, reason=each.reason
            )
            for each in untested_sentences(problem, run.level)
        ),
        times=tuple(sorted(times, key=lambda time: -time.cpu_ms)),
        cpu_ms=round(sum(time.cpu_ms for time in times), 3),
        limit_margin=round(problem.limits.cpu_seconds / slowest, 1) if slowest else None,
    )


def _reached(reach: Reach) -> Reached:
    return Reached(
        lines=reach.lines,
        unreached_lines=reach.unreached_lines,
        branches=reach.branches,
        branches_reached=reach.branches_reached,
        unreached_branches=tuple(
            Branch(line=line, to=to if to > 0 else None) for line, to in reach.unreached_branches
        ),
    )
