"""The file of sittings, opened as well as it can be: whole, for reading only, or begun anew.

A damaged or foreign file is set aside under another name, never deleted; what can be read of it
is carried over. A file that cannot be written is read all the same.
"""

import fcntl
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from harness.session.store.schema import APPLICATION_ID, MIGRATIONS, NEWEST

BUSY_SECONDS = 10.0
"""How long a writer waits for another process's write before giving up."""

_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_UPGRADE = "upgrade with `pip install -U progressive-harness`"


class ForeignError(Exception):
    """The file is a database, and not one of ours."""


class NewerError(Exception):
    """A newer version of the harness wrote the file."""


@dataclass(frozen=True)
class Opened:
    """A file of sittings, as far as it could be opened."""

    connection: sqlite3.Connection
    inode: int | None
    """Which file it was; None where the connection is to a copy or to nothing."""
    trouble: str = ""
    """Why nothing can be written, in one line; empty when all is well."""
    notice: str = ""
    """What was done about a file that could not be used, in one line."""


def open_database(file: Path) -> Opened:
    """Open the file, made when missing; every fault of the machine ends in something usable."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        connection, inode = _whole(file)
    except NewerError:
        return Opened(_for_reading(file), None, _written_by_newer(file))
    except ForeignError:
        return renewed(file, "is not a file of sittings")
    except (sqlite3.Error, OSError) as error:
        if damaged(error):
            return renewed(file)
        return Opened(_for_reading(file), None, unwritable(file, error))
    return Opened(connection, inode)


def damaged(error: Exception) -> bool:
    """Whether the error says that the file's content is broken."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE


def unwritable(file: Path, error: Exception) -> str:
    """Say in one line why nothing can be kept, and the mend."""
    reason = getattr(error, "strerror", None) or str(error)
    return (
        f"{file}: sittings cannot be kept there ({reason}); "
        "mend the folder or its disk, or name another folder in HARNESS_STATE."
    )


def _written_by_newer(file: Path) -> str:
    return f"{file}: written by a newer version of the harness and only read; {_UPGRADE}."


def _whole(file: Path) -> tuple[sqlite3.Connection, int]:
    connection = _connect(file)
    try:
        _prepare(connection)
        return connection, file.stat().st_ino
    except BaseException:
        connection.close()
        raise


def _connect(target: Path | str) -> sqlite3.Connection:
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
    _migrate(connection)
    # A folder that cannot be written to, or a full disk, should be known now.
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute(f"PRAGMA user_version = {NEWEST}")
    finally:
        connection.execute("ROLLBACK")


def _migrate(connection: sqlite3.Connection) -> None:
    if _number(connection, "user_version") == NEWEST:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for migration in MIGRATIONS[_number(connection, "user_version") :]:
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
    marked = _number(connection, "application_id") == APPLICATION_ID
    if tables and not marked and not {"events", "sources"} <= tables:
        raise ForeignError
    if _number(connection, "user_version") > NEWEST:
        raise NewerError


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    (number,) = connection.execute(f"PRAGMA {pragma}").fetchone()
    return int(number)


# Reading what cannot be written


def _for_reading(file: Path) -> sqlite3.Connection:
    """A connection to what can be read of the file; to nothing where nothing can."""
    with suppress(sqlite3.Error, OSError):
        connection = _connect(f"{file.absolute().as_uri()}?mode=ro")
        try:
            if _number(connection, "user_version") >= NEWEST:
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
                return connection
        except sqlite3.Error:
            pass  # SQLite needs to write beside a file even to read it; a copy will do
        connection.close()
    memory = _connect(":memory:")
    with suppress(sqlite3.Error, OSError):
        _copy_into(memory, file)
    with suppress(sqlite3.Error):
        _migrate(memory)
    return memory


def _copy_into(memory: sqlite3.Connection, file: Path) -> None:
    with _copied(file) as copy, closing(_connect(copy)) as connection:
        connection.backup(memory)


@contextmanager
def _copied(file: Path) -> Iterator[Path]:
    """The file with what was not yet merged into it, somewhere it can be written."""
    with tempfile.TemporaryDirectory(prefix="harness-sittings-") as folder:
        for path in (file, _beside(file, "-wal")):
            if path.exists():
                shutil.copyfile(path, Path(folder) / path.name)
        yield Path(folder) / file.name


# Setting aside what cannot be read


def renewed(file: Path, what: str = "is damaged") -> Opened:
    """Set the file aside, begin a new one, and carry over what can be read."""
    try:
        with _alone(file):
            found = _sound(file)
            if found is not None:
                return Opened(*found)  # another process was here first
            aside = _set_aside(file)
            connection, inode = _whole(file)
            carried = _carry_over(aside, connection)
    except NewerError:
        return Opened(_for_reading(file), None, _written_by_newer(file))
    except (sqlite3.Error, OSError) as error:
        return Opened(_for_reading(file), None, unwritable(file, error))
    rest = f"a new one was begun, with the {carried} sittings that could be read"
    return Opened(connection, inode, notice=f"{file}: {what}; it is kept as {aside.name}, {rest}.")


def _sound(file: Path) -> tuple[sqlite3.Connection, int] | None:
    """The file opened, if nothing is wrong with it."""
    try:
        connection, inode = _whole(file)
    except ForeignError:
        return None
    except sqlite3.DatabaseError as error:
        if damaged(error):
            return None
        raise
    try:
        (answer,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError:
        answer = "unreadable"
    if answer == "ok":
        return connection, inode
    connection.close()
    return None


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    with _beside(file, ".lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _set_aside(file: Path) -> Path:
    stamp = f"{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    number, aside = 1, _beside(file, f".{stamp}")
    while aside.exists():
        number += 1
        aside = _beside(file, f".{stamp}-{number}")
    file.rename(aside)
    for suffix in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            _beside(file, suffix).rename(_beside(aside, suffix))
    return aside


def _carry_over(aside: Path, connection: sqlite3.Connection) -> int:
    """Copy every event and source that can be read; return how many sittings that makes."""
    with suppress(sqlite3.Error, OSError), _copied(aside) as copy, closing(_connect(copy)) as old:
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


def _beside(file: Path, suffix: str) -> Path:
    return file.with_name(file.name + suffix)


def same_file(file: Path, inode: int) -> bool:
    """Whether the file is still the one that was opened, not one begun since."""
    try:
        return file.stat().st_ino == inode
    except OSError:
        return False
