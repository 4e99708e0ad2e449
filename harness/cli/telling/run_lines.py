"""A run as a few lines: the level that is worked on first, then what regressed."""

from collections.abc import Iterator

from harness.grading.report import LevelResult, Report, TestResult
from harness.verdict import Verdict

AT_MOST = 8
"""How many failing tests are told; one cause often fails many."""

WIDTH = 200
"""How long a line may be."""


def run_lines(report: Report, before: Report | None) -> Iterator[str]:
    """Lay a run out as lines, the first of which says it all.

    Args:
        report: of this run.
        before: of the run before, if there was one.
    """
    levels = sorted(report.levels, key=lambda level: -level.level)
    yield "; ".join(map(_level, levels)) or str(report.verdict)
    if report.message:
        yield f"  {report.verdict}: {report.message}"
    lost = regressed(report, before)
    failing = sorted(
        (test for test in report.tests if not test.accepted and test not in lost),
        key=lambda test: -test.level,
    )
    for test in failing[:AT_MOST]:
        yield f"  {_test(test)}"
    if len(failing) > AT_MOST:
        yield f"  and {len(failing) - AT_MOST} more"
    for test in lost[:AT_MOST]:
        yield f"  regressed: {_test(test)}"
    if len(lost) > AT_MOST:
        yield f"  and {len(lost) - AT_MOST} more regressed"


def regressed(report: Report, before: Report | None) -> list[TestResult]:
    """Return the tests that passed in the run before and do not any more."""
    passed = {test.id for test in before.tests if test.accepted} if before else set()
    return [test for test in report.tests if not test.accepted and test.id in passed]


def _level(level: LevelResult) -> str:
    verdict = "" if level.verdict is Verdict.ACCEPTED else f", {level.verdict}"
    return f"level {level.level}: {level.passed} of {level.total} pass{verdict}"


def _test(test: TestResult) -> str:
    what = test.message
    if test.comparison:
        call = test.conversation[-1].call if test.conversation else "came"
        expected = f"{test.comparison.operator} {test.comparison.expected}".removeprefix("== ")
        what = f"{call}  →  {test.comparison.came}, expected {expected}"
    line = f"{test.verdict.code:3} level {test.level}, {test.kind}  {test.name}"
    whole = f"{line}  {what}".rstrip().replace("\n", " ")
    return whole if len(whole) <= WIDTH else whole[: WIDTH - 1] + "\N{HORIZONTAL ELLIPSIS}"
