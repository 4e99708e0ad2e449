"""Standing: a sitting in one row, for lists that should not have to fold every log."""

from harness.catalog.models import Model
from harness.session.events import SessionState


class Standing(Model):
    """Where a sitting stood after its latest event; instants are milliseconds since the epoch."""

    session: str
    problem: str
    name: str
    mode: str
    folder: str
    started_at: int
    minutes: int
    closes_at: int | None
    """When time is up if nothing else happens; None while the clock stands."""
    ended_at: int | None
    ended: str | None
    """``finished`` or ``time is up``; None until the end is recorded."""
    level: int
    level_count: int
    score: int
    max_score: int
    submissions: int
    waiting: int
    """How many of the submissions have no verdict yet, so that the score may rise."""


def standing(state: SessionState) -> Standing:
    """Reduce a state to its row."""
    started = state.started
    return Standing(
        session=started.session,
        problem=started.problem,
        name=started.name,
        mode=started.mode.name,
        folder=started.folder,
        started_at=started.at,
        minutes=started.minutes,
        closes_at=state.closes_at,
        ended_at=state.end.at if state.end else None,
        ended=state.end.reason if state.end else None,
        level=state.level,
        level_count=len(state.levels),
        score=state.best.score if state.best else 0,
        max_score=state.max_score,
        submissions=len(state.submissions),
        waiting=len(state.ungraded),
    )
