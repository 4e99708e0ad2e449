"""Can everything be read that the checks read? While an author writes, some file often cannot."""

import ast
from collections.abc import Iterator
from pathlib import Path

from harness.authoring.finding import Finding
from harness.authoring.proving.announced import named_tests
from harness.catalog.models import Level, Problem

ILLEGIBLE = frozenset({"cannot-be-read", "no-scored-test"})
"""The kinds of finding without which no other is worth looking for."""


def check_legible(problem: Problem) -> Iterator[Finding]:
    """Yield every text that is not UTF-8, Python that is none, and level without a scored test."""
    texts = [level.statement_file for level in problem.levels]
    texts += [level.hints_file for level in problem.levels if level.hints_file.is_file()]
    for file in texts:
        yield from _check_text(file)
    for level in problem.levels:
        found = list(_check_tests(level))
        yield from found or _check_scored(level)
    references = [problem.reference(level.number) for level in problem.levels]
    for file in (*references, problem.starter_file):
        yield from _check_python(file)


def _check_tests(level: Level) -> Iterator[Finding]:
    for file in (level.sample_tests, *level.scored_files):
        yield from _check_python(file)


def _check_scored(level: Level) -> Iterator[Finding]:
    if not named_tests(level, sample=False):
        yield Finding(
            check="no-scored-test",
            file=level.hidden_tests,
            message="holds no test; write one for every sentence of the statement.",
        )


def _check_text(file: Path) -> Iterator[Finding]:
    try:
        file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        yield Finding(check="cannot-be-read", file=file, message=f"{error}; mend the file.")


def _check_python(file: Path) -> Iterator[Finding]:
    unreadable = list(_check_text(file))
    yield from unreadable
    if not unreadable:
        try:
            ast.parse(file.read_text(encoding="utf-8"))
        except (SyntaxError, ValueError) as error:
            told, line = getattr(error, "msg", str(error)), getattr(error, "lineno", None)
            yield Finding(
                check="cannot-be-read", file=file, line=line, message=f"no Python: {told}; mend it."
            )
