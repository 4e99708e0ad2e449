# design: a set of rows as a table, every question a filter
from typing import NamedTuple


class Row(NamedTuple):
    value: str
    key: str
    field: str


class KeyValueStore:
    def __init__(self):
        self.table = []

    def _at(self, key, field):
        return [row for row in self.table if row.field == field and row.key == key]

    def set(self, key, field, value):
        self.delete(key, field)
        self.table.append(Row(value, key, field))

    def get(self, key, field):
        rows = self._at(key, field)
        return rows[0].value if rows else None

    def delete(self, key, field):
        for row in self._at(key, field):
            self.table.remove(row)
            return True
        return False

    def scan(self, key, prefix="", limit=None):
        rows = sorted((r.field, r.value) for r in self.table if r.key == key)
        rows = [r for r in rows if r[0].startswith(prefix)]
        return rows if limit is None else rows[0:limit]

    def scan_values(self, start="", end=None, limit=None):
        rows = sorted(r for r in self.table if r.value >= start)
        if end is not None:
            rows = [r for r in rows if r.value < end]
        rows = [(r.key, r.field, r.value) for r in rows]
        return rows if limit is None else rows[0:limit]
