from hypothesis import given
from hypothesis import strategies as st

from harness.session.clock import Phase, deadline, elapsed, left, pace, phase
from harness.session.events import MODES, Event, Finished, Graded, Paused, Resumed, Submitted, fold
from tests.session.doubles import MINUTE, NOON, passing, report_of, started
from tests.session.logs import logs

INSTANTS = st.integers(NOON - 10 * MINUTE, NOON + 20 * 60 * MINUTE)
PRACTICE = started(MODES["practice"])


@given(logs(), INSTANTS, INSTANTS)
def test_the_clock_only_goes_forward_and_never_beyond_its_time(
    log: list[Event], one: int, other: int
) -> None:
    state = fold(log)
    sooner, later = sorted((one, other))
    assert 0 <= elapsed(state, sooner) <= elapsed(state, later) <= 90 * MINUTE
    assert elapsed(state, later) - elapsed(state, sooner) <= later - sooner


@given(logs(), INSTANTS)
def test_time_spent_and_time_left_make_the_whole_until_the_end(log: list[Event], now: int) -> None:
    state = fold(log)
    if phase(state, now).over:
        assert left(state, now) == 0
    else:
        assert elapsed(state, now) + left(state, now) == 90 * MINUTE
        assert left(state, now) > 0


@given(logs(), INSTANTS)
def test_the_time_left_is_the_way_to_the_deadline(log: list[Event], now: int) -> None:
    state = fold(log)
    now = max(now, state.last_at)
    if not phase(state, now).over:
        assert deadline(state, now) == now + left(state, now)


def test_an_exam_runs_to_its_deadline_whatever_happens() -> None:
    state = fold([started()])
    assert deadline(state, NOON) == NOON + 90 * MINUTE
    assert phase(state, NOON + 90 * MINUTE - 1) is Phase.RUNNING
    assert left(state, NOON + 90 * MINUTE - 1) == 1
    assert phase(state, NOON + 90 * MINUTE) is Phase.TIME_IS_UP


def test_a_clock_that_stands_shows_the_same_time_for_ever() -> None:
    state = fold([PRACTICE, Paused(at=NOON + 30 * MINUTE)])
    for wait in (0, 5, 5000):
        now = NOON + (30 + wait) * MINUTE
        assert phase(state, now) is Phase.PAUSED
        assert elapsed(state, now) == 30 * MINUTE
        assert left(state, now) == 60 * MINUTE
        assert deadline(state, now) == now + 60 * MINUTE


def test_finishing_stops_the_clock() -> None:
    state = fold([started(), Finished(at=NOON + 7 * MINUTE, reason="finished")])
    assert phase(state, NOON + 200 * MINUTE) is Phase.FINISHED
    assert elapsed(state, NOON + 200 * MINUTE) == 7 * MINUTE
    assert left(state, NOON + 8 * MINUTE) == 0


def test_finishing_while_the_clock_stands_adds_nothing() -> None:
    state = fold(
        [
            PRACTICE,
            Paused(at=NOON + 5 * MINUTE),
            Finished(at=NOON + 50 * MINUTE, reason="finished"),
        ]
    )
    assert elapsed(state, NOON + 60 * MINUTE) == 5 * MINUTE
    assert deadline(state, NOON + 60 * MINUTE) == NOON + (90 + 45) * MINUTE


def test_the_pace_of_a_level_leaves_pauses_out() -> None:
    state = fold(
        [
            PRACTICE,
            Submitted(at=NOON + 10 * MINUTE, number=1, level=1, source_hash="h"),
            Graded(at=NOON + 11 * MINUTE, number=1, report=report_of(passing(3), 1)),
            Paused(at=NOON + 12 * MINUTE),
            Resumed(at=NOON + 42 * MINUTE),
        ]
    )
    now = NOON + 50 * MINUTE
    first, second = pace(state, 1, now), pace(state, 2, now)
    assert first is not None
    assert first.spent == 11 * MINUTE
    assert first.guide == 10 * MINUTE
    assert second is not None
    assert second.spent == 9 * MINUTE
    assert pace(state, 3, now) is None
