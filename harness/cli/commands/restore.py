"""``harness restore``: the versions of solution.py that were kept, and any of them back."""

from argparse import Namespace
from datetime import datetime
from typing import TYPE_CHECKING

from harness.cli.asking.options import Commands, add_command, add_sitting_options
from harness.cli.telling.streams import narrate, tell, tell_json
from harness.cli.telling.table import table
from harness.errors import ExitCode

if TYPE_CHECKING:
    from harness.session import Sitting, Version


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "restore",
        run,
        "list the versions of solution.py, or take one back; what is replaced is kept first",
    )
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--version", metavar="N", type=int, help="take this version back")
    choice.add_argument(
        "--last-green",
        action="store_true",
        help="take back the last version that passed every test it was run on",
    )
    choice.add_argument("--show", metavar="N", type=int, help="print this version")
    add_sitting_options(parser)


def run(args: Namespace) -> int:
    """List the versions, print one, or take one back."""
    from harness.cli.asking.opening import open_sitting

    with open_sitting(args) as sitting:
        if args.show is not None:
            tell(sitting.source(sitting.version(args.show)).decode(errors="replace").rstrip("\n"))
        elif args.last_green or args.version is not None:
            wanted = sitting.last_green() if args.last_green else sitting.version(args.version)
            _take_back(sitting, wanted)
        else:
            _list(sitting, as_json=args.json)
    return ExitCode.OK


def _take_back(sitting: "Sitting", wanted: "Version") -> None:
    known = len(sitting.versions())
    beside = sitting.restore(wanted.number)
    narrate(f"harness: solution.py is version {wanted.number} again.")
    for version in sitting.versions()[known:]:
        if version.why == "before restore":
            narrate(f"harness: what it was before is version {version.number}.")
    if beside is not None:
        narrate(f"harness: what it was before is kept as {beside}.")


def _list(sitting: "Sitting", *, as_json: bool) -> None:
    state = sitting.state
    facts = [
        {
            "version": version.number,
            "at": version.at,
            "why": version.why,
            "green": state.green(version),
            "bytes": len(sitting.source(version)),
            "hash": version.source_hash,
        }
        for version in state.versions
    ]
    if as_json:
        tell_json(facts)
        return
    rows = [
        (
            str(fact["version"]),
            f"{datetime.fromtimestamp(int(fact['at']) / 1000):%H:%M:%S}",
            str(fact["why"]),
            "all passed" if fact["green"] else "",
            f"{fact['bytes']}",
        )
        for fact in facts
    ]
    if rows:
        tell(table(("version", "time", "kept as", "tests", "bytes"), rows, right={0, 4}))
        narrate("harness: `--version N` takes one back, `--show N` prints it.")
    else:
        tell(
            "No version was kept yet: each run keeps one, in the screens each minute of change too."
        )
