"""Processes started ahead, which import pytest while nobody needs them."""

from harness.authoring.dry.runner import dry_process
from harness.closing import Closing
from harness.grading.evaluator_process import EvaluatorProcess


class Spares(Closing):
    """One process for the next grader and one for the next dry runs; a context manager."""

    def __init__(self) -> None:
        """Nothing is started."""
        self._grader: EvaluatorProcess | None = None
        self._dry: EvaluatorProcess | None = None

    def prepare(self) -> None:
        """Start what is missing."""
        self._grader = self._grader or EvaluatorProcess()
        self._dry = self._dry or dry_process()

    def take_grader(self) -> EvaluatorProcess | None:
        """Hand over the grader's, if there is one; whoever takes it closes it."""
        process, self._grader = self._grader, None
        return _alive(process)

    def take_dry(self) -> EvaluatorProcess | None:
        """Hand over that of dry runs in the same way."""
        process, self._dry = self._dry, None
        return _alive(process)

    def close(self) -> None:
        """End those that nobody has taken."""
        for process in (self.take_grader(), self.take_dry()):
            if process is not None:
                process.close()


def _alive(process: EvaluatorProcess | None) -> EvaluatorProcess | None:
    """The process, unless somebody has ended it meanwhile."""
    if process is not None and process.ended:
        process.close()
        return None
    return process
