"""A folder from elsewhere, read but not run: its Python files, its texts, and their levels."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from harness.errors import WrongUseError

LEVEL_WORDS = "level|lvl|part|stage|step"
_LEVEL = re.compile(rf"(?:{LEVEL_WORDS})[\s_-]*0*([1-9]\d*)", re.IGNORECASE)
_GROUP = re.compile(r"group[\s_-]*(?:0*([1-9]\d*)|([a-h])(?![a-z]))", re.IGNORECASE)
_TEXTS = (".md", ".markdown", ".rst", ".txt")
_OTHERS_FOLDERS = {"__pycache__", "node_modules", "site-packages", "venv"}


@dataclass(frozen=True)
class Source:
    """One Python file."""

    path: PurePath
    """From the folder's top."""
    content: bytes
    tree: ast.Module

    @property
    def text(self) -> str:
        """The file's text."""
        return self.content.decode("utf-8-sig")

    @property
    def level(self) -> int | None:
        """The level that its name or one of its folders says."""
        return level_of_path(self.path)

    @property
    def group(self) -> int | None:
        """The level that its name or one of its folders says by calling it a group."""
        return _first(group_of, self.path)

    def is_module(self, name: str) -> bool:
        """Whether an import of this name could mean the file, whatever the path of imports."""
        parts = self.path.with_suffix("").parts
        own = parts[:-1] if parts[-1] == "__init__" else parts
        wanted = tuple(name.split("."))
        return own[-len(wanted) :] == wanted


@dataclass(frozen=True)
class Folder:
    """What was found."""

    top: Path
    sources: tuple[Source, ...]
    texts: tuple[PurePath, ...]
    """Files of prose, from the folder's top."""

    def modules(self, name: str) -> list[Source]:
        """The files that an import of this name could mean."""
        return [source for source in self.sources if source.is_module(name)]


def read_folder(top: Path) -> Folder:
    """Read every file that matters.

    Raises:
        WrongUseError: there is no such folder, or a file in it cannot be read as Python.
    """
    if not top.is_dir():
        raise WrongUseError(f"{top}: no such folder; name one that holds tests and a reference.")
    paths = sorted(_paths(top), key=lambda path: path.as_posix())
    sources = [_source(top, path) for path in paths if path.suffix == ".py"]
    texts = [path for path in paths if path.suffix.lower() in _TEXTS]
    return Folder(top, tuple(sources), tuple(texts))


def level_of(name: str) -> int | None:
    """The level that a name says, such as ``TestLevel2`` or ``test_level_2_scan``."""
    match = _LEVEL.search(name)
    return int(match[1]) if match else None


def group_of(name: str) -> int | None:
    """The level that a name says in other words, such as ``test_group_2`` or ``group_b_tests``."""
    match = _GROUP.search(name)
    if not match:
        return None
    return int(match[1]) if match[1] else 1 + "abcdefgh".index(match[2].lower())


def level_of_path(path: PurePath) -> int | None:
    """The level that a file's name says, or else the nearest of its folders."""
    return _first(level_of, path)


def _first(said_by: Callable[[str], int | None], path: PurePath) -> int | None:
    said = map(said_by, reversed(path.parts))
    return next((level for level in said if level is not None), None)


def _paths(top: Path) -> Iterator[PurePath]:
    for path in top.rglob("*"):
        below = path.relative_to(top)
        hidden = any(part.startswith(".") or part in _OTHERS_FOLDERS for part in below.parts)
        if path.is_file() and not hidden:
            yield PurePath(below)


def _source(top: Path, path: PurePath) -> Source:
    try:
        content = (top / path).read_bytes()
        return Source(path, content, ast.parse(content))
    except SyntaxError as error:
        raise WrongUseError(
            f"{top / path}:{error.lineno or 1}: {error.msg}; mend it first."
        ) from None
    except (OSError, ValueError) as error:
        raise WrongUseError(f"{top / path}: cannot be read ({error}); mend or remove it.") from None
