"""The file of sittings, opened as well as it can be: whole, for reading only, or begun anew.

A damaged or foreign file is set aside under another name, never deleted; what can be read of it
is carried over. A file that cannot be written is read all the same.
"""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from harness.session.store.connecting import (
    BUSY_SECONDS,
    ForeignError,
    NewerError,
    damaged,
    occupied,
    whole,
)
from harness.session.store.only_read import for_reading
from harness.session.store.setting_aside import alone, carry_over, set_aside

_UPGRADE = "upgrade with `pip install -U progressive-harness`"


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
        connection, inode = whole(file)
    except NewerError:
        return Opened(for_reading(file), None, _written_by_newer(file))
    except ForeignError:
        return renewed(file, "is not a file of sittings")
    except (sqlite3.Error, OSError) as error:
        if damaged(error):
            return renewed(file)
        return Opened(for_reading(file), None, unwritable(file, error))
    return Opened(connection, inode)


def unwritable(file: Path, error: Exception) -> str:
    """Say in one line why nothing can be kept, and the mend."""
    if occupied(error):
        return (
            f"{file}: another program has held it for {BUSY_SECONDS:.0f} seconds; "
            "end that one, or try again."
        )
    reason = getattr(error, "strerror", None) or str(error)
    return (
        f"{file}: sittings cannot be kept there ({reason}); "
        "mend the folder or its disk, or name another folder in HARNESS_STATE."
    )


def _written_by_newer(file: Path) -> str:
    return f"{file}: written by a newer version of the harness and only read; {_UPGRADE}."


def renewed(file: Path, what: str = "is damaged") -> Opened:
    """Set the file aside, begin a new one, and carry over what can be read."""
    try:
        with alone(file):
            found = _sound(file)
            if found is not None:
                return Opened(*found)  # another process was here first
            aside = set_aside(file)
            connection, inode = whole(file)
            carried = carry_over(aside, connection)
    except NewerError:
        return Opened(for_reading(file), None, _written_by_newer(file))
    except (sqlite3.Error, OSError) as error:
        return Opened(for_reading(file), None, unwritable(file, error))
    rest = f"a new one was begun, with the {carried} sittings that could be read"
    return Opened(connection, inode, notice=f"{file}: {what}; it is kept as {aside.name}, {rest}.")


def _sound(file: Path) -> tuple[sqlite3.Connection, int] | None:
    """The file opened, if nothing is wrong with it."""
    try:
        connection, inode = whole(file)
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


def same_file(file: Path, inode: int) -> bool:
    """Whether the file is still the one that was opened, not one begun since."""
    try:
        return file.stat().st_ino == inode
    except OSError:
        return False
