"""The line to the worker of the moment: frames within limits, and what ends it.

Whatever arrives, and however long nothing does, can end the current test and nothing else.
"""

import contextlib
import signal
from typing import Any

from harness.grading.evaluator.conversation.transcript import Transcript
from harness.grading.evaluator.workers.budget import Budget
from harness.grading.evaluator.workers.meter import Meter, OnOutput
from harness.grading.evaluator.workers.stop import MachineTooBusyError, SubmissionStopped
from harness.grading.evaluator.workers.worker import Ending, Worker
from harness.grading.evaluator.workers.zygote import WorkerZygote
from harness.grading.worker import wire
from harness.verdict import Verdict

_BACKSTOP_TESTS = 40
"""The kernel's own CPU limit allows a worker this many times a test's budget."""


class WorkerLine:
    """Sends and receives frames while the submission keeps to its limits."""

    def __init__(
        self, zygote: WorkerZygote, budget: Budget, on_output: OnOutput, transcript: Transcript
    ) -> None:
        self.worker: Worker | None = None
        """Who is asked; None until one is started, and when it has ended."""
        self.meter = Meter(budget, on_output)
        self.stopped: SubmissionStopped | None = None
        """What ended the current test's talk with the submission."""
        self._zygote = zygote
        self._budget = budget
        self._transcript = transcript
        self._backstop = int(budget.import_seconds + budget.cpu_seconds * _BACKSTOP_TESTS) + 1
        self._buffer = bytearray()

    def start(self) -> None:
        """Fork a new worker."""
        self._buffer.clear()
        self.worker = self._zygote.fork(self._budget, self._backstop)

    def begin_test(self, factor: float) -> None:
        """Count from nothing again.

        Args:
            factor: what part of its time limits the test gets.
        """
        self.meter.factor = factor
        self.meter.begin_test(self.worker)

    def is_worn(self) -> bool:
        """Whether the worker has used half of what the kernel allows it.

        The kernel's limit is for a worker nobody watches; honest work must never come near it.
        """
        return self.worker is not None and self.worker.cpu_seconds() > self._backstop / 2

    def doing(self, *, importing: bool) -> str:
        """What the submission is at, as a sentence begins."""
        if importing:
            return "Importing solution.py"
        return self._transcript.last_call() or "Looking at what solution.py defines"

    # --- frames and limits ------------------------------------------------------------------

    def send(self, frame: bytes) -> None:
        """Send one frame; a worker that does not read it meets its limits like any other.

        Raises:
            SubmissionStopped: it met one, or died.
        """
        worker = self.worker
        assert worker is not None
        rest = memoryview(frame)
        while rest:
            try:
                rest = rest[worker.channel.send(rest) :]
            except BlockingIOError:
                pass
            except ConnectionError:
                raise self._died() from None
            if rest:  # one that reads little by little has no more time than one that does not
                self._attend(worker)

    def await_frame(self) -> Any:
        """Wait for one frame, keeping the limits meanwhile, and return what it holds.

        Raises:
            SubmissionStopped: the worker met one, died, or sent what is no frame.
        """
        worker = self.worker
        assert worker is not None
        try:
            self.meter.begin_wait(worker)
        except SubmissionStopped as stop:
            raise self._limit_met(stop) from None
        try:
            frame = wire.next_frame(self._buffer)  # what came in one piece with the one before
            while frame is None:
                frame = self._receive(worker)
            if worker.has_printed():
                self._attend(worker)
            return wire.unpack(frame)
        except wire.WireError:
            raise self.protocol_broken("bytes of no known form") from None

    def _receive(self, worker: Worker) -> bytes | None:
        frame = None
        with contextlib.suppress(BlockingIOError):  # nothing for a while
            try:
                frame = wire.receive(worker.channel, self._buffer)
            except (EOFError, ConnectionError):
                raise self._died() from None
        if frame is None:  # also where something comes all the time, and never all of it
            self._attend(worker)
        return frame

    def _attend(self, worker: Worker) -> None:
        """Take what was printed and compare the clocks with the limits."""
        try:
            for chunk in worker.printed():
                self.meter.take_output(chunk)
            self.meter.look(worker)
        except SubmissionStopped as stop:
            raise self._limit_met(stop) from None

    def _limit_met(self, stop: SubmissionStopped) -> SubmissionStopped:
        """End the worker, and say during which call it met its limit."""
        self.end_worker()
        if not isinstance(stop, MachineTooBusyError):
            return self.stop(stop.verdict, f"{self._doing_now()} {stop.message}")
        self.stopped = stop
        return stop

    # --- endings ----------------------------------------------------------------------------

    def stop(self, verdict: Verdict, message: str, line: int | None = None) -> SubmissionStopped:
        """Make the rest of this test unable to reach the submission; return what to raise."""
        if self.stopped is None:
            self.stopped = SubmissionStopped(verdict, message, line)
        return self.stopped

    def protocol_broken(self, what: str) -> SubmissionStopped:
        """End a worker that no longer speaks as ours do; return what to raise."""
        self.end_worker()
        return self.stop(
            Verdict.RUN_TIME_ERROR, f"The submission interfered with its own process: {what}."
        )

    def end_worker(self, *, grace: bool = False) -> Ending | None:
        """End the worker, if there is one.

        Args:
            grace: whether it is ending by itself and may take a moment.
        """
        worker, self.worker = self.worker, None
        if worker is None:
            return None
        if grace:  # its channel closed a moment before its status is there to read
            worker.await_end(0.2)
        ending = self._zygote.end(worker)
        self.meter.worker_ended(ending.cpu_seconds)
        return ending

    def _died(self) -> SubmissionStopped:
        """The worker closed its channel: find out how it ended."""
        worker = self.worker
        assert worker is not None
        with contextlib.suppress(SubmissionStopped):
            for chunk in worker.printed():
                self.meter.take_output(chunk)
        if self.stopped is not None:
            self.end_worker()
            return self.stopped
        ending = self.end_worker(grace=True)
        assert ending is not None
        if ending.signal == signal.SIGXCPU:
            return self.stop(
                Verdict.TIME_LIMIT_EXCEEDED, f"{self._doing_now()} used up its CPU time."
            )
        stop = self.stop(
            Verdict.RUN_TIME_ERROR,
            f"{self._doing_now()} gave no answer: the process {ending.description}.",
        )
        stop.doubtful = ending.signal != 0  # it may have been sent from outside
        return stop

    def _doing_now(self) -> str:
        return self.doing(importing=self.meter.importing)
