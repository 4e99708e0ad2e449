"""status, submit, pause, resume, finish: which sitting they mean and what they answer."""

import re
from pathlib import Path

import pytest

from harness.catalog import Problem
from harness.session import Store, SystemClock
from tests.cli.conftest import Run, solve


def test_without_a_sitting_every_command_says_how_to_begin(harness: Run) -> None:
    for command in ("status", "submit", "pause", "resume", "finish"):
        answer = harness(command)
        assert (answer.code, answer.out) == (2, "")
        assert answer.err == (
            "harness: No sitting is running: `harness start PROBLEM` begins one.\n"
        )


def test_the_status_page_is_aligned_and_tells_what_is_next(harness: Run) -> None:
    harness("start", "counter")
    lines = harness("status").out.splitlines()
    head, first, second = lines[3:6]
    assert head.split() == ["level", "passed", "points", "time", "guide"]
    assert first.startswith("1  Count  open")
    assert second.startswith("2  Names  locked")
    assert head.index("points") + 6 == first.index("0 of 100") + 8
    assert lines[-1] == "next   Read level_1/statement.md, extend solution.py and submit."


def test_a_folder_inside_means_the_same_sitting(
    harness: Run, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = harness("start", "counter", "--json").json["session"]
    monkeypatch.chdir(work / "level_1")
    assert harness("status", "--json").json["session"] == session
    monkeypatch.chdir(work.parent)
    assert harness("status", "--json").json["session"] == session  # the only one running


def test_of_several_one_must_be_named(harness: Run, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    harness("start", "counter", "--dir", one)
    session = harness("start", "counter", "--dir", two, "--json").json["session"]
    answer = harness("status")
    assert answer.code == 2
    assert str(one) in answer.err
    assert str(two) in answer.err
    assert harness("status", "--dir", two, "--json").json["session"] == session
    assert harness("status", "--dir", tmp_path / "three").code == 2


def test_an_exam_cannot_be_paused(harness: Run) -> None:
    harness("start", "counter")
    answer = harness("pause")
    assert (answer.code, answer.out) == (3, "")
    assert "never stops" in answer.err


def test_practice_is_paused_and_goes_on(harness: Run) -> None:
    harness("start", "counter", "--mode", "practice")
    assert "the clock stands" in harness("pause").out
    assert harness("submit").code == 3
    assert harness("pause").code == 3
    assert harness("resume", "--json").json["phase"] == "running"
    assert harness("resume").code == 0  # nothing stood, nothing waits: it only shows the page


def test_resume_puts_back_what_is_missing_and_nothing_else(harness: Run, work: Path) -> None:
    harness("start", "counter")
    (work / "level_1" / "statement.md").unlink()
    (work / "solution.py").write_text("mine")
    assert harness("resume").code == 0
    assert (work / "level_1" / "statement.md").is_file()
    assert (work / "solution.py").read_text() == "mine"


def test_resume_lists_all_sittings(harness: Run, tmp_path: Path) -> None:
    assert "No sitting yet" in harness("resume", "--list").out
    harness("start", "counter", "--dir", tmp_path / "one")
    harness("finish")
    harness("start", "counter", "--dir", tmp_path / "two", "--mode", "practice")
    harness("pause")
    listed = harness("resume", "--list", "--json").json
    assert {(entry["folder"], entry["mode"], entry["phase"]) for entry in listed} == {
        (str(tmp_path / "one"), "exam", "finished"),
        (str(tmp_path / "two"), "practice", "paused"),
    }
    page = harness("resume", "--list").out.splitlines()
    assert page[0].split() == ["started", "problem", "mode", "phase", "folder"]
    assert len(page) == 3


def test_a_missing_solution_is_wrong_use_and_no_submission(harness: Run, work: Path) -> None:
    harness("start", "counter")
    (work / "solution.py").unlink()
    answer = harness("submit")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        f"harness: {work}/solution.py: missing; save the solution under this name.\n"
    )
    assert harness("status", "--json").json["submissions"] == 0


def test_submit_shows_score_and_what_opened(harness: Run, work: Path, problem: Problem) -> None:
    harness("start", "counter")
    solve(problem, 1, work)
    answer = harness("submit")
    assert (answer.code, answer.err) == (0, "")
    assert "level 1: 3 of 3 tests pass\n" in answer.out
    assert "score 100 of 500\n" in answer.out
    assert "level 2 is open\n" in answer.out
    page = harness("status").out
    assert re.search("^1  Count +passed +3 of 3 +100 of 100 ", page, re.MULTILINE)
    assert "score  100 of 500, from 1 submission\n" in page
    assert "level 1: 2 of 2 scored tests \N{MULTIPLICATION SIGN} 100 points = 100\n" in page


def test_practice_tells_what_hidden_tests_saw(harness: Run, work: Path) -> None:
    harness("start", "counter", "--mode", "practice")
    (work / "solution.py").write_text("class Counter:\n    def count(self): return 42\n")
    answer = harness("submit")
    assert answer.code == 1
    assert answer.out.count("count()  →  42") == 3


def test_a_finished_sitting_is_shown_and_refuses_the_rest(harness: Run) -> None:
    harness("start", "counter")
    assert harness("finish").code == 0
    assert harness("status", "--json").json["phase"] == "finished"
    for command in ("submit", "finish", "pause"):
        answer = harness(command)
        assert (answer.code, answer.out) == (3, "")


def test_a_fault_of_the_problem_is_no_verdict_and_resume_grades_again(
    harness: Run, work: Path, problem: Problem
) -> None:
    harness("start", "counter")
    solve(problem, 1, work)
    tests = problem.folder / "level_1" / "test_hidden.py"
    sound = tests.read_text()
    tests.write_text("import nonesuch\n")
    assert harness("submit").code == 4
    assert harness("status", "--json").json["score"] == 0
    tests.write_text(sound)
    assert harness("resume", "--json").json["score"] == 100


def test_whichever_command_looks_first_records_that_time_is_up(
    harness: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = harness("start", "counter", "--minutes", 1, "--json").json["started_at"]
    now = SystemClock().read()
    later = now.model_copy(update={"wall": began + 61_000, "boot": now.boot + 61_000})
    monkeypatch.setattr(SystemClock, "read", lambda clock: later)
    assert harness("status", "--json").json["phase"] == "time is up"
    with Store() as store:
        (entry,) = store.sittings()
    assert entry.finished is not None
    assert entry.finished.at == began + 60_000
    assert harness("submit").code == 3


def test_a_problem_that_is_gone_is_told(harness: Run, problem: Problem) -> None:
    harness("start", "counter")
    problem.folder.rename(problem.folder.parent / "away")
    answer = harness("status")
    assert answer.code == 2
    assert "counter" in answer.err


def test_own_tests_run_beside_the_solution(harness: Run, work: Path) -> None:
    harness("start", "counter")
    answer = harness("mine")
    missing = f"harness: {work}/my_tests.py: missing; save your own tests under this name.\n"
    assert (answer.code, answer.err) == (2, missing)
    (work / "my_tests.py").write_text("def test_one(): assert 1 + 1 == 2\n")
    answer = harness("mine")
    assert (answer.code, answer.out.splitlines()[-1]) == (0, "1 of 1 of your own tests pass")
    (work / "my_tests.py").write_text("def test_one(): assert 1 + 1 == 3\n")
    answer = harness("mine", "--json")
    assert answer.code == 1
    assert answer.json["tests"][0]["line"] == 1
