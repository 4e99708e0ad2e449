"""SessionState: where a sitting stands, as a value that only the fold of its events makes."""

from dataclasses import dataclass

from harness.errors import InternalFaultError
from harness.session.events.attempt import Attempt, Pause, Version
from harness.session.events.kinds import (
    ClockJumped,
    Finished,
    HintTaken,
    LevelPlan,
    Reading,
    Started,
)
from harness.session.events.modes import Mode

MINUTE = 60_000
"""Milliseconds."""


class ImpossibleEventError(InternalFaultError):
    """An event that cannot follow those before it."""


@dataclass(frozen=True)
class Anchor:
    """One instant of the sitting's own time, and the clocks then; time is reckoned from it."""

    at: int
    reading: Reading


@dataclass(frozen=True)
class SessionState:
    """Everything that follows from the events so far; nothing that depends on now."""

    started: Started
    event_count: int
    """How many events were folded; the next event's place in the log."""
    last_at: int
    """Instant of the person's last act; no later act may be before it."""
    seen_at: int
    """The latest instant of any event: it is never earlier than this."""
    anchor: Anchor
    closes_at: int | None
    """When time is up if nothing else happens; None while the clock stands."""
    submissions: tuple[Attempt, ...] = ()
    completed_at: tuple[int, ...] = ()
    """Per completed level, when all tests up to it had passed in one submission."""
    pauses: tuple[Pause, ...] = ()
    jumps: tuple[ClockJumped, ...] = ()
    versions: tuple[Version, ...] = ()
    """Every version of the file that was kept, the oldest first; never the same twice in a row."""
    handed_over: str = ""
    """Hash of the text that a window saved after it had lost the sitting, until there is another:
    nobody meant to submit it."""
    hints: tuple[HintTaken, ...] = ()
    design: tuple[str, str, str] | None = None
    """What the person noted last of their design."""
    end: Finished | None = None
    overtime: tuple[Attempt, ...] = ()
    """Submissions after the end; nothing of them is scored."""

    @property
    def mode(self) -> Mode:
        """The mode it was started in."""
        return self.started.mode

    @property
    def levels(self) -> tuple[LevelPlan, ...]:
        """The levels as promised at the start."""
        return self.started.levels

    @property
    def max_score(self) -> int:
        """The sum of all levels' points."""
        return sum(level.points for level in self.levels)

    @property
    def level(self) -> int:
        """The highest unlocked level."""
        return len(self.unlocked_at)

    @property
    def unlocked_at(self) -> tuple[int, ...]:
        """Per unlocked level, when it opened."""
        first = self.started.first_level if self.mode.levels_locked else len(self.levels)
        later = self.completed_at[first - 1 :]
        return ((self.started.at,) * first + later)[: len(self.levels)]

    @property
    def open_level(self) -> int:
        """The highest level that may be read: overtime goes on opening them."""
        passed = max((attempt.levels_passed for attempt in self.overtime), default=0)
        return max(self.level, min(passed + 1, len(self.levels)))

    @property
    def complete(self) -> bool:
        """Whether every level has been completed."""
        return len(self.completed_at) == len(self.levels)

    @property
    def paused(self) -> bool:
        """Whether the clock stands."""
        return self.end is None and self.closes_at is None

    @property
    def best(self) -> Attempt | None:
        """The submission with the highest score, the earliest of equals; None before any."""
        counted = [attempt for attempt in self.submissions if attempt.counts]
        return max(counted, key=lambda attempt: attempt.score, default=None)

    @property
    def ungraded(self) -> tuple[Attempt, ...]:
        """Submissions that wait for a verdict, as a crash in between leaves them."""
        return tuple(attempt for attempt in self.submissions if attempt.waits)

    def attempt(self, number: int) -> Attempt:
        """Return the submission with this number, from 1.

        Raises:
            ImpossibleEventError: there is none.
        """
        if not 1 <= number <= len(self.submissions):
            raise ImpossibleEventError(
                f"Sitting {self.started.session} has no submission {number}, "
                f"only {len(self.submissions)}."
            )
        return self.submissions[number - 1]

    def hints_of(self, level: int) -> int:
        """How many hints of a level were taken."""
        return sum(hint.level == level for hint in self.hints)

    def green(self, version: Version) -> bool:
        """Whether every test of the levels it was run on accepted this very text."""
        return any(
            attempt.source_hash == version.source_hash
            and attempt.judged is not None
            and attempt.judged.accepted
            for attempt in (*self.submissions, *self.overtime)
        )
