"""Judging: submissions received, graded, recorded, and told as far as the mode allows."""

from collections.abc import Callable

from harness.errors import RefusedError
from harness.grading.report import GradingCancelledError, Report, TestResult
from harness.session.events import (
    Attempt,
    Cancelled,
    Graded,
    Mode,
    OvertimeGraded,
    OvertimeSubmitted,
    SessionState,
    Started,
    Submitted,
)
from harness.session.sitting.acts import demand_running
from harness.session.store import SessionLog, source_hash
from harness.session.summary import in_plan

OnResult = Callable[[TestResult], None]
Grade = Callable[[bytes, int, OnResult | None], Report]
"""Grades a source on levels 1 to the one given, telling each test's result as it comes."""
Now = Callable[[], int]
"""Tells the sitting's own time."""


def receive(log: SessionLog, source: bytes, at: int) -> Attempt:
    """Record a submission, so that it counts whatever happens from here on.

    Raises:
        RefusedError: the clock stands, or the sitting is over.
    """

    def submitted(state: SessionState) -> Submitted:
        demand_running(state, at)
        return Submitted(
            at=max(at, state.last_at),
            number=len(state.submissions) + 1,
            level=state.level,
            source_hash=source_hash(source),
        )

    return log.record(submitted, source=source).submissions[-1]


def receive_overtime(log: SessionLog, source: bytes, at: int) -> Attempt:
    """Record a submission made after the end.

    Raises:
        RefusedError: the sitting is not over.
    """

    def submitted(state: SessionState) -> OvertimeSubmitted:
        if state.end is None:
            raise RefusedError("The sitting is not over: what is submitted now scores.")
        return OvertimeSubmitted(
            at=at,
            number=len(state.overtime) + 1,
            level=state.open_level,
            source_hash=source_hash(source),
        )

    return log.record(submitted, source=source).overtime[-1]


def judge(
    log: SessionLog,
    attempt: Attempt,
    source: bytes,
    grade: Grade,
    on_result: OnResult | None,
    *,
    now: Now,
) -> Report:
    """Grade a submission that was received and record its verdict.

    Returns:
        the verdict that counts, which another process may have brought first.

    Raises:
        GradingCancelledError: the person ended the grading; that is recorded too.
    """

    def cancelled(state: SessionState) -> Cancelled | None:
        if state.attempt(attempt.number).judged is not None:
            return None  # another process graded it meanwhile
        return Cancelled(at=max(now(), attempt.at), number=attempt.number)

    def graded(state: SessionState) -> Graded | None:
        current = state.attempt(attempt.number)
        if current.counts or current.cancelled:
            return None  # another process settled it meanwhile
        return Graded(at=max(now(), attempt.at), number=attempt.number, report=report)

    try:
        report = _report(log.state.started, attempt, source, grade, on_result)
    except GradingCancelledError:
        log.record(cancelled)
        raise
    return log.record(graded).attempt(attempt.number).report or report


def judge_overtime(
    log: SessionLog,
    attempt: Attempt,
    source: bytes,
    grade: Grade,
    on_result: OnResult | None,
    *,
    now: Now,
) -> Report:
    """Grade a submission made after the end and record its verdict.

    Raises:
        GradingCancelledError: the person ended the grading.
    """
    report = _report(log.state.started, attempt, source, grade, on_result)
    log.record(lambda _: OvertimeGraded(at=now(), number=attempt.number, report=report))
    return report


def waiting(state: SessionState, *, with_faults: bool) -> list[Attempt]:
    """Return the submissions that still want a verdict, as after a crash.

    Args:
        state: where the sitting stands.
        with_faults: whether those too that a fault of ours left undecided.
    """
    return [
        attempt
        for attempt in state.submissions
        if attempt.waits or (with_faults and attempt.faulted)
    ]


def _report(
    started: Started, attempt: Attempt, source: bytes, grade: Grade, on_result: OnResult | None
) -> Report:
    """The report as the sitting promised points, and as its mode may show it."""
    report = in_plan(grade(source, attempt.level, _shown(on_result, started.mode)), started.levels)
    return report if started.mode.shows_hidden_details else report.without_hidden_details()


def _shown(on_result: OnResult | None, mode: Mode) -> OnResult | None:
    """The same listener, told only what the mode may show."""
    if on_result is None or mode.shows_hidden_details:
        return on_result

    def tell(result: TestResult) -> None:
        on_result(result if result.kind == "sample" else result.withheld())

    return tell
