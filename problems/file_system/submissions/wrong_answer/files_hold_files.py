# verdict: wrong answer
# rejected at: level 1
# mistake: create only looks whether anything is there to hold the new thing, be it a file
from posixpath import basename, dirname


class FileSystem:
    def __init__(self) -> None:
        self._things: dict[str, str | None] = {"/": None}

    def create(self, path: str, content: str | None = None) -> bool:
        if path in self._things or dirname(path) not in self._things:
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
        return True
