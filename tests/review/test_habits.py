import re

import pytest

from harness.catalog import load_catalog
from harness.review.habits import look_at
from harness.review.syntax.definitions import SourceFile

KNOWN = [
    path
    for problem in load_catalog().problems.values()
    for path in sorted(problem.reference(1).parent.glob("*.py"))
]


@pytest.mark.parametrize("path", KNOWN, ids=lambda path: f"{path.parts[-4]}-{path.stem}")
def test_no_reference_and_no_second_design_is_accused(path: object) -> None:
    assert isinstance(path, type(KNOWN[0]))
    findings = look_at(SourceFile(path.read_text()))
    assert [each.sentence for each in findings if each.tone != "well"] == []


def found(source: str, kind: str) -> list[int]:
    """The first lines of every place that a check of this kind saw."""
    return [
        line
        for finding in look_at(SourceFile(source))
        if finding.kind == kind
        for line, _ in finding.lines
    ]


GLUED = """\
class Store:
    def __init__(self):
        self.data = {}
    def set(self, key, field, value):
        self.data[f"{key}.{field}"] = value
    def get(self, key, field):
        name = key + ":" + field
        return self.data.get(name)
    def has(self, key, field):
        return self.name(key, field) in self.data
    def name(self, key, field):
        return key + "." + field
"""


def test_glued_keys_are_seen_where_they_are_used() -> None:
    assert found(GLUED, "flat_keys") == [5, 8, 10]


@pytest.mark.parametrize(
    "honest",
    [
        "class A:\n    def f(self, a, b):\n        self.seen[(a, b)] = 1\n",
        "class A:\n    def f(self, a):\n        self.seen[f'{a}'] = 1\n",
        "class A:\n    def f(self, a, b):\n        self.seen[a + b] = 1\n",
        "class A:\n    def f(self, a, b):\n        return f'{a}.{b}'\n",
        "class A:\n    def f(self, node, name):\n        self.seen[f'{node.path()}/{name}'] = 1\n",
    ],
)
def test_other_keys_are_not_called_glued(honest: str) -> None:
    assert found(honest, "flat_keys") == []


def test_state_outside_the_object_is_seen() -> None:
    outside = (
        "data = {}\nclass A:\n    def f(self, key):\n        data[key] = 1\n        data.pop(key)\n"
    )
    assert found(outside, "state_outside") == [1, 4, 5]
    of_class = "class A:\n    rows = []\n    def f(self, row):\n        self.rows.append(row)\n"
    assert found(of_class, "state_of_class") == [2, 4]


@pytest.mark.parametrize(
    "honest",
    [
        "WORDS = {'a': 1}\nclass A:\n    def f(self, key):\n        return WORDS[key]\n",
        "data = {}\nclass A:\n    def f(self, data):\n        data['a'] = 1\n",
        "class A:\n    rows = []\n    def __init__(self):\n        self.rows = []\n    def f(self):\n        self.rows.append(1)\n",
    ],
)
def test_constants_and_own_state_are_not_called_shared(honest: str) -> None:
    assert not re.search("state_", " ".join(each.kind for each in look_at(SourceFile(honest))))


RECORDS = """\
class Store:
    def __init__(self):
        self.data = {}
        self.log = []
    def set(self, key, field, value, end):
        self.data.setdefault(key, {})[field] = (value, end)
        self.log.append([key, field, value])
    def get(self, key, field, now):
        entry = self.data.get(key, {}).get(field)
        if entry is None or entry[1] <= now:
            return None
        return entry[0]
    def scan(self, key):
        return sorted((field, entry[0]) for field, entry in self.data[key].items())
    def last(self):
        return self.log[-1][0], self.log[-1][2]
"""


def test_records_read_by_number_are_seen() -> None:
    assert found(RECORDS, "bare_records") == [6, 10, 12, 14]


@pytest.mark.parametrize(
    "honest",
    [
        "class A:\n    def f(self, a, b):\n        self.x[a] = (a, b)\n    def g(self, a):\n        one, two = self.x[a]\n        return one\n",
        "class A:\n    def f(self, a, b):\n        self.x[a] = (a, b)\n    def g(self, text):\n        parts = text.split()\n        return parts[0], parts[1], parts[2]\n",
        "class A:\n    def f(self, a, b):\n        self.x[a] = (a, b)\n    def g(self):\n        return [key[0] + key[1] + key[2] for key in self.x]\n",
    ],
)
def test_other_numbers_are_not_called_records(honest: str) -> None:
    assert found(honest, "bare_records") == []


def test_storage_that_every_method_spells_out_is_seen() -> None:
    methods = "".join(
        f"    def m{i}(self, a, b):\n        return self.rows[a][b] + {i}\n" for i in range(5)
    )
    assert found(f"class A:\n{methods}", "open_storage") == [3, 5, 7, 9, 11]
    four = "\n".join(methods.splitlines()[:8])
    assert found(f"class A:\n{four}\n", "open_storage") == []


def test_a_method_that_does_everything_is_seen() -> None:
    cases = "".join(
        f"        if kind == {i} and self.x:\n            self.y += {i}\n" for i in range(16)
    )
    assert found(f"class A:\n    def do(self, kind):\n{cases}", "does_everything") == [2]


COPIES = """\
class A:
    def one(self, key, now):
        entry = self.rows.get(key)
        if entry is None or (entry.end is not None and entry.end <= now):
            raise KeyError(key)
        self.count += 1
        return entry.value
    def two(self, name, at):
        found = self.rows.get(name)
        if found is None or (found.end is not None and found.end <= at):
            raise KeyError(name)
        self.count += 1
        del self.rows[name]
    def three(self, name, at):
        it = self.rows[name]
        return it is None or (it.end is not None and it.end <= at)
"""


def test_a_passage_and_a_condition_written_again_are_seen_under_other_names() -> None:
    assert found(COPIES, "copied_passage") == [3, 9]
    assert found(COPIES, "copied_condition") == [4, 10, 16]


def test_what_differs_in_more_than_names_is_no_copy() -> None:
    other = COPIES.replace("found.end <= at", "found.end < at").replace(
        "count += 1\n        del", "count += 2\n        del"
    )
    assert found(other, "copied_passage") == []
    assert found(other, "copied_condition") == []


def test_good_design_is_told_too() -> None:
    reference = load_catalog().problem("key_value_store").reference(4).read_text()
    kinds = [each.kind for each in look_at(SourceFile(reference))]
    assert kinds == ["small_methods", "records", "one_place"]
