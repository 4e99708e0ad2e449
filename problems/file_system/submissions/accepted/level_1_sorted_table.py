"""Sorted table: one flat table of full paths, beside it the paths in sorted order.

A path is a tuple of names, so a folder and all that is below it stand next to
each other in the sorted order, and two bisections find where they begin and end.
"""

from bisect import bisect_left, insort

Path = tuple[str, ...]

TOP: Path = ()


def parse(path: str) -> Path:
    """Split a written path into its names; slashes too many do not count."""
    return tuple(name for name in path.split("/") if name)


class FileSystem:
    """A tree of folders and files; every path starts at its top folder."""

    def __init__(self) -> None:
        """Start with the top folder alone."""
        self._contents: dict[Path, str | None] = {TOP: None}
        self._order: list[Path] = [TOP]

    def create(self, path: str, content: str | None = None) -> bool:
        """Make a folder or, given a content, a file; False if that is not possible."""
        key = parse(path)
        if key in self._contents or not self._is_folder(key[:-1]):
            return False
        self._contents[key] = content
        insort(self._order, key)
        return True

    def read(self, path: str) -> str | None:
        """Return the content of a file, or None if there is no such file."""
        return self._contents.get(parse(path))

    def list_folder(self, path: str) -> list[str] | None:
        """Return the names in a folder, in order, or None if there is no such folder."""
        folder = parse(path)
        if not self._is_folder(folder):
            return None
        depth = len(folder) + 1
        return [key[-1] for key in self._below(folder) if len(key) == depth]

    def delete(self, path: str) -> bool:
        """Remove a file or an empty folder; False if that is not possible."""
        key = parse(path)
        if key == TOP or key not in self._contents or self._below(key):
            return False
        del self._contents[key]
        del self._order[bisect_left(self._order, key)]
        return True

    def _is_folder(self, key: Path) -> bool:
        """Say whether a folder is at the path."""
        return key in self._contents and self._contents[key] is None

    def _below(self, key: Path) -> list[Path]:
        """Return the paths of all that is below an existing path, in order."""
        start = bisect_left(self._order, key) + 1
        end = bisect_left(self._order, True, lo=start, key=lambda other: other[: len(key)] != key)
        return self._order[start:end]
