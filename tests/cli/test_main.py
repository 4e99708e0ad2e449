"""What holds for every command: help, exit codes, streams, faults, and a fast start."""

import os
import pty
import re
import select
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.catalog import Catalog, Problem
from harness.cli import main as main_module
from harness.cli.main import COMMANDS
from harness.session import Store
from tests.cli.conftest import Answer, Run, solve


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


def _said_in_sh(words: str, work: Path, *, first: str = "") -> Answer:
    """What ``harness`` answers in a shell that gives it the streams that the words say."""
    counter = work.parent / "content" / "problems" / "counter"
    done = subprocess.run(
        ["sh", "-c", f"{first}exec {sys.executable} -m harness --problems {counter} {words}"],
        cwd=work,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return Answer(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(
    "closed",
    [
        *(pytest.param(one, marks=pytest.mark.slow) for one in ("<&-", ">&-", "2>&-")),
        "<&- >&- 2>&-",
    ],
)
def test_a_closed_stream_changes_nothing_that_is_done(
    harness: Run, problem: Problem, work: Path, closed: str
) -> None:
    harness("start", problem.id)
    solve(problem, 1, work)
    answer = _said_in_sh(f"submit {closed}", work)
    assert (answer.code, answer.err) == (0, "")
    assert ("level 2 is open" in answer.out) is (">&-" not in closed.replace("2>&-", ""))
    assert harness("status", "--json").json["level"] == 2
    assert _said_in_sh(closed, work).code == 2


def test_a_reader_that_has_left_changes_no_answer(
    harness: Run, problem: Problem, work: Path
) -> None:
    solve(problem, 1, work)
    reader, writer = os.pipe()
    os.close(reader)
    command = ["-m", "harness", "--problems", str(problem.folder), "grade", problem.id]
    done = subprocess.run(
        [
            sys.executable,
            *command,
            "solution.py",
            "solution.py",
            "--json",
            "--junit",
            "reports.xml",
        ],
        cwd=work,
        stdout=writer,
        stderr=writer,
        timeout=60,
        check=False,
    )
    os.close(writer)
    assert done.returncode == 1
    assert (work / "reports.xml").read_text().count("<testsuite ") >= 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is full")
@pytest.mark.parametrize("words", ["problems", "--help", "--version", "schema report"])
def test_data_that_finds_no_room_is_said_in_one_line_and_no_fault(
    harness: Run, work: Path, words: str
) -> None:
    answer = _said_in_sh(f"{words} > /dev/full", work)
    assert answer.code == 4
    assert answer.err == (
        "harness: Standard output cannot be written (No space left on device); "
        "what the command did stands.\n"
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is full")
def test_narration_that_finds_no_room_changes_no_answer(harness: Run, work: Path) -> None:
    assert _said_in_sh("hint 2> /dev/full", work).code == 2
    new = _said_in_sh("new thing 2> /dev/full", work)
    assert new.code == 0
    assert "problem.toml" in new.out


@pytest.fixture
def hang_ups_count() -> Iterator[None]:
    """Let a closed terminal end a command, though the tests themselves were begun under ``nohup``."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.usefixtures("hang_ups_count")
@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGHUP])
def test_a_command_that_is_asked_to_end_leaves_nothing_behind(
    harness: Run, problem: Problem, work: Path, tmp_path: Path, stop: signal.Signals
) -> None:
    (work / "solution.py").write_text("while True: pass\n")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    command = ["-m", "harness", "--problems", str(problem.folder), "grade", problem.id]
    screen, terminal = pty.openpty()
    with subprocess.Popen(
        [sys.executable, *command, "solution.py"],
        cwd=work,
        env=os.environ | {"TMPDIR": str(temporary)},
        stdout=subprocess.DEVNULL,
        stderr=terminal,
    ) as process:
        assert os.read(screen, 1 << 16).decode() == "grading solution.py\r\n"
        process.send_signal(stop)
        process.wait(timeout=60)
    # Before the terminal is closed, for that may take with it what nobody has read yet.
    heard, _, _ = select.select([screen], [], [], 60)
    told = os.read(screen, 1 << 16).decode() if heard else ""
    os.close(terminal)
    os.close(screen)
    assert process.returncode == 128 + stop
    assert told == "harness: interrupted; what was submitted before counts.\r\n"
    assert list(temporary.iterdir()) == []


def test_what_the_machine_refuses_is_one_line_and_no_fault_of_ours(
    harness: Run, problem: Problem, work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    solve(problem, 1, work)
    python = tmp_path / "python"
    python.write_text("")  # nothing that may be run
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(sys, "executable", str(python))
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    answer = harness("grade", problem.id, "solution.py")
    assert (answer.code, answer.out) == (4, "")
    assert answer.err == (
        f"harness: {python}: the system refused (Permission denied); mend that and try again.\n"
    )
    assert list(temporary.iterdir()) == []


def test_a_current_folder_that_is_gone_is_said_in_one_line(harness: Run, work: Path) -> None:
    for words in ("status", "start counter", "export", "problems"):
        answer = _said_in_sh(f"{words}", work, first="mkdir gone && cd gone && rmdir ../gone && ")
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.count("\n") == 1
        assert "The current folder cannot be found" in answer.err


def test_names_too_long_for_the_system_are_wrong_use(harness: Run) -> None:
    for words in (
        ("spec", "x" * 5000),
        ("start", "counter", "--dir", "x" * 500),
        ("verify", "x" * 5000),
        ("grade", "counter", "x" * 5000),
        ("regrade", "x" * 5000),
    ):
        answer = harness(*words)
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.count("\n") == 1


@pytest.mark.parametrize("port", ["-1", "0", "65536", "99999999999", "²"])
def test_a_port_that_cannot_be_is_wrong_use(harness: Run, port: str) -> None:
    answer = harness("serve", f"--port={port}")
    assert (answer.code, answer.out) == (2, "")
    assert "from 1 to 65535" in answer.err


def test_a_device_without_end_is_not_read(harness: Run, problem: Problem, work: Path) -> None:
    solve(problem, 1, work)
    assert harness("import", "/dev/zero").code == 2
    assert harness("grade", "counter", "solution.py", "--junit", "/dev/zero").code == 3


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


def test_settings_that_are_no_file_or_no_paths_leave_the_defaults(
    harness: Run, tmp_path: Path
) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text('theme = "light"\nproblems = [1, "a", 2]\n')
    answer = harness("settings")
    assert answer.code == 0
    assert 'theme = "light"' in answer.out
    assert "`problems.0` input should be a valid string" in answer.err
    settings.unlink()
    os.mkfifo(settings)
    answer = harness("settings")
    assert answer.code == 0
    assert "is not a file; the defaults hold" in answer.err
