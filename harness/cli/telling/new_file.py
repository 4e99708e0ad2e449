"""A file that a command writes: always a new one, never over what is there."""

from pathlib import Path

from harness.errors import RefusedError, WrongUseError


def write_new(file: Path, text: str) -> None:
    """Write a text to a file that does not exist yet.

    Raises:
        RefusedError: it exists.
        WrongUseError: it cannot be written.
    """
    try:
        with file.open("x", encoding="utf-8") as opened:
            opened.write(text)
    except FileExistsError:
        raise RefusedError(f"{file}: exists already; name another file.") from None
    except OSError as error:
        raise WrongUseError(f"{file}: cannot be written ({error.strerror}).") from None
