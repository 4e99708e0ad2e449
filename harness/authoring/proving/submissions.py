"""Does every submission get the verdict that it is filed under, at its level and no earlier?"""

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from harness.authoring.dry.runner import DryTerms
from harness.authoring.finding import Finding
from harness.authoring.proving.blame import faults_of_tests, first_failure
from harness.authoring.proving.examples import reference_path
from harness.authoring.proving.lanes import Lanes
from harness.authoring.proving.short_way import passed, passing, plainly
from harness.catalog.models import Problem, Submission
from harness.errors import InternalFaultError
from harness.grading.report import TestResult
from harness.verdict import Verdict

_SUSPECT = 0.1
"""The part of a test's CPU limit after which a dry run suspects that it runs out of time."""

_DRY = (Verdict.WRONG_ANSWER, Verdict.RUN_TIME_ERROR, Verdict.COMPILE_ERROR)
"""Verdicts of submissions that a dry run may try: they break no limit."""


def check_submission(problem: Problem, lanes: Lanes, submission: Submission) -> Iterator[Finding]:
    """Wrong ones get exactly their verdict at exactly their level; accepted ones pass."""
    if submission.verdict is Verdict.ACCEPTED and submission.path == Path(
        reference_path(problem, submission.level)
    ):
        return  # a level's own reference is checked by itself
    if plainly(_is_as_said, lanes, submission):
        return
    with contextlib.suppress(InternalFaultError):
        rejected_by = _rejections(lanes, submission)
        if rejected_by:
            yield from _compared(submission, rejected_by, rejected_by)
            return
    yield from _grade_in_full(problem, lanes, submission)


def _is_as_said(lanes: Lanes, submission: Submission) -> bool:
    """Whether the submission's verdict at its level, and no other before, is seen the short way."""
    source, level = submission.path.read_bytes(), submission.level
    if not lanes.tests(level):
        return False  # they cannot be collected; the grader says why
    before = lanes.tests(level - 1) if level > 1 else []
    if submission.verdict is Verdict.ACCEPTED:
        return bool(passing(lanes, source, level))
    if submission.verdict is Verdict.TIME_LIMIT_EXCEEDED:
        passes_before = not before or passed(lanes.dry_run(source, before))
        return passes_before and _out_of_time(lanes, source, level) is not None
    if submission.verdict not in _DRY:
        return False
    outcome = lanes.dry_run(source, lanes.tests(level))
    if outcome is None or not outcome.failed or outcome.slow or set(outcome.failed) & set(before):
        return False
    judged = lanes.judge_tests(source, outcome.failed)
    return {result.verdict for result in judged} == {submission.verdict}


def _out_of_time(lanes: Lanes, source: bytes, level: int) -> TestResult | None:
    """The first of a level's tests that it does not pass, if it runs out of time there.

    One such test is enough; the others would take as long.
    """
    tests = lanes.tests_of(level, sample=False)
    limit = lanes.problem.limits.cpu_seconds
    terms = DryTerms(slow_seconds=_SUSPECT * limit, until_failure=True)
    while tests:
        outcome = lanes.dry_run(source, tests, terms)
        if outcome is None or not outcome.slow:
            return None
        (judged,) = lanes.judge_tests(source, outcome.slow)
        if not judged.accepted:
            return judged if judged.verdict is Verdict.TIME_LIMIT_EXCEEDED else None
        tests = tests[tests.index(judged.id) + 1 :]
    return None


def _rejections(lanes: Lanes, submission: Submission) -> list[TestResult]:
    """What every test says that rejects a submission; nothing where only a report can tell."""
    source, level = submission.path.read_bytes(), submission.level
    last: list[TestResult] = []
    tests = lanes.tests(level)
    if submission.verdict is Verdict.TIME_LIMIT_EXCEEDED:
        out_of_time = _out_of_time(lanes, source, level)
        if out_of_time is None or level == 1:
            return []
        last, tests = [out_of_time], lanes.tests(level - 1)
    elif submission.verdict not in (*_DRY, Verdict.ACCEPTED):
        return []
    outcome = lanes.dry_run(source, tests)
    if outcome is None or not outcome.failed or outcome.slow:
        return []
    judged = lanes.judge_tests(source, outcome.failed)
    return [*judged, *last] if all(test.verdict in _DRY for test in judged) else []


def _grade_in_full(problem: Problem, lanes: Lanes, submission: Submission) -> Iterator[Finding]:
    file = submission.path
    report = lanes.grade(file, submission.level)
    yield from faults_of_tests(problem, report, file)
    if not report.tests:
        return
    earlier = report
    if any(test.verdict is Verdict.SKIPPED for test in report.tests):
        earlier = lanes.grade(file, max(1, submission.level - 1))  # where it does not hang yet
    yield from _compared(submission, earlier.tests, report.tests)


def _compared(
    submission: Submission, earlier: Sequence[TestResult], tests: Sequence[TestResult]
) -> Iterator[Finding]:
    """Compare what tests of earlier levels and those of its own say with what its file says."""
    for level in range(1, submission.level):
        if told := first_failure(earlier, level):
            yield Finding(
                check="rejected-early",
                file=submission.path,
                message=f"must pass level {level}, but does not: {told}",
            )
    verdicts: set[Verdict] = {
        test.verdict
        for test in tests
        if test.level == submission.level
        and test.verdict not in (Verdict.ACCEPTED, Verdict.SKIPPED)
    }
    if (verdicts or {Verdict.ACCEPTED}) != {submission.verdict}:
        told = ", ".join(sorted(verdicts)) or Verdict.ACCEPTED
        yield Finding(
            check="verdict-differs",
            file=submission.path,
            message=f"is {told} at level {submission.level}, not {submission.verdict}; "
            "mend the submission or the tests.",
        )
