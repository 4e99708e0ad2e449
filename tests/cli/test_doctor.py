"""``harness doctor`` and the refusal to grade with less than it promises."""

import sys
from pathlib import Path

import pytest

from harness.catalog import Problem
from tests.cli.conftest import Run, solve

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the layers are Linux's")


def without(monkeypatch: pytest.MonkeyPatch, layers: str) -> None:
    monkeypatch.setenv("HARNESS_WITHOUT", layers)


def test_the_doctor_says_yes_where_other_peoples_code_can_be_graded(
    harness: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    without(monkeypatch, "bubblewrap")
    answer = harness("doctor")
    assert answer.code == 0
    assert "isolation is good: enough for grading other people's code" in answer.out
    assert "bubblewrap guards the names of files" in answer.out
    assert "to get it: `apt-get install bubblewrap`" in answer.out


@pytest.mark.parametrize(
    ("layers", "isolation", "words"),
    [
        ("landlock,bubblewrap", "partial", "a submission could read the files of this user"),
        ("seccomp,bubblewrap", "partial", "`apt-get install libseccomp2`"),
        ("landlock,seccomp,bubblewrap", "weak", "landlock guards this user's files"),
    ],
)
def test_the_doctor_says_no_and_how_to_mend_it(
    harness: Run, monkeypatch: pytest.MonkeyPatch, layers: str, isolation: str, words: str
) -> None:
    without(monkeypatch, layers)
    answer = harness("doctor")
    assert answer.code == 1
    assert f"isolation is {isolation}: not enough" in answer.out
    assert words in answer.out


def test_the_doctor_tells_programs_the_same(harness: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch, "seccomp,bubblewrap")
    answer = harness("doctor", "--json")
    assert (answer.code, answer.json["isolation"], answer.json["suffices"]) == (1, "partial", False)
    assert "files confined" in answer.json["protections"]
    holds = {layer["name"]: layer["holds"] for layer in answer.json["layers"]}
    assert holds == {"landlock": True, "seccomp": False, "bubblewrap": False}
    assert answer.json["layers"][1]["reason"] == "turned off by HARNESS_WITHOUT"


def test_a_layer_nobody_knows_is_wrong_use(harness: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch, "firewall")
    assert harness("doctor").code == 2


def test_grading_is_refused_rather_than_less_isolated(
    harness: Run, problem: Problem, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    solve(problem, 3, work)
    words = ("grade", "counter", "solution.py", "--require-isolation")
    assert harness(*words).code == 0
    without(monkeypatch, "landlock,bubblewrap")
    refused = harness(*words)
    assert (refused.code, refused.out) == (4, "")
    assert refused.err == (
        "harness: nothing was graded: here a submission could read the files of this user; "
        "`harness doctor` tells how to mend it.\n"
    )
    assert harness(*words[:-1]).code == 0


def test_a_sitting_goes_on_with_a_note(
    harness: Run, problem: Problem, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    harness("start", "counter", "--dir", work / "sitting")
    solve(problem, 1, work / "sitting")
    assert "isolation" not in harness("submit", "--dir", work / "sitting").err
    without(monkeypatch, "seccomp,bubblewrap")
    solve(problem, 2, work / "sitting")
    noted = harness("submit", "--dir", work / "sitting")
    assert noted.code == 0
    assert "harness: isolation is partial: this code could reach the network" in noted.err
