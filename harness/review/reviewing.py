"""Reviewing: from a sitting that is over to its review."""

from collections.abc import Sequence
from contextlib import suppress

from harness.catalog import Catalog
from harness.errors import RefusedError
from harness.review.concepts import concepts
from harness.review.growth import growth
from harness.review.habits import habits
from harness.review.material import material
from harness.review.pace import pace
from harness.review.review import Review
from harness.session import SessionState, Sitting, Store, StoreError, history
from harness.session.events.fold import fold

SITTINGS = 30
"""How many of the latest sittings the section on concepts looks back on."""


def review_sitting(sitting: Sitting, past: Sequence[SessionState], catalog: Catalog) -> Review:
    """Review a sitting, without what needs a judge: own tests and integrity.

    Args:
        sitting: what to review.
        past: every sitting to look back on, this one among them or not.
        catalog: what there is to practise with next.

    Raises:
        RefusedError: the sitting is not over.
    """
    summary = sitting.summary()
    if not summary.phase.over:
        raise RefusedError("The sitting is not over: `harness finish` ends it, then review it.")
    seen = material(sitting)
    others = [state for state in past if state.started.session != sitting.id]
    now = sitting.now()
    return Review(
        made_at=now,
        summary=summary,
        growth=growth(seen),
        habits=habits(seen),
        pace=pace(seen),
        concepts=concepts([*others, seen.state], catalog.problems, sitting.id, now),
    )


def past_sittings(store: Store, now: int) -> list[SessionState]:
    """Return the latest sittings that are over; one that cannot be read is left out.

    Args:
        store: where they are.
        now: milliseconds since the Unix epoch, by the wall clock.
    """
    states = []
    over = [sitting for sitting in history(store, now) if sitting.phase.over]
    for sitting in over[:SITTINGS]:
        with suppress(StoreError):
            states.append(fold(store.events(sitting.session)))
    return states
