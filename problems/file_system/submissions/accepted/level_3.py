"""A file system in memory: a tree of folders, files and links, with owners and modes."""

from collections.abc import Iterator
from dataclasses import dataclass, field

ROOT = "root"
READ, WRITE = "r", "w"
DEFAULT_MODE = "rwr-"


class CycleError(Exception):
    """Following a link has come back to that link."""


@dataclass(eq=False)
class Node:
    """A file with its content, a link with its target, or a folder, which has only children."""

    content: str | None = None
    owner: str = ROOT
    mode: str | None = None
    parent: "Node | None" = None
    name: str = ""
    target: str | None = None
    children: dict[str, "Node"] = field(default_factory=dict)

    def mode_in_force(self) -> str:
        """Return the mode of its own, or else that of the folder that holds it."""
        if self.mode is not None:
            return self.mode
        return DEFAULT_MODE if self.parent is None else self.parent.mode_in_force()

    def allows(self, user: str, rights: str) -> bool:
        """Tell whether a user has all of these rights to it."""
        mode = self.mode_in_force()
        granted = mode[:2] if user == self.owner else mode[2:]
        return user == ROOT or set(rights) <= set(granted)

    def path(self) -> str:
        """Return the path from the top without any link in it; empty for the top itself."""
        return "" if self.parent is None else f"{self.parent.path()}/{self.name}"


class FileSystem:
    """Every path starts at the top folder; empty parts of a path mean nothing.

    The system remembers who acts. Every public method notes its user first, so that only
    the few helpers that walk and open have to think of rights.
    """

    def __init__(self) -> None:
        self._top = Node()
        self._user = ROOT

    def create(self, path: str, content: str | None = None, user: str = ROOT) -> bool:
        """Make a folder or, given a content, a file; False if that is not possible."""
        self._user = user
        return self._add(path, Node(content, user))

    def read(self, path: str, user: str = ROOT) -> str | None:
        """Return the content of a file, or None if there is no such file."""
        self._user = user
        node = self._open(path, READ)
        return None if node is None else node.content

    def write(self, path: str, content: str, user: str = ROOT) -> bool:
        """Replace the content of a file; False if that is not possible."""
        self._user = user
        node = self._open(path, WRITE)
        if node is None or node.content is None:
            return False
        node.content = content
        return True

    def list_folder(self, path: str, user: str = ROOT) -> list[str] | None:
        """Return the names in a folder, in order, or None if there is no such folder."""
        self._user = user
        node = self._open(path, READ)
        if node is None or node.content is not None:
            return None
        return sorted(node.children)

    def delete(self, path: str, user: str = ROOT) -> bool:
        """Remove a file or an empty folder; False if that is not possible."""
        self._user = user
        folder, name = self._place(path)
        if folder is None or name not in folder.children or folder.children[name].children:
            return False
        del folder.children[name]
        return True

    def set_mode(self, path: str, mode: str | None, user: str = ROOT) -> bool:
        """Give a file or folder a mode of its own, or none; False unless the user owns it."""
        self._user = user
        node = self._find(path)
        if node is None or user not in (node.owner, ROOT):
            return False
        node.mode = mode
        return True

    def link(self, path: str, target: str, user: str = ROOT) -> bool:
        """Make a link that leads to a target; False if that is not possible."""
        self._user = user
        return self._add(path, Node(target=target))

    def read_link(self, path: str, user: str = ROOT) -> str | None:
        """Return the target of a link as it was given, or None if there is no such link."""
        self._user = user
        folder, name = self._place(path, READ)
        node = None if folder is None else folder.children.get(name)
        return None if node is None else node.target

    def resolve(self, path: str, user: str = ROOT) -> str | None:
        """Return the path without links of what a path leads to, or None if it leads nowhere."""
        self._user = user
        node = self._find(path)
        return None if node is None else node.path() or "/"

    def broken_links(self, limit: int | None = None) -> list[tuple[str, str]]:
        """List (path, reason) of the links that lead nowhere, by path."""
        self._user = ROOT
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

    def _add(self, path: str, node: Node) -> bool:
        """Put a new node in the tree; False if its place is taken, or cannot be changed."""
        folder, name = self._place(path)
        if folder is None or folder.content is not None or name in folder.children:
            return False
        node.parent, node.name = folder, name
        folder.children[name] = node
        return True

    def _find(self, path: str) -> Node | None:
        """Return what a path leads to; None if there is nothing that the user can reach."""
        try:
            return self._walk(path)
        except CycleError:
            return None

    def _walk(self, path: str, following: tuple[Node, ...] = ()) -> Node | None:
        """Do what `_find` does while some links are being followed; CycleError at a cycle."""
        node: Node | None = self._top
        for name in filter(None, path.split("/")):
            readable = node is not None and node.allows(self._user, READ)
            node = node.children.get(name) if readable else None
            if node is not None and node.target is not None:
                node = self._follow(node, following)
        return node

    def _follow(self, link: Node, following: tuple[Node, ...] = ()) -> Node | None:
        """Return what a link leads to, if that is not to be found by following the link itself."""
        if link in following:
            raise CycleError
        return self._walk(link.target, (*following, link))

    def _open(self, path: str, rights: str) -> Node | None:
        """Return what a path leads to, if the user has these rights to it."""
        node = self._find(path)
        return node if node is not None and node.allows(self._user, rights) else None

    def _place(self, path: str, rights: str = READ + WRITE) -> tuple[Node | None, str]:
        """Split a path into the folder that holds its end and the name there; the top has none."""
        parent, _, name = path.rstrip("/").rpartition("/")
        return (self._open(parent, rights) if name else None), name
