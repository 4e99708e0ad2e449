import pytest
from pydantic import ValidationError

from harness.review import Place, Remark


def test_a_remark_without_a_place_cannot_be_made() -> None:
    with pytest.raises(ValidationError, match="places"):
        Remark(kind="growth.rewritten", tone="advice", sentence="Rewritten.", places=())


@pytest.mark.parametrize("nowhere", [{}, {"excerpt": "x = 1"}, {"session": "s"}])
def test_a_place_is_somewhere(nowhere: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="a place names"):
        Place.model_validate(nowhere)


@pytest.mark.parametrize("half", [{"first_line": 3}, {"last_line": 3}])
def test_lines_are_a_range(half: dict[str, int]) -> None:
    with pytest.raises(ValidationError, match="first and a last"):
        Place.model_validate({"file": "solution.py", **half})


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place(submission=4), "submission 4"),
        (
            Place(submission=4, file="solution.py", first_line=12, last_line=20),
            "submission 4, solution.py:12-20",
        ),
        (Place(file="my_tests.py", first_line=3, last_line=3), "my_tests.py:3"),
        (
            Place(submission=2, test="level_1/test_hidden.py::test_a"),
            "submission 2, level_1/test_hidden.py::test_a",
        ),
        (Place(session="bank-1", submission=2, second=754), "bank-1, submission 2, at 12:34"),
    ],
)
def test_a_place_says_itself_in_words(place: Place, text: str) -> None:
    assert place.text == text
