"""Every sitting in a line: what it says, however the file that it is read from fares."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import pytest

from harness.catalog import Problem
from harness.session import MODES, Phase, Sitting, Store, history
from harness.session.events import Event, Finished, fold
from harness.session.store import StoreError
from harness.session.store.schema import MIGRATIONS
from harness.session.summary import Standing, standing
from tests.session.doubles import NOON, judge_for, started


def begun(session: str, at: int, problem: str = "counter") -> list[Event]:
    """A sitting that ended, as a file of an older version holds it: without a row of its own."""
    changes = {"session": session, "problem": problem, "folder": f"/{session}"}
    start = started(at=at).model_copy(update=changes)
    return [start, Finished(at=at, reason="finished")]


def refuse(*_: object) -> NoReturn:
    raise StoreError("no room is left")


def test_what_cannot_be_written_is_listed_all_the_same(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.take_in(old := begun("old", NOON), {}, standing(fold(old)))
    store.take_in(begun("new", NOON + 2, "ledger"), {})
    store.take_in(begun("middle", NOON + 1), {})
    monkeypatch.setattr(Store, "list_as", refuse)
    for wanted, listed in (
        ({}, ["new", "middle", "old"]),
        ({"problem": "counter"}, ["middle", "old"]),
        ({"problem": "ledger", "mode": "exam"}, ["new"]),
        ({"mode": "drill"}, []),
        ({"since": NOON + 1}, ["new", "middle"]),
    ):
        found = history(store, NOON + 3, **wanted)
        assert [row.session for row in found] == listed
        assert all(row.phase is Phase.FINISHED for row in found)


def waiting(store: Store) -> int:
    (row,) = history(store, NOON)
    return row.waiting


def test_a_row_says_how_many_wait_for_a_verdict(
    store: Store, problem: Problem, tmp_path: Path
) -> None:
    sitting = Sitting.start(store, problem, MODES["exam"], tmp_path / "work")
    assert waiting(store) == 0
    with pytest.raises(StoreError):
        sitting.submit(refuse)
    assert waiting(store) == 1
    sitting.settle(judge_for(problem))
    assert waiting(store) == 0


def test_rows_of_the_version_before_are_folded_anew(store: Store, tmp_path: Path) -> None:
    log = begun("s", NOON)
    old = tmp_path / "old.db"
    with closing(sqlite3.connect(old)) as db, db:
        for statement in [line for migration in MIGRATIONS[:3] for line in migration]:
            db.execute(statement)
        for seq, event in enumerate(log):
            row = ("s", seq, event.at, event.kind, event.model_dump_json())
            db.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?)", row)
        stale = standing(fold(log)).model_dump(exclude={"waiting"}) | {"score": 7}
        places = ", ".join("?" * len(stale))
        db.execute(
            f"INSERT INTO standings ({', '.join(stale)}) VALUES ({places})", tuple(stale.values())
        )
        db.execute("PRAGMA user_version = 3")
    db.close()
    with Store(old) as migrated:
        (listed,) = history(migrated, NOON)
    shown = {name: getattr(listed, name) for name in Standing.model_fields}
    assert shown == standing(fold(log)).model_dump()
