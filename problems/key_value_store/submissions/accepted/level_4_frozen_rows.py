"""Frozen rows: the store is one tuple of rows in order, replaced by another at every change.

A row is found by bisection, the fields of a key that begin alike are neighbours,
and no row and no tuple of rows is ever altered. As time goes on, the tuple is
replaced by one without the rows whose time has come, so all rows in it are alive.
A backup is such a tuple too, moved to time 0: two that saved the same are equal.
"""

from bisect import bisect_left, bisect_right
from itertools import groupby, takewhile
from typing import NamedTuple


class Row(NamedTuple):
    """One field of a key with its value and the time at which it is gone, if ever."""

    key: str
    field: str
    value: str
    end: int | None = None

    def is_alive(self, now: int) -> bool:
        """Say whether the field is still there at this time."""
        return self.end is None or now < self.end

    def moved(self, time: int) -> "Row":
        """Return this row as it is if everything happens so much later."""
        return self if self.end is None else self._replace(end=self.end + time)


class Backup(NamedTuple):
    """The rows that were alive at a timestamp, moved from then to time 0."""

    timestamp: int
    rows: tuple[Row, ...]


def name_of(row: Row) -> tuple[str, str]:
    """Return what a row is known and ordered by: its key and its field."""
    return row.key, row.field


def value_of(row: Row) -> tuple[str, str, str]:
    """Return what a row is ordered by among values: its value, then its name."""
    return row.value, row.key, row.field


class KeyValueStore:
    """Keys hold fields; every field holds one value and may have a time to live."""

    def __init__(self) -> None:
        """Start without any row."""
        self._rows: tuple[Row, ...] = ()
        self._now = 0
        self._backups: list[Backup] = []  # in the order in which they were made

    def set(self, key: str, field: str, value: str) -> None:
        """Store a value in a field of a key, replacing the value it had."""
        self._put(Row(key, field, value))

    def get(self, key: str, field: str) -> str | None:
        """Return the value of a field, or None if there is no such field."""
        start, end = self._span(key, field)
        return self._rows[start].value if start < end else None

    def delete(self, key: str, field: str) -> bool:
        """Remove a field; return False if there is no such field."""
        start, end = self._span(key, field)
        self._rows = self._rows[:start] + self._rows[end:]
        return start < end

    def scan(self, key: str, prefix: str = "", limit: int | None = None) -> list[tuple[str, str]]:
        """List (field, value) of the fields of a key that begin with a prefix, by field."""
        start, _ = self._span(key, prefix)
        found = takewhile(
            lambda row: row.key == key and row.field.startswith(prefix), self._rows[start:]
        )
        return [(row.field, row.value) for row in found][:limit]

    def scan_values(
        self, start: str = "", end: str | None = None, limit: int | None = None
    ) -> list[tuple[str, str, str]]:
        """List (key, field, value) from one value until before another, by value, key and field."""
        found = [
            row for row in self._rows if start <= row.value and (end is None or row.value < end)
        ]
        found.sort(key=value_of)
        return [(row.key, row.field, row.value) for row in found[:limit]]

    def set_at(
        self, timestamp: int, key: str, field: str, value: str, ttl: int | None = None
    ) -> None:
        """Store a value in a field, for good or until `ttl` time units have passed."""
        self._advance(timestamp)
        self._put(Row(key, field, value, None if ttl is None else timestamp + ttl))

    def get_at(self, timestamp: int, key: str, field: str) -> str | None:
        """Return the value of a field alive at this time, or None if there is no such field."""
        self._advance(timestamp)
        return self.get(key, field)

    def delete_at(self, timestamp: int, key: str, field: str) -> bool:
        """Remove a field alive at this time; return False if there is no such field."""
        self._advance(timestamp)
        return self.delete(key, field)

    def scan_at(
        self, timestamp: int, key: str, prefix: str = "", limit: int | None = None
    ) -> list[tuple[str, str]]:
        """List what `scan` lists, of the fields alive at this time."""
        self._advance(timestamp)
        return self.scan(key, prefix, limit)

    def scan_values_at(
        self, timestamp: int, start: str = "", end: str | None = None, limit: int | None = None
    ) -> list[tuple[str, str, str]]:
        """List what `scan_values` lists, of the fields alive at this time."""
        self._advance(timestamp)
        return self.scan_values(start, end, limit)

    def backup(self, timestamp: int) -> int:
        """Save the fields alive at this time and their time left; return how many they are."""
        self._advance(timestamp)
        rows = tuple(row.moved(-timestamp) for row in self._rows)
        self._backups.append(Backup(timestamp, rows))
        return len(rows)

    def restore(self, timestamp: int, moment: int) -> bool:
        """Hold again what the last backup up to a moment saved; return False if there is none."""
        self._advance(timestamp)
        count = self._backups_until(moment)
        if count == 0:
            return False
        self._rows = tuple(row.moved(timestamp) for row in self._backups[count - 1].rows)
        return True

    def compact(self, timestamp: int, oldest: int) -> int:
        """Drop the backups that no restore from `oldest` on misses; return how many they are."""
        self._advance(timestamp)
        needed = self._backups[max(0, self._backups_until(oldest) - 1) :]
        last_ones = {backup.timestamp: backup for backup in needed}.values()
        kept = [next(same) for _, same in groupby(last_ones, key=lambda backup: backup.rows)]
        dropped = len(self._backups) - len(kept)
        self._backups = kept
        return dropped

    def _backups_until(self, moment: int) -> int:
        """Return how many of the backups were made at or before a moment."""
        return bisect_right(self._backups, moment, key=lambda backup: backup.timestamp)

    def _advance(self, timestamp: int) -> None:
        """Let it be this time, and leave behind the rows that are gone by now."""
        if timestamp > self._now:
            self._now = timestamp
            self._rows = tuple(row for row in self._rows if row.is_alive(timestamp))

    def _put(self, row: Row) -> None:
        """Let a row take the place of the one with its name, unless it is gone at once."""
        start, end = self._span(row.key, row.field)
        living = (row,) if row.is_alive(self._now) else ()
        self._rows = self._rows[:start] + living + self._rows[end:]

    def _span(self, key: str, field: str) -> tuple[int, int]:
        """Return where the row of a field starts and ends, or twice where it would stand."""
        start = bisect_left(self._rows, (key, field), key=name_of)
        there = start < len(self._rows) and name_of(self._rows[start]) == (key, field)
        return start, start + there
