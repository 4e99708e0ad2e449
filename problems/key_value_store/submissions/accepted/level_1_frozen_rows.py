"""Frozen rows: the store is one tuple of rows in order, replaced by another at every change.

A row is found by bisection, and no row and no tuple of rows is ever altered.
"""

from bisect import bisect_left
from typing import NamedTuple


class Row(NamedTuple):
    """One field of a key with its value."""

    key: str
    field: str
    value: str


def name_of(row: Row) -> tuple[str, str]:
    """Return what a row is known and ordered by: its key and its field."""
    return row.key, row.field


class KeyValueStore:
    """Keys hold fields; every field holds one value."""

    def __init__(self) -> None:
        """Start without any row."""
        self._rows: tuple[Row, ...] = ()

    def set(self, key: str, field: str, value: str) -> None:
        """Store a value in a field of a key, replacing the value it had."""
        start, end = self._span(key, field)
        self._rows = (*self._rows[:start], Row(key, field, value), *self._rows[end:])

    def get(self, key: str, field: str) -> str | None:
        """Return the value of a field, or None if there is no such field."""
        start, end = self._span(key, field)
        return self._rows[start].value if start < end else None

    def delete(self, key: str, field: str) -> bool:
        """Remove a field; return False if there is no such field."""
        start, end = self._span(key, field)
        self._rows = self._rows[:start] + self._rows[end:]
        return start < end

    def _span(self, key: str, field: str) -> tuple[int, int]:
        """Return where the row of a field starts and ends, or twice where it would stand."""
        start = bisect_left(self._rows, (key, field), key=name_of)
        there = start < len(self._rows) and name_of(self._rows[start]) == (key, field)
        return start, start + there
