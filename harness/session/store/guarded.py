"""GuardedDatabase: the file of sittings behind one lock, mended or begun anew when it must be."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from time import monotonic

from harness.errors import HarnessError
from harness.session.store.connecting import damaged
from harness.session.store.database import Opened, open_database, renewed, same_file, unwritable

RETRY_SECONDS = 10.0
"""How long a file that could not be written is left alone before the next try."""


class StoreError(HarnessError):
    """The file of sittings cannot be used."""

    title = "The sittings cannot be reached"


class GuardedDatabase:
    """A connection that threads take turns with, and whose faults are told in one line.

    Args:
        file: where it is, made when missing.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self.notices: list[str] = []
        """What was done about a file that could not be used, a line each."""
        self._lock = RLock()
        self._closed = False
        self._use(open_database(file))

    @property
    def trouble(self) -> str:
        """Why nothing can be written, in one line; empty when all is well."""
        return self._trouble

    def demand_writable(self) -> None:
        """Check that what is done now can be kept.

        Raises:
            StoreError: it cannot.
        """
        if self._trouble:
            raise StoreError(self._trouble)

    def close(self) -> None:
        """Let the file go."""
        with self._lock:
            self._closed = True
            self._db.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, for questions.

        Raises:
            StoreError: the file cannot be read.
        """
        with self._lock, self._explained():
            yield self._db

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The connection in one transaction that no other writer can interleave with.

        Raises:
            StoreError: nothing can be written; nothing was.
        """
        with self._lock:
            self._mend()
            self.demand_writable()
            with self._explained():
                self._db.execute("BEGIN IMMEDIATE")
                try:
                    yield self._db
                    self._db.execute("COMMIT")
                finally:
                    if self._db.in_transaction:
                        self._db.execute("ROLLBACK")

    def _use(self, opened: Opened) -> None:
        self._db = opened.connection
        self._inode = opened.inode
        self._trouble = opened.trouble
        self._retry_at = monotonic() + RETRY_SECONDS
        if opened.notice:
            self.notices.append(opened.notice)

    def _mend(self) -> None:
        """Open the file anew if it could not be written, or if another was begun in its place."""
        if self._inode is None:
            stale = monotonic() >= self._retry_at
        else:
            stale = not same_file(self.file, self._inode)
        if stale and not self._closed:
            self._db.close()
            self._use(open_database(self.file))

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            line = unwritable(self.file, error)
            if damaged(error) and not self._closed:
                self._db.close()
                self._use(renewed(self.file))
                line = self.notices[-1] if self.notices else line
            raise StoreError(line) from error
