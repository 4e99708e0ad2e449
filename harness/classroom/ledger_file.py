"""The file of a ledger: one process at a time has it, and what ails it is told in one line."""

import fcntl
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from harness.closing import Closing
from harness.errors import HarnessError, RefusedError, WrongUseError

FILE = "ledger.sqlite"
"""Its name in the folder of results."""

_APPLICATION_ID = 0x68636C73
_VERSION = 1
_SCHEMA = f"""
BEGIN;
CREATE TABLE runs (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    problem TEXT NOT NULL,
    problem_uuid TEXT NOT NULL,
    problem_version TEXT NOT NULL,
    package_hash TEXT NOT NULL,
    level INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    grader TEXT NOT NULL,
    regrade_of INTEGER REFERENCES runs
);
CREATE TABLE submissions (
    run INTEGER NOT NULL REFERENCES runs,
    name TEXT NOT NULL,
    submission_hash TEXT REFERENCES sources,
    reason TEXT NOT NULL,
    PRIMARY KEY (run, name)
);
CREATE TABLE sources (submission_hash TEXT PRIMARY KEY, source BLOB NOT NULL);
CREATE TABLE gradings (
    package_hash TEXT NOT NULL,
    submission_hash TEXT NOT NULL,
    level INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    grader TEXT NOT NULL,
    at TEXT NOT NULL,
    report TEXT NOT NULL,
    PRIMARY KEY (package_hash, submission_hash, level, seed, grader)
);
CREATE TABLE faults (
    run INTEGER NOT NULL REFERENCES runs,
    submission_hash TEXT NOT NULL,
    at TEXT NOT NULL,
    report TEXT NOT NULL
);
PRAGMA application_id = {_APPLICATION_ID};
PRAGMA user_version = {_VERSION};
COMMIT;
"""


class LedgerError(HarnessError):
    """The ledger cannot be read or written."""

    title = "The ledger cannot be used"


class LedgerFile(Closing):
    """A ledger's database, locked for as long as it is open; ``Ledger`` says what it raises."""

    def __init__(self, folder: Path, *, make: bool) -> None:
        self.path = folder / FILE
        try:
            if make:
                folder.mkdir(parents=True, exist_ok=True)
                _demand_own(folder)
            elif not self.path.is_file():
                raise WrongUseError(f"{folder}: holds no {FILE}; name a folder of results.")
            self._lock = os.open(folder, os.O_RDONLY)
        except OSError as error:
            mend = "name another folder by `--results`" if make else "mend its permissions"
            raise WrongUseError(f"{folder}: cannot be used ({error.strerror}); {mend}.") from None
        try:
            self._demand_alone(folder)
            with self.telling():
                self.database = self._opened()
        except BaseException:
            os.close(self._lock)
            raise

    def close(self) -> None:
        """Let another process have it."""
        self.database.close()
        os.close(self._lock)

    def row(self, query: str, values: Sequence[object]) -> dict[str, Any] | None:
        """The first row of an answer, by the names of its columns."""
        cursor = self.database.execute(query, values)
        row = cursor.fetchone()
        names = [column[0] for column in cursor.description]
        return dict(zip(names, row, strict=True)) if row is not None else None

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Around every use of the database: what it raises becomes one line.

        Raises:
            LedgerError: it cannot be used.
        """
        try:
            yield
        except sqlite3.Error as error:
            raise LedgerError(
                f"{self.path}: cannot be used ({error}); what it held before is kept."
            ) from None

    def _demand_alone(self, folder: Path) -> None:
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise RefusedError(
                f"{folder}: another process is grading with it; wait for its end."
            ) from None

    def _opened(self) -> sqlite3.Connection:
        database = sqlite3.connect(self.path)
        try:
            version = int(database.execute("PRAGMA user_version").fetchone()[0])
            if version == 0 and not database.execute("SELECT * FROM sqlite_master").fetchall():
                database.executescript(_SCHEMA)
            elif database.execute("PRAGMA application_id").fetchone()[0] != _APPLICATION_ID:
                raise LedgerError(f"{self.path}: is a database of something else; move it away.")
            elif version > _VERSION:
                raise LedgerError(
                    f"{self.path}: a newer harness wrote it; "
                    "upgrade with `pip install -U progressive-harness`."
                )
        except BaseException:
            database.close()
            raise
        return database


def _demand_own(folder: Path) -> None:
    """Check that nothing of another kind would be mixed with results.

    Raises:
        RefusedError: there is.
    """
    with closing(os.scandir(folder)) as entries:
        if any(entries) and not (folder / FILE).is_file():
            raise RefusedError(
                f"{folder}: holds something other than results; choose another by `--results`."
            )
