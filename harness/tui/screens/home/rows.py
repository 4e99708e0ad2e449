"""What Home offers, as plain values read from the store and the catalog."""

from dataclasses import dataclass, field

from harness.catalog import Problem
from harness.session import (
    PastSitting,
    StoreError,
    Summary,
    close_overdue,
    fold,
    history,
    instant,
    phase,
    summarize,
)
from harness.tui.kit import Kit


@dataclass(frozen=True)
class Offer:
    """A problem and how the person did in it."""

    problem: Problem
    tried: bool = False
    """Whether a sitting of it was ever begun, even if the first one is still running."""
    best: int | None = None
    last: PastSitting | None = None


@dataclass(frozen=True)
class HomeRows:
    """Everything on the home screen."""

    running: tuple[Summary, ...] = ()
    ahead: dict[str, int] = field(default_factory=dict)
    """By how many milliseconds each running sitting's own time is ahead of the boot clock."""
    offers: tuple[Offer, ...] = ()
    history: tuple[PastSitting, ...] = ()
    faults: tuple[str, ...] = field(default=())


def bare_rows(kit: Kit) -> HomeRows:
    """Return what is known without the store, for the first paint."""
    offers = tuple(Offer(problem) for problem in kit.catalog.problems.values())
    return HomeRows(offers=offers, faults=_faults(kit))


def read_rows(kit: Kit) -> HomeRows:
    """Read the store; a long history takes a while, so call it in a thread.

    A running sitting that cannot be read is told among the faults.
    """
    reading = kit.clock.read()
    rows = history(kit.store, reading.wall)
    running: dict[str, Summary] = {}
    ahead: dict[str, int] = {}
    unreadable: dict[str, str] = {}
    ended = False
    for row in rows:
        if row.ended is not None:
            continue
        try:
            state = fold(kit.store.events(row.session))
        except StoreError as error:
            unreadable[row.session] = str(error)
            continue
        now = instant(state, reading)
        if phase(state, now).over:  # its time ran out while nobody looked
            close_overdue(kit.store, row.session, reading)
            ended = True
        else:
            running[row.session] = summarize(state, now)
            ahead[row.session] = now - reading.boot
    if ended:
        rows = history(kit.store, reading.wall)
    past = [row for row in rows if row.session not in {*running, *unreadable}]
    return HomeRows(
        running=tuple(running.values()),
        ahead=ahead,
        offers=tuple(
            _offer(problem, past, {each.problem for each in running.values()})
            for problem in kit.catalog.problems.values()
        ),
        history=tuple(past),
        faults=(*_faults(kit), *dict.fromkeys(unreadable.values())),
    )


def _offer(problem: Problem, past: list[PastSitting], running: set[str]) -> Offer:
    own = [sitting for sitting in past if sitting.problem == problem.id]
    best = max((each.score for each in own if each.max_score == problem.max_score), default=None)
    return Offer(problem, bool(own) or problem.id in running, best, own[0] if own else None)


def _faults(kit: Kit) -> tuple[str, ...]:
    return (*(fault.message for fault in kit.catalog.faults), *kit.faults)
