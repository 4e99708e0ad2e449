"""A proof is kept for as long as nothing changes that it rests on."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from harness.authoring import Proof, prove_all
from harness.catalog import load_problem
from harness.cli.main import main
from tests.conftest import write_problem


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = write_problem(tmp_path)
    for number, call in enumerate(("count() == 1", "name() == 'counter'", "reset()"), start=1):
        example = f"\n```python\n>>> Counter().{call}\nTrue\n```\n"
        statement = folder / f"level_{number}" / "statement.md"
        statement.write_text(statement.read_text() + example)
    return folder


def proved(folder: Path, *, use_cache: bool = True) -> Proof:
    return prove_all(load_problem(folder), use_cache=use_cache)


def test_an_unchanged_problem_is_not_proved_again(folder: Path) -> None:
    first = proved(folder)
    assert first.sound
    assert not first.cached
    assert proved(folder) == first.model_copy(update={"cached": True})
    assert not proved(folder, use_cache=False).cached


@pytest.mark.slow
def test_what_a_proof_rests_on_renews_it(folder: Path) -> None:
    proved(folder)
    page = folder.parent.parent / "docs" / "problems" / "counter.md"
    for file in (folder / "level_2" / "test_hidden.py", page, folder / "problem.toml"):
        file.write_text(file.read_text() + "\n")
        assert not proved(folder).cached
        assert proved(folder).cached


def test_a_spoilt_cache_is_no_proof(folder: Path, tmp_path: Path) -> None:
    proved(folder)
    (kept,) = (tmp_path / "cache").rglob("counter-*.json")
    kept.write_text("{")
    assert not proved(folder).cached


def test_findings_reach_junit_json_and_a_forges_annotations(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (folder / "level_3" / "statement.md").write_text("# Level 3\n\nStatement of level 3.\n")
    command = ["--problems", str(folder.parent), "verify", "counter"]
    assert main([*command, "--json", "--junit", str(tmp_path / "proof.xml")]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["sound"], [each["check"] for each in told["findings"]]) == (
        False,
        ["statement-example"],
    )
    suite = ET.parse(tmp_path / "proof.xml").getroot()[0]
    assert [(case.get("name"), len(case)) for case in suite] == [
        ("statement-example", 1),
        ("sound", 1),
    ]
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert main(command) == 1
    out = capsys.readouterr().out
    assert f"::error file={folder}/level_3/statement.md,title=statement-example::" in out


@pytest.mark.parametrize(
    ("line", "check"), [("def test_it(:", "cannot-be-read"), ("Counter().count()", "test-at-fault")]
)
def test_mutants_wait_until_the_tests_can_be_run(folder: Path, line: str, check: str) -> None:
    hidden = folder / "level_1" / "test_hidden.py"
    hidden.write_text(f"{hidden.read_text()}\n{line}\n")
    proof = prove_all(load_problem(folder), mutants=True)
    assert check in {finding.check for finding in proof.findings}
    assert proof.mutation == ()
