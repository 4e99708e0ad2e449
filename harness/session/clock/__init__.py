"""The clock of a sitting: pure functions of its state and what the machine's clocks show."""

from harness.session.clock.clock import (
    Clock,
    Phase,
    SystemClock,
    deadline,
    elapsed,
    left,
    pace,
    phase,
)
from harness.session.clock.marks import Mark, marks
from harness.session.clock.reckoning import instant, jump, wall_instant

__all__ = [
    "Clock",
    "Mark",
    "Phase",
    "SystemClock",
    "deadline",
    "elapsed",
    "instant",
    "jump",
    "left",
    "marks",
    "pace",
    "phase",
    "wall_instant",
]
