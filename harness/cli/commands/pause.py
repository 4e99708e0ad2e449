"""``harness pause``: stop the clock, in a mode that allows it."""

from argparse import Namespace

from harness.cli.asking.options import Commands, add_command, add_sitting_options
from harness.errors import ExitCode


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(commands, "pause", run, "stop the clock of a practice sitting")
    add_sitting_options(parser)


def run(args: Namespace) -> int:
    """Stop the clock."""
    from harness.cli.asking.opening import open_sitting
    from harness.cli.telling.page import tell_summary

    with open_sitting(args) as sitting:
        sitting.pause()
        sitting.demand_stored()
        tell_summary(sitting.summary(), as_json=args.json)
    return ExitCode.OK
