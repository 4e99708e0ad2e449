"""Level 1, samples: setting, reading and deleting fields."""

import pytest
from solution import KeyValueStore


@pytest.mark.tags("basics")
def test_a_field_that_was_set_can_be_read() -> None:
    store = KeyValueStore()
    assert store.set("ada", "role", "engineer") is None
    assert store.get("ada", "role") == "engineer"


@pytest.mark.tags("missing")
def test_what_is_absent_reads_as_none() -> None:
    store = KeyValueStore()
    store.set("ada", "role", "engineer")
    assert store.get("ada", "age") is None
    assert store.get("grace", "role") is None


@pytest.mark.tags("overwrite")
def test_setting_again_replaces_the_value() -> None:
    store = KeyValueStore()
    store.set("ada", "role", "engineer")
    store.set("ada", "role", "countess")
    assert store.get("ada", "role") == "countess"


@pytest.mark.tags("basics", "missing")
def test_a_field_can_be_deleted_once() -> None:
    store = KeyValueStore()
    store.set("ada", "role", "engineer")
    assert store.delete("ada", "role") is True
    assert store.get("ada", "role") is None
    assert store.delete("ada", "role") is False


@pytest.mark.tags("empty")
def test_an_empty_value_is_a_value() -> None:
    store = KeyValueStore()
    store.set("ada", "nickname", "")
    assert store.get("ada", "nickname") == ""
