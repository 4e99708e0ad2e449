# verdict: wrong answer
# rejected at: level 1
# mistake: what a folder holds is told by how paths begin, so `/farmer` is in `/farm`
class FileSystem:
    def __init__(self) -> None:
        self._things: dict[str, str | None] = {"": None}

    def create(self, path: str, content: str | None = None) -> bool:
        path = self._plain(path)
        parent = path.rpartition("/")[0]
        if path in self._things or self._things.get(parent, "") is not None:
            return False
        self._things[path] = content
        return True

    def read(self, path: str) -> str | None:
        return self._things.get(self._plain(path))

    def list_folder(self, path: str) -> list[str] | None:
        path = self._plain(path)
        if self._things.get(path, "") is not None:
            return None
        below = [other[len(path) + 1 :] for other in self._things if other.startswith(path + "/")]
        return sorted(name for name in below if "/" not in name)

    def delete(self, path: str) -> bool:
        path = self._plain(path)
        if not path or path not in self._things:
            return False
        if any(other != path and other.startswith(path) for other in self._things):
            return False
        del self._things[path]
        return True

    def _plain(self, path: str) -> str:
        return "".join("/" + name for name in path.split("/") if name)
