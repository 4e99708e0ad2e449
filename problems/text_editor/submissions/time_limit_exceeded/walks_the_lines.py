# verdict: time limit exceeded
# rejected at: level 3
# mistake: the document is a list of lines, and every position is counted from the first one
from collections.abc import Iterator
from itertools import islice

Edit = tuple[int, int, str]


class Document:
    def __init__(self) -> None:
        self._lines = [""]

    def __len__(self) -> int:
        return sum(len(line) + 1 for line in self._lines) - 1

    def read(self, start: int, end: int) -> str:
        first, column = self.locate(start)
        last, _ = self.locate(end)
        return "\n".join(self._lines[first : last + 1])[column : column + end - start]

    def replace(self, start: int, end: int, text: str) -> None:
        first, column = self.locate(start)
        last, rest = self.locate(end)
        text = self._lines[first][:column] + text + self._lines[last][rest:]
        self._lines[first : last + 1] = text.split("\n")

    def line(self, number: int) -> tuple[int, int] | None:
        if not 0 <= number < len(self._lines):
            return None
        start = sum(len(line) + 1 for line in self._lines[:number])
        return start, start + len(self._lines[number])

    def locate(self, position: int) -> tuple[int, int]:
        for number, line in enumerate(self._lines):
            if position <= len(line):
                return number, position
            position -= len(line) + 1
        raise AssertionError

    def occurrences(self, text: str, start: int) -> Iterator[int]:
        whole = "\n".join(self._lines)
        found = whole.find(text, start)
        while found >= 0:
            yield found
            found = whole.find(text, found + 1)


class TextEditor:
    def __init__(self) -> None:
        self._text = Document()
        self._cursor = 0
        self._done: list[list[Edit]] = []
        self._undone: list[list[Edit]] = []

    def move(self, position: int) -> bool:
        return self.apply([(position, position, "")])

    def cursor(self) -> int:
        return self._cursor

    def insert(self, text: str) -> None:
        self.apply([(self._cursor, self._cursor, text)])

    def delete(self, count: int) -> bool:
        return self.apply([(self._cursor - count, self._cursor, "")])

    def apply(self, edits: list[Edit]) -> bool:
        length = len(self._text)
        for start, end, text in edits:
            if not 0 <= start <= end <= length:
                return False
            length += len(text) - (end - start)
        if step := self._make(edits):
            self._done.append(step)
            self._undone.clear()
        return True

    def undo(self) -> bool:
        return self._take_back(self._done, self._undone)

    def redo(self) -> bool:
        return self._take_back(self._undone, self._done)

    def read(self, start: int = 0, end: int | None = None) -> str:
        end = len(self._text) if end is None else min(end, len(self._text))
        return self._text.read(min(start, end), end)

    def line(self, number: int) -> tuple[int, int] | None:
        return self._text.line(number)

    def locate(self, position: int) -> tuple[int, int] | None:
        return self._text.locate(position) if self._is_position(position) else None

    def find(self, text: str, start: int = 0, limit: int | None = None) -> list[int]:
        if not text or not self._is_position(start):
            return []
        return list(islice(self._text.occurrences(text, start), limit))

    def _is_position(self, position: int) -> bool:
        return 0 <= position <= len(self._text)

    def _make(self, edits: list[Edit]) -> list[Edit]:
        inverse = [self._replace(*edit) for edit in edits]
        return [edit for edit in reversed(inverse) if edit[0] < edit[1] or edit[2]]

    def _replace(self, start: int, end: int, text: str) -> Edit:
        removed = self._text.read(start, end)
        self._text.replace(start, end, text)
        self._cursor = start + len(text)
        return start, start + len(text), removed

    def _take_back(self, steps: list[list[Edit]], others: list[list[Edit]]) -> bool:
        if not steps:
            return False
        others.append(self._make(steps.pop()))
        return True
