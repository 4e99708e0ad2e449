"""Copying: to the system's clipboard where there is one, else only as far as can be known."""

import os


def told_copy(text: str, *, here: bool = True) -> tuple[str, str]:
    """Copy to the system's clipboard; return what to say, as a title and a line.

    Over ssh, or when the person is not ``here`` but in a browser, the clipboard of this machine is
    the wrong one: there only the terminal can help.
    """
    import pyperclip

    count = f"{len(text)} characters"
    if here and not os.environ.get("SSH_CONNECTION"):
        try:
            pyperclip.copy(text)
        except (pyperclip.PyperclipException, OSError):
            pass
        else:
            return "Copied", f"{count} are in the clipboard."
    return (
        "Sent to the terminal",
        f"{count}; not every terminal passes them on (OSC 52). Ctrl+V pastes them here.",
    )
