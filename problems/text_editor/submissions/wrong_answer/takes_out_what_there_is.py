# verdict: wrong answer
# rejected at: level 1
# mistake: delete takes out what there is if there are fewer characters than asked for
class TextEditor:
    def __init__(self) -> None:
        self._text = ""
        self._cursor = 0

    def move(self, position: int) -> bool:
        return self._replace(position, position, "")

    def cursor(self) -> int:
        return self._cursor

    def insert(self, text: str) -> None:
        self._replace(self._cursor, self._cursor, text)

    def delete(self, count: int) -> bool:
        return self._replace(max(0, self._cursor - count), self._cursor, "")

    def read(self, start: int = 0, end: int | None = None) -> str:
        return self._text[start:end]

    def _replace(self, start: int, end: int, text: str) -> bool:
        if not 0 <= start <= end <= len(self._text):
            return False
        self._text = self._text[:start] + text + self._text[end:]
        self._cursor = start + len(text)
        return True
