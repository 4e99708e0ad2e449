"""A class graded again: a new run in its ledger, beside the one that it is compared with."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from harness.cli.classroom.grading import grade_missing, write_reports
from harness.cli.telling.streams import narrate, tell, tell_json
from harness.errors import ExitCode

if TYPE_CHECKING:
    from harness.catalog import Catalog, Problem
    from harness.classroom import Ledger, Run, Terms


def regrade_class(args: Namespace, catalog: "Catalog", results: Path) -> ExitCode:
    """Grade a run of a ledger again, and tell what changed for whom."""
    from harness.classroom import Ledger, Terms

    with Ledger(results) as ledger:
        was = ledger.run(args.number or ledger.last_run())
        problem = catalog.same(was.problem, was.problem_uuid)
        terms = Terms.of(problem, level=was.terms.level, seed=was.terms.seed)
        problem.level(terms.level)
        number = _continued(ledger, was, terms) or _begun(ledger, was, problem, terms)
        grade_missing(args, problem, terms, ledger, number)
        now = ledger.run(number)
    write_reports(results, f"regrade-{number}", now)
    _tell(now, as_json=args.json)
    return _answer(now)


def _answer(now: "Run") -> ExitCode:
    """Say whether all is as it was: who handed in nothing to grade has not changed either."""
    from harness.verdict import Verdict

    gradable = [row for row in now.rows if row.submission_hash is not None]
    if any(row.report and row.report.verdict is Verdict.INTERNAL_ERROR for row in gradable):
        return ExitCode.FAULT
    same = all(row.report is not None and not row.changed for row in gradable)
    return ExitCode.OK if same else ExitCode.NO


def _continued(ledger: "Ledger", was: "Run", terms: "Terms") -> int | None:
    """The last run, where it is this very regrading, stopped or told already."""
    last = ledger.run(ledger.last_run())
    same = last.regrade_of is not None and was.number in (last.number, last.regrade_of)
    return last.number if same and last.terms == terms else None


def _begun(ledger: "Ledger", was: "Run", problem: "Problem", terms: "Terms") -> int:
    if was.terms == terms:
        narrate(f"harness: nothing that run {was.number} rests on has changed since.")
    submissions = ledger.submissions(was.number)
    return ledger.begin(problem, terms, submissions, regrade_of=was.number)


def _tell(now: "Run", *, as_json: bool) -> None:
    from harness.classroom.run import in_words, points
    from harness.cli.telling.table import table

    changed = [row for row in now.rows if row.changed]
    if as_json:
        for row in now.rows:
            tell_json({**row.model_dump(mode="json"), "changed": row.changed})
        return
    if changed:
        lines = [
            (
                row.name,
                f"{points(row.score_before)} → {points(row.score)}",
                in_words(row.before, row.report),
            )
            for row in changed
            if row.before is not None
        ]
        tell(table(("submission", "score", "verdict"), lines))
        tell("")
    tell(f"{len(changed)} of {len(now.rows)} changed since run {now.regrade_of}")
