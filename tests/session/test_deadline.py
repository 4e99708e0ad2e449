"""What the deadline does, and what no clock can do to it."""

from collections.abc import Callable
from pathlib import Path
from time import sleep, time_ns
from typing import Any

import pytest

from harness.catalog import Catalog, Problem
from harness.errors import RefusedError
from harness.session import MODES, Mark, Sitting, Store, SystemClock
from harness.session.events import ClockJumped, Submitted
from tests.session.doubles import MINUTE, FakeClock, FakeJudge, passing, save

Start = Callable[..., Sitting]
HOUR = 60 * MINUTE


@pytest.fixture
def clock() -> FakeClock:
    """A fake clock that agrees with the file system's."""
    return FakeClock(at=time_ns() // 1_000_000)


@pytest.fixture
def start(store: Store, problem: Problem, clock: FakeClock, tmp_path: Path) -> Start:
    def started(mode: str = "exam", **options: Any) -> Sitting:
        place = tmp_path / "w"
        return Sitting.start(store, problem, MODES[mode], place, clock=clock, **options)

    return started


def causes(sitting: Sitting) -> list[tuple[str, int]]:
    return [(jump.cause, jump.by) for jump in sitting.state.jumps]


def test_setting_the_clock_changes_nothing_and_is_recorded(start: Start, clock: FakeClock) -> None:
    sitting = start(minutes=60)
    clock.pass_minutes(10)
    clock.set(-3 * HOUR)
    assert sitting.summary().seconds_left == 50 * 60
    clock.set(5 * HOUR)
    clock.pass_minutes(10)
    assert sitting.summary().seconds_left == 40 * 60
    assert causes(sitting) == [("clock set", -3 * HOUR), ("clock set", 5 * HOUR)]
    sitting.summary()
    assert len(sitting.state.jumps) == 2


def test_sleep_and_restarts_count(start: Start, clock: FakeClock) -> None:
    sitting = start(minutes=60)
    clock.sleep(10 * MINUTE)
    assert sitting.summary().seconds_left == 50 * 60
    clock.restart(20 * MINUTE)
    assert sitting.summary().seconds_left == 30 * 60
    assert causes(sitting) == [("slept", 10 * MINUTE), ("restarted", 20 * MINUTE)]
    clock.restart(40 * MINUTE)
    assert sitting.summary().phase.over


def test_what_the_clocks_did_is_told(start: Start, clock: FakeClock) -> None:
    sitting = start(minutes=60)
    clock.sleep(10 * MINUTE)
    sitting.summary()
    clock.set(-90 * MINUTE)
    sitting.summary()
    clock.set(HOUR)
    sitting.summary()
    clock.restart(20 * MINUTE + 5_000)
    assert sitting.summary().clocks == (
        "after 10:00 the machine had slept for 10:00",
        "after 10:00 the wall clock had been set back by 90:00: no time changed",
        "after 10:00 the wall clock had been set forward by 60:00: no time changed",
        "after 30:05 the machine had been started again, 20:05 after the last event",
    )


def test_a_restart_with_the_clock_set_back_gives_no_time_since_the_last_event(
    start: Start, clock: FakeClock
) -> None:
    sitting = start(minutes=60)
    clock.pass_minutes(30)
    save(sitting.folder, passing(3))
    sitting.submit(FakeJudge())
    clock.restart(0)
    clock.set(-2 * HOUR)
    clock.pass_minutes(20)  # of this boot, before anyone looks
    assert sitting.summary().seconds_left == 10 * 60


def test_another_machine_does_not_count_how_long_it_has_been_up(
    start: Start, clock: FakeClock
) -> None:
    sitting = start(minutes=60)
    reading = clock.read()
    other = reading.model_copy(update={"boot_id": "other", "machine": "n", "boot": 99 * HOUR})
    clock.read = lambda: other  # type: ignore[method-assign]
    assert sitting.summary().seconds_left == 60 * 60


def test_the_systems_clocks_agree_with_each_other() -> None:
    one, other = SystemClock().read(), SystemClock().read()
    assert one.boot_id == other.boot_id
    assert one.machine == other.machine
    assert one.boot <= other.boot
    assert one.monotonic <= one.boot


def test_the_file_as_last_saved_is_submitted_once(start: Start, clock: FakeClock) -> None:
    sitting, judge = start(minutes=30, grades_last_save=True), FakeJudge()
    save(sitting.folder, passing(3))
    clock.pass_minutes(40)
    assert sitting.close_if_overdue()
    assert not sitting.close_if_overdue()
    sitting.settle(judge)
    (attempt,) = sitting.state.submissions
    assert attempt.at == sitting.state.closes_at
    assert sitting.summary().score == 100


def test_what_was_saved_after_the_deadline_is_not(
    start: Start, clock: FakeClock, store: Store, catalog: Catalog
) -> None:
    clock.pass_minutes(-60)
    sitting = start(minutes=30, grades_last_save=True)
    clock.pass_minutes(20)
    assert sitting.snapshot(passing(2))
    clock.pass_minutes(40)
    save(sitting.folder, passing(3))  # half an hour too late, by the file system's clock
    sitting.close_if_overdue()
    sitting.settle(FakeJudge())
    assert sitting.summary().score == 50


def test_what_was_submitted_last_is_not_submitted_again(start: Start, clock: FakeClock) -> None:
    sitting = start(minutes=30, grades_last_save=True)
    save(sitting.folder, passing(2))
    sitting.submit(FakeJudge())
    clock.pass_minutes(31)
    sitting.close_if_overdue()
    assert sitting.summary().submissions == 1


def test_without_that_wish_nothing_is_submitted(start: Start, clock: FakeClock) -> None:
    sitting = start(minutes=30)
    save(sitting.folder, passing(3))
    clock.pass_minutes(31)
    sitting.close_if_overdue()
    assert sitting.summary().submissions == 0


def test_marks_are_passed_once_and_stay_passed(start: Start, clock: FakeClock) -> None:
    sitting = start(minutes=90)
    told: list[str] = []
    seen: frozenset[Mark] = frozenset()
    for _ in range(90):
        clock.pass_minutes(1)
        marks = sitting.marks()
        told += sorted(mark.text for mark in marks - seen)
        seen |= marks
    assert told == [
        "level 1 has taken its 10 minutes",
        "15 minutes left",
        "5 minutes left",
        "1 minute left",
    ]


def test_a_level_within_its_guide_time_is_no_mark(start: Start, clock: FakeClock) -> None:
    sitting = start()
    clock.pass_minutes(9)
    save(sitting.folder, passing(3))
    sitting.submit(FakeJudge())
    clock.pass_minutes(19)
    assert sitting.marks() == frozenset()
    clock.pass_minutes(1)
    assert [mark.text for mark in sitting.marks()] == ["level 2 has taken its 20 minutes"]


def test_a_problem_of_six_levels_and_45_minutes(
    start: Start, problem: Problem, store: Store, tmp_path: Path, clock: FakeClock
) -> None:
    levels = tuple(
        problem.levels[0].model_copy(update={"number": number, "points": number * 10, "pace": 7})
        for number in range(1, 7)
    )
    six = problem.model_copy(update={"levels": levels, "minutes": 45})
    judge = FakeJudge(points=(10, 20, 30, 40, 50, 60))
    sitting = Sitting.start(store, six, MODES["exam"], tmp_path / "six", clock=clock)
    for level in range(1, 7):
        assert sitting.summary().level == level
        save(sitting.folder, passing(*[3] * level))
        clock.pass_minutes(7)
        sitting.submit(judge)
    summary = sitting.summary()
    assert (summary.score, summary.max_score, summary.seconds_left) == (210, 210, 180)
    assert len(summary.arithmetic) == 7


def test_notes_of_the_design_are_kept(start: Start, store: Store) -> None:
    sitting = start()
    sitting.note_design(("a dictionary", "two methods", "expiry"))
    assert sitting.state.design == ("a dictionary", "two methods", "expiry")
    sitting.finish()
    with pytest.raises(RefusedError):
        sitting.note_design(("", "", ""))


@pytest.mark.slow
def test_by_the_real_clock(store: Store, problem: Problem, tmp_path: Path) -> None:
    """A submission a moment before the real deadline counts, and one after it is refused."""

    class Earlier(SystemClock):
        def read(self) -> Any:
            now = super().read()
            early = {name: getattr(now, name) - 56_000 for name in ("wall", "boot", "monotonic")}
            return now.model_copy(update=early)

    started = Sitting.start(
        store, problem, MODES["exam"], tmp_path / "w", minutes=1, clock=Earlier()
    )
    sitting = Sitting.open(store, started.id, Catalog({problem.id: problem}, ()))
    save(sitting.folder, passing(3))
    sitting.submit(FakeJudge())
    while not sitting.summary().phase.over:
        sleep(0.001)
    with pytest.raises(RefusedError, match="Time is up"):
        sitting.submit(FakeJudge())
    kinds = [event for event in store.events(sitting.id) if isinstance(event, Submitted)]
    assert len(kinds) == 1
    assert not [event for event in store.events(sitting.id) if isinstance(event, ClockJumped)]
