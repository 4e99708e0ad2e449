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
    unkept = _list_the_rest(store)
    rows = store.standings(problem=problem, mode=mode, since=since)
    rows += [
        row
        for row in unkept
        if problem in (None, row.problem)
        and mode in (None, row.mode)
        and (since is None or row.started_at >= since)
    ]
    rows.sort(key=lambda row: row.started_at, reverse=True)
    return [_as_of(row, now) for row in rows]


def _list_the_rest(store: Store) -> list[Standing]:
    """Fold what has no row yet; return the rows that could not be stored, as on a full disk."""
    unkept = []
    for session in store.unlisted():
        with suppress(StoreError):  # what cannot be read is left out
            row = standing(fold(store.events(session)))
            try:
                store.list_as(row)
            except StoreError:
                unkept.append(row)
    return unkept


def _as_of(row: Standing, now: int) -> PastSitting:
    phase = Phase.at(now, ended=row.ended, closes_at=row.closes_at)
    return PastSitting.model_construct(**dict(row), phase=phase)
