"""Where a sitting's problem is: in the folder it began with, else wherever it is on offer."""

from pathlib import Path

from harness.catalog import Catalog, Problem, load_problem
from harness.catalog.registry import is_installed
from harness.errors import WrongUseError
from harness.session.events import Started


def folder_to_remember(problem: Problem) -> str:
    """The folder by which a sitting finds its problem again; empty where the id is enough.

    What is installed moves with the harness, and so it is looked for anew each time.
    """
    if is_installed(problem):
        return ""
    folder = problem.folder  # whose own name, be it a link's, is the problem's id
    return str(folder.parent.resolve() / folder.name)


def problem_of(started: Started, catalog: Catalog) -> Problem:
    """Return the problem that a sitting began with, in its version of now.

    Args:
        started: how it began.
        catalog: where else to look, when its folder is gone or holds another problem.

    Raises:
        WrongUseError: it is in neither; the line says where it was, or why it cannot be read.
    """
    if not started.problem_folder:
        return catalog.same(started.problem, started.problem_uuid)
    try:
        return _loaded(Path(started.problem_folder), started)
    except WrongUseError:
        offered = [each for each in catalog.problems.values() if each.uuid == started.problem_uuid]
        if not offered:
            raise
        # Its folder may have been renamed, and its id is that folder's name.
        return min(offered, key=lambda each: each.id != started.problem)


def _loaded(folder: Path, started: Started) -> Problem:
    try:
        if not folder.is_dir():
            raise WrongUseError(
                f"{folder}: gone, and with it the problem of this sitting; bring it back, or name "
                "where it is now by `--problems`."
            )
        problem = load_problem(folder)
    except OSError as error:
        raise WrongUseError(
            f"{folder}: the problem of this sitting cannot be read ({error.strerror}); "
            "mend its permissions."
        ) from None
    if problem.uuid != started.problem_uuid:
        raise WrongUseError(
            f"{folder}: holds another problem than this sitting began with; bring that one back, "
            "or name where it is now by `--problems`."
        )
    return problem
