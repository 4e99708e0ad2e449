"""A problem as bytes, to be judged with on another machine exactly as it is here."""

import io
import zipfile
from pathlib import Path

from harness.catalog import Problem, load_problem
from harness.errors import InternalFaultError

_STARTER = "solutions_template"


def packed(problem: Problem) -> bytes:
    """Return a problem's folder and its starter as a compressed archive."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        for path in sorted(problem.folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                inside = path.relative_to(problem.folder)
                opened.write(path, f"problems/{problem.id}/{inside.as_posix()}")
        opened.write(problem.starter_file, f"{_STARTER}/{problem.id}.py")
    return archive.getvalue()


def unpacked(archive: bytes, folder: Path, package_hash: str) -> Problem:
    """Lay a problem out in an empty folder and load it.

    Raises:
        InternalFaultError: it is not, file by file, the one that was packed.
    """
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        opened.extractall(folder)
    (place,) = (folder / "problems").iterdir()
    problem = load_problem(place)
    if problem.package_hash() != package_hash:
        raise InternalFaultError(f"{problem.id} did not arrive as it was sent.")
    return problem
