"""Grading a file at every save, without a sitting."""

from argparse import Namespace
from pathlib import Path
from time import sleep

from harness.catalog import Problem
from harness.cli.asking.opening import open_catalog
from harness.cli.telling.run_lines import regressed, run_lines
from harness.cli.telling.streams import flush, narrate, tell, tell_json
from harness.cli.watching.saves import POLL_SECONDS, Saves
from harness.errors import WrongUseError
from harness.grading import Grader, Report
from harness.grading.evaluator_process import EvaluatorProcess
from harness.session import Store, SystemClock, demand_unlocked, restrictions


def watch_file(args: Namespace, process: EvaluatorProcess) -> int:
    """Grade the file now and at every save; only an interruption ends it.

    Raises:
        WrongUseError: there is no such problem, level or file.
        RefusedError: a running sitting keeps the level locked.
    """
    problem = open_catalog(args).problem(args.problem)
    level = problem.level(len(problem.levels) if args.level is None else args.level).number
    if not args.file.is_file():
        raise WrongUseError(f"{args.file}: missing; save the solution under this name.")
    saves, before = Saves(args.file), None
    with Grader(problem, process) as grader:
        if not args.json:
            narrate(f"harness: {args.file} is graded at every save; Ctrl+C stops.")
        while True:
            source = saves.news()
            if source is not None:
                report = _allowed(problem, level, grader.grade(source, level))
                _tell(args.file, report, before, as_json=args.json)
                flush()
                before = report
            sleep(POLL_SECONDS)


def _allowed(problem: Problem, level: int, report: Report) -> Report:
    """The report as far as running sittings of the problem let it be shown."""
    reading = SystemClock().read()
    with Store() as store:
        demand_unlocked(store, problem, level, reading)
        modes = [state.mode for state in restrictions(store, problem, reading)]
    shown = all(mode.shows_hidden_details for mode in modes)
    return report if shown else report.without_hidden_details()


def _tell(file: Path, report: Report, before: Report | None, *, as_json: bool) -> None:
    if as_json:
        lost = [test.id for test in regressed(report, before)]
        tell_json({"event": "run", "regressed": lost, "report": report.model_dump(mode="json")})
    else:
        first, *rest = run_lines(report, before)
        tell("\n".join([f"{file.name}: {first}", *rest]))
        tell(f"  score {report.score} of {report.max_score}")
