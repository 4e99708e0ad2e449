from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.session.events import (
    EVENT,
    MODES,
    Event,
    Finished,
    Graded,
    ImpossibleEventError,
    Mode,
    Paused,
    Resumed,
    SessionState,
    Submitted,
    apply,
    fold,
)
from harness.session.summary import score
from tests.session.doubles import MINUTE, NOON, passing, report_of, started
from tests.session.logs import STEPS, follow, logs

DEADLINE = NOON + 90 * MINUTE


def submitted(number: int = 1, level: int = 1, at: int = NOON) -> Submitted:
    return Submitted(at=at, number=number, level=level, source_hash="h")


def graded(*levels: int, number: int = 1, at: int = NOON) -> Graded:
    return Graded(at=at, number=number, report=report_of(passing(*levels), len(levels)))


def fault(number: int = 1) -> Graded:
    return Graded(at=NOON, number=number, report=report_of(b"fault", 1))


def states(log: list[Event]) -> list[SessionState]:
    """The state after each event."""
    first = apply(None, log[0])
    return list(accumulate(log[1:], apply, initial=first))


@given(logs(), st.data())
def test_folding_a_prefix_and_applying_the_rest_is_folding_all(
    log: list[Event], data: st.DataObject
) -> None:
    cut = data.draw(st.integers(1, len(log)))
    state = fold(log[:cut])
    for event in log[cut:]:
        state = apply(state, event)
    assert state == fold(log)
    assert state.event_count == len(log)


@given(logs())
def test_neither_score_nor_level_ever_falls(log: list[Event]) -> None:
    history = states(log)
    scores = [score(state) for state in history]
    levels = [state.level for state in history]
    assert scores == sorted(scores)
    assert levels == sorted(levels)
    assert all(0 <= points <= 500 for points in scores)


@given(logs())
def test_a_level_opens_exactly_when_all_before_it_passed_in_one_submission(
    log: list[Event],
) -> None:
    state = fold(log)
    passed = max((attempt.levels_passed for attempt in state.submissions), default=0)
    assert state.level == min(3, passed + 1)
    assert state.complete == (passed == 3)


@given(logs(), STEPS)
def test_nothing_received_after_the_end_changes_the_score(
    log: list[Event], step: tuple[str, int, int, bytes]
) -> None:
    state = fold(log)
    assert all(
        attempt.at < (state.end.at if state.end else state.closes_at or attempt.at + 1)
        or (state.end is not None and state.end.reason == "finished")
        for attempt in state.submissions
    )
    if state.end is not None:
        event = follow(state, step)
        if event is None or isinstance(event, Graded):
            return
        try:
            after = apply(state, event)
        except ImpossibleEventError:
            return
        assert event.kind in {"kept", "hint_taken", "overtime_submitted", "overtime_graded"}
        assert score(after) == score(state)
        assert (after.submissions, after.level) == (state.submissions, state.level)


@given(logs())
def test_verdicts_count_the_same_whether_they_come_before_or_after_the_end(
    log: list[Event],
) -> None:
    if not isinstance(log[-1], Finished):
        return
    verdicts: list[Event] = []
    pending = fold(log).ungraded
    for attempt in pending:
        report = report_of(passing(3, 3, 3), attempt.level)
        verdicts.append(Graded(at=attempt.at, number=attempt.number, report=report))
    before, after = fold([*log[:-1], *verdicts, log[-1]]), fold([*log, *verdicts])
    assert (score(before), before.submissions) == (score(after), after.submissions)


@given(logs())
def test_events_survive_being_written_as_json(log: list[Event]) -> None:
    for event in log:
        assert EVENT.validate_json(event.model_dump_json()) == event


IMPOSSIBLE: list[tuple[str, list[Event]]] = [
    ("start twice", [started()]),
    ("submit earlier than the start", [submitted(at=NOON - 1)]),
    ("submit at the deadline", [submitted(at=DEADLINE)]),
    ("submit a locked level", [submitted(level=2)]),
    ("skip a number", [submitted(number=2)]),
    ("submit after the end", [Finished(at=NOON, reason="finished"), submitted()]),
    ("grade what was not submitted", [graded(0)]),
    ("grade number nought", [submitted(), graded(0, number=0)]),
    ("grade before it was submitted", [submitted(at=NOON + 1), graded(0)]),
    ("grade on another level", [submitted(), graded(0, 0)]),
    ("grade twice", [submitted(), graded(0), graded(3)]),
    ("a fault after a verdict", [submitted(), graded(0), fault()]),
    ("pause an exam", [Paused(at=NOON)]),
    ("resume a running clock", [Resumed(at=NOON)]),
    ("finish after the deadline", [Finished(at=DEADLINE + 1, reason="finished")]),
    ("time up too early", [Finished(at=DEADLINE - 1, reason="time is up")]),
    ("finish twice", [Finished(at=NOON, reason="finished")] * 2),
]


@pytest.mark.parametrize(("what", "events"), IMPOSSIBLE, ids=[what for what, _ in IMPOSSIBLE])
def test_what_cannot_happen_raises(what: str, events: list[Event]) -> None:
    fold([started(), *events[:-1]])  # all but the last can happen
    with pytest.raises(ImpossibleEventError):
        fold([started(), *events])


IMPOSSIBLE_IN_PRACTICE: list[tuple[str, list[Event]]] = [
    ("pause twice", [Paused(at=NOON), Paused(at=NOON)]),
    ("pause at the deadline", [Paused(at=DEADLINE)]),
    ("submit while the clock stands", [Paused(at=NOON), submitted()]),
    (
        "time up while the clock stands",
        [Paused(at=NOON), Finished(at=DEADLINE, reason="time is up")],
    ),
    ("resume before the pause", [Paused(at=NOON + 1), Resumed(at=NOON)]),
]


@pytest.mark.parametrize(
    ("what", "events"), IMPOSSIBLE_IN_PRACTICE, ids=[what for what, _ in IMPOSSIBLE_IN_PRACTICE]
)
def test_what_cannot_happen_in_practice_raises(what: str, events: list[Event]) -> None:
    first = started(MODES["practice"])
    fold([first, *events[:-1]])
    with pytest.raises(ImpossibleEventError):
        fold([first, *events])


def test_a_log_begins_with_its_start() -> None:
    with pytest.raises(ImpossibleEventError):
        fold([])
    with pytest.raises(ImpossibleEventError):
        fold([submitted()])


def test_a_fault_of_ours_counts_for_nothing_and_may_be_graded_again() -> None:
    state = fold([started(), submitted(), fault()])
    assert state.submissions[0].faulted
    assert state.best is None
    assert state.level == 1
    state = apply(state, graded(3))
    assert score(state) == 100
    assert state.level == 2


def test_a_pause_moves_the_deadline_by_its_length() -> None:
    practice = started(MODES["practice"])
    standing = fold([practice, Paused(at=NOON + 10 * MINUTE)])
    assert standing.paused
    assert standing.closes_at is None
    running = apply(standing, Resumed(at=NOON + 25 * MINUTE))
    assert running.closes_at == DEADLINE + 15 * MINUTE


def test_a_mode_without_locks_opens_every_level_at_once() -> None:
    drill = Mode(
        name="drill", summary="", pausable=True, levels_locked=False, shows_hidden_details=True
    )
    state = fold([started(drill), submitted(level=3), graded(3, 0, 3)])
    assert state.level == 3
    assert state.completed_at == (NOON,)
    assert not state.complete


def test_the_earliest_of_equal_submissions_is_the_best() -> None:
    state = fold([started(), submitted(), graded(2), submitted(number=2), graded(2, number=2)])
    assert state.best is not None
    assert state.best.number == 1
