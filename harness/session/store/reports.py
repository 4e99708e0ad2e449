"""How reports are kept: what the tests of a level said is kept once, however often they say it.

Most of a report was said by an earlier one: the levels already passed, the failures not yet
mended. So a report is taken apart into its outcome, which stays in its event; its *findings*, a
text for each level, kept under its hash; and the times its tests took, which never repeat.
"""

import json
import sqlite3
import zlib
from collections.abc import Mapping
from functools import partial
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from harness.grading.report import Report, TestResult
from harness.session.events import Event, Graded, Judged, OvertimeGraded
from harness.session.store.guarded import StoreError

HASH_BYTES = 16
_TIMES = {"cpu_seconds", "wall_seconds"}
_TESTS = TypeAdapter(tuple[TestResult, ...])
_LOST = "The file of sittings was damaged: what the tests of this submission said is lost."


def put_tests(db: sqlite3.Connection, session: str, seq: int, report: Report) -> None:
    """Keep the tests of the report in the event at this place of a log."""
    if not report.tests:
        return
    hashes = []
    for _, tests in groupby(report.tests, key=lambda test: test.level):
        text = _TESTS.dump_json(
            tuple(tests),
            exclude_defaults=True,
            exclude={"__all__": _TIMES},
        )
        hashes.append(sha256(text).digest()[:HASH_BYTES])
        if _said(db, hashes[-1]) is None:
            db.execute("INSERT INTO findings VALUES (?, ?)", (hashes[-1], zlib.compress(text)))
    times = [[test.cpu_seconds, test.wall_seconds] for test in report.tests]
    columns = json.dumps(list(zip(*times, strict=True)), separators=(",", ":"))
    db.execute(
        "INSERT OR REPLACE INTO reports VALUES (?, ?, ?, ?)",
        (session, seq, b"".join(hashes), zlib.compress(columns.encode())),
    )


def with_tests(
    db: sqlite3.Connection, session: str, after: int, events: list[Event], file: Path
) -> list[Event]:
    """Give the reports in these events their tests, to be read when somebody asks for them.

    Args:
        db: where they are.
        session: whose events.
        after: the place of the first event in its log.
        events: with reports as their events keep them; whole ones, as the first versions of the
            file kept them, stay as they are.
        file: named in what is raised.
    """
    if not any(isinstance(event, Graded | OvertimeGraded) for event in events):
        return events
    rows = db.execute(
        "SELECT seq, findings, times FROM reports WHERE session = ? AND seq >= ?", (session, after)
    ).fetchall()
    kept = {seq: (_hashes(findings), times) for seq, findings, times in rows}
    wanted = {name for names, _ in kept.values() for name in names}
    said = {name: body for name in wanted if (body := _said(db, name)) is not None}
    return [
        _with_its_tests(event, kept.get(seq), said, file)
        if isinstance(event, Graded | OvertimeGraded)
        else event
        for seq, event in enumerate(events, start=after)
    ]


def _with_its_tests(
    event: Graded | OvertimeGraded,
    kept: tuple[list[bytes], bytes] | None,
    said: Mapping[bytes, bytes],
    file: Path,
) -> Event:
    outcome = event.report.report
    if outcome.tests or not event.report.test_count:
        return event
    if kept is None or not said.keys() >= set(kept[0]):
        judged = Judged(outcome.model_copy(update={"message": outcome.message or _LOST}))
    else:
        names, times = kept
        judged = Judged(outcome, partial(_read, [said[name] for name in names], times, file))
    return event.model_copy(update={"report": judged})


def _read(findings: list[bytes], times: bytes, file: Path) -> tuple[TestResult, ...]:
    try:
        said = [test for each in findings for test in _TESTS.validate_json(zlib.decompress(each))]
        cpu, wall = json.loads(zlib.decompress(times))
        return tuple(
            test.model_copy(update={"cpu_seconds": cpu_seconds, "wall_seconds": wall_seconds})
            for test, cpu_seconds, wall_seconds in zip(said, cpu, wall, strict=True)
        )
    except (zlib.error, ValidationError, ValueError):
        raise StoreError(f"{file}: a part of it is damaged.") from None


def _hashes(joined: bytes) -> list[bytes]:
    return [joined[at : at + HASH_BYTES] for at in range(0, len(joined), HASH_BYTES)]


def _said(db: sqlite3.Connection, name: bytes) -> bytes | None:
    row = db.execute("SELECT body FROM findings WHERE hash = ?", (name,)).fetchone()
    return row[0] if row else None
