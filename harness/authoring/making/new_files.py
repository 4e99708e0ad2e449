"""Files that an author is given: all of them new, or none is written."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from harness.errors import RefusedError, WrongUseError


def write_new(files: Mapping[Path, bytes]) -> list[Path]:
    """Write files that are not there yet, and return them in order.

    Raises:
        RefusedError: one is there already; nothing was written.
        WrongUseError: one cannot be written; those before it were taken back, and their folders.
    """
    for file in files:
        if os.path.lexists(file):
            raise RefusedError(
                f"{file}: exists already and is never overwritten; move it, or choose another name."
            )
    written: list[Path] = []
    made: list[Path] = []
    for file, content in files.items():
        made[:0] = [folder for folder in file.parents if not folder.exists()]
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("xb") as new:
                written.append(file)
                new.write(content)
        except OSError as error:
            for earlier in written:
                earlier.unlink(missing_ok=True)
            for folder in made:  # or the next try would find the name taken
                with suppress(OSError):
                    folder.rmdir()
            raise WrongUseError(
                f"{file}: cannot be written ({error.strerror}); mend the folder or choose another."
            ) from None
    return written


def replace_text(file: Path, text: str) -> None:
    """Replace a file of the author's in one step.

    Raises:
        WrongUseError: it cannot be written; it is as it was.
    """
    new = file.with_name(f".{file.name}.new")
    try:
        new.write_text(text, encoding="utf-8")
        new.replace(file)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise WrongUseError(f"{file}: cannot be written ({error.strerror}).") from None
