"""A timed attempt: events, the state folded from them, clock, score and store.

``Sitting`` is the only door for commands and screens. It appends events to the ``Store``; the
state is a pure fold over them, and clock, score and ``Summary`` are pure functions of state and
now. Nothing else stores state, so a crash at any instant loses nothing.
"""

from harness.session.clock import Clock, Mark, Phase, SystemClock, instant, phase
from harness.session.events import MODES, Attempt, Mode, SessionState, Version, fold
from harness.session.sitting import (
    SOLUTION,
    Grade,
    Hint,
    OnResult,
    Sitting,
    close_overdue,
    problem_of,
    read_solution,
    read_source,
    replace_whole,
    write_beside,
)
from harness.session.store import (
    Entry,
    Holder,
    PastSitting,
    SittingFile,
    Store,
    StoreError,
    demand_unlocked,
    exported,
    find_session,
    history,
    restrictions,
    running,
    take_in,
)
from harness.session.summary import LevelSummary, Summary, score, summarize

__all__ = [
    "MODES",
    "SOLUTION",
    "Attempt",
    "Clock",
    "Entry",
    "Grade",
    "Hint",
    "Holder",
    "LevelSummary",
    "Mark",
    "Mode",
    "OnResult",
    "PastSitting",
    "Phase",
    "SessionState",
    "Sitting",
    "SittingFile",
    "Store",
    "StoreError",
    "Summary",
    "SystemClock",
    "Version",
    "close_overdue",
    "demand_unlocked",
    "exported",
    "find_session",
    "fold",
    "history",
    "instant",
    "phase",
    "problem_of",
    "read_solution",
    "read_source",
    "replace_whole",
    "restrictions",
    "running",
    "score",
    "summarize",
    "take_in",
    "write_beside",
]
