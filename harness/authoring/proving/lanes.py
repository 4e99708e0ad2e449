"""Lanes: the checks of one problem, as many at a time as it is given."""

import threading
from collections.abc import Iterable, Sequence
from pathlib import Path

from harness.authoring.dry.runner import USUAL, DryOutcome, DryRunner, DryTerms
from harness.authoring.proving.batch import Answer, Batch, Check, Company, OnProgress
from harness.catalog.models import Problem
from harness.closing import Closing
from harness.grading.grader import Grader
from harness.grading.report import Report, TestResult
from harness.verdict import Verdict

_TRIES = 3
"""How often something is graded that the grader could not judge."""


class Lanes(Closing):
    """Warm graders and runners of dry runs, one of each for every thread that asks.

    A context manager; leaving it ends them.
    """

    def __init__(self, problem: Problem, count: int, company: Company | None = None) -> None:
        """Nothing is started before it is needed.

        Args:
            problem: whose checks they are.
            count: how many checks run at a time.
            company: whose threads may help.
        """
        self.problem = problem
        self._count = count
        self._company = company or Company()
        self._own = threading.local()
        self._started: list[Grader | DryRunner] = []
        self._unloadable: Report | None = None
        """What a grader says of tests that cannot be loaded, so that none is started again."""

    def close(self) -> None:
        """End every process that was started."""
        for each in self._started:
            each.close()

    def run(
        self, checks: Sequence[Check[Answer]], on_progress: OnProgress | None = None
    ) -> list[Answer]:
        """Run every check; return what they yield, in the order of the checks.

        Args:
            checks: functions that may call the other methods.
            on_progress: called with the number of checks done and of all, from one thread at a
                time.
        """
        batch = Batch(checks, on_progress)
        with self._company.joined_by(batch):
            for _ in range(self._count - 1):
                threading.Thread(target=batch.work).start()
            batch.work()
            return batch.answers()

    def grade(self, file: Path, level: int) -> Report:
        """Grade a file briefly.

        A fault may be the moment's, as where the machine is too busy to judge: then once more.
        """
        if self._unloadable is not None:
            return self._unloadable
        source = file.read_bytes()
        for _ in range(_TRIES):
            report = self._grader().grade(source, level, brief=True)
            if not report.tests:
                self._unloadable = report
            if _judged(report.tests):
                break
        return report

    def first_failure(self, source: bytes, level: int) -> TestResult | None:
        """Return the first scored test that rejects a source, or None."""
        for _ in range(_TRIES):
            failure = self._grader().first_failure(source, level)
            if failure is None or _judged([failure]):
                break
        return failure

    def judge_tests(self, source: bytes, ids: Sequence[str], *, seed: int = 0) -> list[TestResult]:
        """Let the grader run some tests alone, in this order, with inputs drawn from the seed."""
        for _ in range(_TRIES):
            results = self._grader().judge_tests(source, ids, seed=seed)
            if _judged(results):
                break
        return results

    def dry_run(
        self, source: bytes, tests: Sequence[str], terms: DryTerms = USUAL
    ) -> DryOutcome | None:
        """Run tests in one process with the source; None when nothing can be said."""
        return self._dry_runner().run(source, tests, terms)

    def tests(self, level: int, *, sample: bool = True) -> list[str]:
        """The ids of the tests of levels 1 to ``level``, the highest first, as a grader has them.

        There are none when they cannot be collected.
        """
        return [
            id_
            for number in (level, *range(1, level))
            for id_ in self.tests_of(number, sample=sample)
        ]

    def tests_of(self, level: int, *, sample: bool = True) -> list[str]:
        """The ids of a level's own tests."""
        return self._dry_runner().tests(level, sample=sample)

    def _grader(self) -> Grader:
        if not hasattr(self._own, "grader"):
            self._own.grader = self._new_grader()
            self._started.append(self._own.grader)
        grader: Grader = self._own.grader
        return grader

    def _dry_runner(self) -> DryRunner:
        if not hasattr(self._own, "dry"):
            self._own.dry = self._new_dry_runner()
            self._started.append(self._own.dry)
        runner: DryRunner = self._own.dry
        return runner

    def _new_grader(self) -> Grader:
        return Grader(self.problem)

    def _new_dry_runner(self) -> DryRunner:
        return DryRunner(self.problem)


def _judged(results: Iterable[TestResult]) -> bool:
    return not any(result.verdict is Verdict.INTERNAL_ERROR for result in results)
