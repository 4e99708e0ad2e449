"""Options that several commands share, so that they are spelled and explained alike."""

from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    BooleanOptionalAction,
    Namespace,
    _SubParsersAction,
)
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

Commands: TypeAlias = "_SubParsersAction[ArgumentParser]"
"""Where a command adds its parser."""

Run: TypeAlias = Callable[[Namespace], int]
"""What a command does; returns the exit code."""


def add_command(commands: Commands, name: str, run: Run, purpose: str) -> ArgumentParser:
    """Add a command; its purpose is a line in the list of commands and a sentence in its help."""
    sentence = f"{purpose[0].upper()}{purpose[1:]}."
    parser = commands.add_parser(name, help=purpose, description=sentence, allow_abbrev=False)
    parser.set_defaults(run=run)
    return parser


def add_problems_option(parser: ArgumentParser, *, dest: str = "problems") -> None:
    """Let further folders of problems be named."""
    parser.add_argument(
        "--problems",
        dest=dest,
        metavar="PATH",
        type=Path,
        action="append",
        default=[],
        help="a further folder of problems, or one problem's folder; may be repeated",
    )


def add_problem_argument(parser: ArgumentParser) -> None:
    """Let the problem be named, and folders where it may be found, after the command too."""
    parser.add_argument("problem", metavar="PROBLEM", help="its id, as `harness problems` lists it")
    add_problems_option(parser, dest="more_problems")


def add_sitting_options(parser: ArgumentParser) -> None:
    """Let the sitting be chosen by its folder, and be told as JSON."""
    parser.add_argument(
        "--dir",
        metavar="D",
        type=Path,
        help="the sitting's folder; by default this one or a parent, else the only running sitting",
    )
    add_json_option(parser)
    add_problems_option(parser, dest="more_problems")


def add_class_options(parser: ArgumentParser) -> None:
    """Let it be said how many submissions are graded at a time, and how well kept in."""
    parser.add_argument(
        "--require-isolation",
        action=BooleanOptionalAction,
        help="grade nothing where a submission could reach files, the network or other processes "
        "(default: for a class and for files of others, which are other people's code)",
    )
    parser.add_argument(
        "--jobs",
        metavar="N",
        type=_count,
        help="of a class on this machine, grade N at a time (default: one a processor)",
    )
    parser.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="grade a class on the Dask cluster whose scheduler answers there, such as "
        "tcp://127.0.0.1:8786",
    )


def _count(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise ArgumentTypeError(f"{text!r} is not a number of submissions, from 1")
    return number


def add_json_option(parser: ArgumentParser) -> None:
    """Let the facts be printed for programs."""
    parser.add_argument("--json", action="store_true", help="print the facts as JSON")


def add_screen_options(parser: ArgumentParser) -> None:
    """Let the person say how the screens behave this time."""
    add_editor_option(parser)
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")


def add_editor_option(parser: ArgumentParser) -> None:
    """Let the screens open in the person's own editor."""
    parser.add_argument(
        "--editor",
        action="store_true",
        help="open sittings in your own editor ($VISUAL, else $EDITOR); every save there runs",
    )
