"""Grader: a warm evaluator for one problem, and the Report made from what it says.

This is the supervisor's side. It trusts the evaluator to be honest but not to be well: an
evaluator that dies, falls silent or forgets a test makes an internal error, never a verdict on the
submission.
"""

import contextlib
import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from harness.catalog.models import Problem
from harness.closing import Closing
from harness.errors import InternalFaultError
from harness.grading.evaluation import Evaluator, Order
from harness.grading.evaluator_process import EvaluatorFaultError, EvaluatorProcess
from harness.grading.protection import IsolationMissingError, turned_off, unmet_needs
from harness.grading.report import GradingCancelledError, Report, TestResult
from harness.grading.summing_up import report_on

OnResult = Callable[[TestResult], None]


class Grader(Closing):
    """Grades submissions of one problem, one at a time; the first pays for the warm-up.

    A context manager; ``close`` ends every process it started. ``grade`` may be called from any
    thread, one call at a time; ``cancel`` from any other meanwhile.

    Layers of protection that ``HARNESS_WITHOUT`` names, separated by commas, are left out.
    """

    def __init__(self, problem: Problem, process: EvaluatorProcess | None = None) -> None:
        """Start it.

        Args:
            problem: what is graded.
            process: an evaluator that was started ahead; the grader closes it.
        """
        self.problem = problem
        self._without = turned_off(os.environ)
        self._evaluator: Evaluator | None = None
        self._busy = threading.Lock()
        self._cancelled = threading.Event()
        with contextlib.suppress(EvaluatorFaultError):  # the first grading will tell
            self._start(process)

    def grade(
        self,
        source: bytes,
        level: int,
        *,
        seed: int = 0,
        shuffled: bool = False,
        brief: bool = False,
        on_result: OnResult | None = None,
    ) -> Report:
        """Grade a submission on every test of levels 1 to ``level``.

        Args:
            source: the file's bytes, as saved.
            level: the highest level to grade; its own tests run first.
            seed: for the tests that generate their inputs, and for the order when ``shuffled``.
            shuffled: run the tests in an order drawn from ``seed`` instead of as written.
            brief: for whoever asks for verdicts alone: of a property that fails, tell the first
                failure, without the search for the smallest, which takes most of the time.
            on_result: called with each test's result as it comes, in the calling thread.

        Raises:
            GradingCancelledError: ``cancel`` was called meanwhile.
            WrongUseError: the problem has no such level.
        """
        self.problem.level(level)
        with self._busy:
            self._cancelled.clear()
            order = Order(seed, shuffled=shuffled, brief=brief)
            return self._grade(source, level, order, on_result)

    def first_failure(self, source: bytes, level: int) -> TestResult | None:
        """Return the first scored test of levels 1 to ``level`` that rejects a submission, or None.

        Stops there, which makes it far cheaper than ``grade`` where only yes or no is asked.

        Raises:
            WrongUseError: the problem has no such level.
            InternalFaultError: there is no answer.
        """
        self.problem.level(level)
        with self._busy, self._telling_faults():
            scored = {
                id_: test
                for id_, test in self._start().inventory(level).items()
                if test.kind == "hidden"
            }
            results = self._results(source, level, scored, Order(0, until_failure=True, brief=True))
        failure = next((result for result in results if not result.accepted), None)
        if failure is None and len(results) < len(scored):
            raise InternalFaultError("The judge did not report on every test.")
        return failure

    def judge_tests(self, source: bytes, ids: Sequence[str], *, seed: int = 0) -> list[TestResult]:
        """Run some tests alone, in this order; briefly, and with a seed, as ``grade`` says.

        Raises:
            InternalFaultError: there is no answer.
        """
        with self._busy, self._telling_faults():
            level = len(self.problem.levels)
            tests = self._start().inventory(level)
            order = Order(seed, brief=True, only=tuple(ids))
            results = self._results(source, level, tests, order)
        if [result.id for result in results] != list(ids):
            raise InternalFaultError("The judge did not report on every test.")
        return results

    def _results(
        self, source: bytes, level: int, tests: Mapping[str, TestResult], order: Order
    ) -> list[TestResult]:
        return [
            _filled(tests[event["id"]], event)
            for event in self._start().grade(source, level, order)
            if event["event"] == "test"
        ]

    @contextlib.contextmanager
    def _telling_faults(self) -> Iterator[None]:
        try:
            yield
        except EvaluatorFaultError as error:
            self.close()
            raise InternalFaultError(str(error)) from None

    def demand_isolation(self) -> None:
        """Make sure that other people's code can be graded here.

        Raises:
            IsolationMissingError: something that this needs was tried and does not hold.
        """
        with self._busy, self._telling_faults():
            protections = self._start().protections()
        if unmet_needs(protections):
            raise IsolationMissingError(protections)

    def cancel(self) -> None:
        """End the running grading, if any; its ``grade`` raises ``GradingCancelledError``."""
        self._cancelled.set()
        evaluator = self._evaluator
        if evaluator is not None and self._busy.locked():
            evaluator.cancel()

    def close(self) -> None:
        """End every process of this grader."""
        evaluator, self._evaluator = self._evaluator, None
        if evaluator is not None:
            evaluator.close()

    def _start(self, process: EvaluatorProcess | None = None) -> Evaluator:
        if self._evaluator is not None and self._evaluator.ended:
            self.close()  # killed while nobody asked it anything: a new one can answer
        if self._evaluator is None:
            self._evaluator = Evaluator(self.problem, self._without, process)
        return self._evaluator

    def _grade(
        self,
        source: bytes,
        level: int,
        order: Order,
        on_result: OnResult | None,
    ) -> Report:
        started = time.perf_counter()
        results: dict[str, TestResult] = {}
        inventory: dict[str, TestResult] = {}
        protections: list[str] = []
        fault = ""
        try:
            evaluator = self._start()
            inventory = evaluator.inventory(level)
            for event in evaluator.grade(source, level, order, self._cancelled):
                if event["event"] == "protections":
                    protections = event["names"]
                elif event["id"] in inventory:
                    result = _filled(inventory[event["id"]], event)
                    results[result.id] = result
                    if on_result is not None:
                        on_result(result)
        except EvaluatorFaultError as error:
            fault = str(error)
            self.close()
        except BaseException:
            self.close()
            raise
        if self._cancelled.is_set():
            raise GradingCancelledError("The run was cancelled; it has no verdict.")
        tests = [results.get(id_) or _unreported(test, fault) for id_, test in inventory.items()]
        return report_on(
            self.problem,
            source,
            level,
            tests,
            seed=order.seed,
            fault=fault,
            protections=protections,
            wall_seconds=time.perf_counter() - started,
        )


def _filled(test: TestResult, event: dict[str, Any]) -> TestResult:
    details = {key: value for key, value in event.items() if key != "event" and value is not None}
    return TestResult.model_validate({**test.model_dump(), **details})


def _unreported(test: TestResult, fault: str) -> TestResult:
    return test.model_copy(update={"message": fault or "The judge did not report on this test."})
