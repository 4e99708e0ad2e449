"""Marks: what a person should be told of the time, as a function of state and now."""

from dataclasses import dataclass

from harness.session.clock.clock import left, pace
from harness.session.events import MINUTE, SessionState

LAST_MINUTES = (15, 5, 1)
"""With so many minutes left a person is told."""


@dataclass(frozen=True)
class Mark:
    """A moment worth a word; equal marks are one and the same moment."""

    level: int | None
    """The level whose guide time is spent; None where the sitting's own time runs out."""
    minutes: int
    """The guide time, or how many minutes of the sitting are left."""

    @property
    def text(self) -> str:
        """The word."""
        unit = "minute" if self.minutes == 1 else "minutes"
        if self.level is None:
            return f"{self.minutes} {unit} left"
        return f"level {self.level} has taken its {self.minutes} {unit}"


def marks(state: SessionState, now: int) -> frozenset[Mark]:
    """Every mark that has been passed; whoever shows them tells those that are new to them."""
    passed = set()
    for plan in state.levels[state.started.first_level - 1 :]:
        spent = pace(state, plan.number, now)
        if spent is not None and spent.spent >= spent.guide:
            passed.add(Mark(plan.number, plan.pace))
    if state.end is None:
        remaining = left(state, now)
        passed |= {
            Mark(None, minutes)
            for minutes in LAST_MINUTES
            if minutes < state.started.minutes and 0 < remaining <= minutes * MINUTE
        }
    return frozenset(passed)
