"""``harness``: parse the line, run the command, turn what escapes into one line and a code."""

import os
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword
from pathlib import Path

import harness
from harness.cli.asking.options import Commands, add_problems_option, add_screen_options
from harness.cli.ending import EndedError, ended_cleanly
from harness.cli.telling.streams import finish_data, narrate, prepare_streams
from harness.errors import ExitCode, HarnessError, WrongUseError

COMMANDS = (
    "problems",
    "spec",
    "start",
    "status",
    "submit",
    "mine",
    "watch",
    "hint",
    "restore",
    "pause",
    "resume",
    "finish",
    "review",
    "history",
    "progress",
    "export",
    "import",
    "grade",
    "regrade",
    "verify",
    "new",
    "add-level",
    "adopt",
    "doctor",
    "schema",
    "settings",
    "serve",
)
"""The commands in the order of the help; each is the module of its name in ``commands``."""

INTERRUPTED = 130
"""What shells say of a command that was stopped by Ctrl-C."""

EPILOG = """\
Without a command the screens open.

exit codes:
  0  all is well
  1  the answer is no: tests fail, a problem is not sound
  2  wrong use: unknown problem, missing file, bad option
  3  refused: a locked level, time that is up, a folder with other work
  4  a fault of the harness or of a problem, never of the solution

Standard output is data, standard error is narration. Sittings are kept where the system keeps
such files, or in $HARNESS_STATE.
"""


# Pydantic would look through every installed package for plugins; the harness has none.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; no traceback ever escapes."""
    prepare_streams()
    code = _answer(argv)
    try:
        finish_data()
    except HarnessError as error:
        narrate(f"harness: {error}")
        return error.exit_code
    return code


def _answer(argv: Sequence[str] | None) -> int:
    try:
        with ended_cleanly():
            args = build_parser().parse_args(argv)
            _demand_a_place()
            return int(args.run(args))
    except SystemExit as stop:  # the parser's way to say that it told the help, or what is wrong
        return stop.code if isinstance(stop.code, int) else ExitCode.WRONG_USE
    except HarnessError as error:
        narrate(f"harness: {error}")
        return error.exit_code
    except KeyboardInterrupt as stop:
        narrate(f"harness: {str(stop) or 'interrupted; what was submitted before counts.'}")
        return stop.exit_code if isinstance(stop, EndedError) else INTERRUPTED
    except BrokenPipeError:
        return ExitCode.OK  # nobody is left for whom to go on watching
    except Exception as error:
        from harness.cli.faults import told

        fault = told(error)
        narrate(f"harness: {fault}")
        return fault.exit_code


def _demand_a_place() -> None:
    try:
        Path.cwd()
    except OSError as error:
        raise WrongUseError(
            f"The current folder cannot be found ({error.strerror}): `cd` to one that is there."
        ) from None


def build_parser() -> ArgumentParser:
    """Build the parser of all commands."""
    parser = ArgumentParser(
        prog="harness",
        description=harness.__doc__,
        epilog=EPILOG,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"harness {harness.__version__}")
    add_problems_option(parser)
    add_screen_options(parser)
    parser.set_defaults(run=_open_screens, more_problems=[])
    commands: Commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for name in COMMANDS:
        import_module(f"harness.cli.commands.{_module(name)}").add_parser(commands)
    return parser


def _module(command: str) -> str:
    """The module of a command; one whose name Python keeps for itself has a longer one."""
    return f"{command}_sitting" if iskeyword(command) else command.replace("-", "_")


def _open_screens(args: Namespace) -> int:
    from harness.cli.screens import run

    return run(args)
