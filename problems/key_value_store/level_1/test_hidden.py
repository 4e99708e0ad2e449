"""Level 1, scored: setting, reading and deleting fields."""

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
def test_set_answers_none_for_a_new_and_for_a_known_field() -> None:
    store = KeyValueStore()
    assert store.set("oak", "height", "21") is None
    assert store.set("oak", "height", "22") is None


@pytest.mark.tags("basics")
def test_get_reads_each_field_of_each_key() -> None:
    store = KeyValueStore()
    store.set("oak", "height", "21")
    store.set("oak", "leaf", "lobed")
    store.set("fir", "height", "48")
    assert store.get("oak", "height") == "21"
    assert store.get("oak", "leaf") == "lobed"
    assert store.get("fir", "height") == "48"


@pytest.mark.tags("missing")
def test_get_from_an_empty_store_is_none() -> None:
    store = KeyValueStore()
    assert store.get("oak", "height") is None


@pytest.mark.tags("missing")
def test_get_of_an_absent_field_is_none() -> None:
    store = KeyValueStore()
    store.set("oak", "height", "21")
    assert store.get("oak", "width") is None


@pytest.mark.tags("missing")
def test_get_of_an_absent_key_is_none() -> None:
    store = KeyValueStore()
    store.set("oak", "height", "21")
    assert store.get("elm", "height") is None


@pytest.mark.tags("overwrite")
def test_set_replaces_only_the_named_field() -> None:
    store = KeyValueStore()
    store.set("oak", "height", "21")
    store.set("oak", "leaf", "lobed")
    store.set("oak", "height", "22")
    store.set("oak", "height", "23")
    assert store.get("oak", "height") == "23"
    assert store.get("oak", "leaf") == "lobed"


@pytest.mark.tags("empty")
def test_empty_value_is_read_as_empty_string() -> None:
    store = KeyValueStore()
    store.set("oak", "note", "")
    assert store.get("oak", "note") == ""


@pytest.mark.tags("empty", "overwrite")
def test_empty_value_replaces_a_value_and_is_replaced() -> None:
    store = KeyValueStore()
    store.set("oak", "note", "old")
    store.set("oak", "note", "")
    assert store.get("oak", "note") == ""
    store.set("oak", "note", "new")
    assert store.get("oak", "note") == "new"


@pytest.mark.tags("empty")
def test_field_with_an_empty_value_is_deleted_with_true() -> None:
    store = KeyValueStore()
    store.set("oak", "note", "")
    assert store.delete("oak", "note") is True
    assert store.get("oak", "note") is None
    assert store.delete("oak", "note") is False


@pytest.mark.tags("empty", "isolation")
def test_empty_strings_are_legal_keys_and_fields() -> None:
    store = KeyValueStore()
    store.set("", "", "both")
    store.set("", "f", "key")
    store.set("k", "", "field")
    assert store.get("", "") == "both"
    assert store.get("", "f") == "key"
    assert store.get("k", "") == "field"
    assert store.get("k", "f") is None
    assert store.delete("", "") is True
    assert store.get("", "") is None
    assert store.get("", "f") == "key"


@pytest.mark.tags("basics")
def test_delete_removes_the_field_and_answers_true() -> None:
    store = KeyValueStore()
    store.set("oak", "height", "21")
    assert store.delete("oak", "height") is True
    assert store.get("oak", "height") is None


@pytest.mark.tags("missing")
def test_delete_of_an_absent_key_is_refused() -> None:
    store = KeyValueStore()
    assert store.delete("elm", "height") is False
    store.set("oak", "height", "21")
    assert store.delete("elm", "height") is False


@pytest.mark.tags("missing")
def test_delete_of_an_absent_field_is_refused() -> None:
    store = KeyValueStore()
    store.set("oak", "height", "21")
    assert store.delete("oak", "width") is False


@pytest.mark.tags("missing")
def test_second_delete_is_refused() -> None:
    store = KeyValueStore()
    store.set("oak", "height", "21")
    store.set("oak", "leaf", "lobed")
    assert store.delete("oak", "leaf") is True
    assert store.delete("oak", "leaf") is False
    assert store.delete("oak", "height") is True
    assert store.delete("oak", "height") is False


@pytest.mark.tags("missing", "isolation")
def test_refused_calls_change_nothing() -> None:
    store = KeyValueStore()
    store.set("oak", "height", "21")
    store.get("elm", "height")
    store.get("oak", "width")
    store.delete("elm", "height")
    store.delete("oak", "width")
    assert store.get("oak", "height") == "21"
    assert store.get("elm", "height") is None
    assert store.get("oak", "width") is None
    assert store.delete("elm", "height") is False


@pytest.mark.tags("isolation")
def test_delete_leaves_the_other_fields_alone() -> None:
    store = KeyValueStore()
    store.set("oak", "height", "21")
    store.set("oak", "leaf", "lobed")
    store.set("fir", "height", "48")
    assert store.delete("oak", "height") is True
    assert store.get("oak", "leaf") == "lobed"
    assert store.get("fir", "height") == "48"


@pytest.mark.tags("basics", "overwrite")
def test_deleted_field_can_be_set_again() -> None:
    store = KeyValueStore()
    store.set("oak", "height", "21")
    assert store.delete("oak", "height") is True
    store.set("oak", "height", "3")
    assert store.get("oak", "height") == "3"
    assert store.delete("oak", "height") is True


@pytest.mark.tags("isolation")
def test_punctuation_does_not_mix_up_keys_and_fields() -> None:
    store = KeyValueStore()
    for mark in [".", ":", "/", "|", ",", "-", "_", " ", "\n", "\t", "\0", ""]:
        store.set("p", f"q{mark}r", "left")
        store.set(f"p{mark}q", "r", "right")
        assert store.get("p", f"q{mark}r") == "left"
        assert store.get(f"p{mark}q", "r") == "right"
        assert store.delete("p", f"q{mark}r") is True
        assert store.get(f"p{mark}q", "r") == "right"


@pytest.mark.tags("isolation")
def test_names_and_values_are_kept_exactly() -> None:
    store = KeyValueStore()
    store.set("Oak", "Leaf", " Lobed ")
    store.set("straße", "größe", "12 µm\n")
    assert store.get("Oak", "Leaf") == " Lobed "
    assert store.get("oak", "Leaf") is None
    assert store.get("Oak", "leaf") is None
    assert store.get("Oak ", "Leaf") is None
    assert store.get("Oak", " Leaf") is None
    assert store.get("straße", "größe") == "12 µm\n"
    assert store.get("strasse", "größe") is None


@pytest.mark.tags("isolation")
def test_two_stores_share_nothing() -> None:
    one = KeyValueStore()
    two = KeyValueStore()
    one.set("oak", "height", "21")
    assert two.get("oak", "height") is None
    two.set("oak", "height", "9")
    assert one.get("oak", "height") == "21"
    assert two.delete("oak", "height") is True
    assert one.get("oak", "height") == "21"


@pytest.mark.tags("basics")
def test_arguments_may_be_given_by_name() -> None:
    store = KeyValueStore()
    assert store.set(key="oak", field="height", value="21") is None
    assert store.get(key="oak", field="height") == "21"
    assert store.delete(field="height", key="oak") is True


@pytest.mark.tags("basics", "isolation")
def test_a_thousand_long_named_fields_are_kept_apart() -> None:
    store = KeyValueStore()
    for number in range(1000):
        store.set(f"{number // 25:0>100}", f"{number % 25:_>100}", f"{number:9>100}")
    for number in range(1000):
        value = store.get(f"{number // 25:0>100}", f"{number % 25:_>100}")
        assert value == f"{number:9>100}"


class Model:
    """Pairs of key and field, and their values."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, str], str] = {}

    def set(self, key: str, field: str, value: str) -> None:
        self.values[key, field] = value

    def get(self, key: str, field: str) -> str | None:
        return self.values.get((key, field))

    def delete(self, key: str, field: str) -> bool:
        return self.values.pop((key, field), None) is not None


keys = st.sampled_from(["", "oak", "elm"])
fields = st.sampled_from(["", "leaf", "oak"])
values = st.sampled_from(["", "0", "None", "leaf", "oak", " ", "ü"])
calls = st.one_of(
    st.tuples(st.just("set"), keys, fields, values),
    st.tuples(st.just("get"), keys, fields),
    st.tuples(st.just("delete"), keys, fields),
)


@pytest.mark.tags("model")
@model_settings
@given(st.lists(calls, max_size=20))
def test_random_calls_answer_like_the_model(history: list[tuple[str, ...]]) -> None:
    store = KeyValueStore()
    model = Model()
    for name, *arguments in history:
        assert getattr(store, name)(*arguments) == getattr(model, name)(*arguments)
    for key in ["", "oak", "elm"]:
        for field in ["", "leaf", "oak"]:
            assert store.get(key, field) == model.get(key, field)
