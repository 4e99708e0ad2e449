"""Which problems there are: built in, installed by other packages, or in folders named."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.metadata import entry_points
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from uuid import UUID

from harness.catalog.loader import load_problem
from harness.catalog.models import Problem
from harness.errors import HarnessError, WrongUseError

ENTRY_POINT_GROUP = "harness.problems"


@dataclass(frozen=True)
class Fault:
    """A folder that is not offered, and the line that says why."""

    folder: Path
    message: str


@dataclass(frozen=True)
class Catalog:
    """The problems on offer by id, and the faults that kept others away."""

    problems: Mapping[str, Problem]
    faults: tuple[Fault, ...]

    def problem(self, problem_id: str) -> Problem:
        """Return the problem with this id, or in this folder where a path is given.

        Raises:
            WrongUseError: there is none; the message offers near names, or its fault.
        """
        if os.sep in problem_id or problem_id == os.curdir:
            return load_problem(Path(problem_id))
        if problem_id in self.problems:
            return self.problems[problem_id]
        for fault in self.faults:
            if fault.folder.name == problem_id:
                raise WrongUseError(fault.message)
        near = get_close_matches(problem_id, self.problems, n=1)
        if Path(problem_id, "problem.toml").is_file():
            mend = f"the folder here is `{os.curdir}{os.sep}{problem_id}`."
        elif near:
            mend = f"did you mean {near[0]}?"
        else:
            mend = "`harness problems` lists them, `--problems FOLDER` offers those of a folder."
        raise WrongUseError(f"There is no problem {problem_id!r}: {mend}")

    def same(self, problem_id: str, uuid: UUID) -> Problem:
        """Return the problem that something began or was graded with, in its version of now.

        Raises:
            WrongUseError: it is not on offer, or another has its id.
        """
        problem = self.problem(problem_id)
        if problem.uuid != uuid:
            raise WrongUseError(
                f"{problem_id}: the one on offer ({problem.folder}) is another problem of that "
                "name; name the folder of the right one by `--problems`."
            )
        return problem


def load_catalog(folders: Sequence[Path] = ()) -> Catalog:
    """Load every problem; a broken one becomes a fault and the others still load.

    Args:
        folders: further folders, each holding problem folders, or being one.
    """
    problems: dict[str, Problem] = {}
    faults: list[Fault] = []
    sources = [built_in_folder(), *_installed_folders(faults), *folders]
    for source in sources:
        for folder in _problem_folders(source, faults):
            try:
                problem = load_problem(folder)
            except HarnessError as error:
                faults.append(Fault(folder, str(error)))
                continue
            earlier = problems.get(problem.id)
            if earlier is None:
                problems[problem.id] = problem
            elif earlier.folder.resolve() != folder.resolve():
                faults.append(
                    Fault(
                        folder,
                        f"{folder}: the id {problem.id!r} is taken by {earlier.folder}; "
                        "rename this folder.",
                    )
                )
    in_place = sorted(problems.values(), key=lambda problem: (problem.place, problem.id))
    return Catalog({problem.id: problem for problem in in_place}, tuple(faults))


def built_in_folder() -> Path:
    """Where the built-in problems are: inside the installed package, or at the checkout's top."""
    package = Path(str(files("harness")))
    installed = package / "content" / "problems"
    return installed if installed.is_dir() else package.parent / "problems"


def is_installed(problem: Problem) -> bool:
    """Whether it came with the harness or another package, so that its id is enough to find it."""
    sources = {source.resolve() for source in (built_in_folder(), *_installed_folders([]))}
    folder = problem.folder.resolve()
    return folder in sources or folder.parent in sources


def _problem_folders(source: Path, faults: list[Fault]) -> list[Path]:
    try:
        if (source / "problem.toml").is_file():
            return [source]
        if source.is_dir():
            return [
                folder
                for folder in sorted(source.iterdir())
                if folder.is_dir() and not folder.name.startswith((".", "__"))
            ]
        told = "no such folder of problems; correct the path."
    except OSError as error:
        told = f"cannot be read ({error.strerror}); correct the path or its permissions."
    faults.append(Fault(source, f"{source}: {told}"))
    return []


def _installed_folders(faults: list[Fault]) -> Iterator[Path]:
    """Folders that other installed packages offer: ``module`` in the entry-point group."""
    for entry in entry_points(group=ENTRY_POINT_GROUP):
        try:
            spec = find_spec(entry.value)
            if spec is None or not spec.submodule_search_locations:
                raise ImportError(f"{entry.value} is no folder of a package")
            yield Path(next(iter(spec.submodule_search_locations)))
        except Exception as error:  # whatever the package does when it is looked for
            faults.append(
                Fault(
                    Path(entry.value),
                    f"Entry point {entry.name!r} ({entry.value}) offers no folder: {error}. "
                    "Uninstall its package or ask its author.",
                )
            )
