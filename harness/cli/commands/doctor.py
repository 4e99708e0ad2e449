"""``harness doctor``: what confines submissions on this machine, and how to get what is missing."""

from argparse import Namespace
from typing import TYPE_CHECKING

from harness.cli.asking.options import Commands, add_command, add_json_option
from harness.cli.telling.streams import tell, tell_json
from harness.cli.telling.table import table
from harness.errors import ExitCode

if TYPE_CHECKING:
    from harness.grading.protection import Examination


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "doctor",
        run,
        "try this machine's protections; the answer is yes if they do for other people's code",
    )
    add_json_option(parser)


def run(args: Namespace) -> int:
    """Try every layer, tell what holds, and answer whether other people's code can be graded."""
    import os

    from harness.grading.protection import examine

    examination = examine(os.environ)
    if args.json:
        tell_json(_facts(examination))
    else:
        tell(_page(examination))
    return ExitCode.OK if examination.isolation.suffices else ExitCode.NO


def _facts(examination: "Examination") -> dict[str, object]:
    return {
        "isolation": examination.isolation.value,
        "suffices": examination.isolation.suffices,
        "protections": examination.protections,
        "layers": [vars(layer) for layer in examination.layers],
    }


def _page(examination: "Examination") -> str:
    from harness.grading.protection import NEEDS

    held = examination.protections
    rows = [
        (need, "holds" if need in held else f"does not hold: a submission could {exposed}")
        for need, exposed in NEEDS.items()
    ]
    rows += [
        (layer.name, "holds" if layer.holds else f"does not hold: {layer.reason}")
        for layer in examination.layers
    ]
    lines = [table(("tried on this machine", ""), rows)]
    for layer in examination.layers:
        if not layer.holds:
            lines += ["", f"{layer.name} guards {layer.guards}", f"  to get it: {layer.mend}"]
    word = "enough" if examination.isolation.suffices else "not enough"
    lines += ["", f"isolation is {examination.isolation}: {word} for grading other people's code"]
    return "\n".join(lines)
