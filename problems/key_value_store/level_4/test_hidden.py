"""Level 4, scored: backups, restores and compaction."""

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


@pytest.mark.tags("snapshot")
def test_backup_of_an_empty_store_saves_nothing() -> None:
    store = KeyValueStore()
    assert store.backup(0) == 0
    store.set_at(1, "game", "score", "7")
    assert store.delete_at(2, "game", "score") is True
    assert store.backup(3) == 0


@pytest.mark.tags("snapshot")
def test_backup_counts_fields_not_keys() -> None:
    store = KeyValueStore()
    store.set("game", "score", "7")
    store.set("game", "level", "")
    store.set("", "", "x")
    assert store.backup(4) == 3


@pytest.mark.tags("snapshot", "expiry", "boundary")
def test_backup_counts_only_what_is_alive() -> None:
    store = KeyValueStore()
    store.set_at(0, "game", "bonus", "x2", 10)
    store.set_at(0, "game", "shield", "on", 11)
    store.set_at(0, "game", "none", "off", 0)
    store.set_at(0, "game", "score", "7")
    assert store.backup(9) == 3
    assert store.backup(10) == 2
    assert store.backup(11) == 1


@pytest.mark.tags("rollback", "missing")
def test_restore_without_backups_is_refused() -> None:
    store = KeyValueStore()
    store.set_at(1, "game", "score", "7")
    assert store.restore(2, 0) is False
    assert store.restore(2, 1000) is False
    assert store.get("game", "score") == "7"


@pytest.mark.tags("rollback", "missing", "boundary")
def test_restore_to_before_the_first_backup_is_refused_and_changes_nothing() -> None:
    store = KeyValueStore()
    store.set_at(1, "game", "score", "7")
    assert store.backup(50) == 1
    store.set_at(60, "game", "score", "8", 20)
    assert store.restore(61, 49) is False
    assert store.get_at(79, "game", "score") == "8"
    assert store.get_at(80, "game", "score") is None
    assert store.restore(81, 50) is True
    assert store.get("game", "score") == "7"


@pytest.mark.tags("rollback")
def test_restore_replaces_everything() -> None:
    store = KeyValueStore()
    store.set_at(1, "game", "score", "7")
    store.set_at(1, "game", "level", "2")
    store.set_at(1, "menu", "mode", "dark")
    assert store.backup(2) == 3
    store.set_at(3, "game", "score", "9")
    assert store.delete_at(3, "game", "level") is True
    store.set_at(3, "game", "lives", "3")
    store.set_at(3, "shop", "open", "yes")
    assert store.restore(4, 2) is True
    assert store.scan_values() == [
        ("game", "level", "2"),
        ("game", "score", "7"),
        ("menu", "mode", "dark"),
    ]
    assert store.scan("shop") == []
    assert store.delete("game", "lives") is False


@pytest.mark.tags("rollback", "empty")
def test_restoring_an_empty_backup_empties_the_store() -> None:
    store = KeyValueStore()
    assert store.backup(5) == 0
    store.set_at(6, "game", "score", "7")
    assert store.restore(7, 5) is True
    assert store.scan_values() == []
    assert store.get("game", "score") is None


@pytest.mark.tags("rollback", "boundary")
def test_restore_takes_the_last_backup_at_or_before_the_moment() -> None:
    store = KeyValueStore()
    for timestamp, score in [(10, "one"), (20, "two"), (30, "three")]:
        store.set_at(timestamp, "game", "score", score)
        assert store.backup(timestamp) == 1
    answers = []
    for moment in [10, 19, 20, 29, 30, 31, 10**12]:
        assert store.restore(40, moment) is True
        answers.append(store.get("game", "score"))
    assert answers == ["one", "one", "two", "two", "three", "three", "three"]


@pytest.mark.tags("rollback", "ordering")
def test_last_backup_made_at_one_timestamp_counts() -> None:
    store = KeyValueStore()
    store.set_at(10, "game", "score", "zebra")
    assert store.backup(10) == 1
    store.set_at(10, "game", "bonus", "x2", 5)
    assert store.backup(10) == 2
    store.set_at(10, "game", "score", "ant")
    assert store.backup(10) == 2
    assert store.restore(10, 10) is True
    assert store.scan("game") == [("bonus", "x2"), ("score", "ant")]
    assert store.restore(50, 12) is True
    assert store.scan("game") == [("bonus", "x2"), ("score", "ant")]


@pytest.mark.tags("rollback", "expiry", "boundary")
def test_time_left_continues_from_the_restore() -> None:
    store = KeyValueStore()
    store.set_at(100, "game", "bonus", "x2", 30)
    store.set_at(105, "game", "shield", "on", 6)
    store.set_at(105, "game", "score", "7")
    assert store.backup(110) == 3
    assert store.restore(500, 110) is True
    assert store.scan_at(500, "game") == [("bonus", "x2"), ("score", "7"), ("shield", "on")]
    assert store.scan_at(501, "game") == [("bonus", "x2"), ("score", "7")]
    assert store.get_at(519, "game", "bonus") == "x2"
    assert store.get_at(520, "game", "bonus") is None
    assert store.get_at(10**12, "game", "score") == "7"


@pytest.mark.tags("rollback", "expiry", "boundary")
def test_time_left_counts_from_the_backup_not_from_the_moment() -> None:
    store = KeyValueStore()
    store.set_at(0, "game", "bonus", "x2", 100)
    assert store.backup(40) == 1
    assert store.restore(200, 90) is True
    assert store.get_at(259, "game", "bonus") == "x2"
    assert store.get_at(260, "game", "bonus") is None


@pytest.mark.tags("rollback", "expiry", "boundary")
def test_restore_may_shorten_a_life_too() -> None:
    store = KeyValueStore()
    store.set_at(0, "game", "bonus", "x2", 8)
    assert store.backup(5) == 1
    store.set_at(6, "game", "bonus", "x2", 1000)
    assert store.restore(6, 6) is True
    assert store.get_at(8, "game", "bonus") == "x2"
    assert store.get_at(9, "game", "bonus") is None


@pytest.mark.tags("rollback", "expiry")
def test_one_backup_can_be_restored_again_and_again() -> None:
    store = KeyValueStore()
    store.set_at(0, "game", "bonus", "x2", 10)
    assert store.backup(4) == 1
    for timestamp in [20, 40, 43]:
        assert store.restore(timestamp, 4) is True
        assert store.get_at(timestamp + 2, "game", "bonus") == "x2"
    assert store.get_at(48, "game", "bonus") == "x2"
    assert store.get_at(49, "game", "bonus") is None


@pytest.mark.tags("snapshot", "isolation")
def test_later_changes_do_not_reach_a_backup() -> None:
    store = KeyValueStore()
    store.set_at(0, "game", "score", "7")
    store.set_at(0, "game", "level", "1", 50)
    assert store.backup(1) == 2
    store.set_at(2, "game", "score", "8")
    assert store.delete_at(3, "game", "level") is True
    store.set_at(4, "game", "lives", "3")
    assert store.scan_at(60, "game") == [("lives", "3"), ("score", "8")]
    assert store.restore(70, 1) is True
    assert store.scan("game") == [("level", "1"), ("score", "7")]


@pytest.mark.tags("rollback", "isolation")
def test_changes_after_a_restore_do_not_reach_the_backup() -> None:
    store = KeyValueStore()
    store.set_at(0, "game", "score", "7")
    store.set_at(0, "game", "bonus", "x2", 20)
    assert store.backup(10) == 2
    assert store.restore(20, 10) is True
    store.set("game", "score", "8")
    store.set("game", "lives", "3")
    assert store.delete("game", "bonus") is True
    assert store.restore(30, 10) is True
    assert store.scan_at(39, "game") == [("bonus", "x2"), ("score", "7")]
    assert store.scan_at(40, "game") == [("score", "7")]


@pytest.mark.tags("rollback")
def test_restore_keeps_the_later_backups() -> None:
    store = KeyValueStore()
    store.set_at(1, "game", "score", "7")
    assert store.backup(1) == 1
    store.set_at(2, "game", "score", "8")
    assert store.backup(2) == 1
    assert store.restore(3, 1) is True
    assert store.restore(4, 2) is True
    assert store.get("game", "score") == "8"
    assert store.compact(5, 0) == 0


@pytest.mark.tags("snapshot", "rollback", "expiry", "boundary")
def test_backup_of_a_restored_store_saves_the_time_left_then() -> None:
    store = KeyValueStore()
    store.set_at(0, "game", "bonus", "x2", 20)
    assert store.backup(5) == 1
    assert store.restore(100, 5) is True
    assert store.backup(108) == 1
    assert store.backup(115) == 0
    assert store.restore(200, 110) is True
    assert store.get_at(206, "game", "bonus") == "x2"
    assert store.get_at(207, "game", "bonus") is None


@pytest.mark.tags("rollback", "expiry", "overwrite")
def test_restored_lifetimes_are_replaced_by_overwriting() -> None:
    store = KeyValueStore()
    store.set_at(0, "game", "a", "1", 10)
    store.set_at(0, "game", "b", "2", 10)
    store.set_at(0, "game", "c", "3")
    assert store.backup(0) == 3
    assert store.restore(50, 0) is True
    store.set_at(51, "game", "a", "4")
    store.set_at(51, "game", "c", "5", 2)
    assert store.scan_at(53, "game") == [("a", "4"), ("b", "2")]
    assert store.delete_at(60, "game", "b") is False
    assert store.scan_at(60, "game") == [("a", "4")]


@pytest.mark.tags("clock", "snapshot", "rollback", "compaction")
def test_plain_methods_after_them_happen_at_their_timestamp() -> None:
    store = KeyValueStore()
    store.set_at(0, "game", "bonus", "x2", 10)
    assert store.restore(10, 99) is False
    assert store.get("game", "bonus") is None
    store.set_at(20, "game", "bonus", "x2", 10)
    assert store.compact(30, 0) == 0
    assert store.get("game", "bonus") is None
    store.set_at(40, "game", "bonus", "x2", 10)
    assert store.backup(45) == 1
    assert store.get("game", "bonus") == "x2"
    assert store.backup(50) == 0
    assert store.delete("game", "bonus") is False
    assert store.restore(60, 45) is True
    assert store.scan("game") == [("bonus", "x2")]


@pytest.mark.tags("snapshot", "rollback", "clock")
def test_backups_and_restores_at_one_timestamp_happen_in_order() -> None:
    store = KeyValueStore()
    store.set_at(9, "game", "score", "1")
    assert store.backup(9) == 1
    store.set_at(9, "game", "score", "2")
    assert store.restore(9, 9) is True
    assert store.get_at(9, "game", "score") == "1"
    store.set_at(9, "game", "lives", "3")
    assert store.backup(9) == 2
    assert store.delete_at(9, "game", "score") is True
    assert store.restore(9, 9) is True
    assert store.scan_at(9, "game") == [("lives", "3"), ("score", "1")]


@pytest.mark.tags("compaction", "missing")
def test_compact_without_backups_drops_nothing() -> None:
    store = KeyValueStore()
    assert store.compact(3, 0) == 0
    store.set_at(4, "game", "score", "7")
    assert store.compact(5, 100) == 0
    assert store.get("game", "score") == "7"


@pytest.mark.tags("compaction", "rollback", "boundary")
def test_compact_keeps_the_last_backup_before_oldest() -> None:
    store = KeyValueStore()
    for timestamp in [10, 20, 30, 40]:
        store.set_at(timestamp, "game", "score", str(timestamp))
        store.backup(timestamp)
    assert store.compact(50, 39) == 2
    assert store.restore(51, 29) is False
    assert store.restore(51, 39) is True
    assert store.get("game", "score") == "30"
    assert store.restore(51, 40) is True
    assert store.get("game", "score") == "40"


@pytest.mark.tags("compaction", "rollback", "boundary")
def test_backup_made_exactly_at_oldest_lets_all_before_it_go() -> None:
    store = KeyValueStore()
    for timestamp in [10, 20, 30]:
        store.set_at(timestamp, "game", "score", str(timestamp))
        store.backup(timestamp)
    assert store.compact(50, 20) == 1
    assert store.restore(51, 19) is False
    assert store.restore(51, 20) is True
    assert store.get("game", "score") == "20"


@pytest.mark.tags("compaction", "boundary")
def test_oldest_at_or_before_the_first_backup_drops_nothing() -> None:
    store = KeyValueStore()
    for timestamp in [10, 20, 30]:
        store.set_at(timestamp, "game", "score", str(timestamp))
        store.backup(timestamp)
    assert store.compact(50, 0) == 0
    assert store.compact(50, 10) == 0
    assert store.compact(50, 19) == 0
    assert store.restore(51, 10) is True
    assert store.get("game", "score") == "10"


@pytest.mark.tags("compaction", "rollback")
def test_oldest_in_the_future_keeps_only_the_last_backup() -> None:
    store = KeyValueStore()
    for timestamp in [10, 20, 30]:
        store.set_at(timestamp, "game", "score", str(timestamp))
        store.backup(timestamp)
    assert store.compact(35, 10**12) == 2
    assert store.compact(35, 10**12) == 0
    assert store.restore(36, 29) is False
    assert store.restore(36, 30) is True
    assert store.get("game", "score") == "30"


@pytest.mark.tags("compaction")
def test_oldest_is_not_remembered() -> None:
    store = KeyValueStore()
    store.set_at(1, "game", "score", "1")
    store.backup(1)
    assert store.compact(2, 1000) == 0
    store.set_at(3, "game", "score", "3")
    store.backup(3)
    store.set_at(5, "game", "score", "5")
    store.backup(5)
    assert store.restore(6, 2) is True
    assert store.get("game", "score") == "1"
    assert store.compact(7, 4) == 1
    assert store.restore(8, 4) is True
    assert store.get("game", "score") == "3"


@pytest.mark.tags("compaction", "ordering")
def test_compact_drops_backups_hidden_by_a_later_one_of_the_same_timestamp() -> None:
    store = KeyValueStore()
    for score in ["1", "2", "3"]:
        store.set_at(10, "game", "score", score)
        store.backup(10)
    for score in ["4", "5"]:
        store.set_at(20, "game", "score", score)
        store.backup(20)
    assert store.compact(30, 0) == 3
    assert store.restore(31, 10) is True
    assert store.get("game", "score") == "3"
    assert store.restore(31, 20) is True
    assert store.get("game", "score") == "5"


@pytest.mark.tags("compaction", "rollback")
def test_compact_drops_repeated_backups_but_the_first() -> None:
    store = KeyValueStore()
    store.set_at(1, "game", "score", "7")
    for timestamp in [10, 20, 30]:
        store.backup(timestamp)
    store.set_at(31, "game", "score", "8")
    store.backup(40)
    assert store.compact(50, 0) == 2
    for moment, score in [(10, "7"), (39, "7"), (40, "8")]:
        assert store.restore(51, moment) is True
        assert store.get("game", "score") == score
    assert store.restore(52, 9) is False


@pytest.mark.tags("compaction")
def test_same_contents_with_others_between_are_not_repeated() -> None:
    store = KeyValueStore()
    for timestamp, score in [(10, "7"), (20, "8"), (30, "7")]:
        store.set_at(timestamp, "game", "score", score)
        store.backup(timestamp)
    assert store.compact(40, 0) == 0
    assert store.restore(41, 30) is True
    assert store.get("game", "score") == "7"


@pytest.mark.tags("compaction", "expiry")
def test_backups_that_differ_in_time_left_are_not_repeated() -> None:
    store = KeyValueStore()
    store.set_at(0, "game", "bonus", "x2", 100)
    store.backup(10)
    store.backup(11)
    store.set_at(12, "game", "bonus", "x2")
    store.backup(12)
    assert store.compact(13, 0) == 0
    assert store.restore(200, 11) is True
    assert store.get_at(288, "game", "bonus") == "x2"
    assert store.get_at(289, "game", "bonus") is None
    assert store.restore(300, 12) is True
    assert store.get_at(10**9, "game", "bonus") == "x2"


@pytest.mark.tags("compaction", "expiry")
def test_backups_with_the_same_time_left_are_repeated() -> None:
    store = KeyValueStore()
    store.set_at(0, "game", "bonus", "x2", 10)
    store.backup(3)
    store.set_at(7, "game", "bonus", "x2", 9)
    store.backup(9)
    assert store.compact(10, 0) == 1
    assert store.restore(50, 9) is True
    assert store.get_at(56, "game", "bonus") == "x2"
    assert store.get_at(57, "game", "bonus") is None


@pytest.mark.tags("compaction", "empty", "expiry")
def test_keys_without_living_fields_do_not_tell_backups_apart() -> None:
    store = KeyValueStore()
    store.backup(1)
    store.set_at(2, "game", "score", "7")
    store.set_at(2, "menu", "mode", "dark", 2)
    assert store.delete_at(3, "game", "score") is True
    store.backup(4)
    store.set_at(5, "menu", "mode", "")
    store.backup(6)
    assert store.compact(7, 0) == 1
    assert store.restore(8, 4) is True
    assert store.scan_values() == []
    assert store.restore(8, 6) is True
    assert store.scan_values() == [("menu", "mode", "")]


@pytest.mark.tags("compaction", "ordering")
def test_order_of_setting_does_not_tell_backups_apart() -> None:
    store = KeyValueStore()
    store.set_at(0, "a", "x", "1")
    store.set_at(0, "a", "y", "2")
    store.set_at(0, "b", "x", "3")
    store.backup(1)
    for key, field in [("a", "x"), ("a", "y"), ("b", "x")]:
        assert store.delete_at(2, key, field) is True
    store.set_at(3, "b", "x", "3")
    store.set_at(3, "a", "y", "2")
    store.set_at(3, "a", "x", "1")
    store.backup(4)
    assert store.compact(5, 0) == 1


@pytest.mark.tags("compaction")
def test_same_values_in_other_fields_or_keys_are_not_repeated() -> None:
    store = KeyValueStore()
    store.set_at(0, "a", "x", "1")
    store.backup(1)
    assert store.delete_at(2, "a", "x") is True
    store.set_at(2, "a", "y", "1")
    store.backup(3)
    assert store.delete_at(4, "a", "y") is True
    store.set_at(4, "b", "y", "1")
    store.backup(5)
    assert store.compact(6, 0) == 0


@pytest.mark.tags("compaction", "ordering")
def test_hidden_backups_are_dropped_before_repeated_ones() -> None:
    store = KeyValueStore()
    store.set_at(1, "game", "score", "7")
    store.backup(10)
    store.set_at(20, "game", "score", "8")
    store.backup(20)
    store.set_at(20, "game", "score", "7")
    store.backup(20)
    assert store.compact(30, 0) == 2
    assert store.restore(31, 20) is True
    assert store.get("game", "score") == "7"
    store.set_at(40, "game", "score", "9")
    store.backup(40)
    assert store.compact(50, 0) == 0


@pytest.mark.tags("compaction", "ordering")
def test_old_backups_are_dropped_before_repeated_ones() -> None:
    store = KeyValueStore()
    store.set_at(1, "game", "score", "7")
    for timestamp in [10, 20, 30]:
        store.backup(timestamp)
    assert store.compact(40, 25) == 2
    assert store.restore(41, 19) is False
    assert store.restore(41, 20) is True
    assert store.get("game", "score") == "7"
    assert store.restore(41, 30) is True


@pytest.mark.tags("compaction", "rollback")
def test_restore_to_before_oldest_uses_what_is_left() -> None:
    store = KeyValueStore()
    for timestamp in [10, 20, 30]:
        store.set_at(timestamp, "game", "score", str(timestamp))
        store.backup(timestamp)
    assert store.compact(40, 25) == 1
    assert store.restore(41, 22) is True
    assert store.get("game", "score") == "20"
    assert store.restore(41, 12) is False
    assert store.get("game", "score") == "20"


@pytest.mark.tags("compaction", "isolation", "expiry")
def test_compact_does_not_touch_the_fields() -> None:
    store = KeyValueStore()
    store.set_at(0, "game", "score", "7")
    store.set_at(0, "game", "bonus", "x2", 50)
    store.backup(10)
    store.set_at(11, "game", "score", "8")
    store.backup(12)
    assert store.compact(13, 12) == 1
    assert store.scan("game") == [("bonus", "x2"), ("score", "8")]
    assert store.get_at(49, "game", "bonus") == "x2"
    assert store.get_at(50, "game", "bonus") is None


@pytest.mark.tags("isolation", "snapshot", "rollback", "compaction")
def test_two_stores_have_their_own_backups() -> None:
    one = KeyValueStore()
    two = KeyValueStore()
    one.set_at(1, "game", "score", "7")
    assert one.backup(2) == 1
    assert two.restore(3, 2) is False
    assert two.backup(3) == 0
    assert two.backup(4) == 0
    assert two.compact(5, 4) == 1
    assert one.restore(6, 2) is True
    assert one.get("game", "score") == "7"


@pytest.mark.tags("basics")
def test_backup_arguments_may_be_given_by_name() -> None:
    store = KeyValueStore()
    store.set_at(1, "game", "score", "7")
    assert store.backup(timestamp=2) == 1
    assert store.backup(timestamp=3) == 1
    assert store.restore(timestamp=4, moment=2) is True
    assert store.compact(timestamp=5, oldest=3) == 1


@pytest.mark.tags("snapshot", "rollback", "compaction", "boundary")
def test_a_hundred_backups_and_far_jumps() -> None:
    store = KeyValueStore()
    for number in range(100):
        store.set_at(number * 10**9, f"k{number % 4}", f"f{number % 3}", str(number), 25 * 10**8)
        assert store.backup(number * 10**9) == min(number + 1, 3)
    assert store.compact(10**11, 50 * 10**9 - 1) == 49
    assert store.restore(2 * 10**11, 49 * 10**9 - 1) is False
    assert store.restore(2 * 10**11, 49 * 10**9) is True
    assert store.scan_values() == [("k3", "f2", "47"), ("k0", "f0", "48"), ("k1", "f1", "49")]
    assert store.scan_values_at(2 * 10**11 + 5 * 10**8 - 1, limit=1) == [("k3", "f2", "47")]
    assert store.scan_values_at(2 * 10**11 + 5 * 10**8, limit=1) == [("k0", "f0", "48")]
    assert store.restore(10**12, 10**12) is True
    assert store.get("k3", "f0") == "99"


class Model:
    """Fields with the time they have left, which is counted down step by step."""

    def __init__(self) -> None:
        self.fields: dict[tuple[str, str], tuple[str, int | None]] = {}
        self.backups: list[tuple[int, dict[tuple[str, str], tuple[str, int | None]]]] = []
        self.now = 0

    def wait(self, step: int) -> None:
        self.now += step
        for name, (value, left) in list(self.fields.items()):
            if left is not None and left <= step:
                del self.fields[name]
            elif left is not None:
                self.fields[name] = (value, left - step)

    def set(self, key: str, field: str, value: str, ttl: int | None = None) -> None:
        self.fields[key, field] = (value, ttl)
        if ttl == 0:
            del self.fields[key, field]

    def get(self, key: str, field: str) -> str | None:
        return self.fields.get((key, field), (None, None))[0]

    def delete(self, key: str, field: str) -> bool:
        return self.fields.pop((key, field), None) is not None

    def scan_values(self) -> list[tuple[str, str, str]]:
        items = [(key, field, value) for (key, field), (value, _) in self.fields.items()]
        return sorted(items, key=lambda item: (item[2], item[0], item[1]))

    def backup(self) -> int:
        self.backups.append((self.now, dict(self.fields)))
        return len(self.fields)

    def restore(self, moment: int) -> bool:
        for timestamp, fields in reversed(self.backups):
            if timestamp <= moment:
                self.fields = dict(fields)
                return True
        return False

    def compact(self, oldest: int) -> int:
        before = len(self.backups)
        first = max([0, *(i for i, b in enumerate(self.backups) if b[0] <= oldest)])
        last_at = dict(self.backups[first:])
        kept: list[tuple[int, dict[tuple[str, str], tuple[str, int | None]]]] = []
        for timestamp, fields in sorted(last_at.items(), key=lambda item: item[0]):
            if not kept or kept[-1][1] != fields:
                kept.append((timestamp, fields))
        self.backups = kept
        return before - len(kept)


keys = st.sampled_from(["", "k"])
fields = st.just("f")
values = st.sampled_from(["", "v"])
steps = st.integers(0, 2)
moments = st.integers(0, 20)
ttls = st.one_of(st.none(), st.integers(0, 8), st.integers(4, 8))
sets = st.tuples(steps, st.just("set"), keys, fields, values, ttls)
backups = st.tuples(steps, st.just("backup"))
restores = st.tuples(steps, st.just("restore"), moments)
compactions = st.tuples(steps, st.just("compact"), moments)
field_calls = st.one_of(
    sets,
    sets,
    st.tuples(steps, st.just("get"), keys, fields),
    st.tuples(steps, st.just("delete"), keys, fields),
    st.tuples(st.none(), st.just("set"), keys, fields, values),
    st.tuples(st.none(), st.just("delete"), keys, fields),
)
backup_calls = st.one_of(backups, backups, restores, restores, compactions)


def call(store: KeyValueStore, now: int, step: int | None, name: str, arguments: list) -> object:
    """Make one random call: plain without a step, timed with one."""
    if step is None:
        return getattr(store, name)(*arguments)
    if name in ("set", "get", "delete"):
        name += "_at"
    return getattr(store, name)(now, *arguments)


@pytest.mark.tags("model", "snapshot", "rollback", "compaction", "expiry")
@model_settings
@given(st.lists(field_calls | backup_calls, min_size=8, max_size=16))
def test_random_calls_answer_like_the_model(history: list[tuple]) -> None:
    store = KeyValueStore()
    model = Model()
    for step, name, *arguments in history:
        model.wait(step or 0)
        answer = call(store, model.now, step, name, arguments)
        assert answer == getattr(model, name)(*arguments)
    for step in [0, 1, 2, 4]:
        model.wait(step)
        assert store.scan_values_at(model.now) == model.scan_values()


@pytest.mark.tags("model", "compaction", "rollback", "expiry")
@model_settings
@given(
    st.lists(st.one_of(field_calls, backups, backups, restores), min_size=5, max_size=20),
    moments,
)
def test_restores_from_oldest_on_do_not_notice_a_compaction(
    history: list[tuple], oldest: int
) -> None:
    compacted = KeyValueStore()
    untouched = KeyValueStore()
    now = 0
    for step, name, *arguments in history:
        now += step or 0
        call(compacted, now, step, name, arguments)
        call(untouched, now, step, name, arguments)
    compacted.compact(now, oldest)
    assert compacted.compact(now, oldest) == 0
    for moment in range(oldest, oldest + 25, 4):
        now += 10
        assert compacted.restore(now, moment) == untouched.restore(now, moment)
        assert compacted.scan_values_at(now) == untouched.scan_values_at(now)
        assert compacted.scan_values_at(now + 4) == untouched.scan_values_at(now + 4)


@pytest.mark.tags("model", "rollback", "expiry", "boundary")
@model_settings
@given(
    st.integers(0, 10**11),
    st.integers(0, 10**6),
    st.integers(1, 10**6),
    st.integers(0, 10**11),
    st.integers(0, 10**6),
)
def test_time_left_is_exact_whatever_the_wait(
    start: int, age: int, left: int, wait: int, later: int
) -> None:
    store = KeyValueStore()
    store.set_at(start, "k", "f", "v", age + left)
    assert store.backup(start + age) == 1
    restored = start + age + wait
    assert store.restore(restored, start + age + later) is True
    assert store.get("k", "f") == "v"
    assert store.get_at(restored + left - 1, "k", "f") == "v"
    assert store.get_at(restored + left, "k", "f") is None
