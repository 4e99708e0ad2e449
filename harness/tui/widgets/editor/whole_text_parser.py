"""WholeTextParser: tree-sitter given a text as bytes instead of asking for it piece by piece."""

from collections.abc import Callable
from typing import Protocol

from textual.document._syntax_aware_document import SyntaxAwareDocument
from tree_sitter import Parser, Tree

ReadPiece = Callable[[int, tuple[int, int]], bytes]


class _Parsing(Protocol):
    def parse(self, source: bytes, old_tree: Tree | None = None) -> Tree: ...


class WholeTextParser:
    """Parses one document.

    tree-sitter 0.25 keeps every piece that a callback returns for ever: 50 to 100 KB a key, which
    in ninety minutes is more memory than many laptops have to spare. Bytes it lets go, and they
    take a third of the time.
    """

    def __init__(self, document: SyntaxAwareDocument) -> None:
        self._document = document
        self._parser: _Parsing = Parser(document.language)

    def parse(self, _read: ReadPiece, old_tree: Tree | None = None) -> Tree:
        """Return the tree of the text as it is now, as Textual asks for it."""
        return self._parser.parse(self._document.text.encode(), old_tree)
