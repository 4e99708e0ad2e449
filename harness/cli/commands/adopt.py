"""``harness adopt``: make a problem of a suite that exists elsewhere."""

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from harness.cli.asking.options import Commands, add_command, add_json_option, add_problems_option
from harness.cli.telling.streams import narrate, write_narration
from harness.errors import ExitCode

if TYPE_CHECKING:
    from harness.authoring.making.adoption import Adopted, Known, UnclearError


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "adopt",
        run,
        "make a problem of a folder with statements, tests and a reference; its tests stay as "
        "they are",
    )
    parser.add_argument("folder", metavar="DIR", type=Path, help="the folder; it is only read")
    parser.add_argument("--id", metavar="P", help="the problem's id (default: after the folder)")
    parser.add_argument(
        "--dir",
        metavar="D",
        type=Path,
        default=Path("problems"),
        help="the folder that holds problems, made when missing (default: %(default)s)",
    )
    parser.add_argument("--module", metavar="NAME", help="what its tests import the solution as")
    parser.add_argument(
        "--class", dest="class_name", metavar="NAME", help="the class that solutions define"
    )
    parser.add_argument(
        "--reference", metavar="FILE", type=Path, help="the file that solves every level"
    )
    add_json_option(parser)
    add_problems_option(parser, dest="more_problems")


def run(args: Namespace) -> int:
    """Write the problem, asking in a terminal what the folder does not say."""
    from harness.authoring.making.adoption import Known, id_after
    from harness.cli.asking.authored import demand_free, tell_written
    from harness.cli.asking.opening import open_catalog

    args.id = args.id or id_after(args.folder)
    demand_free(open_catalog(args), args.id)
    known = Known(args.module, args.class_name, args.reference)
    adopted = _adopt(args, known)
    for note in adopted.notes:
        narrate(f"harness: {note}")
    tell_written(adopted.folder, adopted.files, as_json=args.json)
    return ExitCode.OK


def _adopt(args: Namespace, known: "Known") -> "Adopted":
    from harness.authoring.making.adoption import UnclearError, adopt

    while True:
        try:
            return adopt(args.folder, args.dir, args.id, known)
        except UnclearError as unclear:
            if not sys.stdin.isatty():
                raise
            known = known.told(unclear.field, _ask(unclear))


def _ask(unclear: "UnclearError") -> str:
    """Let the person choose by number until they do."""
    narrate(unclear.question)
    for number, choice in enumerate(unclear.choices, start=1):
        narrate(f"  {number}  {choice}")
    while True:
        write_narration(f"1 to {len(unclear.choices)}: ")
        line = sys.stdin.readline()
        if not line:
            raise KeyboardInterrupt  # the person has left
        if line.strip().isdecimal() and 1 <= int(line) <= len(unclear.choices):
            return unclear.choices[int(line) - 1]
