"""Does every submission get the verdict that it is filed under, at its level and no earlier?"""

import contextlib
from collections.abc import Iterator, Sequence

from harness.authoring.finding import Finding
from harness.authoring.proving.blame import faults_of_tests, first_failure
from harness.authoring.proving.lanes import Lanes
from harness.authoring.proving.short_way import (
    accepts,
    first_rejection,
    passes_before,
    plainly,
)
from harness.catalog.models import Problem, Submission
from harness.errors import InternalFaultError
from harness.grading.report import TestResult
from harness.verdict import Verdict

_DRY = (
    Verdict.WRONG_ANSWER,
    Verdict.RUN_TIME_ERROR,
    Verdict.COMPILE_ERROR,
    Verdict.TIME_LIMIT_EXCEEDED,
)
"""Verdicts of submissions that a dry run may try: of the limits they break none but its own."""

_NOT_REJECTED = (Verdict.ACCEPTED, Verdict.SKIPPED)


def check_submission(problem: Problem, lanes: Lanes, submission: Submission) -> Iterator[Finding]:
    """Wrong ones get exactly their verdict at exactly their level; accepted ones pass."""
    if submission.path == problem.reference(submission.level):
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
    if submission.verdict is Verdict.ACCEPTED:
        return accepts(lanes, source, level)
    if submission.verdict not in _DRY or not passes_before(lanes, source, level):
        return False
    rejection = first_rejection(lanes, source, level)
    return rejection is not None and rejection.verdict is submission.verdict


def _rejections(lanes: Lanes, submission: Submission) -> list[TestResult]:
    """What the tests say that reject a submission; nothing where only a report can tell."""
    source, level = submission.path.read_bytes(), submission.level
    if submission.verdict not in (*_DRY, Verdict.ACCEPTED):
        return []
    judged: list[TestResult] = []
    if level > 1:
        before = lanes.dry_run(source, lanes.tests(level - 1))
        if before is None or before.slow:
            return []
        judged = lanes.judge_tests(source, before.doubtful) if before.doubtful else []
    own = first_rejection(lanes, source, level)
    rejected_by = [test for test in [*judged, own] if test is not None and not test.accepted]
    return rejected_by if all(test.verdict in _DRY for test in rejected_by) else []


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
    own = (test.verdict for test in tests if test.level == submission.level)
    verdict = next((each for each in own if each not in _NOT_REJECTED), Verdict.ACCEPTED)
    if verdict is not submission.verdict:
        yield Finding(
            check="verdict-differs",
            file=submission.path,
            message=f"is {verdict} at level {submission.level}, not {submission.verdict}; "
            "mend the submission or the tests.",
        )
