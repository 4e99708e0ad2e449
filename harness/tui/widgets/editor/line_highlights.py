"""LineHighlights: what to highlight in a line, asked of the syntax tree only for lines in view."""

from collections import defaultdict

from textual.document._document import DocumentBase
from textual.document._syntax_aware_document import SyntaxAwareDocument
from tree_sitter import Query

Highlight = tuple[int, int | None, str]
"""First and last column in bytes, None for the end of the line, and a name of the theme."""

BLOCK = 32
"""So many lines are asked for at once: about what a terminal shows."""


class LineHighlights(defaultdict[int, list[Highlight]]):
    """A mapping from lines to highlights that fills as it is read.

    Textual asks the tree for the whole text at every key, which at 300 lines took longer than all
    the rest of the key's way to the screen.
    """

    def __init__(self, document: DocumentBase, query: Query | None) -> None:
        """Create it for a text as it is now; without a query nothing is highlighted."""
        super().__init__(list)
        self._document = document
        self._query = query
        # In the order of the query, in which what comes later is the more special.
        # The stubs call the count a method; it is a number.
        count = query.capture_count if query else 0
        self._names = [query.capture_name(n) for n in range(count)] if query else []  # type: ignore[arg-type]

    def __bool__(self) -> bool:
        """Whether there is anything to ask; Textual reads no line of an empty mapping."""
        return self._query is not None

    def __missing__(self, row: int) -> list[Highlight]:
        """Ask for the lines around one."""
        first = row - row % BLOCK
        rows = range(first, first + BLOCK)
        for each in rows:
            self[each] = []
        if self._query is not None and isinstance(self._document, SyntaxAwareDocument):
            captures = self._document.query_syntax_tree(self._query, (first, 0), (rows.stop, 0))
            for name in self._names:
                # The tree gives them in no order; two equal lines must be equal here too.
                for node in sorted(captures.get(name, ()), key=lambda node: node.start_byte):
                    self._add(name, rows, tuple(node.start_point), tuple(node.end_point))
        return self[row]

    def _add(self, name: str, rows: range, start: tuple[int, ...], end: tuple[int, ...]) -> None:
        for row in range(max(start[0], rows.start), min(end[0] + 1, rows.stop)):
            first = start[1] if row == start[0] else 0
            last = end[1] if row == end[0] else None
            self[row].append((first, last, name))
