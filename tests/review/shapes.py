"""Sittings of known shape, each played as a person of that kind would."""

from harness.catalog import Problem
from harness.session import Sitting
from tests.review.recorded import Record, all_but, reference, with_only

GAMED = """\
class KeyValueStore:
    def __init__(self):
        self.calls = []

    def set(self, key, field, value):
        self.calls.append((key, field, value))

    def get(self, key, field):
        if key == "oak" and field == "height":
            return "21"
        if key == "fir":
            return "48"
        return None

    def delete(self, key, field):
        return key == "oak"
"""

FLAT = """\
data = {}


def glue(key, field):
    return key + "." + field


class KeyValueStore:
    def set(self, key, field, value):
        data[glue(key, field)] = value

    def get(self, key, field):
        return data.get(glue(key, field))

    def delete(self, key, field):
        name = glue(key, field)
        if name in data:
            del data[name]
            return True
        return False
"""


def grown(record: Record, kvs: Problem) -> Sitting:
    """One design, extended level by level; two tests fail once, on the way."""
    sitting = record()
    sitting.run(9, reference(kvs, 1))
    sitting.run(21, reference(kvs, 2), "test_scan_limit_zero_is_empty")
    sitting.run(24, reference(kvs, 2) + "\n# the limit\n")
    sitting.run(44, reference(kvs, 3))
    sitting.run(66, reference(kvs, 4))
    return sitting.finish(67)


def rewritten(record: Record, kvs: Problem) -> Sitting:
    """At level 3 the design is thrown away, which breaks level 1 for a while."""
    sitting = record()
    sitting.run(10, reference(kvs, 1))
    sitting.run(24, reference(kvs, 2))
    sitting.run(34, reference(kvs, 2), "3")
    anew = reference(kvs, 3, "frozen_rows")
    sitting.run(
        52, anew, "test_get_of_an_absent_key_is_none", "test_set_replaces_only_the_named_field", "3"
    )
    sitting.run(61, anew + "\n", "test_ttl_zero_is_gone_at_once")
    sitting.run(70, anew + "\n\n")
    sitting.run(84, reference(kvs, 4, "frozen_rows"), "4")
    return sitting.finish()


def stuck(record: Record, kvs: Problem) -> Sitting:
    """One boundary of level 3 fails for forty minutes, whatever is tried."""
    sitting = record()
    sitting.run(11, reference(kvs, 1))
    sitting.run(28, reference(kvs, 2))
    almost = reference(kvs, 3).replace("now < self.expires", "now <= self.expires")
    for number in range(9):
        sitting.run(
            44 + 5 * number,
            almost + "\n" * number,
            "test_get_is_none_at_the_moment_of_expiry_and_after",
            "test_ttl_zero_is_gone_at_once",
        )
    return sitting.finish()


def gamed(record: Record, kvs: Problem) -> Sitting:
    """Answers made for the tests: some pass, nothing is stored."""
    sitting = record()
    sitting.run(5, GAMED, *all_but(kvs, 1, 6))
    sitting.run(9, GAMED.replace('"48"', '"49"'), *all_but(kvs, 1, 8))
    return sitting.finish(12)


def test_driven(record: Record, kvs: Problem) -> Sitting:
    """One method after the other, a run after each."""
    sitting = record()
    first, second, third = (reference(kvs, level) for level in (1, 2, 3))
    sitting.run(3, with_only(first, "set"), *all_but(kvs, 1, 1))
    sitting.run(6, with_only(first, "set", "get"), *all_but(kvs, 1, 12))
    sitting.run(9, first)
    sitting.run(14, with_only(second, "set", "get", "delete", "scan"), *all_but(kvs, 2, 12))
    sitting.run(19, second, "test_scan_values_limit_zero_is_empty")
    sitting.run(22, second)
    methods = ["set", "get", "delete", "scan", "scan_values", "set_at", "get_at"]
    sitting.run(27, with_only(third, *methods), *all_but(kvs, 3, 10))
    sitting.run(31, with_only(third, *methods, "delete_at"), *all_but(kvs, 3, 19))
    sitting.run(36, with_only(third, *methods, "delete_at", "scan_at"), *all_but(kvs, 3, 25))
    sitting.run(41, third)
    return sitting.finish(42)


def flat(record: Record, kvs: Problem) -> Sitting:
    """Glued keys in a dictionary of the file, which level 2 makes dear."""
    sitting = record()
    sitting.run(8, FLAT, "test_two_stores_share_nothing")
    return sitting.finish(30)
