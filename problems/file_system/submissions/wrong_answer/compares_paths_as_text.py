# verdict: wrong answer
# rejected at: level 1
# mistake: what a folder holds is told by how paths begin, so `/farmer` is in `/farm`
from posixpath import basename, dirname


class FileSystem:
    def __init__(self) -> None:
        self._things: dict[str, str | None] = {"/": None}

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
        if path == "/" or path not in self._things:
            return False
        if any(other != path and other.startswith(path) for other in self._things):
            return False
        del self._things[path]
        return True

    def _is_folder(self, path: str) -> bool:
        return path in self._things and self._things[path] is None
