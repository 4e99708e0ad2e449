from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from harness.catalog import Problem
from harness.grading.report import Report
from tests.cli.conftest import Run


@pytest.fixture
def right(problem: Problem) -> Path:
    return problem.folder / "submissions" / "accepted" / "level_3.py"


@pytest.fixture
def wrong(work: Path) -> Path:
    file = work / "wrong.py"
    file.write_text(
        "class Counter:\n    def count(self):\n        print('\\x1b[2J<&>')\n        return 42\n"
    )
    return file


def test_the_answer_is_yes_only_if_every_file_is_accepted(
    harness: Run, right: Path, wrong: Path
) -> None:
    accepted = harness("grade", "counter", right)
    assert accepted.code == 0
    assert "score 500 of 500" in accepted.out
    both = harness("grade", "counter", right, wrong)
    assert both.code == 1
    assert f"{right}: accepted" in both.out
    assert f"{wrong}: wrong answer" in both.out


def test_a_failing_test_tells_what_came_and_what_was_expected(harness: Run, wrong: Path) -> None:
    answer = harness("grade", "counter", wrong, "--level", 1)
    assert "level 1: 0 of 3 tests pass, wrong answer" in answer.out
    assert "count()  →  42" in answer.out
    assert "came      42" in answer.out
    assert "expected  1" in answer.out
    assert "level 2" not in answer.out


def test_what_a_candidate_printed_is_shown_and_not_obeyed(harness: Run, wrong: Path) -> None:
    answer = harness("grade", "counter", wrong, "--level", 1)
    assert "\x1b" not in answer.out
    assert "| \\x1b[2J<&>" in answer.out


def test_json_is_one_report_a_line(harness: Run, right: Path, wrong: Path) -> None:
    answer = harness("grade", "counter", wrong, right, "--json", "--seed", 7)
    first, second = map(Report.model_validate_json, answer.out.splitlines())
    assert (first.accepted, second.accepted, second.seed) == (False, True, 7)


def test_junit_xml_holds_every_test_and_survives_hostile_text(
    harness: Run, right: Path, wrong: Path, work: Path
) -> None:
    file = work / "report.xml"
    assert harness("grade", "counter", right, wrong, "--junit", file).code == 1
    assert harness("grade", "counter", right, wrong, "--junit", file).code == 1  # may be replaced
    suites = ET.parse(file).getroot()
    assert [(suite.get("tests"), suite.get("failures")) for suite in suites] == [
        ("9", "0"),
        ("9", "9"),
    ]
    failure = suites.find(".//failure")
    assert failure is not None
    assert failure.get("type") == "WA"
    assert "<&>" in str(failure.text)


def test_junit_never_replaces_what_is_not_xml(harness: Run, right: Path, wrong: Path) -> None:
    before = wrong.read_text()
    answer = harness("grade", "counter", right, "--junit", wrong)
    assert (answer.code, answer.out) == (3, "")
    assert wrong.read_text() == before
    assert harness("grade", "counter", right, "--junit", wrong / "no" / "f.xml").code == 2


@pytest.mark.parametrize("content", ["def", "raise SystemExit(0)", "x = 1", ""])
def test_a_file_that_is_no_solution_is_simply_not_accepted(
    harness: Run, work: Path, content: str
) -> None:
    (work / "s.py").write_text(content)
    answer = harness("grade", "counter", "s.py", "--level", 1)
    assert answer.code == 1
    assert "score 0 of 500" in answer.out


def test_wrong_use_grades_nothing(harness: Run, right: Path, work: Path) -> None:
    for words in (
        ("counter", "missing.py"),
        ("counter", right, "missing.py"),
        ("counter", work),
        ("counter", right, "--level", "4"),
        ("counter", right, "--level", "0"),
        ("nonesuch", right),
        ("counter",),
    ):
        answer = harness("grade", *words)
        assert (answer.code, answer.out) == (2, ""), words
        assert answer.err
    told = harness("grade", "counter", "missing").err
    assert "missing: missing; name a solution, or a folder of submissions." in told


def test_a_link_that_others_made_is_not_followed_to_the_reference(
    harness: Run, problem: Problem, right: Path, work: Path
) -> None:
    link = work / "handed_in.py"
    link.symlink_to(problem.reference(3))
    for words in (("--require-isolation",), ("--format", "gradescope"), ("--format", "exercism")):
        answer = harness("grade", "counter", link, *words)
        assert (answer.code, answer.out) == (2, ""), words
        assert "is a symbolic link, and none that others may have made is followed" in answer.err
    assert harness("grade", "counter", link).code == 0  # of one's own it is one's own affair


def test_tests_that_cannot_be_loaded_are_a_fault_and_not_a_verdict(
    harness: Run, problem: Problem, right: Path
) -> None:
    (problem.folder / "level_2" / "test_hidden.py").write_text("import nonesuch\n")
    answer = harness("grade", "counter", right, "--junit", "report.xml")
    assert answer.code == 4
    assert "internal error" in answer.out
    assert ET.parse("report.xml").find(".//error") is not None


def test_a_running_exam_keeps_its_secrets(harness: Run, wrong: Path, tmp_path: Path) -> None:
    harness("start", "counter", "--dir", tmp_path / "exam")
    locked = harness("grade", "counter", wrong)
    assert (locked.code, locked.out) == (3, "")
    answer = harness("grade", "counter", wrong, "--level", 1, "--json")
    assert answer.code == 1
    report = Report.model_validate_json(answer.out)
    assert report == report.without_hidden_details()
    assert "42" in report.tests[0].message
