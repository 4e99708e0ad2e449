"""Sorted table: one flat table of full paths, beside it the paths in sorted order.

A path is a tuple of names, so a folder and all that is below it stand next to
each other in the sorted order, and two bisections find where they begin and end.
A row is a plain value: changing a file means putting another row at its path.
"""

from bisect import bisect_left, insort
from typing import NamedTuple

Path = tuple[str, ...]

TOP: Path = ()
ROOT = "root"
DEFAULT_MODE = "rwr-"


class Row(NamedTuple):
    """What the table holds for one path; the content of a folder is None."""

    content: str | None
    owner: str
    mode: str | None = None


def parse(path: str) -> Path:
    """Split a written path into its names; slashes too many do not count."""
    return tuple(name for name in path.split("/") if name)


class FileSystem:
    """A tree of folders and files; every path starts at its top folder."""

    def __init__(self) -> None:
        """Start with the top folder alone."""
        self._rows: dict[Path, Row] = {TOP: Row(None, ROOT)}
        self._order: list[Path] = [TOP]

    def create(self, path: str, content: str | None = None, user: str = ROOT) -> bool:
        """Make a folder or, given a content, a file; False if that is not possible."""
        key = parse(path)
        if key in self._rows or not self._may_change_names(key, user):
            return False
        self._rows[key] = Row(content, user)
        insort(self._order, key)
        return True

    def read(self, path: str, user: str = ROOT) -> str | None:
        """Return the content of a file, or None if there is none that the user may read."""
        row = self._row_with_right(parse(path), user, "r")
        return row.content if row else None

    def write(self, path: str, content: str, user: str = ROOT) -> bool:
        """Replace the content of a file; False if that is not possible."""
        key = parse(path)
        row = self._row_with_right(key, user, "w")
        if row is None or row.content is None:
            return False
        self._rows[key] = row._replace(content=content)
        return True

    def list_folder(self, path: str, user: str = ROOT) -> list[str] | None:
        """Return the names in a folder, in order, or None if the user may list no such folder."""
        folder = parse(path)
        row = self._row_with_right(folder, user, "r")
        if row is None or row.content is not None:
            return None
        depth = len(folder) + 1
        return [key[-1] for key in self._below(folder) if len(key) == depth]

    def delete(self, path: str, user: str = ROOT) -> bool:
        """Remove a file or an empty folder; False if that is not possible."""
        key = parse(path)
        if key not in self._rows or not self._may_change_names(key, user) or self._below(key):
            return False
        del self._rows[key]
        del self._order[bisect_left(self._order, key)]
        return True

    def set_mode(self, path: str, mode: str | None, user: str = ROOT) -> bool:
        """Give a file or folder its own mode or, with None, take it; False if not possible."""
        key = parse(path)
        row = self._rows.get(key)
        if row is None or not self._reaches(key, user) or user not in (row.owner, ROOT):
            return False
        self._rows[key] = row._replace(mode=mode)
        return True

    def _mode(self, key: Path) -> str:
        """Return the mode of an existing path: its own or the nearest one above."""
        for length in range(len(key), -1, -1):
            mode = self._rows[key[:length]].mode
            if mode is not None:
                return mode
        return DEFAULT_MODE

    def _has_right(self, key: Path, user: str, right: str) -> bool:
        """Say whether the user has the right, `r` or `w`, on an existing path."""
        if user == ROOT:
            return True
        mode = self._mode(key)
        return right in (mode[:2] if user == self._rows[key].owner else mode[2:])

    def _reaches(self, key: Path, user: str) -> bool:
        """Say whether all before the last name is folders that the user may read."""
        above = [key[:length] for length in range(len(key))]
        return all(self._is_folder(one) and self._has_right(one, user, "r") for one in above)

    def _row_with_right(self, key: Path, user: str, right: str) -> Row | None:
        """Return the row at the path if there is one and the user has the right to it."""
        if key in self._rows and self._reaches(key, user) and self._has_right(key, user, right):
            return self._rows[key]
        return None

    def _may_change_names(self, key: Path, user: str) -> bool:
        """Say whether the user may add or remove the last name of the path."""
        return key != TOP and self._reaches(key, user) and self._has_right(key[:-1], user, "w")

    def _is_folder(self, key: Path) -> bool:
        """Say whether a folder is at the path."""
        row = self._rows.get(key)
        return row is not None and row.content is None

    def _below(self, key: Path) -> list[Path]:
        """Return the paths of all that is below an existing path, in order."""
        start = bisect_left(self._order, key) + 1
        end = bisect_left(self._order, True, lo=start, key=lambda other: other[: len(key)] != key)
        return self._order[start:end]
