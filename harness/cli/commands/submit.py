"""``harness submit``: have ``solution.py`` graded, as it is saved now, within the sitting."""

from argparse import Namespace
from typing import TYPE_CHECKING

from harness.cli.asking.options import Commands, add_command, add_sitting_options
from harness.cli.telling.streams import narrate, narrating, tell, tell_json
from harness.errors import ExitCode

if TYPE_CHECKING:
    from harness.grading.evaluator_process import EvaluatorProcess


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "submit",
        run,
        "grade solution.py on all open levels; a level opens when every test up to it passes",
    )
    parser.add_argument(
        "--overtime",
        action="store_true",
        help="after the end: grade apart from the sitting, without a score",
    )
    add_sitting_options(parser)


def run(args: Namespace) -> int:
    """Submit, show the result, and answer whether every test of the open levels passed."""
    from harness.grading.evaluator_process import EvaluatorProcess

    with EvaluatorProcess() as process:  # imports pytest while we read the problem
        return _submit(args, process)


def _submit(args: Namespace, process: "EvaluatorProcess") -> int:
    from harness.cli.asking.opening import open_judge, open_sitting
    from harness.cli.telling.listing import progress_line, report_listing
    from harness.cli.telling.page import clock_text
    from harness.grading.protection import shortfall
    from harness.verdict import Verdict

    with open_sitting(args) as sitting, open_judge(sitting.problem, process=process) as judge:
        level_before = sitting.state.open_level
        on_result = (lambda test: narrate(progress_line(test))) if narrating() else None
        if args.overtime:
            report = sitting.submit_overtime(judge, on_result=on_result)
        else:
            report = sitting.submit(judge, on_result=on_result)
        sitting.settle(judge)
        summary, level = sitting.summary(), sitting.state.open_level
        # Told even where it cannot be recorded, which the end of the block says.
        if note := shortfall(report):
            narrate(f"harness: {note}")
        if args.json:
            tell_json(report.model_dump(mode="json"))
        else:
            tell(report_listing(report))
            if args.overtime:
                tell("overtime: recorded apart, not scored")
            tell(f"best so far {summary.score} of {summary.max_score}")
            if level > level_before:
                tell(f"level {level} is open")
            if not summary.phase.over:
                tell(f"{clock_text(summary.seconds_left)} left. {summary.next}")
    if report.verdict is Verdict.INTERNAL_ERROR:
        return ExitCode.FAULT
    return ExitCode.OK if report.accepted else ExitCode.NO
