"""Definitions: the parts a file is made of, each with its statements."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from harness.review.syntax.shapes import Names, Statement, is_text, own_names, statements

DEPTH = 150
"""Levels of syntax beyond which nobody wrote it by hand, and looking at it could end in a fault."""


@dataclass(frozen=True)
class Definition:
    """A function or method, or what a class or the file holds outside of them."""

    name: str
    """``KeyValueStore.set``, ``class Entry``, or ``the file itself``."""
    first_line: int
    last_line: int
    statements: tuple[Statement, ...]

    @property
    def shapes(self) -> tuple[str, ...]:
        """What it does, apart from names and layout."""
        return tuple(statement.shape for statement in self.statements)


class SourceFile:
    """One version of ``solution.py``, taken apart.

    Raises:
        SyntaxError: it is not Python.
        ValueError: it holds a null byte.
        RecursionError: it is nested beyond all reason.
    """

    def __init__(self, text: str) -> None:
        self.lines = text.splitlines()
        self.tree = ast.parse(text)
        if _depth(self.tree) > DEPTH:
            raise RecursionError("nested too deeply to be looked at")
        self.own = own_names(self.tree)

    @cached_property
    def functions(self) -> tuple[ast.FunctionDef | ast.AsyncFunctionDef, ...]:
        """Every function and method, those inside others too."""
        return tuple(
            node
            for node in ast.walk(self.tree)
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        )

    def definitions(self, known: Names | None = None) -> tuple[Definition, ...]:
        """Every definition with anything in it, in the order of the file.

        Args:
            known: the names of the person's own that another file has too; all by default.
        """
        shared = self.own if known is None else known & self.own
        return tuple(found for found in self._in(self.tree, "", shared) if found.statements)

    def excerpt(self, first: int, last: int, *, most: int = 12) -> str:
        """These lines, cut after so many."""
        shown = self.lines[first - 1 : last]
        return "\n".join(shown if len(shown) <= most else [*shown[: most - 1], "    …"])

    def _in(
        self, holder: ast.Module | ast.ClassDef, prefix: str, shared: Names
    ) -> Iterator[Definition]:
        held: list[ast.stmt] = []
        for node in holder.body:
            match node:
                case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                    found = tuple(statements(node.body, shared, self.own))
                    yield Definition(prefix + name, *_lines(node), found)
                case ast.ClassDef(name=name):
                    yield from self._in(node, f"{prefix}{name}.", shared)
                case _ if not is_text(node):
                    held.append(node)
        name = f"class {prefix[:-1]}" if prefix else "the file itself"
        found = tuple(statements(held, shared, self.own, in_class=bool(prefix)))
        if found:
            yield Definition(name, found[0].first_line, found[-1].last_line, found)


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> tuple[int, int]:
    first = min((mark.lineno for mark in node.decorator_list), default=node.lineno)
    return first, node.end_lineno or node.lineno


def _depth(tree: ast.AST) -> int:
    deepest, level = 0, [tree]
    while level:
        deepest, level = deepest + 1, [c for node in level for c in ast.iter_child_nodes(node)]
    return deepest


def parsed(text: str) -> SourceFile | None:
    """Take a file apart; None if it is not Python that can be looked at."""
    try:
        return SourceFile(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
