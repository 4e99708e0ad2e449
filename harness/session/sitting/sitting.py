"""Sitting: a timed attempt, and the only door to it for commands and screens."""

from collections.abc import Sequence
from pathlib import Path
from typing import Self

from harness.catalog.models import Problem
from harness.catalog.registry import Catalog
from harness.errors import WrongUseError
from harness.grading.report import Report
from harness.session.clock import Clock, SystemClock
from harness.session.events import Attempt, LevelPlan, Mode
from harness.session.sitting import acts, file_history, hints, judging, workspace
from harness.session.sitting.beginning import begin, plan
from harness.session.sitting.ending import close_if_overdue, note_jump
from harness.session.sitting.hints import Hint
from harness.session.sitting.judging import Grade, OnResult
from harness.session.sitting.look import Look
from harness.session.sitting.origin import problem_of
from harness.session.store import SessionLog, Store


class Sitting(Look):
    """A sitting of one problem in one folder; made by ``start`` or ``open``."""

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

        Args:
            store: where the sitting is kept.
            session_id: which one.
            catalog: the problems on offer; needed where it has no folder of its problem's own.
            clock: tells the time; the machine's own by default.

        Raises:
            WrongUseError: there is no such sitting, or its problem is gone or another now.
        """
        log = SessionLog(store, session_id)
        started = log.state.started
        problem = problem_of(started, catalog)
        now_worth = plan(problem, started.mode, started.first_level)
        if _points(now_worth) != _points(started.levels):
            raise WrongUseError(
                f"{problem.folder}: not the {problem.id} that this sitting began with "
                f"(version {started.problem_version}); bring that one back."
            )
        return cls(log, problem, clock or SystemClock())

    def lay_out(self) -> None:
        """Add to the folder whatever is missing of the starter and the open levels."""
        workspace.lay_out(self.folder, self.problem, self.state.open_level, self.starter)

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
        acts.demand_running(self.state, received)
        source = workspace.read_solution(self.folder)
        attempt = judging.receive(self._log, source, received)
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
        attempt = judging.receive_overtime(self._log, source, received)
        report = judging.judge_overtime(self._log, attempt, source, grade, on_result, now=self.now)
        self.lay_out()
        return report

    def settle(self, grade: Grade, *, retry_faults: bool = False) -> None:
        """Grade the submissions that were received but not graded, as after a crash.

        Args:
            grade: the judge; called once for each.
            retry_faults: whether to grade again those that a fault of ours left undecided.
        """
        for attempt in judging.waiting(self.state, with_faults=retry_faults):
            self._judge(attempt, self._log.source(attempt.source_hash), grade, None)

    def pause(self) -> None:
        """Stop the clock.

        Raises:
            RefusedError: the mode has no pauses, the clock stands, or the sitting is over.
        """
        acts.pause(self._log, self._look())

    def resume(self) -> None:
        """Let a stopped clock go on.

        Raises:
            RefusedError: the clock is running, or the sitting is over.
        """
        acts.resume(self._log, self._look())

    def finish(self) -> None:
        """End the sitting now.

        Raises:
            RefusedError: it is over already.
        """
        acts.finish(self._log, self._look())

    def close_if_overdue(self) -> bool:
        """Record the end of a sitting whose time is up; whether this call was the one."""
        reading = self._clock.read()
        note_jump(self._log, reading)
        return close_if_overdue(self._log, reading)

    def note_design(self, answers: tuple[str, str, str]) -> None:
        """Record what the person thought of their design before the code.

        Raises:
            RefusedError: the sitting is over.
        """
        acts.note_design(self._log, answers, self._look())

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

    def hand_over(self, source: bytes) -> None:
        """Say that this window saves a text though another may have taken over, if one has.

        To be called before and after each save: whoever took over then finds the text, and knows
        that it was not saved in order to be submitted.
        """
        if not self.holds and self.holder is not None:
            file_history.keep_handed_over(self._log, source, self.now())

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

    def _look(self) -> int:
        """Note what the clocks and the deadline did meanwhile; return the sitting's time."""
        self.close_if_overdue()
        return self.now()

    def _judge(
        self, attempt: Attempt, source: bytes, grade: Grade, on_result: OnResult | None
    ) -> Report:
        """Grade one submission, record its verdict and open what it unlocked."""
        report = judging.judge(self._log, attempt, source, grade, on_result, now=self.now)
        self.lay_out()
        return report


def _points(levels: Sequence[LevelPlan]) -> list[int]:
    return [level.points for level in levels]
