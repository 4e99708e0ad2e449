"""The clock of a sitting: pure functions of its state and an instant.

Nothing ever counts ticks: a screen that was frozen, a machine that slept and a process that
died all show the right time at their next look.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, Self

from harness.session.clock import machine
from harness.session.events import MINUTE, Reading, SessionState


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> int:
        """Milliseconds since the Unix epoch, UTC, as the wall clock says."""

    def read(self) -> Reading:
        """What all clocks of the machine show."""


class SystemClock:
    """The machine's own clocks."""

    def now(self) -> int:
        """Milliseconds since the Unix epoch, UTC, as the wall clock says."""
        return machine.wall_milliseconds()

    def read(self) -> Reading:
        """What all clocks of the machine show."""
        return Reading(
            wall=machine.wall_milliseconds(),
            monotonic=machine.monotonic_milliseconds(),
            boot=machine.boot_milliseconds(),
            boot_id=machine.boot_id(),
            machine=machine.machine_id(),
        )


class Phase(StrEnum):
    """What a sitting is doing."""

    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    TIME_IS_UP = "time is up"

    @classmethod
    def at(cls, now: int, *, ended: str | None, closes_at: int | None) -> Self:
        """What a sitting is doing at this instant.

        Args:
            now: the instant, in milliseconds since the Unix epoch, as ``closes_at``.
            ended: why it ended; None until that is recorded.
            closes_at: when time is up; None while the clock stands.
        """
        if ended is not None:
            return cls.FINISHED if ended == "finished" else cls.TIME_IS_UP
        if closes_at is None:
            return cls.PAUSED
        return cls.TIME_IS_UP if now >= closes_at else cls.RUNNING

    @property
    def over(self) -> bool:
        """Whether nothing more can be submitted."""
        return self in {Phase.FINISHED, Phase.TIME_IS_UP}


@dataclass(frozen=True)
class LevelPace:
    """Time a level took so far beside its guide time, both in milliseconds."""

    spent: int
    guide: int


def phase(state: SessionState, now: int) -> Phase:
    """What the sitting is doing at this instant, whether or not its end was recorded yet."""
    ended = state.end.reason if state.end is not None else None
    return Phase.at(now, ended=ended, closes_at=state.closes_at)


def elapsed(state: SessionState, instant: int) -> int:
    """Milliseconds the sitting's clock showed at this instant: without pauses, never too many."""
    if state.end is not None:
        instant = min(instant, state.end.at)
    stood = sum(
        max(0, min(instant, instant if pause.until is None else pause.until) - pause.since)
        for pause in state.pauses
    )
    return min(max(0, instant - state.started.at - stood), state.started.minutes * MINUTE)


def left(state: SessionState, now: int) -> int:
    """Milliseconds that remain; none once the sitting is over."""
    if phase(state, now).over:
        return 0
    return state.started.minutes * MINUTE - elapsed(state, now)


def deadline(state: SessionState, now: int) -> int:
    """The instant when time is up; while the clock stands, as if it went on right now."""
    return now + left(state, now) if state.closes_at is None else state.closes_at


def pace(state: SessionState, level: int, now: int) -> LevelPace | None:
    """How long a level has taken so far, pauses left out; None while it is locked."""
    if level > state.level:
        return None
    since = state.unlocked_at[level - 1]
    until = state.completed_at[level - 1] if level <= len(state.completed_at) else now
    return LevelPace(
        spent=max(0, elapsed(state, until) - elapsed(state, since)),
        guide=state.levels[level - 1].pace * MINUTE,
    )
