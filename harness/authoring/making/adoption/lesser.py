"""What a solution of all levels would have been at an earlier one, and at the very beginning."""

import ast
from collections.abc import Iterable, Iterator

Function = ast.FunctionDef | ast.AsyncFunctionDef


def cut_down(text: str, class_name: str, mentioned: set[str]) -> str:
    """Take from a class, and from its bases in the file, the methods that nobody asks for.

    Args:
        text: the solution.
        class_name: its class; from a function nothing can be taken.
        mentioned: names that the tests up to a level use; what these methods use stays too.
    """
    tree = ast.parse(text)
    if _function(tree, class_name):
        return text
    family = _family(tree, class_name)
    methods = [item for node in family for item in node.body if isinstance(item, Function)]
    kept = {item.name for item in methods if item.name.startswith("__")}
    kept |= {item.name for item in methods if item.name in mentioned}
    while True:
        used = {name for item in methods if item.name in kept for name in _attributes(item)}
        more = {item.name for item in methods if item.name in used} - kept
        if not more:
            break
        kept |= more
    lines = text.splitlines()
    for node in reversed(family):
        gone = [item for item in node.body if isinstance(item, Function) and item.name not in kept]
        first = 0
        for item in reversed(gone):
            first = min([item.lineno, *(mark.lineno for mark in item.decorator_list)]) - 1
            while not lines[first - 1].strip() or lines[first - 1].lstrip().startswith("#"):
                first -= 1  # with the gap and the comment before it
            del lines[first : item.end_lineno]
        if len(gone) == len(node.body):
            lines.insert(first, f"{' ' * gone[0].col_offset}pass")
    return "\n".join([*lines, ""])


def emptied(text: str, class_name: str, asked: Iterable[str]) -> str:
    """Return what a person begins with: the public methods without their bodies.

    Args:
        text: the reference of level 1.
        class_name: its class, or its function.
        asked: further names of the file that tests import; their definitions stay whole.
    """
    tree = ast.parse(text)
    stay = {*asked} - {class_name}
    definitions = [node for node in tree.body if getattr(node, "name", None) in stay]
    function = _function(tree, class_name)
    start = (
        _without_body(function, ast.get_docstring(function))
        if function
        else _empty_class(tree, class_name, stay)
    )
    used = {
        each.id
        for node in [*definitions, start]
        for each in ast.walk(node)
        if isinstance(each, ast.Name)
    }
    parts = [
        _docstring(ast.get_docstring(tree)),
        list(_imports(tree, used)),
        *([node] for node in [*definitions, start]),
    ]
    return "\n\n\n".join(_written(part) for part in parts if part) + "\n"


def _function(tree: ast.Module, name: str) -> Function | None:
    functions = (node for node in tree.body if isinstance(node, Function))
    return next((node for node in functions if node.name == name), None)


def _empty_class(tree: ast.Module, class_name: str, stay: set[str]) -> ast.ClassDef:
    family = _family(tree, class_name)
    told = {
        item.name: docstring
        for node in family
        for item in node.body
        if isinstance(item, Function) and (docstring := ast.get_docstring(item))
    }
    own = family[-1]
    methods = [
        _without_body(item, told.get(item.name))
        for item in own.body
        if isinstance(item, Function) and _is_public(item)
    ]
    return ast.ClassDef(
        name=class_name,
        bases=[base for base in own.bases if ast.unparse(base) in stay],
        keywords=[],
        body=[*_docstring(ast.get_docstring(own)), *methods] or [ast.Pass()],
        decorator_list=[],
    )


def _family(tree: ast.Module, class_name: str) -> list[ast.ClassDef]:
    """A class and its bases in the file, each once, in the order of the file; it is the last."""
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    family: dict[str, ast.ClassDef] = {}
    left = [class_name]
    while left:
        node = classes[left.pop()]
        if node.name not in family:
            family[node.name] = node
            left += [name for base in node.bases if (name := ast.unparse(base)) in classes]
    return sorted(family.values(), key=lambda node: node.lineno)


def _attributes(node: ast.AST) -> Iterator[str]:
    return (each.attr for each in ast.walk(node) if isinstance(each, ast.Attribute))


def _is_public(function: Function) -> bool:
    """Whether a caller meets it; of the special ones a constructor that takes something."""
    takes = len(function.args.args) > 1 or bool(function.args.kwonlyargs)
    return not function.name.startswith("_") or (function.name == "__init__" and takes)


def _without_body(function: Function, told: str | None) -> Function:
    function.body = [*_docstring(told), *ast.parse("raise NotImplementedError").body]
    function.decorator_list = [
        mark
        for mark in function.decorator_list
        if ast.unparse(mark) in ("classmethod", "property", "staticmethod")
    ]
    return function


def _docstring(text: str | None) -> list[ast.stmt]:
    return [ast.Expr(ast.Constant(text))] if text else []


def _imports(tree: ast.Module, used: set[str]) -> Iterator[ast.stmt]:
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            future = isinstance(node, ast.ImportFrom) and node.module == "__future__"
            node.names = [
                alias
                for alias in node.names
                if future or (alias.asname or alias.name).partition(".")[0] in used
            ]
            if node.names:
                yield node


def _written(nodes: list[ast.stmt]) -> str:
    return ast.unparse(ast.fix_missing_locations(ast.Module(body=nodes, type_ignores=[])))
