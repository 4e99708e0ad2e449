import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from harness.errors import RefusedError, WrongUseError
from harness.session.events import MODES, Event, Finished, Paused, Resumed, Started, Submitted
from harness.session.store import LostRaceError, Store, StoreError, source_hash
from harness.session.store.store import state_folder
from tests.session.doubles import NOON, started

FINISHED = Finished(at=NOON, reason="finished")


def start_of(session: str, *, folder: str = "/work", at: int = NOON) -> Started:
    return started(MODES["practice"], folder=folder, at=at).model_copy(update={"session": session})


def submission(number: int, source: bytes) -> Submitted:
    return Submitted(at=NOON, number=number, level=1, source_hash=source_hash(source))


def test_a_log_comes_back_as_it_was_written(store: Store) -> None:
    log: list[Event] = [start_of("a"), Paused(at=NOON), Resumed(at=NOON + 1)]
    store.begin(start_of("a"))
    store.append("a", 1, log[1])
    store.append("a", 2, log[2])
    assert store.events("a") == log
    assert store.events("a", after=2) == log[2:]
    assert store.events("a", after=3) == []


def test_what_was_written_is_there_for_another_process(store: Store) -> None:
    store.begin(start_of("a"))
    with Store(store.file) as other:
        assert other.events("a") == [start_of("a")]


def test_a_sitting_that_is_not_there_is_named(store: Store) -> None:
    with pytest.raises(WrongUseError, match="'nobody'"):
        store.events("nobody")


def test_the_writer_that_lost_the_race_stores_nothing(store: Store) -> None:
    store.begin(start_of("a"))
    store.append("a", 1, Paused(at=NOON))
    with pytest.raises(LostRaceError, match="another process"):
        store.append("a", 1, submission(1, b"late"), source=b"late")
    assert len(store.events("a")) == 2
    with pytest.raises(StoreError):
        store.source(source_hash(b"late"))


@pytest.mark.parametrize("source", [b"", b"\x00\xff\r\n", b"x = 1\n" * 100_000])
def test_a_source_comes_back_to_the_byte(store: Store, source: bytes) -> None:
    store.begin(start_of("a"))
    store.append("a", 1, submission(1, source), source=source)
    store.append("a", 2, submission(2, source), source=source)
    assert store.source(source_hash(source)) == source


def test_a_folder_has_at_most_one_sitting_that_has_not_ended(store: Store) -> None:
    store.begin(start_of("a"))
    with pytest.raises(RefusedError, match="/work: a sitting of counter"):
        store.begin(start_of("b"))
    store.begin(start_of("c", folder="/elsewhere"))
    store.append("a", 1, FINISHED)
    store.begin(start_of("d"))
    assert {entry.session for entry in store.sittings()} == {"a", "c", "d"}


def test_sittings_are_listed_newest_first_with_their_end(store: Store) -> None:
    for session, at in (("old", NOON), ("new", NOON + 2), ("middle", NOON + 1)):
        store.begin(start_of(session, folder=f"/{session}", at=at))
    store.append("old", 1, FINISHED)
    listed = store.sittings()
    assert [entry.session for entry in listed] == ["new", "middle", "old"]
    assert [entry.finished for entry in listed] == [None, None, FINISHED]
    assert listed[0].folder == Path("/new")


def append_many(store: Store, count: int) -> None:
    """Append pauses and resumes, each time at the place the log has just then."""
    done = 0
    while done < count:
        seen = len(store.events("a"))
        event = Paused(at=NOON) if seen % 2 else Resumed(at=NOON)
        try:
            store.append("a", seen, event)
        except LostRaceError:
            continue
        done += 1


@pytest.mark.parametrize("shared", [True, False], ids=["one store", "a store each"])
def test_threads_that_append_at_once_lose_nothing(store: Store, shared: bool) -> None:
    store.begin(start_of("a"))
    stores = [store] * 4 if shared else [Store(store.file) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda one: append_many(one, 10), stores))
    for one in stores:
        one.close()
    with Store(store.file) as fresh:
        kinds = [event.kind for event in fresh.events("a")]
    assert kinds == ["started", *["paused", "resumed"] * 20]


WRITER = """
import sys
from pathlib import Path
from harness.session.store import Store
from tests.session.test_store import append_many
with Store(Path(sys.argv[1])) as store:
    append_many(store, 10)
"""


def test_processes_that_append_at_once_lose_nothing(store: Store) -> None:
    store.begin(start_of("a"))
    root = Path(__file__).parents[2]
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(store.file)], cwd=root)
        for _ in range(2)
    ]
    append_many(store, 10)
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0]
    assert len(store.events("a")) == 31


def test_a_store_may_be_made_by_many_at_once(tmp_path: Path) -> None:
    def make(number: int) -> int:
        with Store(tmp_path / "s.db") as store:
            store.begin(start_of(str(number), folder=f"/{number}"))
            return len(store.sittings())

    with ThreadPoolExecutor(8) as pool:
        assert max(pool.map(make, range(24))) == 24


def test_an_event_of_a_newer_version_is_told(store: Store) -> None:
    store.begin(start_of("a"))
    db = sqlite3.connect(store.file)
    db.execute('UPDATE events SET body = \'{"kind": "levitated"}\'')
    db.commit()
    db.close()
    with pytest.raises(StoreError, match="newer one wrote it"):
        store.events("a")


def test_the_state_folder_is_the_one_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HARNESS_STATE", "/here")
    assert state_folder() == Path("/here")
    monkeypatch.delenv("HARNESS_STATE")
    assert "progressive-harness" in str(state_folder())
