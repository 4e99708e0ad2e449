"""The evaluator's door to one submission: what a test may ask of it, and how it went.

A link outlives its workers: it forks a new one before a test when the last one died, or when the
submission is not provably fresh.
"""

from collections.abc import Sequence
from typing import Any

from harness.grading.evaluator.conversation.answers import Answers
from harness.grading.evaluator.conversation.complaints import compile_message
from harness.grading.evaluator.conversation.standins import Standins
from harness.grading.evaluator.conversation.transcript import Transcript
from harness.grading.evaluator.conversation.worker_line import WorkerLine
from harness.grading.evaluator.workers.budget import Budget
from harness.grading.evaluator.workers.meter import OnOutput
from harness.grading.evaluator.workers.stop import PackageFaultError, SubmissionStopped
from harness.grading.evaluator.workers.zygote import WorkerZygote
from harness.grading.worker import wire
from harness.verdict import Verdict

_OUR_OWN = ("names", "defined")
"""Requests that no test makes, and that no conversation shows."""
_NAMES_LOOKED_AT = 1000
"""Names among which a misspelt one is looked for."""


class Link:
    """One submission's line. Not thread-safe: a grading is one thread's work."""

    def __init__(
        self, zygote: WorkerZygote, source: bytes, budget: Budget, on_output: OnOutput
    ) -> None:
        self.transcript = Transcript()
        self.standins = Standins(self)
        self.fresh = False
        """Whether one process may execute the module again for the next test."""
        self._leaves_traces = False
        self.protections: list[str] = list(zygote.protections)
        self._zygote = zygote
        self._source = source
        self._line = WorkerLine(zygote, budget, on_output, self.transcript)
        self._answers = Answers(self._line, self.standins, self.transcript, budget)
        self._begin_pending = False
        self.raised = self._answers.raised
        """Errors of the submission in the current test, by identity."""

    # --- a test's frame ---------------------------------------------------------------------

    def begin_test(self, factor: float = 1.0) -> None:
        """Make sure that the next call meets a module in which nothing has happened yet.

        Args:
            factor: what part of its time limits the test gets.
        """
        self.transcript.clear()
        self.forget_failure()
        self.standins.end_test()
        # An object that a fixture shares between tests keeps its process: replacing the process
        # would take the object away, and sharing it is the test's own wish.
        line = self._line
        if line.worker and (not self.fresh or line.is_worn()) and not self.standins.any_alive():
            line.end_worker()
        line.begin_test(factor)
        self._begin_pending = True

    def forget_failure(self) -> None:
        """Hold no error of the test that has ended, and by it nothing that this test held."""
        self.raised.clear()
        self._line.stopped = None

    def load(self) -> None:
        """Start a worker and compile the source in it.

        Raises:
            SubmissionStopped: it does not compile.
        """
        self._line.start()
        self._begin_pending = True
        self.standins.forget_all()
        source = wire.encode(self._source, _no_reference)
        meter = self._line.meter
        importing, meter.importing = meter.importing, True
        try:
            loaded = self._exchange(["load", None, None, [source], {}, [], False])
        finally:
            meter.importing = importing
        if loaded[0] != "ok":
            raise self._line.stop(Verdict.COMPILE_ERROR, *compile_message(loaded))
        facts = wire.decode(loaded[1], self.standins.resolve)
        self.fresh = bool(facts["fresh"]) and not self._leaves_traces
        self.protections = [*self._zygote.protections, *facts["protections"]]

    def import_solution(self, names: list[str]) -> dict[str, Any]:
        """Execute the module once; return its values for the names that tests import.

        Raises:
            SubmissionStopped: it does not compile, or importing it raises or breaks a limit, or it
                hinders looking at what it defines.
        """
        self.begin_test()
        meter = self._line.meter
        meter.importing = True
        try:
            values = self._ask_module("names", names)
        finally:
            meter.importing = False
        if type(values) is not dict:
            raise self._line.protocol_broken("names of no known form")
        meter.end_import(self._line.worker)
        return values

    def defined_names(self) -> list[str]:
        """The public names that the submission defines, to find a misspelt one."""
        names = self._ask_module("defined")
        if not isinstance(names, list):
            raise self._line.protocol_broken("names of no known form")
        return [name for name in names[:_NAMES_LOOKED_AT] if isinstance(name, str)]

    def _ask_module(self, operation: str, args: Sequence[Any] = ()) -> Any:
        """Ask what the module holds; no test is running that could make anything of an error."""
        try:
            return self.request(operation, None, None, list(args))
        except BaseException as error:
            raised = self.raised.get(id(error))
            if raised is None:
                raise
            raise self._line.stop(raised.verdict, raised.message, raised.line) from None

    def near_miss(self) -> str:
        """By how much a test that came to its end is past its CPU limit; ``""`` if it is not."""
        return "" if self.stopped else self._line.meter.near_miss(self._line.worker)

    def cpu_seconds(self) -> float:
        """CPU seconds the submission has used in the current test."""
        return self._line.meter.cpu_seconds(self._line.worker)

    def output(self) -> str:
        """What the submission has printed in the current test, cut at 64 KiB."""
        return self._line.meter.output()

    @property
    def stopped(self) -> SubmissionStopped | None:
        """What ended the current test's talk with the submission, whatever the test made of it."""
        return self._line.stopped

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
        self._line.end_worker()

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
        line = self._line
        if line.stopped is not None:
            raise line.stopped
        if line.worker is None:
            self.load()
        encoded, named = self._encoded(args, kwargs)
        begin, self._begin_pending = self._begin_pending, False
        request = [operation, target, name, encoded, named, self.standins.released(), begin]
        exchange = self.transcript.begin(request) if operation not in _OUR_OWN else [request, None]
        try:
            reply = self._exchange(request)
            if reply[0] == "stale" and begin and self.fresh:
                self._begin_anew()
                request[3:5] = self._encoded(args, kwargs)  # a new worker knows no old numbers
                reply = self._exchange(request)
                self._begin_pending = False
            exchange[1] = reply
        except SubmissionStopped:
            raise
        except BaseException:
            # Something of the test's own, such as its alarm, broke in: the answer is still to come
            # and would be taken for the next one's, so this worker can be asked nothing more.
            line.end_worker()
            raise
        return self._answers.value(request, reply)

    def _begin_anew(self) -> None:
        """An earlier test has left a trace that no syntax foretold: let no test meet any."""
        self.fresh, self._leaves_traces = False, True
        if not self.standins.any_alive():
            self._line.end_worker()
            self.load()

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
        line = self._line
        frame = wire.pack(request)
        while True:
            line.send(frame)
            reply = line.await_frame()
            if not isinstance(reply, list) or len(reply) < 2:
                raise line.protocol_broken("a reply of no known form")
            if reply[0] != "callback":
                return reply
            frame = self._answers.call_test(reply)


def _no_reference(value: Any) -> Any:
    raise PackageFaultError(f"{type(value).__name__} cannot be handed over")
