"""Hypothesis tests: the smallest failing example is what a person should see.

Hypothesis runs a test function many times, and after a failure again and again to shrink it. The
verdict is the first failure's; the conversation shown is the shortest failing one. Shrinking is
bounded by a count, so that the answer is both quick and the same every time.
"""

import functools
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from harness.grading.evaluator.conversation.link import Link
from harness.grading.evaluator.judgement import Judge, Judgement
from harness.grading.evaluator.suite.examples import is_property
from harness.grading.evaluator.workers.stop import SubmissionStopped

MOST_SHRINKS = 200
"""Executions of the test function after its first failure."""


class ShrunkEnough(BaseException):
    """Ends Hypothesis's search; the failure is already known."""


@dataclass(frozen=True)
class _Failure:
    judgement: Judgement
    size: int
    conversation: list[dict[str, str]]
    omitted: int


class PropertyWatch:
    """Stands between Hypothesis and the test function."""

    def __init__(
        self, test: Callable[..., Any], link: Link, judge: Judge, most_shrinks: int
    ) -> None:
        self._test = test
        self._link = link
        self._judge = judge
        self._smallest: _Failure | None = None
        self._shrinks = 0
        self._most_shrinks = most_shrinks

    def as_function(self) -> Callable[..., Any]:
        """The stand-in for the test function; Hypothesis asks for a real function."""

        @functools.wraps(self._test)
        def run_example(*args: Any, **kwargs: Any) -> Any:
            return self._run_example(*args, **kwargs)

        run_example.watched = self._test  # type: ignore[attr-defined]
        return run_example

    def _run_example(self, *args: Any, **kwargs: Any) -> Any:
        if self._smallest is not None:
            self._shrinks += 1
            if self._shrinks > self._most_shrinks:
                raise ShrunkEnough
        self._link.transcript.clear()
        self._judge.comparison = None
        try:
            return self._test(*args, **kwargs)
        except (Exception, pytest.fail.Exception, SubmissionStopped) as error:
            if not _is_control_flow(error):
                self._note(error)
            raise

    def smallest_failure(self) -> Judgement | None:
        """The judgement on the smallest failing example."""
        return self._smallest.judgement if self._smallest else None

    def smallest_talk(self) -> tuple[list[dict[str, str]], int] | None:
        """Its conversation, and how many exchanges are left out."""
        return (self._smallest.conversation, self._smallest.omitted) if self._smallest else None

    def _note(self, error: BaseException) -> None:
        first = self._smallest
        if first is not None and isinstance(error, SubmissionStopped):
            return  # a limit reached while shrinking says nothing of the answer
        size = len(self._link.transcript)
        if first is not None and size > first.size:
            return
        judgement = self._judge.judge(error)
        if first is not None and judgement.verdict is not first.judgement.verdict:
            return
        self._smallest = _Failure(judgement, size, *self._link.transcript.in_words())


def warm_up() -> None:
    """Run one property, so that no fork has to fill Hypothesis's caches anew."""
    if "hypothesis" not in sys.modules:
        return
    from hypothesis import given, settings
    from hypothesis import strategies as st

    @settings(max_examples=20)
    @given(st.lists(st.tuples(st.integers(0, 9), st.text(max_size=3), st.sampled_from("abc"))))
    def exercise(_: object) -> None:
        return

    exercise()


def watch_property(
    function: Any, link: Link, judge: Judge, seed: int, most_shrinks: int
) -> PropertyWatch | None:
    """Stand between Hypothesis and a test function; None when it is no property."""
    if not is_property(function):
        return None
    import hypothesis

    handle = function.hypothesis
    hypothesis.seed(seed)(getattr(function, "__func__", function))
    # A second run of the same function must not watch the first one's watcher.
    test = getattr(handle.inner_test, "watched", handle.inner_test)
    watch = PropertyWatch(test, link, judge, most_shrinks)
    handle.inner_test = watch.as_function()
    return watch


def _is_control_flow(error: BaseException) -> bool:
    """``assume`` and the engine's own signals are no failures of the submission."""
    return type(error).__module__.startswith("hypothesis")
