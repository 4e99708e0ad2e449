"""Which tests there are, in which files, and to which level each belongs."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from itertools import chain

from harness.authoring.making.adoption.folder import LEVEL_WORDS, Folder, Source, group_of, level_of
from harness.errors import WrongUseError

_SAMPLE = re.compile(r"sample|example|public|visible|sandbox|playground", re.IGNORECASE)
_ANY_LEVEL = re.compile(rf"(?i).*?(?:{LEVEL_WORDS}|group)[\s_-]*(?:\d+|[a-h](?![a-z]))")


@dataclass(frozen=True)
class Suite:
    """The tests of one level in one file."""

    source: Source
    tests: tuple[str, ...]
    """Their names as pytest writes them, such as ``TestScan::test_order``."""
    patterns: tuple[str, ...] = ()
    """What picks them out of a file that holds others too."""

    @property
    def words(self) -> set[str]:
        """Everything in it that could name a method: attributes, and strings for ``getattr``."""
        return {word for node in self._nodes() for word in words_in(node)}

    @property
    def names(self) -> set[str]:
        """Everything in it that could name a fixture or a helper."""
        return {name for node in self._nodes() for name in names_in(node)}

    def _nodes(self) -> Iterator[ast.AST]:
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

    scored: dict[int, tuple[Suite, ...]]
    """By level, each suite in a file of its own."""
    samples: dict[int, Suite]

    @property
    def sources(self) -> list[Source]:
        """The files, each once."""
        found = {suite.source.path: suite.source for suite in self.up_to(max(self.scored))}
        return list(found.values())

    @property
    def by_level(self) -> dict[int, list[Suite]]:
        """Scored tests and samples of every level."""
        samples = {level: [suite] for level, suite in self.samples.items()}
        return {level: [*suites, *samples.get(level, [])] for level, suites in self.scored.items()}

    def up_to(self, level: int) -> list[Suite]:
        """Samples and scored tests of the levels from the first to this one."""
        return [
            suite for number, both in self.by_level.items() if number <= level for suite in both
        ]


def find_suites(folder: Folder) -> Suites:
    """Find the tests and their levels.

    Raises:
        WrongUseError: there are none, or a level's tests cannot be told, or two files hold samples
            of one level.
    """
    sources = [source for source in folder.sources if any(tests_in(source.tree))]
    if not sources:
        raise WrongUseError(f"{folder.top}: holds no tests: no function or method named test….")
    shown = [source for source in sources if _SAMPLE.search(source.path.as_posix())]
    if len(shown) == len(sources):
        shown = []  # a folder may well be called `examples`
    scoring = [source for source in sources if source not in shown]
    levels_said = any(_says_levels(source) for source in scoring)
    scored: dict[int, tuple[Suite, ...]] = {}
    for source in scoring:
        for level, suite in _by_level(folder, source, levels_said=levels_said):
            scored[level] = (*scored.get(level, ()), suite)
    for level in range(1, max(scored) + 1):
        if level not in scored:
            raise WrongUseError(f"{folder.top}: no tests of level {level}, but of {max(scored)}.")
    return Suites(dict(sorted(scored.items())), _samples(folder, shown, scored))


def _samples(
    folder: Folder, shown: list[Source], scored: dict[int, tuple[Suite, ...]]
) -> dict[int, Suite]:
    """The samples of every level; those that say none belong to the first that has all they use."""
    samples: dict[int, Suite] = {}
    for source in shown:
        if _says_levels(source):
            suites = list(_by_level(folder, source, levels_said=True))
        else:
            whole = Suite(source, tuple(test for test, _ in tests_in(source.tree)))
            suites = [(_first_level_with(whole.words, scored), whole)]
        for level, suite in suites:
            if level in samples:
                raise WrongUseError(
                    f"{folder.top}: {samples[level].source.path} and {source.path} both hold "
                    f"samples of level {level}, which are shown as one file; join them to one."
                )
            if level in scored:
                samples[level] = suite
    return dict(sorted(samples.items()))


def _first_level_with(words: set[str], scored: dict[int, tuple[Suite, ...]]) -> int:
    """The level from which on scored tests use whatever of these words any scored test uses."""
    by_level = {
        level: set[str]().union(*(suite.words for suite in suites))
        for level, suites in sorted(scored.items())
    }
    missing = words & set[str]().union(*by_level.values())
    for level, known in by_level.items():
        missing -= known
        if not missing:
            return level
    return max(scored)


def _says_levels(source: Source) -> bool:
    """Whether a file says of any of its tests to which level it belongs."""
    said = (level for _, level in tests_in(source.tree))
    return any(level is not None for level in (source.level, source.group, *said))


def tests_in(tree: ast.Module) -> Iterator[tuple[str, int | None]]:
    """The tests of a file as pytest would find them, with the level that their names say."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and _holds_tests(node):
            for item in node.body:
                name = _name(item)
                if name.startswith("test"):
                    yield f"{node.name}::{name}", _said_by(name, node.name)
        elif _name(node).startswith("test"):
            yield _name(node), _said_by(_name(node))


def _said_by(*names: str) -> int | None:
    """The level that the first of these names says; a group only where nothing says a level."""
    said = [say(name) for say in (level_of, group_of) for name in names]
    return next((level for level in said if level is not None), None)


def _by_level(folder: Folder, source: Source, *, levels_said: bool) -> Iterator[tuple[int, Suite]]:
    tests = dict(tests_in(source.tree))
    whole = source.level if levels_said else 1
    if whole is None and None in tests.values():
        whole = source.group
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
        said = _ANY_LEVEL.match(name)
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
    """Whether pytest would look into it; a base may be a test case from a file that tests share."""
    return node.name.startswith("Test") or bool(node.bases)


def _name(node: ast.AST) -> str:
    return node.name if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) else ""


def words_in(node: ast.AST) -> Iterator[str]:
    """What could name a method: attributes, and strings for ``getattr``."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Attribute):
            yield inner.attr
        elif isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield inner.value


def names_in(node: ast.AST) -> Iterator[str]:
    """What could name a fixture or a helper: names, parameters, attributes and strings."""
    yield from words_in(node)
    for inner in ast.walk(node):
        if isinstance(inner, ast.Name):
            yield inner.id
        elif isinstance(inner, ast.arg):
            yield inner.arg
