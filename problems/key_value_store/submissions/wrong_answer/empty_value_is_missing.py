# verdict: wrong answer
# rejected at: level 1
# mistake: an empty value is taken for a missing one, because it is falsy
Fields = dict[str, str]


class KeyValueStore:
    def __init__(self) -> None:
        self._keys: dict[str, Fields] = {}

    def set(self, key: str, field: str, value: str) -> None:
        fields = self._keys.setdefault(key, {})
        fields[field] = value

    def get(self, key: str, field: str) -> str | None:
        value = self._fields(key).get(field)
        return value if value else None

    def delete(self, key: str, field: str) -> bool:
        fields = self._fields(key)
        if field not in fields:
            return False
        del fields[field]
        return True

    def _fields(self, key: str) -> Fields:
        return self._keys.get(key, {})
