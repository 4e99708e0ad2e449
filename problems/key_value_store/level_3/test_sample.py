"""Level 3, samples: fields that live for a while."""

import pytest
from solution import KeyValueStore


@pytest.mark.tags("expiry", "boundary")
def test_a_field_lives_until_before_its_ttl_has_passed() -> None:
    store = KeyValueStore()
    assert store.set_at(10, "door", "code", "4711", 5) is None
    assert store.get_at(10, "door", "code") == "4711"
    assert store.get_at(14, "door", "code") == "4711"
    assert store.get_at(15, "door", "code") is None


@pytest.mark.tags("expiry", "missing")
def test_deleting_a_field_that_is_gone_is_refused() -> None:
    store = KeyValueStore()
    store.set_at(10, "door", "code", "4711", 5)
    store.set_at(10, "door", "name", "north", 5)
    assert store.delete_at(14, "door", "name") is True
    assert store.delete_at(16, "door", "code") is False


@pytest.mark.tags("expiry", "ordering")
def test_scans_leave_out_what_is_gone() -> None:
    store = KeyValueStore()
    store.set_at(10, "door", "code", "4711", 5)
    store.set_at(10, "door", "name", "north")
    assert store.scan_at(14, "door") == [("code", "4711"), ("name", "north")]
    assert store.scan_at(15, "door") == [("name", "north")]
    assert store.scan_values_at(15) == [("door", "name", "north")]


@pytest.mark.tags("expiry", "overwrite")
def test_overwriting_replaces_the_lifetime_too() -> None:
    store = KeyValueStore()
    store.set_at(20, "door", "code", "1234", 100)
    store.set_at(30, "door", "code", "9876", 10)
    assert store.get_at(39, "door", "code") == "9876"
    store.set_at(39, "door", "code", "0000")
    assert store.get_at(1000, "door", "code") == "0000"


@pytest.mark.tags("expiry", "clock")
def test_plain_methods_happen_at_the_latest_time() -> None:
    store = KeyValueStore()
    store.set_at(0, "door", "code", "4711", 5)
    assert store.get("door", "code") == "4711"
    assert store.get_at(7, "gate", "code") is None
    assert store.get("door", "code") is None
    assert store.scan("door") == []
