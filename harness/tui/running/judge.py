"""Judge: the warm grader of one sitting, made in the background and kept until it is left."""

from collections.abc import Callable
from threading import Lock
from typing import Protocol

from harness.catalog import Problem
from harness.grading import Report, TestResult

OnResult = Callable[[TestResult], None]


class WarmGrader(Protocol):
    """What a grader offers; ``harness.grading.Grader`` does."""

    def grade(self, source: bytes, level: int, *, on_result: OnResult | None = None) -> Report:
        """Grade one submission; blocks."""

    def cancel(self) -> None:
        """Make the running ``grade`` raise."""

    def close(self) -> None:
        """Stop its processes."""


MakeGrader = Callable[[Problem], WarmGrader]


def real_grader(problem: Problem) -> WarmGrader:
    """Make the product's own grader; imported here because it brings pytest along."""
    from harness.grading import Grader

    grader: WarmGrader = Grader(problem)
    return grader


class Judge:
    """Makes its grader once, whoever asks first: the warming thread or the first run."""

    def __init__(self, problem: Problem, make: MakeGrader) -> None:
        self._problem = problem
        self._make = make
        self._lock = Lock()
        self._grader: WarmGrader | None = None
        self._closed = False

    def warm(self) -> WarmGrader | None:
        """Make the grader unless it is there; blocks, so call it in a thread.

        Returns:
            the grader, or None once this judge is closed.
        """
        with self._lock:
            if self._grader is None and not self._closed:
                self._grader = self._make(self._problem)
            return self._grader

    def grade(self, source: bytes, level: int, on_result: OnResult | None) -> Report:
        """Grade one submission; blocks."""
        grader = self.warm()
        assert grader is not None, "a closed sitting grades nothing"
        return grader.grade(source, level, on_result=on_result)

    def cancel(self) -> None:
        """Stop the running grading, if there is one."""
        grader = self._grader
        if grader is not None:
            grader.cancel()

    def close(self) -> None:
        """Stop the grader; waits for a warming that is under way, so call it in a thread."""
        self.cancel()
        with self._lock:
            self._closed = True
            if self._grader is not None:
                self._grader.close()
                self._grader = None
