"""The file of sittings: every log and every text kept in it, and what is read across sittings."""

from harness.session.store.exchange import SittingFile, exported, take_in
from harness.session.store.guarded import StoreError
from harness.session.store.log import SessionLog
from harness.session.store.lookup import demand_unlocked, find_session, restrictions, running
from harness.session.store.past import PastSitting, history
from harness.session.store.rows import Entry, Holder
from harness.session.store.store import LostRaceError, Store, source_hash

__all__ = [
    "Entry",
    "Holder",
    "LostRaceError",
    "PastSitting",
    "SessionLog",
    "SittingFile",
    "Store",
    "StoreError",
    "demand_unlocked",
    "exported",
    "find_session",
    "history",
    "restrictions",
    "running",
    "source_hash",
    "take_in",
]
