"""What a run says of the code: which line failed, and what was green before and is red now."""

import re
from collections.abc import Sequence

from harness.catalog import Verdict
from harness.grading import Report
from harness.session import Attempt, SessionState

_LINE = re.compile(r"\bline (\d+)\b")
_SAYS_NOTHING = {Verdict.ACCEPTED, Verdict.SKIPPED, Verdict.INTERNAL_ERROR}


def failing_line(report: Report) -> int | None:
    """Return the line, from 1, in which the first failure rose; None if none is known."""
    for test in report.tests:
        if test.line is not None and not test.accepted:
            return test.line
    if report.verdict is Verdict.COMPILE_ERROR and (found := _LINE.search(report.message)):
        return int(found[1])
    return None


def why_no_line(attempts: Sequence[Attempt]) -> str:
    """Say why there is no line to go to, after these runs."""
    judged = [each.report for each in attempts if each.report is not None]
    if not judged or judged[-1].verdict is Verdict.ACCEPTED:
        return "Nothing has failed in the last run." if judged else "Nothing has been run yet."
    return "No exception of your code names one, or you have changed it since."


def broken(state: SessionState) -> frozenset[str]:
    """Return the ids of the tests that the last submission fails and the one before passed."""
    counted = [attempt for attempt in (*state.submissions, *state.overtime) if attempt.counts]
    if len(counted) < 2:
        return frozenset()
    before, last = counted[-2].report, counted[-1].report
    assert before is not None
    assert last is not None
    green = {test.id for test in before.tests if test.accepted}
    return frozenset(
        test.id for test in last.tests if test.id in green and test.verdict not in _SAYS_NOTHING
    )
