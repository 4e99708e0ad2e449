# verdict: wrong answer
# rejected at: level 2
# mistake: creating and deleting ask for the right to change the folder, not to read it
from dataclasses import dataclass, field

ROOT = "root"
READ, WRITE = "r", "w"
DEFAULT_MODE = "rwr-"


@dataclass
class Node:
    content: str | None = None
    owner: str = ROOT
    mode: str | None = None
    parent: "Node | None" = None
    children: dict[str, "Node"] = field(default_factory=dict)

    def mode_in_force(self) -> str:
        if self.mode is not None:
            return self.mode
        return DEFAULT_MODE if self.parent is None else self.parent.mode_in_force()

    def allows(self, user: str, rights: str) -> bool:
        mode = self.mode_in_force()
        granted = mode[:2] if user == self.owner else mode[2:]
        return user == ROOT or set(rights) <= set(granted)


class FileSystem:
    def __init__(self) -> None:
        self._top = Node()
        self._user = ROOT

    def create(self, path: str, content: str | None = None, user: str = ROOT) -> bool:
        self._user = user
        folder, name = self._place(path)
        if folder is None or folder.content is not None or name in folder.children:
            return False
        folder.children[name] = Node(content, user, parent=folder)
        return True

    def read(self, path: str, user: str = ROOT) -> str | None:
        self._user = user
        node = self._open(path, READ)
        return None if node is None else node.content

    def write(self, path: str, content: str, user: str = ROOT) -> bool:
        self._user = user
        node = self._open(path, WRITE)
        if node is None or node.content is None:
            return False
        node.content = content
        return True

    def list_folder(self, path: str, user: str = ROOT) -> list[str] | None:
        self._user = user
        node = self._open(path, READ)
        if node is None or node.content is not None:
            return None
        return sorted(node.children)

    def delete(self, path: str, user: str = ROOT) -> bool:
        self._user = user
        folder, name = self._place(path)
        if folder is None or name not in folder.children or folder.children[name].children:
            return False
        del folder.children[name]
        return True

    def set_mode(self, path: str, mode: str | None, user: str = ROOT) -> bool:
        self._user = user
        node = self._find(path)
        if node is None or user not in (node.owner, ROOT):
            return False
        node.mode = mode
        return True

    def _find(self, path: str) -> Node | None:
        node: Node | None = self._top
        for name in filter(None, path.split("/")):
            readable = node is not None and node.allows(self._user, READ)
            node = node.children.get(name) if readable else None
        return node

    def _open(self, path: str, rights: str) -> Node | None:
        node = self._find(path)
        return node if node is not None and node.allows(self._user, rights) else None

    def _place(self, path: str) -> tuple[Node | None, str]:
        parent, _, name = path.rstrip("/").rpartition("/")
        return (self._open(parent, WRITE) if name else None), name
