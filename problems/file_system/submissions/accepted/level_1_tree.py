"""A tree of records: each folder knows by name what it holds."""

from dataclasses import dataclass, field


@dataclass
class Node:
    """A file with its content, or a folder, which has no content but children."""

    content: str | None = None
    children: dict[str, "Node"] = field(default_factory=dict)


class FileSystem:
    """Every path is walked down from the top folder."""

    def __init__(self) -> None:
        self._top = Node()

    def create(self, path: str, content: str | None = None) -> bool:
        """Make a folder or, given a content, a file; False if that is not possible."""
        folder, name = self._place(path)
        if folder is None or folder.content is not None or name in folder.children:
            return False
        folder.children[name] = Node(content)
        return True

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

    def _find(self, path: str) -> Node | None:
        """Return the file or folder that a path leads to; None if there is none."""
        node: Node | None = self._top
        for name in filter(None, path.split("/")):
            node = None if node is None else node.children.get(name)
        return node

    def _place(self, path: str) -> tuple[Node | None, str]:
        """Split a path into the node before its last name, and that name; the top has none."""
        parent, _, name = path.rpartition("/")
        return (self._find(parent) if name else None), name
