"""Sittings of known shape: the review says just that, and nothing else.

``HARNESS_GOLDEN=write pytest tests/review/test_golden.py`` writes the texts anew; read the
difference before keeping it.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from harness.catalog import Catalog, Problem
from harness.cli.telling.review_text import review_text
from harness.review import Review
from harness.session import Sitting
from tests.review import shapes
from tests.review.recorded import Record, reference

GOLDEN = Path(__file__).parent / "golden"

DESIGN_OF_THE_REFERENCE = ["habits.small_methods", "habits.records", "habits.one_place"]

Shape = Callable[[Record, Problem], Sitting]

KINDS: dict[Shape, list[str]] = {
    shapes.grown: [
        *["growth.carried"] * 3,
        "growth.unbroken",
        *DESIGN_OF_THE_REFERENCE,
        "pace.in_time",
    ],
    shapes.rewritten: [
        "growth.carried",
        "growth.rewritten",
        "growth.carried",
        "growth.broke",
        *DESIGN_OF_THE_REFERENCE,
        "pace.in_time",
        "pace.slow",
    ],
    shapes.stuck: [
        *["growth.carried"] * 2,
        "growth.unbroken",
        *DESIGN_OF_THE_REFERENCE,
        "pace.in_time",
        "pace.stuck",
        "concepts.practise",
    ],
    shapes.gamed: [],
    shapes.test_driven: [
        *["growth.carried"] * 2,
        "growth.unbroken",
        *DESIGN_OF_THE_REFERENCE,
        "pace.in_time",
        "pace.small_steps",
    ],
    shapes.flat: [
        "habits.flat_keys",
        "habits.state_outside",
        "pace.slow",
        "concepts.practise",
    ],
}


def demand_evidence(review: Review, sitting: Sitting) -> None:
    for remark in review.remarks:
        assert remark.places
        for place in remark.places:
            if place.first_line is None or place.last_line is None:
                continue
            assert place.submission is not None
            attempt = sitting.state.attempt(place.submission)
            lines = sitting.submitted(attempt).decode().splitlines()
            assert place.last_line <= len(lines)
            whole = lines[place.first_line - 1 : place.last_line]
            shown = place.excerpt.splitlines()
            assert shown == whole or shown[:-1] == whole[: len(shown) - 1]


@pytest.mark.parametrize("shape", KINDS, ids=lambda shape: shape.__name__)
def test_a_sitting_of_known_shape_is_told_as_that_with_evidence(
    shape: Shape, record: Record, kvs: Problem, reviewed: Callable[[Sitting], Review]
) -> None:
    sitting = shape(record, kvs)
    review = reviewed(sitting)
    assert [remark.kind for remark in review.remarks] == KINDS[shape]
    demand_evidence(review, sitting)
    text = review_text(review, whole=False).replace(sitting.id, "SESSION") + "\n"
    golden = GOLDEN / f"{shape.__name__}.txt"
    if os.environ.get("HARNESS_GOLDEN") == "write":
        golden.write_text(text)
    assert text == golden.read_text()


def test_the_text_fits_eighty_columns_whatever_the_names(
    record: Record, built_in: Catalog, reviewed: Callable[[Sitting], Review]
) -> None:
    bank = built_in.problem("bank")
    sitting = record("practice", bank)
    for level in (1, 2, 3):
        sitting.run(30 * level - 1, reference(bank, level))
    text = review_text(reviewed(sitting.finish()), whole=False)
    assert "History and scheduled payments" in text
    assert max(map(len, text.splitlines())) <= 80
