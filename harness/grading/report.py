"""Report: what the judge says of one submission, as a frozen value with a published schema."""

from fractions import Fraction
from math import floor
from typing import Literal, Self

from pydantic import UUID4

from harness.catalog.models import Model
from harness.errors import HarnessError
from harness.verdict import Verdict


class GradingCancelledError(HarnessError):
    """The grading was cancelled by the person who started it: there will be no report."""

    title = "Cancelled"


Kind = Literal["sample", "hidden"]


class Exchange(Model):
    """One call a test made and what came back, both as Python source text."""

    call: str
    came: str


class Comparison(Model):
    """The comparison that failed: what came, what was expected, as Python source text."""

    came: str
    expected: str
    operator: str = "=="


class TestResult(Model):
    """The verdict on one test, and what a person needs to act on it."""

    __test__ = False  # the name is the field's own; pytest must not collect it

    id: str
    """``level_2/test_hidden.py::TestScan::test_orders_by_field``."""
    level: int
    kind: Kind
    tags: tuple[str, ...] = ()
    verdict: Verdict
    message: str = ""
    """One line: which call, which limit, how much was used. Empty when accepted."""
    line: int | None = None
    """Line of the candidate's file where the exception rose."""
    conversation: tuple[Exchange, ...] = ()
    omitted: int = 0
    """Exchanges before the conversation that were left out."""
    comparison: Comparison | None = None
    assertion: str = ""
    """The source of the assertion that failed."""
    output: str = ""
    """What the submission printed during this test, cut at the output cap."""
    cpu_seconds: float = 0.0
    wall_seconds: float = 0.0

    @property
    def name(self) -> str:
        """The test's own name, without its file."""
        return self.id.partition("::")[2] or self.id

    @property
    def accepted(self) -> bool:
        """Whether the trusted side said so."""
        return self.verdict is Verdict.ACCEPTED

    def without_source(self) -> Self:
        """The same without the source of the test."""
        quoted = self.message.replace(self.assertion, "an assertion") if self.assertion else ""
        return self.model_copy(update={"assertion": "", "message": quoted or self.message})

    def withheld(self) -> Self:
        """The same verdict with nothing that could carry a hidden test's content out."""
        return self.model_copy(
            update={
                "message": "",
                "line": None,
                "conversation": (),
                "omitted": 0,
                "comparison": None,
                "assertion": "",
                "output": "",
            }
        )


class LevelResult(Model):
    """How one level stands in a submission."""

    level: int
    verdict: Verdict
    """Accepted, or the verdict of the first test that was not."""
    passed: int
    total: int
    scored_passed: int
    scored_total: int
    max_points: int

    @property
    def points(self) -> Fraction:
        """This level's points, split evenly over its scored tests; not rounded."""
        if not self.scored_total:
            return Fraction(0)
        return Fraction(self.max_points * self.scored_passed, self.scored_total)


class Report(Model):
    """What the judge says of one submission, graded on levels 1 to ``level``."""

    format: Literal[1] = 1
    problem: str
    problem_uuid: UUID4 | None = None
    """Which problem it is, whatever it is called; reports kept by earlier versions lack it."""
    problem_version: str
    package_hash: str
    submission_hash: str
    seed: int
    harness_version: str
    level: int
    verdict: Verdict
    """Accepted, or internal error if any test was one, or that of the first not accepted."""
    message: str = ""
    """One line about the submission as a whole: why it does not compile, or our fault."""
    score: int
    max_score: int
    levels: tuple[LevelResult, ...]
    tests: tuple[TestResult, ...]
    protections: tuple[str, ...]
    cpu_seconds: float
    wall_seconds: float

    @property
    def accepted(self) -> bool:
        """Whether every test of every graded level is accepted."""
        return self.verdict is Verdict.ACCEPTED

    def without_hidden_sources(self) -> Self:
        """What may leave this machine: the source of hidden tests stays behind."""
        tests = (test if test.kind == "sample" else test.without_source() for test in self.tests)
        return self.model_copy(update={"tests": tuple(tests)})

    def without_hidden_details(self) -> Self:
        """What an exam may show: samples in full, hidden tests by name, tags and verdict."""
        tests = tuple(test if test.kind == "sample" else test.withheld() for test in self.tests)
        return self.model_copy(update={"tests": tests})


def rounded_score(levels: tuple[LevelResult, ...]) -> int:
    """Sum the levels' points and round half up, once (house rule, docs/scoring.md)."""
    return floor(sum((level.points for level in levels), Fraction(0)) + Fraction(1, 2))
