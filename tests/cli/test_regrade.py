"""The same again after the problem changed: what changed for whom, and nothing overwritten."""

import csv
import json
import sys
from pathlib import Path

import pytest

from harness.catalog import Problem
from tests.cli.conftest import Run, solve

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a class needs isolation")

LENIENT = "from solution import Counter\n\n\ndef test_hidden_0():\n    assert Counter().count()\n"


@pytest.fixture
def students(work: Path, problem: Problem) -> Path:
    folder = work / "class"
    folder.mkdir()
    (folder / "ann.py").write_bytes(problem.reference(1).read_bytes())
    (folder / "ben.py").write_text("class Counter:\n    def count(self):\n        return 42\n")
    (folder / "cyd.py").symlink_to("ann.py")
    return folder


def change(problem: Problem) -> None:
    (problem.folder / "level_1" / "test_hidden.py").write_text(LENIENT)


def test_a_class_graded_again_keeps_both_results(
    harness: Run, students: Path, problem: Problem
) -> None:
    assert harness("grade", "counter", students, "--level", 1).code == 1
    results = students.with_name("class-results")
    before = (results / "results.csv").read_bytes()
    for file in students.iterdir():
        file.unlink()  # a ledger needs nothing else
    change(problem)
    answer = harness("regrade", results)
    assert answer.code == 1
    assert "ben         0 → 100  wrong answer\n" in answer.out
    assert "ann" not in answer.out
    assert "1 of 3 changed since run 1" in answer.out
    assert (results / "results.csv").read_bytes() == before
    with (results / "regrade-2.csv").open(newline="", encoding="utf-8-sig") as opened:
        lines = {line["submission"]: line for line in csv.DictReader(opened)}
    assert {name: (line["score_before"], line["score"]) for name, line in lines.items()} == {
        "ann": ("100", "100"),
        "ben": ("0", "100"),
        "cyd": ("", ""),
    }
    again = harness("regrade", results, "--json")
    assert "2 of 2 submissions are graded already" in again.err
    told = {row["name"]: row for row in map(json.loads, again.out.splitlines())}
    assert (told["ben"]["before"]["score"], told["ben"]["report"]["score"]) == (0, 100)
    assert not (results / "regrade-3.csv").exists()
    assert harness("regrade", results, "--run", 7).code == 2


def test_where_nothing_changed_the_answer_is_yes(
    harness: Run, students: Path, problem: Problem
) -> None:
    (students / "cyd.py").unlink()
    harness("grade", "counter", students, "--level", 1)
    answer = harness("regrade", students.with_name("class-results"))
    assert (answer.code, answer.out) == (0, "0 of 2 changed since run 1\n")
    assert "nothing that run 1 rests on has changed" in answer.err


def test_who_handed_in_nothing_to_grade_has_not_changed(
    harness: Run, students: Path, problem: Problem
) -> None:
    assert harness("grade", "counter", students, "--level", 1).code == 1
    answer = harness("regrade", students.with_name("class-results"))
    assert (answer.code, answer.out) == (0, "0 of 3 changed since run 1\n")


def test_a_sitting_graded_again_keeps_its_recorded_score(
    harness: Run, problem: Problem, work: Path
) -> None:
    harness("start", "counter", "--dir", work / "sitting")
    solution = work / "sitting" / "solution.py"
    solution.write_text("class Counter:\n    def count(self):\n        return 42\n")
    harness("submit", "--dir", work / "sitting")
    solve(problem, 1, work / "sitting")
    harness("submit", "--dir", work / "sitting")
    (past,) = harness("history", "--json").json
    assert harness("regrade", past["session"]).code == 3  # it still goes on
    harness("finish", "--dir", work / "sitting")
    exported = harness("export", past["session"]).out
    change(problem)
    (work / "sitting.json").write_text(exported)
    answer = harness("regrade", past["session"])
    assert answer.code == 1
    assert answer.out.splitlines() == [
        "submission 1: 0 → 100, wrong answer",
        f"{past['session']} (counter): score 100, now 100; the recorded score stays.",
    ]
    told = harness("regrade", work / "sitting.json", "--json").json
    assert (told["score_before"], told["score"]) == (100, 100)
    assert [each["now"]["score"] for each in told["submissions"]] == [100, 100]
    assert harness("export", past["session"]).out == exported


def test_another_problem_of_the_same_name_judges_nothing(
    harness: Run, students: Path, problem: Problem
) -> None:
    harness("grade", "counter", students, "--level", 1)
    manifest = problem.folder / "problem.toml"
    manifest.write_text(manifest.read_text().replace("3f0c2a52", "3f0c2a53"))
    answer = harness("regrade", students.with_name("class-results"))
    assert (answer.code, answer.out) == (2, "")
    assert "another problem of that name" in answer.err


def test_what_cannot_be_regraded(harness: Run, work: Path) -> None:
    (work / "noise.json").write_text("{}")
    for target in ("nonesuch", work / "noise.json", work):
        answer = harness("regrade", target)
        assert (answer.code, answer.out) == (2, ""), target
    for target in ("gone/class-results", "gone.json"):
        answer = harness("regrade", target)
        assert (answer.code, answer.out) == (2, "")
        assert f"{target}: missing; name a folder of results or an exported sitting." in answer.err
