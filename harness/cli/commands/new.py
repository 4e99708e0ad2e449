"""``harness new``: begin a problem."""

from argparse import Namespace
from pathlib import Path

from harness.cli.asking.options import Commands, add_command, add_json_option, add_problems_option
from harness.errors import ExitCode, WrongUseError


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "new",
        run,
        "begin a problem: a folder that `harness verify` proves but for what is marked TODO in it",
    )
    parser.add_argument("id", metavar="P", help="its id: lower-case words joined by `_`")
    parser.add_argument(
        "--dir",
        metavar="D",
        type=Path,
        default=Path("problems"),
        help="the folder that holds problems, made when missing (default: %(default)s)",
    )
    parser.add_argument(
        "--class", dest="class_name", metavar="NAME", help="the class of solutions (default: as P)"
    )
    parser.add_argument(
        "--from",
        dest="origin",
        metavar="PROBLEM",
        help="begin as a copy of this problem, with an identity of its own",
    )
    add_json_option(parser)
    add_problems_option(parser, dest="more_problems")


def run(args: Namespace) -> int:
    """Write the problem's files and say what comes next.

    Raises:
        WrongUseError: options that do not go together.
    """
    from harness.authoring.making.scaffold import copy_problem, new_problem
    from harness.cli.asking.authored import demand_free, tell_written
    from harness.cli.asking.opening import open_catalog

    if args.origin and args.class_name:
        raise WrongUseError("A copy keeps the class of its origin: leave out `--class`.")
    catalog = open_catalog(args)
    demand_free(catalog, args.id)
    if args.origin:
        written = copy_problem(catalog.problem(args.origin), args.dir, args.id)
    else:
        written = new_problem(args.dir, args.id, args.class_name)
    tell_written(args.dir / args.id, written, as_json=args.json)
    return ExitCode.OK
