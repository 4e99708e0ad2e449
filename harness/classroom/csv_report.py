"""A run as CSV: a line for each submission, for a spreadsheet or a gradebook."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from harness.classroom.printable import printable
from harness.classroom.run import Row, Run

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # noqa: RUF001
"""What makes a spreadsheet compute a cell; names and messages come from candidates."""

_MARK = "\N{BYTE ORDER MARK}"
"""Without it Excel takes UTF-8 for the system's old encoding, and Jürgen for JÃ¼rgen."""


def as_csv(run: Run) -> str:
    """Lay a run out as CSV, marked as UTF-8; a regrading has verdict and score before, too."""
    levels = range(1, run.terms.level + 1)
    head = ["submission", "verdict", "score", "max_score"]
    head += [f"level_{level}_{what}" for level in levels for what in ("passed", "total")]
    head += ["message", "submission_hash"]
    if run.regrade_of is not None:
        head += ["verdict_before", "score_before", "changed"]
    origin = {
        "problem": run.problem,
        "problem_uuid": str(run.problem_uuid),
        "problem_version": run.problem_version,
        "package_hash": run.terms.package_hash,
        "seed": str(run.terms.seed),
        "grader": run.terms.grader,
        "graded_at": run.at,
    }
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow([*head, *origin])
    for row in run.rows:
        before = _before(row) if run.regrade_of is not None else ()
        writer.writerow(_inert([*_cells(row, levels), *before, *origin.values()]))
    return _MARK + text.getvalue()


def _cells(row: Row, levels: Iterable[int]) -> Iterator[str]:
    yield row.name
    yield row.verdict
    yield "" if row.score is None else str(row.score)
    yield "" if row.report is None else str(row.report.max_score)
    counts = {each.level: each for each in row.report.levels} if row.report and row.graded else {}
    for level in levels:
        yield str(counts[level].passed) if level in counts else ""
        yield str(counts[level].total) if level in counts else ""
    yield row.message
    yield row.submission_hash or ""


def _before(row: Row) -> Iterator[str]:
    yield str(row.before.verdict) if row.before else ""
    yield "" if row.score_before is None else str(row.score_before)
    yield "yes" if row.changed else "no"


def _inert(cells: list[str]) -> list[str]:
    return [printable(f"'{cell}" if cell.startswith(_FORMULA) else cell) for cell in cells]
