"""Remembered values: literals of a file that only the scored tests use, and branches on them.

One such value may be chance; two that decide what is answered are not, nor is a whole list that
a test expects, nor three single answers.
"""

import ast
from collections.abc import Iterable, Iterator

from harness.review.habits.finding import MOST_PLACES, Finding
from harness.review.integrity.hidden_values import HiddenValues, rows, written
from harness.review.remark import Figure
from harness.review.syntax.definitions import SourceFile
from harness.review.wording import counted, listed

_LEAST_DECIDING = 2
_LEAST_ANSWERS = 3
_MOST_NAMED = 4

Seen = dict[str, list[ast.expr]]
"""By a value that is written out, where."""


def remembered(source: SourceFile, hidden: HiddenValues) -> Iterator[Finding]:
    """What the file knows that only a scored test could have told it."""
    tree = _judged(source.tree)
    deciding = _met(_deciding(tree), hidden)
    if len(deciding) >= _LEAST_DECIDING:
        yield _finding(
            "branches_on_inputs",
            f"The code decides by {_named(deciding)}, which only hidden tests use: a reviewer "
            "would ask why it does not follow the rule of the statement.",
            deciding,
            hidden,
        )
    lists: Seen = {}
    for node, value in rows(tree):
        if written(value) in hidden.answers:
            lists.setdefault(written(value), []).append(node)
    single = {
        key: places
        for key, places in _met(_constants([tree]), hidden).items()
        if key in hidden.answers
    }
    if lists or len(single) >= _LEAST_ANSWERS:
        found = lists or single
        yield _finding(
            "expected_values",
            f"The file holds {_named(found)}, which hidden tests expect as an answer: a reviewer "
            "would ask why it is not computed.",
            found,
            hidden,
        )


def _judged(tree: ast.Module) -> ast.Module:
    """Without what a person tries at the end of the file, and without docstrings."""
    kept = [
        node
        for node in tree.body
        if not (isinstance(node, ast.If) and "__main__" in ast.dump(node.test))
    ]
    return ast.Module(body=kept, type_ignores=[])


def _deciding(tree: ast.AST) -> Iterator[ast.Constant]:
    """Literals that something is compared with or looked up by."""
    for node in ast.walk(tree):
        match node:
            case ast.Compare(left=left, comparators=others):
                yield from _constants([left, *others])
            case ast.MatchValue(value=value):
                yield from _constants([value])
            case ast.Dict(keys=keys, values=values) if all(map(_is_written_out, values)):
                yield from _constants([key for key in keys if key is not None])
            case ast.Set():
                yield from _constants([node])
            case ast.Call(func=ast.Attribute(attr="startswith" | "endswith"), args=args):
                yield from _constants(args)
            case ast.Call(func=ast.Name(id="frozenset" | "set"), args=args):
                yield from _constants(args)
            case ast.Assign(value=ast.List() | ast.Tuple() as row) if _is_written_out(row):
                yield from _constants([row])


def _is_written_out(node: ast.expr) -> bool:
    try:
        ast.literal_eval(node)
    except (ValueError, TypeError, MemoryError, RecursionError):
        return False
    return True


def _constants(nodes: Iterable[ast.AST]) -> Iterator[ast.Constant]:
    for top in nodes:
        for node in ast.walk(top):
            if isinstance(node, ast.Constant):
                yield node


def _met(nodes: Iterable[ast.Constant], hidden: HiddenValues) -> Seen:
    seen: Seen = {}
    for node in nodes:
        if hidden.test_of(node.value):
            seen.setdefault(written(node.value), []).append(node)
    return seen


def _named(seen: Seen) -> str:
    names = sorted(seen, key=lambda name: seen[name][0].lineno)
    shown = [f"`{name}`" if len(name) <= 60 else f"`{name[:57]}…`" for name in names[:_MOST_NAMED]]
    more = len(names) - len(shown)
    return listed([*shown, counted(more, "more", "more")] if more else shown)


def _finding(kind: str, sentence: str, seen: Seen, hidden: HiddenValues) -> Finding:
    first = min(seen, key=lambda name: seen[name][0].lineno)
    test = hidden.answers.get(first) or hidden.test_of(ast.literal_eval(first))
    lines = sorted({_lines(node) for places in seen.values() for node in places})
    return Finding(
        kind=kind,
        tone="advice",
        sentence=f"{sentence} The first of them is in {test}.",
        lines=tuple(lines[:MOST_PLACES]),
        figures=(Figure(name="values that only hidden tests hold", value=len(seen)),),
    )


def _lines(node: ast.expr) -> tuple[int, int]:
    return node.lineno, node.end_lineno or node.lineno
