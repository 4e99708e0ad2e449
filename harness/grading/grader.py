"""Grader: a warm evaluator for one problem, and the Report made from what it says.

This is the supervisor's side. It trusts the evaluator to be honest but not to be well: an
evaluator that dies, falls silent or forgets a test makes an internal error, never a verdict on the
submission.
"""

import base64
import contextlib
import hashlib
import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import platformdirs

from harness import __version__
from harness.catalog.models import Level, Problem
from harness.errors import InternalFaultError
from harness.grading.evaluator_process import EvaluatorFaultError, EvaluatorProcess
from harness.grading.protection import IsolationMissingError, turned_off, unmet_needs
from harness.grading.report import (
    GradingCancelledError,
    Kind,
    LevelResult,
    Report,
    TestResult,
    rounded_score,
)
from harness.verdict import Verdict

OnResult = Callable[[TestResult], None]

_START_SECONDS = 60.0
"""How long importing pytest and collecting the tests may take."""
_SILENCE_MARGIN = 10.0
"""Seconds beyond a test's own wall limit after which a silent evaluator is at fault."""


class Grader:
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
        self._evaluator: _Evaluator | None = None
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
        on_result: OnResult | None = None,
    ) -> Report:
        """Grade a submission on every test of levels 1 to ``level``.

        Args:
            source: the file's bytes, as saved.
            level: the highest level to grade; its own tests run first.
            seed: for the tests that generate their inputs, and for the order when ``shuffled``.
            shuffled: run the tests in an order drawn from ``seed`` instead of as written.
            on_result: called with each test's result as it comes, in the calling thread.

        Raises:
            GradingCancelledError: ``cancel`` was called meanwhile.
            WrongUseError: the problem has no such level.
        """
        self.problem.level(level)
        with self._busy:
            self._cancelled.clear()
            return self._grade(source, level, _Order(seed, shuffled), on_result)

    def demand_isolation(self) -> None:
        """Make sure that other people's code can be graded here.

        Raises:
            IsolationMissingError: something that this needs was tried and does not hold.
        """
        with self._busy:
            try:
                protections = self._start().protections()
            except EvaluatorFaultError as error:
                self.close()
                raise InternalFaultError(str(error)) from None
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

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _start(self, process: EvaluatorProcess | None = None) -> "_Evaluator":
        if self._evaluator is not None and self._evaluator.ended:
            self.close()  # killed while nobody asked it anything: a new one can answer
        if self._evaluator is None:
            self._evaluator = _Evaluator(self.problem, self._without, process)
        return self._evaluator

    def _grade(
        self,
        source: bytes,
        level: int,
        order: "_Order",
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
            for event in evaluator.grade(source, level, order):
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
        return self._report(
            source,
            level,
            order.seed,
            tests=tests,
            fault=fault,
            protections=protections,
            wall_seconds=time.perf_counter() - started,
        )

    def _report(
        self,
        source: bytes,
        level: int,
        seed: int,
        *,
        tests: Sequence[TestResult],
        fault: str,
        protections: Sequence[str],
        wall_seconds: float,
    ) -> Report:
        levels = tuple(_level_result(each, tests) for each in self.problem.levels[:level])
        verdict = next(
            (each.verdict for each in levels if each.verdict is not Verdict.ACCEPTED),
            Verdict.ACCEPTED,
        )
        if fault or any(test.verdict is Verdict.INTERNAL_ERROR for test in tests):
            verdict = Verdict.INTERNAL_ERROR  # what could not be judged was not judged
        return Report(
            problem=self.problem.id,
            problem_version=self.problem.version,
            package_hash=self.problem.package_hash(),
            submission_hash=hashlib.sha256(source).hexdigest(),
            seed=seed,
            harness_version=__version__,
            level=level,
            verdict=verdict,
            message=fault or _said_of_all(tests),
            score=rounded_score(levels),
            max_score=self.problem.max_score,
            levels=levels,
            tests=tuple(tests),
            protections=tuple(protections),
            cpu_seconds=round(sum(test.cpu_seconds for test in tests), 6),
            wall_seconds=round(wall_seconds, 6),
        )


@dataclass(frozen=True)
class _Order:
    """What a grading's generated inputs, and if wanted its order, are drawn from."""

    seed: int
    shuffled: bool


class _Evaluator:
    """What a grader and its evaluator have to say to each other about one problem."""

    def __init__(
        self, problem: Problem, without: Sequence[str], process: EvaluatorProcess | None
    ) -> None:
        self._problem = problem
        self._process = process or EvaluatorProcess()
        self._cancelled = False
        self._ready: dict[str, Any] | None = None
        cache = platformdirs.user_cache_path("progressive-harness") / "compiled-tests"
        self._process.tell(
            {
                "package": str(problem.folder),
                "levels": [level.number for level in problem.levels],
                "class_name": problem.class_name,
                "budget": problem.limits.model_dump(),
                "cache": str(cache),
                "folder": self._process.folder,
                "without": list(without),
            }
        )

    @property
    def pid(self) -> int:
        """The evaluator's process id."""
        return self._process.pid

    @property
    def ended(self) -> bool:
        """Whether the process is gone."""
        return self._process.ended

    def inventory(self, level: int) -> dict[str, TestResult]:
        """Every test of levels 1 to ``level`` by id, as if nothing had been heard of it yet."""
        return {id_: test for id_, test in self._inventory().items() if test.level <= level}

    def grade(self, source: bytes, level: int, order: "_Order") -> Iterator[dict[str, Any]]:
        """Send a submission and yield the events of its grading."""
        self._inventory()
        self._cancelled = False
        request = {
            "do": "grade",
            "source": base64.b64encode(source).decode(),
            "levels": [level, *range(1, level)],
            "seed": order.seed,
            "shuffled": order.shuffled,
        }
        self._process.tell(request)
        silence = 5 * self._problem.limits.wall_seconds + _SILENCE_MARGIN
        while True:
            event = self._process.next_event(silence)
            if event["event"] == "end":
                if event["status"] != 0 and not self._cancelled:
                    raise EvaluatorFaultError(
                        f"The judge ended unexpectedly (status {event['status']})."
                        f"{self._process.last_words()}"
                    )
                return
            yield event

    def cancel(self) -> None:
        """Have the running grading killed; the evaluator stays warm."""
        self._cancelled = True
        try:
            self._process.tell({"do": "cancel"})
        except EvaluatorFaultError:
            return

    def close(self) -> None:
        """End the process with all that it started."""
        self._process.close()

    def protections(self) -> list[str]:
        """What held when it was tried; a worker's own limits come with each grading."""
        names: list[str] = self._announced()["protections"]
        return names

    def _inventory(self) -> dict[str, TestResult]:
        return {test["id"]: _unheard(test) for test in self._announced()["tests"]}

    def _announced(self) -> dict[str, Any]:
        """What the evaluator said when it was ready."""
        if self._ready is None:
            ready = self._process.next_event(_START_SECONDS)
            if ready["faults"]:
                raise EvaluatorFaultError(
                    f"The tests of {self._problem.id} cannot be loaded: {ready['faults'][0]}"
                )
            for level in self._problem.levels:
                hidden = f"level_{level.number}/{level.hidden_tests.name}::"
                if not any(test["id"].startswith(hidden) for test in ready["tests"]):
                    raise EvaluatorFaultError(f"{level.hidden_tests} holds no scored test.")
            self._ready = ready
        return self._ready


def _unheard(test: dict[str, Any]) -> TestResult:
    folder, _, file = test["id"].partition("::")[0].rpartition("/")
    kind: Kind = "sample" if file == "test_sample.py" else "hidden"
    return TestResult(
        id=test["id"],
        level=int(Path(folder).name.removeprefix("level_")),
        kind=kind,
        tags=tuple(test["tags"]),
        verdict=Verdict.INTERNAL_ERROR,
    )


def _filled(test: TestResult, event: dict[str, Any]) -> TestResult:
    details = {key: value for key, value in event.items() if key != "event" and value is not None}
    return TestResult.model_validate({**test.model_dump(), **details})


def _unreported(test: TestResult, fault: str) -> TestResult:
    return test.model_copy(update={"message": fault or "The judge did not report on this test."})


def _said_of_all(tests: Sequence[TestResult]) -> str:
    """Why the submission could not be run at all: one message on every test, before any call."""
    messages = {test.message for test in tests}
    unasked = not any(test.conversation or test.accepted for test in tests)
    return messages.pop() if unasked and len(messages) == 1 else ""


def _level_result(level: Level, tests: Sequence[TestResult]) -> LevelResult:
    own = [test for test in tests if test.level == level.number]
    scored = [test for test in own if test.kind == "hidden"]
    unaccepted = [test.verdict for test in own if not test.accepted]
    # No tests is never a pass: a level nobody could judge is a fault of the package.
    verdict = unaccepted[0] if unaccepted else Verdict.ACCEPTED
    return LevelResult(
        level=level.number,
        verdict=verdict if scored else Verdict.INTERNAL_ERROR,
        passed=sum(test.accepted for test in own),
        total=len(own),
        scored_passed=sum(test.accepted for test in scored),
        scored_total=len(scored),
        max_points=level.points,
    )
