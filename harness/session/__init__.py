"""A timed attempt: events, the state folded from them, clock, score and store.

``Sitting`` is the only door for commands and screens. It appends events to the ``Store``; the
state is a pure fold over them, and clock, score and ``Summary`` are pure functions of state and
now. Nothing else stores state, so a crash at any instant loses nothing.
"""

from harness.session.attempt import Attempt
from harness.session.clock import Clock, Phase, SystemClock
from harness.session.lookup import demand_unlocked, find_session, restrictions, running
from harness.session.modes import MODES, Mode
from harness.session.sitting import Grade, OnResult, Sitting
from harness.session.state import SessionState
from harness.session.store import Entry, Holder, Store
from harness.session.summary import LevelSummary, Summary

__all__ = [
    "MODES",
    "Attempt",
    "Clock",
    "Entry",
    "Grade",
    "Holder",
    "LevelSummary",
    "Mode",
    "OnResult",
    "Phase",
    "SessionState",
    "Sitting",
    "Store",
    "Summary",
    "SystemClock",
    "demand_unlocked",
    "find_session",
    "restrictions",
    "running",
]
