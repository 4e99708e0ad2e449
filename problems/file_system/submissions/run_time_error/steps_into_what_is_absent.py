# verdict: run-time error
# rejected at: level 1
# mistake: each name is looked up in whatever came before it, be that nothing at all
from dataclasses import dataclass, field


@dataclass
class Node:
    content: str | None = None
    children: dict[str, "Node"] = field(default_factory=dict)


class FileSystem:
    def __init__(self) -> None:
        self._top = Node()

    def create(self, path: str, content: str | None = None) -> bool:
        folder, name = self._place(path)
        if folder is None or folder.content is not None or name in folder.children:
            return False
        folder.children[name] = Node(content)
        return True

    def read(self, path: str) -> str | None:
        node = self._find(path)
        return None if node is None else node.content

    def list_folder(self, path: str) -> list[str]:
        node = self._find(path)
        return [] if node is None else sorted(node.children)

    def delete(self, path: str) -> bool:
        folder, name = self._place(path)
        if folder is None or name not in folder.children or folder.children[name].children:
            return False
        del folder.children[name]
        return True

    def _find(self, path: str) -> Node | None:
        node: Node | None = self._top
        for name in filter(None, path.split("/")):
            node = node.children.get(name)
        return node

    def _place(self, path: str) -> tuple[Node | None, str]:
        parent, _, name = path.rpartition("/")
        return (self._find(parent) if name else None), name
