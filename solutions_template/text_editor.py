"""A text editor without a screen."""


class TextEditor:
    """A document that is typed into at a cursor."""

    def move(self, position: int) -> bool:
        """Put the cursor at a position; return False if there is no such position."""
        raise NotImplementedError

    def cursor(self) -> int:
        """Return the position of the cursor."""
        raise NotImplementedError

    def insert(self, text: str) -> None:
        """Put text in at the cursor, which ends up after it."""
        raise NotImplementedError

    def delete(self, count: int) -> bool:
        """Take out characters after the cursor, or before it if the count is negative."""
        raise NotImplementedError

    def read(self, start: int = 0, end: int | None = None) -> str | None:
        """Return the text of a range, or None if there is no such range."""
        raise NotImplementedError
