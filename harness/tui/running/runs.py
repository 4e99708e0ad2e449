"""Runs: one submission at a time, graded in a thread, told to the screen as messages."""

from collections.abc import Callable
from threading import Event, Thread

from textual.screen import Screen

from harness.errors import RefusedError
from harness.grading import GradingCancelledError, Report, TestResult
from harness.session import Grade, OnResult, Sitting
from harness.tui.collecting import leave_out_what_came
from harness.tui.running.judge import Judge
from harness.tui.running.messages import JudgeFailed, RunEnded, TestCame

_CANCEL_AGAIN_SECONDS = 0.1


class RunLeftError(RefusedError):
    """The person left the sitting during a run; its submission is graded at the next look."""

    title = "Left"


class _Run:
    """One run, as its threads share it."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.cancelled = Event()
        self.left = Event()
        self.ended = Event()


class Runs:
    """Starts and stops the runs of one sitting, never two at a time."""

    def __init__(self, screen: Screen[None], sitting: Sitting, judge: Judge) -> None:
        self._screen = screen
        self._sitting = sitting
        self._judge = judge
        self._run: _Run | None = None
        self._count = 0

    @property
    def running(self) -> bool:
        """Whether a run is under way."""
        return self._run is not None

    @property
    def cancelled(self) -> bool:
        """Whether the run under way has been told to stop."""
        return self._run is not None and self._run.cancelled.is_set()

    def current(self, number: int) -> bool:
        """Whether this is the number of the run under way."""
        return self._run is not None and self._run.number == number

    def warm(self) -> None:
        """Make the grader in the background, so that the first run is as fast as any."""
        self._in_thread(self._warm, "warm")

    def submit(self) -> None:
        """Submit the file as it is saved now."""
        self._begin(lambda run: self._sitting.submit(self._grade_of(run), on_result=self._to(run)))

    def submit_overtime(self) -> None:
        """Submit the file after the end: recorded apart, and never scored."""
        self._begin(
            lambda run: self._sitting.submit_overtime(self._grade_of(run), on_result=self._to(run))
        )

    def settle(self) -> None:
        """Grade what was received but never graded, as after a crash."""

        def work(run: _Run) -> Report | None:
            self._sitting.settle(self._grade_of(run))
            return self._sitting.state.submissions[-1].report

        self._begin(work)

    def cancel(self) -> None:
        """Stop the run under way; its end comes as a message, like any other."""
        run = self._run
        if run is None or run.cancelled.is_set():
            return
        run.cancelled.set()

        def insist() -> None:
            # A grading that is only just beginning misses the first call.
            while not run.ended.is_set():
                self._judge.cancel()
                run.ended.wait(_CANCEL_AGAIN_SECONDS)

        Thread(target=insist, name="cancel run").start()

    def close(self) -> None:
        """Stop everything, in a thread that may outlive the screen.

        Leaving is no wish to withdraw what was submitted: it keeps waiting for its verdict.
        """
        if self._run is not None:
            self._run.left.set()
        self.cancel()
        Thread(target=self._judge.close, name="close judge").start()

    def over(self) -> None:
        """Take note that the end of the run under way was shown."""
        self._run = None

    def _begin(self, work: Callable[[_Run], Report | None]) -> None:
        assert self._run is None, "a run is under way"
        self._count += 1
        run = self._run = _Run(self._count)

        def tell_end() -> None:
            try:
                ended = RunEnded(run.number, report=work(run))
            except Exception as error:  # whatever it is, the sitting goes on and says so
                ended = RunEnded(run.number, error=error)
            run.ended.set()
            self._screen.post_message(ended)

        self._in_thread(tell_end, "run")

    def _to(self, run: _Run) -> OnResult:
        def tell(result: TestResult) -> None:
            self._screen.post_message(TestCame(run.number, result))

        return tell

    def _grade_of(self, run: _Run) -> Grade:
        def grade(source: bytes, level: int, on_result: OnResult | None) -> Report:
            try:
                if run.cancelled.is_set():
                    raise GradingCancelledError("The run was stopped before it began.")
                return self._judge.grade(source, level, on_result)
            except GradingCancelledError:
                if run.left.is_set():
                    raise RunLeftError("The sitting was left during a run.") from None
                raise

        return grade

    def _warm(self) -> None:
        try:
            self._judge.warm()
            leave_out_what_came()
        except Exception as error:
            self._screen.post_message(JudgeFailed(error))

    def _in_thread(self, work: Callable[[], None], group: str) -> None:
        self._screen.run_worker(work, thread=True, group=group, exit_on_error=False)
