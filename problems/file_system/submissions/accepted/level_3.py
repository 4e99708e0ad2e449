"""A file system in memory: folders, files and links, each kept under its path."""

from posixpath import basename, dirname, join
from typing import NamedTuple

ROOT = "root"


class CycleError(Exception):
    """Following a link has come back to that link."""


class Access(NamedTuple):
    """Whose a file or folder is, and what the owner and everybody else may do."""

    owner: str
    mode: str

    def grants(self, user: str, right: str) -> bool:
        """Tell whether a user has a right."""
        rights = self.mode[:2] if user == self.owner else self.mode[2:]
        return user == ROOT or right in rights


class FileSystem:
    """One table from paths to contents, in which folders and links have the content None.

    Other tables hold what has been protected, and where links lead. All keys are paths without
    a link in them, so every method first asks where the path that it was given ends.
    """

    def __init__(self) -> None:
        self._things: dict[str, str | None] = {"/": None}
        self._access = {"/": Access(ROOT, "rwr-")}
        self._targets: dict[str, str] = {}

    def create(self, path: str, content: str | None = None) -> bool:
        """Make a folder or, given a content, a file; False if that is not possible."""
        path = self._place(path)
        if path in self._things or not self._is_folder(dirname(path)):
            return False
        self._things[path] = content
        return True

    def read(self, path: str) -> str | None:
        """Return the content of a file, or None if there is no such file."""
        return self._things.get(self._end(path))

    def list_folder(self, path: str) -> list[str]:
        """Return the names in a folder, in order; none if there is no such folder."""
        return self._names(self._end(path))

    def delete(self, path: str) -> bool:
        """Remove a file, a link or an empty folder; False if that is not possible."""
        path = self._place(path)
        if path == "/" or path not in self._things or self._names(path):
            return False
        del self._things[path]
        self._access.pop(path, None)
        self._targets.pop(path, None)
        return True

    def protect(self, path: str, owner: str, mode: str) -> bool:
        """Give a file or folder an owner and a mode of its own; False if it is absent."""
        path = self._end(path)
        if path not in self._things:
            return False
        self._access[path] = Access(owner, mode)
        return True

    def may(self, user: str, right: str, path: str) -> bool:
        """Tell whether a user reaches a file or folder and has a right to it."""
        path = self._end(path)
        if path not in self._things:
            return False
        is_reached = path == "/" or self.may(user, "r", dirname(path))
        return is_reached and self._access_to(path).grants(user, right)

    def link(self, path: str, target: str) -> bool:
        """Make a link that leads to a target; False if that is not possible."""
        if not self.create(path):
            return False
        self._targets[self._place(path)] = target
        return True

    def read_link(self, path: str) -> str | None:
        """Return the target of a link as it was given, or None if there is no such link."""
        return self._targets.get(self._place(path))

    def resolve(self, path: str) -> str | None:
        """Return the path without links of what a path leads to, or None if it leads nowhere."""
        return self._end(path) or None

    def broken_links(self, limit: int | None = None) -> list[tuple[str, str]]:
        """List (path, reason) of the links that lead nowhere, by path."""
        faults = [(link, self._fault(link)) for link in sorted(self._targets)]
        return [(link, fault) for link, fault in faults if fault][:limit]

    def _fault(self, link: str) -> str:
        """Tell why a link leads nowhere; empty if it leads somewhere."""
        try:
            return "" if self._walk(link) else "missing"
        except CycleError:
            return "cycle"

    def _end(self, path: str) -> str:
        """Return the path without links of what a path leads to; empty if it leads nowhere."""
        try:
            return self._walk(path)
        except CycleError:
            return ""

    def _place(self, path: str) -> str:
        """Return the path without links of the place that is named, be anything there or not."""
        return join(self._end(dirname(path)), basename(path))

    def _walk(self, path: str, following: tuple[str, ...] = ()) -> str:
        """Do what `_end` does while some links are being followed; CycleError at a cycle."""
        place = "/"
        for name in filter(None, path.split("/")):
            place = join(place, name)
            if place in self._targets:
                place = self._follow(place, following)
            if place not in self._things:
                return ""
        return place

    def _follow(self, link: str, following: tuple[str, ...]) -> str:
        """Return where a link leads, if that is not to be found by following the link itself."""
        if link in following:
            raise CycleError
        return self._walk(self._targets[link], (*following, link))

    def _names(self, path: str) -> list[str]:
        """Return the names in a folder, in order."""
        return sorted(basename(other) for other in self._things if dirname(other) == path != other)

    def _is_folder(self, path: str) -> bool:
        """Tell whether there is a folder at a path."""
        return path in self._things and self._things[path] is None

    def _access_to(self, path: str) -> Access:
        """Return the owner and mode of its own, or else those of the folder that holds it."""
        while path not in self._access:
            path = dirname(path)
        return self._access[path]
