"""What a candidate may read at a level must not name what comes later."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from harness.authoring.finding import Finding
from harness.catalog.models import Problem


def check_secrecy(problem: Problem) -> Iterator[Finding]:
    """Yield every place where a starter, statement or sample names a later level's method."""
    methods = [_public_methods(problem, level.number) for level in problem.levels]
    for level in problem.levels:
        known = methods[level.number - 1]
        later = set().union(*methods[level.number :]) - known
        readable = [level.statement_file, level.sample_tests]
        if level.number == 1:
            readable.append(problem.starter_file)
        for file in readable:
            yield from _mentions(file, later)


def _public_methods(problem: Problem, level: int) -> set[str]:
    return {
        item.name
        for node in ast.walk(parsed(problem.reference(level)))
        if isinstance(node, ast.ClassDef) and node.name == problem.class_name
        for item in node.body
        if isinstance(item, ast.FunctionDef) and not item.name.startswith("_")
    }


def parsed(file: Path) -> ast.Module:
    """The syntax of a file; an empty one where it has none: the grader tells of that."""
    try:
        return ast.parse(file.read_bytes())
    except (SyntaxError, ValueError):
        return ast.Module([], [])


def _mentions(file: Path, names: set[str]) -> Iterator[Finding]:
    """As code, that is: a level may well use an everyday word that later names a method."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        for name in sorted(names):
            if re.search(rf"(`|\.|def )\b{name}\b|\b{name}\(", line):
                yield Finding(
                    check="names-later-level",
                    file=file,
                    line=number,
                    message=f"names `{name}`, which belongs to a later level; reword it.",
                )
