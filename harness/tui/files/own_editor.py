"""The person's own editor, opened over the screens and waited for."""

import os
import shlex
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from textual.app import App, SuspendNotSupported

from harness.errors import RefusedError, WrongUseError

_TAKE_LINES = frozenset({"vi", "vim", "nvim", "nano", "emacs", "emacsclient", "micro", "kak", "ne"})
"""Editors that go to a line when told ``+LINE``."""


def editor_command(path: Path, line: int, environment: Mapping[str, str]) -> list[str]:
    """Return the command that opens a file: by ``$VISUAL``, else ``$EDITOR``, else vi.

    Raises:
        WrongUseError: the variable cannot be read as a command.
    """
    named = environment.get("VISUAL") or environment.get("EDITOR") or "vi"
    try:
        words = shlex.split(named)
    except ValueError as error:
        raise WrongUseError(f"$VISUAL or $EDITOR is {named!r}: {error}; mend it.") from None
    if not words:
        words = ["vi"]
    at = [f"+{line}"] if Path(words[0]).name in _TAKE_LINES else []
    return [*words, *at, str(path)]


def edit_outside(app: App[None], path: Path, line: int) -> None:
    """Give the terminal to the editor until it ends.

    Raises:
        WrongUseError: the editor cannot be started.
        RefusedError: here is no terminal to give, as in a browser.
    """
    command = editor_command(path, line, os.environ)
    fault: OSError | None = None
    try:
        # Waited for without the event loop: a timer that paints now would paint over the editor.
        with app.suspend(), _interrupts_for_others():
            try:
                subprocess.run(command, check=False)
            except OSError as error:  # in here: what leaves this block leaves the screens suspended
                fault = error
    except SuspendNotSupported:
        raise RefusedError(
            f"No other editor can be opened from here; open {path} in one: every save runs."
        ) from None
    if fault is not None:
        raise WrongUseError(
            f"{command[0]}: cannot be started ({fault.strerror}); set $VISUAL or $EDITOR."
        )


@contextmanager
def _interrupts_for_others() -> Iterator[None]:
    """Leave Ctrl+C to the editor: the terminal sends it to everything in front of it.

    Not ignored, for what is ignored stays so in a program that is started.
    """
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
