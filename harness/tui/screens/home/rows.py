"""What Home offers, as plain values read from the store and the catalog."""

from dataclasses import dataclass, field

from harness.catalog import Problem
from harness.session import (
    Phase,
    SessionState,
    Summary,
    close_overdue,
    fold,
    instant,
    phase,
    score,
    summarize,
)
from harness.tui.kit import Kit


@dataclass(frozen=True)
class Past:
    """A sitting that is over."""

    session: str
    problem: str
    name: str
    mode: str
    started_at: int
    ended: Phase
    score: int
    max_score: int
    waits: bool
    """Whether a submission has no verdict yet, so that the score may rise."""


@dataclass(frozen=True)
class Offer:
    """A problem and how the person did in it."""

    problem: Problem
    sittings: int = 0
    best: int | None = None
    last: Past | None = None


@dataclass(frozen=True)
class HomeRows:
    """Everything on the home screen."""

    running: tuple[Summary, ...] = ()
    offers: tuple[Offer, ...] = ()
    history: tuple[Past, ...] = ()
    faults: tuple[str, ...] = field(default=())


def bare_rows(kit: Kit) -> HomeRows:
    """Return what is known without the store, for the first paint."""
    offers = tuple(Offer(problem) for problem in kit.catalog.problems.values())
    return HomeRows(offers=offers, faults=_faults(kit))


def read_rows(kit: Kit) -> HomeRows:
    """Read the store; long histories take a while, so call it in a thread."""
    reading = kit.clock.read()
    running: list[Summary] = []
    past: list[Past] = []
    for entry in kit.store.sittings():
        state = fold(kit.store.events(entry.session))
        now = instant(state, reading)
        if phase(state, now).over:
            if entry.finished is None:  # its time ran out while nobody looked
                close_overdue(kit.store, entry.session, reading)
            past.append(_past(state, now))
        else:
            running.append(summarize(state, now))
    return HomeRows(
        running=tuple(running),
        offers=tuple(_offer(problem, past) for problem in kit.catalog.problems.values()),
        history=tuple(past),
        faults=_faults(kit),
    )


def _offer(problem: Problem, past: list[Past]) -> Offer:
    own = [sitting for sitting in past if sitting.problem == problem.id]
    best = max((each.score for each in own if each.max_score == problem.max_score), default=None)
    return Offer(problem, len(own), best, own[0] if own else None)


def _past(state: SessionState, now: int) -> Past:
    started = state.started
    return Past(
        session=started.session,
        problem=started.problem,
        name=started.name,
        mode=started.mode.name,
        started_at=started.at,
        ended=phase(state, now),
        score=score(state),
        max_score=state.max_score,
        waits=bool(state.ungraded),
    )


def _faults(kit: Kit) -> tuple[str, ...]:
    return (*(fault.message for fault in kit.catalog.faults), *kit.faults)
