"""What a person learns after a sitting, as they command it."""

from pathlib import Path

import pytest

from harness.catalog import Problem
from harness.session import SystemClock
from tests.cli.conftest import Run, solve


@pytest.fixture
def ended(harness: Run, work: Path, problem: Problem) -> str:
    """A sitting in this folder in which level 1 passed and level 2 did not; its id."""
    harness("start", "counter")
    solve(problem, 1, work)
    harness("submit")
    (work / "solution.py").write_text((work / "solution.py").read_text() + "    data = {}\n")
    harness("submit")
    harness("finish")
    return str(harness("status", "--json").json["session"])


def test_a_review_is_text_facts_and_a_page(harness: Run, work: Path, ended: str) -> None:
    told = harness("review")
    assert (told.code, told.err) == (0, "")
    assert all(len(line) <= 80 for line in told.out.splitlines())
    for title in ("GROWTH", "HABITS", "PACE", "CONCEPTS"):
        assert f"\n{title}\n" in told.out
    facts = harness("review", "--json").json
    assert facts["summary"]["session"] == ended
    assert [level["runs"] for level in facts["pace"]["levels"]] == [1, 1]
    written = harness("review", "--html", "review.html")
    assert (written.code, written.out) == (0, "")
    assert (work / "review.html").read_text().startswith("<!doctype html>")
    assert harness("review", "--html", "review.html").code == 3
    assert harness("review", "--html", "nowhere/review.html").code == 2


def test_a_review_is_found_by_folder_by_id_or_as_the_last(
    harness: Run, ended: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ended in harness("review", ended).out
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert ended in harness("review").out
    assert harness("review", "nobody").code == 2


def test_own_tests_that_cannot_be_read_are_left_out(harness: Run, work: Path, ended: str) -> None:
    tests = work / "my_tests.py"
    tests.symlink_to("/proc/self/mem")  # opens, and refuses to be read, the superuser too
    assert harness("review").code == 0
    told = harness("review", "--own-tests")
    assert "no my_tests.py that can be read" in " ".join(told.out.split())
    tests.unlink()
    tests.mkdir()
    assert harness("review", "--own-tests").out == told.out
    tests.rmdir()
    tests.write_bytes("# é\n".encode("latin-1"))
    assert "Not valid UTF-8" in harness("review", "--own-tests").out


def test_there_is_nothing_to_review_before_the_end(
    harness: Run, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert harness("review").code == 2
    harness("start", "counter")
    answer = harness("review")
    assert (answer.code, answer.out) == (3, "")
    assert "`harness finish`" in answer.err
    late = SystemClock.read(SystemClock())

    def read(_: SystemClock) -> object:
        return late.model_copy(
            update={
                name: getattr(late, name) + 91 * 60_000 for name in ("wall", "monotonic", "boot")
            }
        )

    monkeypatch.setattr(SystemClock, "read", read)
    assert harness("review").code == 0


def test_an_exams_reference_is_read_only_on_confirmation(harness: Run, ended: str) -> None:
    refused = harness("review", "--reference", 1)
    assert (refused.code, refused.out) == (3, "")
    assert "--yes" in refused.err
    assert harness("review", "--reference", 3).code == 3
    shown = harness("review", "--reference", 2, "--yes")
    assert shown.code == 0
    assert "+     def name(self):" in shown.out
    assert "Yours, submission 2" in shown.out
    assert harness("review", "--reference", 2, "--yes", "--json").json["new_lines"] == [5, 6]
    assert harness("review", "--reference", 9, "--yes").code == 2


def test_another_sitting_of_the_problem_keeps_its_levels_locked(
    harness: Run, ended: str, tmp_path: Path
) -> None:
    harness("start", "counter", "--dir", tmp_path / "second")
    answer = harness("review", ended, "--reference", 2, "--yes")
    assert (answer.code, answer.out) == (3, "")
    assert "locked" in answer.err


def test_the_form_of_a_review_is_published(harness: Run) -> None:
    schema = harness("schema", "review").json
    assert {"growth", "habits", "pace", "concepts", "own_tests", "integrity"} <= set(
        schema["properties"]
    )
