"""SessionState: where a sitting stands, as a pure fold of its events.

A sequence that cannot happen raises, so a state that cannot be reached cannot be stored.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from harness.errors import InternalFaultError
from harness.grading.report import Report
from harness.session.events import (
    Cancelled,
    Event,
    Finished,
    Graded,
    LevelPlan,
    Paused,
    Resumed,
    Started,
    Submitted,
)
from harness.session.modes import Mode
from harness.verdict import Verdict

MINUTE = 60_000
"""Milliseconds."""


class ImpossibleEventError(InternalFaultError):
    """An event that cannot follow those before it."""


@dataclass(frozen=True)
class Attempt:
    """One submission of a sitting, and its verdict once there is one."""

    number: int
    level: int
    at: int
    """When it was received."""
    source_hash: str
    report: Report | None = None
    cancelled: bool = False
    """Whether the person ended its grading; it then stays without a verdict."""

    @property
    def faulted(self) -> bool:
        """Whether grading failed through a fault of ours, so that it may be graded again."""
        return self.report is not None and self.report.verdict is Verdict.INTERNAL_ERROR

    @property
    def counts(self) -> bool:
        """Whether it has a verdict that says something about the solution."""
        return self.report is not None and not self.faulted

    @property
    def score(self) -> int:
        """Points of this submission alone; none while it does not count."""
        return self.report.score if self.report is not None and self.counts else 0

    @property
    def levels_passed(self) -> int:
        """The largest k for which every test of levels 1 to k passed."""
        passed = 0
        if self.report is not None and self.counts:
            for level in self.report.levels:
                if level.verdict is not Verdict.ACCEPTED:
                    break
                passed += 1
        return passed


@dataclass(frozen=True)
class Pause:
    """A time during which the clock stood; still standing while ``until`` is None."""

    since: int
    until: int | None = None


@dataclass(frozen=True)
class SessionState:
    """Everything that follows from the events so far; nothing that depends on now."""

    started: Started
    event_count: int
    """How many events were folded; the next event's place in the log."""
    last_at: int
    """Instant of the person's last act; no later act may be before it."""
    closes_at: int | None
    """When time is up if nothing else happens; None while the clock stands."""
    submissions: tuple[Attempt, ...] = ()
    completed_at: tuple[int, ...] = ()
    """Per completed level, when all tests up to it had passed in one submission."""
    pauses: tuple[Pause, ...] = ()
    end: Finished | None = None

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
        if not self.mode.levels_locked:
            return (self.started.at,) * len(self.levels)
        return (self.started.at, *self.completed_at)[: len(self.levels)]

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
        return tuple(
            attempt
            for attempt in self.submissions
            if attempt.report is None and not attempt.cancelled
        )

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


def fold(events: Iterable[Event]) -> SessionState:
    """Fold a whole log.

    Raises:
        ImpossibleEventError: the log is empty or holds an impossible sequence.
    """
    state: SessionState | None = None
    for event in events:
        state = apply(state, event)
    if state is None:
        raise ImpossibleEventError("A sitting without any event cannot be folded.")
    return state


def apply(state: SessionState | None, event: Event) -> SessionState:
    """Return the state after one more event; None is the state before the first.

    Raises:
        ImpossibleEventError: the event cannot follow those before it.
    """
    if isinstance(event, Started):
        _demand(state is None, event, "the sitting has started already")
        return SessionState(
            started=event,
            event_count=1,
            last_at=event.at,
            closes_at=event.at + event.minutes * MINUTE,
        )
    if state is None:
        raise ImpossibleEventError(f"A sitting cannot begin with {event.kind!r}.")
    state = replace(state, event_count=state.event_count + 1)
    if isinstance(event, Graded | Cancelled):
        # How a grading ends, unlike a person's other acts, may come after the sitting's end.
        return _graded(state, event) if isinstance(event, Graded) else _cancelled(state, event)
    _demand(state.end is None, event, "the sitting is over")
    _demand(event.at >= state.last_at, event, "it is earlier than the act before it")
    _demand(
        state.closes_at is None or event.at <= state.closes_at, event, "it is after the deadline"
    )
    return _acted(replace(state, last_at=event.at), event)


def _acted(state: SessionState, event: Submitted | Paused | Resumed | Finished) -> SessionState:
    """Fold an act of the person, which is neither out of order nor after the deadline."""
    match event:
        case Submitted():
            return _submitted(state, event)
        case Paused():
            _demand(state.mode.pausable, event, f"{state.mode.name} mode never pauses")
            _demand(event.at != state.closes_at, event, "time is up")
            _demand(not state.paused, event, "the clock stands already")
            return replace(state, closes_at=None, pauses=(*state.pauses, Pause(event.at)))
        case Resumed():
            _demand(state.paused, event, "the clock is running")
            pauses = _pauses_ended(state, event.at)
            return replace(state, pauses=pauses, closes_at=_closing(state.started, pauses))
        case Finished():
            _demand(
                event.reason == "finished" or event.at == state.closes_at,
                event,
                "the deadline is another",
            )
            pauses = _pauses_ended(state, event.at)
            closes_at = _closing(state.started, pauses)
            return replace(state, pauses=pauses, closes_at=closes_at, end=event)


def _submitted(state: SessionState, event: Submitted) -> SessionState:
    _demand(not state.paused, event, "the clock stands")
    _demand(event.at != state.closes_at, event, "time is up")
    _demand(event.number == len(state.submissions) + 1, event, "its number is not the next")
    _demand(event.level == state.level, event, "its level is not the highest unlocked one")
    attempt = Attempt(event.number, event.level, event.at, event.source_hash)
    return replace(state, submissions=(*state.submissions, attempt))


def _graded(state: SessionState, event: Graded) -> SessionState:
    attempt = state.attempt(event.number)
    _demand(not attempt.counts, event, "that submission has its verdict")
    _demand(not attempt.cancelled, event, "its grading was cancelled")
    _demand(event.at >= attempt.at, event, "it is earlier than its submission")
    _demand(event.report.level == attempt.level, event, "its report is about another level")
    graded = replace(attempt, report=event.report)
    newly_completed = graded.levels_passed - len(state.completed_at)
    return replace(
        state,
        submissions=_with(state, graded),
        completed_at=(*state.completed_at, *(event.at for _ in range(newly_completed))),
    )


def _cancelled(state: SessionState, event: Cancelled) -> SessionState:
    attempt = state.attempt(event.number)
    _demand(attempt.report is None, event, "that submission has its verdict")
    _demand(event.at >= attempt.at, event, "it is earlier than its submission")
    return replace(state, submissions=_with(state, replace(attempt, cancelled=True)))


def _with(state: SessionState, attempt: Attempt) -> tuple[Attempt, ...]:
    before, after = state.submissions[: attempt.number - 1], state.submissions[attempt.number :]
    return (*before, attempt, *after)


def _pauses_ended(state: SessionState, at: int) -> tuple[Pause, ...]:
    if not state.paused:
        return state.pauses
    return (*state.pauses[:-1], Pause(state.pauses[-1].since, at))


def _closing(started: Started, pauses: tuple[Pause, ...]) -> int:
    stood = sum(pause.until - pause.since for pause in pauses if pause.until is not None)
    return started.at + started.minutes * MINUTE + stood


def _demand(possible: bool, event: Event, why_not: str) -> None:
    if not possible:
        raise ImpossibleEventError(f"{event.kind.capitalize()} cannot happen now: {why_not}.")
