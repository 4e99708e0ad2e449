"""A real terminal: tmux plays the keyboard and shows what a person would see."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from harness.catalog import load_catalog

PLAY = """
import sys
from pathlib import Path
from harness.catalog import load_catalog
from harness.session import Store
from harness.tui import run_app

top = Path(sys.argv[1])
with Store(top / "sessions.db") as store:
    run_app(catalog=load_catalog(), store=store, sittings_folder=top / "sittings")
print("left cleanly", flush=True)
sys.stdin.read()
"""
"""It stays until its terminal goes: one whose program ended writes its own words over the last."""
PATIENCE = 600
"""How many looks at the terminal before a wait is given up."""


class Terminal:
    """A terminal of its own tmux server."""

    def __init__(self, socket: Path) -> None:
        tmux = shutil.which("tmux")
        if tmux is None:
            pytest.fail("tmux is missing: install it (apt-get install tmux) to run this test.")
        # Left by whoever runs the tests, these would overrule the size of this terminal.
        overruling = {"COLUMNS", "LINES"}
        self._environment = {
            name: value for name, value in os.environ.items() if name not in overruling
        }
        self._command = [tmux, "-S", str(socket), "-f", "/dev/null"]

    def start(self, *command: str) -> None:
        """Run a command in 120 columns and 40 lines; the terminal stays after it."""
        self._tmux("new-session", "-d", "-x", "120", "-y", "40", "-s", "play")
        self._tmux("set-option", "-g", "remain-on-exit", "on")
        self._tmux("respawn-pane", "-k", "-t", "play", *command)

    def press(self, *keys: str) -> None:
        """Press keys by tmux's names."""
        self._tmux("send-keys", "-t", "play", *keys)

    def screen(self) -> str:
        """What is shown."""
        return self._tmux("capture-pane", "-p", "-t", "play")

    def until(self, seen: Callable[[str], bool], what: str) -> str:
        """Wait until something is shown."""
        for _ in range(PATIENCE):
            screen = self.screen()
            if seen(screen):
                return screen
            time.sleep(0.1)
        raise AssertionError(f"never seen: {what}\n{self.screen()}")

    def close(self) -> None:
        """Close it under whatever it runs, which must end then."""
        pid = self.pid
        self._tmux("kill-session", "-t", "play")
        for _ in range(PATIENCE):
            if not Path(f"/proc/{pid}").exists():
                return
            time.sleep(0.1)
        raise AssertionError("its program has not ended")

    @property
    def pid(self) -> int:
        """The process id of what it runs."""
        return int(self._tmux("display-message", "-p", "-t", "play", "#{pane_pid}"))

    def end(self) -> None:
        """End this server, and with it whatever it runs."""
        subprocess.run([*self._command, "kill-server"], check=False, capture_output=True)

    def _tmux(self, *words: str) -> str:
        done = subprocess.run(
            [*self._command, *words],
            check=True,
            capture_output=True,
            text=True,
            timeout=30,
            env=self._environment,
        )
        return done.stdout


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """A terminal that is gone after the test."""
    opened = Terminal(tmp_path / "tmux")
    yield opened
    opened.end()


def _begin(terminal: Terminal, name: str) -> None:
    """Start an exam in the problem that home offers first."""
    terminal.until(lambda screen: name in screen, "home")
    terminal.press("Enter")
    terminal.until(lambda screen: "Your files" in screen, "the modes")
    terminal.press("Enter")
    terminal.until(lambda screen: "Start the clock" in screen, "the question")
    terminal.press("Enter")
    terminal.until(lambda screen: "Before the code" in screen, "the questions")
    terminal.press("Escape")
    terminal.until(lambda screen: "Before the code" not in screen, "the sitting")


@pytest.mark.slow
def test_level_1_is_accepted_in_a_real_terminal(terminal: Terminal, tmp_path: Path) -> None:
    problem = load_catalog().problem("key_value_store")
    reference = (problem.folder / "submissions" / "accepted" / "level_1.py").read_text()
    terminal.start(sys.executable, "-c", PLAY, str(tmp_path))

    _begin(terminal, problem.name)
    terminal.press("F3")
    terminal.press("-l", "x = 1")
    solution = next((tmp_path / "sittings").glob("*/solution.py"))
    terminal.until(lambda _: solution.read_text().startswith("x = 1"), "what was typed, saved")

    solution.write_text(reference)
    # The clock's tick may tell the new level before the run itself has told its end.
    screen = terminal.until(lambda screen: "AC accepted" in screen, "the verdict")
    assert "level 2 of 4" in screen
    assert "score 100 of 600" in screen

    terminal.press("F12")
    terminal.until(lambda screen: "Resume" in screen, "home with the sitting")
    terminal.press("q")
    terminal.until(lambda screen: "left cleanly" in screen, "a clean end")


@pytest.mark.slow
def test_a_terminal_closed_at_once_loses_nothing_typed(terminal: Terminal, tmp_path: Path) -> None:
    terminal.start(sys.executable, "-c", PLAY, str(tmp_path))
    _begin(terminal, load_catalog().problem("key_value_store").name)
    terminal.press("F3")
    terminal.until(lambda screen: "class KeyValueStore" in screen, "the code")
    terminal.press("-l", "typed_last = 1")
    terminal.until(lambda screen: "typed_last = 1" in screen, "what was typed")
    terminal.close()
    solution = next((tmp_path / "sittings").glob("*/solution.py"))
    for _ in range(PATIENCE):
        if solution.read_text().startswith("typed_last = 1"):
            return
        time.sleep(0.1)
    raise AssertionError(f"not saved:\n{solution.read_text()}")


@pytest.mark.slow
def test_a_program_that_is_told_to_continue_goes_on_and_ends_with_its_terminal(
    terminal: Terminal, tmp_path: Path
) -> None:
    terminal.start(sys.executable, "-c", PLAY, str(tmp_path))
    _begin(terminal, load_catalog().problem("key_value_store").name)
    os.kill(terminal.pid, signal.SIGCONT)

    def typed(screen: str) -> bool:
        terminal.press("F3")  # what comes while the terminal changes hands is lost
        terminal.press("-l", "later ")
        return "later" in screen

    terminal.until(typed, "what was typed")
    terminal.close()


@pytest.mark.slow
def test_ctrl_c_ends_the_own_editor_and_not_the_sitting(terminal: Terminal, tmp_path: Path) -> None:
    """An editor that only waits for a window, as ``code --wait`` does, leaves Ctrl+C to the terminal."""
    editor = tmp_path / "waits"
    editor.write_text("#!/bin/sh\necho waiting for the window\nexec sleep 3600\n")
    editor.chmod(0o755)
    play = [sys.executable, "-c", PLAY, str(tmp_path)]
    terminal.start("env", f"VISUAL={editor}", *play)
    _begin(terminal, load_catalog().problem("key_value_store").name)
    terminal.press("C-o")
    terminal.until(lambda screen: "waiting for the window" in screen, "the editor")
    terminal.press("C-c")
    terminal.until(lambda screen: "F12 Home" in screen, "the sitting")
    terminal.press("F3")
    terminal.press("-l", "typed_later = 1")
    terminal.until(lambda screen: "typed_later = 1" in screen, "what was typed")


@pytest.mark.slow
def test_an_own_editor_that_is_not_there_leaves_the_screens(
    terminal: Terminal, tmp_path: Path
) -> None:
    play = [sys.executable, "-c", PLAY, str(tmp_path)]
    terminal.start("env", "VISUAL=no-such-editor-anywhere", *play)
    _begin(terminal, load_catalog().problem("key_value_store").name)
    terminal.press("C-o")
    terminal.until(lambda screen: "cannot be started" in screen, "the notice")
    terminal.press("F3")
    terminal.press("-l", "typed_later = 1")
    terminal.until(lambda screen: "typed_later = 1" in screen, "what was typed")
