"""An in-memory store of keys, each holding named fields."""

Fields = dict[str, str]


class KeyValueStore:
    """Keys hold fields; every field holds one value."""

    def __init__(self) -> None:
        self._keys: dict[str, Fields] = {}

    def set(self, key: str, field: str, value: str) -> None:
        """Store a value in a field of a key, replacing the value it had."""
        fields = self._keys.setdefault(key, {})
        fields[field] = value

    def get(self, key: str, field: str) -> str | None:
        """Return the value of a field, or None if there is no such field."""
        return self._fields(key).get(field)

    def delete(self, key: str, field: str) -> bool:
        """Remove a field; return False if there is no such field."""
        fields = self._fields(key)
        if field not in fields:
            return False
        del fields[field]
        return True

    def _fields(self, key: str) -> Fields:
        """Return the fields of a key; none for a key that is absent."""
        return self._keys.get(key, {})
