"""While a problem is written, every save proves again what it touched, and no more."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.authoring.proving.reproof import News, Reproof
from harness.catalog import load_problem
from tests.authoring.conftest import rewrite, write_sound_problem

Told = list[tuple[str, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_sound_problem(tmp_path)


@pytest.fixture
def reproof(folder: Path) -> Iterator[Reproof]:
    with Reproof(load_problem(folder)) as reproof:
        settle(reproof)
        yield reproof


def settle(reproof: Reproof) -> list[News]:
    """Look twice, and run whatever is in line then."""
    news = [told for _ in range(2) if (told := reproof.notice_saves()) is not None]
    while reproof.waiting:
        news.append(reproof.prove_next())
    return news


def kinds(findings: Iterator[News] | list[News]) -> Told:
    return [
        (word, finding.check)
        for news in findings
        for word, told in (("appeared", news.appeared), ("mended", news.mended))
        for finding in told
    ]


def in_line(reproof: Reproof) -> int:
    """How many checks a save has put in line, once it is believed."""
    reproof.notice_saves()
    reproof.notice_saves()
    return reproof.waiting


def test_a_sound_problem_has_nothing_to_tell(reproof: Reproof) -> None:
    assert reproof.findings == []
    assert settle(reproof) == []


def test_a_statement_touches_its_examples_and_what_reads_all_statements(
    reproof: Reproof, folder: Path
) -> None:
    statement = folder / "level_2" / "statement.md"
    was = statement.read_text()
    statement.write_text(was.replace("True", "False"))
    assert in_line(reproof) == 5
    assert kinds(settle(reproof)) == [("appeared", "statement-example")]
    (found,) = reproof.findings
    assert (found.file, found.line) == (statement, 7)
    statement.write_text(was)
    assert kinds(settle(reproof)) == [("mended", "statement-example")]
    assert reproof.findings == []


def test_a_submission_touches_no_other(reproof: Reproof, folder: Path) -> None:
    rewrite(folder / "submissions" / "wrong_answer" / "says_two.py", "return 2", "return 1")
    assert in_line(reproof) == 2  # itself, and what is still marked in it
    assert kinds(settle(reproof)) == [("appeared", "verdict-differs")]


@pytest.mark.slow
def test_a_levels_tests_prove_that_level_first(reproof: Reproof, folder: Path) -> None:
    tests = folder / "level_2" / "test_hidden.py"
    rewrite(tests, "'counter'", "'x'")
    assert in_line(reproof) > 20
    first = reproof.prove_next()
    assert [finding.check for finding in first.appeared] == ["reference-fails"]
    assert reproof.waiting
    rewrite(tests, "'x'", "'counter'")
    settle(reproof)
    assert reproof.findings == []


@pytest.mark.slow
def test_a_file_that_is_new_is_proved_and_one_that_is_gone_is_forgotten(
    reproof: Reproof, folder: Path
) -> None:
    wrong = folder / "submissions" / "wrong_answer"
    (wrong / "right.py").write_text((wrong / "says_two.py").read_text().replace("2\n", "1\n"))
    assert kinds(settle(reproof)) == [("appeared", "verdict-differs")]
    (wrong / "right.py").unlink()
    settle(reproof)
    assert reproof.findings == []


@pytest.mark.slow
def test_a_problem_that_breaks_is_one_finding_until_it_loads_again(
    reproof: Reproof, folder: Path
) -> None:
    manifest = folder / "problem.toml"
    was = manifest.read_text()
    manifest.write_text(was + "\nminuets = 3\n")
    assert kinds(settle(reproof)) == [("appeared", "cannot-be-loaded")]
    manifest.write_text(was)
    assert kinds(settle(reproof)) == [("mended", "cannot-be-loaded")]


@pytest.mark.slow
def test_a_half_written_test_file_is_no_end(reproof: Reproof, folder: Path) -> None:
    tests = folder / "level_1" / "test_hidden.py"
    rewrite(tests, "def ", "def (")
    settle(reproof)
    faults = [each for each in reproof.findings if each.check == "test-at-fault"]
    assert [(fault.file, fault.line) for fault in faults] == [(tests, 4)]
    rewrite(tests, "def (", "def ")
    settle(reproof)
    assert reproof.findings == []
