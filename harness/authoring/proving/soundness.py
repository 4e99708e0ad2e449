"""Proof that a problem is sound: everything it contains, run as candidates' programs are.

References and what decides a wrong submission's verdict go through the grader itself. That nothing
else is amiss a dry run says, many times faster; what it finds amiss is graded before it is told.
"""

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from harness.authoring.dry.runner import DryTerms
from harness.authoring.finding import Finding
from harness.authoring.proving.announced import check_announced, place_of_test
from harness.authoring.proving.batch import Check, OnProgress
from harness.authoring.proving.blame import faults_of_tests, first_failure, tests_to
from harness.authoring.proving.examples import check_examples
from harness.authoring.proving.lanes import Lanes
from harness.authoring.proving.legible import check_legible
from harness.authoring.proving.secrecy import check_secrecy
from harness.authoring.proving.short_way import fails_all, passed, passing, plainly
from harness.authoring.proving.submissions import check_submission
from harness.authoring.proving.unfinished import check_unfinished
from harness.catalog.models import Problem
from harness.errors import InternalFaultError
from harness.grading.evaluator.suite.footings import files_of
from harness.grading.processors import processor_count
from harness.grading.report import TestResult
from harness.verdict import Verdict

SHUFFLES = 20
"""Runs of the last reference in other orders and with other generated inputs."""

DRAWS = 2
"""Seeds, from 1, of the inputs that they generate; drawing them takes longer than the runs."""

LIMIT_MARGIN = 5
"""A test's CPU limit is at least this many times what the reference takes."""

_MEASUREMENTS = 4
"""How often more a test is run that seems nearer to it."""


def prove(
    problem: Problem, on_progress: OnProgress | None = None, *, lanes: int | None = None
) -> list[Finding]:
    """Return every reason why the problem is not sound, and what could be better.

    Args:
        problem: what to prove.
        on_progress: called with the number of checks done and of all, from one thread at a time.
        lanes: how many checks run at a time; by default as many as there are processors.
    """
    with Lanes(problem, lanes or processor_count()) as own:
        return prove_in(own, on_progress)


def prove_in(lanes: Lanes, on_progress: OnProgress | None = None) -> list[Finding]:
    """Do as ``prove`` in lanes that are open, and stay so."""
    illegible = list(check_legible(lanes.problem))
    if illegible:
        return illegible
    checks = [check.run for check in checks_of(lanes.problem, lanes)]
    findings = lanes.run(checks, on_progress)
    return list(dict.fromkeys(findings))  # tests that cannot be loaded are told by every check


@dataclass(frozen=True)
class SoundnessCheck:
    """One thing that must hold, and what it depends on."""

    name: str
    """Which of a problem's checks it is."""
    rests_on: frozenset[Path]
    """The files that can change what it finds, beside the manifest."""
    level: int
    """The level it is about; 0 where it is about all."""
    run: Check[Finding]


def checks_of(problem: Problem, lanes: Lanes) -> Iterator[SoundnessCheck]:
    """Every check of a problem, in the order in which findings are told."""
    levels = problem.levels
    statements = [level.statement_file for level in levels]
    references = [problem.reference(level.number) for level in levels]
    samples = [level.sample_tests for level in levels]
    tests = tests_to(problem, len(levels))
    shared = set(files_of(problem.folder)).difference(tests)
    """What any test can rest on beside its own file: modules of theirs, and data."""

    def check(
        name: str, about: int, run: Callable[..., Iterable[Finding]], *args: Any, on: Iterable[Path]
    ) -> SoundnessCheck:
        return SoundnessCheck(name, frozenset(on), about, partial(run, problem, *args))

    starter = problem.starter_file
    read = [*statements, *tests, *references, starter]
    yield check("legible", 0, check_legible, on=read)
    submissions = [each.path for each in problem.submissions]
    written = [*read, *submissions, problem.instructor_page]
    yield check("unfinished", 0, check_unfinished, on=written)
    yield check("secrecy", 0, check_secrecy, on=[*statements, *samples, *references, starter])
    pages = [problem.instructor_page, *statements, *tests]
    yield check("announced", 0, check_announced, on=pages)
    for level, reference in zip(levels, references, strict=True):
        number = level.number
        said = [level.statement_file, reference]
        yield check(f"examples {number}", number, check_examples, level, on=said)
        needed = [reference, *shared, *tests_to(problem, min(number + 1, len(levels)))]
        yield check(f"reference {number}", number, _check_reference, lanes, number, on=needed)
    yield check("starter", 0, _check_starter, lanes, on=[starter, *shared, *tests])
    for each in problem.submissions:
        needed = [each.path, *shared, *tests_to(problem, each.level)]
        name = f"submission {each.path}"
        yield check(name, each.level, check_submission, lanes, each, on=needed)
    needed = [references[-1], *shared, *tests]
    for shuffle in range(1, SHUFFLES + 1):
        yield check(f"shuffle {shuffle}", 0, _check_shuffled, lanes, shuffle, on=needed)


def _check_reference(problem: Problem, lanes: Lanes, level: int) -> Iterator[Finding]:
    """Level *k*'s reference passes levels 1 to *k* and fails at *k* + 1."""
    file = problem.reference(level)
    reaches = min(level + 1, len(problem.levels))
    if reaches > level and plainly(_ends_at, problem, lanes, file, level):
        return
    report = lanes.grade(file, reaches)
    yield from faults_of_tests(problem, report, file)
    if not report.tests:
        return
    for result in report.levels[:level]:
        if result.verdict is not Verdict.ACCEPTED:
            yield Finding(
                check="reference-fails",
                file=file,
                message=f"is not accepted at level {result.level}: "
                f"{first_failure(report.tests, result.level) or report.message}",
            )
    own = [test for test in report.tests if test.level <= level]
    needs = {test.id: _needs(problem, lanes, file, test) for test in own}
    slowest = max(needs, key=needs.__getitem__, default="")
    if slowest and _is_near_the_limit(problem, needs[slowest]):
        yield Finding(
            check="limit-too-tight",
            file=problem.folder / "problem.toml",
            message=f"{slowest} takes the reference {needs[slowest]:.2f} s of CPU time; "
            f"set `limits.cpu_seconds` to {LIMIT_MARGIN * needs[slowest]:.1f} or more.",
        )
    if reaches > level and report.levels[level].verdict is Verdict.ACCEPTED:
        yield Finding(
            check="level-adds-nothing",
            file=problem.level(level + 1).hidden_tests,
            message=f"level {level}'s reference passes them all; test what level {level + 1} adds.",
        )


def _ends_at(problem: Problem, lanes: Lanes, file: Path, level: int) -> bool:
    """Whether a reference passes this level, and none after it, is seen the short way."""
    source = file.read_bytes()
    judged = passing(lanes, source, level)
    if not judged or any(_is_near_the_limit(problem, test.cpu_seconds) for test in judged):
        return False
    beyond = lanes.dry_run(source, lanes.tests_of(level + 1), DryTerms(until_failure=True))
    if beyond is None or not beyond.failed:
        return False
    (rejection,) = lanes.judge_tests(source, beyond.failed)
    return rejection.verdict not in (Verdict.ACCEPTED, Verdict.INTERNAL_ERROR)


def _needs(problem: Problem, lanes: Lanes, file: Path, test: TestResult) -> float:
    """CPU seconds that a test takes; where they are near the limit, the least of a few runs.

    What else runs on the machine can double a figure, but never halve one.
    """
    needed, tries = test.cpu_seconds, _MEASUREMENTS
    while tries and test.accepted and _is_near_the_limit(problem, needed):
        (again,) = lanes.judge_tests(file.read_bytes(), [test.id])
        needed = min(needed, again.cpu_seconds) if again.accepted else needed
        tries -= 1
    return needed


def _is_near_the_limit(problem: Problem, cpu_seconds: float) -> bool:
    return cpu_seconds * LIMIT_MARGIN > problem.limits.cpu_seconds


def _check_starter(problem: Problem, lanes: Lanes) -> Iterator[Finding]:
    """The starter passes no test at all."""
    if plainly(fails_all, lanes, problem.starter_file.read_bytes(), len(problem.levels)):
        return
    report = lanes.grade(problem.starter_file, len(problem.levels))
    yield from faults_of_tests(problem, report, problem.starter_file)
    for test in report.tests:
        if test.accepted:
            yield Finding(
                check="starter-passes",
                file=problem.starter_file,
                message=f"passes {test.id}; that test would be a gift, make it check more.",
            )


def _check_shuffled(problem: Problem, lanes: Lanes, shuffle: int) -> Iterator[Finding]:
    """The last reference passes in any order of tests and with any generated inputs."""
    level = len(problem.levels)
    file = problem.reference(level)
    tests = lanes.tests(level)
    random.Random(shuffle).shuffle(tests)  # noqa: S311 - an order, not a secret
    source, seed = file.read_bytes(), 1 + shuffle % DRAWS
    dry = lanes.dry_run(source, tests, DryTerms(seed=seed, settled=True))
    if not tests or passed(dry):
        return  # tests that cannot be collected are told of elsewhere
    anyway = {test.id for test in lanes.grade(file, level).tests if not test.accepted}
    if dry is not None and dry.failed and not dry.slow and anyway.issuperset(dry.failed):
        return  # the reference's own check says so once
    try:
        judged = lanes.judge_tests(source, tests, seed=seed)
    except InternalFaultError:
        judged = list(lanes.grade(file, level).tests)
    for test in judged:
        if not test.accepted and test.id not in anyway:
            place, line = place_of_test(problem, test.id)
            yield Finding(
                check="depends-on-chance",
                file=place,
                line=line,
                message=f"{test.name} fails the reference in shuffled order {shuffle} and with "
                f"inputs drawn from seed {seed}: {test.message}",
            )
