"""The two streams of every command: standard output is data, standard error is narration.

What a command does never depends on whether anybody still listens: it is done to its end. Where
the data found no room, that is an error; a reader that has seen enough is none.
"""

import json
import os
import sys
import unicodedata
from io import TextIOWrapper
from typing import TextIO

from harness.errors import HarnessError


class UntoldError(HarnessError):
    """What a command did stands, but standard output took no word of it."""


class _Unread(TextIOWrapper):
    """Standard output after its reader has left, such as ``head``: it takes all and keeps none."""


def prepare_streams() -> None:
    """Give every standard stream that was closed one that leads nowhere; let none choke on a text.

    A file opened later would get the number of a closed stream, and what is told would end in it.
    """
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        if getattr(sys, name) is None:
            if not _is_open(number):
                _lead_nowhere(number)
            stream = open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115
            setattr(sys, name, stream)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal that lacks a character gets its escape, not a crash.
            stream.reconfigure(errors="backslashreplace")


def tell(text: str) -> None:
    """Print data; a control character in it, such as a candidate prints, is shown, not obeyed.

    Raises:
        UntoldError: there is no room for it.
    """
    _write(_tame(text))


def tell_json(facts: object) -> None:
    """Print data for programs: one document on one line, in ASCII, whatever the locale.

    Raises:
        UntoldError: there is no room for it.
    """
    _write(json.dumps(facts, separators=(",", ":")))


def flush() -> None:
    """Let a reader that waits for each line have what was printed.

    Raises:
        BrokenPipeError: there is no reader any more.
        UntoldError: there is no room for it.
    """
    finish_data()
    if isinstance(sys.stdout, _Unread):
        raise BrokenPipeError


def finish_data() -> None:
    """Bring out what was printed, if anybody reads it.

    Raises:
        UntoldError: there is no room for it.
    """
    try:
        sys.stdout.flush()
    except OSError as error:
        _give_up_data(error)


def narrate(text: str) -> None:
    """Print what is going on, if there is where."""
    write_narration(_tame(text) + "\n")


def write_narration(text: str) -> None:
    """Print a piece of narration as it is, at once, if there is where."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        _lead_nowhere(sys.stderr.fileno())


def narrating() -> bool:
    """Whether a person is watching the narration."""
    return sys.stderr.isatty()


def _write(text: str) -> None:
    try:
        sys.stdout.write(text + "\n")
    except OSError as error:
        _give_up_data(error)


def _give_up_data(error: OSError) -> None:
    """Let all further data lead nowhere; a reader that has left is the only good reason."""
    stream: TextIO = sys.stdout
    _lead_nowhere(stream.fileno())  # what is still held would fail again at the exit
    if not isinstance(error, BrokenPipeError):
        reason = error.strerror or str(error)
        raise UntoldError(
            f"Standard output cannot be written ({reason}); what the command did stands."
        ) from None
    sys.stdout = _Unread(open(stream.fileno(), "wb", closefd=False))  # noqa: SIM115


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


def _lead_nowhere(number: int) -> None:
    nowhere = os.open(os.devnull, os.O_RDWR)
    if nowhere == number:
        os.set_inheritable(number, True)  # as the processes that we start expect of their streams
    else:
        os.dup2(nowhere, number)
        os.close(nowhere)


def _tame(text: str) -> str:
    return "".join(
        character
        if character in "\n\t" or unicodedata.category(character) not in {"Cc", "Cf", "Cs"}
        else character.encode("unicode_escape").decode("ascii")
        for character in text
    )
