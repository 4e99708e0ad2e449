"""What a submission prints: the test meets all of it, and a person the first 64 KiB."""

from harness.catalog.models import Limits
from harness.grading.evaluator.workers.budget import Budget
from harness.grading.evaluator.workers.meter import Meter


def test_pieces_are_kept_up_to_the_cut_and_shown_whole() -> None:
    shown: list[str] = []
    meter = Meter(Budget(**Limits(output_kb=256).model_dump()), shown.append)
    for piece in (b"a" * 40_000, b"b" * 40_000, b"c" * 40_000):
        meter.take_output(piece)
    assert meter.output() == "a" * 40_000 + "b" * 25_536
    assert "".join(shown) == "a" * 40_000 + "b" * 40_000 + "c" * 40_000


def test_a_sign_that_comes_in_two_pieces_is_shown_as_one() -> None:
    shown: list[str] = []
    meter = Meter(Budget(**Limits().model_dump()), shown.append)
    sign = "\N{SNOWMAN}".encode()
    meter.take_output(sign[:1])
    meter.take_output(sign[1:] + b"\xff" + sign[:2])
    meter.begin_test(None)  # nothing of one test reaches the next
    meter.take_output(b".")
    assert "".join(shown) == "\N{SNOWMAN}\N{REPLACEMENT CHARACTER}."
