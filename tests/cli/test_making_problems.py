"""new, add-level; a problem named by its folder."""

import io
from pathlib import Path

import pytest

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


@pytest.fixture
def found(tmp_path: Path) -> Path:
    """A suite of one level with two files that could be the reference."""
    top = tmp_path / "tally-counter"
    top.mkdir()
    (top / "README.md").write_text("# Tally\n\nCount.\n\n>>> Tally().count()\n1\n")
    (top / "test_tally.py").write_text(
        "from tally import Tally\n\n\ndef test_it():\n    assert Tally().count() == 1\n"
    )
    solution = "class Tally:\n    def count(self):\n        return {}\n"
    (top / "tally.py").write_text(solution.format("len('x')"))
    (top / "older.py").write_text(solution.format("int('1')"))
    return top


def test_a_suite_is_adopted_when_it_is_clear(harness: Run, found: Path, work: Path) -> None:
    answer = harness("adopt", found)
    assert (answer.code, answer.out) == (2, "")
    assert harness("adopt", found, "--id", "counter").code == 3
    assert "which file solves every level? Say which with `--reference`" in answer.err
    answer = harness("adopt", found, "--reference", found / "tally.py")
    assert answer.code == 0
    assert "`harness verify problems/tally_counter`" in answer.err
    tests = work / "problems/tally_counter/level_1/test_hidden.py"
    assert tests.read_bytes() == (found / "test_tally.py").read_bytes()
    assert harness("grade", "problems/tally_counter", found / "older.py").code == 0


def test_in_a_terminal_what_is_unclear_is_asked(
    harness: Run, found: Path, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = io.StringIO("tally\n3\n2\n")
    monkeypatch.setattr(typed, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", typed)
    answer = harness("adopt", found, "--id", "tally", "--json")
    assert answer.code == 0
    assert answer.json["folder"] == "problems/tally"
    assert answer.err.count("1 to 2: ") == 3
    assert "int('1')" not in (work / "problems/tally/submissions/accepted/level_1.py").read_text()
    typed.truncate(0)
    assert harness("adopt", found, "--id", "again").code == 130


def test_one_left_out_for_another_of_its_name_is_not_proved_by_it(harness: Run, work: Path) -> None:
    for folder in ("first", "second"):
        harness("new", "lift", "--dir", folder)
    answer = harness("verify", "lift", "--problems", "first", "--problems", "second")
    assert answer.code == 1
    headlines = [line for line in answer.out.splitlines() if line.startswith("lift: ")]
    assert headlines[0] == "lift: not sound, 1 finding"
    taken = f"second/lift: the id 'lift' is taken by {work / 'first' / 'lift'}; rename"
    assert taken in answer.out
    assert len(headlines) == 2


def test_the_others_are_proved_when_a_path_is_no_problem(harness: Run, work: Path) -> None:
    harness("new", "lift")
    harness("new", "tram")
    (work / "problems" / "tram" / "problem.toml").write_text("format = 1\nname = \n")
    (work / "problems" / "notes").mkdir()
    paths = [f"problems/{name}/" for name in ("notes", "lift", "tram", "gone")]
    answer = harness("verify", *paths, "--junit", "proofs.xml")
    assert answer.code == 2
    headlines = [line for line in answer.out.splitlines() if "sound" in line and "[" not in line]
    assert [line.partition(",")[0] for line in headlines] == ["tram: not sound", "lift: not sound"]
    assert "problems/tram/problem.toml:2: not valid TOML" in answer.out
    said = [line for line in answer.err.splitlines() if "problem.toml: missing" in line]
    assert [name for name in ("notes", "gone") if any(f"/{name}/" in line for line in said)] == [
        "notes",
        "gone",
    ]
    assert 'name="cannot-be-loaded"' in (work / "proofs.xml").read_text()
    assert harness("verify", "problems/tram/").code == 1
