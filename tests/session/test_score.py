from fractions import Fraction

import pytest

from harness.session.events import Event, Graded, Judged, Submitted, fold
from harness.session.summary import amount, arithmetic, score
from tests.session.doubles import NOON, passing, report_of, started


def log_of(*submissions: tuple[int, ...]) -> list[Event]:
    """Submissions, each graded at once."""
    log: list[Event] = [started()]
    for number, passed in enumerate(submissions, start=1):
        level = len(passed)
        log.append(Submitted(at=NOON, number=number, level=level, source_hash="h"))
        log.append(Graded(at=NOON, number=number, report=report_of(passing(*passed), level)))
    return log


def test_nothing_submitted_is_nothing_scored() -> None:
    state = fold([started()])
    assert score(state) == 0
    assert arithmetic(state) == ()


def test_the_best_submission_counts_not_the_last() -> None:
    state = fold(log_of((3,), (3, 2), (0, 0)))
    assert score(state) == 175


def test_the_arithmetic_can_be_checked_by_hand() -> None:
    assert arithmetic(fold(log_of((3,), (3, 2)))) == (
        "level 1: 2 of 2 scored tests \N{MULTIPLICATION SIGN} 100 points = 100",
        "level 2: 1 of 2 scored tests \N{MULTIPLICATION SIGN} 150 points = 75",
        "submission 2: 175",
    )


def test_the_arithmetic_tells_when_it_was_rounded() -> None:
    log = log_of((2,))
    graded = log[-1]
    assert isinstance(graded, Graded)
    level = graded.report.levels[0].model_copy(update={"scored_total": 3})
    report = Judged(graded.report.report.model_copy(update={"levels": (level,), "score": 33}))
    state = fold([*log[:-1], graded.model_copy(update={"report": report})])
    assert arithmetic(state)[-1] == "submission 1: 33.33, rounded 33"


@pytest.mark.parametrize(
    ("points", "text"),
    [
        (Fraction(0), "0"),
        (Fraction(100), "100"),
        (Fraction(195, 2), "97.5"),
        (Fraction(100, 3), "33.33"),
        (Fraction(200, 3), "66.67"),
    ],
)
def test_amounts_are_written_as_people_write_them(points: Fraction, text: str) -> None:
    assert amount(points) == text
