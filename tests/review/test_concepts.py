from collections.abc import Callable

from harness.catalog import Catalog, Problem
from harness.review import Review
from harness.review.concepts.tagged import tags_by_level
from harness.session import Sitting
from tests.review.recorded import Record, Recording, reference

Reviewed = Callable[[Sitting], Review]
BOUNDARIES = ("test_get_is_none_at_the_moment_of_expiry_and_after", "test_ttl_zero_is_gone_at_once")


def play(sitting: Recording, problem: Problem, *failing: str, levels: int = 4) -> Sitting:
    """Every level in ten minutes; these tests fail at the last one."""
    for level in range(1, levels + 1):
        sitting.run(10 * level, reference(problem, level), *(failing if level == levels else ()))
    return sitting.finish(10 * levels + 1)


def test_what_fails_is_practised_on_another_problem_next(
    record: Record, kvs: Problem, reviewed: Reviewed
) -> None:
    review = reviewed(play(record(), kvs, *BOUNDARIES, levels=3))
    (remark,) = review.concepts.remarks
    assert remark.sentence.startswith("boundary: 2 of 22 tests fail in the best submission.")
    assert {place.test.partition("::")[2] for place in remark.places} == set(BOUNDARIES)
    (practice,) = review.concepts.practice
    assert practice.problem != "key_value_store"
    assert practice.level is None  # it was never sat: a drill would spoil it


def test_a_problem_that_was_sat_is_drilled(
    record: Record, kvs: Problem, built_in: Catalog, reviewed: Reviewed
) -> None:
    play(record("practice", built_in.problem("bank")), built_in.problem("bank"))
    review = reviewed(play(record(), kvs, *BOUNDARIES, levels=3))
    (practice,) = review.concepts.practice
    assert practice.problem == "bank"
    assert practice.command == f"harness start bank --mode drill --level {practice.level}"
    assert practice.level is not None
    assert practice.tag in tags_by_level(built_in.problem("bank"))[practice.level]


def test_what_is_held_is_due_later_and_what_is_not_first(
    record: Record, kvs: Problem, reviewed: Reviewed
) -> None:
    review = reviewed(play(record(), kvs, *BOUNDARIES, levels=3))
    due = {concept.tag: concept.due for concept in review.concepts.concepts}
    assert due["boundary"] < due["prefix"]
    again = reviewed(play(record(), kvs))
    later = {concept.tag: concept.due for concept in again.concepts.concepts}
    assert again.concepts.sittings == 2
    assert later["prefix"] - again.made_at > due["prefix"] - review.made_at


def test_what_keeps_failing_first_is_told_from_earlier_sittings(
    record: Record, kvs: Problem, reviewed: Reviewed
) -> None:
    ids = []
    for _ in range(2):
        sitting = record()
        sitting.run(10, reference(kvs, 1))
        sitting.run(20, reference(kvs, 2), "test_scan_limit_zero_is_empty")
        sitting.run(22, reference(kvs, 2) + "\n")
        ids.append(sitting.finish(30).id)
    review = reviewed(sitting.sitting)
    weak = {remark.sentence.partition(":")[0]: remark for remark in review.concepts.remarks}
    assert "failed at the first full run of 2 of" in weak["limit"].sentence
    assert [place.session for place in weak["limit"].places] == ["", ids[0]]


def test_three_good_exams_on_different_problems_say_stop(
    record: Record, built_in: Catalog, reviewed: Reviewed
) -> None:
    for name in ("key_value_store", "bank", "file_system"):
        problem = built_in.problem(name)
        sitting = play(record("exam", problem), problem)
    review = reviewed(sitting)
    assert review.concepts.ready
    (remark,) = review.concepts.remarks
    assert "Stop preparing" in remark.sentence
    assert len({place.session for place in remark.places}) == 3
    assert not review.concepts.practice


def test_the_same_problem_thrice_does_not_say_stop(
    record: Record, kvs: Problem, reviewed: Reviewed
) -> None:
    for _ in range(3):
        sitting = play(record(), kvs)
    assert not reviewed(sitting).concepts.ready


def test_practice_sittings_do_not_say_stop(
    record: Record, built_in: Catalog, reviewed: Reviewed
) -> None:
    for name in ("key_value_store", "bank", "file_system"):
        problem = built_in.problem(name)
        sitting = play(record("practice", problem), problem)
    assert not reviewed(sitting).concepts.ready
