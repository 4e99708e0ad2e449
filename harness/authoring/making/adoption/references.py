"""The reference of every level: as found, or cut down from that of a later one."""

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass

from harness.authoring.making.adoption.folder import Folder, Source
from harness.authoring.making.adoption.lesser import cut_down
from harness.authoring.making.adoption.one_file import inlined
from harness.authoring.making.adoption.shared import Shared, support_in
from harness.authoring.making.adoption.suites import Suites
from harness.authoring.making.adoption.unclear import Known, UnclearError
from harness.errors import WrongUseError

_SAYS_SO = re.compile(r"reference|solution|solved|answer|accepted", re.IGNORECASE)


@dataclass(frozen=True)
class References:
    """The text of every level's reference."""

    texts: dict[int, str]
    cut: tuple[int, ...]
    """The levels whose reference was cut down from a later one."""
    given: tuple[str, ...]
    """The modules that are now part of them."""
    of_class: bool
    """Whether a class is asked for, and not a function, from which nothing can be cut."""


def find_class(folder: Folder, tests: Sequence[Source], names: Sequence[str], known: Known) -> str:
    """Return the class that solutions define, one of the names that tests import.

    Raises:
        WrongUseError: they import no class.
        UnclearError: it could be one of several.
    """
    if known.class_name:
        return known.class_name
    defined = {
        name: [_defined(source, name) for source in _definitions(folder, tests, name)]
        for name in names
    }
    classes = [name for name in names if any(map(_is_for_solutions, defined[name]))]
    # A suite of commands may well know one function and no class.
    classes = classes or [
        name for name in names if any(isinstance(each, ast.FunctionDef) for each in defined[name])
    ]
    if len(classes) == 1:
        return classes[0]
    if not classes:
        raise WrongUseError(
            f"{folder.top}: no file defines a class or function that its tests import "
            f"({', '.join(names) or 'they name none'}); add a reference."
        )
    raise UnclearError("class_name", f"{folder.top}: which class is the solution?", classes)


def find_references(
    folder: Folder, suites: Suites, shared: Shared, class_name: str, known: Known
) -> References:
    """Return the reference of every level.

    Raises:
        WrongUseError: there is none, or one cannot be brought into one file.
        UnclearError: it could be one of several.
    """
    last = max(suites.scored)
    found = _numbered(folder, [*suites.sources, *support_in(folder)], class_name, known, last)
    texts: dict[int, str] = {}
    given: dict[str, None] = {}
    for level, source in found.items():
        texts[level], modules = inlined(folder, source)
        given |= dict.fromkeys(modules)
    cut = [level for level in range(1, last) if level not in texts]
    for level in cut:
        later = min(number for number in found if number > level)
        texts[level] = cut_down(texts[later], class_name, _mentioned(suites, shared, level))
    is_class = isinstance(_defined(found[last], class_name), ast.ClassDef)
    return References(dict(sorted(texts.items())), tuple(cut), tuple(given), is_class)


def _numbered(
    folder: Folder, tests: Sequence[Source], class_name: str, known: Known, last: int
) -> dict[int, Source]:
    """The files that are references, by the level that they complete; that of the last is there."""
    defining = _definitions(folder, tests, class_name)
    if known.reference is not None:
        wanted = known.reference.resolve()
        chosen = [each for each in defining if (folder.top / each.path).resolve() == wanted]
        if not chosen:
            raise WrongUseError(
                f"{known.reference}: is no file of {folder.top} that defines {class_name}."
            )
        return {last: chosen[0]}
    real = [source for source in defining if not _is_stub(source, class_name)]
    found = {source.level: source for source in real if source.level is not None}
    if last in found:
        return {level: source for level, source in found.items() if level <= last}
    whole = [source for source in real if source.level is None]
    told = [source for source in whole if _SAYS_SO.search(source.path.as_posix())]
    choices = told if len(told) == 1 else whole
    if not choices:
        raise WrongUseError(
            f"{folder.top}: no reference: no file solves level {last} with a {class_name} that "
            "does anything; add one, such as reference.py."
        )
    if len(choices) > 1:
        names = [str(folder.top / source.path) for source in choices]
        raise UnclearError("reference", f"{folder.top}: which file solves every level?", names)
    return {**{level: found[level] for level in found if level < last}, last: choices[0]}


def _definitions(folder: Folder, tests: Sequence[Source], name: str) -> list[Source]:
    """The files, tests apart, that define a class or function of this name."""
    return [source for source in folder.sources if source not in tests and _defined(source, name)]


def _defined(source: Source, name: str) -> ast.ClassDef | ast.FunctionDef | None:
    found = (
        node
        for node in source.tree.body
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and node.name == name
    )
    return next(found, None)


def _is_for_solutions(node: ast.AST | None) -> bool:
    """Whether it is a class, and none that is raised or only names values."""
    return isinstance(node, ast.ClassDef) and not any(
        re.search(r"Error|Exception|Enum", ast.unparse(base)) for base in node.bases
    )


def _is_stub(source: Source, name: str) -> bool:
    """Whether no public method of the class, or the function itself, does anything."""
    node = _defined(source, name)
    if isinstance(node, ast.FunctionDef):
        return _does_nothing(node)
    return all(
        _does_nothing(item)
        for item in (node.body if node else [])
        if isinstance(item, ast.FunctionDef) and not item.name.startswith("_")
    )


def _does_nothing(function: ast.FunctionDef) -> bool:
    return all(
        isinstance(node, ast.Pass | ast.Raise)
        or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
        or (isinstance(node, ast.Return) and _is_empty(node.value))
        for node in function.body
    )


def _is_empty(value: ast.expr | None) -> bool:
    return value is None or not any(
        isinstance(node, ast.Name | ast.Call | ast.Attribute) for node in ast.walk(value)
    )


def _mentioned(suites: Suites, shared: Shared, level: int) -> set[str]:
    return shared.words(suites, level).union(*(suite.words for suite in suites.up_to(level)))
