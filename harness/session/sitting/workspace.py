"""The person's folder: what is laid out there, and how their solution is read back.

Files are only ever added. What exists, whoever wrote it, stays exactly as it is.
"""

import os
from itertools import count
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from harness.catalog.models import SOLUTION_BYTES, Problem
from harness.errors import RefusedError, WrongUseError
from harness.session.sitting.whole_file import replace_whole, write_beside, write_new

SOLUTION = "solution.py"

# With these lines a plain `pytest` in the folder runs the sample tests of every open level.
PYTEST_INI = b"""[pytest]
pythonpath = .
addopts = --import-mode=importlib
markers =
    tags(*names): what a test is about
"""

# What makes the same true of tests that know the solution by another name.
OTHER_NAME = b'''"""The tests import your solution by this name; write it in solution.py."""

from solution import *  # noqa: F403
'''


def lay_out_start(folder: Path, problem: Problem, level: int, starter: bytes) -> None:
    """Make the folder, with the starter and levels 1 to ``level`` in it.

    Raises:
        RefusedError: a file of another origin has the name of one of ours.
        WrongUseError: the folder cannot be written to, or the problem's is gone.
    """
    for path, content in _files(folder, problem, level, starter).items():
        if path.name != "pytest.ini" and path.exists() and _content(path) != content:
            raise RefusedError(
                f"{path}: exists already and is never overwritten; "
                "choose another folder with `--dir`."
            )
    lay_out(folder, problem, level, starter)


def lay_out(folder: Path, problem: Problem, level: int, starter: bytes) -> None:
    """Add whatever is missing of the starter and of levels 1 to ``level``.

    Raises:
        WrongUseError: the folder cannot be written to, or the problem's is gone.
    """
    for path, content in _files(folder, problem, level, starter).items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_new(path, content)
        except OSError as error:
            raise WrongUseError(
                f"{path}: cannot be written ({error.strerror}); mend the folder or choose another."
            ) from None


def read_solution(folder: Path) -> bytes:
    """Return the solution exactly as it is saved now.

    Raises:
        WrongUseError: it is missing, not a file, unreadable or too big.
    """
    return read_source(folder / SOLUTION)


def read_source(path: Path, what: str = "the solution") -> bytes:
    """Return a person's file exactly as it is saved now.

    Args:
        path: which one.
        what: it holds, as a person who has none yet is told.

    Raises:
        WrongUseError: it is missing, not a file, unreadable or too big.
    """
    try:
        status = path.stat()
        if S_ISDIR(status.st_mode):
            raise WrongUseError(f"{path}: is a folder; a solution is one Python file.")
        if not S_ISREG(status.st_mode):
            raise WrongUseError(f"{path}: is not a file; a solution is one Python file.")
        if status.st_size > SOLUTION_BYTES:
            raise WrongUseError(
                f"{path}: has {status.st_size:,} bytes and may have at most {SOLUTION_BYTES:,}; "
                "make it smaller."
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise WrongUseError(f"{path}: missing; save {what} under this name.") from None
    except OSError as error:
        raise WrongUseError(f"{path}: cannot be read ({error.strerror}); mend the file.") from None


def present_solution(folder: Path) -> bytes | None:
    """Return the solution as it is saved now; None when there is none.

    Raises:
        WrongUseError: there is something that cannot be read as one.
    """
    path = folder / SOLUTION
    return read_source(path) if os.path.lexists(path) else None


def replace_solution(folder: Path, expected: bytes | None, source: bytes) -> bool:
    """Replace the solution in one step, unless it is by now another than expected.

    Returns:
        whether it was replaced.

    Raises:
        WrongUseError: the folder cannot be written to.
    """
    path = folder / SOLUTION
    try:
        return replace_whole(path, source, while_so=lambda: present_solution(folder) == expected)
    except OSError as error:
        raise WrongUseError(
            f"{path}: cannot be replaced ({error.strerror}); mend the folder."
        ) from None


def copy_beside(folder: Path, source: bytes) -> Path:
    """Keep a text beside the solution, under a name that nothing else has.

    Raises:
        WrongUseError: the folder cannot be written to.
    """
    path = folder / SOLUTION
    try:
        copy = write_beside(path, (f"{SOLUTION}.before-restore-{n}" for n in count(1)), source)
    except OSError as error:
        raise WrongUseError(
            f"{path}: no copy can be written beside it ({error.strerror}); mend the folder."
        ) from None
    assert copy is not None
    return copy


def _files(folder: Path, problem: Problem, level: int, starter: bytes) -> dict[Path, bytes]:
    """All that belongs in the folder while ``level`` is the highest open one; nothing hidden."""
    files = {
        folder / SOLUTION: starter,
        folder / "pytest.ini": PYTEST_INI,
    }
    for module in problem.modules:
        files[folder.joinpath(*module.split(".")).with_suffix(".py")] = OTHER_NAME
    for open_level in problem.levels[:level]:
        for source in (open_level.statement_file, open_level.sample_tests):
            files[folder / f"level_{open_level.number}" / source.name] = _ours(source)
    return files


def _ours(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise WrongUseError(
            f"{path}: cannot be read ({error.strerror}); put the problem's folder back."
        ) from None


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
