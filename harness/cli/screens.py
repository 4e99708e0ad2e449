"""``harness`` without a command: open the screens, if there is a terminal to show them."""

import os
import sys
from argparse import Namespace

from harness.cli.asking.opening import open_catalog, tell_faults
from harness.errors import ExitCode, WrongUseError
from harness.session import Store


def run(args: Namespace) -> int:
    """Open the screens and stay until they are left."""
    with Store() as store:
        return show(args, store)


def show(args: Namespace, store: Store, session: str | None = None) -> int:
    """Open the screens, in a sitting if one is named, and stay until they are left.

    Raises:
        WrongUseError: there is no terminal.
    """
    demand_terminal()
    from harness.tui import run_app

    tell_faults(store)
    run_app(
        catalog=open_catalog(args),
        store=store,
        session=session,
        editor=args.editor,
        mouse=not args.no_mouse,
    )
    return ExitCode.OK


def demand_terminal() -> None:
    """Check that the screens can be shown: in a terminal, or by a server that draws elsewhere.

    Raises:
        WrongUseError: they cannot.
    """
    drawn_elsewhere = "TEXTUAL_DRIVER" in os.environ
    if not drawn_elsewhere and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WrongUseError("The screens need a terminal; `harness --help` lists the commands.")
