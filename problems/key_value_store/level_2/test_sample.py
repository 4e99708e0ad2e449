"""Level 2, samples: listing fields by name and by value."""

import pytest
from solution import KeyValueStore


@pytest.mark.tags("ordering")
def test_scan_lists_the_fields_of_a_key_by_name() -> None:
    store = KeyValueStore()
    store.set("lamp", "watt", "9")
    store.set("lamp", "colour", "warm")
    store.set("fan", "watt", "40")
    assert store.scan("lamp") == [("colour", "warm"), ("watt", "9")]
    assert store.scan("heater") == []


@pytest.mark.tags("prefix", "limit")
def test_scan_takes_a_prefix_and_a_limit() -> None:
    store = KeyValueStore()
    store.set("lamp", "colour", "warm")
    store.set("lamp", "watt", "9")
    store.set("lamp", "color", "warm")
    assert store.scan("lamp", "col") == [("color", "warm"), ("colour", "warm")]
    assert store.scan("lamp", "col", 1) == [("color", "warm")]
    assert store.scan("lamp", limit=0) == []


@pytest.mark.tags("range", "boundary")
def test_scan_values_has_its_start_and_lacks_its_end() -> None:
    store = KeyValueStore()
    store.set("lamp", "watt", "9")
    store.set("fan", "watt", "40")
    assert store.scan_values("4", "9") == [("fan", "watt", "40")]
    assert store.scan_values("40") == [("fan", "watt", "40"), ("lamp", "watt", "9")]


@pytest.mark.tags("ordering")
def test_scan_values_orders_equal_values_by_key_and_field() -> None:
    store = KeyValueStore()
    store.set("lamp", "state", "on")
    store.set("lamp", "mode", "on")
    store.set("fan", "state", "on")
    assert store.scan_values() == [
        ("fan", "state", "on"),
        ("lamp", "mode", "on"),
        ("lamp", "state", "on"),
    ]
