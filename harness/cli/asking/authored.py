"""What the commands that write problems ask before and say after."""

from collections.abc import Sequence
from pathlib import Path

from harness.catalog import Catalog
from harness.cli.telling.streams import narrate, tell, tell_json
from harness.errors import RefusedError


def demand_free(catalog: Catalog, problem_id: str) -> None:
    """Refuse an id that a problem on offer has: only one of the two would be offered.

    Raises:
        RefusedError: it is taken.
    """
    taken = catalog.problems.get(problem_id)
    if taken:
        raise RefusedError(f"The id {problem_id!r} is taken by {taken.folder}; choose another.")


def tell_written(folder: Path, files: Sequence[Path], *, as_json: bool) -> None:
    """Print the files that are new or changed, and narrate what to do now."""
    folder = _near(folder)
    if as_json:
        tell_json({"folder": str(folder), "files": [str(_near(file)) for file in files]})
    else:
        tell("\n".join(str(_near(file)) for file in files))
    # A path needs a separator to be told from an id.
    named = folder if folder.name != str(folder) else f"./{folder}"
    narrate(f"harness: next: `harness verify {named}` lists what is left to do, in order.")


def _near(path: Path) -> Path:
    """The path as seen from here, where it is below."""
    path = path.resolve()
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
