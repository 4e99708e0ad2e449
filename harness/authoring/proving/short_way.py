"""What is seen without grading a program on all of its tests."""

from collections.abc import Callable
from typing import Any

from harness.authoring.dry.runner import DryOutcome
from harness.authoring.proving.lanes import Lanes
from harness.errors import InternalFaultError
from harness.grading.report import TestResult


def plainly(seen: Callable[..., bool], *args: Any) -> bool:
    """Ask for the short way; where the grader has no answer, a report will say at whose fault."""
    try:
        return seen(*args)
    except InternalFaultError:
        return False


def passing(lanes: Lanes, source: bytes, level: int) -> list[TestResult]:
    """What the grader says of a level's tests; nothing where not all of them and before pass."""
    before = lanes.tests(level - 1) if level > 1 else []
    if before and not passed(lanes.dry_run(source, before)):
        return []
    judged = lanes.judge_tests(source, lanes.tests_of(level))
    return judged if all(test.accepted for test in judged) else []


def passed(outcome: DryOutcome | None) -> bool:
    """Whether a dry run came to its end and found nothing amiss."""
    return outcome is not None and outcome.passed
