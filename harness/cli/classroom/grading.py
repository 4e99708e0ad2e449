"""``harness grade P DIR``: a folder of submissions, side by side, resumable."""

import json
from argparse import Namespace
from collections.abc import Generator, Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from harness.cli.telling.progress import Progress
from harness.cli.telling.streams import narrate, tell, tell_json
from harness.errors import ExitCode, WrongUseError

if TYPE_CHECKING:
    from harness.catalog import Problem
    from harness.classroom import Ledger, Row, Run, Terms
    from harness.grading import Report

_NAME_BYTES = 255
"""The most that a file's name may have on the systems this runs on."""

_SOME = 5
"""How many files that are passed over are named."""

_WIDEST = 40
"""Signs of a name in the table, where one that is endless would push all else out of sight."""


def run_class(args: Namespace, folder: Path) -> int:
    """Grade every submission in a folder that the ledger has no grading of, and report on all."""
    from harness.classroom import Ledger, Terms, passed_over, read_folder
    from harness.cli.asking.opening import open_catalog
    from harness.cli.formats.junit import demand_place
    from harness.session import Store, SystemClock, demand_unlocked

    problem = open_catalog(args).problem(args.problem)
    level = problem.level(len(problem.levels) if args.level is None else args.level).number
    with Store() as store:
        demand_unlocked(store, problem, level, SystemClock().read())
    results = _results_folder(args, folder)
    if args.junit:
        demand_place(args.junit)
    submissions = read_folder(folder)
    _tell_passed_over(passed_over(folder))
    terms = Terms.of(problem, level=level, seed=args.seed)
    with Ledger(results, make=True) as ledger:
        number = ledger.begin(problem, terms, submissions)
        grade_missing(args, problem, terms, ledger, number)
        graded = ledger.run(number)
    write_reports(results, "results", graded)
    _write_for_others(args, results, graded)
    _tell(graded, as_json=args.json)
    return _answer(graded)


def _tell_passed_over(names: list[str]) -> None:
    if not names:
        return
    some = ", ".join(names[:_SOME]) + (", …" if len(names) > _SOME else "")
    what = "1 file, which is" if len(names) == 1 else f"{len(names)} files, which are"
    narrate(f"harness: passes over {what} no Python and in no report: {some}")


def grade_missing(
    args: Namespace, problem: "Problem", terms: "Terms", ledger: "Ledger", number: int
) -> None:
    """Grade what the ledger has no grading of, telling how far it is.

    What ended as an internal error is tried once more in the end: a machine may just be busy.

    Raises:
        KeyboardInterrupt: somebody stopped it; it tells how to go on.
    """
    missing = ledger.pending(number)
    gradable = [row for row in ledger.run(number).rows if row.submission_hash is not None]
    known = sum(row.submission_hash not in missing for row in gradable)
    if known:
        narrate(f"harness: {known} of {len(gradable)} submissions are graded already.")
    if not missing:
        return
    if len(missing) < (left := len(gradable) - known):
        narrate(f"harness: {left} submissions, {len(missing)} of them different, each graded once.")
    _grade_all(args, problem, terms, ledger, number)
    if left := len(ledger.pending(number)):
        narrate(f"harness: {left} ended without a verdict, no fault of theirs; once more.")
        _grade_all(args, problem, terms, ledger, number)


def _grade_all(
    args: Namespace, problem: "Problem", terms: "Terms", ledger: "Ledger", number: int
) -> None:
    missing = ledger.pending(number)
    progress = Progress(len(missing), "graded")
    try:
        with closing(_gradings(args, problem, terms, missing, progress)) as gradings:
            for report in gradings:
                ledger.record(number, report)
                progress.step()
    except KeyboardInterrupt:
        raise KeyboardInterrupt(
            f"stopped; {progress.done} of {len(missing)} are graded and kept, "
            "and the same command goes on from there."
        ) from None
    finally:
        progress.end()


def _gradings(
    args: Namespace,
    problem: "Problem",
    terms: "Terms",
    missing: Mapping[str, bytes],
    progress: Progress,
) -> "Generator[Report]":
    from harness.classroom.side_by_side import grade_here
    from harness.grading.processors import processor_count

    isolated = args.require_isolation is not False
    if args.scheduler is None:
        jobs = args.jobs or processor_count()
        return grade_here(problem, terms, missing, isolated=isolated, jobs=jobs)
    from harness.classroom.cluster import grade_on_cluster

    return grade_on_cluster(
        args.scheduler, problem, terms, missing, isolated=isolated, tell=progress.tell
    )


def write_reports(results: Path, name: str, graded: "Run") -> None:
    """Write the CSV and the page of a run.

    Raises:
        WrongUseError: they cannot be written.
    """
    from harness.classroom.csv_report import as_csv
    from harness.classroom.html_report import as_html

    for suffix, text in ((".csv", as_csv(graded)), (".html", as_html(graded))):
        _write(results / f"{name}{suffix}", text)
    narrate(f"harness: {results / name}.html and .csv hold the results.")


def _write_for_others(args: Namespace, results: Path, graded: "Run") -> None:
    from harness.cli.formats.junit import suite, ungraded_suite, write_suites
    from harness.cli.formats.results_json import results_json

    if args.junit:
        suites = (
            ungraded_suite(row.name, row.message)
            if row.report is None
            else suite(row.name, row.report)
            for row in graded.rows
        )
        write_suites(args.junit, suites)
    if args.format:
        written: set[Path] = set()
        for row in graded.rows:
            file = results / args.format / _file_name(row) / "results.json"
            if row.report is not None and row.graded:
                _write(file, json.dumps(results_json(args.format, row.report)))
                written.add(file)
        for stale in set((results / args.format).glob("*/results.json")) - written:
            stale.unlink()  # of somebody who has no verdict any more, or is gone
        narrate(f"harness: {results / args.format} holds a results.json for each person graded.")


def _file_name(row: "Row") -> str:
    fits = len(row.name.encode()) <= _NAME_BYTES
    return row.name if fits else str(row.submission_hash)


def _write(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise WrongUseError(f"{file}: cannot be written ({error.strerror}).") from None


def _answer(graded: "Run") -> ExitCode:
    """Say by an exit code whether everybody has a verdict."""
    from harness.verdict import Verdict

    reports = [row.report for row in graded.rows if row.report is not None]
    if any(report.verdict is Verdict.INTERNAL_ERROR for report in reports):
        return ExitCode.FAULT
    return ExitCode.OK if len(reports) == len(graded.rows) else ExitCode.NO


def _tell(graded: "Run", *, as_json: bool) -> None:
    from harness.classroom.run import points
    from harness.cli.telling.table import table

    if as_json:
        for row in graded.rows:
            tell_json(row.model_dump(mode="json", exclude={"before"}))
        return
    levels = range(1, graded.terms.level + 1)
    head = ("submission", "verdict", "score", *(f"level {level}" for level in levels))
    lines = []
    for row in graded.rows:
        results = row.report.levels if row.report is not None and row.graded else ()
        counts = [f"{each.passed}/{each.total}" for each in results]
        name = row.name if len(row.name) <= _WIDEST else f"{row.name[: _WIDEST - 1]}…"
        lines.append((name, row.verdict, points(row.score), *(counts or [""] * len(levels))))
    tell(table(head, lines, right=range(2, len(head))))
    tell("")
    for row in graded.rows:
        if not row.graded:
            tell(f"{row.name}: {row.verdict}: {row.message}")
    tell(_summary(graded))


def _summary(graded: "Run") -> str:
    judged = f"{len(graded.scores)} of {len(graded.rows)} graded"
    if graded.mean is None or graded.median is None:
        return judged
    return f"{judged}, mean score {graded.mean:.0f}, median {graded.median:.0f}"


def _results_folder(args: Namespace, folder: Path) -> Path:
    place = folder.resolve()
    # Of the top of a file system `..` is itself, and the results would lie in it.
    results: Path = args.results or place.parent / f"{place.name}-results"
    if place in (results.resolve(), *results.resolve().parents):
        raise WrongUseError(
            f"{results}: lies among the submissions; name a folder elsewhere by `--results`."
        )
    return results
