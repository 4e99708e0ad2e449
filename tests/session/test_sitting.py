from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from harness.catalog import Catalog, Problem
from harness.errors import HarnessError, RefusedError, WrongUseError
from harness.grading.report import GradingCancelledError, Report, TestResult
from harness.session import MODES, OnResult, Phase, Sitting, Store
from harness.session.events import Finished, Submitted
from tests.session.doubles import MINUTE, NOON, FakeClock, FakeJudge, passing, save

Start = Callable[..., Sitting]


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def judge() -> FakeJudge:
    return FakeJudge()


@pytest.fixture
def start(store: Store, problem: Problem, clock: FakeClock, tmp_path: Path) -> Start:
    def start_in(mode: str = "exam", folder: str = "w", **options: Any) -> Sitting:
        place = tmp_path / folder
        return Sitting.start(store, problem, MODES[mode], place, clock=clock, **options)

    return start_in


class CrashError(Exception):
    """The process died."""


def crash(source: bytes, level: int, on_result: OnResult | None) -> Report:
    raise CrashError


def test_a_sitting_from_start_to_the_full_score(
    start: Start, judge: FakeJudge, clock: FakeClock
) -> None:
    sitting = start()
    for level in (1, 2, 3):
        assert sitting.summary().level == level
        assert not (sitting.folder / f"level_{level + 1}").exists()
        save(sitting.folder, passing(*[3] * level))
        clock.pass_minutes(10)
        assert sitting.submit(judge).accepted
    sitting.finish()
    summary = sitting.summary()
    assert (summary.score, summary.max_score) == (500, 500)
    assert summary.phase is Phase.FINISHED
    assert [level.seconds_spent for level in summary.levels] == [600, 600, 600]
    assert summary.seconds_elapsed == 1800


def test_a_submission_runs_all_open_levels_and_opens_none_before_all_pass(
    start: Start, judge: FakeJudge
) -> None:
    sitting = start()
    save(sitting.folder, passing(3))
    sitting.submit(judge)
    save(sitting.folder, passing(2, 3))
    sitting.submit(judge)
    assert judge.graded == [(passing(3), 1), (passing(2, 3), 2)]
    assert sitting.state.level == 2
    assert sitting.summary().score == 200


def test_the_score_is_that_of_the_best_submission(start: Start, judge: FakeJudge) -> None:
    sitting = start()
    for source in (passing(3), passing(3, 2), passing(0, 0)):
        save(sitting.folder, source)
        sitting.submit(judge)
    assert sitting.summary().score == 175
    assert sitting.summary().submissions == 3


def test_another_process_sees_what_happened(
    start: Start, store: Store, catalog: Catalog, clock: FakeClock, judge: FakeJudge
) -> None:
    sitting = start()
    other = Sitting.open(store, sitting.id, catalog, clock=clock)
    save(sitting.folder, passing(3))
    sitting.submit(judge)
    assert other.state == sitting.state
    assert other.summary() == sitting.summary()
    save(sitting.folder, passing(3, 3))
    other.submit(judge)
    assert sitting.state.level == 3


def test_an_exam_withholds_hidden_tests_from_the_report_and_on_the_way(
    start: Start, judge: FakeJudge
) -> None:
    told: list[TestResult] = []
    sitting = start("exam")
    save(sitting.folder, passing(0))
    report = sitting.submit(judge, on_result=told.append)
    for tests in (report.tests, told):
        assert [test.message for test in tests] == ["secret of sample test 0", "", ""]
    kept = sitting.state.submissions[0].report
    assert kept is not None
    assert "secret of hidden" not in kept.model_dump_json()


def test_practice_shows_everything(start: Start, judge: FakeJudge) -> None:
    told: list[TestResult] = []
    sitting = start("practice")
    save(sitting.folder, passing(0))
    report = sitting.submit(judge, on_result=told.append)
    assert list(report.tests) == told
    assert report.tests[2].message == "secret of hidden test 2"


def test_time_that_is_up_refuses_and_closes_at_the_deadline(
    start: Start, judge: FakeJudge, clock: FakeClock
) -> None:
    sitting = start(minutes=30)
    save(sitting.folder, passing(3))
    clock.pass_minutes(30)
    with pytest.raises(RefusedError, match="Time is up"):
        sitting.submit(judge)
    assert judge.graded == []
    assert sitting.state.end == Finished(at=NOON + 30 * MINUTE, reason="time is up")
    assert sitting.summary().phase is Phase.TIME_IS_UP


def test_a_submission_in_the_last_moment_counts_even_if_graded_after(
    start: Start, clock: FakeClock, judge: FakeJudge
) -> None:
    def slow(source: bytes, level: int, on_result: OnResult | None) -> Report:
        clock.pass_minutes(5)
        assert sitting.close_if_overdue()  # as a screen's clock does meanwhile
        return judge(source, level, on_result)

    sitting = start(minutes=30)
    save(sitting.folder, passing(3))
    clock.tick(30 * MINUTE - 1)
    sitting.submit(slow)
    summary = sitting.summary()
    assert (summary.score, summary.phase) == (100, Phase.TIME_IS_UP)


def test_closing_happens_once_and_only_when_due(start: Start, clock: FakeClock) -> None:
    sitting = start(minutes=1)
    assert not sitting.close_if_overdue()
    clock.pass_minutes(1)
    assert sitting.close_if_overdue()
    assert not sitting.close_if_overdue()


def test_a_crash_between_receipt_and_verdict_loses_nothing(
    start: Start, store: Store, catalog: Catalog, clock: FakeClock, judge: FakeJudge
) -> None:
    sitting = start(minutes=30)
    save(sitting.folder, passing(3))
    with pytest.raises(CrashError):
        sitting.submit(crash)
    save(sitting.folder, b"something else by now")
    clock.pass_minutes(60)
    reopened = Sitting.open(store, sitting.id, catalog, clock=clock)
    reopened.close_if_overdue()
    assert "waits for its verdict" in reopened.summary().next
    reopened.settle(judge)
    reopened.settle(judge)
    assert judge.graded == [(passing(3), 1)]
    assert reopened.summary().score == 100


def test_two_that_settle_at_once_agree(
    start: Start, store: Store, catalog: Catalog, judge: FakeJudge
) -> None:
    def settled_meanwhile(source: bytes, level: int, on_result: OnResult | None) -> Report:
        Sitting.open(store, sitting.id, catalog).settle(judge)
        return judge(passing(0), level, on_result)

    sitting = start()
    save(sitting.folder, passing(3))
    assert sitting.submit(settled_meanwhile).accepted
    assert sitting.summary().score == 100
    assert len(store.events(sitting.id)) == 3


def test_submissions_made_at_once_are_all_kept_and_graded(
    start: Start, store: Store, catalog: Catalog, clock: FakeClock, judge: FakeJudge
) -> None:
    def submit_five(_: int) -> None:
        with Store(store.file) as own:
            sitting = Sitting.open(own, first.id, catalog, clock=clock)
            for _ in range(5):
                sitting.submit(judge)

    first = start()
    save(first.folder, passing(2))
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(submit_five, range(4)))
    state = first.state
    assert [attempt.number for attempt in state.submissions] == list(range(1, 21))
    assert state.ungraded == ()


def test_one_sitting_may_be_used_by_many_threads(start: Start, judge: FakeJudge) -> None:
    sitting = start()
    save(sitting.folder, passing(2))
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: (sitting.submit(judge), sitting.summary()), range(20)))
    assert sitting.summary().submissions == 20
    assert sitting.state.ungraded == ()


def test_a_fault_of_ours_is_recorded_and_costs_nothing(start: Start, judge: FakeJudge) -> None:
    def mended(source: bytes, level: int, on_result: OnResult | None) -> Report:
        return judge(passing(2), level, on_result)

    sitting = start()
    save(sitting.folder, b"fault")
    sitting.submit(judge)
    assert sitting.summary().score == 0
    sitting.settle(mended)
    assert sitting.summary().score == 0
    sitting.finish()
    sitting.settle(mended, retry_faults=True)
    assert sitting.summary().score == 50


def test_practice_pauses_and_goes_on(start: Start, clock: FakeClock, judge: FakeJudge) -> None:
    sitting = start("practice", minutes=30)
    save(sitting.folder, passing(3))
    clock.pass_minutes(10)
    sitting.pause()
    clock.pass_minutes(1000)
    with pytest.raises(RefusedError, match="clock stands"):
        sitting.submit(judge)
    with pytest.raises(RefusedError, match="clock stands"):
        sitting.pause()
    assert sitting.summary().seconds_left == 20 * 60
    sitting.resume()
    with pytest.raises(RefusedError, match="running already"):
        sitting.resume()
    clock.pass_minutes(19)
    sitting.submit(judge)
    assert sitting.summary().seconds_left == 60
    assert sitting.summary().score == 100


def test_an_exam_never_pauses(start: Start) -> None:
    sitting = start("exam")
    with pytest.raises(RefusedError, match="exam mode the clock never stops"):
        sitting.pause()


@pytest.mark.parametrize("act", ["pause", "resume", "finish"])
def test_nothing_can_be_done_after_the_end(start: Start, act: str) -> None:
    sitting = start("practice")
    sitting.finish()
    with pytest.raises(RefusedError, match="is finished"):
        getattr(sitting, act)()


def test_a_sitting_can_be_finished_while_its_clock_stands(start: Start, clock: FakeClock) -> None:
    sitting = start("practice")
    sitting.pause()
    clock.pass_minutes(5000)
    sitting.finish()
    assert sitting.summary().phase is Phase.FINISHED


def test_a_clock_set_back_refuses_nobody(start: Start, clock: FakeClock, judge: FakeJudge) -> None:
    sitting = start("practice")
    clock.pass_minutes(20)
    save(sitting.folder, passing(3))
    sitting.submit(judge)
    clock.set(-60 * MINUTE)
    save(sitting.folder, passing(3, 3))
    sitting.submit(judge)
    sitting.pause()
    sitting.resume()
    sitting.finish()
    assert sitting.summary().score == 250


def test_a_missing_solution_is_no_submission(start: Start, judge: FakeJudge) -> None:
    sitting = start()
    (sitting.folder / "solution.py").unlink()
    with pytest.raises(WrongUseError, match="missing"):
        sitting.submit(judge)
    assert sitting.summary().submissions == 0
    sitting.lay_out()
    sitting.submit(judge)
    assert sitting.summary().submissions == 1


def test_a_running_sitting_keeps_its_folder(
    start: Start, clock: FakeClock, problem: Problem
) -> None:
    sitting = start(minutes=30)
    with pytest.raises(RefusedError, match="running here"):
        start()
    save(sitting.folder, b"work")
    with pytest.raises(RefusedError, match="running here"):
        start()
    save(sitting.folder, problem.starter_file.read_text().encode())
    clock.pass_minutes(30)
    assert start().id != sitting.id  # the starter was not touched


def test_work_in_the_folder_is_refused_before_anything_is_stored(
    start: Start, store: Store, tmp_path: Path
) -> None:
    (tmp_path / "w").mkdir()
    save(tmp_path / "w", b"mine")
    with pytest.raises(RefusedError, match=r"solution\.py: exists already"):
        start()
    assert store.sittings() == []
    assert (tmp_path / "w" / "solution.py").read_bytes() == b"mine"


@pytest.mark.parametrize("minutes", [0, -1, 1441])
def test_a_time_that_makes_no_sense_is_refused(start: Start, minutes: int) -> None:
    with pytest.raises(WrongUseError, match="1 to 1440"):
        start(minutes=minutes)


def test_a_cancelled_grading_leaves_the_submission_without_a_verdict(
    start: Start, judge: FakeJudge
) -> None:
    def stopped(*_: object) -> Report:
        raise GradingCancelledError("The run was cancelled; it has no verdict.")

    sitting = start()
    save(sitting.folder, passing(3))
    with pytest.raises(GradingCancelledError):
        sitting.submit(stopped)
    sitting.settle(judge, retry_faults=True)
    assert judge.graded == []
    assert sitting.state.ungraded == ()
    assert (sitting.summary().submissions, sitting.summary().score) == (1, 0)
    assert sitting.submit(judge).accepted
    assert sitting.summary().level == 2


@pytest.mark.parametrize("name", ["\udcff", "two\nlines"])
def test_a_folder_whose_name_cannot_be_shown_is_refused(
    start: Start, store: Store, name: str
) -> None:
    with pytest.raises(WrongUseError, match="printable"):
        start(folder=name)
    assert store.sittings() == []


def test_a_submission_is_kept_whole(start: Start, store: Store, judge: FakeJudge) -> None:
    source = b"1 # \xc3\xa9\r\n\t"
    sitting = start()
    save(sitting.folder, source)
    sitting.submit(judge)
    submitted = store.events(sitting.id)[1]
    assert isinstance(submitted, Submitted)
    assert store.source(submitted.source_hash) == source


def test_every_refusal_is_one_line(start: Start, judge: FakeJudge) -> None:
    sitting = start("exam")
    (sitting.folder / "solution.py").unlink()
    for act in (sitting.pause, sitting.resume, lambda: sitting.submit(judge), start):
        with pytest.raises(HarnessError) as caught:
            act()
        assert str(caught.value).count("\n") == 0
