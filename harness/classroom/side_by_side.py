"""Graders side by side on this machine, each with one submission at a time."""

import threading
from collections.abc import Generator, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed

from harness.catalog.models import Problem
from harness.classroom.run import Terms
from harness.errors import InternalFaultError
from harness.grading.grader import Grader
from harness.grading.report import GradingCancelledError, Report


def grade_here(
    problem: Problem, terms: Terms, sources: Mapping[str, bytes], *, isolated: bool, jobs: int
) -> Generator[Report]:
    """Grade every source, in any order; closing the iterator ends what is running.

    Args:
        problem: what is graded.
        terms: the level and the seed.
        sources: the submissions by their hash.
        isolated: refuse where a submission could reach what it should not.
        jobs: how many to grade at a time.

    Raises:
        IsolationMissingError: ``isolated``, and this machine cannot do it.
        InternalFaultError: the problem's tests cannot be loaded.
    """
    seats = _Seats(problem, isolated=isolated)
    try:
        with ThreadPoolExecutor(min(jobs, len(sources)) or 1) as pool:
            try:
                for grading in as_completed(
                    [pool.submit(seats.grade, source, terms) for source in sources.values()]
                ):
                    yield grading.result()
            finally:
                pool.shutdown(wait=False, cancel_futures=True)
                seats.cancel()
    finally:
        seats.close()


class _Seats:
    """A warm grader for each thread that asks."""

    def __init__(self, problem: Problem, *, isolated: bool) -> None:
        self._problem = problem
        self._isolated = isolated
        self._own = threading.local()
        self._graders: list[Grader] = []
        self._cancelled = threading.Event()

    def grade(self, source: bytes, terms: Terms) -> Report:
        if not hasattr(self._own, "grader"):
            self._own.grader = Grader(self._problem)
            self._graders.append(self._own.grader)
            if self._isolated:
                self._own.grader.demand_isolation()
        if self._cancelled.is_set():
            raise GradingCancelledError("The run was cancelled.")
        return grade_one(self._own.grader, source, terms)

    def cancel(self) -> None:
        self._cancelled.set()
        for grader in self._graders:
            grader.cancel()

    def close(self) -> None:
        for grader in self._graders:
            grader.close()


def grade_one(grader: Grader, source: bytes, terms: Terms) -> Report:
    """Grade one source under the terms of its class; the same wherever it runs.

    Raises:
        InternalFaultError: the problem's tests cannot be loaded, so that none could be judged; or
            the problem is no longer the one of the terms.
    """
    report = grader.grade(source, terms.level, seed=terms.seed)
    if not report.tests:
        raise InternalFaultError(report.message)
    if report.package_hash != terms.package_hash:
        raise InternalFaultError(
            f"{report.problem} was changed while a class was graded by it; the same command "
            "grades everybody by what it is now."
        )
    return report
