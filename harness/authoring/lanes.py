"""Lanes: the checks of one problem, as many at a time as there are processors."""

import os
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Self, TypeVar

from harness.catalog.models import Problem
from harness.grading.grader import Grader
from harness.grading.report import Report, TestResult

Answer = TypeVar("Answer")
Check = Callable[[], Iterable[Answer]]
OnProgress = Callable[[int, int], None]


class Lanes:
    """As many warm graders as there are processors, each used by one thread.

    A context manager; leaving it ends the graders.
    """

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._own = threading.local()
        self._graders: list[Grader] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for grader in self._graders:
            grader.close()

    def run(
        self, checks: Sequence[Check[Answer]], on_progress: OnProgress | None = None
    ) -> list[Answer]:
        """Run every check; return what they yield, in the order of the checks.

        Args:
            checks: functions that may call ``grade`` and ``first_failure``.
            on_progress: called with the number of checks done and of all, in the calling thread.
        """
        answers: list[Answer] = []
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            outcomes = pool.map(lambda check: list(check()), checks)
            for done, answered in enumerate(outcomes, start=1):
                answers += answered
                if on_progress is not None:
                    on_progress(done, len(checks))
        return answers

    def grade(self, file: Path, level: int, *, seed: int | None = None) -> Report:
        """Grade a file; with a seed, in an order and with inputs drawn from it."""
        grader = self._grader()
        source = file.read_bytes()
        if seed is None:
            return grader.grade(source, level)
        return grader.grade(source, level, seed=seed, shuffled=True)

    def first_failure(self, source: bytes, level: int) -> TestResult | None:
        """Return the first scored test that rejects a source, or None."""
        return self._grader().first_failure(source, level)

    def _grader(self) -> Grader:
        if not hasattr(self._own, "grader"):
            self._own.grader = Grader(self._problem)
            self._graders.append(self._own.grader)
        grader: Grader = self._own.grader
        return grader
