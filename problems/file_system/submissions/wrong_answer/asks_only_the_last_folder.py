# verdict: wrong answer
# rejected at: level 2
# mistake: only the folder that holds a thing is asked for rights, not those above it
from posixpath import basename, dirname
from typing import NamedTuple

ROOT = "root"


class Access(NamedTuple):
    owner: str
    mode: str

    def grants(self, user: str, right: str) -> bool:
        rights = self.mode[:2] if user == self.owner else self.mode[2:]
        return user == ROOT or right in rights


class FileSystem:
    def __init__(self) -> None:
        self._things: dict[str, str | None] = {"/": None}
        self._access = {"/": Access(ROOT, "rwr-")}

    def create(self, path: str, content: str | None = None) -> bool:
        if path in self._things or not self._is_folder(dirname(path)):
            return False
        self._things[path] = content
        return True

    def read(self, path: str) -> str | None:
        return self._things.get(path)

    def list_folder(self, path: str) -> list[str]:
        return sorted(basename(other) for other in self._things if dirname(other) == path != other)

    def delete(self, path: str) -> bool:
        if path == "/" or path not in self._things or self.list_folder(path):
            return False
        del self._things[path]
        self._access.pop(path, None)
        return True

    def protect(self, path: str, owner: str, mode: str) -> bool:
        if path not in self._things:
            return False
        self._access[path] = Access(owner, mode)
        return True

    def may(self, user: str, right: str, path: str) -> bool:
        if path not in self._things:
            return False
        is_reached = path == "/" or self._access_to(dirname(path)).grants(user, "r")
        return is_reached and self._access_to(path).grants(user, right)

    def _is_folder(self, path: str) -> bool:
        return path in self._things and self._things[path] is None

    def _access_to(self, path: str) -> Access:
        while path not in self._access:
            path = dirname(path)
        return self._access[path]
