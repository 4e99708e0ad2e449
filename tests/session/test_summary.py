import pytest

from harness.session.events import MODES, Event, Finished, Graded, Paused, Submitted, fold
from harness.session.summary import summarize
from tests.session.doubles import MINUTE, NOON, passing, report_of, started


def submission(source: bytes, number: int = 1, level: int = 1) -> list[Event]:
    return [
        Submitted(at=NOON, number=number, level=level, source_hash="h"),
        Graded(at=NOON, number=number, report=report_of(source, level)),
    ]


COMPLETE = [
    *submission(passing(3)),
    *submission(passing(3, 3), 2, 2),
    *submission(passing(3, 3, 3), 3, 3),
]


@pytest.mark.parametrize(
    ("log", "sentence"),
    [
        ([], "Read level_1/statement.md, extend solution.py and submit."),
        (submission(passing(3)), "Read level_2/statement.md, extend solution.py and submit."),
        (submission(passing(2)), "1 test fails: mend solution.py"),
        (submission(passing(1)), "2 tests fail: mend solution.py"),
        (submission(b"fault"), "failed to grade"),
        (submission(passing(3))[:1], "Submission 1 waits for its verdict"),
        (COMPLETE, "Everything passes: finish"),
        ([Paused(at=NOON)], "The clock stands: resume"),
        ([Finished(at=NOON, reason="finished")], "The sitting is over"),
    ],
)
def test_it_always_says_what_to_do_next(log: list[Event], sentence: str) -> None:
    state = fold([started(MODES["practice"]), *log])
    assert sentence in summarize(state, NOON).next


def test_time_up_is_told_before_it_is_recorded() -> None:
    summary = summarize(fold([started()]), NOON + 90 * MINUTE)
    assert (summary.phase, summary.seconds_left) == ("time is up", 0)
    assert "over" in summary.next


def test_seconds_never_show_nought_too_early() -> None:
    state = fold([started()])
    almost = summarize(state, NOON + 90 * MINUTE - 1)
    assert (almost.seconds_left, almost.seconds_elapsed) == (1, 90 * 60 - 1)


def test_levels_tell_what_the_best_submission_earned() -> None:
    log = [*submission(passing(3)), *submission(passing(3, 2), 2, 2), *submission(b"0 0", 3, 2)]
    first, second, third = summarize(fold([started(), *log]), NOON).levels
    assert (first.passed, first.total, first.earned, first.unlocked) == (3, 3, 100.0, True)
    assert (second.scored_passed, second.scored_total, second.earned) == (1, 2, 75.0)
    assert (third.unlocked, third.total, third.earned) == (False, 0, 0.0)
