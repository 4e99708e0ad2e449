"""``harness hint``: the next hint of a level, in a mode that offers them."""

from argparse import Namespace
from typing import TYPE_CHECKING

from harness.cli.asking.options import Commands, add_command, add_sitting_options
from harness.cli.telling.streams import narrate, tell, tell_json
from harness.errors import ExitCode

if TYPE_CHECKING:
    from harness.session import Hint


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands, "hint", run, "show the next hint of a level; it costs no points and is recorded"
    )
    parser.add_argument(
        "level", metavar="LEVEL", type=int, nargs="?", help="by default the highest open one"
    )
    parser.add_argument("--again", action="store_true", help="show those that were shown already")
    add_sitting_options(parser)


def run(args: Namespace) -> int:
    """Show one more hint, or those shown before."""
    from harness.cli.asking.opening import open_sitting

    with open_sitting(args) as sitting:
        hints = sitting.hints_taken(args.level) if args.again else (sitting.hint(args.level),)
        sitting.demand_stored()
    if args.json:
        tell_json([vars(hint) for hint in hints])
        return ExitCode.OK
    tell("\n".join(map(_text, hints)) if hints else "No hint was shown yet: `harness hint`.")
    if not args.again:
        narrate("harness: a hint costs no points; that it was taken is recorded.")
    return ExitCode.OK


def _text(hint: "Hint") -> str:
    return f"Hint {hint.step} of {hint.steps}, level {hint.level}\n\n{hint.text}"
