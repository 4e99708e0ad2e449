"""A file system in memory: folders and files, each kept under its path."""

from posixpath import basename, dirname


class FileSystem:
    """One table from paths to contents, in which a folder has the content None."""

    def __init__(self) -> None:
        self._things: dict[str, str | None] = {"/": None}

    def create(self, path: str, content: str | None = None) -> bool:
        """Make a folder or, given a content, a file; False if that is not possible."""
        if path in self._things or not self._is_folder(dirname(path)):
            return False
        self._things[path] = content
        return True

    def read(self, path: str) -> str | None:
        """Return the content of a file, or None if there is no such file."""
        return self._things.get(path)

    def list_folder(self, path: str) -> list[str]:
        """Return the names in a folder, in order; none if there is no such folder."""
        return sorted(basename(other) for other in self._things if dirname(other) == path != other)

    def delete(self, path: str) -> bool:
        """Remove a file or an empty folder; False if that is not possible."""
        if path == "/" or path not in self._things or self.list_folder(path):
            return False
        del self._things[path]
        return True

    def _is_folder(self, path: str) -> bool:
        """Tell whether there is a folder at a path."""
        return path in self._things and self._things[path] is None
