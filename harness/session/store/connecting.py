"""A connection to the file of sittings: told from others' files, its schema brought up to date."""

import sqlite3
from pathlib import Path

from harness.session.store.schema import APPLICATION_ID, MIGRATIONS, NEWEST

BUSY_SECONDS = 10.0
"""How long a writer waits for another process's write before giving up."""

_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_OCCUPIED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


class ForeignError(Exception):
    """The file is a database, and not one of ours."""


class NewerError(Exception):
    """A newer version of the harness wrote the file."""


def damaged(error: Exception) -> bool:
    """Whether the error says that the file's content is broken."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE


def occupied(error: Exception) -> bool:
    """Whether the error says that somebody else keeps the file to themselves."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _OCCUPIED


def whole(file: Path) -> tuple[sqlite3.Connection, int]:
    """Open the file, made when missing, for writing; return its inode too.

    Raises:
        ForeignError: it is none of ours.
        NewerError: a newer version of the harness wrote it.
        sqlite3.Error, OSError: the machine refused, or it is damaged.
    """
    connection = connect(file)
    try:
        _prepare(connection)
        return connection, file.stat().st_ino
    except BaseException:
        connection.close()
        raise


def connect(target: Path | str) -> sqlite3.Connection:
    """Connect to a file, or by a URI, without looking at what it holds."""
    return sqlite3.connect(
        target,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        uri=isinstance(target, str),
    )


def _prepare(connection: sqlite3.Connection) -> None:
    """Set the file up for safe writes and bring its schema up to date."""
    _recognize(connection)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    migrate(connection)
    # A folder that cannot be written to, or a full disk, should be known now.
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute(f"PRAGMA user_version = {NEWEST}")
    finally:
        connection.execute("ROLLBACK")


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the schema up to date, in one transaction."""
    if pragma(connection, "user_version") == NEWEST:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for migration in MIGRATIONS[pragma(connection, "user_version") :]:
            for statement in migration:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {NEWEST}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _recognize(connection: sqlite3.Connection) -> None:
    """Tell ours from others'; ours of the first schema carry no mark yet."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    marked = pragma(connection, "application_id") == APPLICATION_ID
    if tables and not marked and not {"events", "sources"} <= tables:
        raise ForeignError
    if pragma(connection, "user_version") > NEWEST:
        raise NewerError


def pragma(connection: sqlite3.Connection, name: str) -> int:
    """Return a number that the file's header holds."""
    (number,) = connection.execute(f"PRAGMA {name}").fetchone()
    return int(number)


def beside(file: Path, suffix: str) -> Path:
    """A file of the same name with something added."""
    return file.with_name(file.name + suffix)
