"""Strength: a person's tests, run on what is right and on what is wrong in known ways."""

import threading
import time
from dataclasses import dataclass

from harness.catalog import Problem
from harness.grading.own_tests import OwnTest, OwnTests, OwnTestsReport
from harness.grading.report import GradingCancelledError
from harness.review.own_tests.mistakes import Mistake, known_mistakes, small_changes

SECONDS = 5.0
"""After so long no further small change is tried; the known mistakes all are."""
_RUN_SECONDS = 5.0
"""A run that takes longer tells nothing and is left out."""


@dataclass(frozen=True)
class Strength:
    """What the tests of one person are worth."""

    message: str = ""
    """Why they could not be run; empty otherwise."""
    line: int | None = None
    """Of ``my_tests.py``, where that is."""
    right: tuple[str, ...] = ()
    """The tests that pass on the reference."""
    wrong: tuple[OwnTest, ...] = ()
    """Those that fail on it: what they expect is not what the statement says."""
    noticed: tuple[Mistake, ...] = ()
    missed: tuple[Mistake, ...] = ()


def strength(problem: Problem, level: int, tests: bytes) -> Strength:
    """Run the tests on the references and on the mistakes of levels 1 to ``level``, confined."""
    with OwnTests(problem) as runner:
        reports = {
            number: runner.run(problem.reference(number).read_bytes(), tests)
            for number in range(1, level + 1)
        }
        last = reports[level]
        if last.message:
            return Strength(message=last.message, line=last.line)
        right = {number: _passed(report) for number, report in reports.items()}
        noticed: list[Mistake] = []
        missed: list[Mistake] = []
        began = time.monotonic()
        for mistake in (*known_mistakes(problem, level), *small_changes(problem, level)):
            if not mistake.file and time.monotonic() - began > SECONDS:
                break
            report = _in_time(runner, mistake.source, tests)
            if report is not None:
                fails = right[mistake.level] - _passed(report)
                (noticed if fails else missed).append(mistake)
    return Strength(
        right=tuple(sorted(right[level])),
        wrong=tuple(test for test in last.tests if test.outcome in ("failed", "not ended")),
        noticed=tuple(noticed),
        missed=tuple(missed),
    )


def _passed(report: OwnTestsReport) -> frozenset[str]:
    return frozenset(test.name for test in report.tests if test.outcome == "passed")


def _in_time(runner: OwnTests, source: bytes, tests: bytes) -> OwnTestsReport | None:
    late = threading.Timer(_RUN_SECONDS, runner.cancel)
    late.start()
    try:
        return runner.run(source, tests)
    except GradingCancelledError:
        return None
    finally:
        late.cancel()
