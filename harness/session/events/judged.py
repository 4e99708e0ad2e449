"""Judged: a verdict at hand, whose tests are read only when somebody asks for them."""

from collections.abc import Callable
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from harness.grading.report import LevelResult, Report, TestResult
from harness.verdict import Verdict


class Judged:
    """What the judge said of a submission.

    A sitting has a hundred of them and shows one at a time: what counts is here at once, and the
    whole report, nearly all of which is its tests, once it is looked at.

    Args:
        outcome: the report, whole or without its tests.
        tests: reads the tests that the outcome is without.
    """

    def __init__(
        self, outcome: Report, tests: Callable[[], tuple[TestResult, ...]] | None = None
    ) -> None:
        self._outcome = outcome
        self._tests = tests

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Judged):
            return NotImplemented
        return self is other or self.report == other.report

    def __hash__(self) -> int:
        return hash((self._outcome.submission_hash, self._outcome.level, self._outcome.score))

    def __repr__(self) -> str:
        return f"Judged({self.report!r})"

    @property
    def report(self) -> Report:
        """The whole report.

        Raises:
            StoreError: the part of the file that tells of its tests is damaged.
        """
        if self._tests is not None:
            self._outcome = self._outcome.model_copy(update={"tests": self._tests()})
            self._tests = None
        return self._outcome

    @property
    def level(self) -> int:
        """The highest level it was graded on."""
        return self._outcome.level

    @property
    def verdict(self) -> Verdict:
        """The submission's."""
        return self._outcome.verdict

    @property
    def accepted(self) -> bool:
        """Whether every test of every graded level is accepted."""
        return self._outcome.accepted

    @property
    def score(self) -> int:
        """Points of this submission alone."""
        return self._outcome.score

    @property
    def levels(self) -> tuple[LevelResult, ...]:
        """How each level stands."""
        return self._outcome.levels

    @property
    def test_count(self) -> int:
        """How many tests it was graded by."""
        return sum(level.total for level in self._outcome.levels)

    @property
    def failing(self) -> int:
        """How many tests were not accepted."""
        return sum(level.total - level.passed for level in self._outcome.levels)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """As JSON, and wherever a report is given for it, it is the whole report."""
        report = handler.generate_schema(Report)
        from_report = core_schema.no_info_after_validator_function(cls, report)
        return core_schema.json_or_python_schema(
            json_schema=from_report,
            python_schema=core_schema.union_schema(
                [core_schema.is_instance_schema(cls), from_report]
            ),
            serialization=core_schema.plain_serializer_function_ser_schema(
                _whole, return_schema=report
            ),
        )


def _whole(judged: Judged) -> Report:
    return judged.report
