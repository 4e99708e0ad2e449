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
from time import monotonic
from typing import Self

from platformdirs import user_state_path
from pydantic import ValidationError

from harness.errors import HarnessError, RefusedError, WrongUseError
from harness.session.database import Opened, damaged, open_database, renewed, same_file, unwritable
from harness.session.events import EVENT, Event, Finished, Graded, OvertimeGraded, Started
from harness.session.standing import Standing

RETRY_SECONDS = 10.0
"""How long a file that could not be written is left alone before the next try."""

_COLUMNS = tuple(Standing.model_fields)
_COMPRESSED_FROM = 1024  # bytes; reports are nearly all of a long log, and shrink to a tenth


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

    It always opens. Where the file cannot be written, ``trouble`` says why, what is in it is read
    as far as possible, and every write raises; the next write tries anew. A damaged or foreign
    file is set aside, and ``notices`` says so.

    Args:
        file: where it is, made when missing; ``sessions.db`` in ``state_folder()`` by default.
    """

    def __init__(self, file: Path | None = None) -> None:
        self.file = file or state_folder() / "sessions.db"
        self.notices: list[str] = []
        self._lock = RLock()
        self._closed = False
        self._use(open_database(self.file))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

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

    def begin(self, started: Started, standing: Standing | None = None) -> None:
        """Store the first event of a sitting.

        Raises:
            RefusedError: another sitting that has not ended works in the same folder.
            StoreError: nothing can be written.
        """
        with self._writing():
            self.demand_free(started.folder)
            self._insert(started.session, 0, started)
            self._put(standing)

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
        self,
        session: str,
        expected_seq: int,
        event: Event,
        *,
        source: bytes | None = None,
        standing: Standing | None = None,
    ) -> None:
        """Store one more event, and with it the source it names, or nothing at all.

        Args:
            session: the sitting's id.
            expected_seq: how many events the writer knows of; the new one's place.
            event: what happened.
            source: kept under its ``source_hash``.
            standing: where the sitting stands with this event, for lists.

        Raises:
            LostRaceError: the log is not as long as the writer believes.
            StoreError: nothing can be written.
        """
        with self._writing():
            if self.count(session) != expected_seq:
                raise LostRaceError(
                    f"Sitting {session} was changed by another process; look at it and try again."
                )
            if source is not None:
                self._db.execute(
                    "INSERT OR IGNORE INTO sources VALUES (?, ?)",
                    (source_hash(source), zlib.compress(source)),
                )
            self._insert(session, expected_seq, event)
            self._put(standing)

    def take_in(
        self, events: list[Event], sources: dict[str, bytes], standing: Standing | None = None
    ) -> None:
        """Store a whole sitting at once, or nothing at all.

        Raises:
            RefusedError: the sitting is here already, or its folder has another that runs.
            StoreError: nothing can be written.
        """
        started = events[0]
        assert isinstance(started, Started)
        with self._writing():
            if self.count(started.session):
                raise RefusedError(f"The sitting {started.session} is here already.")
            if not any(isinstance(event, Finished) for event in events):
                self.demand_free(started.folder)
            for name, source in sources.items():
                self._db.execute(
                    "INSERT OR IGNORE INTO sources VALUES (?, ?)", (name, zlib.compress(source))
                )
            for seq, event in enumerate(events):
                self._insert(started.session, seq, event)
            self._put(standing)

    def count(self, session: str) -> int:
        """Return how many events a sitting has; none when it is not here."""
        with self._lock, self._explained():
            (count,) = self._db.execute(
                "SELECT count(*) FROM events WHERE session = ?", (session,)
            ).fetchone()
            return int(count)

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
            raise WrongUseError(f"There is no sitting {session!r}: `harness history` lists them.")
        return [self._read(body) for (body,) in rows]

    def source(self, wanted: str) -> bytes:
        """Return the source kept under this hash, exactly as it was submitted."""
        with self._lock, self._explained():
            row = self._db.execute("SELECT body FROM sources WHERE hash = ?", (wanted,)).fetchone()
        if row is None:
            raise StoreError(f"{self.file}: the source {wanted} is missing from it.")
        return self._inflated(row[0])

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

    def standings(
        self, *, problem: str | None = None, mode: str | None = None, since: int | None = None
    ) -> list[Standing]:
        """Return where sittings stood after their latest event, the newest first.

        Args:
            problem: only those of this one.
            mode: only those of this one.
            since: only those started then or later, in milliseconds since the Unix epoch.
        """
        wanted = {"problem = ?": problem, "mode = ?": mode, "started_at >= ?": since}
        given = {condition: value for condition, value in wanted.items() if value is not None}
        where = f"WHERE {' AND '.join(given)}" if given else ""
        with self._lock, self._explained():
            rows = self._db.execute(
                f"SELECT {', '.join(_COLUMNS)} FROM standings {where} "  # noqa: S608
                "ORDER BY started_at DESC, rowid DESC",
                tuple(given.values()),
            ).fetchall()
        return [Standing.model_construct(**dict(zip(_COLUMNS, row, strict=True))) for row in rows]

    def unlisted(self) -> list[str]:
        """Return the sittings that have no standing yet, such as those of an older version."""
        with self._lock, self._explained():
            rows = self._db.execute(
                """SELECT session FROM events WHERE kind = 'started'
                AND session NOT IN (SELECT session FROM standings)"""
            ).fetchall()
        return [session for (session,) in rows]

    def list_as(self, standing: Standing) -> None:
        """Store where a sitting stands that has no standing yet."""
        with self._writing():
            self._put(standing)

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
        text = _written(event)
        body = zlib.compress(text.encode()) if len(text) >= _COMPRESSED_FROM else text
        self._db.execute(
            "INSERT INTO events VALUES (?, ?, ?, ?, ?)", (session, seq, event.at, event.kind, body)
        )

    def _put(self, standing: Standing | None) -> None:
        if standing is not None:
            row = tuple(getattr(standing, column) for column in _COLUMNS)
            places = ", ".join("?" * len(_COLUMNS))
            self._db.execute(
                f"INSERT OR REPLACE INTO standings ({', '.join(_COLUMNS)}) VALUES ({places})",  # noqa: S608
                row,
            )

    def _read(self, body: str | bytes) -> Event:
        try:
            return EVENT.validate_json(self._inflated(body) if isinstance(body, bytes) else body)
        except ValidationError:
            raise StoreError(
                f"{self.file}: holds an event that this version of the harness cannot read; "
                "a newer one wrote it: upgrade with `pip install -U progressive-harness`."
            ) from None

    def _inflated(self, body: bytes) -> bytes:
        try:
            return zlib.decompress(body)
        except zlib.error:
            raise StoreError(f"{self.file}: a part of it is damaged.") from None

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
    def _writing(self) -> Iterator[None]:
        """One transaction that no other writer can interleave with."""
        with self._lock:
            self._mend()
            self.demand_writable()
            with self._explained():
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
            line = unwritable(self.file, error)
            if damaged(error) and not self._closed:
                self._db.close()
                self._use(renewed(self.file))
                line = self.notices[-1] if self.notices else line
            raise StoreError(line) from error


def _written(event: Event) -> str:
    """The event as JSON; a report without what is empty in it, which is most of it."""
    if isinstance(event, Graded | OvertimeGraded):
        bare = event.model_dump_json(exclude_defaults=True)
        return f'{{"kind":"{event.kind}",{bare[1:]}'
    return event.model_dump_json()
