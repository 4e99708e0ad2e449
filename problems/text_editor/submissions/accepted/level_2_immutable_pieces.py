"""A piece table: all text ever typed is kept in one growing store.

The document is an immutable tuple of spans of that store, so an edit never
copies text, and only makes a new tuple of spans. Undo goes back to an old tuple.
"""

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of the store: its first character and how many there are."""

    first: int
    length: int


Pieces = tuple[Span, ...]


class Step(NamedTuple):
    """What undo and redo go back to: the pieces and the cursor on either side of a step."""

    undone: Pieces
    undone_cursor: int
    done: Pieces
    done_cursor: int


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
        self._store: list[str] = []
        self._pieces: Pieces = ()
        self._cursor = 0
        self._steps: list[Step] = []
        self._done = 0  # so many of the steps are done, the others are taken back

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
        self.apply([(self._cursor, self._cursor, text)])

    def delete(self, count: int) -> bool:
        """Take out characters before the cursor; return False if there are not so many."""
        return self.apply([(self._cursor - count, self._cursor, "")])

    def read(self, start: int = 0, end: int | None = None) -> str:
        """Return the text of a range, as far as the document reaches."""
        if end is None:
            end = size(self._pieces)
        _, rest = cut(self._pieces, start)
        wanted, _ = cut(rest, max(0, end - start))
        return self._text(wanted)

    def apply(self, edits: list[tuple[int, int, str]]) -> bool:
        """Make edits one after the other as one step, or none of them if one is impossible."""
        length = size(self._pieces)
        for start, end, text in edits:
            if not 0 <= start <= end <= length:
                return False
            length += len(text) - (end - start)
        undone = self._pieces
        for start, end, text in edits:
            self._replace(start, end, text)
        real = [edit for edit in edits if edit[0] < edit[1] or edit[2]]
        if real:
            first_end = real[0][1]
            last_start, _, last_text = real[-1]
            del self._steps[self._done :]
            self._steps.append(Step(undone, first_end, self._pieces, last_start + len(last_text)))
            self._done += 1
        return True

    def undo(self) -> bool:
        """Take back the last step; return False if there is none."""
        if self._done == 0:
            return False
        self._done -= 1
        step = self._steps[self._done]
        self._pieces, self._cursor = step.undone, step.undone_cursor
        return True

    def redo(self) -> bool:
        """Make the step again that was taken back last; return False if there is none."""
        if self._done == len(self._steps):
            return False
        step = self._steps[self._done]
        self._done += 1
        self._pieces, self._cursor = step.done, step.done_cursor
        return True

    def _is_position(self, position: int) -> bool:
        return 0 <= position <= size(self._pieces)

    def _text(self, pieces: Pieces) -> str:
        """Look the pieces up in the store."""
        return "".join(
            character
            for first, length in pieces
            for character in self._store[first : first + length]
        )

    def _replace(self, start: int, end: int, text: str) -> None:
        """Put text in the place of a range, and the cursor after it."""
        before, rest = cut(self._pieces, start)
        _, after = cut(rest, end - start)
        new = (Span(len(self._store), len(text)),) if text else ()
        self._store.extend(text)
        self._pieces = (*before, *new, *after)
        self._cursor = start + len(text)
