"""new, add-level; a problem named by its folder."""

from pathlib import Path

from harness.catalog import Problem
from tests.cli.conftest import Run


def test_a_problem_is_begun_and_says_what_comes_next(harness: Run, work: Path) -> None:
    answer = harness("new", "lift")
    assert answer.code == 0
    assert all((work / line).is_file() for line in answer.out.splitlines())
    assert "`harness verify problems/lift`" in answer.err
    proof = harness("verify", "problems/lift", "--json")
    assert proof.code == 1
    first = proof.json["findings"][0]
    assert (first["check"], first["severity"], first["line"]) == ("unfinished", "error", 6)


def test_a_level_is_added_to_the_problem_of_a_folder(harness: Run, work: Path) -> None:
    harness("new", "lift", "--dir", ".", "--class", "Elevator")
    answer = harness("add-level", "./lift", "--json")
    assert answer.code == 0
    assert answer.json["folder"] == "lift"
    assert "lift/level_2/statement.md" in answer.json["files"]
    assert "`harness verify ./lift`" in answer.err
    assert "class Elevator" in (work / "lift/submissions/accepted/level_2.py").read_text()


def test_an_id_in_use_is_refused(harness: Run, work: Path) -> None:
    answer = harness("new", "counter")
    assert (answer.code, answer.out) == (3, "")
    assert "'counter' is taken" in answer.err
    assert list(work.iterdir()) == []


def test_a_problem_begins_as_a_copy(harness: Run, work: Path, problem: Problem) -> None:
    assert harness("new", "tally", "--from", "counter", "--class", "Tally").code == 2
    assert harness("new", "tally", "--from", "countr").code == 2
    assert harness("new", "tally", "--from", "counter").code == 0
    assert harness("spec", "problems/tally", 3).out == problem.levels[2].statement


def test_a_folder_that_is_no_problem(harness: Run, work: Path) -> None:
    answer = harness("spec", "./nothing")
    assert answer.code == 2
    assert "nothing/problem.toml: missing" in answer.err


def test_settings_name_folders_of_problems(harness: Run, work: Path, tmp_path: Path) -> None:
    harness("new", "lift", "--dir", tmp_path / "own")
    (tmp_path / "settings.toml").write_text('problems = ["own", "gone"]\n')
    answer = harness("problems", "--json")
    assert "lift" in {problem["id"] for problem in answer.json}
    assert f"{tmp_path / 'gone'}: no such folder" in answer.err


def test_a_report_names_its_problem_for_good(harness: Run, problem: Problem) -> None:
    report = harness("grade", "counter", problem.reference(3), "--json").json
    assert report["problem_uuid"] == str(problem.uuid)
    assert report["problem_version"] == problem.version
