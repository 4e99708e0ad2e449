"""Versions, hints, drills, overtime, history, export and import, as a person commands them."""

import json
from pathlib import Path
from time import sleep

import pytest

from harness.catalog import Problem
from harness.session import SystemClock
from tests.cli.conftest import Run, solve

HINTS = "# Hints\n\n## Gently\n\nLook.\n\n## Nearer\n\nThink.\n\n## Plainly\n\nReturn n.\n"


@pytest.fixture
def hinted(problem: Problem) -> Problem:
    problem.level(1).hints_file.write_text(HINTS)
    return problem


def test_a_version_is_taken_back_and_nothing_is_lost(
    harness: Run, work: Path, problem: Problem
) -> None:
    harness("start", "counter")
    assert "No version" in harness("restore").out
    assert harness("restore", "--last-green").code == 2
    solve(problem, 1, work)
    green = (work / "solution.py").read_bytes()
    harness("submit")
    (work / "solution.py").write_text("class Counter:\n    typed = 'and never run'\n")
    assert harness("restore", "--last-green").code == 0
    assert (work / "solution.py").read_bytes() == green
    listed = harness("restore", "--json").json
    assert [entry["why"] for entry in listed] == ["run", "before restore", "restored"]
    assert [entry["green"] for entry in listed] == [True, False, True]
    assert "never run" in harness("restore", "--show", 2).out
    assert harness("restore", "--version", 2).code == 0
    assert "never run" in (work / "solution.py").read_text()
    assert harness("restore", "--version", 9).code == 2


def test_hints_come_step_by_step_in_practice(harness: Run, hinted: Problem) -> None:
    harness("start", "counter", "--mode", "practice")
    first = harness("hint")
    assert first.out.startswith("Hint 1 of 3, level 1\n\n## Gently")
    assert "costs no points" in first.err
    assert harness("hint", 1, "--json").json[0]["step"] == 2
    assert "Return n." in harness("hint").out
    assert harness("hint").code == 3
    assert len(harness("hint", "--again", "--json").json) == 3
    assert harness("hint", 2).code == 3
    assert harness("hint", 7).code == 2
    assert harness("status", "--json").json["hints"] == 3


def test_an_exam_has_no_hints(harness: Run, hinted: Problem) -> None:
    harness("start", "counter")
    answer = harness("hint")
    assert (answer.code, answer.out) == (3, "")


def test_hints_that_are_not_three_break_the_problem(harness: Run, problem: Problem) -> None:
    problem.level(1).hints_file.write_text("## One\n")
    answer = harness("start", "counter")
    assert answer.code == 2
    assert "hints.md: has 1 sections" in answer.err


def test_a_drill_is_one_level_from_the_reference_before(
    harness: Run, work: Path, problem: Problem
) -> None:
    assert harness("start", "counter", "--mode", "drill").code == 2
    assert harness("start", "counter", "--level", 2).code == 2
    begun = harness("start", "counter", "--mode", "drill", "--level", 2, "--json").json
    assert (begun["minutes"], begun["max_score"]) == (20, 150)
    assert [level["number"] for level in begun["levels"]] == [2]
    reference = problem.reference(1).read_bytes()
    assert (work / "solution.py").read_bytes() == reference
    assert sorted(path.name for path in work.glob("level_*")) == ["level_1", "level_2"]
    submitted = harness("submit")
    assert submitted.code == 1
    assert "score 0 of 150" in submitted.out
    solve(problem, 2, work)
    assert harness("submit").code == 0
    page = harness("status").out
    assert "score  150 of 150, from 2 submissions" in page
    assert "level 2: 2 of 2 scored tests" in page
    assert "level 1:" not in page


def test_after_the_end_work_goes_on_without_a_score(
    harness: Run, work: Path, problem: Problem
) -> None:
    harness("start", "counter")
    assert harness("submit", "--overtime").code == 3
    harness("finish")
    solve(problem, 1, work)
    refused = harness("submit")
    assert refused.code == 3
    assert "--overtime" in refused.err
    answer = harness("submit", "--overtime")
    assert answer.code == 0
    assert "recorded apart, not scored" in answer.out
    assert "level 2 is open" in answer.out
    status = harness("status", "--json").json
    assert (status["score"], status["submissions"], status["overtime"]) == (0, 0, 1)


def test_history_lists_and_filters(harness: Run, tmp_path: Path) -> None:
    assert "No sitting yet" in harness("history").out
    assert "No such sitting" in harness("history", "--mode", "exam").out
    harness("start", "counter", "--dir", tmp_path / "one")
    harness("finish")
    harness("start", "counter", "--dir", tmp_path / "two", "--mode", "practice")
    listed = harness("history", "--json").json
    assert [(entry["mode"], entry["phase"]) for entry in listed] == [
        ("practice", "running"),
        ("exam", "finished"),
    ]
    assert len(harness("history", "--mode", "exam").out.splitlines()) == 2
    assert harness("history", "--problem", "other", "--json").json == []
    assert harness("history", "--since", "2099-01-01", "--json").json == []
    assert len(harness("history", "--since", "2020-01-01", "--json").json) == 2
    assert harness("history", "--since", "yesterday").code == 2


def test_a_sitting_travels_as_one_file(
    harness: Run, work: Path, problem: Problem, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    harness("start", "counter")
    solve(problem, 1, work)
    harness("submit")
    harness("finish")
    before = harness("status", "--json").json
    file = tmp_path / "sitting.json"
    assert harness("export", "-o", file).code == 0
    assert harness("export", "-o", file).code == 3  # never overwritten
    assert harness("import", file).code == 3  # is here already
    monkeypatch.setenv("HARNESS_STATE", str(tmp_path / "elsewhere"))
    assert harness("import", file).out == f"{before['session']}\n"
    assert harness("status", "--json").json == before
    assert harness("history", "--json").json[0]["score"] == 100


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"kind": "song"}, "not a sitting"),
        ({"format": 2}, "of format 2"),
        ({"extra": 1}, "extra"),
        ({"sources": {}}, "texts that its events name are missing"),
        ({"events": []}, "do not begin with a start"),
    ],
)
def test_what_cannot_be_taken_in_is_told_in_one_line(
    harness: Run, work: Path, tmp_path: Path, change: dict[str, object], complaint: str
) -> None:
    harness("start", "counter")
    harness("submit")
    file = tmp_path / "sitting.json"
    file.write_text(json.dumps(json.loads(harness("export").out) | change))
    answer = harness("import", file)
    assert (answer.code, answer.out) == (2, "")
    assert complaint in answer.err
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize("kind", ["report", "problem", "sitting"])
def test_every_file_has_a_schema(harness: Run, kind: str) -> None:
    assert harness("schema", kind).json["type"] == "object"


@pytest.mark.parametrize("late", [False, True], ids=["a second before", "a second after"])
def test_a_second_before_the_deadline_counts_and_after_is_refused(
    harness: Run, work: Path, problem: Problem, monkeypatch: pytest.MonkeyPatch, late: bool
) -> None:
    began = SystemClock().read()
    monkeypatch.setattr(SystemClock, "read", lambda clock: began)
    harness("start", "counter", "--minutes", 1)
    solve(problem, 1, work)
    passed = 61_000 if late else 59_000
    then = began.model_copy(update={"wall": began.wall + passed, "boot": began.boot + passed})
    monkeypatch.setattr(SystemClock, "read", lambda clock: then)
    assert harness("submit").code == (3 if late else 0)
    assert harness("status", "--json").json["score"] == (0 if late else 100)


@pytest.mark.slow
def test_by_the_real_clock_too(
    shell: Run, harness: Run, work: Path, problem: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fifteen real seconds before the deadline a submission counts; once it has passed, none does."""
    now = SystemClock().read()
    early = now.model_copy(update={"wall": now.wall - 45_000, "boot": now.boot - 45_000})
    with monkeypatch.context() as patch:
        patch.setattr(SystemClock, "read", lambda clock: early)
        deadline = harness("start", "counter", "--minutes", 1, "--json").json["deadline"]
    solve(problem, 1, work)
    assert shell("submit").code == 0
    solve(problem, 2, work)
    while shell("status", "--json").json["seconds_left"]:
        sleep(0.5)
    assert SystemClock().now() >= deadline
    assert shell("submit").code == 3
    assert shell("status", "--json").json["score"] == 100
