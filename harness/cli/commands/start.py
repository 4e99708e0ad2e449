"""``harness start``: lay out a folder and start the clock."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from harness.cli.asking.options import (
    Commands,
    add_command,
    add_editor_option,
    add_json_option,
    add_problem_argument,
)
from harness.errors import ExitCode, RefusedError, WrongUseError

if TYPE_CHECKING:
    from harness.catalog import Catalog, Problem

# Spelled out here because the modes themselves bring pydantic along; a test holds them together.
MODES = ("exam", "practice", "drill")


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(commands, "start", run, "start a timed sitting in a folder")
    add_problem_argument(parser)
    parser.add_argument(
        "--mode",
        choices=MODES,
        default=MODES[0],
        help="exam: the clock never stops; practice: it can pause, and failing tests tell all; "
        "drill: one level, from the reference of the level before (default: %(default)s)",
    )
    parser.add_argument("--level", metavar="N", type=int, help="the level of a drill")
    parser.add_argument(
        "--minutes",
        metavar="N",
        type=int,
        help="how long (default: as the problem says; a drill takes its level's guide time)",
    )
    parser.add_argument(
        "--submit-at-deadline",
        action="store_true",
        help="submit solution.py as it is saved when time is up",
    )
    parser.add_argument(
        "--dir",
        metavar="D",
        type=Path,
        help="where to work, made when missing (default: this folder, if it is empty)",
    )
    add_editor_option(parser)
    add_json_option(parser)
    parser.set_defaults(no_mouse=False)


def run(args: Namespace) -> int:
    """Start a sitting and show where it stands."""
    from harness.cli.asking.opening import open_catalog, tell_faults
    from harness.cli.screens import demand_terminal, show
    from harness.cli.telling.page import tell_summary
    from harness.session import MODES as ALL_MODES
    from harness.session import Sitting, Store

    if args.editor:
        demand_terminal()  # before a clock runs
    catalog = open_catalog(args)
    problem = catalog.problem(args.problem)
    _demand_own_id(catalog, problem)
    folder = args.dir or _this_folder()
    with Store() as store:
        tell_faults(store)
        store.demand_writable()
        sitting = Sitting.start(
            store,
            problem,
            ALL_MODES[args.mode],
            folder,
            level=args.level,
            minutes=args.minutes,
            grades_last_save=args.submit_at_deadline,
        )
        sitting.demand_stored()
        if args.editor:
            return show(args, store, sitting.id)
        tell_summary(sitting.summary(), as_json=args.json)
    return ExitCode.OK


def _demand_own_id(catalog: "Catalog", problem: "Problem") -> None:
    """Refuse what is named by its path where another problem has its id: lists tell them by it.

    Raises:
        RefusedError: the id is taken.
    """
    taken = catalog.problems.get(problem.id)
    if taken and taken.uuid != problem.uuid:
        raise RefusedError(
            f"{problem.folder}: the id {problem.id!r} is taken by {taken.folder}; "
            "rename this folder before you sit it."
        )


def _this_folder() -> Path:
    """The current folder, when nothing but hidden files is in it."""
    folder = Path.cwd()
    try:
        visible = sorted(path.name for path in folder.iterdir() if path.name[0] != ".")
    except OSError as error:
        raise WrongUseError(f"{folder}: cannot be read ({error.strerror}).") from None
    if visible:
        raise RefusedError(
            f"{folder}: not empty ({visible[0]} is in it); start in an empty folder, "
            "or name one with `--dir`."
        )
    return folder
