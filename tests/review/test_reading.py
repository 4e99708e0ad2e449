from pathlib import Path

import pytest

from harness.catalog import Problem
from harness.errors import RefusedError, WrongUseError
from harness.review.reading import demand_readable, reading
from harness.review.syntax.definitions import SourceFile
from tests.review.recorded import Record, reference


def test_nothing_is_read_while_the_sitting_runs(record: Record) -> None:
    with pytest.raises(RefusedError, match="not over"):
        demand_readable(record("practice").sitting, 1, confirmed=True)


def test_an_exam_asks_before_it_shows(record: Record, kvs: Problem) -> None:
    sitting = record("exam").finish(10)
    with pytest.raises(RefusedError, match="This was an exam"):
        demand_readable(sitting, 1, confirmed=False)
    demand_readable(sitting, 1, confirmed=True)


def test_a_level_that_was_never_opened_asks_too(record: Record, kvs: Problem) -> None:
    sitting = record("practice").finish(10)
    demand_readable(sitting, 1, confirmed=False)
    with pytest.raises(RefusedError, match="Level 2 was never opened"):
        demand_readable(sitting, 2, confirmed=False)
    with pytest.raises(WrongUseError, match="no level 9"):
        demand_readable(sitting, 9, confirmed=True)


def test_the_reference_lies_beside_ones_own_file(record: Record, kvs: Problem) -> None:
    sitting = record("practice")
    sitting.run(5, reference(kvs, 1, "frozen_rows"))
    sitting.run(9, reference(kvs, 2, "frozen_rows"))
    sitting.finish(10)
    read = reading(sitting.sitting, 2)
    assert read.reference == reference(kvs, 2)
    assert (read.own, read.submission) == (reference(kvs, 2, "frozen_rows"), 2)
    assert "ordering with complete tie rules" in read.remarks
    own = SourceFile(read.own)
    counterparts = {part.name: part.own for part in read.parts}
    lines = counterparts["KeyValueStore.scan"]
    assert lines is not None
    assert "def scan" in own.excerpt(lines.first, lines.last)
    assert counterparts["KeyValueStore._fields"] is None
    new = [read.reference.splitlines()[line - 1] for line in read.new_lines]
    assert any("def scan_values" in line for line in new)
    assert not any("def delete" in line for line in new)


def test_a_level_without_a_submission_shows_the_reference_alone(
    record: Record, kvs: Problem
) -> None:
    read = reading(record("practice").finish(10), 1)
    assert (read.own, read.submission, read.new_lines) == ("", None, ())


def test_a_page_that_is_no_utf8_is_shown_with_its_strange_bytes_replaced(
    record: Record, kvs: Problem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.md"
    page.write_bytes("### Level 1\n\nA map of maps, na\xefvely.\n".encode("latin-1"))
    monkeypatch.setattr(Problem, "instructor_page", page)
    read = reading(record("practice").finish(10), 1)
    assert read.remarks == "A map of maps, na\N{REPLACEMENT CHARACTER}vely."
