"""What each test of a problem rests on: the text that can change what it does, as a digest.

A test function's body is read by nobody but itself, so another one can be written while all that is
known of the rest of its file still holds. Comments and layout count for nothing.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

_NOT_FOR_TESTS = {"submissions", "problem.toml", "equivalent.toml"}
"""What lies at the top of a problem's folder for others."""
_LIBRARIES = {"pytest", "hypothesis"}
"""Whose decorators and calls leave nothing behind in a test module."""
_PURE = set("bool bytes chr dict float frozenset int len list max min ord range set str".split())
_LOOKING_AROUND = set("__builtins__ eval exec gc globals inspect locals sys vars".split())
"""Whoever names one of these may find a function that nobody else names."""


@dataclass(frozen=True)
class Footing:
    """Two digests; equal ones mean the same text."""

    inputs: bytes
    """All that the inputs of a property are drawn from: everything but the body of the test."""
    whole: bytes
    """All that what it does depends on, beside the program that it tests."""


def files_of(package: Path) -> Iterator[Path]:
    """Every file that tests can rest on, in order.

    Their data too, but no submission, no prose, and nothing that an editor has laid beside a file.

    Args:
        package: the problem's folder.
    """
    for file in sorted(package.rglob("*")):
        place = file.relative_to(package)
        if (
            file.is_file()  # no link that leads nowhere, as Emacs lays beside an unsaved file
            and place.parts[0] not in _NOT_FOR_TESTS
            and place.suffix != ".md"
            and not place.name.startswith("#")
            and not place.name.endswith("~")
            and not any(part.startswith(".") or part == "__pycache__" for part in place.parts)
        ):
            yield file


def texts_of(package: Path) -> dict[str, bytes]:
    """What is in every such file, by its path in the problem's folder.

    Raises:
        OSError: one cannot be read.
    """
    return {file.relative_to(package).as_posix(): file.read_bytes() for file in files_of(package)}


class Footings:
    """The footing of every test, as the files of a problem are now."""

    def __init__(self, package: Path) -> None:
        """Read them.

        Args:
            package: the problem's folder.

        Raises:
            OSError: a file cannot be read.
        """
        texts = texts_of(package)
        tests = {name for name in texts if re.fullmatch(r"level_\d+/test_\w+\.py", name)}
        named = {part for name in tests for part in Path(name).with_suffix("").parts}
        mention = re.compile(rf"\b({'|'.join(map(re.escape, named))})\b".encode())
        if any(mention.search(text) for text in texts.values()):
            tests = set()  # one may import another
        shared = _digest(*(text for name, text in texts.items() if name not in tests))
        self._files = {
            name: _taken_apart(texts[name], shared) if name in tests else _Whole(shared)
            for name in texts
        }

    def of(self, test: str) -> Footing | None:
        """The footing of a test by its id; None where its file is not there."""
        file, _, name = test.partition("::")
        known = self._files.get(file)
        return known.of(name) if known is not None else None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Footings) and self._files == other._files

    __hash__ = None  # type: ignore[assignment]


@dataclass(frozen=True)
class _Whole:
    """A file of which any change may change every test."""

    text: bytes

    def of(self, name: str) -> Footing:
        """The footing of one of its tests."""
        own = _digest(self.text, name.encode())
        return Footing(own, own)


class _File:
    """A test file, taken apart into its test functions and the rest."""

    def __init__(self, text: bytes, shared: bytes) -> None:
        try:
            tree = ast.parse(text)
        except (SyntaxError, ValueError):
            tree = ast.Module([ast.Expr(ast.Constant(text))], [])
        apart = dict(_apart(tree))
        rest = [node for node in tree.body if node not in apart.values()]
        self._rest = _digest(shared, *(ast.dump(node).encode() for node in rest))
        self._tests = {name: _read(node) for name, node in apart.items()}

    def of(self, name: str) -> Footing:
        """The footing of one of its tests."""
        heading, body = self._tests.get(name.partition("[")[0], (b"", b""))
        inputs = _digest(self._rest, name.encode(), heading)
        return Footing(inputs, _digest(inputs, body))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _File) and vars(self) == vars(other)

    __hash__ = None  # type: ignore[assignment]


@lru_cache(maxsize=64)
def _taken_apart(text: bytes, shared: bytes) -> _File:
    """Of two looks at a problem, most files are the same."""
    return _File(text, shared)


def _read(test: ast.FunctionDef) -> tuple[bytes, bytes]:
    """What is evaluated when it is defined, and what is when it is called."""
    body = ast.Module(test.body, [])
    heading = ast.FunctionDef(**{**dict(ast.iter_fields(test)), "body": []})
    return ast.dump(heading).encode(), ast.dump(body).encode()


def _apart(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    """The test functions that nothing else in the module sees, and that see nothing of others."""
    names = Counter(_names(tree))
    if _LOOKING_AROUND & names.keys():
        return
    foreign = _foreign(tree)
    for node in tree.body:
        if (
            isinstance(node, ast.FunctionDef)
            and node.name.startswith("test")
            and names[node.name] == 1
            and _defined_quietly(node, foreign)
        ):
            yield node.name, node


def _names(tree: ast.AST) -> Iterator[str]:
    """Every word that is written somewhere, as a name or within a text."""
    for node in ast.walk(tree):
        for _, value in ast.iter_fields(node):
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, str):
                    yield from re.findall(r"\w+", each)


def _foreign(tree: ast.Module) -> set[str]:
    """The names that stand for something harmless of a library, or for what a call of it gave."""
    foreign = set(_PURE)
    for node in tree.body:
        match node:
            case ast.Import(names=several):
                foreign |= {_bound(each) for each in several if _is_library(each.name)}
            case ast.ImportFrom(module=str() as module, names=several) if _is_library(module):
                foreign |= {_bound(each) for each in several}
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if _root(value) in foreign:
                foreign.add(name)
    bound = Counter(_bindings(tree))
    return {name for name in foreign if bound[name] == (name not in _PURE)}


def _bindings(tree: ast.Module) -> Iterator[str]:
    """Every name that the module or something in it gives a meaning, once for each time."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()) | ast.arg(arg=name):
                yield name
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.alias():
                yield _bound(node)


def _bound(alias: ast.alias) -> str:
    return alias.asname or alias.name.partition(".")[0]


def _is_library(module: str) -> bool:
    return module.partition(".")[0] in _LIBRARIES


def _defined_quietly(test: ast.FunctionDef, foreign: set[str]) -> bool:
    """Whether its definition runs nothing of the module's own."""
    heading: list[ast.AST] = [*test.decorator_list, test.args]
    heading += [test.returns] if test.returns is not None else []
    called = [
        node.func for part in heading for node in ast.walk(part) if isinstance(node, ast.Call)
    ]
    return all(_root(each) in foreign for each in [*test.decorator_list, *called])


def _root(node: ast.expr) -> str:
    """The name that an expression begins with: ``st`` of ``st.lists(calls).map(len)``."""
    while isinstance(node, ast.Call | ast.Attribute):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def _digest(*parts: bytes) -> bytes:
    digest = sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.digest()
