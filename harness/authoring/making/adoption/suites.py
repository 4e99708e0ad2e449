"""Which tests there are, in which files, and to which level each belongs."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from itertools import chain

from harness.authoring.making.adoption.folder import Folder, Source, level_of
from harness.errors import WrongUseError

_SAMPLE = re.compile(r"sample|example|public|visible", re.IGNORECASE)


@dataclass(frozen=True)
class Suite:
    """The tests of one level in one file."""

    source: Source
    tests: tuple[str, ...]
    """Their names as pytest writes them, such as ``TestScan::test_order``."""
    patterns: tuple[str, ...] = ()
    """What picks them out of a file that holds others too."""

    def nodes(self) -> Iterator[ast.AST]:
        """Everything in the file that is not a test of another level."""
        others = {test for test, _ in tests_in(self.source.tree)} - set(self.tests)
        for node in self.source.tree.body:
            if isinstance(node, ast.ClassDef):
                inside = (each for each in node.body if f"{node.name}::{_name(each)}" not in others)
                yield from chain(inside, node.bases, node.decorator_list)
            elif _name(node) not in others:
                yield node


@dataclass(frozen=True)
class Suites:
    """All tests, level by level."""

    scored: dict[int, Suite]
    samples: dict[int, Suite]

    @property
    def sources(self) -> list[Source]:
        """The files, each once."""
        found = {suite.source.path: suite.source for suite in self.up_to(max(self.scored))}
        return list(found.values())

    def up_to(self, level: int) -> list[Suite]:
        """Samples and scored tests of the levels from the first to this one."""
        kinds = (self.scored, self.samples)
        return [suite for kind in kinds for number, suite in kind.items() if number <= level]


def find_suites(folder: Folder) -> Suites:
    """Find the tests and their levels.

    Raises:
        WrongUseError: there are none, or a level's tests cannot be told or are in two files.
    """
    found: dict[bool, dict[int, list[Suite]]] = {True: {}, False: {}}
    sources = [source for source in folder.sources if any(tests_in(source.tree))]
    if not sources:
        raise WrongUseError(f"{folder.top}: holds no tests: no function or method named test….")
    levels_said = any(
        level is not None
        for source in sources
        for level in (source.level, *(level for _, level in tests_in(source.tree)))
    )
    for source in sources:
        kind = found[bool(_SAMPLE.search(source.path.as_posix()))]
        for level, suite in _by_level(folder, source, levels_said=levels_said):
            kind.setdefault(level, []).append(suite)
    for suites in chain(*(kind.values() for kind in found.values())):
        if len(suites) > 1:
            names = " and ".join(str(suite.source.path) for suite in suites)
            raise WrongUseError(
                f"{folder.top}: {names} both hold tests of one level; join them to one file."
            )
    samples, scored = (
        {level: suites[0] for level, suites in sorted(found[kind].items())}
        for kind in (True, False)
    )
    if not scored:
        scored, samples = samples, {}  # a folder may well be called `examples`
    for level in range(1, max(scored) + 1):
        if level not in scored:
            raise WrongUseError(f"{folder.top}: no tests of level {level}, but of {max(scored)}.")
    return Suites(scored, samples)


def tests_in(tree: ast.Module) -> Iterator[tuple[str, int | None]]:
    """The tests of a file as pytest would find them, with the level that their names say."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and _holds_tests(node):
            for item in node.body:
                name = _name(item)
                if name.startswith("test"):
                    level = level_of(name)
                    yield f"{node.name}::{name}", level_of(node.name) if level is None else level
        elif _name(node).startswith("test"):
            yield _name(node), level_of(_name(node))


def _by_level(folder: Folder, source: Source, *, levels_said: bool) -> Iterator[tuple[int, Suite]]:
    tests = dict(tests_in(source.tree))
    whole = source.level if levels_said else 1
    if whole is not None:
        yield whole, Suite(source, tuple(tests))
        return
    for test, level in tests.items():
        if level is None:
            raise WrongUseError(
                f"{folder.top / source.path}: neither the name of {test} nor its class, file or "
                "folder says a level; put the tests of each level into a file that does."
            )
    for level in sorted({level for level in tests.values() if level is not None}):
        own = [test for test, its in tests.items() if its == level]
        yield level, Suite(source, tuple(own), tuple(patterns_for(own, tests)))


def patterns_for(own: list[str], every: Iterable[str]) -> Iterator[str]:
    """The fewest patterns that pick just these tests out of all of the file."""
    left = list(own)
    while left:
        test = left[0]
        group, _, name = test.rpartition("::")
        said = re.match(r"(?i).*?(?:level|lvl|part|stage|step)[\s_-]*\d+", name)
        tries = [f"{group}::*"] if group else []
        tries += [f"{test[: len(test) - len(name)]}{said[0]}*"] if said else []
        for pattern in [*tries, f"{test}*"]:
            picked = [each for each in every if fnmatchcase(each, pattern)]
            if set(picked) <= set(own):
                yield pattern
                left = [each for each in left if each not in picked]
                break
        else:
            yield from (test, f"{test}[[]*")  # itself, and itself with parameters
            left.remove(test)


def _holds_tests(node: ast.ClassDef) -> bool:
    return node.name.startswith("Test") or any(
        ast.unparse(base).endswith("TestCase") for base in node.bases
    )


def _name(node: ast.AST) -> str:
    return node.name if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) else ""
