"""Suites in the shapes in which they are found become problems, their tests unedited."""

from collections.abc import Callable
from pathlib import Path

import pytest

from harness.authoring import prove
from harness.authoring.making.adoption import Adopted, Known, UnclearError, adopt
from harness.catalog import Problem, load_problem
from harness.errors import RefusedError, WrongUseError
from harness.grading import Grader

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


@pytest.mark.parametrize(
    "shape",
    [
        *SHAPES[:2],
        *(pytest.param(shape, marks=pytest.mark.slow) for shape in SHAPES[2:]),
    ],
    ids=lambda shape: shape.__name__,
)
def test_a_suite_becomes_a_sound_problem(tmp_path: Path, shape: Callable[[Path], Path]) -> None:
    top = shape(tmp_path / "found")
    before = contents(top)
    problem, _ = adopted(top)
    assert [str(finding) for finding in prove(problem) if finding.severity == "error"] == []
    assert [level.name for level in problem.levels] == ["Adding", "Taking"]
    assert problem.class_name == "Store"
    assert contents(top) == before
    suites = {file.read_bytes() for file in top.rglob("*test*.py")}
    assert suites <= contents(problem.folder)


def test_another_solution_that_can_be_imported_is_not_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(tmp_path / "mine", {"solution.py": "class Other: ...\n"})
    monkeypatch.syspath_prepend(tmp_path / "mine")
    problem, _ = adopted(levels_in_names(tmp_path / "found"))
    assert (problem.class_name, problem.modules) == ("Store", ())


def test_levels_below_the_reference_are_cut_out_of_it(tmp_path: Path) -> None:
    problem, outcome = adopted(a_base_class_beside(tmp_path / "found"))
    first = problem.reference(1).read_text()
    assert "def take" not in first
    assert "Level 2 begins here" not in first
    assert "def _amount" in first
    assert problem.starter_file.read_text().count("raise NotImplementedError") == 1
    assert "reference of level 1 is a later one" in outcome.notes[0]
    assert "base_store became part" in outcome.notes[1]


PARTED_STORE = """
class Kept:
    def _amount(self, item):
        return self.__dict__.get(item, 0)

    def weigh(self):
        return 0


class Listing(Kept):
    def items(self):
        return sorted(filter(self._amount, self.__dict__))


class Taking(Kept):
    def take(self, item, amount):
        if self._amount(item) < amount:
            return False
        self.__dict__[item] -= amount
        return True


class Store(Taking, Listing):
    def add(self, item: str, amount: int) -> int:
        self.__dict__[item] = self._amount(item) + amount
        return self.__dict__[item]
"""
FIRST_OF_IT = """
class Kept:
    def _amount(self, item):
        return self.__dict__.get(item, 0)


class Listing(Kept):
    pass


class Taking(Kept):
    pass


class Store(Taking, Listing):
    def add(self, item: str, amount: int) -> int:
        self.__dict__[item] = self._amount(item) + amount
        return self.__dict__[item]
"""


def test_bases_are_cut_each_once_in_whatever_order_a_class_names_them(tmp_path: Path) -> None:
    top = a_file_a_level(tmp_path / "found")
    (top / "warehouse.py").write_text(PARTED_STORE)
    problem, _ = adopted(top)
    assert problem.reference(1).read_text().strip() == FIRST_OF_IT.strip()


def test_the_references_of_levels_that_are_there_are_taken(tmp_path: Path) -> None:
    top = a_folder_a_level(tmp_path / "found")
    problem, outcome = adopted(top)
    assert outcome.notes == []
    for level in (1, 2):
        own = top / f"level_{level}" / "solution" / "store.py"
        assert problem.reference(level).read_text().strip() == own.read_text().strip()
    assert "screw" in problem.levels[0].sample_tests.read_text()
    assert "none" in problem.levels[1].sample_tests.read_text()


def remove(name: str) -> Callable[[Path], None]:
    return lambda top: (top / name).unlink()


def write(name: str, text: str) -> Callable[[Path], None]:
    def change(top: Path) -> None:
        (top / name).write_text(text)

    return change


def add_two_files_of_samples(top: Path) -> None:
    for name in ("samples.py", "sandbox_tests.py"):
        (top / name).write_text(TESTS.format("warehouse", "Store").replace("take", "add"))


TESTS = "from {0} import {1}\n\n\ndef test_it():\n    assert {1}().take('x', 0)\n"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (remove("level2.md"), "no statement of level 2; add level2.md"),
        (write("more_level2.md", "x"), "level2.md and more_level2.md could both be the statement"),
        (remove("test_level1.py"), "no tests of level 1"),
        (add_two_files_of_samples, "samples.py and sandbox_tests.py both hold samples of level 1"),
        (write("test_other.py", TESTS.format("warehouse", "Store")), "test_it nor its class"),
        (remove("warehouse.py"), "no file defines a class or function .* .Store."),
        (write("warehouse.py", "class Store:\n    def add(self): ...\n"), "no reference: no file"),
        (write("warehouse.py", "class Store\n"), r"warehouse\.py:1: expected"),
        (write("test_level1.py", TESTS.format("..warehouse", "Store")), r"level1\.py:1: .* climbs"),
        (write("warehouse.py", f"import extra\n{STORE}"), r"warehouse\.py:1: `import extra`"),
    ],
)
def test_what_is_missing_is_said_in_a_line(
    tmp_path: Path, change: Callable[[Path], None], told: str
) -> None:
    top = a_file_a_level(tmp_path / "found")
    (top / "extra.py").write_text("LIMIT = 3\n")
    change(top)
    with pytest.raises(WrongUseError, match=told) as caught:
        adopted(top)
    assert not isinstance(caught.value, UnclearError)
    assert not (tmp_path / "problems").exists()


def test_a_folder_without_tests_and_one_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(WrongUseError, match="no such folder"):
        adopted(tmp_path / "found")
    with pytest.raises(WrongUseError, match="holds no tests"):
        adopted(lay_out(tmp_path / "found", {"level1.md": "x"}))


@pytest.mark.parametrize(
    ("change", "field", "choices"),
    [
        (
            write("test_level2.py", TESTS.format("depot", "Store")),
            "module",
            ["warehouse", "depot"],
        ),
        (
            write("test_level2.py", TESTS.format("warehouse", "Shelf")),
            "class_name",
            ["Store", "Shelf"],
        ),
        (write("another.py", STORE), "reference", ["another.py", "warehouse.py"]),
    ],
)
def test_what_only_the_owner_can_tell_is_asked(
    tmp_path: Path, change: Callable[[Path], None], field: str, choices: list[str]
) -> None:
    top = a_file_a_level(tmp_path / "found")
    (top / "depot.py").write_text("class Depot:\n    pass\n")
    change(top)
    with pytest.raises(UnclearError) as caught:
        adopted(top)
    assert caught.value.field == field
    assert [Path(choice).name for choice in caught.value.choices] == choices
    adopted(
        top, Known().told(field, str(top / choices[-1]) if field == "reference" else choices[0])
    )


def test_an_adopted_problem_is_not_written_over(tmp_path: Path) -> None:
    top = a_file_a_level(tmp_path / "found")
    adopted(top)
    with pytest.raises(RefusedError, match="store: exists already"):
        adopted(top)


def test_a_star_and_a_whole_module_are_imports_like_any_other(tmp_path: Path) -> None:
    top = a_file_a_level(tmp_path / "found")
    first, second = top / "test_level1.py", top / "test_level2.py"
    first.write_text(first.read_text().replace("import Store", "import *"))
    second.write_text(
        second.read_text()
        .replace("from warehouse import Store", "import warehouse")
        .replace("return Store", "return warehouse.Store")
    )
    problem, _ = adopted(top)
    assert (problem.class_name, problem.modules) == ("Store", ("warehouse",))
    with Grader(problem) as grader:
        assert grader.grade(problem.reference(2).read_bytes(), 2).accepted
