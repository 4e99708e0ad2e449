"""Where the parts of a problem lie that need not be in its folder: the starter and the page."""

import re
import sysconfig
from dataclasses import dataclass
from pathlib import Path

from harness.errors import RefusedError, WrongUseError


@dataclass(frozen=True)
class Home:
    """Where the files of one problem go."""

    folder: Path
    starter: Path
    page: Path


def home_of(into: Path, problem_id: str) -> Home:
    """Say where a new problem goes.

    All in its own folder, unless the folder of problems has ``solutions_template`` and
    ``docs/problems`` beside it, as the built-in problems have.

    Args:
        into: the folder that holds problems.
        problem_id: the name of the problem's folder.

    Raises:
        WrongUseError: the name cannot be a problem's.
        RefusedError: there is such a folder already.
    """
    if not re.fullmatch(r"[a-z][a-z0-9_]*", problem_id):
        raise WrongUseError(
            f"{problem_id!r} cannot be a problem's id: use lower-case words joined by `_`, "
            "such as `parking_lot`."
        )
    folder = into / problem_id
    if folder.exists():
        raise RefusedError(f"{folder}: exists already and is never overwritten; choose another id.")
    starters, pages = into.parent / "solutions_template", into.parent / "docs" / "problems"
    return Home(
        folder,
        starters / f"{problem_id}.py" if starters.is_dir() else folder / "starter.py",
        pages / f"{problem_id}.md" if pages.is_dir() else folder / "instructor.md",
    )


def demand_own(folder: Path) -> None:
    """Refuse to change what belongs to an installed package.

    Raises:
        RefusedError: the folder lies among installed packages.
    """
    installed = {Path(sysconfig.get_path(name)).resolve() for name in ("purelib", "platlib")}
    if installed & set(folder.resolve().parents):
        raise RefusedError(
            f"{folder}: belongs to an installed package; make your own copy first: "
            f"`harness new my_{folder.name} --from {folder.name}`."
        )
