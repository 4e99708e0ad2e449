"""What tests found in their old surroundings, and must find here: packages, marks, limits."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from harness.authoring.making.adoption.folder import Source
from harness.authoring.making.adoption.imports import LIMITER, imports_of
from harness.authoring.making.templates import filled

_MOST_SECONDS = 60.0
"""What a manifest allows a test at most."""
_KNOWN_MARKS = frozenset("filterwarnings parametrize skip skipif tags usefixtures xfail".split())


@dataclass(frozen=True)
class Surroundings:
    """What is written beside the tests."""

    limiter: str
    """A module in place of the package that limits tests; none of them asks for it, if empty."""
    marks: str
    """A ``conftest.py`` that announces the marks of the tests, if they have any."""
    cpu_seconds: float | None
    """The longest time that the tests allow any of them."""


def surroundings_of(tests: Iterable[Source]) -> Surroundings:
    """Read from tests what they need beside the solution, fixtures and modules of their own."""
    sources = list(tests)
    limited = any(LIMITER in imports_of(source) for source in sources)
    marks = sorted({mark for source in sources for mark in _marks(source.tree)} - _KNOWN_MARKS)
    return Surroundings(
        filled("adopted/timeout_decorator.py") if limited else "",
        filled("adopted/conftest.py", marks=repr(marks)) if marks else "",
        max((limit for source in sources for limit in _limits(source.tree)), default=None),
    )


def _marks(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) in ("pytest.mark", "mark"):
            yield node.attr


def _limits(tree: ast.Module) -> Iterator[float]:
    """The numbers in ``@timeout(0.4)`` and ``@pytest.mark.timeout(2)``."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if ast.unparse(node.func).rpartition(".")[2] != "timeout":
            continue
        for given in [*node.args[:1], *(each.value for each in node.keywords)]:
            value = given.value if isinstance(given, ast.Constant) else None
            if isinstance(value, int | float) and not isinstance(value, bool) and value > 0:
                yield min(float(value), _MOST_SECONDS)
