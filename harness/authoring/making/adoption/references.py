"""The reference of every level: as found, or cut down from that of a later one."""

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from harness.authoring.making.adoption.folder import Folder, Source
from harness.authoring.making.adoption.lesser import cut_down
from harness.authoring.making.adoption.one_file import inlined
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


def find_class(folder: Folder, tests: Sequence[Source], names: Sequence[str], known: Known) -> str:
    """Return the class that solutions define, one of the names that tests import.

    Raises:
        WrongUseError: they import no class.
        UnclearError: it could be one of several.
    """
    if known.class_name:
        return known.class_name
    classes = [name for name in names if _definitions(folder, tests, name, errors=False)]
    if len(classes) == 1:
        return classes[0]
    if not classes:
        raise WrongUseError(
            f"{folder.top}: no file defines a class that its tests import "
            f"({', '.join(names) or 'they name none'}); add a reference."
        )
    raise UnclearError("class_name", f"{folder.top}: which class is the solution?", classes)


def find_references(folder: Folder, suites: Suites, class_name: str, known: Known) -> References:
    """Return the reference of every level.

    Raises:
        WrongUseError: there is none, or one cannot be brought into one file.
        UnclearError: it could be one of several.
    """
    last = max(suites.scored)
    found = _numbered(folder, suites, class_name, known, last)
    texts: dict[int, str] = {}
    given: dict[str, None] = {}
    for level, source in found.items():
        texts[level], modules = inlined(folder, source)
        given |= dict.fromkeys(modules)
    cut = [level for level in range(1, last) if level not in texts]
    for level in cut:
        later = min(number for number in found if number > level)
        texts[level] = cut_down(texts[later], class_name, _mentioned(suites, level))
    return References(dict(sorted(texts.items())), tuple(cut), tuple(given))


def _numbered(
    folder: Folder, suites: Suites, class_name: str, known: Known, last: int
) -> dict[int, Source]:
    """The files that are references, by the level that they complete; that of the last is there."""
    defining = _definitions(folder, suites.sources, class_name)
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
            f"{folder.top}: no reference: no file solves level {last} with a class {class_name} "
            "whose methods do anything."
        )
    if len(choices) > 1:
        names = [str(folder.top / source.path) for source in choices]
        raise UnclearError("reference", f"{folder.top}: which file solves every level?", names)
    return {**{level: found[level] for level in found if level < last}, last: choices[0]}


def _definitions(
    folder: Folder, tests: Sequence[Source], name: str, *, errors: bool = True
) -> list[Source]:
    """The files, tests apart, that define a class; with ``errors`` also one to be raised."""
    return [
        source
        for source in folder.sources
        if source not in tests
        for node in source.tree.body
        if isinstance(node, ast.ClassDef) and node.name == name
        if errors or not any(re.search(r"Error|Exception|Enum", ast.unparse(b)) for b in node.bases)
    ]


def _is_stub(source: Source, class_name: str) -> bool:
    """Whether no public method of the class does anything."""
    return all(
        _does_nothing(item)
        for node in source.tree.body
        if isinstance(node, ast.ClassDef) and node.name == class_name
        for item in node.body
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


def _mentioned(suites: Suites, level: int) -> set[str]:
    return {
        name for suite in suites.up_to(level) for node in suite.nodes() for name in _words(node)
    }


def _words(node: ast.AST) -> Iterator[str]:
    """Everything that could name a method: attributes, and strings for ``getattr``."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Attribute):
            yield inner.attr
        elif isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield inner.value
