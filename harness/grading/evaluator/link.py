"""The evaluator's end of the line to one submission: requests, limits, output, endings.

A link outlives its workers: it forks a new one before a test when the last one died, or when the
submission is not provably fresh. Whatever arrives over the wire can end the test it belongs to and
nothing else.
"""

import contextlib
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from harness.grading.evaluator.budget import Budget
from harness.grading.evaluator.complaints import compile_message, last_line, unfit_call
from harness.grading.evaluator.meter import Meter, OnOutput
from harness.grading.evaluator.standins import Standins
from harness.grading.evaluator.stop import (
    MachineTooBusyError,
    PackageFaultError,
    SubmissionStopped,
)
from harness.grading.evaluator.transcript import Transcript, error_in_words, shortened
from harness.grading.evaluator.workers import Ending, Worker
from harness.grading.evaluator.zygote import WorkerZygote
from harness.grading.worker import wire
from harness.verdict import Verdict

_OUR_OWN = ("names", "defined")
"""Requests that no test makes, and that no conversation shows."""
_MALFORMED = (wire.WireError, LookupError, TypeError, ValueError, AttributeError, RecursionError)
"""What reading a forged description may raise."""
_NAMES_LOOKED_AT = 1000
"""Names among which a misspelt one is looked for."""
_BACKSTOP_TESTS = 40
"""The kernel's own CPU limit allows a worker this many times a test's budget."""


@dataclass(frozen=True)
class Raised:
    """An error of the submission as it met the test, and what to say if the test lets it pass."""

    error: BaseException
    verdict: Verdict
    message: str
    line: int | None


class Link:
    """One submission's line. Not thread-safe: a grading is one thread's work."""

    def __init__(
        self, zygote: WorkerZygote, source: bytes, budget: Budget, on_output: OnOutput
    ) -> None:
        self._zygote = zygote
        self._source = source
        self._budget = budget
        self._backstop = int(budget.import_seconds + budget.cpu_seconds * _BACKSTOP_TESTS) + 1
        self._worker: Worker | None = None
        self._buffer = bytearray()
        self._begin_pending = False
        self._stopped: SubmissionStopped | None = None
        self._meter = Meter(budget, on_output)
        self.transcript = Transcript()
        self.standins = Standins(self)
        self.raised: dict[int, Raised] = {}
        """Errors of the submission in the current test, by identity."""
        self.fresh = False
        self.protections: list[str] = list(zygote.protections)

    # --- a test's frame ---------------------------------------------------------------------

    def begin_test(self, factor: float = 1.0) -> None:
        """Make sure that the next call meets a module in which nothing has happened yet.

        Args:
            factor: what part of its time limits the test gets.
        """
        self._meter.factor = factor
        self.transcript.clear()
        self._stopped = None
        self.raised.clear()
        # An object that a fixture shares between tests keeps its process: replacing the process
        # would take the object away, and sharing it is the test's own wish.
        if self._worker is not None and self._is_spent() and not self.standins.any_alive():
            self._end_worker()
        self._meter.begin_test(self._worker)
        self._begin_pending = True

    def _is_spent(self) -> bool:
        """Whether the worker must not serve another test: for what it keeps, or for what it used.

        The kernel's limit is for a worker nobody watches; honest work must never come near it.
        """
        assert self._worker is not None
        return not self.fresh or self._worker.cpu_seconds() > self._backstop / 2

    def load(self) -> None:
        """Start a worker and compile the source in it.

        Raises:
            SubmissionStopped: it does not compile.
        """
        self._buffer.clear()
        self._worker = self._zygote.fork(self._budget, self._backstop)
        self._begin_pending = True
        self.standins.forget_all()
        source = wire.encode(self._source, _no_reference)
        importing, self._meter.importing = self._meter.importing, True
        try:
            loaded = self._exchange(["load", None, None, [source], {}, [], False])
        finally:
            self._meter.importing = importing
        if loaded[0] != "ok":
            raise self._stop(Verdict.COMPILE_ERROR, *compile_message(loaded))
        facts = wire.decode(loaded[1], self.standins.resolve)
        self.fresh = bool(facts["fresh"])
        self.protections = [*self._zygote.protections, *facts["protections"]]

    def import_solution(self, names: list[str]) -> dict[str, Any]:
        """Execute the module once; return its values for the names that tests import.

        Raises:
            SubmissionStopped: it does not compile, or importing it raises or breaks a limit, or it
                hinders looking at what it defines.
        """
        self.begin_test()
        self._meter.importing = True
        try:
            values = self._ask_module("names", names)
        finally:
            self._meter.importing = False
        if type(values) is not dict:
            raise self._protocol_broken("names of no known form")
        self._meter.end_import(self._worker)
        return values

    def defined_names(self) -> list[str]:
        """The public names that the submission defines, to find a misspelt one."""
        names = self._ask_module("defined")
        if not isinstance(names, list):
            raise self._protocol_broken("names of no known form")
        return [name for name in names[:_NAMES_LOOKED_AT] if isinstance(name, str)]

    def _ask_module(self, operation: str, args: Sequence[Any] = ()) -> Any:
        """Ask what the module holds; no test is running that could make anything of an error."""
        try:
            return self.request(operation, None, None, list(args))
        except BaseException as error:
            raised = self.raised.get(id(error))
            if raised is None:
                raise
            raise self._stop(raised.verdict, raised.message, raised.line) from None

    def near_miss(self) -> str:
        """By how much a test that came to its end is past its CPU limit; ``""`` if it is not."""
        return "" if self._stopped else self._meter.near_miss(self._worker)

    def cpu_seconds(self) -> float:
        """CPU seconds the submission has used in the current test."""
        return self._meter.cpu_seconds(self._worker)

    def output(self) -> str:
        """What the submission has printed in the current test, cut at 64 KiB."""
        return self._meter.output()

    @property
    def stopped(self) -> SubmissionStopped | None:
        """What ended the current test's talk with the submission, whatever the test made of it."""
        return self._stopped

    @property
    def was_asked(self) -> bool:
        """Whether the current test has called the submission at all."""
        return len(self.transcript) > 0

    @property
    def broken(self) -> bool:
        """Whether our own side failed, so that nothing more can be said of the submission."""
        return self._zygote.broken

    def close(self) -> None:
        """End the worker."""
        if self._worker is not None:
            self._end_worker()

    # --- requests ---------------------------------------------------------------------------

    def request(
        self,
        operation: str,
        target: Any,
        name: str | None,
        args: list[Any] | tuple[Any, ...] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> Any:
        """Have something done in the worker and return what came of it.

        Raises:
            SubmissionStopped: a limit was broken, the worker died, or the reply was malformed.
            PackageFaultError: an argument is nothing that can be handed to a submission.
            BaseException: what the submission raised, as the test would meet it in process.
        """
        if self._stopped is not None:
            raise self._stopped
        if self._worker is None:
            self.load()
        encoded, named = self._encoded(args, kwargs)
        begin, self._begin_pending = self._begin_pending, False
        request = [operation, target, name, encoded, named, self.standins.released(), begin]
        exchange = self.transcript.begin(request) if operation not in _OUR_OWN else [request, None]
        try:
            reply = exchange[1] = self._exchange(request)
        except SubmissionStopped:
            raise
        except BaseException:
            # Something of the test's own, such as its alarm, broke in: the answer is still to come
            # and would be taken for the next one's, so this worker can be asked nothing more.
            if self._worker is not None:
                self._end_worker()
            raise
        return self._read_reply(request, reply)

    def _encoded(
        self, args: list[Any] | tuple[Any, ...], kwargs: dict[str, Any] | None
    ) -> tuple[Any, dict[str, Any]]:
        refer = self.standins.refer
        try:
            return (
                wire.encode(list(args), refer),
                {key: wire.encode(value, refer) for key, value in (kwargs or {}).items()},
            )
        except wire.TooLargeError as error:
            raise PackageFaultError(f"a test hands over a value too large: {error}") from None

    def _exchange(self, request: list[Any]) -> list[Any]:
        """Send one request and serve the test's callbacks until its reply is here."""
        frame = wire.pack(request)
        while True:
            self._send(frame)
            reply = self._await_frame()
            if not isinstance(reply, list) or len(reply) < 2:
                raise self._protocol_broken("a reply of no known form")
            if reply[0] != "callback":
                return reply
            frame = self._call_test(reply)

    def _call_test(self, call: list[Any]) -> bytes:
        """The submission calls a function that the test passed to it."""
        try:
            _, number, args, kwargs = call
            function = self.standins.callback(number)
            resolve = self.standins.resolve
            positional = wire.decode(args, resolve)
            named = {key: wire.decode(node, resolve) for key, node in kwargs.items()}
        except _MALFORMED:
            raise self._protocol_broken("a callback of no known form") from None
        try:
            value = function(*positional, **named)
            return wire.pack(["return", wire.encode(value, self.standins.refer)])
        except Exception as error:
            args = [arg for arg in error.args if isinstance(arg, str | int | float)]
            return wire.pack(["throw", type(error).__name__, args])

    def _read_reply(self, request: list[Any], reply: list[Any]) -> Any:
        kind, content = reply[0], reply[1]
        if kind == "ok":
            try:
                return wire.decode(content, self.standins.resolve)
            except wire.TooLargeError as error:
                raise self._stop(
                    Verdict.OUTPUT_LIMIT_EXCEEDED,
                    f"{self.transcript.last_call()} returned a value too large to hand over: "
                    f"{error}.",
                ) from None
            except _MALFORMED:
                raise self._protocol_broken("a value of no known form") from None
        if kind == "large":
            raise self._stop(
                Verdict.OUTPUT_LIMIT_EXCEEDED,
                f"{self.transcript.last_call()} returned a value too large to hand over: "
                f"{shortened(str(content))}.",
            )
        if kind not in ("raise", "import") or not isinstance(content, dict):
            raise self._protocol_broken("a reply of no known form")
        if content.get("memory"):
            raise self._stop(
                Verdict.MEMORY_LIMIT_EXCEEDED,
                f"{self._doing(importing=kind == 'import')} needed more than "
                f"{self._budget.memory_mb} MiB of memory.",
            )
        if kind == "import":
            raise self._stop(
                Verdict.RUN_TIME_ERROR,
                f"Importing solution.py raised {error_in_words(content)}.",
                last_line(content),
            )
        try:
            raised = self.standins.error(content)
        except _MALFORMED:
            raise self._protocol_broken("an error of no known form") from None
        unfit = unfit_call(request, content)
        self.raised[id(raised)] = Raised(
            raised,
            Verdict.COMPILE_ERROR if unfit else Verdict.RUN_TIME_ERROR,
            f"{self.transcript.last_call()}: {unfit}"
            if unfit
            else f"{self._doing(importing=False)} raised {error_in_words(content)}.",
            last_line(content),
        )
        raise raised

    def _doing(self, *, importing: bool) -> str:
        if importing:
            return "Importing solution.py"
        return self.transcript.last_call() or "Looking at what solution.py defines"

    # --- frames and limits ------------------------------------------------------------------

    def _send(self, frame: bytes) -> None:
        """Send one frame; a worker that does not read it meets its limits like any other."""
        worker = self._worker
        assert worker is not None
        rest = memoryview(frame)
        while rest:
            try:
                rest = rest[worker.channel.send(rest) :]
            except BlockingIOError:
                self._attend(worker)
            except ConnectionError:
                raise self._died() from None

    def _await_frame(self) -> Any:
        """Wait for one frame, keeping the limits meanwhile."""
        worker = self._worker
        assert worker is not None
        try:
            self._meter.begin_wait(worker)
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
            raise self._protocol_broken("bytes of no known form") from None

    def _receive(self, worker: Worker) -> bytes | None:
        try:
            return wire.receive(worker.channel, self._buffer)
        except BlockingIOError:  # nothing for a while
            self._attend(worker)
            return None
        except (EOFError, ConnectionError):
            raise self._died() from None

    def _attend(self, worker: Worker) -> None:
        """Take what was printed and compare the clocks with the limits."""
        try:
            for chunk in worker.printed():
                self._meter.take_output(chunk)
            self._meter.look(worker)
        except SubmissionStopped as stop:
            raise self._limit_met(stop) from None

    def _limit_met(self, stop: SubmissionStopped) -> SubmissionStopped:
        """End the worker, and say during which call it met its limit."""
        self._end_worker()
        if not isinstance(stop, MachineTooBusyError):
            doing = self._doing(importing=self._meter.importing)
            return self._stop(stop.verdict, f"{doing} {stop.message}")
        self._stopped = stop
        return stop

    # --- endings ----------------------------------------------------------------------------

    def _stop(self, verdict: Verdict, message: str, line: int | None = None) -> SubmissionStopped:
        """Make the rest of this test unable to reach the submission."""
        if self._stopped is None:
            self._stopped = SubmissionStopped(verdict, message, line)
        return self._stopped

    def _protocol_broken(self, what: str) -> SubmissionStopped:
        self._end_worker()
        return self._stop(
            Verdict.RUN_TIME_ERROR, f"The submission interfered with its own process: {what}."
        )

    def _died(self) -> SubmissionStopped:
        """The worker closed its channel: find out how it ended."""
        worker = self._worker
        assert worker is not None
        with contextlib.suppress(SubmissionStopped):
            for chunk in worker.printed():
                self._meter.take_output(chunk)
        if self._stopped is not None:
            self._end_worker()
            return self._stopped
        doing = self._doing(importing=self._meter.importing)
        ending = self._end_worker(grace=True)
        if ending.signal == signal.SIGXCPU:
            return self._stop(Verdict.TIME_LIMIT_EXCEEDED, f"{doing} used up its CPU time.")
        stop = self._stop(
            Verdict.RUN_TIME_ERROR, f"{doing} gave no answer: the process {ending.description}."
        )
        stop.doubtful = ending.signal != 0  # it may have been sent from outside
        return stop

    def _end_worker(self, *, grace: bool = False) -> Ending:
        worker, self._worker = self._worker, None
        assert worker is not None
        if grace:  # its channel closed a moment before its status is there to read
            worker.await_end(0.2)
        ending = self._zygote.end(worker)
        self._meter.worker_ended(ending.cpu_seconds)
        return ending


def _no_reference(value: Any) -> Any:
    raise PackageFaultError(f"{type(value).__name__} cannot be handed over")
