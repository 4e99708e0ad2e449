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
        """Take out characters before the cursor; return False if there are not so many."""
        raise NotImplementedError

    def read(self, start: int = 0, end: int | None = None) -> str:
        """Return the text of a range, as far as the document reaches."""
        raise NotImplementedError
