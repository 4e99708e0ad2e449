"""Storage: which expressions reach into what an object keeps, and through which local names."""

import ast
from collections.abc import Iterator, Mapping

_KEYS_ONLY = frozenset({"keys"})
_PAIRS = frozenset({"items"})
_CONTAINERS = (
    ast.Dict, ast.List, ast.Set, ast.DictComp, ast.ListComp, ast.SetComp,
)  # fmt: skip
_MAKERS = frozenset("dict list set defaultdict OrderedDict Counter deque".split())
CHANGERS = frozenset(
    "append add update setdefault pop popitem clear extend insert remove discard "
    "appendleft popleft extendleft".split()
)
"""Methods that change a container in place."""


def _is_container(node: ast.AST | None) -> bool:
    """Whether an expression makes a new container that can be changed."""
    if isinstance(node, _CONTAINERS):
        return True
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name | ast.Attribute)
        and _called(node) in _MAKERS
    )


def made_in(body: list[ast.stmt]) -> Iterator[tuple[str, int]]:
    """Containers that a file or a class makes outside of any function, with their lines."""
    for node in body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if _is_container(value):
                yield name, node.lineno
            case ast.AnnAssign(target=ast.Name(id=name), value=value) if _is_container(value):
                yield name, node.lineno


def root(node: ast.AST, aliases: Mapping[str, str]) -> str | None:
    """The attribute of ``self`` that an expression reaches into; None if it reaches into none."""
    while True:
        match node:
            case ast.Attribute(value=ast.Name(id="self"), attr=attr):
                return attr
            case ast.Subscript(value=inner) | ast.Attribute(value=inner):
                node = inner
            case ast.Call(func=ast.Attribute(value=inner)):
                node = inner
            case ast.Name(id=name):
                return aliases.get(name)
            case _:
                return None


def depth(node: ast.AST) -> int:
    """How many steps an expression goes into what ``self`` keeps: two in ``self.a[b].get(c)``."""
    steps = 0
    while True:
        match node:
            case ast.Attribute(value=ast.Name(id="self")):
                return steps
            case ast.Subscript(value=inner):
                steps, node = steps + 1, inner
            case ast.Call(func=ast.Attribute(value=inner, attr="get" | "setdefault" | "pop")):
                steps, node = steps + 1, inner
            case _:
                return 0


def aliases(function: ast.AST) -> dict[str, str]:
    """Local names that stand for something kept in an attribute, with that attribute."""
    found: dict[str, str] = {}
    for node in ast.walk(function):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                if (attr := root(value, found)) and not isinstance(value, ast.Attribute):
                    found[name] = attr
            case ast.NamedExpr(target=ast.Name(id=name), value=value):
                if attr := root(value, found):
                    found[name] = attr
            case (
                ast.For(target=target, iter=source) | ast.comprehension(target=target, iter=source)
            ):
                _alias_of_loop(target, source, found)
    return found


def _alias_of_loop(target: ast.expr, source: ast.expr, found: dict[str, str]) -> None:
    attr = root(source, found)
    if attr is None or _called(source) in _KEYS_ONLY:
        return
    if _called(source) in _PAIRS:
        if isinstance(target, ast.Tuple) and isinstance(target.elts[-1], ast.Name):
            found[target.elts[-1].id] = attr
    elif isinstance(target, ast.Name) and (_called(source) == "values" or depth(source)):
        found[target.id] = attr


def _called(node: ast.AST) -> str:
    match node:
        case ast.Call(func=ast.Attribute(attr=name)) | ast.Call(func=ast.Name(id=name)):
            return name
    return ""
