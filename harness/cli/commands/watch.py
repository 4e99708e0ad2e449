"""``harness watch``: stay warm and grade at every save, for people who stay in their editor."""

from argparse import Namespace
from pathlib import Path

from harness.cli.asking.options import Commands, add_command, add_sitting_options
from harness.cli.telling.streams import narrate
from harness.errors import ExitCode, WrongUseError


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "watch",
        run,
        "grade solution.py at every save until time is up or Ctrl+C; with a problem and a file, "
        "grade that file without a sitting",
    )
    parser.add_argument("problem", metavar="PROBLEM", nargs="?", help="outside a sitting: its id")
    parser.add_argument("file", metavar="FILE", nargs="?", type=Path, help="the solution")
    parser.add_argument("--level", metavar="N", type=int, help="with a file: levels 1 to N")
    parser.add_argument(
        "--take-over",
        action="store_true",
        help="take the sitting over from another window that is open on it",
    )
    add_sitting_options(parser)


def run(args: Namespace) -> int:
    """Watch until the sitting is over or the person stops it.

    Raises:
        WrongUseError: a problem is named without a file.
    """
    from harness.grading.evaluator_process import EvaluatorProcess

    if (args.problem is None) != (args.file is None):
        raise WrongUseError(
            "Outside a sitting name both: `harness watch PROBLEM FILE`; "
            "inside one `harness watch` alone."
        )
    try:
        with EvaluatorProcess() as process:  # imports pytest while we read the problem
            if args.problem is None:
                from harness.cli.watching.sitting import watch_sitting

                return watch_sitting(args, process)
            from harness.cli.watching.file import watch_file

            return watch_file(args, process)
    except KeyboardInterrupt:
        narrate("harness: stopped watching; what was submitted counts.")
        return ExitCode.OK
