"""``harness status``: where the sitting stands."""

from argparse import Namespace

from harness.cli.asking.options import Commands, add_command, add_sitting_options
from harness.errors import ExitCode


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands, "status", run, "show time left, levels, score and what to do next"
    )
    add_sitting_options(parser)


def run(args: Namespace) -> int:
    """Show the sitting."""
    from harness.cli.asking.opening import open_sitting
    from harness.cli.telling.page import tell_summary

    with open_sitting(args) as sitting:
        tell_summary(sitting.summary(), as_json=args.json)
    return ExitCode.OK
