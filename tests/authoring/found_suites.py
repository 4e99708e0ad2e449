"""Suites of one store as people keep them, in the shapes that are common."""

from pathlib import Path

from harness.authoring.making.adoption import Adopted, Known, adopt
from harness.catalog import Problem, load_problem

STORE = """
from dataclasses import dataclass, field


@dataclass
class Shelf:
    amounts: dict[str, int] = field(default_factory=dict)


class Store:
    '''Keeps amounts of things.'''

    def __init__(self):
        self._shelf = Shelf()

    def add(self, item: str, amount: int) -> int:
        '''Add an amount and answer how much there is now.'''
        self._shelf.amounts[item] = self._amount(item) + amount
        return self._shelf.amounts[item]

    # Level 2 begins here.
    def take(self, item: str, amount: int) -> bool:
        '''Take an amount, if there is as much.'''
        if self._amount(item) < amount:
            return False
        self._shelf.amounts[item] -= amount
        return True

    def _amount(self, item):
        return self._shelf.amounts.get(item, 0)

    def items(self) -> list[str]:
        return sorted(filter(self._amount, self._shelf.amounts))
"""
STATEMENT_1 = """# Level 1: Adding

Write a class `Store`. It keeps amounts.

```python
>>> Store().add("nail", 2)
2
```
"""
STATEMENT_2 = """# Level 2: Taking

Amounts are taken, and `items` lists what is left.

```python
>>> store = Store()
>>> store.add("nail", 2)
2
>>> store.take("nail", 2)
True
>>> store.items()
[]
```
"""
UNITTEST_HEAD = """
import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
from {module} import Store
"""
UNITTEST_1 = """

class TestLevel1(unittest.TestCase):
    def setUp(self):
        self.store = Store()

    def test_adding(self):
        self.assertEqual(self.store.add("nail", 2), 2)
        self.assertEqual(self.store.add("nail", 3), 5)
"""
UNITTEST_2 = """

class TestLevel2(unittest.TestCase):
    def setUp(self):
        self.store = Store()
        self.store.add("nail", 5)

    def test_taking(self):
        self.assertTrue(self.store.take("nail", 4))
        self.assertFalse(self.store.take("nail", 2))

    def test_items(self):
        self.assertEqual(self.store.items(), ["nail"])
        self.store.take("nail", 5)
        self.assertEqual(self.store.items(), [])


if __name__ == "__main__":
    unittest.main()
"""


def lay_out(top: Path, files: dict[str, str]) -> Path:
    """Write a folder as it is found somewhere."""
    for name, text in files.items():
        file = top / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return top


def a_file_a_level(top: Path) -> Path:
    """Plain functions, a file a level, the reference beside them under the name they import."""
    head = "import pytest\nfrom warehouse import Store\n\n\n@pytest.fixture\ndef store():\n    return Store()\n"
    return lay_out(
        top,
        {
            "level1.md": STATEMENT_1,
            "level2.md": STATEMENT_2,
            "test_level1.py": head
            + "\n\ndef test_adding(store):\n    assert store.add('x', 2) == 2\n",
            "test_level2.py": head
            + "\n\n@pytest.mark.parametrize('amount', [1, 2])\ndef test_taking(store, amount):\n"
            "    store.add('x', 2)\n    assert store.take('x', amount) is True\n"
            "    assert store.items() == ['x'] * (amount < 2)\n",
            "warehouse.py": STORE,
        },
    )


def one_file_of_classes(top: Path) -> Path:
    """A class a level in one file, one text for all, a stub where the solution belongs."""
    stub = "class Store:\n    def add(self, item, amount):\n        '''Add.'''\n        return 0\n\n    def take(self, item, amount):\n        pass\n"
    return lay_out(
        top,
        {
            "README.md": f"Some words before.\n\n{STATEMENT_1}\n{STATEMENT_2}",
            "src/store.py": stub,
            "answers/store.py": STORE,
            "tests/test_store.py": UNITTEST_HEAD.format(module="store") + UNITTEST_1 + UNITTEST_2,
        },
    )


def a_folder_a_level(top: Path) -> Path:
    """A folder a level, each with its own reference and a module in a package; samples apart."""
    first, _, rest = STORE.partition("    # Level 2")
    helper = rest[rest.index("    def _amount") : rest.index("    def items")]
    head = UNITTEST_HEAD.format(module="src.store")
    sample = head + UNITTEST_1.replace("TestLevel1", "Sample").replace("nail", "screw")
    return lay_out(
        top,
        {
            "level_1/README.md": STATEMENT_1,
            "level_1/tests.py": head + UNITTEST_1,
            "level_1/sample_tests.py": sample,
            "level_1/solution/store.py": first + helper,
            "level_2/README.md": STATEMENT_2,
            "level_2/tests.py": head + UNITTEST_2,
            "level_2/solution/store.py": STORE,
        },
    )


def a_base_class_beside(top: Path) -> Path:
    """An abstract class that names every method, and its implementation in another module."""
    base = """
'''What a store offers.'''

from __future__ import annotations

from abc import ABC, abstractmethod


class BaseStore(ABC):
    '''A store of things.'''

    @abstractmethod
    def add(self, item: str, amount: int) -> int:
        '''Put an amount on the shelf; answer how much is there.'''

    @abstractmethod
    def take(self, item: str, amount: int) -> bool:
        '''Take an amount from the shelf.'''

    def items(self) -> list[str]:
        '''List what is there.'''
        return []
"""
    implementation = STORE.replace("class Store:", "class Store(BaseStore):").replace(
        "from dataclasses", "from base_store import BaseStore\nfrom dataclasses"
    )
    tests = UNITTEST_HEAD.format(module="store_impl") + "from base_store import BaseStore\n"
    shape = "\n    def test_shape(self):\n        self.assertIsInstance(self.store, BaseStore)\n        self.assertEqual(self.store.add('nut', 1), 1)\n"
    return lay_out(
        top,
        {
            "level1.md": STATEMENT_1,
            "level2.md": STATEMENT_2,
            "base_store.py": base,
            "store_impl.py": implementation,
            "tests/level_1_tests.py": tests + UNITTEST_1 + shape,
            "tests/level_2_tests.py": tests + UNITTEST_2,
        },
    )


def levels_in_names(top: Path) -> Path:
    """One class whose methods say the level, with fixtures and a module of the tests' own."""
    tests = """
from checks import has_left
from solution import Store


class TestStore:
    def test_level_1_adding(self, store):
        assert store.add("nail", 2) == 2

    def test_level_2_taking(self, store):
        store.add("nail", 2)
        assert store.take("nail", 2)
        assert has_left(store, [])


def test_level_2_nothing():
    assert has_left(Store(), [])
"""
    return lay_out(
        top,
        {
            "task/level-1.txt": STATEMENT_1,
            "task/level-2.txt": STATEMENT_2,
            "tests/test_all.py": tests,
            "tests/checks.py": "def has_left(store, items):\n    return store.items() == items\n",
            "conftest.py": "import pytest\nfrom solution import Store\n\n\n@pytest.fixture\ndef store():\n    return Store()\n",
            "reference.py": STORE,
        },
    )


SHAPES = [
    a_base_class_beside,
    levels_in_names,
    a_file_a_level,
    one_file_of_classes,
    a_folder_a_level,
]


def adopted(top: Path, known: Known | None = None) -> tuple[Problem, Adopted]:
    outcome = adopt(top, top.parent / "problems", "store", known)
    return load_problem(outcome.folder), outcome


def contents(folder: Path) -> set[bytes]:
    return {file.read_bytes() for file in folder.rglob("*") if file.is_file()}
