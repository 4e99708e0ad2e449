# verdict: time limit exceeded
# rejected at: level 3
# mistake: find searches the whole document first and applies the limit last
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

Edit = tuple[int, int, str]

CHUNK = 16_000


class Document:
    def __init__(self) -> None:
        self._chunks = [""]
        self._breaks = [0]  # in each chunk
        self._ends = [0]  # characters up to the end of each chunk
        self._lines = [0]  # line breaks up to the end of each chunk

    def __len__(self) -> int:
        return self._ends[-1]

    def read(self, start: int, end: int) -> str:
        first, offset = self._chunk_at(start)
        last, _ = self._chunk_at(end)
        return "".join(self._chunks[first : last + 1])[offset : offset + end - start]

    def replace(self, start: int, end: int, text: str) -> None:
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
        if not 0 <= number <= self._lines[-1]:
            return None
        is_last = number == self._lines[-1]
        end = len(self) if is_last else self._line_start(number + 1) - 1
        return self._line_start(number), end

    def locate(self, position: int) -> tuple[int, int]:
        index, offset = self._chunk_at(position)
        line = self._lines[index] - self._chunks[index].count("\n", offset)
        return line, position - self._line_start(line)

    def occurrences(self, text: str, start: int) -> Iterator[int]:
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
        index = bisect_left(self._ends, position)
        return index, position - self._ends[index] + len(self._chunks[index])

    def _line_start(self, line: int) -> int:
        index = bisect_left(self._lines, line)
        passed = line - self._lines[index] + self._breaks[index]
        rest = self._chunks[index].split("\n", passed)[-1]
        return self._ends[index] - len(rest)


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
        return list(self._text.occurrences(text, start))[:limit]

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
