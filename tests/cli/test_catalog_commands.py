"""problems and spec."""

from pathlib import Path

from harness.catalog import Problem
from tests.cli.conftest import Run


def test_problems_are_listed(harness: Run) -> None:
    answer = harness("problems")
    assert (answer.code, answer.err) == (0, "")
    row = next(line for line in answer.out.splitlines() if line.startswith("counter"))
    assert row.split()[1:4] == ["3", "90", "500"]


def test_problems_are_told_as_facts(harness: Run, problem: Problem) -> None:
    listed = {entry["id"]: entry for entry in harness("problems", "--json").json}
    assert listed["counter"]["max_score"] == 500
    assert listed["counter"]["folder"] == str(problem.folder)


def test_a_broken_problem_is_narrated_and_the_others_listed(
    harness: Run, problem: Problem, tmp_path: Path
) -> None:
    (tmp_path / "more" / "broken").mkdir(parents=True)
    answer = harness("problems", "--problems", tmp_path / "more")
    assert answer.code == 0
    assert "counter" in answer.out
    assert "broken/problem.toml: missing" in answer.err
    assert "broken" not in answer.out


def test_a_statement_is_printed_as_it_is(harness: Run, problem: Problem) -> None:
    assert harness("spec", "counter", 2).out == problem.levels[1].statement
    everything = harness("spec", "counter").out
    assert [f"Statement of level {k}." in everything for k in (1, 2, 3)] == [True] * 3


def test_a_running_sitting_locks_the_levels_it_has_not_opened(harness: Run) -> None:
    harness("start", "counter")
    assert harness("spec", "counter", 1).code == 0
    answer = harness("spec", "counter", 2)
    assert (answer.code, answer.out) == (3, "")
    assert "harness finish" in answer.err
    assert "level 2" not in harness("spec", "counter").out
    assert harness("spec", "key_value_store", 4).code == 0
    harness("finish")
    assert harness("spec", "counter", 2).code == 0


def test_unknown_names_are_wrong_use(harness: Run) -> None:
    answer = harness("spec", "countr")
    assert (answer.code, answer.out) == (2, "")
    assert "did you mean counter?" in answer.err
    assert harness("spec", "counter", 4).code == 2
    assert harness("spec", "counter", 0).code == 2
