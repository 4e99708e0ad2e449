"""How strong the tests of a problem are, measured and told by the command."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.authoring.strength.needed import needed_tests
from harness.cli.main import main
from tests.authoring.conftest import rewrite, write_sound_problem

NAME = "        return 'counter'\n"
CAREFUL = """        try:
            return 'counter'
        except ValueError:
            return
"""
"""Nothing that mutmut mutates is out of reach, so no mutant survives; in ``MATCHED`` likewise."""
RESET = "        self.n = 0\n        return True\n"
MATCHED = """        match self:
            case Counter():
                return True
"""
COUNT = "        self.n = getattr(self, 'n', 0) + 1\n        return self.n\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A sound problem with an unreached line and branch, and a sentence that nothing checks."""
    top = tmp_path_factory.mktemp("strength")
    folder = write_sound_problem(top)
    accepted = folder / "submissions" / "accepted"
    for number in (1, 2, 3):
        rewrite(accepted / f"level_{number}.py", COUNT, "        return 1\n")
    for number in (2, 3):
        rewrite(accepted / f"level_{number}.py", NAME, CAREFUL)
    rewrite(accepted / "level_3.py", RESET, MATCHED)
    rewrite(folder / "level_2" / "statement.md", "level 2.\n", "level 2.\n\nIt is red.\n")
    rewrite(folder / "level_3" / "statement.md", "level 3.\n", "level 3.\n\nIt is blue.\n")
    page = top / "docs" / "problems" / "counter.md"
    page.write_text(page.read_text() + "| It is blue. | — a mere remark |\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(top / "cache"))
        patch.chdir(folder)
        yield folder


def verified(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    assert main(["verify", ".", "--strength", *options]) == 0
    return capsys.readouterr().out


def test_what_tests_lack_is_measured_level_by_level(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    proof = json.loads(verified(capsys, "--json"))
    assert proof["sound"]
    assert [each["check"] for each in proof["findings"]] == ["sentence-untested"]
    strength = proof["strength"]
    assert [level["mutation"] for level in strength["levels"]] == proof["mutation"]
    assert all(each["rejected"] == each["mutants"] > 0 for each in proof["mutation"])

    first, second, third = strength["levels"]
    assert (first["scored_tests"], second["scored_tests"]) == (2, 2)
    assert (first["reached"]["unreached_lines"], first["reached"]["branches"]) == ([], 0)
    assert second["reached"]["unreached_lines"] == [7, 8]
    assert third["reached"]["unreached_lines"] == [7, 8]
    assert third["reached"]["branches"] - third["reached"]["branches_reached"] == 1
    assert third["reached"]["unreached_branches"] == [{"line": 11, "to": None}]

    told: list[list[dict[str, Any]]] = [level["untested"] for level in strength["levels"]]
    assert [[(each["sentence"], each["reason"]) for each in level] for level in told] == [
        [],
        [("It is red.", "")],
        [("It is blue.", "a mere remark")],
    ]
    assert Path(told[1][0]["file"]) == folder / "level_2" / "statement.md"
    assert told[1][0]["line"] == 5


def test_of_two_tests_alike_no_mutant_needs_the_second(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    levels = json.loads(verified(capsys, "--json"))["strength"]["levels"]
    assert [[each["test"] for each in level["unneeded"]] for level in levels] == [
        [f"level_{number}/test_hidden.py::test_hidden_1"] for number in (1, 2, 3)
    ]
    assert all(each["rejects"] > 0 for level in levels for each in level["unneeded"])


def test_every_test_has_its_time_and_every_level_its_margin(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    strength = json.loads(verified(capsys, "--json"))["strength"]
    for level in strength["levels"]:
        times = [each["cpu_ms"] for each in level["times"]]
        assert {each["test"].partition("::")[2] for each in level["times"]} == {
            "test_sample_0",
            "test_hidden_0",
            "test_hidden_1",
        }
        assert times == sorted(times, reverse=True)
        assert level["cpu_ms"] == pytest.approx(sum(times))
        assert level["limit_margin"] == pytest.approx(strength["cpu_limit_ms"] / times[0], rel=0.1)


def test_it_is_told_as_text_with_places(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = verified(capsys).splitlines()
    assert lines[0] == "counter: sound, 1 finding"
    assert lines[1].split()[:4] == ["level", "mutants", "branches", "lines"]
    assert max(map(len, lines[1:5])) <= 80
    reached = lines.index("No scored test reaches:")
    assert lines[reached + 1 : reached + 6] == [
        "  submissions/accepted/level_2.py:7",
        "  submissions/accepted/level_2.py:8",
        "  submissions/accepted/level_3.py:7",
        "  submissions/accepted/level_3.py:8",
        "  submissions/accepted/level_3.py:11: the way out of the function",
    ]
    assert "  level_2/statement.md:5: “It is red.”" in lines
    assert "Sentences that the author says promise nothing to check: 1" in lines
    slowest = next(number for number, line in enumerate(lines) if line.startswith("Slowest"))
    assert sum("::" in line for line in lines[slowest:]) == 5


def test_a_measured_problem_is_not_measured_again(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = json.loads(verified(capsys, "--json"))
    again = json.loads(verified(capsys, "--json"))
    assert again["cached"]
    assert again["strength"] == before["strength"]


def test_what_is_missing_is_told_with_the_mend(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "coverage", None)
    assert main(["verify", ".", "--strength", "--no-cache"]) == 2
    assert "pip install 'progressive-harness[authoring]'" in capsys.readouterr().err


TESTS = [f"test_{letter}" for letter in "abcdef"]


@given(st.lists(st.lists(st.sampled_from(TESTS), unique=True), max_size=12))
def test_the_needed_tests_reject_what_all_reject_and_none_is_superfluous(
    rejections: list[list[str]],
) -> None:
    needed = needed_tests(TESTS, rejections)
    rejected = [each for each in rejections if each]
    assert all(needed.intersection(each) for each in rejected)
    for test in needed:
        assert any(needed.intersection(each) == {test} for each in rejected)


def test_the_earlier_of_two_equals_is_needed() -> None:
    assert needed_tests(["b", "a"], [["a", "b"]]) == {"b"}
    assert needed_tests(["a", "b", "c"], [["a"], ["c", "b"], ["b"]]) == {"a", "b"}
