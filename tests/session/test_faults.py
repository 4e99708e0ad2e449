"""Disks and folders that fail: a clear line, the sitting goes on, what was stored stays readable."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from harness.catalog import Catalog, Problem
from harness.errors import WrongUseError
from harness.session import MODES, Sitting, Store
from harness.session.store import StoreError, connecting, guarded
from harness.session.store.schema import MIGRATIONS
from tests.full_disk import full_disk_under
from tests.session.doubles import FakeClock, FakeJudge, passing, save

Begin = Callable[[Store], Sitting]


@pytest.fixture
def begin(problem: Problem, tmp_path: Path) -> Begin:
    """Starts a sitting in a store, with one submission."""

    def started(store: Store) -> Sitting:
        sitting = Sitting.start(
            store, problem, MODES["practice"], tmp_path / "w", clock=FakeClock()
        )
        save(sitting.folder, passing(2))
        sitting.submit(FakeJudge())
        return sitting

    return started


def test_a_file_that_another_program_holds_is_told_as_that(
    store: Store, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = begin(store)
    monkeypatch.setattr(connecting, "BUSY_SECONDS", 0.01)
    with closing(sqlite3.connect(store.file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Store(store.file) as late:
            assert late.trouble.startswith(f"{store.file}: another program has held it for")
            assert len(late.sittings()) == 1
    sitting.pause()
    sitting.demand_stored()


def test_a_full_disk_is_told_and_the_sitting_goes_on(
    store: Store, begin: Begin, catalog: Catalog
) -> None:
    sitting, judge = begin(store), FakeJudge()
    stored = store.count(sitting.id)
    save(sitting.folder, passing(3))
    with full_disk_under(store):
        sitting.submit(judge)
        sitting.pause()
        assert sitting.trouble.startswith(f"{store.file}: sittings cannot be kept there")
        with pytest.raises(StoreError, match="Not recorded"):
            sitting.demand_stored()
        assert sitting.summary().score == 100
        assert store.count(sitting.id) == stored
        sitting.settle(judge)
    assert sitting.state.paused
    assert sitting.trouble == ""
    sitting.demand_stored()
    with Store(store.file) as other:
        assert Sitting.open(other, sitting.id, catalog).state == sitting.state


def test_what_others_stored_meanwhile_comes_first(
    store: Store, begin: Begin, catalog: Catalog
) -> None:
    sitting, judge = begin(store), FakeJudge()
    save(sitting.folder, passing(3))
    with full_disk_under(store):
        sitting.submit(judge)
        sitting.pause()
    with Store(store.file) as other:
        twin = Sitting.open(other, sitting.id, catalog, clock=FakeClock())
        save(sitting.folder, passing(1))
        twin.submit(judge)
    state = sitting.state
    assert [attempt.score for attempt in state.submissions] == [50, 0, 100]
    assert state.paused
    with Store(store.file) as other:
        assert Sitting.open(other, sitting.id, catalog).state == state


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 KiB, where this user may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)]
    if (
        not shutil.which("mount")
        or subprocess.run(words, capture_output=True, check=False).returncode
    ):
        pytest.skip("this user may not mount a disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_disk_that_really_is_full(tiny_disk: Path, begin: Begin, catalog: Catalog) -> None:
    with Store(tiny_disk / "sessions.db") as store:
        sitting = begin(store)
        ballast = tiny_disk / "ballast"
        with ballast.open("wb", buffering=0) as file:
            try:
                while file.write(b"x" * 4096):
                    pass
            except OSError:
                pass
        for number in range(40):
            save(sitting.folder, os.urandom(3000).hex().encode() + b" 2 %d" % number)
            sitting.submit(FakeJudge())
        assert "sittings cannot be kept there" in sitting.trouble
        with Store(store.file) as other:
            assert other.events(sitting.id) == sitting._log.events[: other.count(sitting.id)]
        ballast.unlink()
        assert sitting.state.submissions[-1].number == 41
    with Store(tiny_disk / "sessions.db") as store:
        survived = store.count(sitting.id)
        assert survived == sitting.state.event_count or sitting.trouble


READ = """
import os, sys, urllib.parse  # paths need it, perhaps from where they may not read any more
from pathlib import Path
from harness.session.store import Store
os.setuid(65534)
store = Store(Path(sys.argv[1]))
print(store.trouble)
print(len(store.sittings()), store.count(sys.argv[2]), store.holder(sys.argv[2]))
try:
    store.list_as(None)
except Exception as error:
    print(type(error).__name__)
"""


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become somebody who may not write")
@pytest.mark.parametrize("left_open", [True, False], ids=["with a log", "merged"])
def test_a_state_folder_that_is_read_only_is_read(
    begin: Begin, tmp_path: Path, left_open: bool
) -> None:
    file = tmp_path / "state" / "sessions.db"
    store = Store(file)
    sitting = begin(store)
    if not left_open:
        store.close()
    copy = Path("/tmp") / f"harness-test-{os.getpid()}-{left_open}"  # where nobody may look
    shutil.copytree(tmp_path / "state", copy)
    copy.chmod(0o555)
    done = subprocess.run(
        [sys.executable, "-c", READ, str(copy / "sessions.db"), sitting.id],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    shutil.rmtree(copy)
    store.close()
    assert done.returncode == 0, done.stderr
    trouble, facts, refusal = done.stdout.splitlines()
    assert "sittings cannot be kept there" in trouble
    assert facts == "1 3 None"
    assert refusal == "StoreError"


def test_without_a_folder_to_write_to_a_sitting_lives_in_memory(
    tmp_path: Path, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    with Store(tmp_path / "file" / "sessions.db") as store:
        assert "HARNESS_STATE" in store.trouble
        assert store.sittings() == []
        sitting = begin(store)
        sitting.claim("the screens")
        assert sitting.summary().score == 50
        assert sitting.trouble == store.trouble
        (tmp_path / "file").unlink()  # mended
        monkeypatch.setattr(guarded, "RETRY_SECONDS", 0.0)
        store._database._retry_at = 0.0
        assert sitting.state.submissions[0].score == 50
        assert sitting.trouble == ""
        assert [entry.session for entry in store.sittings()] == [sitting.id]


def test_a_file_of_a_newer_version_is_read_and_not_written(store: Store, begin: Begin) -> None:
    sitting = begin(store)
    events = store.events(sitting.id)
    store.close()
    with closing(sqlite3.connect(store.file)) as db, db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    content = store.file.read_bytes()
    with Store(store.file) as reader:
        assert "newer version" in reader.trouble
        assert reader.events(sitting.id) == events
        with pytest.raises(StoreError, match="newer version"):
            reader.append(sitting.id, 3, events[1])
    assert store.file.read_bytes() == content


def test_a_file_of_the_first_version_is_brought_up_to_date(store: Store, begin: Begin) -> None:
    sitting = begin(store)
    events = store.events(sitting.id)
    old = store.file.with_name("old.db")
    with closing(sqlite3.connect(old)) as db, db:
        for statement in MIGRATIONS[0]:
            db.execute(statement)
        for seq, event in enumerate(events):
            row = (sitting.id, seq, event.at, event.kind, event.model_dump_json())
            db.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?)", row)
        db.execute("PRAGMA user_version = 1")
    db.close()
    with Store(old) as migrated:
        assert (migrated.trouble, migrated.notices) == ("", [])
        assert migrated.events(sitting.id) == events
        assert migrated.unlisted() == [sitting.id]


def set_aside(store: Store) -> list[Path]:
    names = [path for path in store.file.parent.iterdir() if path.name.startswith("sessions.db.")]
    return [path for path in names if path.suffix != ".lock"]


@pytest.mark.parametrize("foreign", [True, False], ids=["foreign", "garbage"])
def test_a_file_that_is_not_ours_is_set_aside(tmp_path: Path, foreign: bool, begin: Begin) -> None:
    file = tmp_path / "state" / "sessions.db"
    file.parent.mkdir()
    if foreign:
        with closing(sqlite3.connect(file)) as db, db:
            db.execute("CREATE TABLE songs (name)")
        db.close()
    else:
        file.write_bytes(b"not a database at all, but quite long enough to be one" * 100)
    content = file.read_bytes()
    with Store(file) as store:
        (aside,) = set_aside(store)
        assert aside.read_bytes() == content
        (notice,) = store.notices
        assert aside.name in notice
        assert notice.count("\n") == 0
        assert begin(store).trouble == ""
    with Store(file) as again:
        assert again.notices == []
        assert len(again.sittings()) == 1


def test_damage_in_the_middle_keeps_what_can_be_read(
    store: Store, begin: Begin, problem: Problem, catalog: Catalog, tmp_path: Path
) -> None:
    """The file is damaged while a sitting is open in it: the sitting loses nothing."""
    sitting = begin(store)
    for number in range(30):
        folder = tmp_path / f"other {number}"
        Sitting.start(store, problem, MODES["exam"], folder, clock=FakeClock())
    before = sitting.state
    store.close()
    content = store.file.read_bytes()
    size = len(content)
    starts = [found.start() for found in re.finditer(b"startedx\x9c", content)]
    with store.file.open("r+b") as file:
        file.seek(starts[len(starts) // 2] // 4096 * 4096)  # the page of a start in the middle
        file.write(b"\xff" * 4096)
    with Store(store.file) as damaged:
        for _ in range(2):  # the first look finds the damage
            try:
                listed = damaged.sittings()
            except StoreError:
                continue
        (aside,) = set_aside(damaged)
        assert aside.stat().st_size == size
        assert aside.name in damaged.notices[0]
        assert len(listed) >= 5
        for entry in listed:
            assert damaged.events(entry.session)[0] == entry.started
        survives = [entry.session for entry in listed if entry.session == sitting.id]
        for session in survives:
            assert Sitting.open(damaged, session, catalog).state.started == before.started


def test_a_sitting_outlives_the_loss_of_its_file(
    store: Store, begin: Begin, catalog: Catalog
) -> None:
    sitting = begin(store)
    store.file.write_bytes(b"")  # a disk that forgot
    for suffix in ("-wal", "-shm"):
        Path(f"{store.file}{suffix}").unlink(missing_ok=True)
    store.file.rename(store.file.with_name("gone"))
    save(sitting.folder, passing(3))
    sitting.submit(FakeJudge())
    assert sitting.trouble == ""
    assert sitting.summary().score == 100
    with Store(store.file) as other:
        assert Sitting.open(other, sitting.id, catalog).state == sitting.state


def test_a_missing_sitting_is_no_fault_of_the_disk(store: Store, catalog: Catalog) -> None:
    with pytest.raises(WrongUseError, match="'nobody'"):
        Sitting.open(store, "nobody", catalog)
