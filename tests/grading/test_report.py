"""The arithmetic of points, and what an exam may show."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from harness.grading import Comparison, Exchange, LevelResult, TestResult
from harness.grading.report import rounded_score
from harness.verdict import Verdict


def level(number: int, passed: int, total: int, points: int) -> LevelResult:
    return LevelResult(
        level=number,
        verdict=Verdict.ACCEPTED if passed == total else Verdict.WRONG_ANSWER,
        passed=passed,
        total=total,
        scored_passed=passed,
        scored_total=total,
        max_points=points,
    )


def test_a_whole_level_earns_its_points() -> None:
    whole = [(12, 100), (14, 130), (17, 170), (20, 200)]
    levels = tuple(level(n, tests, tests, points) for n, (tests, points) in enumerate(whole, 1))
    assert [rounded_score(levels[:count]) for count in range(5)] == [0, 100, 230, 400, 600]


def test_halves_round_up_once_at_the_end() -> None:
    assert rounded_score((level(1, 1, 2, 5),)) == 3
    assert rounded_score((level(1, 1, 4, 5), level(2, 1, 4, 5))) == 3  # 1.25 twice, not 1 + 1


def test_a_level_without_scored_tests_earns_nothing() -> None:
    assert level(1, 0, 0, 100).points == 0


counts = st.integers(1, 40).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total)))


@given(st.lists(st.tuples(counts, st.integers(1, 300)), min_size=1, max_size=6))
def test_the_score_is_within_half_a_point_of_the_exact_sum(
    shape: list[tuple[tuple[int, int], int]],
) -> None:
    levels = tuple(
        level(number, passed, total, points)
        for number, ((passed, total), points) in enumerate(shape, 1)
    )
    exact = sum((Fraction(points * passed, total) for (passed, total), points in shape))
    assert -Fraction(1, 2) < rounded_score(levels) - exact <= Fraction(1, 2)
    assert 0 <= rounded_score(levels) <= sum(points for _, points in shape)


def test_withheld_keeps_name_tags_and_verdict_alone() -> None:
    test = TestResult(
        id="level_1/test_hidden.py::test_x",
        level=1,
        kind="hidden",
        tags=("ttl",),
        verdict=Verdict.WRONG_ANSWER,
        message="secret",
        line=3,
        conversation=(Exchange(call="secret", came="secret"),),
        omitted=2,
        comparison=Comparison(came="secret", expected="secret"),
        assertion="secret",
        output="secret",
        cpu_seconds=0.1,
        wall_seconds=0.2,
    )
    withheld = test.withheld()
    assert "secret" not in withheld.model_dump_json()
    assert (withheld.id, withheld.tags, withheld.verdict) == (test.id, test.tags, test.verdict)
