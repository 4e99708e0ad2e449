"""One submission against the collected tests: bind, run, judge, report each as it comes."""

import difflib
import gc
import sys
import time
import unittest
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from _pytest.assertion import util as assertion_util
from _pytest.runner import runtestprotocol

from harness.grading.evaluator.conversation.link import Link
from harness.grading.evaluator.conversation.solution_module import SolutionModule
from harness.grading.evaluator.judgement import Comparison, Judge, Judgement
from harness.grading.evaluator.patience import SKIPPED, Patience
from harness.grading.evaluator.properties import MOST_SHRINKS, PropertyWatch, watch_property
from harness.grading.evaluator.suite.examples import Inputs
from harness.grading.evaluator.workers.stop import (
    JudgeBrokenError,
    SubmissionStopped,
)
from harness.verdict import Verdict

Send = Callable[[dict[str, Any]], None]


class Grading:
    """Runs the chosen items against one submission, in a fork made for it."""

    def __init__(
        self,
        link: Link,
        module: SolutionModule,
        package: Path,
        inputs: Inputs,
        send: Send,
        *,
        brief: bool = False,
    ) -> None:
        self._link = link
        self._module = module
        self._package = package
        self._inputs = inputs
        self._send = send
        self._brief = brief
        self._judge = Judge(link, package)
        self._patience = Patience()
        self._failed = False
        self._ending: BaseException | None = None
        self._property: PropertyWatch | None = None

    def run(self, items: Sequence[pytest.Item], *, until_failure: bool = False) -> None:
        """Judge every item, or those up to the first that is not accepted.

        A submission that cannot be imported is judged on all at once.
        """
        missing = self._bind(items)
        if missing is None:
            return
        self._install_recorders()
        for item, following in zip(items, [*items[1:], None], strict=True):
            absent = [name for name in missing if _imports(item, name)]
            if absent:
                self._report(item, _not_defined(absent[0]), 0.0)
            else:
                self._run_item(item, following)
            if until_failure and self._failed:
                return

    def _bind(self, items: Sequence[pytest.Item]) -> list[str] | None:
        """Import the submission; return the names it lacks, or None when all is judged already."""
        modules = {id(item.module): item.module for item in items if isinstance(item, _Function)}
        started = time.perf_counter()
        try:
            missing = self._import(modules.values())
            class_name = self._module.class_name
            if class_name in missing:
                judgement = _not_defined(class_name, self._link.defined_names())
            elif self._module.is_callable(class_name):
                return missing
            else:
                message = f"solution.py defines {class_name} as something that is no such class."
                judgement = Judgement(Verdict.COMPILE_ERROR, message)
        except SubmissionStopped as stop:
            judgement = Judgement(stop.verdict, stop.message, stop.line)
        wall = time.perf_counter() - started
        for item in items:
            self._report(item, judgement, wall)
        return None

    def _import(self, test_modules: Iterable[ModuleType]) -> list[str]:
        """Import the submission, once more when something else may be to blame for a failure."""
        test_modules = list(test_modules)
        try:
            return self._module.bind(self._link, test_modules)
        except SubmissionStopped as stop:
            if not stop.doubtful:
                raise
        return self._module.bind(self._link, test_modules)

    def _run_item(self, item: pytest.Item, following: pytest.Item | None) -> None:
        if self._patience.exhausted:
            self._link.begin_test()
            self._report(item, Judgement(Verdict.SKIPPED, SKIPPED), 0.0)
            return
        judgement, wall = self._attempt(item, following)
        if self._is_doubtful(judgement):
            # A busy machine inflates even CPU time a little, and anyone may kill a process: what
            # the submission does by itself it does again.
            judgement, wall = self._attempt(item, following)
            missed = self._link.near_miss()
            if missed and judgement.verdict is Verdict.ACCEPTED:
                judgement = Judgement(Verdict.TIME_LIMIT_EXCEEDED, f"Twice: {missed}")
        # Of a test that computed, CPU seconds: on a busy machine its wall time would mean nothing.
        computed = self._link.cpu_seconds()
        self._patience.note(judgement.verdict, computed if computed > wall / 50 else wall)
        self._report(item, judgement, wall)

    def _is_doubtful(self, judgement: Judgement) -> bool:
        """Whether something other than the submission may be to blame for how a test ended."""
        if self._link.stopped is not None:
            return self._link.stopped.doubtful
        return judgement.verdict is Verdict.ACCEPTED and bool(self._link.near_miss())

    def _attempt(self, item: pytest.Item, following: pytest.Item | None) -> tuple[Judgement, float]:
        """Run one test; return the judgement and its wall seconds."""
        if isinstance(item, pytest.Function):
            replay = self._inputs.replay(item)
            if replay is not None:
                searching, item.obj = item.obj, replay
                judgement, wall = self._execute(item, following, searching)
                item.obj = searching
                accepted = judgement.verdict is Verdict.ACCEPTED
                if accepted or self._brief or self._link.stopped is not None:
                    return judgement, wall
                # Hypothesis finds the failure again, and the smallest one like it.
        return self._execute(item, following, getattr(item, "obj", None))

    def _execute(
        self, item: pytest.Item, following: pytest.Item | None, function: Any
    ) -> tuple[Judgement, float]:
        if self._ending is not None:
            self._let_go()
        self._property = self._judge.comparison = None  # a test that passes may leave one too
        self._link.begin_test(self._patience.factor)
        if isinstance(item, pytest.Function):
            item._initrequest()  # what pytest itself does before an item's first run
        shrinks = 0 if self._brief else MOST_SHRINKS
        self._property = watch_property(
            function, self._link, self._judge, self._inputs.seed, shrinks
        )
        started = time.perf_counter()
        runtestprotocol(item, log=False, nextitem=following)
        if self._link.broken:
            raise JudgeBrokenError("the process that runs submissions ended during a test")
        wall = time.perf_counter() - started
        judgement = self._judge.judge(self._ending)
        if self._property is not None and judgement.verdict is not Verdict.ACCEPTED:
            judgement = self._property.smallest_failure() or judgement
        return judgement, wall

    def _let_go(self) -> None:
        """Hold nothing of a test that failed.

        Its error holds its frames, and these the submission's objects: they would fill the memory
        of the next test, or keep it in a process that is no longer fresh.
        """
        self._ending = self._property = self._judge.comparison = None
        for name in ("last_type", "last_value", "last_traceback", "last_exc"):
            vars(sys).pop(name, None)  # where pytest leaves it for a debugger
        self._link.forget_failure()
        gc.collect()

    def _report(self, item: pytest.Item, judgement: Judgement, wall: float) -> None:
        event: dict[str, Any] = {
            "event": "test",
            "id": item.nodeid,
            "verdict": judgement.verdict.value,
            "cpu_seconds": round(self._link.cpu_seconds(), 6),
            "wall_seconds": round(wall, 6),
        }
        output = self._link.output()
        if output:
            event["output"] = output
        if judgement.verdict is not Verdict.ACCEPTED:
            self._failed = True
            kept = self._property.smallest_talk() if self._property is not None else None
            conversation, omitted = kept or self._link.transcript.in_words()
            event.update(
                message=" ".join(judgement.message.splitlines()),
                line=judgement.line,
                assertion=judgement.assertion,
                comparison=judgement.comparison,
                conversation=conversation,
                omitted=omitted,
            )
        self._send(event)

    # --- hooks into pytest and unittest -----------------------------------------------------

    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> pytest.TestReport:
        """Keep the error itself; a formatted traceback, costly to make, is not needed.

        After pytest's unittest plugin, which puts a test case's failure into ``call`` here, and
        before the default, which would format it.
        """
        outcome: Any = "passed"
        if call.excinfo is not None:
            error = call.excinfo.value
            skipped = isinstance(error, pytest.skip.Exception)
            outcome = "skipped" if skipped else "failed"
            if self._ending is None:
                self._ending = error
        when: Any = call.when
        return pytest.TestReport(item.nodeid, item.location, {}, outcome, None, when)

    def _install_recorders(self) -> None:
        """Learn both sides of a failing comparison, in pytest's style and in unittest's.

        Both libraries would spend seconds on the difference of two long values; the grader keeps
        the values and leaves the difference to whoever shows it.
        """

        def compared(operator: str, left: Any, right: Any) -> None:
            self._judge.comparison = Comparison(operator, left, right)

        def assert_equal(case: unittest.TestCase, first: Any, second: Any, msg: Any = None) -> None:
            if not first == second:  # noqa: SIM201 - the operator that assertEqual promises
                compared("==", first, second)
                raise case.failureException(msg or "the two are not equal")

        assertion_util._reprcompare = compared
        unittest.TestCase.assertEqual = assert_equal  # type: ignore[method-assign,assignment]


_Function = pytest.Function


def _imports(item: pytest.Item, name: str) -> bool:
    module = getattr(item, "module", None)
    return any(getattr(value, "solution_name", None) == name for value in vars(module).values())


def _not_defined(name: str, defined: Sequence[str] = ()) -> Judgement:
    near = difflib.get_close_matches(name, defined, n=1)
    hint = f"; it defines {near[0]}" if near else ""
    return Judgement(Verdict.COMPILE_ERROR, f"solution.py does not define {name}{hint}.")
