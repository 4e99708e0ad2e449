"""How a person is getting on, as plain values: what the screen and the command both show."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from harness.review import past_sittings
from harness.review.concepts import Concept, concepts
from harness.session import (
    LevelSummary,
    SessionState,
    Store,
    StoreError,
    fold,
    history,
    summarize,
)


@dataclass(frozen=True)
class Done:
    """A sitting that is over."""

    session: str
    started_at: int
    problem: str
    name: str
    mode: str
    score: int
    max_score: int
    levels: tuple[LevelSummary, ...]

    @property
    def percent(self) -> float:
        """The score in percent of what could be had."""
        return 100 * self.score / self.max_score


@dataclass(frozen=True)
class LevelTime:
    """How long a level takes this person, in minutes, beside its guide time."""

    number: int
    spent: float
    guide: float
    sittings: int


@dataclass(frozen=True)
class Progress:
    """Everything on the progress screen; sittings are in order of their start."""

    sittings: tuple[Done, ...] = ()
    times: tuple[LevelTime, ...] = ()
    concepts: tuple[Concept, ...] = ()
    """The least held first, as far back as a review looks."""


def read_progress(store: Store, now: int) -> Progress:
    """Read the store; long histories take a while, so call it in a thread.

    Args:
        store: where the sittings are.
        now: milliseconds since the Unix epoch, by the wall clock.
    """
    sittings = tuple(_done(state, now) for state in _over(store, now))
    held = concepts(past_sittings(store, now), {}, "", now).concepts
    return Progress(sittings, _times(sittings), held)


def _over(store: Store, now: int) -> Iterator[SessionState]:
    for sitting in reversed(history(store, now)):
        if sitting.phase.over:
            with suppress(StoreError):  # what cannot be read is left out, as from a review
                yield fold(store.events(sitting.session))


def _done(state: SessionState, now: int) -> Done:
    summary = summarize(state, now)
    return Done(
        summary.session,
        summary.started_at,
        state.started.problem,
        summary.name,
        summary.mode,
        summary.score,
        summary.max_score,
        summary.levels,
    )


def _times(sittings: tuple[Done, ...]) -> tuple[LevelTime, ...]:
    times = []
    unlocked = [level for done in sittings for level in done.levels if level.unlocked]
    for number in sorted({level.number for level in unlocked}):
        met = [level for level in unlocked if level.number == number]
        spent = sum(level.seconds_spent for level in met) / 60 / len(met)
        guide = sum(level.pace for level in met) / len(met)
        times.append(LevelTime(number, spent, guide, len(met)))
    return tuple(times)
