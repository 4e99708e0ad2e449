"""A whole sitting from a script: an empty folder, real commands, the real judge."""

from pathlib import Path

import pytest

from harness.catalog import Problem, load_catalog
from harness.grading.report import Report
from tests.cli.conftest import Run, solve


def laid_out(folder: Path) -> list[str]:
    return sorted(path.parent.name for path in folder.glob("level_*/statement.md"))


@pytest.mark.parametrize(
    "built_in",
    [
        pytest.param(False, id="counter"),
        pytest.param(True, id="key_value_store", marks=pytest.mark.slow),
    ],
)
def test_from_an_empty_folder_to_the_full_score(
    shell: Run, work: Path, problem: Problem, built_in: bool
) -> None:
    if built_in:
        problem = load_catalog().problem("key_value_store")
    count = len(problem.levels)
    begun = shell("start", problem.id, "--json")
    assert begun.code == 0, begun.err
    session = begun.json["session"]

    earned = 0
    for level in range(1, count + 1):
        status = shell("status", "--json").json
        assert (status["session"], status["level"], status["score"]) == (session, level, earned)
        assert [entry["unlocked"] for entry in status["levels"]] == [
            number <= level for number in range(1, count + 1)
        ]
        assert laid_out(work) == [f"level_{number}" for number in range(1, level + 1)]
        statement = problem.levels[level - 1].statement
        assert (work / f"level_{level}" / "statement.md").read_text() == statement
        if level < count:
            locked = shell("spec", problem.id, level + 1)
            assert (locked.code, locked.out) == (3, "")

        solve(problem, level, work)
        submitted = shell("submit", "--json")
        assert (submitted.code, submitted.err) == (0, "")
        report = Report.model_validate_json(submitted.out)
        earned = sum(entry.points for entry in problem.levels[:level])
        assert (report.accepted, report.level, report.score) == (True, level, earned)

    finished = shell("finish", "--json").json
    assert finished["score"] == finished["max_score"] == problem.max_score
    status = shell("status", "--json").json
    assert (status["phase"], status["score"], status["submissions"]) == (
        "finished",
        problem.max_score,
        count,
    )
    assert shell("submit").code == 3
    assert not list(work.rglob("test_hidden*"))


def test_a_submission_that_fails_says_what_failed_and_keeps_hidden_tests_hidden(
    shell: Run, work: Path
) -> None:
    shell("start", "counter")
    (work / "solution.py").write_text("class Counter:\n    def count(self):\n        return 42\n")
    answer = shell("submit")
    assert (answer.code, answer.err) == (1, "")
    assert "level 1: 0 of 3 tests pass, wrong answer" in answer.out
    assert "count()  →  42" in answer.out  # the sample's conversation
    assert "score 0 of 500" in answer.out
    report = Report.model_validate_json(shell("submit", "--json").out)
    assert report == report.without_hidden_details()
    assert "42" in report.tests[0].message


@pytest.mark.parametrize("look", ["resume", "finish"])
def test_what_a_crash_left_ungraded_is_graded_at_the_next_look(
    shell: Run, work: Path, problem: Problem, monkeypatch: pytest.MonkeyPatch, look: str
) -> None:
    shell("start", "counter")
    solve(problem, 1, work)
    # The process dies where it would make its judge, after the submission was stored.
    (work.parent / "sitecustomize.py").write_text(
        "import os, sys\n"
        "class Dies:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'harness.grading.grader':\n"
        "            os._exit(9)\n"
        "sys.meta_path.insert(0, Dies())\n"
    )
    with monkeypatch.context() as patch:
        patch.setenv("PYTHONPATH", str(work.parent))
        assert shell("submit").code == 9
    (work / "solution.py").write_text("something else by now")
    status = shell(look, "--json").json
    assert (status["submissions"], status["score"], status["level"]) == (1, 100, 2)
    assert laid_out(work) == ["level_1", "level_2"]
