"""``harness problems``: what there is to solve."""

from argparse import Namespace

from harness.cli.asking.options import Commands, add_command, add_json_option, add_problems_option
from harness.cli.telling.streams import tell, tell_json
from harness.cli.telling.table import table
from harness.errors import ExitCode


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(commands, "problems", run, "list the problems on offer")
    add_json_option(parser)
    add_problems_option(parser, dest="more_problems")


def run(args: Namespace) -> int:
    """List the problems."""
    from harness.cli.asking.opening import open_catalog

    problems = open_catalog(args).problems.values()
    if args.json:
        facts = [
            {
                "id": problem.id,
                "uuid": str(problem.uuid),
                "version": problem.version,
                "name": problem.name,
                "summary": problem.summary,
                "keywords": problem.keywords,
                "levels": len(problem.levels),
                "minutes": problem.minutes,
                "max_score": problem.max_score,
                "folder": str(problem.folder),
            }
            for problem in problems
        ]
        tell_json(facts)
        return ExitCode.OK
    head = ("problem", "levels", "minutes", "points", "summary")
    rows = [
        (
            problem.id,
            str(len(problem.levels)),
            str(problem.minutes),
            str(problem.max_score),
            problem.summary,
        )
        for problem in problems
    ]
    tell(table(head, rows, right={1, 2, 3}) if rows else "There are no problems.")
    return ExitCode.OK
