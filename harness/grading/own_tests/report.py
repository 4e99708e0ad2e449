"""What a person's own tests said."""

from typing import Literal

from harness.catalog.models import Model

Outcome = Literal["passed", "failed", "skipped", "not ended", "not run"]


class OwnTest(Model):
    """One of their tests."""

    name: str
    """As pytest names it, without the file: ``TestStore::test_get``."""
    outcome: Outcome
    message: str = ""
    """Why it is not passed, in a line."""
    detail: str = ""
    """What pytest shows of a failure."""
    line: int | None = None
    """Of ``my_tests.py``, where it failed."""
    output: str = ""
    """What was printed meanwhile."""


class OwnTestsReport(Model):
    """One run of all of them."""

    tests: tuple[OwnTest, ...] = ()
    message: str = ""
    """Why they could not be run at all, or not to the end; empty otherwise."""
    line: int | None = None
    """Of ``my_tests.py``, where that is, if it is there."""
    protections: tuple[str, ...] = ()
    """What held while they ran."""

    @property
    def passed(self) -> int:
        """How many passed."""
        return sum(test.outcome == "passed" for test in self.tests)

    @property
    def all_passed(self) -> bool:
        """Whether there were tests, all were run, and none failed."""
        good = all(test.outcome in ("passed", "skipped") for test in self.tests)
        return bool(self.passed) and good and not self.message
