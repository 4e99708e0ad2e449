"""``harness mine``: run the tests that one wrote oneself, confined like the solution."""

from argparse import Namespace
from typing import TYPE_CHECKING

from harness.cli.asking.options import Commands, add_command, add_sitting_options
from harness.cli.telling.streams import tell, tell_json
from harness.errors import ExitCode

if TYPE_CHECKING:
    from harness.grading.own_tests import OwnTestsReport

TESTS = "my_tests.py"


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "mine",
        run,
        f"run {TESTS}, plain pytest or unittest beside solution.py; nothing of it is scored",
    )
    add_sitting_options(parser)


def run(args: Namespace) -> int:
    """Run them, show what they said, and answer whether all passed."""
    from harness.cli.asking.opening import open_sitting
    from harness.grading.own_tests import OwnTests
    from harness.session import read_solution, read_source

    with open_sitting(args) as sitting:
        solution = read_solution(sitting.folder)
        tests = read_source(sitting.folder / TESTS, "your own tests")
        with OwnTests(sitting.problem) as own:
            report = own.run(solution, tests)
    if args.json:
        tell_json(report.model_dump(mode="json"))
    else:
        tell(_listing(report))
    return ExitCode.OK if report.all_passed else ExitCode.NO


def _listing(report: "OwnTestsReport") -> str:
    lines = []
    for test in report.tests:
        lines.append(f"{test.outcome:9} {test.name}")
        if test.message and test.outcome != "passed":
            place = f"{TESTS}, line {test.line}: " if test.line else ""
            lines.append(f"          {place}{test.message}")
    if report.message:
        lines.append(report.message)
    return "\n".join([*lines, f"{report.passed} of {len(report.tests)} of your own tests pass"])
