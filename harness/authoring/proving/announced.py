"""Does every sentence of a statement have its tests, and every test its sentence?

The author says so in a table of the instructor's page, a row a sentence; this compares the table
with the statement and with the tests that are there.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from harness.authoring.finding import Finding
from harness.authoring.proving.secrecy import parsed
from harness.catalog.models import Level, Problem

NO_PROMISE = "—"
"""Begins the second cell of a sentence that promises nothing that a test could check."""


@dataclass(frozen=True)
class Row:
    """One sentence and the tests that would fail if it were untrue."""

    line: int
    sentence: str
    tests: tuple[str, ...]
    """Empty where the author says why there is none."""
    reason: str = ""
    """Why there is none."""


@dataclass(frozen=True)
class Untested:
    """A sentence of a statement that no test checks, by the author's table."""

    file: Path
    line: int
    sentence: str
    reason: str
    """Why not, in the author's words; empty where no row speaks of the sentence."""


def untested_sentences(problem: Problem, level: Level) -> Iterator[Untested]:
    """Yield every sentence of a level without a test: those nobody speaks of, then the others.

    There are none where the page for instructors cannot be read.
    """
    page = problem.instructor_page
    try:
        rows = _tables(page.read_text(encoding="utf-8")).get(level.number, [])
    except (OSError, UnicodeDecodeError):
        return
    _, unspoken = _compared(level, rows)
    for line, sentence in unspoken:
        yield Untested(level.statement_file, line, sentence, "")
    for row in rows:
        if row.reason:
            yield Untested(page, row.line, row.sentence, row.reason)


def check_announced(problem: Problem) -> Iterator[Finding]:
    """Yield every sentence without a test, every test without a sentence, every row that errs."""
    page = problem.instructor_page
    try:
        tables = _tables(page.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        yield Finding(
            check="no-instructor-page",
            file=page,
            message="missing; say there what each level trains, and which tests check which "
            "sentence.",
        )
        return
    known = {name for level in problem.levels for name in named_tests(level)}
    for level in problem.levels:
        rows = tables.get(level.number, [])
        yield from _check_sentences(page, level, rows)
        yield from _check_tests(page, level, rows, known)


def _check_sentences(page: Path, level: Level, rows: list[Row]) -> Iterator[Finding]:
    unknown, unspoken = _compared(level, rows)
    for row in unknown:
        yield Finding(
            check="sentence-unknown",
            file=page,
            line=row.line,
            message=f"level {level.number} does not say “{row.sentence}”; "
            "write the row as the statement has it.",
        )
    for line, sentence in unspoken:
        yield Finding(
            check="sentence-untested",
            file=level.statement_file,
            line=line,
            message=f"no row of {page.name} says which test checks “{sentence}”.",
        )


def _compared(level: Level, rows: list[Row]) -> tuple[list[Row], list[tuple[int, str]]]:
    """The rows that the statement does not say, and its sentences, with lines, without a row."""
    prose = list(_paragraphs(level.statement))
    told = [_plain(row.sentence) for row in rows]
    # The longest first: one sentence may be the beginning of another.
    order = sorted(range(len(rows)), key=lambda index: -len(told[index]))
    left = [_plain(text) for _, text in prose]
    unknown = []
    for index in order:
        place = next((n for n, text in enumerate(left) if told[index] in text), None)
        if place is None:
            unknown.append(rows[index])
        else:
            left[place] = left[place].replace(told[index], "\0", 1)
    unspoken = [
        (line, part.strip())
        for (line, _), rest in zip(prose, left, strict=True)
        for part in rest.split("\0")
        if re.search(r"\w", part)
    ]
    return sorted(unknown, key=lambda row: row.line), unspoken


def _check_tests(page: Path, level: Level, rows: list[Row], known: set[str]) -> Iterator[Finding]:
    named = {test for row in rows for test in row.tests}
    for row in rows:
        for test in row.tests:
            if test not in known:
                yield Finding(
                    check="test-unknown",
                    file=page,
                    line=row.line,
                    message=f"there is no test {test}; correct the name.",
                )
    for test, line in named_tests(level, sample=False).items():
        if test not in named:
            yield Finding(
                check="test-unannounced",
                file=level.hidden_tests,
                line=line,
                message=f"no row of {page.name} says which sentence announces {test}.",
            )


def named_tests(level: Level, *, sample: bool = True) -> dict[str, int]:
    """The names of a level's test functions, with their lines."""
    files = [level.hidden_tests, level.sample_tests] if sample else [level.hidden_tests]
    return {
        node.name: node.lineno
        for file in files
        for name, node in _functions(parsed(file).body)
        if node.name.startswith("test") and level.owns(name)
    }


def _functions(body: list[ast.stmt], within: str = "") -> Iterator[tuple[str, ast.FunctionDef]]:
    """Functions and methods with their names as pytest writes them: ``TestScan::test_order``."""
    for node in body:
        if isinstance(node, ast.ClassDef):
            yield from _functions(node.body, f"{within}{node.name}::")
        elif isinstance(node, ast.FunctionDef):
            yield f"{within}{node.name}", node


def _tables(page: str) -> dict[int, list[Row]]:
    """The rows of each level's table in the section *Sentences and tests*."""
    tables: dict[int, list[Row]] = {}
    level, inside = 0, False
    for number, line in enumerate(page.splitlines(), start=1):
        if line.startswith("## "):
            inside = line[3:].strip() == "Sentences and tests"
        elif inside and (match := re.fullmatch(r"### Level (\d+).*", line)):
            level = int(match[1])
        elif inside and level and line.startswith("|"):
            cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip("|"))]
            if len(cells) != 2 or cells[0] == "sentence" or set(line) <= set("|-: "):
                continue
            promises_nothing = cells[1].startswith(NO_PROMISE)
            row = Row(
                line=number,
                sentence=cells[0].replace("\\|", "|"),
                tests=() if promises_nothing else tuple(re.findall(r"\w+", cells[1])),
                reason=cells[1].removeprefix(NO_PROMISE).strip() if promises_nothing else "",
            )
            tables.setdefault(level, []).append(row)
    return tables


def _paragraphs(statement: str) -> Iterator[tuple[int, str]]:
    """Every paragraph and list item of the prose, with its line.

    No headings, code, comments or examples.
    """
    start, lines, fenced = 0, list[str](), False
    for number, line in enumerate([*statement.splitlines(), ""], start=1):
        if line.startswith("```"):
            fenced = not fenced
        heading = line.startswith("#")
        begins = line.startswith(("- ", "* ")) or re.match(r"\d+\. ", line) is not None
        code = fenced or line.startswith(("    ", "```", "<!--"))
        if lines and (not line.strip() or heading or begins or code):
            yield start, " ".join(lines)
            lines = []
        if heading and line.strip("# ").lower() in {"example", "examples"}:
            return
        if line.strip() and not heading and not code:
            start = start if lines else number
            lines.append(line.strip().removeprefix("- ").removeprefix("* "))


def _plain(text: str) -> str:
    """Without Markdown's marks, with single spaces; an underscore inside a name is no mark."""
    return " ".join(re.sub(r"[*`]|(?<!\w)_+|_+(?!\w)", "", text.replace("\\", "")).split())
