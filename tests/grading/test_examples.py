"""Examples drawn once for all submissions judge each one as Hypothesis itself would."""

from collections.abc import Iterator

import pytest

from harness.grading import Grader, TestResult

from .conftest import Author, write_question

PROPERTIES = """
    from hypothesis import assume, example, given, settings
    from hypothesis import strategies as st
    from solution import Thing

    kept = settings(max_examples=30, deadline=None, derandomize=True, database=None)

    @kept
    @given(st.lists(st.integers(0, 500), max_size=6), st.text(max_size=3))
    def test_plain(numbers, name):
        assert Thing().total(numbers) == sum(numbers), name

    @kept
    @given(numbers=st.lists(st.integers(0, 500), min_size=1, max_size=6))
    def test_changes_its_argument(numbers):
        while numbers:
            total = sum(numbers)
            assert Thing().total(numbers) == total
            numbers.pop()

    @kept
    @given(st.lists(st.integers(0, 500), max_size=6))
    def test_assumes(numbers):
        assume(len(numbers) != 2)
        assert Thing().total(numbers) == sum(numbers)

    @kept
    @given(st.data())
    def test_draws_as_it_goes(data):
        numbers = data.draw(st.lists(st.integers(0, 500), max_size=6))
        assert Thing().total(numbers) == sum(numbers)

    @kept
    @example([7, 7, 7])
    @given(st.lists(st.integers(0, 500), max_size=6))
    def test_has_an_example_of_its_own(numbers):
        assert Thing().total(numbers) == sum(numbers)
"""
RIGHT = "class Thing:\n    def total(self, numbers):\n        return sum(numbers)\n"
WRONG_SOMETIMES = (
    "class Thing:\n    def total(self, numbers):\n"
    "        return sum(numbers) + (max(numbers, default=0) > 300)\n"
)
WRONG_ONCE = (
    "class Thing:\n    def total(self, numbers):\n"
    "        return sum(numbers) + (numbers == [7, 7, 7])\n"
)
ENDLESS = "class Thing:\n    def total(self, numbers):\n        while len(numbers) > 2: pass\n"
ENDLESS += "        return sum(numbers)\n"
TALKATIVE = RIGHT.replace("        return", "        print(numbers)\n        return")


@pytest.fixture
def grader(author: Author) -> Iterator[Grader]:
    with Grader(author(PROPERTIES)) as grader:
        yield grader


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Grader]:
    """One that has drawn its examples."""
    with Grader(write_question(tmp_path_factory.mktemp("warm"), PROPERTIES)) as grader:
        results(grader, RIGHT)
        yield grader


def results(grader: Grader, source: str) -> dict[str, TestResult]:
    """What can be said of each test, without the times it took."""
    report = grader.grade(source.encode(), 1)
    untimed = {"cpu_seconds": 0.0, "wall_seconds": 0.0}
    return {test.name: test.model_copy(update=untimed) for test in report.tests}


@pytest.mark.parametrize(
    "source", [RIGHT, WRONG_SOMETIMES, pytest.param(WRONG_ONCE, marks=pytest.mark.slow)]
)
def test_a_later_grading_says_what_the_first_says(grader: Grader, source: str) -> None:
    first = results(grader, source)
    assert results(grader, source) == first
    assert results(grader, RIGHT) == results(grader, RIGHT)
    assert results(grader, source) == first


def test_every_failure_is_still_shrunk(warm: Grader) -> None:
    found = results(warm, WRONG_SOMETIMES)
    for result in found.values():
        assert "301" in result.conversation[-1].call, result.name


def test_an_explicit_example_is_among_them(warm: Grader) -> None:
    rejected = {name for name, result in results(warm, WRONG_ONCE).items() if not result.accepted}
    assert rejected == {"test_has_an_example_of_its_own"}


def test_a_limit_reached_is_told_once(warm: Grader) -> None:
    for result in results(warm, ENDLESS).values():
        assert result.verdict == "time limit exceeded"


def test_the_examples_follow_from_the_seed_alone(grader: Grader) -> None:
    def asked(seed: int) -> dict[str, str]:
        """What each test asked, in order, as the submission tells it."""
        report = grader.grade(TALKATIVE.encode(), 1, seed=seed)
        assert report.accepted
        return {test.name: test.output for test in report.tests}

    drawn_afresh = asked(0)
    assert asked(0) == drawn_afresh
    others = asked(1)
    assert all(others[name] != told for name, told in drawn_afresh.items())
