"""``harness serve``: the same screens in a browser, for whoever has the address."""

import shlex
import sys
from argparse import ArgumentTypeError, Namespace

from harness.cli.asking.options import Commands, add_command, add_problems_option
from harness.cli.telling.streams import flush, narrate, tell
from harness.errors import ExitCode, WrongUseError

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(commands, "serve", run, "show the screens in a browser")
    parser.add_argument(
        "--host",
        default=LOOPBACK[0],
        help="where to listen (default: %(default)s, this machine alone)",
    )
    parser.add_argument(
        "--port", type=_port, default=8000, metavar="N", help="which port (default: %(default)s)"
    )
    add_problems_option(parser, dest="more_problems")


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= 65535):
        raise ArgumentTypeError(f"{text!r} is not a port, from 1 to 65535")
    return int(text)


def run(args: Namespace) -> int:
    """Print the address and serve until Ctrl+C.

    Raises:
        WrongUseError: what serves is not installed, or the address cannot be listened on.
    """
    try:
        from harness.cli.web_server import address, serve
    except ImportError:
        raise WrongUseError(
            "A browser needs the extra packages: `pip install 'progressive-harness[web]'`."
        ) from None
    from secrets import token_urlsafe

    token = token_urlsafe(24)
    if args.host not in LOOPBACK:
        narrate(
            f"harness: whoever reaches {args.host} and knows the address can use this account's "
            "sittings; it is not encrypted."
        )
    narrate("harness: open this address in a browser; Ctrl+C ends. Sittings stay.")
    try:
        serve(
            shlex.join(_screens(args)),
            args.host,
            args.port,
            token,
            lambda: _tell(address(args.host, args.port, token)),
        )
    except OSError as error:
        raise WrongUseError(
            f"{args.host}:{args.port}: cannot be listened on ({error.strerror}); "
            "choose another with `--port`."
        ) from None
    return ExitCode.OK


def _tell(shown: str) -> None:
    """Print the address at once: a script that started this waits for it."""
    tell(shown)
    flush()


def _screens(args: Namespace) -> list[str]:
    """The command that shows the screens; one process for each browser window."""
    folders = [str(path.resolve()) for path in (*args.problems, *args.more_problems)]
    options = [word for folder in folders for word in ("--problems", folder)]
    return [sys.executable, "-m", "harness", *options]
