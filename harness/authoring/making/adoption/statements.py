"""The statement of each level: a file of its own, or a part of one text about all."""

import re
from pathlib import PurePath

from harness.authoring.making.adoption.folder import Folder, level_of, level_of_path
from harness.errors import WrongUseError


def find_statements(folder: Folder, levels: int) -> dict[int, bytes]:
    """Return the statement of every level, as it was written.

    Raises:
        WrongUseError: a level has none, or two.
    """
    found: dict[int, list[PurePath]] = {}
    for path in folder.texts:
        level = level_of_path(path)
        if level is not None:
            found.setdefault(level, []).append(path)
    statements = {level: _only(folder, level, paths) for level, paths in found.items()}
    for path in folder.texts:
        if statements or level_of_path(path) is not None:
            break
        statements = _parts((folder.top / path).read_text(encoding="utf-8", errors="replace"))
    if not statements and levels == 1 and len(folder.texts) == 1:
        statements = {1: (folder.top / folder.texts[0]).read_bytes()}
    for level in range(1, levels + 1):
        if level not in statements:
            raise WrongUseError(
                f"{folder.top}: no statement of level {level}; add level{level}.md, or a heading "
                f"`## Level {level}` to one text about all levels."
            )
    return statements


def _only(folder: Folder, level: int, paths: list[PurePath]) -> bytes:
    if len(paths) > 1:
        named = [path for path in paths if level_of(path.name) or "statement" in path.name.lower()]
        paths = named if len(named) == 1 else paths
    if len(paths) > 1:
        raise WrongUseError(
            f"{folder.top}: {' and '.join(map(str, paths))} could both be the statement of "
            f"level {level}; name it level{level}.md."
        )
    return (folder.top / paths[0]).read_bytes()


def _parts(text: str) -> dict[int, bytes]:
    """What follows each heading that says a level; what comes before goes with the first."""
    heads = [
        (match.start(), level)
        for match in re.finditer(r"^#+ .*$", text, re.MULTILINE)
        if (level := level_of(match[0])) is not None
    ]
    if not heads:
        return {}
    ends = [start for start, _ in heads[1:]] + [len(text)]
    parts = {level: text[start:end] for (start, level), end in zip(heads, ends, strict=True)}
    begin, first = heads[0]
    parts[first] = text[:begin] + parts[first]
    return {level: part.encode() for level, part in parts.items()}
