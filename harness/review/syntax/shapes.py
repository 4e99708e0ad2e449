"""Shapes: statements without what a rename or a new layout changes, so that they can be compared.

Two statements have one shape when they differ only in the names of local variables, in
annotations, in comments and layout, or in names of the person's own that one of the two files no
longer has: ``self._keys[key] = value`` and ``self._rows[name] = row`` are one when ``_keys`` is
gone from the second file and ``_rows`` is not yet in the first.
"""

import ast
import builtins
from collections.abc import Iterator
from dataclasses import dataclass

_LEFT_OUT = frozenset(
    "body orelse finalbody handlers cases annotation returns type_comment type_params ctx "
    "kind lineno".split()
)
_ELSEWHERE = "?"


@dataclass(frozen=True)
class Statement:
    """One statement, or the head of a compound one."""

    shape: str
    size: int
    """Nodes of its syntax tree, which tell how much it says."""
    first_line: int
    last_line: int


@dataclass(frozen=True)
class Names:
    """The names a file gives to what outlives a call."""

    of_file: frozenset[str]
    """Classes, functions and variables of the file itself."""
    of_objects: frozenset[str]
    """Methods, attributes and fields."""
    of_libraries: frozenset[str] = frozenset()
    """What was imported."""

    def __and__(self, other: "Names") -> "Names":
        """The names that both files have."""
        return Names(
            self.of_file & other.of_file,
            self.of_objects & other.of_objects,
            self.of_libraries & other.of_libraries,
        )


def own_names(tree: ast.Module) -> Names:
    """The names that a file gives itself, and not a library to it."""
    of_objects: set[str] = set()
    imported: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef(body=body):
                of_objects.update(_bound(body))
            case ast.Attribute(attr=name, ctx=ast.Store()):
                of_objects.add(name)
            case ast.Import(names=names) | ast.ImportFrom(names=names):
                imported.update(alias.asname or alias.name for alias in names)
    return Names(frozenset(_bound(tree.body)), frozenset(of_objects), frozenset(imported))


def statements(
    body: list[ast.stmt], known: Names, own: Names, *, in_class: bool = False
) -> list[Statement]:
    """Flatten a body into statements, the heads of compound ones before what they hold.

    Args:
        body: what to flatten; docstrings and imports are left out, nested functions are not.
        known: the names of the person's own that both files have.
        own: those of this file.
        in_class: whether it is the body of a class, whose variables are fields.
    """
    return [_statement(node, _Writer(known, own, in_class=in_class)) for node in _flat(body)]


def _flat(body: list[ast.stmt]) -> Iterator[ast.stmt | ast.ExceptHandler | ast.match_case]:
    for node in body:
        if isinstance(node, ast.Import | ast.ImportFrom | ast.Pass) or is_text(node):
            continue
        yield node
        for field in ("body", "handlers", "orelse", "finalbody", "cases"):
            for child in getattr(node, field, ()):
                if isinstance(child, ast.stmt):
                    yield from _flat([child])
                else:
                    yield child
                    yield from _flat(child.body)


def is_text(node: ast.stmt) -> bool:
    """Whether the statement is only text, such as a docstring."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _statement(node: ast.stmt | ast.ExceptHandler | ast.match_case, writer: "_Writer") -> Statement:
    writer.write(node)
    if isinstance(node, ast.match_case):
        first, last = node.pattern.lineno, (node.guard or node.pattern).end_lineno
    else:
        first, last = node.lineno, node.end_lineno
        held = getattr(node, "body", None)
        if isinstance(held, list) and held:
            last = max(first, held[0].lineno - 1)
    return Statement("".join(writer.parts), writer.size, first, last or first)


def expression(node: ast.expr, own: Names) -> tuple[str, int]:
    """The shape of an expression, with every name of the person's own, and its size in nodes."""
    writer = _Writer(own, own)
    writer.write(node)
    return "".join(writer.parts), writer.size


class _Writer:
    """Writes one statement's shape; local variables are numbered as they come."""

    def __init__(self, known: Names, own: Names, *, in_class: bool = False) -> None:
        self.parts: list[str] = []
        self.size = 0
        self._known = known
        self._own = own
        self._in_class = in_class
        self._locals: dict[str, str] = {}

    def write(self, value: object) -> None:
        if isinstance(value, ast.AST):
            self._node(value)
        elif isinstance(value, list):
            self.parts.append("[")
            for each in value:
                self.write(each)
            self.parts.append("]")
        elif value is not None:
            self.parts.append(f" {value!r}")

    def _node(self, node: ast.AST) -> None:
        self.size += 1
        match node:
            case ast.Name(id=name):
                self.parts.append(f" {self._name(name)}")
                return
            case ast.arg(arg=name):
                self.parts.append(f" {self._local(name)}")
                return
            case ast.AnnAssign(target=target, value=ast.expr() as assigned):
                # As if it had no annotation.
                self.write(ast.Assign(targets=[target], value=assigned))
                return
        self.parts.append(f"({type(node).__name__}")
        for field, value in ast.iter_fields(node):
            if field in _LEFT_OUT and not (isinstance(node, ast.Lambda) and field == "body"):
                continue
            if isinstance(value, str) and field in ("name", "attr", "arg"):
                self.parts.append(f" {self._attribute(value)}")
            else:
                self.write(value)
        self.parts.append(")")

    def _name(self, name: str) -> str:
        if self._in_class and name in self._own.of_objects:
            return self._attribute(name)
        if name in self._own.of_file:
            return name if name in self._known.of_file else _ELSEWHERE
        if name == "self" or name in self._own.of_libraries or hasattr(builtins, name):
            return name
        return self._local(name)

    def _local(self, name: str) -> str:
        return self._locals.setdefault(name, f"${len(self._locals)}")

    def _attribute(self, name: str) -> str:
        gone = name in self._own.of_objects and name not in self._known.of_objects
        return _ELSEWHERE if gone else name


def _bound(body: list[ast.stmt]) -> Iterator[str]:
    """The names that the statements of a file or a class bind, not those inside functions."""
    for node in body:
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
                yield name
            case ast.AsyncFunctionDef(name=name):
                yield name
            case ast.Assign(targets=targets):
                yield from (target.id for target in targets if isinstance(target, ast.Name))
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name
