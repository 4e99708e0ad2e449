"""Flat keys: two names glued into one string, and that string used as a key."""

import ast
from collections.abc import Iterator

from harness.review.habits.finding import Finding, Findings
from harness.review.habits.storage import made_in, root
from harness.review.remark import Figure
from harness.review.syntax.definitions import SourceFile
from harness.review.wording import counted


def flat_keys(source: SourceFile) -> Findings:
    """Find containers whose keys are glued from two parameters."""
    gluers = {function.name for function in source.functions if _returns_glued(function)}
    kept = {name: name for name, _ in made_in(source.tree.body)}
    uses = {line for function in source.functions for line in _uses(function, gluers, kept)}
    if uses:
        lines = sorted(uses)
        yield Finding(
            kind="flat_keys",
            tone="advice",
            sentence="Two names are glued into one string that serves as a key, in "
            f"{counted(len(lines), 'place')}: names that hold the glue themselves get mixed up, "
            "and listing what belongs to one name means searching through all. A dictionary "
            "inside a dictionary keeps them apart.",
            lines=tuple((line, line) for line in lines),
            figures=(Figure(name="places", value=len(lines)),),
        )


def _uses(
    function: ast.FunctionDef | ast.AsyncFunctionDef, gluers: set[str], outside: dict[str, str]
) -> Iterator[int]:
    parameters = {arg.arg for arg in (*function.args.posonlyargs, *function.args.args)} - {"self"}

    def glued(node: ast.AST) -> bool:
        match node:
            case ast.Name(id=name):
                return name in names
            case ast.Call(func=ast.Name(id=name)) | ast.Call(func=ast.Attribute(attr=name)):
                return name in gluers
        return _glues(node, parameters)

    names: set[str] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and glued(node.value):
            names.update(target.id for target in node.targets if isinstance(target, ast.Name))
    for node in ast.walk(function):
        match node:
            case ast.Subscript(value=kept, slice=key) if root(kept, outside) and glued(key):
                yield node.lineno
            case ast.Call(
                func=ast.Attribute(value=kept, attr="get" | "pop" | "setdefault"), args=[key, *_]
            ) if root(kept, outside) and glued(key):
                yield node.lineno
            case ast.Compare(left=key, ops=[ast.In() | ast.NotIn()], comparators=[kept]) if root(
                kept, outside
            ) and glued(key):
                yield node.lineno


def _returns_glued(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    parameters = {arg.arg for arg in function.args.args} - {"self"}
    return any(
        isinstance(node, ast.Return) and node.value is not None and _glues(node.value, parameters)
        for node in function.body
    )


def _glues(node: ast.AST, parameters: set[str]) -> bool:
    """Whether an expression joins at least two parameters, and nothing but text, to one string."""
    match node:
        case ast.JoinedStr(values=parts):
            inside = [part.value for part in parts if isinstance(part, ast.FormattedValue)]
            return len(inside) > 1 and all(_is_parameter(part, parameters) for part in inside)
        case ast.BinOp(op=ast.Add()):
            parts = list(_summands(node))
            texts = [part for part in parts if isinstance(part, ast.Constant)]
            others = [part for part in parts if not isinstance(part, ast.Constant)]
            return (
                len(others) > 1
                and any(isinstance(text.value, str) for text in texts)
                and all(_is_parameter(part, parameters) for part in others)
            )
    return False


def _summands(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        yield from _summands(node.left)
        yield from _summands(node.right)
    else:
        yield node


def _is_parameter(node: ast.expr, parameters: set[str]) -> bool:
    return isinstance(node, ast.Name) and node.id in parameters
