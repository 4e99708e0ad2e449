"""Own tests: wrong ones are told, and which mistakes the right ones would have noticed."""

import pytest

from harness.catalog import Problem
from harness.review.material import material
from harness.review.own_tests import own_tests
from harness.review.own_tests import strength as strength_module
from harness.review.own_tests.mistakes import MUTANTS, known_mistakes, small_changes
from harness.review.section import Section
from tests.review.recorded import Record, reference

HEAD = "from solution import KeyValueStore\n\n\n"
READS = "def test_reads():\n    s = KeyValueStore()\n    s.set('a', 'b', 'c')\n    assert s.get('a', 'b') == 'c'\n"
EMPTY = "\n\ndef test_empty():\n    s = KeyValueStore()\n    s.set('a', 'b', '')\n    assert s.get('a', 'b') == ''\n"
DELETES = "\n\ndef test_absent():\n    assert KeyValueStore().delete('a', 'b') is False\n"
WRONG = "\n\ndef test_wrong():\n    assert KeyValueStore().get('a', 'b') == ''\n"


@pytest.fixture
def looked(record: Record, kvs: Problem, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Review the own tests of somebody who stayed at level 1, on the known mistakes alone."""
    monkeypatch.setattr(strength_module, "SECONDS", -1.0)

    def look(tests: str | None) -> Section:
        sitting = record()
        sitting.run(10, reference(kvs, 1), "1")
        if tests is not None:
            (sitting.folder / "my_tests.py").write_text(tests)
        return own_tests(material(sitting.finish(11)))

    return look


def test_without_own_tests_it_says_so(looked) -> None:  # type: ignore[no-untyped-def]
    section = looked(None)
    assert section.remarks == ()
    assert "my_tests.py" in section.silence


def test_tests_that_cannot_be_run_are_told_with_the_reason(looked) -> None:  # type: ignore[no-untyped-def]
    section = looked("def test_x(:\n    pass\n")
    assert section.remarks == ()
    assert "SyntaxError" in section.silence


def test_a_test_that_the_reference_fails_is_told_with_its_line(looked) -> None:  # type: ignore[no-untyped-def]
    wrong, _, missed = looked(HEAD + READS + WRONG).remarks
    assert wrong.kind == "own_tests.wrong"
    [place] = wrong.places
    assert (place.file, place.test) == ("my_tests.py", "test_wrong")
    assert place.excerpt.strip() == "assert KeyValueStore().get('a', 'b') == ''"
    # It fails on wrong programs too, which says nothing.
    assert missed.kind == "own_tests.missed"


def test_a_missed_mistake_is_named_by_its_head(looked, kvs: Problem) -> None:  # type: ignore[no-untyped-def]
    _, missed = looked(HEAD + READS).remarks
    known = {mistake.file: mistake.name for mistake in known_mistakes(kvs, 1)}
    assert known
    assert {place.file for place in missed.places} == set(known)
    for place in missed.places:
        assert place.excerpt == known[place.file]
    assert "falsy" in missed.sentence


def test_tests_that_notice_every_known_mistake_are_praised(looked) -> None:  # type: ignore[no-untyped-def]
    [remark] = looked(HEAD + READS + EMPTY + DELETES).remarks
    assert (remark.kind, remark.tone) == ("own_tests.strong", "well")


@pytest.mark.slow
def test_a_mistake_is_tried_only_with_the_tests_of_its_level(kvs: Problem) -> None:
    # A wrong level 1 has no scan: that its tests fail there says nothing of the mistake.
    scans = "\n\ndef test_scan():\n    assert KeyValueStore().scan('a') == []\n"
    found = strength_module.strength(kvs, 2, (HEAD + scans).encode())
    assert all(mistake.level == 2 for mistake in found.noticed)


def test_small_changes_are_a_bounded_sample_of_real_ones(kvs: Problem) -> None:
    source = kvs.reference(2).read_bytes()
    changes = small_changes(kvs, 2)
    assert 10 < len(changes) <= MUTANTS
    assert len({change.source for change in changes} - {source}) == len(changes)
    assert {"scan", "scan_values"} <= {change.name for change in changes}


@pytest.mark.slow
def test_small_changes_that_go_unnoticed_are_told_by_method(record: Record, kvs: Problem) -> None:
    sitting = record()
    sitting.run(10, reference(kvs, 1), "1")
    (sitting.folder / "my_tests.py").write_text(HEAD + READS)
    changes = own_tests(material(sitting.finish(11))).remarks[-1]
    assert changes.kind == "own_tests.changes"
    assert "`delete`" in changes.sentence
    assert kvs.reference(1).read_text() not in changes.places[0].excerpt
