"""Proof that a problem is sound: everything it contains, run as candidates' programs are.

References and what decides a wrong submission's verdict go through the grader itself. That nothing
else is amiss a dry run says, many times faster; what it finds amiss is graded in full.
"""

import ast
import os
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from harness.authoring.dry.runner import DryOutcome
from harness.authoring.finding import Finding
from harness.authoring.proving.announced import check_announced
from harness.authoring.proving.examples import check_examples, reference_path
from harness.authoring.proving.lanes import Check, Lanes, OnProgress
from harness.authoring.proving.legible import check_legible
from harness.authoring.proving.secrecy import check_secrecy
from harness.authoring.proving.unfinished import check_unfinished
from harness.catalog.models import Problem, Submission
from harness.errors import InternalFaultError
from harness.grading.report import Report
from harness.verdict import Verdict

SHUFFLES = 20
"""Runs of the last reference in other orders and with other generated inputs."""

LIMIT_MARGIN = 5
"""A test's CPU limit is at least this many times what the reference takes."""


_DRY = (Verdict.WRONG_ANSWER, Verdict.RUN_TIME_ERROR, Verdict.COMPILE_ERROR)
"""Verdicts of submissions that a dry run may try: they break no limit."""


def prove(
    problem: Problem, on_progress: OnProgress | None = None, *, lanes: int | None = None
) -> list[Finding]:
    """Return every reason why the problem is not sound, and what could be better.

    Args:
        problem: what to prove.
        on_progress: called with the number of checks done and of all, from one thread at a time.
        lanes: how many checks run at a time; by default as many as there are processors.
    """
    illegible = list(check_legible(problem))
    if illegible:
        return illegible
    with Lanes(problem, lanes or os.cpu_count() or 1) as own:
        findings = own.run([check.run for check in checks_of(problem, own)], on_progress)
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
    references = [Path(reference_path(problem, level.number)) for level in levels]
    samples = [level.sample_tests for level in levels]
    tests = _tests_to(problem, len(levels))

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
        needed = [reference, *_tests_to(problem, min(number + 1, len(levels)))]
        yield check(f"reference {number}", number, _check_reference, lanes, number, on=needed)
    yield check("starter", 0, _check_starter, lanes, on=[starter, *tests])
    for each in problem.submissions:
        needed = [each.path, *_tests_to(problem, each.level)]
        name = f"submission {each.path}"
        yield check(name, each.level, _check_submission, lanes, each, on=needed)
    for seed in range(1, SHUFFLES + 1):
        name = f"shuffle {seed}"
        yield check(name, 0, _check_shuffled, lanes, seed, on=[references[-1], *tests])


def _tests_to(problem: Problem, level: int) -> list[Path]:
    return [
        file for each in problem.levels[:level] for file in (each.sample_tests, each.hidden_tests)
    ]


def _check_reference(problem: Problem, lanes: Lanes, level: int) -> Iterator[Finding]:
    """Level *k*'s reference passes levels 1 to *k* and fails at *k* + 1."""
    file = Path(reference_path(problem, level))
    reaches = min(level + 1, len(problem.levels))
    report = lanes.grade(file, reaches)
    yield from _ours(problem, report, file)
    if not report.tests:
        return
    for result in report.levels[:level]:
        if result.verdict is not Verdict.ACCEPTED:
            yield Finding(
                check="reference-fails",
                file=file,
                message=f"is not accepted at level {result.level}: {_first(report, result.level)}",
            )
    own = [test for test in report.tests if test.level <= level]
    slowest = max(own, key=lambda test: test.cpu_seconds, default=None)
    if slowest and slowest.cpu_seconds * LIMIT_MARGIN > problem.limits.cpu_seconds:
        yield Finding(
            check="limit-too-tight",
            file=problem.folder / "problem.toml",
            message=f"{slowest.id} takes the reference {slowest.cpu_seconds:.2f} s of CPU time; "
            f"set `limits.cpu_seconds` to {LIMIT_MARGIN * slowest.cpu_seconds:.1f} or more.",
        )
    if reaches > level and report.levels[level].verdict is Verdict.ACCEPTED:
        yield Finding(
            check="level-adds-nothing",
            file=problem.level(level + 1).hidden_tests,
            message=f"level {level}'s reference passes them all; test what level {level + 1} adds.",
        )


def _check_starter(problem: Problem, lanes: Lanes) -> Iterator[Finding]:
    """The starter passes no test at all."""
    report = lanes.grade(problem.starter_file, len(problem.levels))
    yield from _ours(problem, report, problem.starter_file)
    for test in report.tests:
        if test.accepted:
            yield Finding(
                check="starter-passes",
                file=problem.starter_file,
                message=f"passes {test.id}; that test would be a gift, make it check more.",
            )


def _check_submission(problem: Problem, lanes: Lanes, submission: Submission) -> Iterator[Finding]:
    """Wrong ones get exactly their verdict at exactly their level; accepted ones pass."""
    if submission.verdict is Verdict.ACCEPTED and submission.path == Path(
        reference_path(problem, submission.level)
    ):
        return  # a level's own reference is checked by itself
    try:
        plain = _is_plainly_so(lanes, submission)
    except InternalFaultError:
        plain = False  # a report will say at whose fault
    if not plain:
        yield from _grade_in_full(problem, lanes, submission)


def _is_plainly_so(lanes: Lanes, submission: Submission) -> bool:
    """Whether the submission's verdict at its level, and no other before, is seen the short way."""
    source, level = submission.path.read_bytes(), submission.level
    if not lanes.tests(level):
        return False  # they cannot be collected; the grader says why
    before = lanes.tests(level - 1) if level > 1 else []
    if submission.verdict is Verdict.TIME_LIMIT_EXCEEDED:
        # The first test to run out of time is enough; the others would take as long.
        passed = lanes.dry_run(source, before)
        failure = lanes.first_failure(source, level) if not before or _passed(passed) else None
        return failure is not None and (failure.level, failure.verdict) == (
            level,
            submission.verdict,
        )
    if submission.verdict not in _DRY:
        return False
    outcome = lanes.dry_run(source, lanes.tests(level))
    if outcome is None or not outcome.failed or outcome.slow or set(outcome.failed) & set(before):
        return False
    judged = lanes.judge_tests(source, outcome.failed)
    return {result.verdict for result in judged} == {submission.verdict}


def _passed(outcome: DryOutcome | None) -> bool:
    return outcome is not None and outcome.passed


def _grade_in_full(problem: Problem, lanes: Lanes, submission: Submission) -> Iterator[Finding]:
    file = submission.path
    report = lanes.grade(file, submission.level)
    yield from _ours(problem, report, file)
    if not report.tests:
        return
    earlier = report
    if any(test.verdict is Verdict.SKIPPED for test in report.tests):
        earlier = lanes.grade(file, max(1, submission.level - 1))  # where it does not hang yet
    for result in earlier.levels[: submission.level - 1]:
        if result.verdict is not Verdict.ACCEPTED:
            yield Finding(
                check="rejected-early",
                file=file,
                message=f"must pass level {result.level}, but does not: "
                f"{_first(earlier, result.level)}",
            )
    verdicts: set[Verdict] = {
        test.verdict
        for test in report.tests
        if test.level == submission.level
        and test.verdict not in (Verdict.ACCEPTED, Verdict.SKIPPED)
    }
    if (verdicts or {Verdict.ACCEPTED}) != {submission.verdict}:
        told = ", ".join(sorted(verdicts)) or Verdict.ACCEPTED
        yield Finding(
            check="verdict-differs",
            file=file,
            message=f"is {told} at level {submission.level}, not {submission.verdict}; "
            "mend the submission or the tests.",
        )


def _check_shuffled(problem: Problem, lanes: Lanes, seed: int) -> Iterator[Finding]:
    """The last reference passes in any order of tests and with any generated inputs."""
    level = len(problem.levels)
    file = Path(reference_path(problem, level))
    tests = lanes.tests(level)
    random.Random(seed).shuffle(tests)  # noqa: S311 - an order, not a secret
    dry = lanes.dry_run(file.read_bytes(), tests, seed=seed)
    if _passed(dry):
        return
    anyway = {test.id for test in lanes.grade(file, level).tests if not test.accepted}
    if dry is not None and dry.failed and not dry.slow and anyway.issuperset(dry.failed):
        return  # the reference's own check says so once
    report = lanes.grade(file, level, seed=seed)
    for test in report.tests:
        if not test.accepted and test.id not in anyway:
            yield Finding(
                check="depends-on-chance",
                file=problem.folder / test.id.partition("::")[0],
                message=f"{test.name} fails the reference in an order and with inputs drawn from "
                f"seed {seed}: {test.message}",
            )


def _ours(problem: Problem, report: Report, file: Path) -> Iterator[Finding]:
    """A fault of the tests themselves, whatever the submission."""
    faults = [test for test in report.tests if test.verdict is Verdict.INTERNAL_ERROR]
    if not report.tests:
        broken, line = _unparsable(problem)
        yield Finding(check="test-at-fault", file=broken, line=line, message=report.message)
    elif report.verdict is Verdict.INTERNAL_ERROR or faults:
        told = report.message or f"{faults[0].id}: {faults[0].message}"
        yield Finding(check="test-at-fault", file=file, message=f"cannot be judged: {told}")


def _unparsable(problem: Problem) -> tuple[Path, int | None]:
    """The first test file that is no Python, and the line; else the problem's folder."""
    for file in _tests_to(problem, len(problem.levels)):
        try:
            ast.parse(file.read_bytes())
        except (SyntaxError, ValueError) as error:
            return file, getattr(error, "lineno", None)
    return problem.folder, None


def _first(report: Report, level: int) -> str:
    failed = (test for test in report.tests if test.level == level and not test.accepted)
    test = next(failed, None)
    return f"{test.name} is {test.verdict}: {test.message}" if test else report.message
