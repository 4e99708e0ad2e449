# verdict: time limit exceeded
# rejected at: level 3
# mistake: the document is one string, which every edit copies
from collections.abc import Iterator
from itertools import islice

Edit = tuple[int, int, str]


class Document:
    def __init__(self) -> None:
        self._text = ""

    def __len__(self) -> int:
        return len(self._text)

    def read(self, start: int, end: int) -> str:
        return self._text[start:end]

    def replace(self, start: int, end: int, text: str) -> None:
        self._text = self._text[:start] + text + self._text[end:]

    def line(self, number: int) -> tuple[int, int] | None:
        lines = self._text.split("\n")
        if not 0 <= number < len(lines):
            return None
        start = sum(map(len, lines[:number])) + number
        return start, start + len(lines[number])

    def locate(self, position: int) -> tuple[int, int]:
        before = self._text[:position]
        return before.count("\n"), position - before.rfind("\n") - 1

    def occurrences(self, text: str, start: int) -> Iterator[int]:
        found = self._text.find(text, start)
        while found >= 0:
            yield found
            found = self._text.find(text, found + 1)


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
