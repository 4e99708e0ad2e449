"""What a watch remembers never hides what a fresh proof finds, whatever is edited in what order."""

import random
from pathlib import Path
from typing import Any

import pytest

from harness.authoring import Finding, prove
from harness.authoring.dry.runner import DryOutcome, DryRunner, DryTerms
from harness.authoring.proving.reproof import Reproof
from harness.catalog import load_problem
from harness.grading.grader import Grader
from harness.grading.report import TestResult
from tests.authoring.conftest import write_sound_problem

HIDDEN = """from hypothesis import given, strategies as st
from solution import Counter

FIRST = 1
SEEN = []


def counted():
    return Counter().count()


def test_hidden_0():
    assert counted() == FIRST


def test_hidden_1():
    assert not SEEN
    assert counted() == 1


@given(st.integers(0, 3))
def test_hidden_2(times):
    counter = Counter()
    assert [counter.count() for _ in range(times)] == list(range(1, times + 1))
"""
WRONG = "# verdict: wrong answer\n# rejected at: level 1\n# mistake: counts from two\n"
HANGS = """# verdict: time limit exceeded
# rejected at: level 2
# mistake: never ends
class Counter:
    def count(self):
        self.n = getattr(self, 'n', 0) + 1
        return self.n
    def name(self):
        while True: pass
"""


def write(top: Path) -> Path:
    """A problem whose tests share a helper, a constant and a list, and draw their inputs."""
    folder = write_sound_problem(top)
    (folder / "level_1" / "test_hidden.py").write_text(HIDDEN)
    page = top / "docs" / "problems" / "counter.md"
    page.write_text(
        page.read_text().replace("`test_hidden_1` |", "`test_hidden_1`, `test_hidden_2` |", 1)
    )
    manifest = folder / "problem.toml"
    manifest.write_text(manifest.read_text() + "\n[limits]\ncpu_seconds = 0.3\n")
    hangs = folder / "submissions" / "time_limit_exceeded"
    hangs.mkdir()
    (hangs / "hangs.py").write_text(HANGS)
    return folder


EDITS = [
    ("level_1/test_hidden.py", "counted() == FIRST", "counted() == FIRST + 1"),
    ("level_1/test_hidden.py", "FIRST = 1", "FIRST = 2"),
    ("level_1/test_hidden.py", "return Counter()", "return 1 or Counter()"),
    ("level_1/test_hidden.py", "    assert counted() == FIRST", "    SEEN.append(1)"),
    ("level_1/test_hidden.py", "assert not SEEN\n", "assert not SEEN  # never\n"),
    ("level_1/test_hidden.py", "(1, times + 1)", "(2, times + 2)"),
    ("level_1/test_hidden.py", "integers(0, 3)", "integers(0, 0)"),
    ("level_1/test_hidden.py", "SEEN = []", "SEEN = []\n\n\ndef test_new():\n    assert Counter()"),
    ("level_2/test_hidden.py", "== 'counter'", "!= 'x'"),
    ("level_2/test_hidden.py", "assert", "import time\n    assert"),
    ("level_3/test_hidden.py", "is True", "is None"),
    ("submissions/wrong_answer/says_two.py", "return 2", "return 1"),
    ("submissions/accepted/level_3.py", "'counter'", "'x'"),
    ("submissions/time_limit_exceeded/hangs.py", "while True: pass", "return 'x'"),
    ("problem.toml", "cpu_seconds = 0.3", "cpu_seconds = 0.4"),
    ("level_2/statement.md", "True", "False"),
]
"""Files, what is there, and what becomes of it; the second time it is as it was."""


def toggle(folder: Path, place: str, was: str, becomes: str) -> None:
    file = folder / place
    text = file.read_text()
    file.write_text(text.replace(becomes, was) if becomes in text else text.replace(was, becomes))


def settled(reproof: Reproof) -> set[Finding]:
    reproof.notice_saves()
    reproof.notice_saves()
    while reproof.waiting:
        reproof.prove_next()
    return set(reproof.findings)


ANY_ORDER = random.Random(3).sample(EDITS, len(EDITS))


@pytest.mark.slow
@pytest.mark.parametrize("edits", [ANY_ORDER[::2], ANY_ORDER[1::2]], ids=["one", "other"])
def test_a_watch_finds_what_a_fresh_proof_finds(
    tmp_path: Path, edits: list[tuple[str, str, str]]
) -> None:
    folder = write(tmp_path)
    with Reproof(load_problem(folder)) as reproof:
        assert not settled(reproof)
        for edit in edits:
            toggle(folder, *edit)
            fresh = set(prove(load_problem(folder), lanes=1))
            assert settled(reproof) == fresh, edit
            toggle(folder, *edit)
            assert not settled(reproof), edit


@pytest.mark.slow
def test_only_what_was_written_is_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path)
    asked = set[str]()
    dry, judge = DryRunner.run, Grader.judge_tests

    def run(self: DryRunner, source: bytes, tests: list[str], terms: DryTerms) -> DryOutcome | None:
        asked.update(tests)
        return dry(self, source, tests, terms)

    def judge_tests(self: Grader, source: bytes, ids: list[str], **given: Any) -> list[TestResult]:
        asked.update(ids)
        return judge(self, source, ids, **given)

    def asked_of_level_1() -> set[str]:
        names = {id_.removeprefix("level_1/test_hidden.py::test_hidden_") for id_ in asked}
        asked.clear()
        return names & {"0", "1", "2"}

    monkeypatch.setattr(DryRunner, "run", run)
    monkeypatch.setattr(Grader, "judge_tests", judge_tests)
    assertion, comment, helper = EDITS[0], EDITS[4], EDITS[2]
    with Reproof(load_problem(folder)) as reproof:
        assert not settled(reproof)
        assert asked_of_level_1() == {"0", "1", "2"}
        toggle(folder, *assertion)
        assert {each.check for each in settled(reproof)} == {"reference-fails", "rejected-early"}
        assert asked_of_level_1() == {"0"}
        for edit in (assertion, comment):
            toggle(folder, *edit)
            assert not settled(reproof)
            assert not asked
        toggle(folder, *helper)
        settled(reproof)
        assert asked_of_level_1() == {"0", "1", "2"}
