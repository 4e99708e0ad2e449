"""``harness export``: a whole sitting as one JSON file."""

from argparse import Namespace
from pathlib import Path

from harness.cli.asking.options import Commands, add_command
from harness.cli.telling.streams import narrate, tell
from harness.errors import ExitCode


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "export",
        run,
        "write a sitting with everything in it as one JSON file; `harness schema sitting` tells "
        "its form",
    )
    parser.add_argument(
        "session",
        metavar="SESSION",
        nargs="?",
        help="its id, as `harness history` lists it; by default that of this folder",
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help="where to; by default standard output"
    )


def run(args: Namespace) -> int:
    """Write the sitting."""
    from harness.cli.asking.opening import tell_faults
    from harness.cli.telling.new_file import write_new
    from harness.session import Store, SystemClock, exported, find_session

    with Store() as store:
        tell_faults(store)
        session = args.session or find_session(store, Path.cwd(), SystemClock().read())
        text = exported(store, session)
    if args.output is None:
        tell(text)
    else:
        write_new(args.output, text + "\n")
        narrate(f"harness: {session} is in {args.output}.")
    return ExitCode.OK
