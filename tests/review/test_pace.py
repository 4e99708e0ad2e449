from collections.abc import Callable

import pytest

from harness.catalog import Problem
from harness.errors import RefusedError
from harness.review import Remark, Review
from harness.session import Sitting
from tests.review.recorded import Record, all_but, reference
from tests.session.doubles import save

Reviewed = Callable[[Sitting], Review]


def remarks(review: Review, kind: str) -> list[Remark]:
    return [remark for remark in review.remarks if remark.kind == kind]


def test_a_running_sitting_is_not_reviewed(record: Record, reviewed: Reviewed) -> None:
    with pytest.raises(RefusedError, match="not over"):
        reviewed(record().sitting)


def test_a_review_survives_its_own_json(record: Record, kvs: Problem, reviewed: Reviewed) -> None:
    sitting = record()
    sitting.run(5, reference(kvs, 1))
    sitting.run(9, reference(kvs, 2), *all_but(kvs, 2, 25))
    review = reviewed(sitting.finish(10))
    assert Review.model_validate_json(review.model_dump_json()) == review


def test_levels_are_timed_without_pauses(record: Record, kvs: Problem, reviewed: Reviewed) -> None:
    sitting = record("practice")
    sitting.until(4)
    sitting.sitting.pause()
    sitting.until(34)
    sitting.sitting.resume()
    sitting.run(40, reference(kvs, 1), *all_but(kvs, 1, 5))
    sitting.run(42, reference(kvs, 1))
    sitting.sitting.hint(2)
    sitting.run(45, reference(kvs, 2), "2")
    pace = reviewed(sitting.finish(50)).pace
    first, second = pace.levels
    assert (first.opened, first.first_run, first.green, first.runs) == (0, 600, 720, 2)
    assert (second.opened, second.first_run, second.green, second.spent) == (720, 180, None, 480)
    assert [(moment.second, moment.what) for moment in pace.moments] == [
        (0, "opened"),
        (240, "pause"),
        (600, "run"),
        (720, "opened"),
        (720, "run"),
        (720, "hint"),
        (900, "run"),
        (1200, "end"),
    ]


def test_a_late_first_run_is_told_against_the_guide(
    record: Record, kvs: Problem, reviewed: Reviewed
) -> None:
    sitting = record()
    sitting.run(22, reference(kvs, 1))
    (remark,) = remarks(reviewed(sitting.finish(23)), "pace.late_first_run")
    assert "after 22 minutes" in remark.sentence
    assert remark.places[0].second == 22 * 60


def test_nothing_submitted_is_told_kindly(record: Record, reviewed: Reviewed) -> None:
    review = reviewed(record().finish(30))
    assert [remark.kind for remark in review.remarks] == ["pace.never_ran", "pace.slow"]


def test_runs_that_bring_news_are_not_stuck(
    record: Record, kvs: Problem, reviewed: Reviewed
) -> None:
    sitting = record()
    for number in range(8):
        sitting.run(5 + 5 * number, reference(kvs, 1) + "\n" * number, *all_but(kvs, 1, number))
    review = reviewed(sitting.finish())
    assert review.pace.stuck_seconds == 0
    assert not remarks(review, "pace.stuck")


def test_minutes_with_something_broken_are_counted_once(
    record: Record, kvs: Problem, reviewed: Reviewed
) -> None:
    sitting = record()
    source = reference(kvs, 1)
    sitting.run(2, source, *all_but(kvs, 1, 20))
    sitting.run(4, source + "#1\n", *all_but(kvs, 1, 10))  # breaks ten
    sitting.run(8, source + "#2\n", *all_but(kvs, 1, 15))
    sitting.run(9, source + "#3\n", *all_but(kvs, 1, 12))  # breaks three of them again
    sitting.run(14, source + "#4\n", *all_but(kvs, 1, 21))
    review = reviewed(sitting.finish(15))
    assert review.pace.lost_seconds == 10 * 60
    (remark,) = remarks(review, "pace.lost")
    assert "broken by submissions 2 and 4" in remark.sentence
    assert not remarks(review, "growth.broke")


def test_what_was_written_and_never_submitted_is_told(
    record: Record, kvs: Problem, reviewed: Reviewed
) -> None:
    sitting = record()
    sitting.run(5, reference(kvs, 1))
    sitting.until(20)
    save(sitting.folder, reference(kvs, 2).encode())
    assert sitting.sitting.snapshot()
    (remark,) = remarks(reviewed(sitting.finish(30)), "pace.not_submitted")
    assert "last 25 minutes" in remark.sentence
    assert remark.places[0].second == 20 * 60
