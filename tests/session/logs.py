"""Strategies for logs of events: any that can happen, and nothing else."""

from typing import Literal

from hypothesis import strategies as st

from harness.session.events import (
    MODES,
    ClockJumped,
    DesignNoted,
    Event,
    Finished,
    Graded,
    HintTaken,
    ImpossibleEventError,
    Kept,
    OvertimeGraded,
    OvertimeSubmitted,
    Paused,
    Resumed,
    SessionState,
    Submitted,
    apply,
)
from tests.session.doubles import MINUTE, TESTS, passing, reading, report_of, started

SOURCES = st.one_of(
    st.just(b"fault"),
    st.lists(st.integers(0, TESTS), min_size=1, max_size=3).map(lambda counts: passing(*counts)),
)

STEPS = st.tuples(
    st.sampled_from(
        "submit grade grade pause resume wait finish".split()
        + ["time up", "keep", "hint", "note", "jump", "overtime", "grade overtime"]
    ),
    st.integers(0, 20 * MINUTE),
    st.integers(0, 5),
    SOURCES,
)


def follow(state: SessionState, step: tuple[str, int, int, bytes]) -> Event | None:
    """The event that a step means in this state, possible or not; None when it means none."""
    act, delay, pick, source = step
    at = state.last_at + delay
    match act:
        case "submit":
            return Submitted(
                at=at, number=len(state.submissions) + 1, level=state.level, source_hash="h"
            )
        case "grade" if state.submissions:
            attempt = state.submissions[pick % len(state.submissions)]
            report = report_of(source, attempt.level)
            return Graded(at=attempt.at + delay, number=attempt.number, report=report)
        case "pause":
            return Paused(at=at)
        case "resume":
            return Resumed(at=at)
        case "finish":
            return Finished(at=at, reason="finished")
        case "keep":
            why: Literal["change", "handed over"] = "handed over" if pick % 2 else "change"
            return Kept(at=at, source_hash=f"{pick}", why=why)
        case "hint":
            return HintTaken(at=at, level=state.level, step=state.hints_of(state.level) + 1)
        case "note":
            return DesignNoted(at=at, answers=("a", "b", "c"))
        case "jump":
            clocks = reading(at + pick * MINUTE, boot=at)
            return ClockJumped(at=at, cause="clock set", by=pick * MINUTE, reading=clocks)
        case "overtime":
            number = len(state.overtime) + 1
            return OvertimeSubmitted(at=at, number=number, level=state.open_level, source_hash="o")
        case "grade overtime" if state.overtime:
            attempt = state.overtime[pick % len(state.overtime)]
            report = report_of(source, attempt.level)
            return OvertimeGraded(at=at, number=attempt.number, report=report)
        case "time up" if state.closes_at is not None:
            return Finished(at=state.closes_at, reason="time is up")
    return None


@st.composite
def logs(draw: st.DrawFn) -> list[Event]:
    """A log that can happen: random acts, without those the fold refuses."""
    first = started(draw(st.sampled_from(list(MODES.values()))))
    log: list[Event] = [first]
    state = apply(None, first)
    for step in draw(st.lists(STEPS, max_size=30)):
        event = follow(state, step)
        if event is None:
            continue
        try:
            state = apply(state, event)
        except ImpossibleEventError:
            continue
        log.append(event)
    return log
