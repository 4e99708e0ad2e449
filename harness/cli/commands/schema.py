"""``harness schema``: the form of each kind of file, as a JSON schema."""

import json
from argparse import Namespace

from harness.cli.asking.options import Commands, add_command
from harness.cli.telling.streams import tell
from harness.errors import ExitCode

KINDS = ("report", "problem", "sitting", "review")


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "schema",
        run,
        "print a JSON schema: of a report, of problem.toml, of an exported sitting, or of a review",
    )
    parser.add_argument("kind", choices=KINDS)


def run(args: Namespace) -> int:
    """Print the schema."""
    from harness.catalog.models import Manifest, Model
    from harness.grading.report import Report
    from harness.review import Review
    from harness.session import SittingFile

    models: dict[str, type[Model]] = {
        "report": Report,
        "problem": Manifest,
        "sitting": SittingFile,
        "review": Review,
    }
    tell(json.dumps(models[args.kind].model_json_schema(), indent=2))
    return ExitCode.OK
