"""While a problem is written, every save proves again what it touched, and no more."""

import os
import signal
import threading
import time
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


READS_DATA = """import json
from pathlib import Path
from solution import Counter
from .names import SUFFIX

def test_hidden_0():
    [name] = json.loads((Path(__file__).parent / "names.json").read_text())
    assert Counter().name() + SUFFIX == name
"""


def test_data_beside_tests_touches_whatever_runs_them(reproof: Reproof, folder: Path) -> None:
    (folder / "level_2" / "names.json").write_text('["counter"]')
    assert in_line(reproof) > 20


@pytest.mark.slow
@pytest.mark.parametrize("gone", [False, True])
@pytest.mark.parametrize("data", ["names.json", "names.py"])
def test_what_tests_read_or_share_proves_them_again(folder: Path, data: str, gone: bool) -> None:
    level = folder / "level_2"
    (level / "test_hidden.py").write_text(READS_DATA)
    (level / "names.json").write_text('["counter"]')
    (level / "names.py").write_text('SUFFIX = ""\n')
    with Reproof(load_problem(folder)) as reproof:
        settle(reproof)
        found = reproof.findings
        was = (level / data).read_text()
        if gone:
            (level / data).unlink()
        else:
            rewrite(level / data, '"', '"x')
        told = kinds(settle(reproof))
        assert {"reference-fails", "test-at-fault"} & {check for _, check in told}
        (level / data).write_text(was)
        settle(reproof)
        assert reproof.findings == found


def test_what_an_editor_lays_beside_a_test_proves_nothing_again(
    reproof: Reproof, folder: Path
) -> None:
    for name in ("test_hidden.py~", "#test_hidden.py#", ".test_hidden.py.swp"):
        (folder / "level_1" / name).write_text("x = 1\n")
    assert in_line(reproof) == 0
    assert reproof.findings == []


def test_processes_that_die_between_two_saves_are_not_missed(
    reproof: Reproof, folder: Path
) -> None:
    started = _children()
    assert len(started) >= 2  # started ahead: the next grader's, and that of dry runs
    for killed in started:
        os.kill(killed, signal.SIGKILL)
        while Path(f"/proc/{killed}/stat").read_text().rpartition(")")[2].split()[0] != "Z":
            time.sleep(0.01)
    rewrite(folder / "level_2" / "test_hidden.py", "'counter'", "'x'")
    told = kinds(settle(reproof))
    assert ("appeared", "reference-fails") in told
    assert "test-at-fault" not in {check for _, check in told}


def _children() -> list[int]:
    """Processes that this one has started, and that still run."""
    told = Path(f"/proc/self/task/{threading.main_thread().native_id}/children").read_text()
    return [int(each) for each in told.split()]


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
    assert kinds(settle(reproof)) == [("mended", "verdict-differs")]
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
