"""``harness add-level``: give a problem its next level."""

from argparse import Namespace

from harness.cli.asking.options import Commands, add_command, add_json_option, add_problem_argument
from harness.errors import ExitCode


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "add-level",
        run,
        "give a problem its next level, to be proved but for what is marked TODO in it",
    )
    add_problem_argument(parser)
    add_json_option(parser)


def run(args: Namespace) -> int:
    """Write the level's files and say what comes next."""
    from harness.authoring.making.next_level import add_level
    from harness.cli.asking.authored import tell_written
    from harness.cli.asking.opening import open_catalog

    problem = open_catalog(args).problem(args.problem)
    tell_written(problem.folder, add_level(problem), as_json=args.json)
    return ExitCode.OK
