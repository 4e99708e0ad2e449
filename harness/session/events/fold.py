"""The fold: from the events of a sitting to where it stands, purely.

A sequence that cannot happen raises, so a state that cannot be reached cannot be stored.
"""

from collections.abc import Iterable
from dataclasses import replace

from harness.session.events.attempt import Attempt, Pause, Version, Why
from harness.session.events.kinds import (
    Cancelled,
    ClockJumped,
    DesignNoted,
    Event,
    Finished,
    Graded,
    HintTaken,
    Kept,
    OvertimeGraded,
    OvertimeSubmitted,
    Paused,
    Resumed,
    Started,
    Submitted,
)
from harness.session.events.state import MINUTE, Anchor, ImpossibleEventError, SessionState

_AnyTime = Graded | Cancelled | Kept | HintTaken | OvertimeSubmitted | OvertimeGraded
_ANY_TIME = (Graded, Cancelled, Kept, HintTaken, OvertimeSubmitted, OvertimeGraded)


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
            seen_at=event.at,
            anchor=Anchor(event.at, event.reading),
            closes_at=event.at + event.minutes * MINUTE,
        )
    if state is None:
        raise ImpossibleEventError(f"A sitting cannot begin with {event.kind!r}.")
    state = replace(state, event_count=state.event_count + 1, seen_at=max(state.seen_at, event.at))
    if isinstance(event, _ANY_TIME):
        return _noted(state, event)
    _demand(state.end is None, event, "the sitting is over")
    if isinstance(event, ClockJumped):
        anchor = Anchor(event.at, event.reading)
        return replace(state, anchor=anchor, jumps=(*state.jumps, event))
    if isinstance(event, DesignNoted):
        return replace(state, design=event.answers)
    _demand(event.at >= state.last_at, event, "it is earlier than the act before it")
    _demand(
        state.closes_at is None or event.at <= state.closes_at, event, "it is after the deadline"
    )
    return _acted(replace(state, last_at=event.at), event)


def _noted(state: SessionState, event: _AnyTime) -> SessionState:
    """Fold what, unlike a person's acts in the sitting, may come after its end."""
    match event:
        case Graded():
            return _graded(state, event)
        case Cancelled():
            return _cancelled(state, event)
        case Kept():
            return _kept(state, event)
        case HintTaken():
            return _hint_taken(state, event)
        case OvertimeSubmitted():
            return _overtime_submitted(state, event)
        case OvertimeGraded():
            return _overtime_graded(state, event)


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
    if event.last_save:
        _demand(state.started.grades_last_save, event, "it was not wished at the start")
        _demand(event.at == state.closes_at, event, "the deadline is another")
    else:
        _demand(event.at != state.closes_at, event, "time is up")
    _demand(event.number == len(state.submissions) + 1, event, "its number is not the next")
    _demand(event.level == state.level, event, "its level is not the highest unlocked one")
    attempt = Attempt(event.number, event.level, event.at, event.source_hash)
    return replace(
        state,
        submissions=(*state.submissions, attempt),
        handed_over="",
        versions=_versions(state, event, "run"),
    )


def _graded(state: SessionState, event: Graded) -> SessionState:
    attempt = state.attempt(event.number)
    _demand(not attempt.counts, event, "that submission has its verdict")
    _demand(not attempt.cancelled, event, "its grading was cancelled")
    _demand(event.at >= attempt.at, event, "it is earlier than its submission")
    _demand(event.report.level == attempt.level, event, "its report is about another level")
    graded = replace(attempt, judged=event.report)
    newly_completed = graded.levels_passed - len(state.completed_at)
    return replace(
        state,
        submissions=_with(state, graded),
        completed_at=(*state.completed_at, *(event.at for _ in range(newly_completed))),
    )


def _cancelled(state: SessionState, event: Cancelled) -> SessionState:
    attempt = state.attempt(event.number)
    _demand(attempt.judged is None, event, "that submission has its verdict")
    _demand(event.at >= attempt.at, event, "it is earlier than its submission")
    return replace(state, submissions=_with(state, replace(attempt, cancelled=True)))


def _kept(state: SessionState, event: Kept) -> SessionState:
    if event.why == "handed over":
        handed_over = event.source_hash
    else:
        handed_over = state.handed_over if state.handed_over == event.source_hash else ""
    return replace(state, versions=_versions(state, event, event.why), handed_over=handed_over)


def _overtime_submitted(state: SessionState, event: OvertimeSubmitted) -> SessionState:
    _demand(state.end is not None, event, "the sitting is not over")
    _demand(event.number == len(state.overtime) + 1, event, "its number is not the next")
    _demand(event.level == state.open_level, event, "its level is not the highest open one")
    attempt = Attempt(event.number, event.level, event.at, event.source_hash)
    return replace(
        state, overtime=(*state.overtime, attempt), versions=_versions(state, event, "run")
    )


def _overtime_graded(state: SessionState, event: OvertimeGraded) -> SessionState:
    _demand(1 <= event.number <= len(state.overtime), event, "there is no such submission")
    index = event.number - 1
    _demand(not state.overtime[index].counts, event, "that submission has its verdict")
    _demand(event.report.level == state.overtime[index].level, event, "it is about another level")
    graded = replace(state.overtime[index], judged=event.report)
    return replace(
        state, overtime=(*state.overtime[:index], graded, *state.overtime[event.number :])
    )


def _hint_taken(state: SessionState, event: HintTaken) -> SessionState:
    _demand(state.mode.offers_hints, event, f"{state.mode.name} mode has no hints")
    _demand(event.level <= state.open_level, event, "that level is locked")
    _demand(event.step == state.hints_of(event.level) + 1, event, "it is not the next step")
    return replace(state, hints=(*state.hints, event))


def _versions(
    state: SessionState, event: Kept | Submitted | OvertimeSubmitted, why: Why
) -> tuple[Version, ...]:
    """The versions with one more, unless it is the same text as the last."""
    if state.versions and state.versions[-1].source_hash == event.source_hash:
        return state.versions
    version = Version(len(state.versions) + 1, event.at, event.source_hash, why)
    return (*state.versions, version)


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
