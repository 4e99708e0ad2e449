"""A tree of records: each folder knows by name what it holds."""

from collections.abc import Iterator
from dataclasses import dataclass, field

Access = tuple[str, str]
"""An owner and a mode."""


class CycleError(Exception):
    """Following a link has come back to that link."""


@dataclass(eq=False)
class Node:
    """A file with its content, a link with its target, or a folder, which has only children."""

    content: str | None = None
    parent: "Node | None" = None
    name: str = ""
    target: str | None = None
    access: Access | None = None
    children: dict[str, "Node"] = field(default_factory=dict)

    def climb(self) -> Iterator["Node"]:
        """Yield it, and then every folder that holds it, up to the top folder."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent

    def path(self) -> str:
        """Return the path from the top without any link in it; empty for the top itself."""
        return "" if self.parent is None else f"{self.parent.path()}/{self.name}"

    def grants(self, user: str, right: str) -> bool:
        """Tell whether owner and mode, of its own or inherited, give a right to a user."""
        owner, mode = next(node.access for node in self.climb() if node.access is not None)
        return user == "root" or right in (mode[:2] if user == owner else mode[2:])


class FileSystem:
    """Every path is walked down from the top folder."""

    def __init__(self) -> None:
        self._top = Node(access=("root", "rwr-"))

    def create(self, path: str, content: str | None = None) -> bool:
        """Make a folder or, given a content, a file; False if that is not possible."""
        return self._add(path, content, None)

    def read(self, path: str) -> str | None:
        """Return the content of a file, or None if there is no such file."""
        node = self._find(path)
        return None if node is None else node.content

    def list_folder(self, path: str) -> list[str]:
        """Return the names in a folder, in order; none if there is no such folder."""
        node = self._find(path)
        return [] if node is None else sorted(node.children)

    def delete(self, path: str) -> bool:
        """Remove a file or an empty folder; False if that is not possible."""
        folder, name = self._place(path)
        if folder is None or name not in folder.children or folder.children[name].children:
            return False
        del folder.children[name]
        return True

    def protect(self, path: str, owner: str, mode: str) -> bool:
        """Give a file or folder an owner and a mode of its own; False if it is absent."""
        node = self._find(path)
        if node is None:
            return False
        node.access = (owner, mode)
        return True

    def may(self, user: str, right: str, path: str) -> bool:
        """Tell whether a user reaches a file or folder and has a right to it."""
        node = self._find(path)
        if node is None or not node.grants(user, right):
            return False
        return all(folder.grants(user, "r") for folder in node.climb() if folder is not node)

    def link(self, path: str, target: str) -> bool:
        """Make a link that leads to a target; False if that is not possible."""
        return self._add(path, None, target)

    def read_link(self, path: str) -> str | None:
        """Return the target of a link as it was given, or None if there is no such link."""
        folder, name = self._place(path)
        node = None if folder is None else folder.children.get(name)
        return None if node is None else node.target

    def resolve(self, path: str) -> str | None:
        """Return the path without links of what a path leads to, or None if it leads nowhere."""
        node = self._find(path)
        return None if node is None else node.path() or "/"

    def broken_links(self, limit: int | None = None) -> list[tuple[str, str]]:
        """List (path, reason) of the links that lead nowhere, by path."""
        faults = [(link.path(), self._fault(link)) for link in self._links(self._top)]
        return sorted((path, reason) for path, reason in faults if reason)[:limit]

    def _links(self, folder: Node) -> Iterator[Node]:
        """Yield all links in a folder and below it."""
        for node in folder.children.values():
            if node.target is not None:
                yield node
            yield from self._links(node)

    def _fault(self, link: Node) -> str:
        """Tell why a link leads nowhere; empty if it leads somewhere."""
        try:
            return "missing" if self._follow(link) is None else ""
        except CycleError:
            return "cycle"

    def _add(self, path: str, content: str | None, target: str | None) -> bool:
        """Put a new node in the tree; False if its place is taken, or there is none."""
        folder, name = self._place(path)
        if folder is None or folder.content is not None or name in folder.children:
            return False
        folder.children[name] = Node(content, folder, name, target)
        return True

    def _find(self, path: str) -> Node | None:
        """Return the file or folder that a path leads to; None if there is none."""
        try:
            return self._walk(path)
        except CycleError:
            return None

    def _walk(self, path: str, following: tuple[Node, ...] = ()) -> Node | None:
        """Do what `_find` does while some links are being followed; CycleError at a cycle."""
        node: Node | None = self._top
        for name in filter(None, path.split("/")):
            node = None if node is None else node.children.get(name)
            if node is not None and node.target is not None:
                node = self._follow(node, following)
        return node

    def _follow(self, link: Node, following: tuple[Node, ...] = ()) -> Node | None:
        """Return what a link leads to, if that is not to be found by following the link itself."""
        if link in following:
            raise CycleError
        return self._walk(link.target or "", (*following, link))

    def _place(self, path: str) -> tuple[Node | None, str]:
        """Split a path into the node before its last name, and that name; the top has none."""
        parent, _, name = path.rpartition("/")
        return (self._find(parent) if name else None), name
