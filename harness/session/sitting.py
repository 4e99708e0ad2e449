"""Sitting: a timed attempt, and the only door to it for commands and screens."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Self

from harness.catalog.models import Problem
from harness.catalog.registry import Catalog
from harness.errors import RefusedError, WrongUseError
from harness.grading.report import GradingCancelledError, Report, TestResult
from harness.session import workspace
from harness.session.beginning import begin
from harness.session.claim import Claim
from harness.session.clock import Clock, Phase, SystemClock, phase
from harness.session.events import (
    Cancelled,
    Finished,
    Graded,
    Paused,
    Resumed,
    Submitted,
)
from harness.session.log import SessionLog
from harness.session.modes import Mode
from harness.session.state import Attempt, SessionState
from harness.session.store import Holder, Store, source_hash
from harness.session.summary import Summary, summarize

OnResult = Callable[[TestResult], None]
Grade = Callable[[bytes, int, OnResult | None], Report]
"""Grades a source on levels 1 to the one given, telling each test's result as it comes."""


class Sitting:
    """A sitting of one problem in one folder; made by ``start`` or ``open``.

    Safe to use from several threads, and beside other processes that use the same store.
    """

    def __init__(self, log: SessionLog, problem: Problem, clock: Clock) -> None:
        self.problem = problem
        self._log = log
        self._clock = clock
        self._started = log.state.started
        self._claim = Claim(log.store, self._started.session)

    @classmethod
    def start(
        cls,
        store: Store,
        problem: Problem,
        mode: Mode,
        folder: Path,
        *,
        minutes: int | None = None,
        clock: Clock | None = None,
    ) -> Self:
        """Lay out the folder and start the clock.

        Args:
            store: where the sitting is kept.
            problem: what to solve.
            mode: what the sitting allows.
            folder: where to work; made when missing.
            minutes: how long; as the problem says by default.
            clock: tells the time; the machine's own by default.

        Raises:
            RefusedError: the folder holds other work or another running sitting.
            WrongUseError: the minutes make no sense, or the folder cannot be written to.
        """
        clock = clock or SystemClock()
        minutes = problem.minutes if minutes is None else minutes
        return cls(
            begin(store, problem, mode, folder, minutes=minutes, clock=clock), problem, clock
        )

    @classmethod
    def open(
        cls, store: Store, session_id: str, catalog: Catalog, *, clock: Clock | None = None
    ) -> Self:
        """Take up a sitting where it stands.

        Raises:
            WrongUseError: there is no such sitting, or its problem is gone or another now.
        """
        log = SessionLog(store, session_id)
        started = log.state.started
        problem = catalog.problem(started.problem)
        now_worth = [level.points for level in problem.levels]
        then_worth = [level.points for level in started.levels]
        if problem.uuid != started.problem_uuid or now_worth != then_worth:
            raise WrongUseError(
                f"{problem.folder}: not the {problem.id} that this sitting began with "
                f"(version {started.problem_version}); bring that one back."
            )
        return cls(log, problem, clock or SystemClock())

    @property
    def id(self) -> str:
        """The sitting's id in the store."""
        return self._started.session

    @property
    def folder(self) -> Path:
        """The person's folder."""
        return Path(self._started.folder)

    @property
    def mode(self) -> Mode:
        """What this sitting allows."""
        return self._started.mode

    @property
    def state(self) -> SessionState:
        """Where the sitting stands, whichever process brought it there."""
        return self._log.state

    def now(self) -> int:
        """Milliseconds since the Unix epoch, UTC, by this sitting's clock."""
        return self._clock.now()

    def summary(self) -> Summary:
        """Say where the sitting stands now."""
        return summarize(self.state, self.now())

    def lay_out(self) -> None:
        """Add to the folder whatever is missing of the starter and the unlocked levels."""
        workspace.lay_out(self.folder, self.problem, self.state.level)

    @property
    def holder(self) -> Holder | None:
        """The window that types in this sitting, this one or another; None if nobody does."""
        return self._claim.holder

    @property
    def holds(self) -> bool:
        """Whether this window may type: it claimed the sitting and nobody took over since."""
        return self._claim.held

    def claim(self, who: str) -> None:
        """Become the one window that types in this sitting; a dead one's claim counts nothing.

        Args:
            who: how this window is called, such as ``the screens``.

        Raises:
            RefusedError: another window has it; look on, or ``take_over``.
        """
        self._claim.take(who, self._clock.now())

    def take_over(self, who: str) -> None:
        """Become the one window that types; the other finds that it ``holds`` no longer."""
        self._claim.take(who, self._clock.now(), over=True)

    def release(self) -> None:
        """Let other windows type."""
        self._claim.release()

    def submit(self, grade: Grade, *, on_result: OnResult | None = None) -> Report:
        """Submit ``solution.py`` as it is saved now, and return the verdict as it may be shown.

        The submission is on the disk before grading begins: whatever happens then, it counts.

        Args:
            grade: the judge; called once, in this thread.
            on_result: told each test's result, as it may be shown, while grading goes on.

        Raises:
            RefusedError: the sitting is over, or the clock stands.
            WrongUseError: the solution cannot be read.
            GradingCancelledError: the person ended the grading; the submission stays without
                a verdict.
        """
        received = self.now()
        self._log.close_if_overdue(received)
        _demand_running(self.state, received)
        source = workspace.read_solution(self.folder)

        def submitted(state: SessionState) -> Submitted:
            _demand_running(state, received)
            return Submitted(
                at=max(received, state.last_at),
                number=len(state.submissions) + 1,
                level=state.level,
                source_hash=source_hash(source),
            )

        attempt = self._log.record(submitted, source=source).submissions[-1]
        return self._judge(attempt, source, grade, on_result)

    def settle(self, grade: Grade, *, retry_faults: bool = False) -> None:
        """Grade the submissions that were received but not graded, as after a crash.

        Args:
            grade: the judge; called once for each.
            retry_faults: whether to grade again those that a fault of ours left undecided.
        """
        for attempt in self.state.submissions:
            waits = attempt.report is None and not attempt.cancelled
            if waits or (retry_faults and attempt.faulted):
                self._judge(attempt, self._log.store.source(attempt.source_hash), grade, None)

    def pause(self) -> None:
        """Stop the clock.

        Raises:
            RefusedError: the mode has no pauses, the clock stands, or the sitting is over.
        """

        def paused(state: SessionState) -> Paused:
            if not state.mode.pausable:
                raise RefusedError(f"In {state.mode.name} mode the clock never stops.")
            _demand_running(state, now)
            return Paused(at=max(now, state.last_at))

        now = self.now()
        self._log.close_if_overdue(now)
        self._log.record(paused)

    def resume(self) -> None:
        """Let a stopped clock go on.

        Raises:
            RefusedError: the clock is running, or the sitting is over.
        """

        def resumed(state: SessionState) -> Resumed:
            if not state.paused:
                _demand_running(state, now)
                raise RefusedError("The clock is running already.")
            return Resumed(at=max(now, state.last_at))

        now = self.now()
        self._log.close_if_overdue(now)
        self._log.record(resumed)

    def finish(self) -> None:
        """End the sitting now.

        Raises:
            RefusedError: it is over already.
        """

        def finished(state: SessionState) -> Finished:
            if not state.paused:
                _demand_running(state, now)
            return Finished(at=max(now, state.last_at), reason="finished")

        now = self.now()
        self._log.close_if_overdue(now)
        self._log.record(finished)

    def close_if_overdue(self) -> bool:
        """Record the end of a sitting whose time is up; whether this call was the one."""
        return self._log.close_if_overdue(self.now())

    def _judge(
        self, attempt: Attempt, source: bytes, grade: Grade, on_result: OnResult | None
    ) -> Report:
        """Grade one submission, record its verdict and open what it unlocked."""
        try:
            report = grade(source, attempt.level, self._shown(on_result))
        except GradingCancelledError:
            self._log.record(partial(self._cancelled, attempt))
            raise
        if not self.mode.shows_hidden_details:
            report = report.without_hidden_details()

        def graded(state: SessionState) -> Graded | None:
            current = state.attempt(attempt.number)
            if current.counts or current.cancelled:
                return None  # another process settled it meanwhile
            return Graded(at=max(self.now(), attempt.at), number=attempt.number, report=report)

        state = self._log.record(graded)
        self.lay_out()
        return state.attempt(attempt.number).report or report

    def _cancelled(self, attempt: Attempt, state: SessionState) -> Cancelled | None:
        if state.attempt(attempt.number).report is not None:
            return None  # another process graded it meanwhile
        return Cancelled(at=max(self.now(), attempt.at), number=attempt.number)

    def _shown(self, on_result: OnResult | None) -> OnResult | None:
        """The same listener, told only what the mode may show."""
        if on_result is None or self.mode.shows_hidden_details:
            return on_result

        def tell(result: TestResult) -> None:
            on_result(result if result.kind == "sample" else result.withheld())

        return tell


_REFUSALS: Mapping[Phase, str] = {
    Phase.PAUSED: "The clock stands: `harness resume` lets it run again.",
    Phase.FINISHED: "The sitting is finished: `harness status` shows how it ended.",
    Phase.TIME_IS_UP: "Time is up: `harness status` shows how the sitting ended.",
}


def _demand_running(state: SessionState, now: int) -> None:
    current = phase(state, now)
    if current is not Phase.RUNNING:
        raise RefusedError(_REFUSALS[current])
