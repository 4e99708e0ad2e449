"""A solution is one file: what it imports from the folder becomes part of it."""

import ast

from harness.authoring.making.adoption.folder import Folder, Source
from harness.errors import WrongUseError


def inlined(folder: Folder, source: Source) -> tuple[str, list[str]]:
    """Return a file's text with the folder's own modules in the places of their imports.

    Returns:
        the text, and the names of the modules that are in it now.

    Raises:
        WrongUseError: a module of the folder is imported in a way that cannot be replaced so.
    """
    done: dict[str, None] = {}
    futures: list[str] = []
    text = _text(folder, source, done, futures)
    if futures:
        docstring = ast.get_docstring(source.tree) is not None
        end = source.tree.body[0].end_lineno if docstring else 0
        lines = text.splitlines()
        text = "\n".join([*lines[:end], *dict.fromkeys(futures), *lines[end:], ""])
    return text, list(done)


def _text(folder: Folder, source: Source, done: dict[str, None], futures: list[str]) -> str:
    lines = source.text.splitlines()
    inner = bool(done)
    for node in reversed(source.tree.body):
        replacement: list[str] | None = None
        if inner and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            replacement = []  # its docstring speaks of a file that is none any more
        elif isinstance(node, ast.ImportFrom) and node.module == "__future__":
            futures.append(ast.unparse(node))
            replacement = []
        elif isinstance(node, ast.ImportFrom):
            replacement = _in_place(folder, source, node, done, futures)
        if replacement is not None:
            lines[node.lineno - 1 : node.end_lineno] = replacement
    _demand_plain_imports(folder, source)
    return "\n".join([*lines, ""])


def _in_place(
    folder: Folder,
    source: Source,
    node: ast.ImportFrom,
    done: dict[str, None],
    futures: list[str],
) -> list[str] | None:
    """What stands for an import from the folder; None for any other import."""
    found = _meant(folder, source, node)
    if found is None:
        return None
    name, module = found
    text: list[str] = []
    if name not in done:
        done[name] = None
        text = _text(folder, module, done, futures).strip().splitlines()
    renamed = [f"{each.asname} = {each.name}" for each in node.names if each.asname]
    return text + renamed


def _meant(folder: Folder, source: Source, node: ast.ImportFrom) -> tuple[str, Source] | None:
    """The module of the folder that an import names, if it is one; the nearest of its name."""
    name = node.module or ""
    modules = [each for each in folder.modules(name) if each is not source] if name else []
    if node.level:
        package = source.path.parents[node.level - 1]
        modules = [each for each in modules if each.path.is_relative_to(package)]
    if not modules:
        return None
    beside = [each for each in modules if each.path.parent == source.path.parent]
    return name, (beside or modules)[0]


def _demand_plain_imports(folder: Folder, source: Source) -> None:
    for node in ast.walk(source.tree):
        inner = isinstance(node, ast.ImportFrom) and node not in source.tree.body
        if inner and isinstance(node, ast.ImportFrom) and not _meant(folder, source, node):
            continue
        whole = isinstance(node, ast.Import) and any(
            folder.modules(alias.name) for alias in node.names
        )
        if inner or whole:
            assert isinstance(node, ast.Import | ast.ImportFrom)
            raise WrongUseError(
                f"{folder.top / source.path}:{node.lineno}: `{ast.unparse(node)}` cannot become "
                "part of the one file that a solution is; import with `from … import …` at the top."
            )
