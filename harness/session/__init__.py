"""A timed attempt: events, the state folded from them, clock, score and store.

``Sitting`` is the only door for commands and screens. It appends events to the ``Store``; the
state is a pure fold over them, and clock, score and ``Summary`` are pure functions of state and
now. Nothing else stores state, so a crash at any instant loses nothing.
"""

from harness.session.attempt import Attempt, Version
from harness.session.clock import Clock, Phase, SystemClock
from harness.session.hints import Hint
from harness.session.lookup import demand_unlocked, find_session, restrictions, running
from harness.session.marks import Mark
from harness.session.modes import MODES, Mode
from harness.session.past import PastSitting, history
from harness.session.sitting import Grade, OnResult, Sitting
from harness.session.state import SessionState
from harness.session.store import Entry, Holder, Store, StoreError
from harness.session.summary import LevelSummary, Summary

__all__ = [
    "MODES",
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
    "Store",
    "StoreError",
    "Summary",
    "SystemClock",
    "Version",
    "demand_unlocked",
    "find_session",
    "history",
    "restrictions",
    "running",
]
