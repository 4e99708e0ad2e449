"""Copying: to the system's clipboard where there is one, else only as far as can be known."""

import os
import subprocess
import sys

_PATIENCE_SECONDS = 5
"""A clipboard that answers no sooner counts as none."""


def told_copy(text: str, paste: str, *, here: bool = True) -> tuple[str, str]:
    """Copy to the system's clipboard; return what to say, as a title and a line.

    Over ssh, or when the person is not ``here`` but in a browser, the clipboard of this machine is
    the wrong one: there only the terminal can help, and the key ``paste`` in here. Blocks while
    programs of the system copy.
    """
    count = f"{len(text)} characters"
    if here and not os.environ.get("SSH_CONNECTION") and _copied(text):
        return "Copied", f"{count} are in the clipboard."
    return (
        "Sent to the terminal",
        f"{count}; not every terminal passes them on (OSC 52). {paste} pastes them here.",
    )


def _copied(text: str) -> bool:
    """Copy, and read back: the programs that own clipboards fail without saying so."""
    try:
        _pyperclip("--copy", text)
        return _pyperclip("--paste").split() == text.split()
    except (OSError, subprocess.SubprocessError):
        return False


def _pyperclip(what: str, text: str = "") -> str:
    """Run it apart: the programs it starts would write their errors over the screen.

    What it copies with may stay to own the clipboard; so what that says goes nowhere.
    """
    done = subprocess.run(
        [sys.executable, "-P", "-X", "utf8", "-m", "pyperclip", what],
        input=text,
        stdout=subprocess.PIPE if what == "--paste" else subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        timeout=_PATIENCE_SECONDS,
        check=True,
    )
    return done.stdout or ""
