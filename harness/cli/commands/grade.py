"""``harness grade``: grade files, or a folder of submissions, apart from any sitting."""

import os
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from harness.cli.asking.options import (
    Commands,
    add_class_options,
    add_command,
    add_json_option,
    add_problem_argument,
)
from harness.cli.telling.streams import narrate, narrating, tell, tell_json
from harness.errors import ExitCode, WrongUseError

FORMATS = ("gradescope", "exercism")
"""The services whose ``results.json`` can be written."""

if TYPE_CHECKING:
    from harness.grading.evaluator_process import EvaluatorProcess
    from harness.grading.report import Report


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "grade",
        run,
        "grade files, and the answer is yes only if every one passes every test; or a folder of "
        "submissions, and the answer is yes if every one has a verdict",
    )
    add_problem_argument(parser)
    parser.add_argument(
        "files",
        metavar="FILE",
        type=Path,
        nargs="+",
        help="a solution; or one folder that holds a NAME.py or a NAME/solution.py for each person",
    )
    parser.add_argument(
        "--level", metavar="N", type=int, help="grade levels 1 to N (default: all levels)"
    )
    parser.add_argument("--seed", metavar="S", type=int, default=0, help="default: %(default)s")
    parser.add_argument("--junit", metavar="F", type=Path, help="write the reports as JUnit XML")
    parser.add_argument(
        "--format",
        choices=FORMATS,
        help="print the report of one file as this service's results.json; "
        "for a folder, write one for each person beside the other results",
    )
    add_json_option(parser)
    add_class_options(parser)
    parser.add_argument(
        "--results",
        metavar="D",
        type=Path,
        help="of a class, where the ledger and the reports are kept "
        "(default: beside the folder, NAME-results)",
    )


def run(args: Namespace) -> int:
    """Grade a folder of submissions; or each file, and answer whether all are accepted.

    Raises:
        WrongUseError: options that do not go together, or a file that cannot be read.
    """
    from harness.grading.evaluator_process import EvaluatorProcess

    if len(args.files) == 1 and args.files[0].is_dir():
        from harness.cli.classroom.grading import run_class

        return run_class(args, args.files[0])
    for file in args.files:
        if not os.path.lexists(file):
            raise WrongUseError(f"{file}: missing; name a solution, or a folder of submissions.")
        if file.is_dir():
            raise WrongUseError(f"{file}: is a folder; a class is one folder, named alone.")
    for option in ("results", "jobs", "scheduler"):
        if getattr(args, option) is not None:
            raise WrongUseError(f"--{option} is for one folder of submissions, not for files.")
    if args.format and len(args.files) > 1:
        raise WrongUseError(f"{args.format} takes the report of one file; name one file.")
    with EvaluatorProcess() as process:  # imports pytest while we read the problem
        return _grade(args, process)


def _grade(args: Namespace, process: "EvaluatorProcess") -> int:
    from harness.cli.asking.opening import open_catalog, open_judge
    from harness.cli.formats.junit import demand_place, write_junit
    from harness.session import Store, SystemClock, demand_unlocked, read_source, restrictions

    problem = open_catalog(args).problem(args.problem)
    level = problem.level(len(problem.levels) if args.level is None else args.level).number
    if args.require_isolation or args.format:
        _demand_no_links(args.files)
    sources = [(file, read_source(file)) for file in args.files]
    if args.junit:
        demand_place(args.junit)
    reading = SystemClock().read()
    with Store() as store:
        demand_unlocked(store, problem, level, reading)
        modes = [state.mode for state in restrictions(store, problem, reading)]
    reports: list[tuple[Path, Report]] = []
    with open_judge(
        problem, seed=args.seed, isolated=bool(args.require_isolation), process=process
    ) as judge:
        for file, source in sources:
            if narrating():
                narrate(f"grading {file}")
            report = judge(source, level, None)
            if not all(mode.shows_hidden_details for mode in modes):
                report = report.without_hidden_details()
            _tell(args, file, report, first=not reports)
            reports.append((file, report))
    if args.junit:
        write_junit(args.junit, reports)
    return _answer([report for _, report in reports])


def _demand_no_links(files: list[Path]) -> None:
    """Others hand these in: a link of theirs may lead to the reference, or to whatever we may read.

    Raises:
        WrongUseError: one is a link.
    """
    for file in files:
        if file.is_symlink():
            raise WrongUseError(
                f"{file}: is a symbolic link, and none that others may have made is followed; "
                "name the file itself."
            )


def _tell(args: Namespace, file: Path, report: "Report", *, first: bool) -> None:
    from harness.cli.formats.results_json import results_json
    from harness.cli.telling.listing import report_listing

    if args.format:
        tell_json(results_json(args.format, report))
    elif args.json:
        tell_json(report.without_hidden_sources().model_dump(mode="json"))
    else:
        tell(("" if first else "\n") + f"{file}: {report.verdict}")
        tell(report_listing(report))


def _answer(reports: list["Report"]) -> ExitCode:
    from harness.verdict import Verdict

    if any(report.verdict is Verdict.INTERNAL_ERROR for report in reports):
        return ExitCode.FAULT
    return ExitCode.OK if all(report.accepted for report in reports) else ExitCode.NO
