"""Store: one SQLite file that holds every sitting's log and every source submitted.

Append-only. An event is on the disk before anyone is told that it happened.
"""

import os
import sqlite3
import zlib
from hashlib import sha256
from pathlib import Path

from platformdirs import user_state_path

from harness.closing import Closing
from harness.errors import RefusedError, WrongUseError
from harness.session.events import Event, Finished, Graded, OvertimeGraded, Started
from harness.session.store.guarded import GuardedDatabase, StoreError
from harness.session.store.reports import put_tests, with_tests
from harness.session.store.rows import Entry, Holder, event_body, inflated, read_event
from harness.session.summary import Standing

_COLUMNS = tuple(Standing.model_fields)


class LostRaceError(StoreError):
    """Another process wrote to the same sitting first; nothing was stored."""


def state_folder() -> Path:
    """Where sittings are kept: ``$HARNESS_STATE``, or where the platform keeps such files."""
    named = os.environ.get("HARNESS_STATE")
    return Path(named).expanduser() if named else user_state_path("progressive-harness")


def source_hash(source: bytes) -> str:
    """The name under which a source is kept."""
    return sha256(source).hexdigest()


class Store(Closing):
    """The file of sittings; safe to share between threads, and between processes by path.

    It always opens. Where the file cannot be written, ``trouble`` says why, what is in it is read
    as far as possible, and every write raises; the next write tries anew. A damaged or foreign
    file is set aside, and ``notices`` says so.

    Args:
        file: where it is, made when missing; ``sessions.db`` in ``state_folder()`` by default.
    """

    def __init__(self, file: Path | None = None) -> None:
        self.file = file or state_folder() / "sessions.db"
        self._database = GuardedDatabase(self.file)

    @property
    def notices(self) -> list[str]:
        """What was done about a file that could not be used, a line each."""
        return self._database.notices

    @property
    def trouble(self) -> str:
        """Why nothing can be written, in one line; empty when all is well."""
        return self._database.trouble

    def demand_writable(self) -> None:
        """Check that what is done now can be kept.

        Raises:
            StoreError: it cannot.
        """
        self._database.demand_writable()

    def close(self) -> None:
        """Let the file go."""
        self._database.close()

    def begin(self, started: Started, standing: Standing | None = None) -> None:
        """Store the first event of a sitting.

        Raises:
            RefusedError: another sitting that has not ended works in the same folder.
            StoreError: nothing can be written.
        """
        with self._database.writing() as db:
            self.demand_free(started.folder)
            _insert(db, started.session, 0, started)
            _put(db, standing)

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
        with self._database.writing() as db:
            if self.count(session) != expected_seq:
                raise LostRaceError(
                    f"Sitting {session} was changed by another process; look at it and try again."
                )
            if source is not None:
                db.execute(
                    "INSERT OR IGNORE INTO sources VALUES (?, ?)",
                    (source_hash(source), zlib.compress(source)),
                )
            _insert(db, session, expected_seq, event)
            _put(db, standing)

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
        with self._database.writing() as db:
            if self.count(started.session):
                raise RefusedError(f"The sitting {started.session} is here already.")
            if not any(isinstance(event, Finished) for event in events):
                self.demand_free(started.folder)
            for name, source in sources.items():
                db.execute(
                    "INSERT OR IGNORE INTO sources VALUES (?, ?)", (name, zlib.compress(source))
                )
            for seq, event in enumerate(events):
                _insert(db, started.session, seq, event)
            _put(db, standing)

    def count(self, session: str) -> int:
        """Return how many events a sitting has; none when it is not here."""
        with self._database.reading() as db:
            (count,) = db.execute(
                "SELECT count(*) FROM events WHERE session = ?", (session,)
            ).fetchone()
            return int(count)

    def events(self, session: str, *, after: int = 0) -> list[Event]:
        """Return a sitting's events in order, without the first ``after``.

        Raises:
            WrongUseError: there is no such sitting.
        """
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT body FROM events WHERE session = ? AND seq >= ? ORDER BY seq",
                (session, after),
            ).fetchall()
            events = [read_event(body, self.file) for (body,) in rows]
            events = with_tests(db, session, after, events, self.file)
        if not events and not after:
            raise WrongUseError(f"There is no sitting {session!r}: `harness history` lists them.")
        return events

    def source(self, wanted: str) -> bytes:
        """Return the source kept under this hash, exactly as it was submitted.

        Raises:
            StoreError: it is missing or damaged, or the file cannot be read.
        """
        with self._database.reading() as db:
            row = db.execute("SELECT body FROM sources WHERE hash = ?", (wanted,)).fetchone()
        if row is None:
            raise StoreError(f"{self.file}: the source {wanted} is missing from it.")
        return inflated(row[0], self.file)

    def sittings(self) -> list[Entry]:
        """Return all sittings, the newest first."""
        with self._database.reading() as db:
            rows = db.execute(
                """SELECT started.body, finished.body FROM events AS started
                LEFT JOIN events AS finished
                ON finished.session = started.session AND finished.kind = 'finished'
                WHERE started.kind = 'started' ORDER BY started.at DESC, started.rowid DESC"""
            ).fetchall()
        entries = []
        for started_body, finished_body in rows:
            started = read_event(started_body, self.file)
            finished = read_event(finished_body, self.file) if finished_body else None
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
        with self._database.reading() as db:
            rows = db.execute(
                f"SELECT {', '.join(_COLUMNS)} FROM standings {where} "  # noqa: S608
                "ORDER BY started_at DESC, rowid DESC",
                tuple(given.values()),
            ).fetchall()
        return [Standing.model_construct(**dict(zip(_COLUMNS, row, strict=True))) for row in rows]

    def unlisted(self) -> list[str]:
        """Return the sittings that have no standing yet, such as those of an older version."""
        with self._database.reading() as db:
            rows = db.execute(
                """SELECT session FROM events WHERE kind = 'started'
                AND session NOT IN (SELECT session FROM standings)"""
            ).fetchall()
        return [session for (session,) in rows]

    def list_as(self, standing: Standing) -> None:
        """Store where a sitting stands that has no standing yet."""
        with self._database.writing() as db:
            _put(db, standing)

    def holder(self, session: str) -> Holder | None:
        """Return the window that claimed a sitting last, dead or alive."""
        with self._database.reading() as db:
            row = db.execute(
                "SELECT token, who, pid, since FROM claims WHERE session = ?", (session,)
            ).fetchone()
        return Holder(*row) if row else None

    def hand_over(self, session: str, current: Holder | None, successor: Holder | None) -> bool:
        """Give a claim from one window to another; False if somebody else has it by now."""
        with self._database.writing() as db:
            if self.holder(session) != current:
                return False
            db.execute("DELETE FROM claims WHERE session = ?", (session,))
            if successor is not None:
                row = (successor.token, successor.who, successor.pid, successor.since)
                db.execute("INSERT INTO claims VALUES (?, ?, ?, ?, ?)", (session, *row))
            return True


def _insert(db: sqlite3.Connection, session: str, seq: int, event: Event) -> None:
    db.execute(
        "INSERT INTO events VALUES (?, ?, ?, ?, ?)",
        (session, seq, event.at, event.kind, event_body(event)),
    )
    if isinstance(event, Graded | OvertimeGraded):
        put_tests(db, session, seq, event.report.report)


def _put(db: sqlite3.Connection, standing: Standing | None) -> None:
    if standing is not None:
        row = tuple(getattr(standing, column) for column in _COLUMNS)
        places = ", ".join("?" * len(_COLUMNS))
        db.execute(
            f"INSERT OR REPLACE INTO standings ({', '.join(_COLUMNS)}) VALUES ({places})",  # noqa: S608
            row,
        )
