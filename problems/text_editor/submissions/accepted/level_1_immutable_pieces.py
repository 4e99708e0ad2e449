"""A piece table: all text ever typed is kept in one growing store.

The document is an immutable tuple of spans of that store, so an edit never
copies text, and only makes a new tuple of spans.
"""

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of the store: its first character and how many there are."""

    first: int
    length: int


Pieces = tuple[Span, ...]


def size(pieces: Pieces) -> int:
    """Count the characters of some pieces."""
    return sum(piece.length for piece in pieces)


def cut(pieces: Pieces, position: int) -> tuple[Pieces, Pieces]:
    """Part the pieces at a position into those before it and those after it."""
    for index, piece in enumerate(pieces):
        if position < piece.length:
            after = (Span(piece.first + position, piece.length - position), *pieces[index + 1 :])
            if position == 0:
                return pieces[:index], after
            return (*pieces[:index], Span(piece.first, position)), after
        position -= piece.length
    return pieces, ()


class TextEditor:
    """A document that is typed into at a cursor."""

    def __init__(self) -> None:
        self._store = ""
        self._pieces: Pieces = ()
        self._cursor = 0

    def move(self, position: int) -> bool:
        """Put the cursor at a position; return False if there is no such position."""
        if not self._is_position(position):
            return False
        self._cursor = position
        return True

    def cursor(self) -> int:
        """Return the position of the cursor."""
        return self._cursor

    def insert(self, text: str) -> None:
        """Put text in at the cursor, which ends up after it."""
        self._replace(self._cursor, self._cursor, text)

    def delete(self, count: int) -> bool:
        """Take out characters before the cursor; return False if there are not so many."""
        if not 0 <= count <= self._cursor:
            return False
        self._replace(self._cursor - count, self._cursor, "")
        return True

    def read(self, start: int = 0, end: int | None = None) -> str:
        """Return the text of a range, as far as the document reaches."""
        if end is None:
            end = size(self._pieces)
        _, rest = cut(self._pieces, start)
        wanted, _ = cut(rest, max(0, end - start))
        return self._text(wanted)

    def _is_position(self, position: int) -> bool:
        return 0 <= position <= size(self._pieces)

    def _text(self, pieces: Pieces) -> str:
        """Look the pieces up in the store."""
        return "".join(self._store[first : first + length] for first, length in pieces)

    def _replace(self, start: int, end: int, text: str) -> None:
        """Put text in the place of a range, and the cursor after it."""
        before, rest = cut(self._pieces, start)
        _, after = cut(rest, end - start)
        new = (Span(len(self._store), len(text)),) if text else ()
        self._store += text
        self._pieces = (*before, *new, *after)
        self._cursor = start + len(text)
