"""Evaluator: what a grader and its evaluator process have to say to each other."""

import base64
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs

from harness.catalog.models import Problem
from harness.grading.evaluator_process import EvaluatorFaultError, EvaluatorProcess
from harness.grading.report import Kind, TestResult
from harness.verdict import Verdict

_START_SECONDS = 60.0
"""How long importing pytest and collecting the tests may take."""
_SILENCE_MARGIN = 10.0
"""Seconds beyond a test's own wall limit after which a silent evaluator is at fault."""


@dataclass(frozen=True)
class Order:
    """Which tests run in what order, and what their generated inputs are drawn from."""

    seed: int
    shuffled: bool = False
    """The order is drawn from the seed too."""
    until_failure: bool = False
    """Scored tests alone, until the first that does not accept."""
    brief: bool = False
    """Verdicts alone are wanted: nobody looks for the smallest failure of a property."""
    only: tuple[str, ...] = ()
    """The ids of the tests to run, where not all of the levels are."""


class Evaluator:
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
                "levels": {str(level.number): level.tests for level in problem.levels},
                "class_name": problem.class_name,
                "modules": problem.modules,
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

    def grade(
        self, source: bytes, level: int, order: Order, cancelled: threading.Event | None = None
    ) -> Iterator[dict[str, Any]]:
        """Send a submission and yield the events of its grading.

        Args:
            source: the file's bytes.
            level: the highest level that is graded.
            order: which tests run in what order.
            cancelled: set before ``cancel`` is called, which may be while the tests are still being
                collected and there is nothing yet that it could end.

        Raises:
            EvaluatorFaultError: the evaluator died, or said nothing for too long.
        """
        self._inventory()
        self._cancelled = False
        request = {
            "do": "grade",
            "source": base64.b64encode(source).decode(),
            "levels": [level, *range(1, level)],
            "seed": order.seed,
            "shuffled": order.shuffled,
            "until_failure": order.until_failure,
            "brief": order.brief,
            "only": order.only,
        }
        self._process.tell(request)
        if cancelled is not None and cancelled.is_set():
            self.cancel()
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
                hidden = f"level_{level.number}/{level.hidden_tests.stem}"
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
