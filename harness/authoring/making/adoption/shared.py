"""What tests share: fixtures, and modules of their own, which are not the solution's."""

import ast
import re
from collections.abc import Collection, Iterable, Iterator, Set
from dataclasses import dataclass
from pathlib import Path

from harness.authoring.making.adoption.folder import Folder, Source
from harness.authoring.making.adoption.imports import imported_from_beside, imports_of
from harness.authoring.making.adoption.suites import Suites, names_in, words_in

_FIXTURES = "conftest.py"
_PACKAGE = "__init__.py"
_OF_TESTS = ("hypothesis", "pytest", "unittest")


@dataclass(frozen=True)
class Shared:
    """The files beside the tests, tests apart."""

    fixtures: tuple[Source, ...]
    modules: dict[str, Source]
    """Modules of the folder by the name that tests, fixtures or each other import."""

    @property
    def sources(self) -> list[Source]:
        """All of them."""
        return [*self.fixtures, *self.modules.values()]

    def words(self, suites: Suites, level: int) -> set[str]:
        """Everything that could name a method in what the tests up to a level use of it."""
        said = {name for suite in suites.up_to(level) for name in suite.names}
        found: set[str] = set()
        left = [node for source in self.up_to(level) for node in source.tree.body]
        while used := [node for node in left if _is_used(node, said)]:
            left = [node for node in left if node not in used]
            for node in used:
                said |= set(names_in(node))
                found |= set(words_in(node))
        return found

    def files(self, home: Path, suites: Suites, known: Set[str]) -> dict[Path, bytes]:
        """Where they go in a problem's folder, but for modules that are part of the solution."""
        files: dict[Path, bytes] = {}
        for source in self.fixtures:
            level = f"level_{source.level}" if source.level else ""
            files[home / level / _FIXTURES] = source.content
        left = [
            (home / f"level_{level}", suite.source)
            for level, of_level in suites.by_level.items()
            for suite in of_level
        ]
        left += [(home, source) for source in self.fixtures]
        while left:
            folder, asking = left.pop()
            beside = imported_from_beside(asking)
            for name in _named_by(asking) & self.modules.keys() - known:
                module = self.modules[name]
                top = folder if name in beside else home
                place = top.joinpath(*name.split(".")).with_suffix(".py")
                if module.path.name == _PACKAGE:
                    place = place.with_suffix("") / _PACKAGE
                if place not in files:
                    files[place] = module.content
                    left.append((place.parent, module))
        return files

    def up_to(self, level: int) -> Iterator[Source]:
        """Those that are not said to be of a later level."""
        for source in self.sources:
            if source.level is None or source.level <= level:
                yield source


def support_in(folder: Folder) -> list[Source]:
    """The files that can be no solution, for they are written for tests: fixtures, base classes."""
    return [
        source
        for source in folder.sources
        if source.path.name == _FIXTURES
        or any(name.partition(".")[0] in _OF_TESTS for name in imports_of(source))
    ]


def shared_of(folder: Folder, suites: Suites, module: str) -> Shared:
    """Read what tests share.

    Args:
        folder: where all of it is.
        suites: the tests.
        module: what they import the solution as; what this imports itself is not theirs.
    """
    fixtures = [source for source in folder.sources if source.path.name == _FIXTURES]
    solution = {module, *_reached(folder, folder.modules(module))}
    tests = suites.sources
    modules = {
        name: source
        for name, source in _reached(folder, [*fixtures, *tests], apart=solution).items()
        if source not in tests
    }
    return Shared(tuple(fixtures), modules)


def _is_used(node: ast.stmt, said: Collection[str]) -> bool:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        # A fixture may be asked for by another name, or by nobody at all.
        marks = " ".join(map(ast.unparse, node.decorator_list))
        renamed = re.search(r"\bname='(\w+)'", marks)
        return node.name in said or "autouse=" in marks or bool(renamed and renamed[1] in said)
    return True


def _named_by(source: Source) -> set[str]:
    """The modules that a file imports, and the packages that they are in."""
    parts = [name.split(".") for name in imports_of(source) if name]
    return {".".join(each[:end]) for each in parts for end in range(1, len(each) + 1)}


def _reached(
    folder: Folder, sources: Iterable[Source], apart: Collection[str] = ()
) -> dict[str, Source]:
    """The folder's modules that these files import, and those that these import, and so on."""
    found: dict[str, Source] = {}
    left = list(sources)
    while left:
        for name in sorted(_named_by(left.pop())):
            is_apart = any(f"{each}.".startswith(f"{name}.") for each in apart)
            modules = [] if is_apart else folder.modules(name)
            if modules and name not in found:
                found[name] = modules[0]
                left.append(modules[0])
    return found
