"""History: every sitting in one line each, read without folding their logs."""

from contextlib import suppress

from harness.session.clock import Phase
from harness.session.events import fold
from harness.session.store.guarded import StoreError
from harness.session.store.store import Store
from harness.session.summary import Standing, standing


class PastSitting(Standing):
    """A sitting as it stood after its latest event, and what it is doing now."""

    phase: Phase


def history(
    store: Store,
    now: int,
    *,
    problem: str | None = None,
    mode: str | None = None,
    since: int | None = None,
) -> list[PastSitting]:
    """Return sittings, the newest first.

    Args:
        store: where they are.
        now: milliseconds since the Unix epoch, by the wall clock.
        problem: only those of this one.
        mode: only those in this one.
        since: only those started then or later, in milliseconds since the Unix epoch.
    """
    for session in store.unlisted():
        with suppress(StoreError):  # it cannot be written, or not be read: it is left out
            store.list_as(standing(fold(store.events(session))))
    return [
        PastSitting.model_construct(**dict(row), phase=_phase(row, now))
        for row in store.standings(problem=problem, mode=mode, since=since)
    ]


def _phase(row: Standing, now: int) -> Phase:
    if row.ended is not None:
        return Phase.FINISHED if row.ended == "finished" else Phase.TIME_IS_UP
    if row.closes_at is None:
        return Phase.PAUSED
    return Phase.TIME_IS_UP if now >= row.closes_at else Phase.RUNNING
