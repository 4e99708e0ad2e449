from pathlib import Path

import pytest

from harness.errors import WrongUseError
from harness.session import Store, find_session, running
from harness.session.events import Finished
from tests.session.doubles import MINUTE, NOON, reading, started

LATE = NOON + 90 * MINUTE


def begin(store: Store, session: str, folder: Path, *, at: int = NOON, over: bool = False) -> None:
    first = started(folder=str(folder), at=at).model_copy(update={"session": session})
    store.begin(first)
    if over:
        store.append(session, 1, Finished(at=at, reason="finished"))


def test_the_sitting_of_the_folder_or_its_nearest_parent_is_meant(
    store: Store, tmp_path: Path
) -> None:
    begin(store, "outer", tmp_path)
    begin(store, "inner", tmp_path / "a")
    assert find_session(store, tmp_path / "a" / "level_1", reading(NOON)) == "inner"
    assert find_session(store, tmp_path / "b", reading(NOON)) == "outer"


def test_the_open_sitting_of_a_folder_comes_before_newer_ones_that_are_over(
    store: Store, tmp_path: Path
) -> None:
    begin(store, "first", tmp_path, over=True)
    begin(store, "second", tmp_path, at=NOON + 1, over=True)
    assert find_session(store, tmp_path, reading(NOON)) == "second"
    begin(store, "open", tmp_path, at=NOON - 1)
    assert find_session(store, tmp_path, reading(NOON)) == "open"


def test_elsewhere_the_only_running_one_is_meant(store: Store, tmp_path: Path) -> None:
    with pytest.raises(WrongUseError, match="No sitting is running"):
        find_session(store, tmp_path, reading(NOON))
    begin(store, "over", tmp_path / "a", over=True)
    begin(store, "one", tmp_path / "b", at=NOON)
    assert find_session(store, tmp_path, reading(NOON)) == "one"
    begin(store, "two", tmp_path / "c", at=NOON + 30 * MINUTE)
    with pytest.raises(WrongUseError, match="2 sittings are running: choose by `--dir`"):
        find_session(store, tmp_path, reading(NOON + 30 * MINUTE))
    assert find_session(store, tmp_path, reading(LATE)) == "two"  # the time of the other is up


def test_a_folder_that_was_named_is_the_only_place_looked_in(store: Store, tmp_path: Path) -> None:
    begin(store, "one", tmp_path)
    with pytest.raises(WrongUseError, match="no sitting works in this folder"):
        find_session(store, tmp_path / "a", reading(NOON), exact=True)
    assert find_session(store, tmp_path, reading(NOON), exact=True) == "one"


def test_running_leaves_out_those_whose_time_is_up(store: Store) -> None:
    begin(store, "one", Path("/a"))
    begin(store, "two", Path("/b"), at=NOON + 1)
    begin(store, "over", Path("/c"), over=True)
    assert [state.started.session for state in running(store, reading(NOON))] == ["two", "one"]
    assert [state.started.session for state in running(store, reading(LATE))] == ["two"]
