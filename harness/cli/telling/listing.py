"""A report as text: the failing tests with the conversation they had, each level, the score."""

from collections.abc import Iterator, Sequence

from harness.grading.report import LevelResult, Report, TestResult
from harness.verdict import Verdict

LAST_EXCHANGES = 6
"""How many calls before a failure are worth a person's look."""

IN_FULL = 10
"""How many failing tests are told in full; one cause often fails many."""

_MARGIN = " " * 6


def report_listing(report: Report) -> str:
    """Lay a report out as text; what matters most comes last, where a terminal stops."""
    return "\n".join(_lines(report))


def failure_listing(test: TestResult) -> str:
    """Lay one test that failed out as text."""
    return "\n".join(_test(test))


def shown_failure(test: TestResult) -> str:
    """Lay a failing test out for whoever handed in: of a hidden one the verdict alone."""
    return failure_listing(test) if test.kind == "sample" else str(test.verdict)


def progress_line(result: TestResult) -> str:
    """One test's result while grading goes on."""
    return f"{result.verdict.code:3}  level {result.level}  {result.name}"


def _lines(report: Report) -> Iterator[str]:
    failing = [test for test in report.tests if not test.accepted]
    yield from _failures(failing)
    if report.message:
        yield f"{report.verdict}: {report.message}"
    for level in report.levels:
        yield _level(level)
    yield f"score {report.score} of {report.max_score}"


def _failures(failing: Sequence[TestResult]) -> Iterator[str]:
    """Tests in full stand apart, those of one line stand together."""
    for number, test in enumerate(failing, start=1):
        told = list(_test(test))
        if number <= IN_FULL and len(told) > 1:
            yield from told
            yield ""
        else:
            yield told[0]
    if len(failing) > IN_FULL and any(len(list(_test(test))) > 1 for test in failing[IN_FULL:]):
        yield f"{_MARGIN}the first {IN_FULL} are told in full; `--json` tells all"
    if failing:
        yield ""


def _level(level: LevelResult) -> str:
    verdict = "" if level.verdict is Verdict.ACCEPTED else f", {level.verdict}"
    return f"level {level.level}: {level.passed} of {level.total} tests pass{verdict}"


def _test(test: TestResult) -> Iterator[str]:
    tags = f"  ({', '.join(test.tags)})" if test.tags else ""
    yield f"{test.verdict.code:4}  level {test.level}, {test.kind}  {test.name}{tags}"
    if test.message:
        where = f" (solution.py, line {test.line})" if test.line else ""
        yield from _indented(f"{test.message}{where}")
    yield from _conversation(test)
    if test.comparison:
        operator = "" if test.comparison.operator == "==" else f"{test.comparison.operator} "
        yield from _indented(f"came      {test.comparison.came}")
        yield from _indented(f"expected  {operator}{test.comparison.expected}")
    elif test.assertion:
        yield from _indented(f"in the test: {test.assertion}")
    if test.output:
        yield f"{_MARGIN}printed:"
        yield from _indented(test.output.rstrip("\n"), f"{_MARGIN}| ")


def _conversation(test: TestResult) -> Iterator[str]:
    shown = test.conversation[-LAST_EXCHANGES:]
    omitted = test.omitted + len(test.conversation) - len(shown)
    if omitted:
        yield f"{_MARGIN}  … {omitted} more before"
    for exchange in shown:
        yield from _indented(f"{exchange.call}  →  {exchange.came}", f"{_MARGIN}  ")


def _indented(text: str, margin: str = _MARGIN) -> Iterator[str]:
    for line in text.splitlines() or [""]:
        yield margin + line
