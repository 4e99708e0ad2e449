"""What holds for every command: help, exit codes, streams, faults, and a fast start."""

import os
import pty
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from harness.catalog import Catalog
from harness.cli import main as main_module
from harness.cli.main import COMMANDS
from harness.session import Store
from tests.cli.conftest import Run


def test_help_names_every_command_and_every_exit_code(harness: Run) -> None:
    answer = harness("--help")
    assert answer.code == 0
    for command in COMMANDS:
        assert re.search(rf"^    {command}\b", answer.out, re.MULTILINE), command
    for code in range(5):
        assert re.search(rf"^  {code}  ", answer.out, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(harness: Run, command: str) -> None:
    answer = harness(command, "--help")
    assert answer.code == 0
    assert answer.out.startswith(f"usage: harness {command}")


def test_an_unknown_command_is_wrong_use(harness: Run) -> None:
    answer = harness("levitate")
    assert (answer.code, answer.out) == (2, "")


def test_without_a_terminal_the_screens_stay_closed(shell: Run) -> None:
    answer = shell()
    assert (answer.code, answer.out) == (2, "")
    assert "terminal" in answer.err


def test_without_a_command_the_screens_open_on_all_problems(
    harness: Run, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[Catalog, Store]] = []

    def open_screens(*, catalog: Catalog, store: Store, **_: object) -> None:
        opened.append((catalog, store))

    monkeypatch.setattr("harness.tui.run_app", open_screens, raising=False)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert harness().code == 0
    ((catalog, store),) = opened
    assert "counter" in catalog.problems
    assert store.file == state / "sessions.db"


def test_a_fault_of_ours_is_one_line_and_its_details_are_kept(
    harness: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def explode(*folders: object) -> None:
        raise RuntimeError("secret of the engine")

    monkeypatch.setattr("harness.cli.asking.opening.load_catalog", explode)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    answer = harness("problems")
    assert (answer.code, answer.out) == (4, "")
    assert answer.err.count("\n") == 1
    (details,) = tmp_path.glob("harness-fault-*.txt")
    assert str(details) in answer.err
    assert "secret of the engine" in details.read_text()


def test_an_interruption_is_no_fault(harness: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*folders: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("harness.cli.asking.opening.load_catalog", interrupt)
    answer = harness("problems")
    assert answer.code == main_module.INTERRUPTED
    assert answer.err.count("\n") == 1


def test_a_reader_that_has_seen_enough_is_no_fault(shell: Run, work: Path) -> None:
    command = f"{sys.executable} -m harness problems; echo $? >&2"
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        ["sh", "-c", command], stdout=writer, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writer)
    assert done.stderr == "0\n"


def test_a_terminal_that_lacks_a_character_gets_its_escape(shell: Run, work: Path) -> None:
    (work / "s.py").write_text("class Counter:\n    def count(self): return '\N{SNOWMAN}'\n")
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    counter = work.parent / "content" / "problems" / "counter"
    done = subprocess.run(
        [sys.executable, "-m", "harness", "--problems", counter, "grade", "counter", "s.py"],
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert rb"\u2603" in done.stdout


def test_progress_is_told_to_a_person_who_watches(harness: Run, work: Path) -> None:
    harness("start", "counter")
    counter = work.parent / "content" / "problems" / "counter"
    screen, terminal = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "harness", "--problems", counter, "submit"],
        stdout=subprocess.PIPE,
        stderr=terminal,
        text=True,
        check=False,
    )
    os.close(terminal)
    told = os.read(screen, 1 << 16).decode()
    os.close(screen)
    assert done.returncode == 1
    assert told.count("level 1  test_") == 3
    assert "score 0 of 500" in done.stdout


LIGHT = """
import sys
from harness.cli.main import main
code = main(sys.argv[1:])
heavy = sorted({"textual", "pytest", "hypothesis", "tree_sitter"} & set(sys.modules))
print(code, *heavy, file=sys.stderr)
"""


@pytest.mark.parametrize(
    "words",
    [("problems",), ("spec", "counter"), ("status",), ("resume",), ("finish",), ("progress",)],
)
def test_commands_that_run_no_test_bring_neither_pytest_nor_the_screens(
    harness: Run, work: Path, words: tuple[str, ...]
) -> None:
    harness("start", "counter")
    counter = work.parent / "content" / "problems" / "counter"
    done = subprocess.run(
        [sys.executable, "-c", LIGHT, "--problems", counter, *words],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == "0\n"
