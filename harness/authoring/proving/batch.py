"""A batch of checks, run by as many threads as come to help."""

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Generic, Self, TypeVar

Answer = TypeVar("Answer")
Check = Callable[[], Iterable[Answer]]
OnProgress = Callable[[int, int], None]

_FEW = 10
"""A further thread starts a grader of its own, which so many checks outweigh."""


class Batch(Generic[Answer]):
    """Checks in line, and what they have answered."""

    def __init__(self, checks: Sequence[Check[Answer]], on_progress: OnProgress | None) -> None:
        """Nothing runs yet.

        Args:
            checks: what is to be run, by any thread.
            on_progress: called with the number of checks done and of all, from one thread at a
                time; what it raises ends the batch.
        """
        self._checks = checks
        self._on_progress = on_progress
        self._answers: dict[int, list[Answer]] = {}
        self._next = 0
        self._fault: BaseException | None = None
        self._changed = threading.Condition()
        self._helping = 0

    @property
    def waiting(self) -> int:
        """How many checks no thread has taken yet."""
        return 0 if self._fault else len(self._checks) - self._next

    def work(self) -> None:
        """Run checks until none is left to take."""
        with self._changed:
            self._helping += 1
        try:
            while (number := self._take()) is not None:
                self._note(number, list(self._checks[number]()))
        except BaseException as fault:
            with self._changed:
                self._fault = self._fault or fault
        finally:
            with self._changed:
                self._helping -= 1
                self._changed.notify_all()

    def answers(self) -> list[Answer]:
        """Wait for every thread; return what the checks answered, in their order.

        Raises:
            BaseException: what the first check that failed has raised.
        """
        with self._changed:
            try:
                self._changed.wait_for(lambda: not self._helping)
            except BaseException as interruption:
                self._fault = self._fault or interruption
        if self._fault is not None:
            raise self._fault
        return [each for number in range(len(self._checks)) for each in self._answers[number]]

    def _take(self) -> int | None:
        with self._changed:
            if not self.waiting:
                return None
            self._next += 1
            return self._next - 1

    def _note(self, number: int, answered: list[Answer]) -> None:
        with self._changed:
            self._answers[number] = answered
            if self._on_progress is not None:
                self._on_progress(len(self._answers), len(self._checks))


class Company:
    """Batches that run at the same time; a thread that has nothing to do helps with the longest."""

    def __init__(self) -> None:
        self._batches: list[Batch[Any]] = []

    @contextmanager
    def joined_by(self, batch: Batch[Answer]) -> Iterator[Self]:
        """Let others help with a batch until the end of the block."""
        self._batches.append(batch)
        try:
            yield self
        finally:
            self._batches.remove(batch)

    def help(self) -> bool:
        """Work at the longest batch until it is done; False where none is long enough."""
        batch = max(self._batches, key=lambda each: each.waiting, default=None)
        if batch is None or batch.waiting < _FEW:
            return False
        batch.work()
        return True
