# verdict: wrong answer
# rejected at: level 3
# mistake: lifetimes are kept beside the values, and plain overwriting or deleting leaves them
Fields = dict[str, str]


class KeyValueStore:
    def __init__(self) -> None:
        self._keys: dict[str, Fields] = {}
        self._expires: dict[tuple[str, str], int] = {}

    def set(self, key: str, field: str, value: str) -> None:
        fields = self._keys.setdefault(key, {})
        fields[field] = value

    def set_at(
        self,
        timestamp: int,
        key: str,
        field: str,
        value: str,
        ttl: int | None = None,
    ) -> None:
        self._advance(timestamp)
        self.set(key, field, value)
        if ttl is not None:
            self._expires[key, field] = timestamp + ttl
            self._advance(timestamp)

    def get(self, key: str, field: str) -> str | None:
        return self._fields(key).get(field)

    def get_at(self, timestamp: int, key: str, field: str) -> str | None:
        self._advance(timestamp)
        return self.get(key, field)

    def delete(self, key: str, field: str) -> bool:
        fields = self._fields(key)
        if field not in fields:
            return False
        del fields[field]
        return True

    def delete_at(self, timestamp: int, key: str, field: str) -> bool:
        self._advance(timestamp)
        return self.delete(key, field)

    def scan(
        self,
        key: str,
        prefix: str = "",
        limit: int | None = None,
    ) -> list[tuple[str, str]]:
        found = [
            (field, value) for field, value in self._fields(key).items() if field.startswith(prefix)
        ]
        return sorted(found)[:limit]

    def scan_at(
        self,
        timestamp: int,
        key: str,
        prefix: str = "",
        limit: int | None = None,
    ) -> list[tuple[str, str]]:
        self._advance(timestamp)
        return self.scan(key, prefix, limit)

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
        return [(key, field, value) for value, key, field in sorted(found)[:limit]]

    def scan_values_at(
        self,
        timestamp: int,
        start: str = "",
        end: str | None = None,
        limit: int | None = None,
    ) -> list[tuple[str, str, str]]:
        self._advance(timestamp)
        return self.scan_values(start, end, limit)

    def _fields(self, key: str) -> Fields:
        return self._keys.get(key, {})

    def _advance(self, timestamp: int) -> None:
        for (key, field), expires in list(self._expires.items()):
            if expires <= timestamp:
                self.delete(key, field)
                del self._expires[key, field]
