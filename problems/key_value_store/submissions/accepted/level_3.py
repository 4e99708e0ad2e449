"""An in-memory store of keys, each holding named fields that may expire."""

from typing import NamedTuple


class Entry(NamedTuple):
    """The value of a field and the moment it expires; None means never."""

    value: str
    expires: int | None = None

    def alive(self, now: int) -> bool:
        """Tell whether the value can still be seen at this moment."""
        return self.expires is None or now < self.expires


Fields = dict[str, Entry]


class KeyValueStore:
    """Keys hold fields; every field holds one value, for good or for a while.

    The store remembers the latest timestamp it was given. Every timed method notes its
    timestamp and then does what its plain namesake does, so each rule is written once.
    """

    def __init__(self) -> None:
        self._keys: dict[str, Fields] = {}
        self._now = 0

    def set(self, key: str, field: str, value: str) -> None:
        """Store a value in a field of a key, replacing the value it had."""
        self._put(key, field, Entry(value))

    def set_at(
        self,
        timestamp: int,
        key: str,
        field: str,
        value: str,
        ttl: int | None = None,
    ) -> None:
        """Store a value that is alive from `timestamp` until before `timestamp + ttl`."""
        self._now = timestamp
        expires = None if ttl is None else timestamp + ttl
        self._put(key, field, Entry(value, expires))

    def get(self, key: str, field: str) -> str | None:
        """Return the value of a field, or None if there is no such field."""
        entry = self._fields(key).get(field)
        return None if entry is None else entry.value

    def get_at(self, timestamp: int, key: str, field: str) -> str | None:
        """Do what `get` does, at a given time."""
        self._now = timestamp
        return self.get(key, field)

    def delete(self, key: str, field: str) -> bool:
        """Remove a field; return False if there is no such field."""
        fields = self._fields(key)
        if field not in fields:
            return False
        del fields[field]
        return True

    def delete_at(self, timestamp: int, key: str, field: str) -> bool:
        """Do what `delete` does, at a given time."""
        self._now = timestamp
        return self.delete(key, field)

    def scan(
        self,
        key: str,
        prefix: str = "",
        limit: int | None = None,
    ) -> list[tuple[str, str]]:
        """List (field, value) of the fields that start with a prefix, by field name."""
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
        """Do what `scan` does, at a given time."""
        self._now = timestamp
        return self.scan(key, prefix, limit)

    def scan_values(
        self,
        start: str = "",
        end: str | None = None,
        limit: int | None = None,
    ) -> list[tuple[str, str, str]]:
        """List (key, field, value) with start <= value < end, by value, key and field."""
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
        """Do what `scan_values` does, at a given time."""
        self._now = timestamp
        return self.scan_values(start, end, limit)

    def _put(self, key: str, field: str, entry: Entry) -> None:
        """Give a field a new value together with a new end of life."""
        fields = self._keys.setdefault(key, {})
        fields[field] = entry

    def _fields(self, key: str) -> Fields:
        """Return the fields of a key that are alive, forgetting those that are not."""
        fields = self._keys.get(key, {})
        expired = [field for field, entry in fields.items() if not entry.alive(self._now)]
        for field in expired:
            del fields[field]
        return fields
