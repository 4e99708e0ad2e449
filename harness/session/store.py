"""Store: one SQLite file that holds every sitting's log and every source submitted.

Append-only. An event is on the disk before anyone is told that it happened.
"""

import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from threading import RLock
from typing import Self

from platformdirs import user_state_path
from pydantic import ValidationError

from harness.errors import HarnessError, RefusedError, WrongUseError
from harness.session.events import EVENT, Event, Finished, Started

BUSY_SECONDS = 10.0
"""How long a writer waits for another process's write before giving up."""

# One entry per schema version; entries are only ever added.
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE events (
            session TEXT NOT NULL,
            seq INTEGER NOT NULL,
            at INTEGER NOT NULL,
            kind TEXT NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (session, seq)
        )""",
        "CREATE INDEX events_by_kind ON events (kind)",
        "CREATE TABLE sources (hash TEXT PRIMARY KEY, body BLOB NOT NULL)",
    ),
    (
        """CREATE TABLE claims (
            session TEXT PRIMARY KEY,
            token TEXT NOT NULL,
            who TEXT NOT NULL,
            pid INTEGER NOT NULL,
            since INTEGER NOT NULL
        )""",
    ),
)


class StoreError(HarnessError):
    """The file of sittings cannot be used."""

    title = "The sittings cannot be reached"


class LostRaceError(StoreError):
    """Another process wrote to the same sitting first; nothing was stored."""


@dataclass(frozen=True)
class Entry:
    """One sitting in the store: how it began and, once recorded, how it ended."""

    started: Started
    finished: Finished | None

    @property
    def session(self) -> str:
        """The sitting's id."""
        return self.started.session

    @property
    def folder(self) -> Path:
        """The person's folder."""
        return Path(self.started.folder)


@dataclass(frozen=True)
class Holder:
    """A window that types in a sitting, or did until its process ended."""

    token: str
    """Names the window among all that ever were."""
    who: str
    pid: int
    since: int
    """Milliseconds since the Unix epoch, UTC."""


def state_folder() -> Path:
    """Where sittings are kept: ``$HARNESS_STATE``, or where the platform keeps such files."""
    named = os.environ.get("HARNESS_STATE")
    return Path(named).expanduser() if named else user_state_path("progressive-harness")


def source_hash(source: bytes) -> str:
    """The name under which a source is kept."""
    return sha256(source).hexdigest()


class Store:
    """The file of sittings; safe to share between threads, and between processes by path.

    Args:
        file: where it is, made when missing; ``sessions.db`` in ``state_folder()`` by default.

    Raises:
        StoreError: it cannot be opened; the message names the file.
        WrongUseError: a newer version of the harness wrote it.
    """

    def __init__(self, file: Path | None = None) -> None:
        self.file = file or state_folder() / "sessions.db"
        self._lock = RLock()
        with self._explained():
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(
                self.file, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
        try:
            self._prepare()
        except BaseException:
            self._db.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go."""
        with self._lock:
            self._db.close()

    def begin(self, started: Started) -> None:
        """Store the first event of a sitting.

        Raises:
            RefusedError: another sitting that has not ended works in the same folder.
        """
        with self._writing():
            self.demand_free(started.folder)
            self._insert(started.session, 0, started)

    def demand_free(self, folder: str) -> None:
        """Check that no sitting that has not ended works in this folder.

        Raises:
            RefusedError: one does.
        """
        for entry in self.sittings():
            if entry.finished is None and entry.started.folder == folder:
                raise RefusedError(
                    f"{folder}: a sitting of {entry.started.problem} is running here; "
                    "`harness finish` ends it, `--dir` chooses another folder."
                )

    def append(
        self, session: str, expected_seq: int, event: Event, *, source: bytes | None = None
    ) -> None:
        """Store one more event, and with it the source it names, or nothing at all.

        Args:
            session: the sitting's id.
            expected_seq: how many events the writer knows of; the new one's place.
            event: what happened.
            source: kept under its ``source_hash``.

        Raises:
            LostRaceError: the log has grown since the writer looked.
        """
        with self._writing():
            (count,) = self._db.execute(
                "SELECT count(*) FROM events WHERE session = ?", (session,)
            ).fetchone()
            if count != expected_seq:
                raise LostRaceError(
                    f"Sitting {session} was changed by another process; look at it and try again."
                )
            if source is not None:
                self._db.execute(
                    "INSERT OR IGNORE INTO sources VALUES (?, ?)",
                    (source_hash(source), zlib.compress(source)),
                )
            self._insert(session, expected_seq, event)

    def events(self, session: str, *, after: int = 0) -> list[Event]:
        """Return a sitting's events in order, without the first ``after``.

        Raises:
            WrongUseError: there is no such sitting.
        """
        with self._lock, self._explained():
            rows = self._db.execute(
                "SELECT body FROM events WHERE session = ? AND seq >= ? ORDER BY seq",
                (session, after),
            ).fetchall()
        if not rows and not after:
            raise WrongUseError(
                f"There is no sitting {session!r}: `harness resume --list` lists them."
            )
        return [self._read(body) for (body,) in rows]

    def source(self, wanted: str) -> bytes:
        """Return the source kept under this hash, exactly as it was submitted."""
        with self._lock, self._explained():
            row = self._db.execute("SELECT body FROM sources WHERE hash = ?", (wanted,)).fetchone()
        if row is None:
            raise StoreError(f"{self.file}: the source {wanted} is missing from it.")
        return zlib.decompress(row[0])

    def sittings(self) -> list[Entry]:
        """Return all sittings, the newest first."""
        with self._lock, self._explained():
            rows = self._db.execute(
                """SELECT started.body, finished.body FROM events AS started
                LEFT JOIN events AS finished
                ON finished.session = started.session AND finished.kind = 'finished'
                WHERE started.kind = 'started' ORDER BY started.at DESC, started.rowid DESC"""
            ).fetchall()
        entries = []
        for started_body, finished_body in rows:
            started = self._read(started_body)
            finished = self._read(finished_body) if finished_body else None
            assert isinstance(started, Started)
            assert finished is None or isinstance(finished, Finished)
            entries.append(Entry(started, finished))
        return entries

    def holder(self, session: str) -> Holder | None:
        """Return the window that claimed a sitting last, dead or alive."""
        with self._lock, self._explained():
            row = self._db.execute(
                "SELECT token, who, pid, since FROM claims WHERE session = ?", (session,)
            ).fetchone()
        return Holder(*row) if row else None

    def hand_over(self, session: str, current: Holder | None, successor: Holder | None) -> bool:
        """Give a claim from one window to another; False if somebody else has it by now."""
        with self._writing():
            if self.holder(session) != current:
                return False
            self._db.execute("DELETE FROM claims WHERE session = ?", (session,))
            if successor is not None:
                row = (successor.token, successor.who, successor.pid, successor.since)
                self._db.execute("INSERT INTO claims VALUES (?, ?, ?, ?, ?)", (session, *row))
            return True

    def _insert(self, session: str, seq: int, event: Event) -> None:
        self._db.execute(
            "INSERT INTO events VALUES (?, ?, ?, ?, ?)",
            (session, seq, event.at, event.kind, event.model_dump_json()),
        )

    def _read(self, body: str) -> Event:
        try:
            return EVENT.validate_json(body)
        except ValidationError:
            raise StoreError(
                f"{self.file}: holds an event that this version of the harness cannot read; "
                "a newer one wrote it: upgrade with `pip install -U progressive-harness`."
            ) from None

    def _prepare(self) -> None:
        """Set the file up for safe writes and bring its schema up to date."""
        with self._explained():
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = FULL")
        with self._writing():
            (version,) = self._db.execute("PRAGMA user_version").fetchone()
            if version > len(MIGRATIONS):
                raise WrongUseError(
                    f"{self.file}: written by a newer version of the harness; "
                    "upgrade with `pip install -U progressive-harness`."
                )
            for migration in MIGRATIONS[version:]:
                for statement in migration:
                    self._db.execute(statement)
            self._db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction that no other writer can interleave with."""
        with self._lock, self._explained():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            finally:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise StoreError(
                f"{self.file}: the sittings kept here cannot be reached ({error}); mend the file "
                "or its folder, or name another folder in HARNESS_STATE."
            ) from error
