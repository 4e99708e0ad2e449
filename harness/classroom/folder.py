"""A folder of submissions, read without trusting anything in it.

Each ``*.py`` file is a submission, and so is each folder: the ``solution.py`` in it, or its only
``*.py`` file; some systems write ``.PY``. What cannot be read becomes a submission with a reason
instead of a source, so that it is told and stops nobody else. Symbolic links are never followed: an
unpacked archive may hold one to any file of whoever grades.
"""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG

from harness.catalog.models import SOLUTION_BYTES
from harness.classroom.printable import printable
from harness.errors import WrongUseError

SOLUTION = "solution.py"

_SUFFIX = ".py"
_HIDDEN = (".", "__")


@dataclass(frozen=True)
class Submission:
    """What one person handed in."""

    name: str
    """The file's name without ``.py``, or the folder's; what every report calls the person."""
    source: bytes | None
    """None where there is nothing to grade."""
    reason: str = ""
    """Why there is nothing to grade, in one line."""


class _UnreadableError(Exception):
    """Why a submission cannot be read, in one line."""


def read_folder(folder: Path) -> list[Submission]:
    """Read every submission in a folder, in the order of their names.

    Hidden entries, such as ``.git``, and files that are no Python are passed over.

    Raises:
        WrongUseError: the folder cannot be read or holds no submission.
    """
    try:
        entries = sorted(entry for entry in folder.iterdir() if _is_submission(entry))
    except OSError as error:
        raise WrongUseError(
            f"{folder}: cannot be read ({error.strerror}); mend the path or its permissions."
        ) from None
    if not entries:
        raise WrongUseError(
            f"{folder}: holds no submission; put one file NAME.py there for each person, "
            f"or one folder with a {SOLUTION} in it."
        )
    return [_read_entry(entry, name) for entry, name in _named(entries)]


def passed_over(folder: Path) -> list[str]:
    """The names of what lies in a folder and is no submission, hidden entries apart.

    Somebody may have handed in an archive or a notebook: whoever grades should hear of it.
    """
    try:
        names = sorted(entry.name for entry in folder.iterdir() if not _is_submission(entry))
    except OSError:  # told by ``read_folder``
        return []
    return [_shown(name) for name in names if not name.startswith(_HIDDEN)]


def _is_submission(entry: Path) -> bool:
    if entry.name.startswith(_HIDDEN):
        return False
    return _is_python(entry) or S_ISDIR(entry.lstat().st_mode) or entry.is_symlink()


def _is_python(entry: Path) -> bool:
    return entry.name.lower().endswith(_SUFFIX)


def _named(entries: list[Path]) -> Iterator[tuple[Path, str]]:
    """Each with a name of its own: the short one, or all of it where another could be meant."""
    whole = [_shown(each.name) for each in entries]
    short = [_shown(_without_suffix(each)) for each in entries]
    if len(set(whole)) < len(whole):
        whole = short = [_spelt_out(each.name) for each in entries]
    shorts, wholes = Counter(short), set(whole)
    for entry, brief, full in zip(entries, short, whole, strict=True):
        # ann.py beside ann/; and then ann.py.py is not ann.py either.
        unclear = shorts[brief] > 1 or (brief != full and brief in wholes)
        yield entry, full if unclear else brief


def _without_suffix(entry: Path) -> str:
    return entry.name[: -len(_SUFFIX)] if _is_python(entry) else entry.name


def _read_entry(entry: Path, name: str) -> Submission:
    try:
        is_folder = S_ISDIR(entry.lstat().st_mode)
        return Submission(name, _read_file(_solution_in(entry) if is_folder else entry))
    except _UnreadableError as error:
        return Submission(name, None, str(error))
    except OSError as error:
        return Submission(name, None, f"cannot be read ({error.strerror})")


def _solution_in(folder: Path) -> Path:
    present = list(_python_files(folder))
    named = [file for file in present if file.name.lower() == SOLUTION]
    if len(named or present) != 1:
        found = f"{len(present)} Python files" if present else "no Python file"
        lacks = f"more than one {SOLUTION}" if named else f"no {SOLUTION}"
        raise _UnreadableError(f"the folder holds {found} and {lacks}")
    return (named or present)[0]


def _python_files(folder: Path) -> Iterator[Path]:
    for entry in folder.iterdir():
        if _is_python(entry) and not entry.name.startswith(_HIDDEN):
            yield entry


def _read_file(file: Path) -> bytes:
    mode = file.lstat().st_mode
    if S_ISLNK(mode):
        raise _UnreadableError(f"{_shown(file.name)} is a symbolic link, and none is followed")
    if not S_ISREG(mode):
        raise _UnreadableError(f"{_shown(file.name)} is not a file")
    # Neither waits nor follows, should it have been replaced since.
    descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as opened:
        source = opened.read(SOLUTION_BYTES + 1)
    if len(source) > SOLUTION_BYTES:
        raise _UnreadableError(
            f"{_shown(file.name)} has more than {SOLUTION_BYTES:,} bytes, the most that is read"
        )
    return source


def _shown(name: str) -> str:
    """A name as text, with every byte spelt out that is none."""
    return printable(os.fsencode(name).decode("utf-8", "backslashreplace"))


def _spelt_out(name: str) -> str:
    r"""The same, less legible, but of no other file: who is called ``a\nb`` has two backslashes."""
    return printable(name.replace("\\", r"\\"))
