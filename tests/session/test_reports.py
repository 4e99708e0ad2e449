"""Reports in the file of sittings: kept once however often they say the same, and whole."""

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness.grading.report import Comparison, Exchange, Report, TestResult
from harness.session.events import Event, Graded, Submitted, fold
from harness.session.store import Store, StoreError, source_hash
from harness.session.store.schema import MIGRATIONS
from harness.session.summary import score
from harness.verdict import Verdict
from tests.session.doubles import NOON, passing, report_of, started

SECONDS = st.floats(0, 1e6)
TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
RESULTS = st.builds(
    TestResult,
    id=TEXT,
    level=st.integers(1, 3),
    kind=st.sampled_from(["sample", "hidden"]),
    tags=st.lists(TEXT, max_size=2).map(tuple),
    verdict=st.sampled_from(list(Verdict)),
    message=TEXT,
    line=st.none() | st.integers(1, 9),
    conversation=st.lists(st.builds(Exchange, call=TEXT, came=TEXT), max_size=2).map(tuple),
    omitted=st.integers(0, 3),
    comparison=st.none() | st.builds(Comparison, came=TEXT, expected=TEXT),
    output=TEXT,
    cpu_seconds=SECONDS,
    wall_seconds=SECONDS,
)


def graded(number: int, report: Report) -> Graded:
    return Graded(at=NOON, number=number, report=report)


def log_of(*reports: Report) -> list[Event]:
    """A sitting in which each of these was the verdict on a submission of level 1."""
    log: list[Event] = [started()]
    for number, report in enumerate(reports, start=1):
        log += [
            Submitted(at=NOON, number=number, level=1, source_hash=source_hash(b"")),
            graded(number, report),
        ]
    return log


def ask(file: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as db, db:
        rows = db.execute(question).fetchall()
    db.close()
    return rows


@settings(max_examples=60)
@given(st.lists(RESULTS, max_size=8))
def test_a_report_comes_back_as_it_was(tests: list[TestResult]) -> None:
    """Whatever its tests say, in whatever order; a report's levels count its tests."""
    report = report_of(passing(2), 1)
    level = report.levels[0].model_copy(update={"total": len(tests)})
    report = report.model_copy(update={"tests": tuple(tests), "levels": (level,)})
    with TemporaryDirectory() as top, Store(Path(top) / "a.db") as store:
        store.take_in(log_of(report), {})
        event = store.events("s")[2]
    assert isinstance(event, Graded)
    assert event.report.report.model_dump_json() == report.model_dump_json()


def test_what_was_said_before_takes_no_more_room(store: Store) -> None:
    report = report_of(passing(2), 1)
    slower = tuple(test.model_copy(update={"cpu_seconds": 0.25}) for test in report.tests)
    again = report.model_copy(update={"tests": slower})
    store.take_in(log_of(report, again, report_of(passing(1), 1)), {})
    assert ask(store.file, "SELECT count(*) FROM findings") == [(2,)]
    reports = [attempt.report for attempt in fold(store.events("s")).submissions]
    assert reports == [report, again, report_of(passing(1), 1)]


def test_the_outcome_needs_no_tests(store: Store) -> None:
    """What counts is read without the part of the file that tells of the tests, and told apart."""
    store.take_in(log_of(report_of(passing(2), 1)), {})
    with closing(sqlite3.connect(store.file)) as db, db:
        db.execute("UPDATE findings SET body = ?", (b"not compressed",))
    db.close()
    (attempt,) = fold(store.events("s")).submissions
    assert (attempt.score, attempt.levels_passed) == (50, 0)
    with pytest.raises(StoreError, match="a part of it is damaged"):
        _ = attempt.report


@pytest.mark.parametrize("table", ["findings", "reports"])
def test_a_score_outlives_the_loss_of_what_the_tests_said(store: Store, table: str) -> None:
    store.take_in(log_of(report_of(passing(2), 1)), {})
    with closing(sqlite3.connect(store.file)) as db, db:
        db.execute(f"DELETE FROM {table}")
    db.close()
    state = fold(store.events("s"))
    assert score(state) == 50
    report = state.submissions[0].report
    assert report is not None
    assert report.tests == ()
    assert "is lost" in report.message


def test_reports_of_the_version_before_are_read_whole(store: Store) -> None:
    """In a file of schema 2 a report is in its event, tests and all."""
    log = log_of(report_of(passing(2), 1), report_of(passing(3), 1))
    old = store.file.with_name("old.db")
    with closing(sqlite3.connect(old)) as db, db:
        for statement in [line for migration in MIGRATIONS[:2] for line in migration]:
            db.execute(statement)
        for seq, event in enumerate(log):
            body = zlib.compress(event.model_dump_json().encode())
            row = ("s", seq, event.at, event.kind, body)
            db.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?)", row)
        db.execute("PRAGMA user_version = 2")
    db.close()
    with Store(old) as migrated:
        assert (migrated.trouble, migrated.notices) == ("", [])
        assert migrated.events("s") == log
        submitted = Submitted(at=NOON, number=3, level=2, source_hash=source_hash(b""))
        verdict = graded(3, report_of(passing(3, 3), 2))
        for event in (submitted, verdict):
            migrated.append("s", migrated.count("s"), event)
        assert migrated.events("s") == [*log, submitted, verdict]
    assert ask(old, "SELECT count(*) FROM reports") == [(1,)]
