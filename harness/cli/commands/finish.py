"""``harness finish``: end the sitting before its time is up."""

from argparse import Namespace

from harness.cli.asking.options import Commands, add_command, add_sitting_options
from harness.errors import ExitCode


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(commands, "finish", run, "end the sitting now and show its result")
    add_sitting_options(parser)


def run(args: Namespace) -> int:
    """End the sitting; what was submitted before is graded first."""
    from harness.cli.asking.opening import open_sitting, settle
    from harness.cli.telling.page import tell_summary

    with open_sitting(args) as sitting:
        sitting.finish()
        settle(sitting)
        sitting.demand_stored()
        tell_summary(sitting.summary(), as_json=args.json)
    return ExitCode.OK
