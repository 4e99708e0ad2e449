"""``harness`` without a command: open the screens, if there is a terminal to show them."""

import sys
from argparse import Namespace

from harness.cli.opening import open_catalog, tell_faults
from harness.errors import ExitCode, WrongUseError
from harness.session import Store


def run(args: Namespace) -> int:
    """Open the screens and stay until they are left."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WrongUseError("The screens need a terminal; `harness --help` lists the commands.")
    from harness.tui import run_app

    with Store() as store:
        tell_faults(store)
        run_app(catalog=open_catalog(args), store=store)
    return ExitCode.OK
