"""A text editor without a screen."""

from itertools import accumulate

Edit = tuple[int, int, str]
"""The start and end of a range, and the text to put in its place."""


class TextEditor:
    """A document that is typed into at a cursor.

    Whatever changes it is an edit, and for every edit there is one that takes it back. So a step
    is remembered as the list of edits that take it back, and these are made like all others.
    """

    def __init__(self) -> None:
        self._text = ""
        self._cursor = 0
        self._done: list[list[Edit]] = []
        self._undone: list[list[Edit]] = []

    def move(self, position: int) -> bool:
        """Put the cursor at a position; return False if there is no such position."""
        return self.apply([(position, position, "")])

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
        return self._text[start:end]

    def apply(self, edits: list[Edit]) -> bool:
        """Make edits one after the other as one step; if one of them cannot be, make none."""
        growths = (len(text) - (end - start) for start, end, text in edits)
        lengths = accumulate(growths, initial=len(self._text))
        if not all(0 <= edit[0] <= edit[1] <= length for edit, length in zip(edits, lengths)):
            return False
        if step := self._make(edits):
            self._done.append(step)
            self._undone.clear()
        return True

    def undo(self) -> bool:
        """Take back the last step; return False if there is none."""
        return self._take_back(self._done, self._undone)

    def redo(self) -> bool:
        """Make the step again that was taken back last; return False if there is none."""
        return self._take_back(self._undone, self._done)

    def _make(self, edits: list[Edit]) -> list[Edit]:
        """Make edits one after the other; return those that take them back, the last one first."""
        inverse = [self._replace(*edit) for edit in edits]
        return [edit for edit in reversed(inverse) if edit[0] < edit[1] or edit[2]]

    def _replace(self, start: int, end: int, text: str) -> Edit:
        """Put text in the place of a range, and the cursor after it; return how to undo this."""
        removed = self._text[start:end]
        self._text = self._text[:start] + text + self._text[end:]
        self._cursor = start + len(text)
        return start, start + len(text), removed

    def _take_back(self, steps: list[list[Edit]], others: list[list[Edit]]) -> bool:
        """Take back the last of these steps, which is a step of the other kind."""
        if not steps:
            return False
        others.append(self._make(steps.pop()))
        return True
