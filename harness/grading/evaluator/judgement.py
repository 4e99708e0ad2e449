"""From how a test ended to a verdict and the line that explains it."""

import linecache
import unittest
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from harness.grading.evaluator.conversation.link import Link
from harness.grading.evaluator.conversation.transcript import shortened
from harness.grading.evaluator.workers.stop import PackageFaultError
from harness.verdict import Verdict

_TEST_IS_BROKEN = (PackageFaultError, NameError, ImportError, SyntaxError)
_LONGEST_VALUE = 4000


@dataclass(frozen=True)
class Comparison:
    """Both sides of the assertion that failed, still as values."""

    operator: str
    left: Any
    right: Any


@dataclass(frozen=True)
class Judgement:
    """A verdict on one test, with all that a person may be told."""

    verdict: Verdict
    message: str = ""
    line: int | None = None
    assertion: str = ""
    comparison: dict[str, str] | None = None


ACCEPTED = Judgement(Verdict.ACCEPTED)


class Judge:
    """Decides on the tests of one grading, one after the other."""

    def __init__(self, link: Link, package: Path) -> None:
        self._link = link
        self._package = str(package)
        self.comparison: Comparison | None = None

    def judge(self, error: BaseException | None) -> Judgement:
        """Judge a test that ended with this error, or with none.

        The order matters: what stopped the submission outranks whatever the test made of it.
        """
        if self._link.stopped is not None:
            stop = self._link.stopped
            return Judgement(stop.verdict, stop.message, stop.line)
        if error is None:
            return ACCEPTED
        raised = self._link.raised.get(id(error))
        if raised is not None and raised.error is error:
            return Judgement(raised.verdict, raised.message, raised.line, self._assertion(error))
        if isinstance(error, pytest.skip.Exception | unittest.SkipTest):
            return Judgement(Verdict.SKIPPED, shortened(str(error)))
        if isinstance(error, AssertionError | pytest.fail.Exception) or _is_failure(error):
            return self._wrong_answer(error)
        return self._odd_end(error)

    def _wrong_answer(self, error: BaseException) -> Judgement:
        assertion = self._assertion(error)
        comparison = self._in_words()
        if comparison is not None:
            message = self._difference(comparison)
        elif isinstance(error, pytest.fail.Exception):
            message = f"{self._last_call()}: {shortened(str(error))}."
        else:
            message = f"After {self._last_call()} this did not hold: {assertion or 'an assertion'}"
        return Judgement(Verdict.WRONG_ANSWER, message, None, assertion, comparison)

    def _odd_end(self, error: BaseException) -> Judgement:
        """An error of the test's own code: its author's fault, unless an answer led to it."""
        kind = type(error)
        what = shortened(f"{kind.__name__}: {_text(error, str)}")
        if kind.__module__.startswith("hypothesis"):
            if "Flaky" in kind.__name__:
                return Judgement(
                    Verdict.WRONG_ANSWER, "The same calls were answered differently a second time."
                )
            return Judgement(Verdict.INTERNAL_ERROR, f"The test itself is at fault: {what}")
        if isinstance(error, TimeoutError) and self._link.was_asked:
            return Judgement(
                Verdict.TIME_LIMIT_EXCEEDED,
                f"{self._last_call()} took longer than the test itself allows.",
            )
        if isinstance(error, _TEST_IS_BROKEN) or not self._link.was_asked:
            return Judgement(Verdict.INTERNAL_ERROR, f"The test itself is at fault: {what}")
        return Judgement(
            Verdict.WRONG_ANSWER,
            f"The test could not use what {self._last_call()} returned: {what}.",
            None,
            self._assertion(error),
        )

    def _last_call(self) -> str:
        return self._link.transcript.last_call() or "the import"

    def _in_words(self) -> dict[str, str] | None:
        """Both sides as text, the side that came from the submission first."""
        if self.comparison is None:
            return None
        left, right = _text(self.comparison.left), _text(self.comparison.right)
        exchanges, _ = self._link.transcript.in_words()
        last = exchanges[-1]["came"] if exchanges else None
        if last == right and last != left and self.comparison.operator == "==":
            left, right = right, left
        return {"came": left, "expected": right, "operator": self.comparison.operator}

    def _difference(self, comparison: dict[str, str]) -> str:
        came, expected = shortened(comparison["came"]), shortened(comparison["expected"])
        exchanges, _ = self._link.transcript.in_words()
        subject = (
            f"{exchanges[-1]['call']} returned {came}"
            if exchanges and exchanges[-1]["came"] == came
            else f"{came} came"
        )
        if comparison["operator"] in ("==", "is"):
            return f"{subject}; expected {expected}."
        return f"{subject}; it should be {comparison['operator']} {expected}."

    def _assertion(self, error: BaseException) -> str:
        """The line of the test on which it ended."""
        source = ""
        traceback = error.__traceback__
        while traceback is not None:
            filename = traceback.tb_frame.f_code.co_filename
            if filename.startswith(self._package):
                source = linecache.getline(filename, traceback.tb_lineno).strip()
            traceback = traceback.tb_next
        return source


def _is_failure(error: BaseException) -> bool:
    """Whether an assertion of ``unittest`` failed, by an error of its test class's own choice."""
    traceback = error.__traceback__
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    if traceback is None:
        return False
    names = traceback.tb_frame.f_locals
    case = names["self"] if "self" in names else names.get("case")  # the grader's own assertEqual
    return isinstance(case, unittest.TestCase) and type(error) is case.failureException


def _text(value: Any, words: Callable[[Any], str] = repr) -> str:
    try:
        text = words(value)
    except BaseException:  # a stand-in's __repr__ may do anything, and stop the submission
        text = f"<{type(value).__name__} object>"
    return text if len(text) <= _LONGEST_VALUE else text[:_LONGEST_VALUE] + "…"
