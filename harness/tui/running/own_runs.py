"""OwnRuns: the runs of a person's own tests in one sitting, one at a time, in a warm sandbox."""

from collections.abc import Callable
from pathlib import Path
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Protocol

from harness.catalog import Problem
from harness.grading import GradingCancelledError
from harness.session import Sitting, read_solution, read_source

if TYPE_CHECKING:
    from harness.grading.own_tests import OwnTest, OwnTestsReport

OWN_TESTS = "my_tests.py"
_LOOK_SECONDS = 0.1


class WarmOwnTests(Protocol):
    """What runs them; ``harness.grading.own_tests.OwnTests`` does."""

    def run(
        self, solution: bytes, tests: bytes, on_test: "Callable[[OwnTest], None] | None" = None
    ) -> "OwnTestsReport":
        """Run every test; blocks."""

    def cancel(self) -> None:
        """Make the running ``run`` raise."""

    def close(self) -> None:
        """Stop its processes."""


MakeOwnTests = Callable[[Problem], WarmOwnTests]


def real_own_tests(problem: Problem) -> WarmOwnTests:
    """Make the product's own; imported here because most sittings never need it."""
    from harness.grading.own_tests import OwnTests

    return OwnTests(problem)


class OwnRuns:
    """Makes what runs the tests when it is first needed, and keeps it until it is closed."""

    def __init__(self, sitting: Sitting, make: MakeOwnTests) -> None:
        self._sitting = sitting
        self._make = make
        self._own: WarmOwnTests | None = None
        self._one = Lock()
        self._closed = Event()

    @property
    def path(self) -> Path:
        """Where the person keeps the tests."""
        return self._sitting.folder / OWN_TESTS

    def run(self, stop: Event, on_test: "Callable[[OwnTest], None]") -> "OwnTestsReport":
        """Run the tests as they are saved now; blocks, so call it in a thread.

        Args:
            stop: ends the run when it is set, whenever that is.
            on_test: called with each test as it ends.

        Raises:
            GradingCancelledError: it was stopped, or this was closed.
            WrongUseError: one of the two files cannot be read.
        """
        with self._one:
            if stop.is_set() or self._closed.is_set():
                raise GradingCancelledError("The run was stopped before it began.")
            solution = read_solution(self._sitting.folder)
            tests = read_source(self.path, "your own tests")
            if self._own is None:
                self._own = self._make(self._sitting.problem)
            ended = Event()
            watch = Thread(target=self._watch, args=(self._own, stop, ended), name="own tests")
            watch.start()
            try:
                return self._own.run(solution, tests, on_test)
            finally:
                ended.set()
                watch.join()  # or its last word would meet the next run

    def close(self) -> None:
        """Stop everything, in a thread that may outlive the screen."""
        self._closed.set()
        Thread(target=self._close, name="close own tests").start()

    def _close(self) -> None:
        with self._one:
            if self._own is not None:
                self._own.close()
                self._own = None

    def _watch(self, own: WarmOwnTests, stop: Event, ended: Event) -> None:
        # A run that is only just beginning misses the first call; so it is told until it ends.
        while not ended.wait(_LOOK_SECONDS):
            if stop.is_set() or self._closed.is_set():
                own.cancel()
