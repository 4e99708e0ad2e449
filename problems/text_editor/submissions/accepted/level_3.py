"""A text editor without a screen."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate, islice

Edit = tuple[int, int, str]
"""The start and end of a range, and the text to put in its place."""

CHUNK = 16_000
"""The most characters that a chunk of a document has."""


class Document:
    """A long text, cut into chunks that are short enough to be copied at every edit.

    It knows how many characters and how many line breaks there are up to the end of each chunk.
    So positions and lines are found by bisection, and only the chunks that matter are looked into.
    """

    def __init__(self) -> None:
        self._chunks = [""]
        self._breaks = [0]  # in each chunk
        self._ends = [0]  # characters up to the end of each chunk
        self._lines = [0]  # line breaks up to the end of each chunk

    def __len__(self) -> int:
        return self._ends[-1]

    def read(self, start: int, end: int) -> str:
        """Return the text of a range."""
        first, offset = self._chunk_at(start)
        last, _ = self._chunk_at(end)
        return "".join(self._chunks[first : last + 1])[offset : offset + end - start]

    def replace(self, start: int, end: int, text: str) -> None:
        """Put text in the place of a range."""
        first, head = self._chunk_at(start)
        last, tail = self._chunk_at(end)
        text = self._chunks[first][:head] + text + self._chunks[last][tail:]
        size = CHUNK if len(text) <= CHUNK else CHUNK // 2  # a chunk that is cut has room to grow
        chunks = [text[at : at + size] for at in range(0, len(text), size)] or [""]
        self._chunks[first : last + 1] = chunks
        self._breaks[first : last + 1] = [chunk.count("\n") for chunk in chunks]
        self._ends = list(accumulate(map(len, self._chunks)))
        self._lines = list(accumulate(self._breaks))

    def line(self, number: int) -> tuple[int, int] | None:
        """Return where a line starts and ends, or None if there is no such line."""
        if not 0 <= number <= self._lines[-1]:
            return None
        is_last = number == self._lines[-1]
        end = len(self) if is_last else self._line_start(number + 1) - 1
        return self._line_start(number), end

    def locate(self, position: int) -> tuple[int, int]:
        """Return the line and column of a position."""
        index, offset = self._chunk_at(position)
        line = self._lines[index] - self._chunks[index].count("\n", offset)
        return line, position - self._line_start(line)

    def occurrences(self, text: str, start: int) -> Iterator[int]:
        """Yield every position from a start on at which a text begins, in order."""
        index, offset = self._chunk_at(start)
        window = ""
        for chunk in [self._chunks[index][offset:], *self._chunks[index + 1 :]]:
            passed = max(0, len(window) - len(text) + 1)
            start += passed
            window = window[passed:] + chunk
            found = window.find(text)
            while found >= 0:
                yield start + found
                found = window.find(text, found + 1)

    def _chunk_at(self, position: int) -> tuple[int, int]:
        """Return which chunk a position is in, and where in that chunk."""
        index = bisect_left(self._ends, position)
        return index, position - self._ends[index] + len(self._chunks[index])

    def _line_start(self, line: int) -> int:
        """Return the position after so many line breaks."""
        index = bisect_left(self._lines, line)
        passed = line - self._lines[index] + self._breaks[index]
        rest = self._chunks[index].split("\n", passed)[-1]
        return self._ends[index] - len(rest)


class TextEditor:
    """A document that is typed into at a cursor.

    Whatever changes it is an edit, and for every edit there is one that takes it back. So a step
    is remembered as the list of edits that take it back, and these are made like all others.
    """

    def __init__(self) -> None:
        self._text = Document()
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
        end = len(self._text) if end is None else min(end, len(self._text))
        return self._text.read(min(start, end), end)

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

    def line(self, number: int) -> tuple[int, int] | None:
        """Return where a line starts and ends, or None if there is no such line."""
        return self._text.line(number)

    def locate(self, position: int) -> tuple[int, int] | None:
        """Return the line and column of a position, or None if there is no such position."""
        return self._text.locate(position) if self._is_position(position) else None

    def find(self, text: str, start: int = 0, limit: int | None = None) -> list[int]:
        """List the positions from a start on at which a text begins, in order."""
        if not text or not self._is_position(start):
            return []
        return list(islice(self._text.occurrences(text, start), limit))

    def _is_position(self, position: int) -> bool:
        """Tell whether the document has such a position."""
        return 0 <= position <= len(self._text)

    def _make(self, edits: list[Edit]) -> list[Edit]:
        """Make edits one after the other; return those that take them back, the last one first."""
        inverse = [self._replace(*edit) for edit in edits]
        return [edit for edit in reversed(inverse) if edit[0] < edit[1] or edit[2]]

    def _replace(self, start: int, end: int, text: str) -> Edit:
        """Put text in the place of a range, and the cursor after it; return how to undo this."""
        removed = self._text.read(start, end)
        self._text.replace(start, end, text)
        self._cursor = start + len(text)
        return start, start + len(text), removed

    def _take_back(self, steps: list[list[Edit]], others: list[list[Edit]]) -> bool:
        """Take back the last of these steps, which is a step of the other kind."""
        if not steps:
            return False
        others.append(self._make(steps.pop()))
        return True
