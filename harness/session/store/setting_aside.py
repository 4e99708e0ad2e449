"""Setting a file of sittings aside, never deleted, and carrying over what can be read of it."""

import fcntl
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from harness.session.store.connecting import beside, connect
from harness.session.store.only_read import copied


@contextmanager
def alone(file: Path) -> Iterator[None]:
    """Keep other processes from setting the same file aside."""
    with beside(file, ".lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def set_aside(file: Path) -> Path:
    """Give the file a name with the hour in it, and return that."""
    stamp = f"{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    number, aside = 1, beside(file, f".{stamp}")
    while aside.exists():
        number += 1
        aside = beside(file, f".{stamp}-{number}")
    file.rename(aside)
    for suffix in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            beside(file, suffix).rename(beside(aside, suffix))
    return aside


def carry_over(aside: Path, connection: sqlite3.Connection) -> int:
    """Copy every event and source that can be read; return how many sittings that makes."""
    with suppress(sqlite3.Error, OSError), copied(aside) as copy, closing(connect(copy)) as old:
        connection.execute("BEGIN IMMEDIATE")
        for table, columns in (
            ("sources", "hash, body"),
            ("findings", "hash, body"),
            ("reports", "session, seq, findings, times"),
            ("events", "session, seq, at, kind, body"),
        ):
            for order in ("ASC", "DESC"):  # from both ends up to the damage
                _copy_rows(old, connection, table, columns, order)
        # A log is only worth its unbroken beginning.
        connection.execute(
            """DELETE FROM events WHERE seq >= (
                SELECT min(gap.seq + 1) FROM events AS gap
                WHERE gap.session = events.session AND NOT EXISTS (
                    SELECT 1 FROM events AS next
                    WHERE next.session = gap.session AND next.seq = gap.seq + 1))
            OR NOT EXISTS (
                SELECT 1 FROM events AS first
                WHERE first.session = events.session AND first.seq = 0)"""
        )
        connection.execute(
            """DELETE FROM reports WHERE NOT EXISTS (
                SELECT 1 FROM events
                WHERE events.session = reports.session AND events.seq = reports.seq)"""
        )
        connection.execute("COMMIT")
    if connection.in_transaction:
        connection.execute("ROLLBACK")
    (count,) = connection.execute("SELECT count(DISTINCT session) FROM events").fetchone()
    return int(count)


def _copy_rows(
    old: sqlite3.Connection, new: sqlite3.Connection, table: str, columns: str, order: str
) -> None:
    places = ", ".join("?" * (columns.count(",") + 1))
    with suppress(sqlite3.Error):
        for row in old.execute(f"SELECT {columns} FROM {table} ORDER BY rowid {order}"):  # noqa: S608
            new.execute(f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({places})", row)  # noqa: S608
