"""A text editor without a screen."""


class TextEditor:
    """A document that is typed into at a cursor.

    Whatever changes it puts text in the place of a range.
    """

    def __init__(self) -> None:
        self._text = ""
        self._cursor = 0

    def move(self, position: int) -> bool:
        """Put the cursor at a position; return False if there is no such position."""
        return self._replace(position, position, "")

    def cursor(self) -> int:
        """Return the position of the cursor."""
        return self._cursor

    def insert(self, text: str) -> None:
        """Put text in at the cursor, which ends up after it."""
        self._replace(self._cursor, self._cursor, text)

    def delete(self, count: int) -> bool:
        """Take out characters before the cursor; return False if there are not so many."""
        return self._replace(self._cursor - count, self._cursor, "")

    def read(self, start: int = 0, end: int | None = None) -> str:
        """Return the text of a range, as far as the document reaches."""
        return self._text[start:end]

    def _replace(self, start: int, end: int, text: str) -> bool:
        """Put text in the place of a range, and the cursor after it."""
        if not 0 <= start <= end <= len(self._text):
            return False
        self._text = self._text[:start] + text + self._text[end:]
        self._cursor = start + len(text)
        return True
