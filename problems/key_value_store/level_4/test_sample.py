"""Level 4, samples: backups, restores and compaction."""

import pytest
from solution import KeyValueStore


@pytest.mark.tags("snapshot", "rollback")
def test_restore_brings_back_what_was_saved_and_nothing_else() -> None:
    store = KeyValueStore()
    store.set_at(0, "cart", "owner", "kim")
    assert store.backup(10) == 1
    store.set_at(11, "cart", "owner", "lee")
    store.set_at(12, "cart", "item", "tea")
    assert store.restore(20, 10) is True
    assert store.scan("cart") == [("owner", "kim")]


@pytest.mark.tags("rollback", "expiry", "boundary")
def test_time_left_continues_from_the_restore() -> None:
    store = KeyValueStore()
    store.set_at(0, "cart", "item", "tea", 50)
    assert store.backup(20) == 1
    assert store.restore(100, 20) is True
    assert store.get_at(129, "cart", "item") == "tea"
    assert store.get_at(130, "cart", "item") is None


@pytest.mark.tags("rollback", "missing")
def test_restore_takes_the_last_backup_at_or_before_the_moment() -> None:
    store = KeyValueStore()
    store.set_at(0, "cart", "item", "tea")
    store.backup(10)
    store.set_at(15, "cart", "item", "milk")
    store.backup(20)
    assert store.restore(30, 9) is False
    assert store.restore(30, 19) is True
    assert store.get("cart", "item") == "tea"
    assert store.restore(30, 25) is True
    assert store.get("cart", "item") == "milk"


@pytest.mark.tags("compaction", "rollback")
def test_compact_keeps_the_backup_that_oldest_needs() -> None:
    store = KeyValueStore()
    for timestamp, value in [(10, "tea"), (20, "milk"), (30, "rice")]:
        store.set_at(timestamp, "cart", "item", value)
        store.backup(timestamp)
    assert store.compact(40, 25) == 1
    assert store.restore(41, 19) is False
    assert store.restore(41, 25) is True
    assert store.get("cart", "item") == "milk"


@pytest.mark.tags("compaction")
def test_compact_drops_hidden_and_repeated_backups() -> None:
    store = KeyValueStore()
    store.backup(10)
    store.set_at(10, "cart", "item", "tea")
    store.backup(10)
    store.backup(20)
    assert store.compact(30, 0) == 2
    assert store.restore(31, 20) is True
    assert store.get("cart", "item") == "tea"
