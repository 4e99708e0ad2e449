"""The person's folder: what is laid out there, and how their solution is read back.

Files are only ever added. What exists, whoever wrote it, stays exactly as it is.
"""

from pathlib import Path
from stat import S_ISDIR, S_ISREG

from harness.catalog.models import Problem
from harness.errors import RefusedError, WrongUseError

SOLUTION = "solution.py"
SOLUTION_BYTES = 1024 * 1024
"""The largest solution that is read."""

# With these lines a plain `pytest` in the folder runs the sample tests of every open level.
PYTEST_INI = b"""[pytest]
pythonpath = .
addopts = --import-mode=importlib
markers =
    tags(*names): what a test is about
"""


def lay_out_start(folder: Path, problem: Problem) -> None:
    """Make the folder, with the starter and the first level in it.

    Raises:
        RefusedError: a file of another origin has the name of one of ours.
        WrongUseError: the folder cannot be written to.
    """
    for path, content in _files(folder, problem, 1).items():
        if path.name != "pytest.ini" and path.exists() and _content(path) != content:
            raise RefusedError(
                f"{path}: exists already and is never overwritten; "
                "choose another folder with `--dir`."
            )
    lay_out(folder, problem, 1)


def lay_out(folder: Path, problem: Problem, level: int) -> None:
    """Add whatever is missing of the starter and of levels 1 to ``level``.

    Raises:
        WrongUseError: the folder cannot be written to.
    """
    for path, content in _files(folder, problem, level).items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_new(path, content)
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


def read_source(path: Path) -> bytes:
    """Return a submission's file exactly as it is saved now.

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
        raise WrongUseError(f"{path}: missing; save the solution under this name.") from None
    except OSError as error:
        raise WrongUseError(
            f"{path}: cannot be read ({error.strerror}); mend its permissions."
        ) from None


def _files(folder: Path, problem: Problem, level: int) -> dict[Path, bytes]:
    """All that belongs in the folder while ``level`` is the highest open one; nothing hidden."""
    files = {
        folder / SOLUTION: problem.starter_file.read_bytes(),
        folder / "pytest.ini": PYTEST_INI,
    }
    for open_level in problem.levels[:level]:
        for source in (open_level.statement_file, open_level.sample_tests):
            files[folder / f"level_{open_level.number}" / source.name] = source.read_bytes()
    return files


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _write_new(path: Path, content: bytes) -> None:
    try:
        with path.open("xb") as file:
            try:
                file.write(content)
                file.flush()
            except OSError:
                path.unlink()  # half a file would be mistaken for one to keep
                raise
    except FileExistsError:
        return
