# verdict: wrong answer
# rejected at: level 2
# mistake: the edits of a step are taken back from the first to the last
Edit = tuple[int, int, str]


class TextEditor:
    def __init__(self) -> None:
        self._text = ""
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
        return self._text[start:end]

    def _make(self, edits: list[Edit]) -> list[Edit]:
        inverse = [self._replace(*edit) for edit in edits]
        return [edit for edit in inverse if edit[0] < edit[1] or edit[2]]

    def _replace(self, start: int, end: int, text: str) -> Edit:
        removed = self._text[start:end]
        self._text = self._text[:start] + text + self._text[end:]
        self._cursor = start + len(text)
        return start, start + len(text), removed

    def _take_back(self, steps: list[list[Edit]], others: list[list[Edit]]) -> bool:
        if not steps:
            return False
        others.append(self._make(steps.pop()))
        return True
