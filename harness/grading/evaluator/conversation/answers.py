"""What a worker answers, understood: a value, an error of the submission's, or a forgery."""

from dataclasses import dataclass
from typing import Any

from harness.grading.evaluator.conversation.complaints import last_line, unfit_call
from harness.grading.evaluator.conversation.standins import Standins
from harness.grading.evaluator.conversation.transcript import Transcript, error_in_words, shortened
from harness.grading.evaluator.conversation.worker_line import WorkerLine
from harness.grading.evaluator.workers.budget import Budget
from harness.grading.evaluator.workers.stop import PackageFaultError, SubmissionStopped
from harness.grading.worker import wire
from harness.verdict import Verdict

_MALFORMED = (wire.WireError, LookupError, TypeError, ValueError, AttributeError, RecursionError)
"""What reading a forged description may raise."""


@dataclass(frozen=True)
class Raised:
    """An error of the submission as it met the test, and what to say if the test lets it pass."""

    error: BaseException
    verdict: Verdict
    message: str
    line: int | None


class Answers:
    """Reads answers, and the submission's calls of the test's own functions."""

    def __init__(
        self, line: WorkerLine, standins: Standins, transcript: Transcript, budget: Budget
    ) -> None:
        self.raised: dict[int, Raised] = {}
        """Errors of the submission in the current test, by identity."""
        self._line = line
        self._standins = standins
        self._transcript = transcript
        self._budget = budget

    def value(self, request: list[Any], reply: list[Any]) -> Any:
        """Return the value that a reply holds.

        Raises:
            SubmissionStopped: it is too large, memory or the import failed, or it is malformed.
            BaseException: what the submission raised, as the test would meet it in process.
        """
        kind, content = reply[0], reply[1]
        if kind == "ok":
            try:
                return wire.decode(content, self._standins.resolve)
            except wire.TooLargeError as error:
                raise self._too_large(str(error)) from None
            except _MALFORMED:
                raise self._line.protocol_broken("a value of no known form") from None
        if kind == "large":
            raise self._too_large(shortened(str(content)))
        if kind not in ("raise", "import") or not isinstance(content, dict):
            raise self._line.protocol_broken("a reply of no known form")
        if content.get("memory"):
            self._line.end_worker()  # or what this test took would be missing in the next one
            raise self._line.stop(
                Verdict.MEMORY_LIMIT_EXCEEDED,
                f"{self._line.doing(importing=kind == 'import')} needed more than "
                f"{self._budget.memory_mb} MiB of memory.",
            )
        if kind == "import":
            raise self._line.stop(
                Verdict.RUN_TIME_ERROR,
                f"Importing solution.py raised {error_in_words(content)}.",
                last_line(content),
            )
        raise self._error(request, content)

    def _too_large(self, how: str) -> SubmissionStopped:
        return self._line.stop(
            Verdict.OUTPUT_LIMIT_EXCEEDED,
            f"{self._transcript.last_call()} returned a value too large to hand over: {how}.",
        )

    def _error(self, request: list[Any], content: dict[str, Any]) -> BaseException:
        """Rebuild what the submission raised, and note what it would mean."""
        try:
            error = self._standins.error(content)
        except _MALFORMED:
            raise self._line.protocol_broken("an error of no known form") from None
        unfit = unfit_call(request, content)
        self.raised[id(error)] = Raised(
            error,
            Verdict.COMPILE_ERROR if unfit else Verdict.RUN_TIME_ERROR,
            f"{self._transcript.last_call()}: {unfit}"
            if unfit
            else f"{self._line.doing(importing=False)} raised {error_in_words(content)}.",
            last_line(content),
        )
        return error

    def call_test(self, call: list[Any]) -> bytes:
        """Call a function that the test passed to the submission; return the frame to send.

        Raises:
            SubmissionStopped: the call is malformed.
            PackageFaultError: the function returned nothing that can be handed to a submission.
        """
        try:
            _, number, args, kwargs = call
            function = self._standins.callback(number)
            resolve = self._standins.resolve
            positional = wire.decode(args, resolve)
            named = {key: wire.decode(node, resolve) for key, node in kwargs.items()}
        except _MALFORMED:
            raise self._line.protocol_broken("a callback of no known form") from None
        try:
            value = function(*positional, **named)
            return wire.pack(["return", wire.encode(value, self._standins.refer)])
        except PackageFaultError:
            raise
        except wire.TooLargeError as error:
            raise PackageFaultError(f"a test hands over a value too large: {error}") from None
        except Exception as error:
            args = [arg for arg in error.args if isinstance(arg, str | int | float)]
            return wire.pack(["throw", type(error).__name__, self._encoded(args)])

    def _encoded(self, args: list[str | int | float]) -> Any:
        try:
            return wire.encode(args, self._standins.refer)
        except wire.TooLargeError:  # its kind says enough
            return []
