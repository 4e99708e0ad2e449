# verdict: wrong answer
# rejected at: level 2
# mistake: a limit of 0 is falsy and so taken for no limit
Fields = dict[str, str]


class KeyValueStore:
    def __init__(self) -> None:
        self._keys: dict[str, Fields] = {}

    def set(self, key: str, field: str, value: str) -> None:
        fields = self._keys.setdefault(key, {})
        fields[field] = value

    def get(self, key: str, field: str) -> str | None:
        return self._fields(key).get(field)

    def delete(self, key: str, field: str) -> bool:
        fields = self._fields(key)
        if field not in fields:
            return False
        del fields[field]
        return True

    def scan(
        self,
        key: str,
        prefix: str = "",
        limit: int | None = None,
    ) -> list[tuple[str, str]]:
        found = [
            (field, value) for field, value in self._fields(key).items() if field.startswith(prefix)
        ]
        found.sort()
        return found[:limit] if limit else found

    def scan_values(
        self,
        start: str = "",
        end: str | None = None,
        limit: int | None = None,
    ) -> list[tuple[str, str, str]]:
        found = [
            (value, key, field)
            for key in self._keys
            for field, value in self._fields(key).items()
            if start <= value and (end is None or value < end)
        ]
        found.sort()
        if limit:
            found = found[:limit]
        return [(key, field, value) for value, key, field in found]

    def _fields(self, key: str) -> Fields:
        return self._keys.get(key, {})
