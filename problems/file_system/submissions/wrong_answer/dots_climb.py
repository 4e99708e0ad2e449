# verdict: wrong answer
# rejected at: level 1
# mistake: paths are normalised with posixpath, so `..` climbs and `.` stays
from posixpath import basename, dirname, normpath


class FileSystem:
    def __init__(self) -> None:
        self._things: dict[str, str | None] = {"/": None}

    def create(self, path: str, content: str | None = None) -> bool:
        path = normpath(path)
        if path in self._things or not self._is_folder(dirname(path)):
            return False
        self._things[path] = content
        return True

    def read(self, path: str) -> str | None:
        return self._things.get(normpath(path))

    def list_folder(self, path: str) -> list[str]:
        path = normpath(path)
        return sorted(basename(other) for other in self._things if dirname(other) == path != other)

    def delete(self, path: str) -> bool:
        path = normpath(path)
        if path == "/" or path not in self._things or self.list_folder(path):
            return False
        del self._things[path]
        return True

    def _is_folder(self, path: str) -> bool:
        return path in self._things and self._things[path] is None
