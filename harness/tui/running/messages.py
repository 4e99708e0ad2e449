"""What a run in a thread tells its screen; each carries all its data."""

from dataclasses import dataclass

from textual.message import Message

from harness.grading import Report, TestResult


@dataclass
class TestCame(Message):
    """One test of a run has its verdict."""

    __test__ = False  # the name is the field's own; pytest must not collect it

    run: int
    result: TestResult


@dataclass
class RunEnded(Message):
    """A run is over: with a report, or with what stopped it."""

    run: int
    report: Report | None = None
    error: Exception | None = None


@dataclass
class JudgeFailed(Message):
    """The judge could not be warmed; the next run will try again."""

    error: Exception
