"""What to do next, in a sentence that names a key and fits the header of 80 columns."""

from collections.abc import Callable

from harness.catalog import Verdict
from harness.session import Attempt, Phase, SessionState
from harness.tui.telling.failures import broken, failing_line

Key = Callable[[str], str]
"""Gives the key of a command, by its id."""


def next_step(state: SessionState, phase: Phase, key: Key) -> str:
    """Say it for a sitting in which nothing is running right now."""
    if phase.over:
        return "the sitting is over"
    if phase is Phase.PAUSED:
        return f"{key('sitting.pause')} lets the clock run"
    if state.complete:
        return f"{key('sitting.finish')} finishes: all pass"
    run, read = key("sitting.run"), key("sitting.statement")
    if not state.submissions:
        return f"{read} read {key('sitting.code')} code {run} run"
    last = state.submissions[-1]
    if state.level > last.level:
        return f"{read} level {state.level}, then {run}"
    return _after(last, len(broken(state)), key)


def _after(last: Attempt, broke: int, key: Key) -> str:
    """Say it after a submission that opened nothing."""
    run, tests = key("sitting.run"), key("sitting.tests")
    if last.report is None:
        return f"{run} runs the tests"
    if last.faulted:
        return f"our fault: {run} again"
    if last.report.verdict is Verdict.COMPILE_ERROR and failing_line(last.report) is not None:
        return f"{key('sitting.error-line')} shows the error"
    if broke:
        return f"{tests} shows {broke} broken"
    failing = sum(not test.accepted for test in last.report.tests)
    # A report without tests refused the submission as a whole.
    return f"{tests} shows {failing} failing" if failing else f"mend the code, {run}"
