"""Level 2, scored: listing fields by name and by value."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from solution import KeyValueStore

model_settings = settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.tags("ordering")
def test_scan_orders_by_field_name_not_by_insertion_or_value() -> None:
    store = KeyValueStore()
    store.set("song", "year", "1")
    store.set("song", "artist", "3")
    store.set("song", "key", "2")
    assert store.scan("song") == [("artist", "3"), ("key", "2"), ("year", "1")]


@pytest.mark.tags("ordering")
def test_scan_compares_names_by_code_point() -> None:
    store = KeyValueStore()
    for name in ["é", "b", "a1", "a", "Z", "9", "10", "_", ""]:
        store.set("song", name, "x")
    assert store.scan("song") == [
        ("", "x"),
        ("10", "x"),
        ("9", "x"),
        ("Z", "x"),
        ("_", "x"),
        ("a", "x"),
        ("a1", "x"),
        ("b", "x"),
        ("é", "x"),
    ]


@pytest.mark.tags("isolation")
def test_scan_lists_one_key_only() -> None:
    store = KeyValueStore()
    store.set("song", "year", "1999")
    store.set("son", "year", "2010")
    store.set("songs", "year", "2020")
    assert store.scan("song") == [("year", "1999")]


@pytest.mark.tags("missing")
def test_scan_of_an_absent_key_is_empty() -> None:
    store = KeyValueStore()
    assert store.scan("song") == []
    store.set("song", "year", "1999")
    assert store.scan("film") == []
    assert store.scan("film", "y", 3) == []


@pytest.mark.tags("missing")
def test_scan_of_a_key_without_fields_left_is_empty() -> None:
    store = KeyValueStore()
    store.set("song", "year", "1999")
    assert store.delete("song", "year") is True
    assert store.scan("song") == []


@pytest.mark.tags("empty")
def test_scan_lists_empty_values_and_the_empty_key() -> None:
    store = KeyValueStore()
    store.set("", "title", "")
    store.set("", "", "blank")
    assert store.scan("") == [("", "blank"), ("title", "")]


@pytest.mark.tags("prefix")
def test_scan_keeps_names_that_start_with_the_prefix() -> None:
    store = KeyValueStore()
    for name in ["track2", "track", "Track9", "tracklist", "trac", "soundtrack", "track10"]:
        store.set("album", name, "x")
    assert store.scan("album", "track") == [
        ("track", "x"),
        ("track10", "x"),
        ("track2", "x"),
        ("tracklist", "x"),
    ]
    assert store.scan("album", "tracklists") == []


@pytest.mark.tags("prefix")
def test_scan_with_the_empty_prefix_matches_every_field() -> None:
    store = KeyValueStore()
    store.set("album", "label", "blue")
    store.set("album", "", "none")
    assert store.scan("album", "") == [("", "none"), ("label", "blue")]


@pytest.mark.tags("prefix")
def test_scan_prefix_is_plain_text() -> None:
    store = KeyValueStore()
    store.set("album", "a.b", "1")
    store.set("album", "axb", "2")
    store.set("album", "*", "3")
    store.set("album", "^a", "4")
    store.set("album", "%d", "5")
    assert store.scan("album", "a.") == [("a.b", "1")]
    assert store.scan("album", "*") == [("*", "3")]
    assert store.scan("album", "^") == [("^a", "4")]
    assert store.scan("album", "%") == [("%d", "5")]
    assert store.scan("album", ".") == []
    assert store.scan("album", "[") == []


@pytest.mark.tags("prefix")
def test_scan_prefix_is_not_compared_with_values() -> None:
    store = KeyValueStore()
    store.set("album", "label", "blue")
    store.set("album", "blur", "no")
    assert store.scan("album", "blu") == [("blur", "no")]


@pytest.mark.tags("limit", "ordering")
def test_scan_limit_keeps_the_first_matches_in_order() -> None:
    store = KeyValueStore()
    for name in ["s3", "s1", "a", "s2", "b"]:
        store.set("album", name, "x")
    assert store.scan("album", "s", 1) == [("s1", "x")]
    assert store.scan("album", "s", 2) == [("s1", "x"), ("s2", "x")]
    assert store.scan("album", "", 2) == [("a", "x"), ("b", "x")]


@pytest.mark.tags("limit", "boundary")
def test_scan_limit_zero_is_empty() -> None:
    store = KeyValueStore()
    store.set("album", "label", "blue")
    assert store.scan("album", "", 0) == []
    assert store.scan("album", "lab", 0) == []
    assert store.scan("none", "", 0) == []


@pytest.mark.tags("limit", "boundary")
def test_scan_limit_may_reach_or_exceed_the_matches() -> None:
    store = KeyValueStore()
    store.set("album", "side a", "x")
    store.set("album", "side b", "y")
    assert store.scan("album", "", 2) == [("side a", "x"), ("side b", "y")]
    assert store.scan("album", "", 3) == [("side a", "x"), ("side b", "y")]
    assert store.scan("album", "side a", 1000) == [("side a", "x")]
    assert store.scan("album", "", None) == [("side a", "x"), ("side b", "y")]


@pytest.mark.tags("overwrite")
def test_scans_show_the_current_value_once() -> None:
    store = KeyValueStore()
    store.set("song", "year", "2001")
    store.set("song", "title", "Blue")
    store.set("song", "year", "1999")
    assert store.scan("song") == [("title", "Blue"), ("year", "1999")]
    assert store.scan_values() == [("song", "year", "1999"), ("song", "title", "Blue")]
    assert store.delete("song", "year") is True
    assert store.scan_values() == [("song", "title", "Blue")]


@pytest.mark.tags("missing")
def test_scan_values_of_an_empty_store_is_empty() -> None:
    store = KeyValueStore()
    assert store.scan_values() == []
    assert store.scan_values("a", "z", 5) == []
    store.set("song", "year", "1999")
    assert store.delete("song", "year") is True
    assert store.scan_values() == []


@pytest.mark.tags("ordering", "range")
def test_scan_values_orders_by_value_across_keys() -> None:
    store = KeyValueStore()
    store.set("a", "rank", "c")
    store.set("b", "rank", "a")
    store.set("a", "grade", "d")
    store.set("c", "rank", "b")
    assert store.scan_values() == [
        ("b", "rank", "a"),
        ("c", "rank", "b"),
        ("a", "rank", "c"),
        ("a", "grade", "d"),
    ]


@pytest.mark.tags("ordering")
def test_scan_values_orders_equal_values_by_key_then_field() -> None:
    store = KeyValueStore()
    store.set("z", "a", "same")
    store.set("m", "y", "same")
    store.set("m", "b", "same")
    store.set("a", "z", "same")
    store.set("", "q", "same")
    assert store.scan_values() == [
        ("", "q", "same"),
        ("a", "z", "same"),
        ("m", "b", "same"),
        ("m", "y", "same"),
        ("z", "a", "same"),
    ]


@pytest.mark.tags("ordering", "range")
def test_scan_values_compares_values_as_text() -> None:
    store = KeyValueStore()
    for value in ["ab", "8", "a", "70", "B", "", "é", "-1"]:
        store.set("n", f"is {value}", value)
    assert store.scan_values() == [
        ("n", "is ", ""),
        ("n", "is -1", "-1"),
        ("n", "is 70", "70"),
        ("n", "is 8", "8"),
        ("n", "is B", "B"),
        ("n", "is a", "a"),
        ("n", "is ab", "ab"),
        ("n", "is é", "é"),
    ]
    assert store.scan_values("7", "8") == [("n", "is 70", "70")]


@pytest.mark.tags("range", "boundary")
def test_scan_values_has_its_start() -> None:
    store = KeyValueStore()
    store.set("k", "f", "mm")
    assert store.scan_values("mm") == [("k", "f", "mm")]
    assert store.scan_values("m") == [("k", "f", "mm")]
    assert store.scan_values("mma") == []
    assert store.scan_values("n") == []


@pytest.mark.tags("range", "boundary")
def test_scan_values_lacks_its_end() -> None:
    store = KeyValueStore()
    store.set("k", "f", "mm")
    assert store.scan_values("a", "mm") == []
    assert store.scan_values("a", "mma") == [("k", "f", "mm")]
    assert store.scan_values("a", "m") == []
    assert store.scan_values(end="n") == [("k", "f", "mm")]


@pytest.mark.tags("range", "boundary", "empty")
def test_scan_values_of_an_empty_range_is_empty() -> None:
    store = KeyValueStore()
    store.set("k", "f", "mm")
    store.set("k", "g", "")
    assert store.scan_values("mm", "mm") == []
    assert store.scan_values("z", "a") == []
    assert store.scan_values("", "") == []
    assert store.scan_values(end="") == []


@pytest.mark.tags("range", "empty")
def test_scan_values_lists_empty_values_first() -> None:
    store = KeyValueStore()
    store.set("k", "f", " ")
    store.set("k", "g", "")
    assert store.scan_values() == [("k", "g", ""), ("k", "f", " ")]
    assert store.scan_values("", " ") == [("k", "g", "")]
    assert store.scan_values(" ", None) == [("k", "f", " ")]


@pytest.mark.tags("limit", "ordering", "range")
def test_scan_values_limit_cuts_through_equal_values() -> None:
    store = KeyValueStore()
    store.set("y", "f", "v")
    store.set("x", "g", "v")
    store.set("x", "f", "v")
    store.set("z", "f", "u")
    assert store.scan_values("", None, 1) == [("z", "f", "u")]
    assert store.scan_values("", None, 3) == [
        ("z", "f", "u"),
        ("x", "f", "v"),
        ("x", "g", "v"),
    ]
    assert store.scan_values("v", "w", 2) == [("x", "f", "v"), ("x", "g", "v")]


@pytest.mark.tags("limit", "boundary")
def test_scan_values_limit_zero_is_empty() -> None:
    store = KeyValueStore()
    store.set("k", "f", "v")
    assert store.scan_values("", None, 0) == []
    assert store.scan_values("v", "w", 0) == []
    assert store.scan_values(limit=0) == []


@pytest.mark.tags("limit", "boundary")
def test_scan_values_limit_may_reach_or_exceed_the_matches() -> None:
    store = KeyValueStore()
    store.set("k", "f", "v")
    store.set("k", "g", "w")
    assert store.scan_values("", None, 2) == [("k", "f", "v"), ("k", "g", "w")]
    assert store.scan_values("", None, 1000) == [("k", "f", "v"), ("k", "g", "w")]
    assert store.scan_values("w", None, 2) == [("k", "g", "w")]
    assert store.scan_values("w", "x", None) == [("k", "g", "w")]


@pytest.mark.tags("basics")
def test_scan_arguments_may_be_given_by_name() -> None:
    store = KeyValueStore()
    store.set("k", "fa", "v")
    store.set("k", "fb", "w")
    assert store.scan(key="k", prefix="f", limit=1) == [("fa", "v")]
    assert store.scan(limit=1, key="k") == [("fa", "v")]
    assert store.scan_values(start="w", end="x", limit=1) == [("k", "fb", "w")]
    assert store.scan_values(limit=1, start="w") == [("k", "fb", "w")]


@pytest.mark.tags("isolation", "missing")
def test_scans_and_refusals_change_nothing() -> None:
    store = KeyValueStore()
    store.set("k", "b", "2")
    store.set("k", "a", "1")
    for _ in range(2):
        assert store.scan("k", "a", 1) == [("a", "1")]
        assert store.scan("absent") == []
        assert store.scan_values("2", "3", 1) == [("k", "b", "2")]
        assert store.delete("k", "c") is False
        assert store.delete("absent", "a") is False
        assert store.get("absent", "a") is None
        assert store.scan("k") == [("a", "1"), ("b", "2")]
    assert store.get("k", "b") == "2"
    assert store.delete("absent", "a") is False


@pytest.mark.tags("isolation")
def test_scans_see_one_store_only() -> None:
    one = KeyValueStore()
    two = KeyValueStore()
    one.set("k", "f", "1")
    two.set("k", "g", "2")
    assert one.scan("k") == [("f", "1")]
    assert two.scan_values() == [("k", "g", "2")]


@pytest.mark.tags("ordering", "limit")
def test_scans_of_a_thousand_fields_are_in_order() -> None:
    store = KeyValueStore()
    for number in range(1000):
        mixed = number * 377 % 1000
        store.set(f"key{mixed % 2}", f"{mixed:03}", f"{mixed // 10:02}")
    odd = [(f"{number:03}", f"{number // 10:02}") for number in range(1, 1000, 2)]
    assert store.scan("key1") == odd
    assert store.scan_values("57", "58", 6) == [
        ("key0", "570", "57"),
        ("key0", "572", "57"),
        ("key0", "574", "57"),
        ("key0", "576", "57"),
        ("key0", "578", "57"),
        ("key1", "571", "57"),
    ]


class Model:
    """Triples of key, field and value in a list."""

    def __init__(self) -> None:
        self.triples: list[tuple[str, str, str]] = []

    def set(self, key: str, field: str, value: str) -> None:
        self.delete(key, field)
        self.triples.append((key, field, value))

    def get(self, key: str, field: str) -> str | None:
        for k, f, value in self.triples:
            if (k, f) == (key, field):
                return value
        return None

    def delete(self, key: str, field: str) -> bool:
        before = len(self.triples)
        self.triples = [item for item in self.triples if item[:2] != (key, field)]
        return len(self.triples) < before

    def scan(self, key: str, prefix: str, limit: int | None) -> list[tuple[str, str]]:
        found = [(f, v) for k, f, v in self.triples if k == key and f[: len(prefix)] == prefix]
        found.sort()
        return found if limit is None else found[:limit]

    def scan_values(
        self, start: str, end: str | None, limit: int | None
    ) -> list[tuple[str, str, str]]:
        found = [item for item in self.triples if item[2] >= start]
        if end is not None:
            found = [item for item in found if item[2] < end]
        found.sort(key=lambda item: (item[2], item[0], item[1]))
        return found if limit is None else found[:limit]


words = st.sampled_from(["", "a", "ab", "abc", "b", "B", "1"])
keys = st.sampled_from(["", "a", "b"])
limits = st.none() | st.integers(0, 5)
sets = st.tuples(st.just("set"), keys, words, words)
calls = st.one_of(
    sets,
    sets,
    st.tuples(st.just("delete"), keys, words),
    st.tuples(st.just("get"), keys, words),
    st.tuples(st.just("scan"), keys, words, limits),
    st.tuples(st.just("scan_values"), words, st.none() | words, limits),
)


@pytest.mark.tags("model", "ordering", "prefix", "range", "limit")
@model_settings
@given(st.lists(calls, min_size=5, max_size=20))
def test_random_calls_answer_like_the_model(history: list[tuple[str, ...]]) -> None:
    store = KeyValueStore()
    model = Model()
    for name, *arguments in history:
        assert getattr(store, name)(*arguments) == getattr(model, name)(*arguments)
    assert store.scan_values() == model.scan_values("", None, None)


@pytest.mark.tags("model", "ordering")
@model_settings
@given(st.permutations(["", "a", "ab", "b", "B", "1"]), st.sampled_from(["", "a", "ab"]))
def test_order_of_setting_does_not_show_in_scans(names: list[str], prefix: str) -> None:
    store = KeyValueStore()
    for name in names:
        store.set("k", name, "v")
    matching = sorted(name for name in names if name.startswith(prefix))
    assert store.scan("k", prefix) == [(name, "v") for name in matching]
    assert store.scan_values("v", "w") == [("k", name, "v") for name in sorted(names)]
