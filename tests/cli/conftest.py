"""Commands run as a person runs them: in a folder, with a state folder of their own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from harness.catalog import Problem
from harness.cli.main import main


@dataclass(frozen=True)
class Answer:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on standard output."""
        return json.loads(self.out)


Run = Callable[..., Answer]


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder that is nobody's own, and nobody's settings."""
    folder = tmp_path / "state"
    monkeypatch.setenv("HARNESS_STATE", str(folder))
    monkeypatch.setenv("HARNESS_CONFIG", str(tmp_path / "settings.toml"))
    return folder


@pytest.fixture
def work(tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, and the current one."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def harness(work: Path, problem: Problem, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in this process; the tiny problem ``counter`` is on offer."""

    def run(*words: object) -> Answer:
        try:
            code = main(["--problems", str(problem.folder), *map(str, words)])
        except SystemExit as stop:  # argparse's way to say wrong use
            code = int(stop.code or 0)
        captured = capsys.readouterr()
        return Answer(int(code), captured.out, captured.err)

    return run


@pytest.fixture
def shell(work: Path, problem: Problem) -> Run:
    """Runs a command as a process of its own, as a shell does."""

    def run(*words: object, folder: Path = work) -> Answer:
        done = subprocess.run(
            [sys.executable, "-m", "harness", "--problems", problem.folder, *map(str, words)],
            cwd=folder,
            env=os.environ | {"PYTHONWARNINGS": "error"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        return Answer(done.returncode, done.stdout, done.stderr)

    return run


def solve(problem: Problem, level: int, folder: Path) -> None:
    """Save the reference of a level as the solution."""
    reference = problem.folder / "submissions" / "accepted" / f"level_{level}.py"
    (folder / "solution.py").write_bytes(reference.read_bytes())
