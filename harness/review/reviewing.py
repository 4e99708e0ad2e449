"""Reviewing: from a sitting that is over to its review."""

from collections.abc import Sequence
from contextlib import suppress

from harness.catalog import Catalog
from harness.errors import RefusedError
from harness.review.concepts import concepts
from harness.review.growth import growth
from harness.review.habits import habits
from harness.review.integrity import integrity
from harness.review.material import material
from harness.review.own_tests import own_tests
from harness.review.pace import pace
from harness.review.review import Review
from harness.session import SessionState, Sitting, Store, StoreError, fold, history

SITTINGS, SUBMISSIONS = 30, 1000
"""How far the section on concepts looks back: to so many sittings, or so many submissions."""


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
        design=seen.state.design,
        growth=growth(seen),
        habits=habits(seen),
        pace=pace(seen),
        concepts=concepts([*others, seen.state], catalog.problems, sitting.id, now),
    )


def judged(
    review: Review, sitting: Sitting, *, with_own_tests: bool, with_integrity: bool
) -> Review:
    """Return a review with the sections that need a judge too; each takes some seconds."""
    seen = material(sitting)
    sections = {
        "own_tests": own_tests(seen) if with_own_tests else review.own_tests,
        "integrity": integrity(seen) if with_integrity else review.integrity,
    }
    return review.model_copy(update=sections)


def past_sittings(store: Store, now: int) -> list[SessionState]:
    """Return the latest sittings that are over, as far as a review looks back.

    One that cannot be read is left out.

    Args:
        store: where they are.
        now: milliseconds since the Unix epoch, by the wall clock.
    """
    states: list[SessionState] = []
    submissions = 0
    for sitting in history(store, now):
        submissions += sitting.submissions
        if states and (submissions > SUBMISSIONS or len(states) == SITTINGS):
            break
        if sitting.phase.over:
            with suppress(StoreError):
                states.append(fold(store.events(sitting.session)))
    return states
