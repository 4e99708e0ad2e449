# verdict: wrong answer
# rejected at: level 4
# mistake: the top folder of a tree inherits owner and mode of the folder it is mounted on
from collections.abc import Iterator
from posixpath import basename, dirname, join
from typing import NamedTuple

ROOT = "root"


class CycleError(Exception):
    """Following a link has come back to that link."""


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
        self._targets: dict[str, str] = {}
        self._points: dict[str, str] = {}

    def create(self, path: str, content: str | None = None) -> bool:
        path = self._place(path)
        if path in self._things or not self._is_folder(dirname(path)):
            return False
        self._things[path] = content
        return True

    def read(self, path: str) -> str | None:
        return self._things.get(self._end(path))

    def list_folder(self, path: str) -> list[str]:
        return self._names(self._end(path))

    def delete(self, path: str) -> bool:
        path = self._place(path)
        if path == "/" or path not in self._things or self._names(path):
            return False
        if path in self._points.values():
            return False
        del self._things[path]
        self._access.pop(path, None)
        self._targets.pop(path, None)
        return True

    def protect(self, path: str, owner: str, mode: str) -> bool:
        path = self._end(path)
        if path not in self._things:
            return False
        self._access[path] = Access(owner, mode)
        return True

    def may(self, user: str, right: str, path: str) -> bool:
        place = self._end(path)
        if place not in self._things:
            return False
        path = self._shown(place)
        is_reached = path == "/" or self.may(user, "r", dirname(path))
        return is_reached and self._access_to(place).grants(user, right)

    def link(self, path: str, target: str) -> bool:
        if not self.create(path):
            return False
        self._targets[self._place(path)] = target
        return True

    def read_link(self, path: str) -> str | None:
        return self._targets.get(self._place(path))

    def resolve(self, path: str) -> str | None:
        place = self._end(path)
        return self._shown(place) if place else None

    def broken_links(self, limit: int | None = None) -> list[tuple[str, str]]:
        faults = [(link, self._fault(link)) for link in sorted(self._links("/"))]
        return [(link, fault) for link, fault in faults if fault][:limit]

    def mount(self, path: str, tree: str) -> bool:
        folder, top = self._end(path), f"//{tree}"
        if not self._is_folder(folder) or top in self._points:
            return False
        self._things.setdefault(top, None)
        self._points[top] = folder
        return True

    def unmount(self, path: str) -> bool:
        top = self._end(path)
        inside = [point for point in self._points.values() if f"{point}/".startswith(f"{top}/")]
        if top not in self._points or inside:
            return False
        del self._points[top]
        return True

    def _links(self, folder: str) -> Iterator[str]:
        for path in [join(folder, name) for name in self.list_folder(folder)]:
            if self.read_link(path) is None:
                yield from self._links(path)
            else:
                yield path

    def _fault(self, link: str) -> str:
        try:
            return "" if self._walk(link) else "missing"
        except CycleError:
            return "cycle"

    def _end(self, path: str) -> str:
        try:
            return self._walk(path)
        except CycleError:
            return ""

    def _place(self, path: str) -> str:
        return "/" if path == "/" else join(self._end(dirname(path)), basename(path))

    def _walk(self, path: str, following: tuple[str, ...] = ()) -> str:
        place = self._seen("/")
        for name in filter(None, path.split("/")):
            place = join(place, name)
            if place in self._targets:
                place = self._follow(place, following)
            if place not in self._things:
                return ""
            place = self._seen(place)
        return place

    def _follow(self, link: str, following: tuple[str, ...]) -> str:
        if link in following:
            raise CycleError
        return self._walk(self._targets[link], (*following, link))

    def _seen(self, place: str) -> str:
        for top, folder in self._points.items():
            if folder == place:
                return self._seen(top)
        return place

    def _shown(self, place: str) -> str:
        if place in self._points:
            return self._shown(self._points[place])
        return "/" if place == "/" else join(self._shown(dirname(place)), basename(place))

    def _names(self, path: str) -> list[str]:
        return sorted(basename(other) for other in self._things if dirname(other) == path != other)

    def _is_folder(self, path: str) -> bool:
        return path in self._things and self._things[path] is None

    def _access_to(self, path: str) -> Access:
        while path not in self._access:
            path = self._points[path] if path in self._points else dirname(path)
        return self._access[path]
