"""Hidden values: what the scored tests hand over and expect, and nobody could know of.

A value counts only if it could not well be in a file by chance: not one that the statement, the
sample tests, the starter or a known right design shows, no short word and no round number.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from harness.catalog import Problem

_WORD = re.compile(r"[^\W\d_]{3}")
_CONCEPTS = "pytest.mark.tags"
_LEAST_NUMBER = 20
_EVERYDAY = frozenset({24, 25, 30, 31, 32, 36, 48, 60, 64, 72, 75, 90, 99, 120, 128, 144, 180, 255})
_EVERYDAY_TOO = frozenset({256, 360, 365, 366, 512, 999, 1024, 3600, 4096, 86400, 65535, 65536})


@dataclass(frozen=True)
class HiddenValues:
    """By value, written as Python writes it, one test that holds it."""

    inputs: dict[str, str]
    """What is handed over."""
    answers: dict[str, str]
    """What is expected; lists and tuples of two values or more too."""
    tests: frozenset[str]
    """The names of the scored tests."""

    def test_of(self, value: object) -> str:
        """The id of a test that holds a scalar, or all words of a text; ``""`` if none does."""
        known = self.inputs | self.answers
        if (found := known.get(written(value))) or not isinstance(value, str):
            return found or ""
        words = re.findall(r"[^\W_]+", value)
        tests = [known.get(repr(word), "") for word in words]
        return tests[0] if len(tests) > 1 and all(tests) else ""


def hidden_values(problem: Problem, level: int) -> HiddenValues:
    """Read the scored tests of levels 1 to ``level``."""
    known = _Known(problem)
    inputs: dict[str, str] = {}
    answers: dict[str, str] = {}
    names: set[str] = set()
    for each in problem.levels[:level]:
        for file, test in _tests(each.scored_files):
            names.add(test.name)
            id_ = f"{each.folder.name}/{file.name}::{test.name}"
            for value in _scalars(_expected(test)):
                if known.is_telling(value):
                    answers.setdefault(written(value), id_)
            for row in _rows(_expected(test)):
                if any(map(known.is_telling, _values(row))):
                    answers.setdefault(written(row), id_)
            for value in _scalars(_said(test)):
                if known.is_telling(value) and written(value) not in answers:
                    inputs.setdefault(written(value), id_)
    return HiddenValues(inputs, answers, frozenset(names))


def written(value: object) -> str:
    """A value as Python writes it, a list like the tuple of the same."""
    if isinstance(value, list | tuple):
        return f"({', '.join(map(written, value))})"
    return repr(value)


def rows(tree: ast.AST) -> Iterator[tuple[ast.List | ast.Tuple, list[object]]]:
    """Every list or tuple of two scalars or more that is written out, with what it holds."""
    for node in ast.walk(tree):
        if isinstance(node, ast.List | ast.Tuple) and isinstance(node.ctx, ast.Load):
            try:
                value = list(ast.literal_eval(node))
            except (ValueError, TypeError, MemoryError, RecursionError):
                continue
            if sum(1 for _ in _values(value)) > 1:
                yield node, value


class _Known:
    """What anybody may write without having seen a scored test."""

    def __init__(self, problem: Problem) -> None:
        self._text = "\n".join(level.statement for level in problem.levels)
        numbers = re.sub(r"(?<=\d),(?=\d{3})", "", self._text)
        self._written = set(re.findall(r"\d+", numbers))
        shown = [problem.starter_file, *(level.sample_tests for level in problem.levels)]
        shown += sorted(problem.reference(1).parent.glob("*.py"))
        for path in shown:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            self._written |= {written(value) for value in _scalars([tree])}

    def is_telling(self, value: object) -> bool:
        if isinstance(value, str):
            shown = value in self._text or repr(value) in self._written
            return bool(_WORD.search(value)) and not shown
        if isinstance(value, bool) or not isinstance(value, int | float):
            return False
        size = abs(value)
        if size < _LEAST_NUMBER or str(size) in self._written or size in _EVERYDAY | _EVERYDAY_TOO:
            return False
        return len(str(size).rstrip("0")) > 1  # 70 and 5000 come of themselves


def _tests(files: Iterable[Path]) -> Iterator[tuple[Path, ast.FunctionDef]]:
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test"):
                yield file, node


def _said(test: ast.FunctionDef) -> list[ast.AST]:
    """All of a test but its name and the concepts it is about."""
    marks = [mark for mark in test.decorator_list if not ast.unparse(mark).startswith(_CONCEPTS)]
    return [*marks, *test.body]


def _expected(test: ast.FunctionDef) -> list[ast.AST]:
    """What the answers of a test are compared with."""
    return [
        side
        for node in ast.walk(test)
        if isinstance(node, ast.Assert) and isinstance(node.test, ast.Compare)
        for side in node.test.comparators
    ]


def _scalars(nodes: list[ast.AST]) -> Iterator[object]:
    for top in nodes:
        for node in ast.walk(top):
            if isinstance(node, ast.Constant):
                yield node.value


def _rows(nodes: list[ast.AST]) -> Iterator[list[object]]:
    for top in nodes:
        for _, value in rows(top):
            yield value


def _values(value: object) -> Iterator[object]:
    if isinstance(value, list | tuple):
        for each in value:
            yield from _values(each)
    else:
        yield value
