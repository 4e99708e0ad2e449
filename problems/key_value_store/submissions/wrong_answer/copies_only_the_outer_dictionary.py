# verdict: wrong answer
# rejected at: level 4
# mistake: a backup shares the dictionaries of fields with the store, so later changes reach it
from typing import NamedTuple


class Entry(NamedTuple):
    value: str
    expires: int | None = None

    def alive(self, now: int) -> bool:
        return self.expires is None or now < self.expires

    def shifted(self, offset: int) -> "Entry":
        return self if self.expires is None else Entry(self.value, self.expires + offset)


class Backup(NamedTuple):
    timestamp: int
    keys: dict[str, dict[str, Entry]]

    def entries(self) -> dict[tuple[str, str], Entry]:
        return {
            (key, field): entry.shifted(-self.timestamp)
            for key, fields in self.keys.items()
            for field, entry in fields.items()
            if entry.alive(self.timestamp)
        }


Fields = dict[str, Entry]


class KeyValueStore:
    def __init__(self) -> None:
        self._keys: dict[str, Fields] = {}
        self._now = 0
        self._backups: list[Backup] = []

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

    def backup(self, timestamp: int) -> int:
        self._now = timestamp
        backup = Backup(timestamp, dict(self._keys))
        self._backups.append(backup)
        return len(backup.entries())

    def restore(self, timestamp: int, moment: int) -> bool:
        self._now = timestamp
        candidates = [backup for backup in self._backups if backup.timestamp <= moment]
        if not candidates:
            return False
        self._keys = {}
        for (key, field), entry in candidates[-1].entries().items():
            self._put(key, field, entry.shifted(timestamp))
        return True

    def compact(self, timestamp: int, oldest: int) -> int:
        self._now = timestamp
        kept: list[Backup] = []
        for backup in self._backups:
            if kept and (backup.timestamp <= oldest or backup.timestamp == kept[-1].timestamp):
                kept.pop()
            if not kept or backup.entries() != kept[-1].entries():
                kept.append(backup)
        dropped = len(self._backups) - len(kept)
        self._backups = kept
        return dropped

    def _put(self, key: str, field: str, entry: Entry) -> None:
        fields = self._keys.setdefault(key, {})
        fields[field] = entry

    def _fields(self, key: str) -> Fields:
        fields = self._keys.get(key, {})
        expired = [field for field, entry in fields.items() if not entry.alive(self._now)]
        for field in expired:
            del fields[field]
        return fields
