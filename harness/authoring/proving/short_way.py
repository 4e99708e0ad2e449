"""What is seen without grading a program on all of its tests."""

from collections.abc import Callable, Sequence
from typing import Any

from harness.authoring.dry.runner import DryOutcome, DryTerms
from harness.authoring.dry.worldly import is_worldly
from harness.authoring.proving.lanes import Lanes
from harness.errors import InternalFaultError
from harness.grading.report import TestResult

_SUSPECT = 0.1
"""The part of a test's CPU limit after which a dry run suspects that it runs out of time."""


def plainly(seen: Callable[..., bool], *args: Any) -> bool:
    """Ask for the short way; where the grader has no answer, a report will say at whose fault."""
    try:
        return seen(*args)
    except InternalFaultError:
        return False


def passing(lanes: Lanes, source: bytes, level: int) -> list[TestResult]:
    """What the grader says of a level's tests; nothing where not all of them and before pass."""
    if not passes_before(lanes, source, level):
        return []
    judged = lanes.judge_tests(source, lanes.tests_of(level))
    return judged if all(test.accepted for test in judged) else []


def passes_before(lanes: Lanes, source: bytes, level: int) -> bool:
    """Whether all tests of the levels before this one pass: a dry run says so.

    Of those that it cannot show, the grader says it.
    """
    if level == 1:
        return True
    outcome = lanes.dry_run(source, lanes.tests(level - 1))
    if outcome is None or not outcome.passed:
        return False
    return all(test.accepted for test in _judged(lanes, source, outcome.strange))


def first_rejection(lanes: Lanes, source: bytes, level: int) -> TestResult | None:
    """What the grader says of the first of a level's tests that it rejects, or None.

    A dry run says which it might be; with that one test the level has its verdict.
    """
    tests = lanes.tests_of(level)
    while tests:
        outcome = lanes.dry_run(source, tests, _doubting(lanes, until_failure=True))
        if outcome is None:
            return None
        judged = _judged(lanes, source, outcome.doubtful)
        for test in judged:
            if not test.accepted:
                return test
        if outcome.passed:
            return None
        tests = tests[tests.index(judged[-1].id) + 1 :]
    return None


def accepts(lanes: Lanes, source: bytes, level: int) -> bool:
    """Whether all tests up to a level pass: a dry run says so, and the grader where it doubts.

    The grader also meets the program once. One that asks for the world is the grader's alone.
    """
    tests = lanes.tests(level)
    outcome = None if is_worldly(source) else lanes.dry_run(source, tests, _doubting(lanes))
    if outcome is None:
        return bool(passing(lanes, source, level))
    judged = lanes.judge_tests(source, outcome.doubtful or tests[:1])
    return all(test.accepted for test in judged)


def fails_all(lanes: Lanes, source: bytes, level: int) -> bool:
    """Whether no test up to a level passes: a dry run says so, and the grader where it cannot.

    The grader has at least one of them.
    """
    tests = lanes.tests(level)
    outcome = lanes.dry_run(source, tests)
    if outcome is None or set(outcome.failed) != set(tests):
        return False
    judged = lanes.judge_tests(source, outcome.strange or tests[:1])
    return not any(test.accepted for test in judged)


def passed(outcome: DryOutcome | None) -> bool:
    """Whether a dry run came to its end and found nothing amiss."""
    return outcome is not None and outcome.passed


def _doubting(lanes: Lanes, *, until_failure: bool = False) -> DryTerms:
    slow_seconds = _SUSPECT * lanes.problem.limits.cpu_seconds
    return DryTerms(slow_seconds=slow_seconds, until_failure=until_failure)


def _judged(lanes: Lanes, source: bytes, tests: Sequence[str]) -> list[TestResult]:
    return lanes.judge_tests(source, tests) if tests else []
