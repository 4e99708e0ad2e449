"""A zoo of further suites of the same store: the odd shapes in which they are shared."""

from pathlib import Path

from tests.authoring.found_suites import (
    STATEMENT_1,
    STATEMENT_2,
    STORE,
    UNITTEST_1,
    UNITTEST_2,
    lay_out,
)

TEXTS = {"level1.md": STATEMENT_1, "level2.md": STATEMENT_2}

PLATFORM_HEAD = """
import inspect, os, sys
current_dir = os.path.dirname(os.path.abspath(inspect.getfile(inspect.currentframe())))
parent_dir = os.path.dirname(current_dir)
sys.path.insert(0, parent_dir)

from timeout_decorator import timeout
import unittest
from store_impl import StoreImpl


class {name}(unittest.TestCase):
    failureException = Exception

    @classmethod
    def setUp(cls):
        cls.store = StoreImpl()
"""


def a_platform_of_old(top: Path) -> Path:
    """An interface and its implementation, limits by the clock, a sandbox, failures of any kind."""
    first = """
    @timeout(0.5)
    def test_case_01_adding(self):
        self.assertEqual(self.store.add("nail", 2), 2)
"""
    second = """
    @timeout(0.4)
    def test_case_01_taking(self):
        self.store.add("nail", 2)
        self.assertTrue(self.store.take("nail", 2))
        self.assertEqual(self.store.items(), [])
"""
    interface = "from abc import ABC\n\n\nclass Store(ABC):\n    def add(self, item, amount):\n        # default implementation\n        return 0\n"
    return lay_out(
        top,
        {
            **{name: text.replace("Store()", "StoreImpl()") for name, text in TEXTS.items()},
            "store.py": interface,
            "store_impl.py": "from store import Store\n"
            + STORE.replace("class Store:", "class StoreImpl(Store):"),
            "tests/level_1_tests.py": PLATFORM_HEAD.format(name="Level1Tests") + first,
            "tests/level_2_tests.py": PLATFORM_HEAD.format(name="Level2Tests") + second,
            "tests/sandbox_tests.py": PLATFORM_HEAD.format(name="SandboxTests")
            + first.replace("nail", "screw"),
            "run_single_test.sh": "python3 -m unittest $1\n",
        },
    )


def groups_in_place_of_levels(top: Path) -> Path:
    """One class whose methods say a group, and a stub under the name that is imported."""
    tests = """
import unittest
from simulation import Simulation


class TestSimulation(unittest.TestCase):
    def test_group_1(self):
        self.assertEqual(Simulation().add("nail", 2), 2)

    def test_group_2(self):
        simulation = Simulation()
        simulation.add("nail", 2)
        self.assertTrue(simulation.take("nail", 1))
        self.assertEqual(simulation.items(), ["nail"])
"""
    return lay_out(
        top,
        {
            **{name: text.replace("Store", "Simulation") for name, text in TEXTS.items()},
            "Readme.md": "How to run this.\n",
            "__init__.py": "",
            "simulation.py": "class Simulation:\n    pass\n",
            "simulation_solution.py": STORE.replace("class Store", "class Simulation"),
            "test_simulation.py": tests,
        },
    )


def groups_called_by_letters(top: Path) -> Path:
    """A file a group, with marks of pytest's that no file announces."""
    head = (
        "import pytest\nfrom store import Store\n\n\n@pytest.mark.timeout(2)\n@pytest.mark.quick\n"
    )
    return lay_out(
        top,
        {
            **TEXTS,
            "store.py": STORE,
            "group_a_tests.py": head + "def test_adding():\n    assert Store().add('x', 2) == 2\n",
            "group_b_tests.py": head
            + "def test_taking():\n    assert not Store().take('x', 2)\n    assert Store().items() == []\n",
        },
    )


def several_files_a_level(top: Path) -> Path:
    """A folder a level, its tests in several files that share names but not their fixtures."""
    empty = "import pytest\nfrom store import Store\n\n\n@pytest.fixture\ndef store():\n    return Store()\n\n\n"
    full = empty.replace(
        "    return Store()", "    store = Store()\n    store.add('x', 5)\n    return store"
    )
    tests = {
        "level_1/tests/test_basic.py": f"{empty}def test_add(store):\n    assert store.add('x', 1) == 1\n",
        "level_1/tests/test_edge.py": f"{full}def test_add(store):\n    assert store.add('x', 1) == 6\n",
        "level_2/tests/basic/test_take.py": f"{full}def test_take(store):\n    assert store.take('x', 5)\n",
        "level_2/tests/edge/test_edge.py": f"{full}def test_none(store):\n    assert not store.take('x', 6)\n",
        "level_2/tests/more/test_edge.py": f"{full}def test_items(store):\n    assert store.items() == ['x']\n",
    }
    return lay_out(
        top,
        {
            **tests,
            "level_1/README.md": STATEMENT_1,
            "level_2/README.md": STATEMENT_2,
            "solution/store.py": STORE,
        },
    )


def neighbours_in_a_package(top: Path) -> Path:
    """A package: its tests import the module beside them by a dot."""
    head = "import unittest\n\nfrom .store import Store\nfrom . import store as module\n"
    more = "\n    def test_whole_module(self):\n        self.assertEqual(module.Store().add('nut', 1), 1)\n"
    return lay_out(
        top,
        {
            **TEXTS,
            "__init__.py": "",
            "store.py": STORE,
            "test_level1.py": head + UNITTEST_1 + more,
            "test_level2.py": head + UNITTEST_2,
        },
    )


def a_module_named_by_the_environment(top: Path) -> Path:
    """The module to test is looked up, so that a reference can take its place."""
    tests = """
import importlib
import os
import unittest

Store = importlib.import_module(os.getenv("SOLUTION_MODULE", "solution")).Store
"""
    return lay_out(
        top,
        {
            "prompt.md": f"{STATEMENT_1}\n{STATEMENT_2}",
            "solution.py": "class Store:\n    def add(self, item, amount):\n        raise NotImplementedError\n",
            "reference_solution.py": STORE,
            "test_solution.py": tests + UNITTEST_1 + UNITTEST_2,
        },
    )


def fixtures_that_fill_by_a_helper(top: Path) -> Path:
    """Tests that know the solution by their fixtures only, which a module of their own fills."""
    return lay_out(
        top,
        {
            **TEXTS,
            "store.py": STORE,
            "conftest.py": """
import pytest
from filling import fill, empty
from store import Store


@pytest.fixture(name="store")
def make_store():
    return Store()


@pytest.fixture
def full(store):
    fill(store, {"nut": 2, "bolt": 5})
    return store


@pytest.fixture
def emptied(full):
    return empty(full)


@pytest.fixture(params=["nut", "bolt"])
def name(request):
    return request.param
""",
            "filling.py": """
def fill(store, amounts):
    for name, amount in amounts.items():
        store.add(name, amount)


def empty(store):
    for name in store.items():
        while store.take(name, 1):
            pass
    return store
""",
            "test_level1.py": "def test_more(full, name):\n    assert full.add(name, 1) in (3, 6)\n",
            "test_level2.py": "def test_none(emptied, name):\n    assert not emptied.take(name, 1)\n    assert emptied.items() == []\n",
        },
    )


def a_test_case_that_others_extend(top: Path) -> Path:
    """Test cases that extend one of their own, which makes what all of them try."""
    return lay_out(
        top,
        {
            **TEXTS,
            "store.py": STORE,
            "tests/stocked.py": """
import unittest

from store import Store


class Stocked(unittest.TestCase):
    STOCK = {"nut": 2}

    def setUp(self):
        self.store = Store()
        for name, amount in self.STOCK.items():
            self.store.add(name, amount)
""",
            "tests/test_level1.py": """
from stocked import Stocked


class Adding(Stocked):
    def test_adding(self):
        for amount, left in ((1, 3), (4, 7)):
            with self.subTest(amount=amount):
                self.assertEqual(self.store.add("nut", amount), left)
""",
            "tests/test_level2.py": """
from stocked import Stocked


class Taking(Stocked):
    STOCK = {"nut": 1, "bolt": 5}

    def test_taking(self):
        for name, answer in (("nut", False), ("bolt", True)):
            with self.subTest(name=name):
                self.assertIs(self.store.take(name, 2), answer)
        self.assertEqual(self.store.items(), ["bolt", "nut"])
""",
        },
    )


def helpers_in_the_package_of_tests(top: Path) -> Path:
    """Tests in a package with classes of their own, imported by a dot and by the whole name."""
    return lay_out(
        top,
        {
            **TEXTS,
            "store.py": STORE,
            "tests/__init__.py": "",
            "tests/helpers.py": """
from dataclasses import dataclass

from .amounts import NUTS


@dataclass(frozen=True)
class Item:
    name: str = "nut"
    amount: int = NUTS


def put(store, item):
    return store.add(item.name, item.amount)
""",
            "tests/amounts.py": "NUTS = 2\n",
            "tests/test_level1.py": """
import pytest
from store import Store

from .helpers import Item, put


@pytest.mark.parametrize("item", [Item(), Item("bolt", 5)], ids=lambda item: item.name)
class TestAdding:
    def test_adding(self, item):
        assert put(Store(), item) == item.amount
""",
            "tests/test_level2.py": """
from store import Store
from tests.helpers import Item, put


def test_taking():
    store, item = Store(), Item()
    put(store, item)
    assert store.take(item.name, item.amount) is True
    assert store.items() == []
""",
        },
    )


ZOO = [
    helpers_in_the_package_of_tests,
    fixtures_that_fill_by_a_helper,
    a_test_case_that_others_extend,
    a_platform_of_old,
    groups_in_place_of_levels,
    groups_called_by_letters,
    several_files_a_level,
    neighbours_in_a_package,
    a_module_named_by_the_environment,
]
