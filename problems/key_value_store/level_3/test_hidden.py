"""Level 3, scored: fields that live for a while."""

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


@pytest.mark.tags("basics")
def test_set_at_answers_none_and_get_at_reads_the_value() -> None:
    store = KeyValueStore()
    assert store.set_at(3, "user", "name", "lin") is None
    assert store.set_at(3, "user", "token", "t1", 8) is None
    assert store.get_at(3, "user", "name") == "lin"
    assert store.get_at(4, "user", "token") == "t1"


@pytest.mark.tags("missing")
def test_timed_methods_answer_for_absent_keys_and_fields() -> None:
    store = KeyValueStore()
    assert store.get_at(0, "user", "name") is None
    assert store.delete_at(0, "user", "name") is False
    assert store.scan_at(0, "user") == []
    assert store.scan_values_at(0) == []
    store.set_at(1, "user", "name", "lin")
    assert store.get_at(1, "user", "age") is None
    assert store.delete_at(1, "user", "age") is False


@pytest.mark.tags("expiry")
def test_without_ttl_a_field_stays() -> None:
    store = KeyValueStore()
    store.set_at(0, "user", "name", "lin")
    store.set_at(0, "user", "age", "44", None)
    assert store.get_at(10**12, "user", "name") == "lin"
    assert store.get_at(10**12, "user", "age") == "44"


@pytest.mark.tags("expiry", "boundary")
def test_field_is_alive_from_its_timestamp_to_the_last_unit_of_its_ttl() -> None:
    store = KeyValueStore()
    store.set_at(100, "user", "token", "t1", 7)
    assert store.get_at(100, "user", "token") == "t1"
    assert store.get_at(106, "user", "token") == "t1"


@pytest.mark.tags("expiry", "boundary")
def test_get_is_none_at_the_moment_of_expiry_and_after() -> None:
    store = KeyValueStore()
    store.set_at(100, "user", "token", "t1", 7)
    assert store.get_at(107, "user", "token") is None
    assert store.get_at(108, "user", "token") is None
    assert store.get_at(9000, "user", "token") is None


@pytest.mark.tags("expiry", "boundary")
def test_ttl_one_lives_at_a_single_timestamp() -> None:
    store = KeyValueStore()
    store.set_at(0, "user", "token", "t1", 1)
    assert store.get_at(0, "user", "token") == "t1"
    assert store.get_at(1, "user", "token") is None


@pytest.mark.tags("expiry", "boundary")
def test_ttl_zero_is_gone_at_once() -> None:
    store = KeyValueStore()
    store.set_at(5, "user", "token", "t1", 0)
    assert store.get_at(5, "user", "token") is None
    assert store.scan_at(5, "user") == []
    assert store.delete_at(5, "user", "token") is False
    assert store.get_at(6, "user", "token") is None


@pytest.mark.tags("expiry", "boundary", "overwrite")
def test_ttl_zero_removes_the_value_it_replaces() -> None:
    store = KeyValueStore()
    store.set_at(5, "user", "token", "t1")
    store.set_at(6, "user", "token", "t2", 0)
    assert store.get_at(6, "user", "token") is None
    assert store.scan_values_at(7) == []
    assert store.delete_at(7, "user", "token") is False


@pytest.mark.tags("expiry", "overwrite")
def test_overwriting_without_ttl_makes_the_field_stay() -> None:
    store = KeyValueStore()
    store.set_at(5, "user", "token", "t1", 10)
    store.set_at(9, "user", "token", "t2")
    assert store.get_at(15, "user", "token") == "t2"
    assert store.get_at(10**9, "user", "token") == "t2"


@pytest.mark.tags("expiry", "overwrite", "boundary")
def test_overwriting_with_a_longer_ttl_starts_afresh() -> None:
    store = KeyValueStore()
    store.set_at(5, "user", "token", "t1", 10)
    store.set_at(9, "user", "token", "t2", 20)
    assert store.get_at(15, "user", "token") == "t2"
    assert store.get_at(28, "user", "token") == "t2"
    assert store.get_at(29, "user", "token") is None


@pytest.mark.tags("expiry", "overwrite", "boundary")
def test_overwriting_with_a_shorter_ttl_starts_afresh() -> None:
    store = KeyValueStore()
    store.set_at(5, "user", "token", "t1", 100)
    store.set_at(9, "user", "token", "t1", 3)
    assert store.get_at(11, "user", "token") == "t1"
    assert store.get_at(12, "user", "token") is None
    assert store.get_at(60, "user", "token") is None


@pytest.mark.tags("expiry", "overwrite")
def test_a_field_that_stays_can_be_given_a_ttl() -> None:
    store = KeyValueStore()
    store.set("user", "token", "t0")
    store.set_at(4, "user", "token", "t1", 6)
    assert store.get_at(9, "user", "token") == "t1"
    assert store.get_at(10, "user", "token") is None


@pytest.mark.tags("expiry", "overwrite", "clock")
def test_plain_set_makes_the_field_stay() -> None:
    store = KeyValueStore()
    store.set_at(5, "user", "token", "t1", 10)
    store.set("user", "token", "t2")
    assert store.get_at(15, "user", "token") == "t2"
    store.set_at(20, "user", "token", "t3", 4)
    assert store.get_at(30, "user", "token") is None
    store.set("user", "token", "t4")
    assert store.get("user", "token") == "t4"
    assert store.get_at(10**12, "user", "token") == "t4"


@pytest.mark.tags("expiry", "missing", "boundary")
def test_delete_at_accepts_the_last_living_unit_and_refuses_the_next() -> None:
    store = KeyValueStore()
    store.set_at(50, "user", "a", "1", 5)
    store.set_at(50, "user", "b", "2", 5)
    assert store.delete_at(54, "user", "a") is True
    assert store.delete_at(54, "user", "a") is False
    assert store.delete_at(55, "user", "b") is False


@pytest.mark.tags("expiry", "missing")
def test_delete_long_after_expiry_is_refused() -> None:
    store = KeyValueStore()
    store.set_at(50, "user", "a", "", 5)
    store.set_at(50, "user", "b", "2", 6)
    assert store.get_at(80, "user", "a") is None
    assert store.delete_at(80, "user", "a") is False
    assert store.delete("user", "b") is False


@pytest.mark.tags("expiry", "overwrite")
def test_lifetime_of_a_deleted_field_does_not_strike_its_successor() -> None:
    store = KeyValueStore()
    store.set_at(1, "user", "token", "t1", 10)
    assert store.delete_at(2, "user", "token") is True
    store.set_at(3, "user", "token", "t2")
    assert store.get_at(11, "user", "token") == "t2"
    store.set_at(20, "user", "token", "t3", 10)
    assert store.delete("user", "token") is True
    store.set("user", "token", "t4")
    assert store.get_at(30, "user", "token") == "t4"
    store.set_at(40, "user", "token", "t5", 10)
    assert store.delete_at(41, "user", "token") is True
    store.set_at(42, "user", "token", "t6", 20)
    assert store.get_at(50, "user", "token") == "t6"
    assert store.get_at(62, "user", "token") is None


@pytest.mark.tags("expiry", "overwrite")
def test_expired_field_can_be_set_again() -> None:
    store = KeyValueStore()
    store.set_at(1, "user", "token", "t1", 2)
    store.set_at(3, "user", "token", "t2", 2)
    assert store.get_at(4, "user", "token") == "t2"
    assert store.get_at(5, "user", "token") is None
    store.set_at(8, "user", "token", "t3")
    assert store.get_at(9, "user", "token") == "t3"
    assert store.delete_at(9, "user", "token") is True


@pytest.mark.tags("expiry", "boundary")
def test_reading_and_scanning_do_not_prolong_a_life() -> None:
    store = KeyValueStore()
    store.set_at(0, "user", "token", "t1", 10)
    for timestamp in range(10):
        assert store.get_at(timestamp, "user", "token") == "t1"
        assert store.scan_at(timestamp, "user") == [("token", "t1")]
        assert store.scan_values_at(timestamp) == [("user", "token", "t1")]
    assert store.get_at(10, "user", "token") is None


@pytest.mark.tags("expiry", "isolation")
def test_every_field_has_its_own_lifetime() -> None:
    store = KeyValueStore()
    store.set_at(0, "user", "a", "1", 10)
    store.set_at(0, "user", "b", "2", 20)
    store.set_at(0, "user", "c", "3")
    store.set_at(0, "team", "a", "4", 15)
    assert store.scan_at(10, "user") == [("b", "2"), ("c", "3")]
    assert store.get_at(10, "team", "a") == "4"
    store.set_at(11, "user", "d", "5", 100)
    assert store.delete_at(12, "user", "c") is True
    assert store.get_at(15, "team", "a") is None
    assert store.scan_at(19, "user") == [("b", "2"), ("d", "5")]
    assert store.scan_at(20, "user") == [("d", "5")]


@pytest.mark.tags("expiry", "limit", "prefix", "boundary")
def test_scan_at_leaves_out_the_expired_before_limiting() -> None:
    store = KeyValueStore()
    store.set_at(0, "user", "k1", "a", 10)
    store.set_at(0, "user", "k2", "b", 11)
    store.set_at(0, "user", "k3", "c")
    store.set_at(0, "user", "x", "d")
    assert store.scan_at(9, "user", "k", 2) == [("k1", "a"), ("k2", "b")]
    assert store.scan_at(10, "user", "k", 2) == [("k2", "b"), ("k3", "c")]
    assert store.scan_at(11, "user", "k", 2) == [("k3", "c")]
    assert store.scan_at(11, "user", "k", 0) == []
    assert store.scan_at(11, "user", "", None) == [("k3", "c"), ("x", "d")]


@pytest.mark.tags("expiry", "missing")
def test_scan_at_of_a_key_whose_fields_all_expired_is_empty() -> None:
    store = KeyValueStore()
    store.set_at(0, "user", "a", "1", 5)
    store.set_at(0, "user", "b", "2", 6)
    assert store.scan_at(6, "user") == []
    assert store.scan("user") == []
    assert store.scan_values_at(6) == []


@pytest.mark.tags("expiry", "range", "limit", "ordering", "boundary")
def test_scan_values_at_lists_the_living_in_order() -> None:
    store = KeyValueStore()
    store.set_at(0, "b", "y", "m", 8)
    store.set_at(0, "b", "x", "m")
    store.set_at(0, "a", "z", "m", 9)
    store.set_at(0, "c", "w", "l", 9)
    store.set_at(0, "c", "v", "n")
    assert store.scan_values_at(7, "l", "n", 3) == [
        ("c", "w", "l"),
        ("a", "z", "m"),
        ("b", "x", "m"),
    ]
    assert store.scan_values_at(8, "m", "n") == [("a", "z", "m"), ("b", "x", "m")]
    assert store.scan_values_at(8, "m", "n", 0) == []
    assert store.scan_values_at(9, "l", None, 2) == [("b", "x", "m"), ("c", "v", "n")]
    assert store.scan_values_at(9, "m", "m") == []


@pytest.mark.tags("clock", "expiry")
def test_plain_get_and_scans_see_the_store_at_the_latest_time() -> None:
    store = KeyValueStore()
    store.set_at(2, "user", "a", "1", 4)
    store.set_at(5, "user", "b", "2")
    assert store.get("user", "a") == "1"
    assert store.scan("user") == [("a", "1"), ("b", "2")]
    store.set_at(6, "user", "c", "3", 1)
    assert store.get("user", "a") is None
    assert store.scan("user", "", 1) == [("b", "2")]
    assert store.scan_values() == [("user", "b", "2"), ("user", "c", "3")]
    assert store.get("user", "c") == "3"


@pytest.mark.tags("clock", "expiry", "missing")
def test_plain_delete_refuses_what_is_gone_at_the_latest_time() -> None:
    store = KeyValueStore()
    store.set_at(2, "user", "a", "1", 4)
    store.set_at(2, "user", "b", "2", 5)
    assert store.scan_values_at(6, limit=0) == []
    assert store.delete("user", "a") is False
    assert store.delete("user", "b") is True


@pytest.mark.tags("clock")
def test_every_timed_call_moves_the_time_even_when_refused() -> None:
    store = KeyValueStore()
    store.set_at(0, "user", "a", "1", 10)
    assert store.get_at(10, "nobody", "x") is None
    assert store.get("user", "a") is None
    store.set_at(20, "user", "a", "1", 10)
    assert store.delete_at(30, "nobody", "x") is False
    assert store.get("user", "a") is None
    store.set_at(40, "user", "a", "1", 10)
    assert store.scan_at(50, "nobody") == []
    assert store.get("user", "a") is None
    store.set_at(60, "user", "a", "1", 10)
    assert store.scan_values_at(70, "x", "x") == []
    assert store.get("user", "a") is None
    store.set_at(80, "user", "a", "1", 10)
    store.set_at(90, "other", "b", "2")
    assert store.get("user", "a") is None


@pytest.mark.tags("clock")
def test_plain_calls_before_any_timed_call_work_as_before() -> None:
    store = KeyValueStore()
    store.set("user", "a", "1")
    store.set("user", "b", "")
    assert store.get("user", "b") == ""
    assert store.scan("user") == [("a", "1"), ("b", "")]
    assert store.delete("user", "b") is True
    assert store.get_at(0, "user", "a") == "1"
    assert store.get_at(10**12, "user", "a") == "1"


@pytest.mark.tags("clock", "overwrite", "expiry")
def test_calls_at_one_timestamp_happen_in_order() -> None:
    store = KeyValueStore()
    store.set_at(7, "user", "a", "1", 3)
    store.set_at(7, "user", "a", "2")
    assert store.get_at(7, "user", "a") == "2"
    assert store.delete_at(7, "user", "a") is True
    assert store.get_at(7, "user", "a") is None
    store.set_at(7, "user", "a", "3")
    store.set_at(7, "user", "a", "4", 3)
    assert store.scan_at(7, "user") == [("a", "4")]
    assert store.get_at(10, "user", "a") is None
    store.set_at(10, "user", "a", "5", 1)
    assert store.get_at(10, "user", "a") == "5"


@pytest.mark.tags("expiry", "boundary")
def test_time_may_jump_far() -> None:
    store = KeyValueStore()
    store.set_at(1, "user", "a", "1", 10**12 - 2)
    store.set_at(1, "user", "b", "2", 10**12)
    store.set_at(1, "user", "c", "3", 10**12 - 1)
    assert store.get_at(10**12 - 2, "user", "a") == "1"
    assert store.get_at(10**12 - 1, "user", "a") is None
    assert store.get_at(10**12 - 1, "user", "c") == "3"
    assert store.scan_at(10**12, "user") == [("b", "2")]


@pytest.mark.tags("expiry", "empty")
def test_empty_names_and_values_live_and_expire_like_others() -> None:
    store = KeyValueStore()
    store.set_at(0, "", "", "", 3)
    store.set_at(0, "", "f", "")
    assert store.get_at(2, "", "") == ""
    assert store.scan_at(2, "") == [("", ""), ("f", "")]
    assert store.get_at(3, "", "") is None
    assert store.scan_values_at(3) == [("", "f", "")]
    assert store.delete_at(3, "", "f") is True


@pytest.mark.tags("isolation", "clock")
def test_two_stores_have_their_own_time() -> None:
    one = KeyValueStore()
    two = KeyValueStore()
    one.set_at(0, "user", "a", "1", 5)
    two.set_at(0, "user", "a", "2", 5)
    assert one.get_at(100, "user", "a") is None
    assert two.get("user", "a") == "2"
    assert two.get_at(4, "user", "a") == "2"


@pytest.mark.tags("basics")
def test_timed_arguments_may_be_given_by_name() -> None:
    store = KeyValueStore()
    assert store.set_at(timestamp=1, key="k", field="fa", value="v", ttl=5) is None
    store.set_at(1, "k", "fb", value="w")
    assert store.get_at(timestamp=2, key="k", field="fa") == "v"
    assert store.scan_at(timestamp=2, key="k", prefix="f", limit=1) == [("fa", "v")]
    assert store.scan_values_at(timestamp=2, start="w", end="x", limit=1) == [("k", "fb", "w")]
    assert store.scan_values_at(6, limit=1) == [("k", "fb", "w")]
    assert store.delete_at(timestamp=6, key="k", field="fb") is True


@pytest.mark.tags("expiry", "ordering")
def test_hundreds_of_fields_expire_one_by_one() -> None:
    store = KeyValueStore()
    for number in range(300):
        store.set_at(0, f"k{number % 3}", f"{number:03}", "v", number)
    for number in range(0, 300, 9):
        left = [(f"{n:03}", "v") for n in range(number + 3, 300, 3)]
        assert store.scan_at(number, "k0") == left
    assert store.scan_values_at(298) == [("k2", "299", "v")]


class Model:
    """Every set as a record of value, first living moment and first moment of absence."""

    def __init__(self) -> None:
        self.records: dict[tuple[str, str], tuple[str, float]] = {}
        self.time = 0

    def at(self, timestamp: int) -> "Model":
        self.time = timestamp
        return self

    def living(self) -> list[tuple[str, str, str]]:
        return [(k, f, v) for (k, f), (v, end) in self.records.items() if self.time < end]

    def set(self, key: str, field: str, value: str, ttl: int | None = None) -> None:
        end = float("inf") if ttl is None else self.time + ttl
        self.records[key, field] = (value, end)

    def get(self, key: str, field: str) -> str | None:
        found = [v for k, f, v in self.living() if k == key and f == field]
        return found[0] if found else None

    def delete(self, key: str, field: str) -> bool:
        was_there = self.get(key, field) is not None
        self.records.pop((key, field), None)
        return was_there

    def scan(self, key: str, prefix: str = "", limit: int | None = None) -> list[tuple[str, str]]:
        found = sorted((f, v) for k, f, v in self.living() if k == key and f.startswith(prefix))
        return found if limit is None else found[:limit]

    def scan_values(
        self, start: str = "", end: str | None = None, limit: int | None = None
    ) -> list[tuple[str, str, str]]:
        found = [
            t for t in self.living() if t[2] >= start and not (end is not None and t[2] >= end)
        ]
        found.sort(key=lambda t: (t[2], t[0], t[1]))
        return found if limit is None else found[:limit]


keys = st.sampled_from(["", "k"])
fields = st.sampled_from(["", "a", "ab", "b"])
values = st.sampled_from(["", "u", "v"])
limits = st.none() | st.integers(0, 4)
ttls = st.none() | st.integers(0, 6)
steps = st.integers(0, 3)
plain_calls = st.one_of(
    st.tuples(st.none(), st.just("set"), keys, fields, values),
    st.tuples(st.none(), st.just("get"), keys, fields),
    st.tuples(st.none(), st.just("delete"), keys, fields),
    st.tuples(st.none(), st.just("scan"), keys, fields, limits),
    st.tuples(st.none(), st.just("scan_values"), values, st.none() | values, limits),
)
sets = st.tuples(steps, st.just("set"), keys, fields, values, ttls)
timed_calls = st.one_of(
    sets,
    sets,
    sets,
    st.tuples(steps, st.just("get"), keys, fields),
    st.tuples(steps, st.just("delete"), keys, fields),
    st.tuples(steps, st.just("scan"), keys, fields, limits),
    st.tuples(steps, st.just("scan_values"), values, st.none() | values, limits),
)


@pytest.mark.tags("model", "expiry", "clock")
@model_settings
@given(st.lists(timed_calls | plain_calls, min_size=5, max_size=20))
def test_random_calls_answer_like_the_model(history: list[tuple]) -> None:
    store = KeyValueStore()
    model = Model()
    now = 0
    for step, name, *arguments in history:
        if step is None:
            assert getattr(store, name)(*arguments) == getattr(model, name)(*arguments)
        else:
            now += step
            answer = getattr(store, f"{name}_at")(now, *arguments)
            assert answer == getattr(model.at(now), name)(*arguments)
    for timestamp in range(now, now + 7):
        assert store.scan_values_at(timestamp) == model.at(timestamp).scan_values()


@pytest.mark.tags("model", "expiry", "boundary")
@model_settings
@given(st.integers(0, 10**11), st.integers(1, 10**11), st.integers(0, 10**11))
def test_alive_exactly_from_its_timestamp_to_before_its_end(
    start: int, ttl: int, later: int
) -> None:
    store = KeyValueStore()
    store.set_at(start, "k", "f", "v", ttl)
    inside = start + later % ttl
    assert store.get_at(inside, "k", "f") == "v"
    assert store.get_at(start + ttl - 1, "k", "f") == "v"
    assert store.get_at(start + ttl, "k", "f") is None
