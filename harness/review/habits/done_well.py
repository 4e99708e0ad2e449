"""Done well: records with names, and rules that stand in one place."""

import ast
from collections import Counter, defaultdict

from harness.review.habits.finding import Finding, Findings
from harness.review.remark import Figure
from harness.review.syntax.definitions import SourceFile
from harness.review.wording import listed

_CALLERS = 4
"""A method that so many others call keeps a rule in one place."""
_RECORDS = frozenset({"NamedTuple", "TypedDict"})


def records(source: SourceFile) -> Findings:
    """Find classes that give the fields of a record their names."""
    calls = Counter(
        node.func.id
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    )
    found = [
        (node, fields)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ClassDef) and calls[node.name] and _is_record(node)
        if len(fields := [each for each in node.body if isinstance(each, ast.AnnAssign)]) > 1
    ]
    if found:
        names = listed([f"`{node.name}`" for node, _ in found])
        verb = "gives" if len(found) == 1 else "give"
        yield Finding(
            kind="records",
            tone="well",
            sentence=f"{names} {verb} what is kept its own names, so a later level can add a "
            "field in one place.",
            lines=tuple(
                (node.lineno, fields[-1].end_lineno or node.lineno) for node, fields in found
            ),
            figures=(Figure(name="records", value=len(found)),),
        )


def one_place(source: SourceFile) -> Findings:
    """Find the method that most others call, if that is many."""
    callers: defaultdict[str, dict[str, int]] = defaultdict(dict)
    defined = {function.name: function for function in source.functions}
    for function in defined.values():
        for node in ast.walk(function):
            match node:
                case (
                    ast.Call(func=ast.Attribute(value=ast.Name(id="self"), attr=name))
                    | ast.Call(func=ast.Name(id=name))
                ) if name in defined and name != function.name:
                    callers[name].setdefault(function.name, node.lineno)
    most = max(callers, key=lambda name: (len(callers[name]), name), default=None)
    if most is not None and len(callers[most]) >= _CALLERS:
        lines = callers[most].values()
        yield Finding(
            kind="one_place",
            tone="well",
            sentence=f"`{most}` keeps its rule in one place: {len(lines)} methods call it "
            "instead of repeating it.",
            lines=(
                (defined[most].lineno, defined[most].end_lineno or defined[most].lineno),
                *((line, line) for line in sorted(lines)),
            ),
            figures=(Figure(name="callers", value=len(lines)),),
        )


def _is_record(node: ast.ClassDef) -> bool:
    marks = [*node.decorator_list, *node.bases]
    names = {
        part.id if isinstance(part, ast.Name) else getattr(part, "attr", "")
        for mark in marks
        for part in [mark.func if isinstance(mark, ast.Call) else mark]
    }
    return bool(names & _RECORDS) or "dataclass" in names
