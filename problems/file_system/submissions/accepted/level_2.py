"""A file system in memory: folders and files, each kept under its path, and who may use them."""

from posixpath import basename, dirname
from typing import NamedTuple

ROOT = "root"


class Access(NamedTuple):
    """Whose a file or folder is, and what the owner and everybody else may do."""

    owner: str
    mode: str

    def grants(self, user: str, right: str) -> bool:
        """Tell whether a user has a right."""
        rights = self.mode[:2] if user == self.owner else self.mode[2:]
        return user == ROOT or right in rights


class FileSystem:
    """One table from paths to contents, in which a folder has the content None.

    Another table holds what has been protected, and no more. All the rest inherits.
    """

    def __init__(self) -> None:
        self._things: dict[str, str | None] = {"/": None}
        self._access = {"/": Access(ROOT, "rwr-")}

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
        self._access.pop(path, None)
        return True

    def protect(self, path: str, owner: str, mode: str) -> bool:
        """Give a file or folder an owner and a mode of its own; False if it is absent."""
        if path not in self._things:
            return False
        self._access[path] = Access(owner, mode)
        return True

    def may(self, user: str, right: str, path: str) -> bool:
        """Tell whether a user reaches a file or folder and has a right to it."""
        if path not in self._things:
            return False
        is_reached = path == "/" or self.may(user, "r", dirname(path))
        return is_reached and self._access_to(path).grants(user, right)

    def _is_folder(self, path: str) -> bool:
        """Tell whether there is a folder at a path."""
        return path in self._things and self._things[path] is None

    def _access_to(self, path: str) -> Access:
        """Return the owner and mode of its own, or else those of the folder that holds it."""
        while path not in self._access:
            path = dirname(path)
        return self._access[path]
