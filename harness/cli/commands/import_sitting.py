"""``harness import``: take in a sitting that ``harness export`` wrote."""

from argparse import Namespace
from pathlib import Path
from stat import S_ISCHR

from harness.cli.asking.options import Commands, add_command
from harness.cli.telling.streams import tell
from harness.errors import ExitCode


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(commands, "import", run, "take in a sitting from the file of an export")
    parser.add_argument("file", metavar="FILE", type=Path, help="what `harness export` wrote")


def run(args: Namespace) -> int:
    """Take the sitting in and name it.

    Raises:
        WrongUseError: the file cannot be read, or is no export.
    """
    from harness.cli.asking.opening import tell_faults
    from harness.errors import WrongUseError
    from harness.session import Store, take_in

    try:
        if S_ISCHR(args.file.stat().st_mode):
            raise WrongUseError(f"{args.file}: is a device; name what `harness export` wrote.")
        content = args.file.read_bytes()
    except OSError as error:
        raise WrongUseError(f"{args.file}: cannot be read ({error.strerror}).") from None
    with Store() as store:
        tell_faults(store)
        tell(take_in(store, content, args.file))
    return ExitCode.OK
