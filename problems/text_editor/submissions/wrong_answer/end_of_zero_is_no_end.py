# verdict: wrong answer
# rejected at: level 1
# mistake: read takes an end of 0 for none, because it is falsy
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
        return self._replace(self._cursor - count, self._cursor, "")

    def read(self, start: int = 0, end: int | None = None) -> str:
        return self._text[start : end or len(self._text)]

    def _replace(self, start: int, end: int, text: str) -> bool:
        if not 0 <= start <= end <= len(self._text):
            return False
        self._text = self._text[:start] + text + self._text[end:]
        self._cursor = start + len(text)
        return True
