"""Sitting: a timed attempt, and the only door to it for commands and screens."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Self

from harness.catalog.models import Problem
from harness.catalog.registry import Catalog
from harness.errors import RefusedError, WrongUseError
from harness.grading.report import GradingCancelledError, Report, TestResult
from harness.session import file_history, hints, workspace
from harness.session.attempt import Attempt, Version
from harness.session.beginning import begin, plan, starter
from harness.session.claim import Claim
from harness.session.clock import Clock, Phase, SystemClock, phase
from harness.session.ending import close_if_overdue, note_jump
from harness.session.events import (
    Cancelled,
    DesignNoted,
    Finished,
    Graded,
    LevelPlan,
    OvertimeGraded,
    OvertimeSubmitted,
    Paused,
    Resumed,
    Submitted,
)
from harness.session.hints import Hint
from harness.session.log import SessionLog
from harness.session.marks import Mark, marks
from harness.session.modes import Mode
from harness.session.reckoning import instant
from harness.session.score import in_plan
from harness.session.state import SessionState
from harness.session.store import Holder, Store, StoreError, source_hash
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
        level: int | None = None,
        minutes: int | None = None,
        grades_last_save: bool = False,
        clock: Clock | None = None,
    ) -> Self:
        """Lay out the folder and start the clock.

        Args:
            store: where the sitting is kept.
            problem: what to solve.
            mode: what the sitting allows.
            folder: where to work; made when missing.
            level: the one it is about, in a mode that is about one.
            minutes: how long; by default as the problem says, or the pace of the one level.
            grades_last_save: whether the file as last saved is submitted at the deadline.
            clock: tells the time; the machine's own by default.

        Raises:
            RefusedError: the folder holds other work or another running sitting, or the level is
                locked by another sitting.
            WrongUseError: level or minutes make no sense, or the folder cannot be written to.
        """
        clock = clock or SystemClock()
        log = begin(
            store,
            problem,
            mode,
            folder,
            level=level,
            minutes=minutes,
            grades_last_save=grades_last_save,
            clock=clock,
        )
        return cls(log, problem, clock)

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
        now_worth = plan(problem, started.mode, started.first_level)
        if problem.uuid != started.problem_uuid or _points(now_worth) != _points(started.levels):
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

    @property
    def trouble(self) -> str:
        """Why what happened last is only in memory, in one line; empty when all is stored.

        The sitting goes on all the same, and stores it as soon as it can.
        """
        return self._log.trouble

    def demand_stored(self) -> None:
        """Check that all that happened is on the disk, as the end of a command must.

        Raises:
            StoreError: it is not.
        """
        if trouble := self.trouble:
            raise StoreError(f"Not recorded: {trouble}")

    @property
    def starter(self) -> bytes:
        """The file the sitting began with."""
        started = self._started
        return starter(self.problem, started.mode, started.first_level)

    def submitted(self, attempt: Attempt) -> bytes:
        """Return the source of a submission."""
        return self._log.source(attempt.source_hash)

    def now(self) -> int:
        """The sitting's own time: milliseconds since the Unix epoch, however clocks are set."""
        return instant(self.state, self._clock.read())

    def summary(self) -> Summary:
        """Say where the sitting stands now; a jump of the clocks since the last look is noted."""
        note_jump(self._log, self._clock.read())
        return summarize(self.state, self.now())

    def marks(self) -> frozenset[Mark]:
        """Every mark of pace and time that has been passed; who shows them tells the new ones."""
        return marks(self.state, self.now())

    def lay_out(self) -> None:
        """Add to the folder whatever is missing of the starter and the open levels."""
        workspace.lay_out(self.folder, self.problem, self.state.open_level, self.starter)

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
        received = self._look()
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

    def submit_overtime(self, grade: Grade, *, on_result: OnResult | None = None) -> Report:
        """Submit ``solution.py`` after the end: graded and recorded apart, and never scored.

        Raises:
            RefusedError: the sitting is not over.
            WrongUseError: the solution cannot be read.
            GradingCancelledError: the person ended the grading.
        """
        received = self._look()
        source = workspace.read_solution(self.folder)

        def submitted(state: SessionState) -> OvertimeSubmitted:
            if state.end is None:
                raise RefusedError("The sitting is not over: what is submitted now scores.")
            return OvertimeSubmitted(
                at=received,
                number=len(state.overtime) + 1,
                level=state.open_level,
                source_hash=source_hash(source),
            )

        attempt = self._log.record(submitted, source=source).overtime[-1]
        report = self._shown_report(grade(source, attempt.level, self._shown(on_result)))
        self._log.record(
            lambda _: OvertimeGraded(at=self.now(), number=attempt.number, report=report)
        )
        self.lay_out()
        return report

    def snapshot(self, source: bytes | None = None) -> bool:
        """Keep this text as a version of the file, a minute after the last one at the earliest.

        Call it as often as is convenient.

        Args:
            source: what is typed; by default the file as it is saved now.

        Returns:
            whether it was kept.
        """
        text = workspace.read_solution(self.folder) if source is None else source
        return file_history.keep_change(self._log, text, self.now())

    def versions(self) -> tuple[Version, ...]:
        """Return every version of the file that was kept, the oldest first."""
        return self.state.versions

    def version(self, number: int) -> Version:
        """Return the version with this number.

        Raises:
            WrongUseError: there is none.
        """
        return file_history.version(self.state, number)

    def source(self, version: Version) -> bytes:
        """Return the text of a version."""
        return self._log.source(version.source_hash)

    def last_green(self) -> Version:
        """Return the last version that passed every test it was run on.

        Raises:
            WrongUseError: none did.
        """
        return file_history.last_green(self.state)

    def restore(self, number: int) -> Path | None:
        """Make the file a version again; the text it replaces is kept as a version first.

        Returns:
            where the replaced text is, if it could only be kept beside the file.

        Raises:
            WrongUseError: there is no such version, or the file cannot be read or replaced.
        """
        return file_history.restore(self._log, self.version(number), self._look())

    def hint(self, level: int | None = None) -> Hint:
        """Show the next hint of a level, by default of the highest open one, and record that.

        Raises:
            RefusedError: the mode offers none, the level is locked, or every step was shown.
            WrongUseError: the level has none.
        """
        return hints.take(self._log, self.problem, level, self._look())

    def hints_taken(self, level: int | None = None) -> tuple[Hint, ...]:
        """Return the hints of a level that were shown already.

        Raises:
            RefusedError: the mode offers none, or the level is locked.
            WrongUseError: the level has none.
        """
        return hints.taken(self.state, self.problem, level)

    def note_design(self, answers: tuple[str, str, str]) -> None:
        """Record what the person thought of their design before the code.

        Raises:
            RefusedError: the sitting is over.
        """

        def noted(state: SessionState) -> DesignNoted:
            if not state.paused:
                _demand_running(state, now)
            return DesignNoted(at=now, answers=answers)

        now = self._look()
        self._log.record(noted)

    def settle(self, grade: Grade, *, retry_faults: bool = False) -> None:
        """Grade the submissions that were received but not graded, as after a crash.

        Args:
            grade: the judge; called once for each.
            retry_faults: whether to grade again those that a fault of ours left undecided.
        """
        for attempt in self.state.submissions:
            waits = attempt.report is None and not attempt.cancelled
            if waits or (retry_faults and attempt.faulted):
                self._judge(attempt, self._log.source(attempt.source_hash), grade, None)

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

        now = self._look()
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

        now = self._look()
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

        now = self._look()
        self._log.record(finished)

    def close_if_overdue(self) -> bool:
        """Record the end of a sitting whose time is up; whether this call was the one."""
        reading = self._clock.read()
        note_jump(self._log, reading)
        return close_if_overdue(self._log, reading)

    def _judge(
        self, attempt: Attempt, source: bytes, grade: Grade, on_result: OnResult | None
    ) -> Report:
        """Grade one submission, record its verdict and open what it unlocked."""
        try:
            report = grade(source, attempt.level, self._shown(on_result))
        except GradingCancelledError:
            self._log.record(partial(self._cancelled, attempt))
            raise
        report = self._shown_report(report)

        def graded(state: SessionState) -> Graded | None:
            current = state.attempt(attempt.number)
            if current.counts or current.cancelled:
                return None  # another process settled it meanwhile
            return Graded(at=max(self.now(), attempt.at), number=attempt.number, report=report)

        state = self._log.record(graded)
        self.lay_out()
        return state.attempt(attempt.number).report or report

    def _look(self) -> int:
        """Note what the clocks and the deadline did meanwhile; return the sitting's time."""
        self.close_if_overdue()
        return self.now()

    def _shown_report(self, report: Report) -> Report:
        """The report as this sitting promised points, and as its mode may show it."""
        report = in_plan(report, self._started.levels)
        return report if self.mode.shows_hidden_details else report.without_hidden_details()

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
    Phase.FINISHED: "The sitting is finished: `harness status` shows how it ended; "
    "`submit --overtime` grades apart from it, without a score.",
    Phase.TIME_IS_UP: "Time is up: `harness status` shows how the sitting ended; "
    "`submit --overtime` grades apart from it, without a score.",
}


def _demand_running(state: SessionState, now: int) -> None:
    current = phase(state, now)
    if current is not Phase.RUNNING:
        raise RefusedError(_REFUSALS[current])


def _points(levels: Sequence[LevelPlan]) -> list[int]:
    return [level.points for level in levels]
