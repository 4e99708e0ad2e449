"""``harness spec``: a problem's statement, as far as it may be read now."""

from argparse import Namespace

from harness.cli.asking.options import Commands, add_command, add_problem_argument
from harness.cli.telling.streams import tell
from harness.errors import ExitCode


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "spec",
        run,
        "print a problem's statement as Markdown; levels that a running sitting of it has "
        "not opened yet are refused",
    )
    add_problem_argument(parser)
    parser.add_argument(
        "level", metavar="LEVEL", type=int, nargs="?", help="one level; by default all open ones"
    )


def run(args: Namespace) -> int:
    """Print one level's statement, or those of all levels that are open."""
    from harness.cli.asking.opening import open_catalog
    from harness.session import (
        Store,
        SystemClock,
        demand_unlocked,
        restrictions,
    )

    problem = open_catalog(args).problem(args.problem)
    reading = SystemClock().read()
    with Store() as store:
        if args.level is None:
            open_levels = [state.level for state in restrictions(store, problem, reading)]
            levels = problem.levels[: min(open_levels, default=None)]
        else:
            levels = (problem.level(args.level),)
            demand_unlocked(store, problem, args.level, reading)
    tell("\n\n".join(level.statement.rstrip() for level in levels))
    return ExitCode.OK
