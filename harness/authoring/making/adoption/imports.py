"""What tests import the solution as, and which class of it they make."""

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from importlib.util import find_spec

from harness.authoring.making.adoption.folder import Folder, Source
from harness.authoring.making.adoption.unclear import Known, UnclearError
from harness.catalog.models import TAKEN_MODULES
from harness.errors import WrongUseError

LIMITER = "timeout_decorator"
"""A package that limits tests by the clock; the grader does that better."""


def find_module(folder: Folder, tests: Iterable[Source], known: Known) -> str:
    """Return the name by which tests, or what else is written for tests, import the solution.

    Raises:
        WrongUseError: they import none.
        UnclearError: it could be one of several.
    """
    names: dict[str, set[str]] = {}
    asking = list(tests)
    for source in asking:
        _demand_whole_names(folder, source)
        for module, imported in imports_of(source).items():
            names.setdefault(module, set()).update(imported)
    if known.module is not None:
        # Perhaps a module that tests share does it for them.
        if not any(known.module in imports_of(source) for source in (*asking, *folder.sources)):
            raise WrongUseError(f"{folder.top}: none of its tests imports {known.module}.")
        return known.module
    candidates = [
        name
        for name in names
        if _is_of_the_folder(folder, name)
        and not any(source in asking for source in folder.modules(name))
    ]
    with_classes = [name for name in candidates if any(each[0].isupper() for each in names[name])]
    candidates = with_classes or candidates
    # A base class that the solution itself imports is given, not asked for.
    given = {
        name
        for other in candidates
        for source in folder.modules(other)
        for name in imports_of(source)
        if name != other
    }
    likely = [name for name in candidates if name not in given] or candidates
    # What lies in a folder of tests is more likely theirs than what lies elsewhere.
    likely = [name for name in likely if not _is_among_tests(folder, name)] or likely
    found = [name for name in likely if folder.modules(name)] or likely
    if not found:
        raise WrongUseError(f"{folder.top}: its tests import no module that could be a solution.")
    if len(found) > 1:
        raise UnclearError("module", f"{folder.top}: which module is the solution?", found)
    return found[0]


def names_from(tests: Iterable[Source], modules: Iterable[str]) -> list[str]:
    """The names that tests take from these modules, each once."""
    wanted = set(modules)
    names = {
        name: None
        for source in tests
        for module, imported in imports_of(source).items()
        if module in wanted
        for name in sorted(imported)
    }
    return list(names)


def imports_of(source: Source) -> dict[str, set[str]]:
    """The modules that a file imports, with the names that it takes from each."""
    names: dict[str, set[str]] = {}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom) and node.module is None:  # from . import bank
            for alias in node.names:
                taken = _attributes(source.tree, alias.asname or alias.name)
                names.setdefault(alias.name, set()).update(taken)
        elif isinstance(node, ast.ImportFrom):
            imported = {alias.name for alias in node.names}
            names.setdefault(node.module or "", set()).update(
                _classes(source.tree) if imported == {"*"} else imported
            )
        elif isinstance(node, ast.Import):
            for alias in node.names:
                taken = _attributes(source.tree, alias.asname or alias.name)
                names.setdefault(alias.name, set()).update(taken)
        elif isinstance(node, ast.Call) and (module := _imported_by(node)):
            names.setdefault(module, set()).update(_taken_from_call(source.tree, node))
    return names


def imported_from_beside(source: Source) -> set[str]:
    """The modules that a file imports as its own neighbours: ``from .bank import Bank``."""
    return {
        name
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ImportFrom) and node.level
        for name in ([node.module] if node.module else [alias.name for alias in node.names])
    }


def _imported_by(call: ast.Call) -> str:
    """What ``importlib.import_module(os.getenv("MODULE", "bank"))`` imports; mostly nothing."""
    if ast.unparse(call.func).rpartition(".")[2] not in ("import_module", "__import__"):
        return ""
    said = [
        node.value
        for given in call.args[:1]
        for node in ast.walk(given)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    return said[-1] if said and re.fullmatch(r"[A-Za-z_][\w.]*", said[-1]) else ""


def _taken_from_call(tree: ast.Module, call: ast.Call) -> Iterator[str]:
    """The attributes that are asked of what a call returns, at once or by a name of its own."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.value is call:
            yield node.attr
        elif isinstance(node, ast.Assign) and node.value is call:
            for target in node.targets:
                yield from _attributes(tree, ast.unparse(target))


def _demand_whole_names(folder: Folder, source: Source) -> None:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom) and node.level > 1:
            raise WrongUseError(
                f"{folder.top / source.path}:{node.lineno}: `{ast.unparse(node)}` climbs out of "
                "the tests' own folder, and the folders above it are not kept; import it without "
                "the dots."
            )


def _classes(tree: ast.Module) -> Iterator[str]:
    """The names that could be classes, whatever they come from."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id[0].isupper():
            yield node.id


def _attributes(tree: ast.Module, name: str) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == name:
            yield node.attr


def _is_among_tests(folder: Folder, name: str) -> bool:
    modules = folder.modules(name)
    return bool(modules) and all({"test", "tests"} & {*each.path.parts} for each in modules)


def _is_of_the_folder(folder: Folder, name: str) -> bool:
    """Whether a module is no one else's: in the folder, or nowhere."""
    top = name.partition(".")[0]
    if top in sys.stdlib_module_names or top in TAKEN_MODULES or top == LIMITER:
        return False
    # A solution that lies about where the command is called is not what the tests mean.
    return top == "solution" or bool(folder.modules(name)) or find_spec(top) is None
