"""A run as one HTML page: nothing is loaded, nothing is executed, nothing hidden is told.

Built as a tree, so that what candidates wrote is text and can be nothing else.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

from harness.classroom.printable import printable
from harness.classroom.run import Row, Run, in_words, points
from harness.grading.report import LevelResult, Report, TestResult
from harness.verdict import Verdict

HARDEST = 10
"""How many of the tests that most submissions fail are listed."""

_STYLE = Path(__file__).with_name("report.css")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def as_html(run: Run) -> str:
    """Lay a run out as a page that stands alone."""
    page = ET.Element("html", lang="en")
    head = ET.SubElement(page, "head")
    ET.SubElement(head, "meta", charset="utf-8")
    ET.SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY})
    ET.SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    title = f"{run.problem}: {_counted(len(run.rows), 'submission')}"
    _add(head, "title", title)
    ET.SubElement(head, "style").text = _STYLE.read_text(encoding="utf-8")
    body = ET.SubElement(page, "body")
    main = ET.SubElement(body, "main")
    _add(main, "h1", title)
    _add_summary(main, run)
    if run.regrade_of is not None:
        _add_changes(main, run)
    _add_submissions(main, run)
    _add_hardest(main, run)
    _add_origin(main, run)
    return "<!DOCTYPE html>\n" + ET.tostring(page, encoding="unicode", method="html") + "\n"


def _add_summary(main: ET.Element, run: Run) -> None:
    graded = [row for row in run.rows if row.graded]
    facts = {"graded": f"{len(graded)} of {len(run.rows)}"}
    if run.mean is not None and run.median is not None:
        top = max(row.report.max_score for row in graded if row.report)
        facts["mean score"] = f"{run.mean:.0f} of {top}"
        facts["median"] = f"{run.median:.0f}"
    reports = [row.report for row in graded if row.report]
    for level in range(1, run.terms.level + 1):
        whole = sum(
            each.verdict is Verdict.ACCEPTED
            for report in reports
            for each in report.levels
            if each.level == level
        )
        facts[f"level {level} whole"] = f"{whole} of {len(graded)}"
    _add_facts(main, facts, "summary")


def _add_changes(main: ET.Element, run: Run) -> None:
    changed = [row for row in run.rows if row.changed]
    title = "What changed"
    _add(main, "h2", title)
    if not changed:
        _add(main, "p", f"Nothing changed for anyone since run {run.regrade_of}.")
        return
    body = _add_table(main, title, ("submission", "verdict", "score"), numbers={"score"})
    for row in changed:
        assert row.before is not None
        line = ET.SubElement(body, "tr")
        _add(line, "th", row.name, scope="row")
        _add(line, "td", in_words(row.before, row.report))
        _add(line, "td", f"{points(row.score_before)} → {points(row.score)}", {"class": "number"})


def _add_submissions(main: ET.Element, run: Run) -> None:
    title = "Submissions"
    _add(main, "h2", title)
    levels = range(1, run.terms.level + 1)
    names = [f"level {level}" for level in levels]
    columns = ("submission", "verdict", "score", *names, "what failed")
    body = _add_table(main, title, columns, numbers={"score", *names})
    for row in run.rows:
        line = ET.SubElement(body, "tr")
        _add(line, "th", row.name, scope="row")
        kind = row.report.verdict.folder if row.report is not None else "not_graded"
        mark = row.report.verdict.code if row.report is not None else "-"
        cell = ET.SubElement(line, "td", {"class": "verdict"})
        _add(cell, "span", f"{mark} ", {"class": f"mark {kind}", "aria-hidden": "true"})
        _add(cell, "span", row.verdict)
        _add(line, "td", points(row.score), {"class": "number"})
        results = {each.level: each for each in row.report.levels} if row.report else {}
        for level in levels:
            _add_level(line, results.get(level) if row.graded else None)
        _add_failures(ET.SubElement(line, "td"), row)


def _add_level(line: ET.Element, level: LevelResult | None) -> None:
    if level is None:
        _add(line, "td", "", {"class": "number"})
        return
    whole = " whole" if level.passed == level.total else ""
    _add(line, "td", f"{level.passed} / {level.total}", {"class": f"number{whole}"})


def _add_failures(cell: ET.Element, row: Row) -> None:
    if row.message:
        _add(cell, "p", row.message)
    failed = _failed(row.report) if row.report is not None else []
    if not failed or (row.message and row.report and len(failed) == len(row.report.tests)):
        return
    details = ET.SubElement(cell, "details")
    _add(details, "summary", _counted(len(failed), "test"))
    items = ET.SubElement(details, "ul")
    for test in failed:
        _add(items, "li", f"level {test.level}, {test.kind}: {test.name} ({test.verdict})")


def _add_hardest(main: ET.Element, run: Run) -> None:
    failures = Counter(
        (test.level, test.kind, test.name)
        for row in run.rows
        if row.report is not None and row.graded
        for test in _failed(row.report)
    )
    if not failures:
        return
    title = "Tests that most submissions fail"
    _add(main, "h2", title)
    columns = ("test", "level", "kind", "failed by")
    body = _add_table(main, title, columns, numbers={"level", "failed by"})
    in_order = sorted(failures.items(), key=lambda item: (-item[1], item[0]))
    for (level, kind, name), count in in_order[:HARDEST]:
        line = ET.SubElement(body, "tr")
        _add(line, "th", name, scope="row")
        _add(line, "td", str(level), {"class": "number"})
        _add(line, "td", kind)
        _add(line, "td", str(count), {"class": "number"})


def _add_origin(main: ET.Element, run: Run) -> None:
    _add(main, "h2", "What these results rest on")
    facts = {
        "problem": f"{run.problem} {run.problem_version}",
        "uuid": str(run.problem_uuid),
        "package hash": run.terms.package_hash,
        "levels": f"1 to {run.terms.level}",
        "seed": str(run.terms.seed),
        "grader": run.terms.grader,
        "begun": run.at,
        "run": str(run.number),
    }
    if run.regrade_of is not None:
        facts["regrades"] = f"run {run.regrade_of}"
    _add_facts(main, facts, "origin")


def _add_facts(main: ET.Element, facts: dict[str, str], kind: str) -> None:
    pairs = ET.SubElement(main, "dl", {"class": kind})
    for name, value in facts.items():
        pair = ET.SubElement(pairs, "div")
        _add(pair, "dt", name)
        _add(pair, "dd", value)


def _add_table(
    main: ET.Element, title: str, names: Sequence[str], *, numbers: set[str]
) -> ET.Element:
    """Add a table with a head; return its body."""
    # Reached by the keyboard, for it scrolls where the page is narrow.
    region = {"class": "frame", "role": "region", "tabindex": "0", "aria-label": title}
    frame = ET.SubElement(main, "div", region)
    table = ET.SubElement(frame, "table")
    head = ET.SubElement(ET.SubElement(table, "thead"), "tr")
    for name in names:
        kind = {"class": "number"} if name in numbers else {}
        _add(head, "th", name, kind, scope="col")
    return ET.SubElement(table, "tbody")


def _add(
    parent: ET.Element, tag: str, text: str, attributes: dict[str, str] | None = None, **more: str
) -> None:
    ET.SubElement(parent, tag, attributes or {}, **more).text = printable(text)


def _failed(report: Report) -> list[TestResult]:
    return [test for test in report.tests if not test.accepted]


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
