"""What to do next, in one short sentence that names a key."""

from harness.session import Attempt, Phase, SessionState

_RUN = "F5 runs the tests"


def next_step(state: SessionState, phase: Phase) -> str:
    """Say it for a sitting in which nothing is running right now."""
    if phase.over:
        return "the sitting is over"
    if phase is Phase.PAUSED:
        return "F9 lets the clock run"
    if state.complete:
        return "all passes: F10 finishes"
    if not state.submissions:
        return "F2 read, F3 write, F5 run"
    last = state.submissions[-1]
    if state.level > last.level:
        return f"F2 read level {state.level}, then F5"
    return _after(last)


def _after(last: Attempt) -> str:
    """Say it after a submission that opened nothing."""
    if last.report is None:
        return _RUN
    if last.faulted:
        return "our fault: F5 tries again"
    failing = sum(not test.accepted for test in last.report.tests)
    # A report without tests refused the submission as a whole.
    return f"F4 shows {failing} failing" if failing else "mend the code, F5"
