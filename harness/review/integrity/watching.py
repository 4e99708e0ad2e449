"""Watching the tests: code that looks at who calls it, or counts the calls to know the answer."""

import ast
from collections.abc import Iterator

from harness.review.habits.finding import MOST_PLACES, Finding
from harness.review.integrity.hidden_values import HiddenValues
from harness.review.syntax.definitions import SourceFile
from harness.review.wording import listed

_LOOKS = frozenset("_getframe currentframe stack extract_stack environ getenv argv modules".split())
_HOLDERS = frozenset("sys inspect traceback os".split())
_LEAST_COUNTS = 2


def watching(source: SourceFile, hidden: HiddenValues) -> Iterator[Finding]:
    """What the file would not need if it only followed the statement."""
    looks = {}
    for node in ast.walk(source.tree):
        match node:
            case ast.Attribute(value=ast.Name(id=holder), attr=name):
                if holder in _HOLDERS and name in _LOOKS:
                    looks[node.lineno] = f"{holder}.{name}"
            case ast.ImportFrom(module=holder, names=names) if holder in _HOLDERS:
                found = [alias.name for alias in names if alias.name in _LOOKS]
                if found:
                    looks[node.lineno] = f"{holder}.{found[0]}"
            case ast.Constant(value=str(text)):
                named = [name for name in hidden.tests | {"PYTEST_CURRENT_TEST"} if name in text]
                if named:
                    looks[node.lineno] = min(named)
    if looks:
        shown = listed([f"`{name}`" for name in sorted(set(looks.values()))])
        yield _finding(
            "watches_the_tests",
            f"The code looks at {shown}: a solution that follows the statement does not need to "
            "know who calls it.",
            looks,
        )
    counted = _counted(source.tree)
    if counted:
        yield _finding(
            "counts_calls",
            "The code counts how often it was called and answers by that number: a reviewer "
            "would ask which rule of the statement says so.",
            counted,
        )


def _counted(tree: ast.Module) -> dict[int, str]:
    """Lines at which a number that grows by one decides, for two values or more."""
    counters = {
        ast.unparse(node.target)
        for node in ast.walk(tree)
        if isinstance(node, ast.AugAssign)
        and isinstance(node.op, ast.Add)
        and isinstance(node.value, ast.Constant)
        and node.value.value == 1
        and isinstance(node.target, ast.Attribute)
    }
    lines: dict[str, dict[int, str]] = {}
    values: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        match node:
            case ast.Compare(left=left, ops=[ast.Eq() | ast.In()], comparators=[other]):
                name, about = ast.unparse(left), other
                if name in counters and _is_number_or_row(about):
                    lines.setdefault(name, {})[node.lineno] = name
                    values.setdefault(name, set()).update(_numbers(about))
    found: dict[int, str] = {}
    for name, numbers in values.items():
        if len(numbers) >= _LEAST_COUNTS:
            found |= lines[name]
    return found


def _is_number_or_row(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant | ast.Tuple | ast.List | ast.Set)


def _numbers(node: ast.expr) -> set[str]:
    return {
        repr(each.value)
        for each in ast.walk(node)
        if isinstance(each, ast.Constant) and type(each.value) is int
    }


def _finding(kind: str, sentence: str, lines: dict[int, str]) -> Finding:
    places = tuple((line, line) for line in sorted(lines))
    return Finding(kind=kind, tone="advice", sentence=sentence, lines=places[:MOST_PLACES])
