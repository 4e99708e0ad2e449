"""Reading a file of sittings that cannot be written, or whose folder cannot."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from harness.session.store.connecting import beside, connect, migrate, pragma
from harness.session.store.schema import NEWEST


def for_reading(file: Path) -> sqlite3.Connection:
    """A connection to what can be read of the file; to nothing where nothing can."""
    with suppress(sqlite3.Error, OSError):
        connection = connect(f"{file.absolute().as_uri()}?mode=ro")
        try:
            if pragma(connection, "user_version") >= NEWEST:
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
                return connection
        except sqlite3.Error:
            pass  # SQLite needs to write beside a file even to read it; a copy will do
        connection.close()
    memory = connect(":memory:")
    with suppress(sqlite3.Error, OSError):
        _copy_into(memory, file)
    with suppress(sqlite3.Error):
        migrate(memory)
    return memory


def _copy_into(memory: sqlite3.Connection, file: Path) -> None:
    with copied(file) as copy, closing(connect(copy)) as connection:
        connection.backup(memory)


@contextmanager
def copied(file: Path) -> Iterator[Path]:
    """The file with what was not yet merged into it, somewhere it can be written."""
    with tempfile.TemporaryDirectory(prefix="harness-sittings-") as folder:
        for path in (file, beside(file, "-wal")):
            if path.exists():
                shutil.copyfile(path, Path(folder) / path.name)
        yield Path(folder) / file.name
