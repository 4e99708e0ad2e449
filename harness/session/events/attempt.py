"""Attempt, Version, Pause: the parts a sitting's state is made of."""

from dataclasses import dataclass
from typing import Literal

from harness.grading.report import Report
from harness.session.events.judged import Judged
from harness.verdict import Verdict

Why = Literal["run", "change", "before restore", "restored", "handed over"]
"""Why a version of the file was kept."""


@dataclass(frozen=True)
class Attempt:
    """One submission of a sitting, and its verdict once there is one."""

    number: int
    level: int
    at: int
    """When it was received."""
    source_hash: str
    judged: Judged | None = None
    """Its verdict, once there is one."""
    cancelled: bool = False
    """Whether the person ended its grading; it then stays without a verdict."""

    @property
    def report(self) -> Report | None:
        """Its verdict in full, test by test; read from the store at the first look."""
        return self.judged.report if self.judged is not None else None

    @property
    def waits(self) -> bool:
        """Whether its verdict is still to come, as a crash in between leaves it."""
        return self.judged is None and not self.cancelled

    @property
    def faulted(self) -> bool:
        """Whether grading failed through a fault of ours, so that it may be graded again."""
        return self.judged is not None and self.judged.verdict is Verdict.INTERNAL_ERROR

    @property
    def counts(self) -> bool:
        """Whether it has a verdict that says something about the solution."""
        return self.judged is not None and not self.faulted

    @property
    def score(self) -> int:
        """Points of this submission alone; none while it does not count."""
        return self.judged.score if self.judged is not None and self.counts else 0

    @property
    def levels_passed(self) -> int:
        """The largest k for which every test of levels 1 to k passed."""
        passed = 0
        if self.judged is not None and self.counts:
            for level in self.judged.levels:
                if level.verdict is not Verdict.ACCEPTED:
                    break
                passed += 1
        return passed


@dataclass(frozen=True)
class Pause:
    """A time during which the clock stood; still standing while ``until`` is None."""

    since: int
    until: int | None = None


@dataclass(frozen=True)
class Version:
    """One version of the file, as it was kept."""

    number: int
    """Counts from 1."""
    at: int
    source_hash: str
    why: Why
