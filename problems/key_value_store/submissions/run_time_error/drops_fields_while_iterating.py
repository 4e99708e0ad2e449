# verdict: run-time error
# rejected at: level 3
# mistake: expired fields are deleted from the dictionary that is being iterated over
from typing import NamedTuple


class Entry(NamedTuple):
    value: str
    expires: int | None = None

    def alive(self, now: int) -> bool:
        return self.expires is None or now < self.expires


Fields = dict[str, Entry]


class KeyValueStore:
    def __init__(self) -> None:
        self._keys: dict[str, Fields] = {}
        self._now = 0

    def set(self, key: str, field: str, value: str) -> None:
        self._put(key, field, Entry(value))

    def set_at(
        self,
        timestamp: int,
        key: str,
        field: str,
        value: str,
        ttl: int | None = None,
    ) -> None:
        self._now = timestamp
        expires = None if ttl is None else timestamp + ttl
        self._put(key, field, Entry(value, expires))

    def get(self, key: str, field: str) -> str | None:
        entry = self._fields(key).get(field)
        return None if entry is None else entry.value

    def get_at(self, timestamp: int, key: str, field: str) -> str | None:
        self._now = timestamp
        return self.get(key, field)

    def delete(self, key: str, field: str) -> bool:
        fields = self._fields(key)
        if field not in fields:
            return False
        del fields[field]
        return True

    def delete_at(self, timestamp: int, key: str, field: str) -> bool:
        self._now = timestamp
        return self.delete(key, field)

    def scan(
        self,
        key: str,
        prefix: str = "",
        limit: int | None = None,
    ) -> list[tuple[str, str]]:
        found = [
            (field, value)
            for field, (value, _) in self._fields(key).items()
            if field.startswith(prefix)
        ]
        return sorted(found)[:limit]

    def scan_at(
        self,
        timestamp: int,
        key: str,
        prefix: str = "",
        limit: int | None = None,
    ) -> list[tuple[str, str]]:
        self._now = timestamp
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
            for field, (value, _) in self._fields(key).items()
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
        self._now = timestamp
        return self.scan_values(start, end, limit)

    def _put(self, key: str, field: str, entry: Entry) -> None:
        fields = self._keys.setdefault(key, {})
        fields[field] = entry

    def _fields(self, key: str) -> Fields:
        fields = self._keys.get(key, {})
        for field, entry in fields.items():
            if not entry.alive(self._now):
                del fields[field]
        return fields
