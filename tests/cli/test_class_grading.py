"""A folder of submissions, graded as an instructor does it."""

import csv
import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from harness.catalog import Problem
from harness.classroom import Row
from harness.cli.telling.progress import Progress
from harness.grading import Grader, Report
from harness.verdict import Verdict
from tests.cli.conftest import Run, solve

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a class needs isolation")

WRONG = "class Counter:\n    def count(self):\n        return 42\n"


@pytest.fixture
def students(work: Path, problem: Problem) -> Path:
    """Three who can be graded, one of them in a folder, and one who cannot."""
    folder = work / "class"
    (folder / "ann").mkdir(parents=True)
    solve(problem, 3, folder / "ann")
    (folder / "ben.py").write_text(WRONG)
    (folder / "cyd.py").write_bytes(bytes(range(256)))
    return folder


def rows(results: Path) -> dict[str, dict[str, str]]:
    with (results / "results.csv").open(newline="", encoding="utf-8-sig") as file:
        return {line["submission"]: line for line in csv.DictReader(file)}


def gradings(results: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(results / "ledger.sqlite")) as database, database:
        found = database.execute("SELECT submission_hash, at FROM gradings ORDER BY 1").fetchall()
    database.close()
    return found


def test_a_class_is_graded_reported_and_never_graded_twice(
    harness: Run, students: Path, problem: Problem
) -> None:
    first = harness("grade", "counter", students)
    assert first.code == 0
    results = students.with_name("class-results")
    assert {name: (line["verdict"], line["score"]) for name, line in rows(results).items()} == {
        "ann": ("accepted", "500"),
        "ben": ("wrong answer", "0"),
        "cyd": ("compile error", "0"),
    }
    assert "3 of 3 graded, mean score 167, median 0" in first.out
    assert "<table>" in (results / "results.html").read_text()
    kept = gradings(results)
    assert len(kept) == 3

    (students / "dan.py").symlink_to("/etc/passwd")
    (students / "eve.py").write_text(WRONG)
    again = harness("grade", "counter", students, "--json")
    assert again.code == 1
    assert "4 of 4 submissions are graded already" in again.err
    assert gradings(results) == kept
    told = {row.name: row for row in map(Row.model_validate_json, again.out.splitlines())}
    assert told["dan"].reason == "dan.py is a symbolic link, and none is followed"
    with Grader(problem) as grader:
        alone = grader.grade(WRONG.encode(), 3)
    report = told["eve"].report
    assert report is not None
    assert [(test.id, test.verdict) for test in report.tests] == [
        (test.id, test.verdict) for test in alone.tests
    ]


def test_a_class_is_refused_where_nothing_keeps_it_in(
    harness: Run, students: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HARNESS_WITHOUT", "landlock,seccomp,bubblewrap")
    refused = harness("grade", "counter", students)
    assert (refused.code, refused.out) == (4, "")
    assert "nothing was graded" in refused.err
    assert gradings(students.with_name("class-results")) == []
    assert harness("grade", "counter", students, "--no-require-isolation").code == 0


@pytest.mark.slow
def test_a_broken_problem_ends_the_run_and_is_no_verdict(
    harness: Run, students: Path, problem: Problem
) -> None:
    (problem.folder / "level_2" / "test_hidden.py").write_text("import nonesuch\n")
    for option in ("--require-isolation", "--no-require-isolation"):
        answer = harness("grade", "counter", students, option, "--jobs", "1")
        assert answer.code == 4
        assert "cannot be loaded" in answer.err
    assert gradings(students.with_name("class-results")) == []


def test_wrong_use_of_a_class(harness: Run, students: Path, work: Path) -> None:
    file = students / "ben.py"
    for words in (
        (students, file),
        (file, "--results", work / "r"),
        (file, "--jobs", "2"),
        (students, "--jobs", "0"),
        (students, "--results", students / "inside"),
        (students, "--results", students),
        (students, "--level", "9"),
        ("/",),
    ):
        answer = harness("grade", "counter", *words)
        assert (answer.code, answer.out) == (2, ""), words
    assert sorted(os.listdir(work)) == ["class"]


def test_folders_are_not_graded_beside_others(harness: Run, students: Path) -> None:
    for words in ((students, students), (students / "ben.py", students)):
        answer = harness("grade", "counter", *words)
        assert (answer.code, answer.out) == (2, "")
        assert "a class is one folder, named alone" in answer.err


def test_what_is_no_python_is_told_for_somebody_may_have_handed_it_in(
    harness: Run, students: Path
) -> None:
    assert "passes over" not in harness("grade", "counter", students, "--level", 1).err
    (students / "dan.zip").touch()
    one = harness("grade", "counter", students, "--level", 1)
    assert "passes over 1 file, which is no Python and in no report: dan.zip\n" in one.err
    for number in range(9):
        (students / f"eve_{number}.txt").touch()
    many = harness("grade", "counter", students, "--level", 1)
    assert "10 files, which are no Python and in no report: dan.zip, eve_0.txt" in many.err
    assert "eve_3.txt, …\n" in many.err
    assert (one.code, many.code) == (0, 0)


def test_the_same_program_twice_is_told_to_be_graded_once(harness: Run, students: Path) -> None:
    (students / "dan.py").write_text(WRONG)
    answer = harness("grade", "counter", students, "--level", 1)
    assert "4 submissions, 3 of them different, each graded once" in answer.err
    assert "3 of 3 graded" in answer.err
    assert "4 of 4 graded" in answer.out


def test_a_service_gets_no_result_of_somebody_who_has_none_any_more(
    harness: Run, students: Path
) -> None:
    words = ("grade", "counter", students, "--level", 1, "--format", "gradescope")
    assert harness(*words).code == 0
    told = students.with_name("class-results") / "gradescope"
    assert {each.parent.name for each in told.glob("*/results.json")} == {"ann", "ben", "cyd"}
    (students / "ben.py").unlink()
    (students / "cyd.py").unlink()
    (students / "cyd.py").symlink_to("/etc/passwd")
    assert harness(*words).code == 1
    assert {each.parent.name for each in told.glob("*/results.json")} == {"ann"}


def test_a_running_exam_keeps_its_secrets_from_a_class_too(
    harness: Run, students: Path, tmp_path: Path
) -> None:
    harness("start", "counter", "--dir", tmp_path / "exam")
    assert harness("grade", "counter", students).code == 3


def test_ctrl_c_says_how_to_go_on(
    harness: Run, students: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(progress: Progress) -> None:
        step(progress)
        raise KeyboardInterrupt

    step = Progress.step
    with monkeypatch.context() as patch:
        patch.setattr(Progress, "step", stop)
        stopped = harness("grade", "counter", students)
    assert (stopped.code, stopped.out) == (130, "")
    assert "1 of 3 are graded and kept, and the same command goes on from there" in stopped.err
    assert len(gradings(students.with_name("class-results"))) == 1
    assert "1 of 3 submissions are graded already" in harness("grade", "counter", students).err


@pytest.mark.slow
def test_an_internal_error_is_tried_once_more(
    harness: Run, students: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As of a machine that is too busy to judge."""

    def busy(grader: Grader, source: bytes, level: int, **options: int) -> Report:
        report = grade(grader, source, level, **options)
        asked.append(source)
        if asked.count(source) == 1 and source == WRONG.encode():
            return report.model_copy(update={"verdict": Verdict.INTERNAL_ERROR})
        return report

    asked: list[bytes] = []
    grade: Callable[..., Report] = Grader.grade
    monkeypatch.setattr(Grader, "grade", busy)
    answer = harness("grade", "counter", students)
    assert answer.code == 0
    assert "1 ended without a verdict, no fault of theirs; once more" in answer.err
    assert (len(asked), asked.count(WRONG.encode())) == (4, 2)


@pytest.mark.slow
def test_a_problem_that_changes_meanwhile_ends_the_run(
    harness: Run, students: Path, problem: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    def change(progress: Progress) -> None:
        step(progress)
        (problem.folder / "level_1" / "statement.md").write_text("Another statement.\n")

    step = Progress.step
    monkeypatch.setattr(Progress, "step", change)
    answer = harness("grade", "counter", students, "--jobs", 1)
    assert answer.code == 4
    assert "was changed while a class was graded" in answer.err
    assert len(gradings(students.with_name("class-results"))) < 3


def test_a_name_without_end_leaves_the_table_narrow(harness: Run, students: Path) -> None:
    (students / f"{'x' * 200}.py").write_text(WRONG)
    answer = harness("grade", "counter", students, "--level", 1)
    (line,) = (line for line in answer.out.splitlines() if line.startswith("xxx"))
    assert line.startswith("x" * 39 + "…  ")
    assert "x" * 200 in (students.with_name("class-results") / "results.csv").read_text()
