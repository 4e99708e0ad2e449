"""Shared state: what every instance has in common although each should have its own."""

import ast
from collections.abc import Callable, Iterator
from functools import partial

from harness.review.habits.finding import Finding, Findings
from harness.review.habits.storage import CHANGERS, made_in
from harness.review.remark import Figure
from harness.review.syntax.definitions import SourceFile
from harness.review.wording import counted


def shared_state(source: SourceFile) -> Findings:
    """Find containers of the file itself, or of a class, that functions change."""
    for name, line in made_in(source.tree.body):
        changes = sorted({*_changes_of_global(source, name)})
        if changes:
            yield Finding(
                kind="state_outside",
                tone="advice",
                sentence=f"`{name}` belongs to the file, not to an object, and is changed in "
                f"{counted(len(changes), 'place')}: two objects of the class then share it, and a "
                "later level that asks for copies or backups has nothing to copy. Keep it in "
                "`self`, set in `__init__`.",
                lines=((line, line), *((change, change) for change in changes)),
                figures=(Figure(name="changes", value=len(changes)),),
            )
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef):
            yield from _of_class(node)


def _of_class(node: ast.ClassDef) -> Findings:
    if node.decorator_list or node.bases:
        return  # dataclasses, named tuples and the like give their fields another meaning
    for name, line in made_in(node.body):
        own = any(
            isinstance(inner, ast.Attribute)
            and isinstance(inner.ctx, ast.Store)
            and inner.attr == name
            for inner in ast.walk(node)
        )
        changes = sorted({*_changes(node, partial(_is_attribute, name))})
        if changes and not own:
            yield Finding(
                kind="state_of_class",
                tone="advice",
                sentence=f"`{name}` is made once for the class {node.name}, so all its objects "
                f"share it, and it is changed in {counted(len(changes), 'place')}: set it in "
                "`__init__`, for each object its own.",
                lines=((line, line), *((change, change) for change in changes)),
                figures=(Figure(name="changes", value=len(changes)),),
            )


def _changes_of_global(source: SourceFile, name: str) -> Iterator[int]:
    for function in source.functions:
        bound = {
            inner.id
            for inner in ast.walk(function)
            if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store)
        }
        arguments = {inner.arg for inner in ast.walk(function) if isinstance(inner, ast.arg)}
        if name in bound | arguments:
            continue  # a local variable of that name
        yield from _changes(function, partial(_is_name, name))


def _changes(tree: ast.AST, is_it: Callable[[ast.AST], bool]) -> Iterator[int]:
    """Lines that change a container in place."""
    for node in ast.walk(tree):
        match node:
            case ast.Subscript(value=value, ctx=ast.Store() | ast.Del()) if is_it(_inmost(value)):
                yield node.lineno
            case ast.Call(func=ast.Attribute(value=value, attr=attr)) if attr in CHANGERS:
                if is_it(_inmost(value)):
                    yield node.lineno


def _inmost(node: ast.AST) -> ast.AST:
    while isinstance(node, ast.Subscript):
        node = node.value
    return node


def _is_name(name: str, node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _is_attribute(name: str, node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == name
