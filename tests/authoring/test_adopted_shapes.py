"""A zoo of suites in the shapes that people share, each taken in as it is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from harness.authoring import prove
from harness.authoring.making.adoption import Known
from harness.catalog import Problem
from harness.errors import WrongUseError
from harness.grading import Grader
from tests.authoring.test_adoption import (
    STATEMENT_1,
    STATEMENT_2,
    STORE,
    UNITTEST_1,
    UNITTEST_2,
    adopted,
    contents,
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


@pytest.mark.slow
@pytest.mark.parametrize("shape", ZOO, ids=lambda shape: shape.__name__)
def test_every_shape_becomes_a_sound_problem_unedited(
    tmp_path: Path, shape: Callable[[Path], Path]
) -> None:
    top = shape(tmp_path / "found")
    before = contents(top)
    problem, _ = adopted(top)
    assert [str(finding) for finding in prove(problem) if finding.severity == "error"] == []
    assert [level.name for level in problem.levels] == ["Adding", "Taking"]
    suites = {file.read_bytes() for file in top.rglob("*test*.py")}
    assert suites <= contents(problem.folder)
    assert contents(top) == before


def problem_of(shape: Callable[[Path], Path], folder: Path) -> Problem:
    return adopted(shape(folder / "found"))[0]


@pytest.mark.parametrize(
    ("shape", "shared"),
    [
        (fixtures_that_fill_by_a_helper, ["conftest.py", "filling.py"]),
        (a_test_case_that_others_extend, ["stocked.py"]),
        (
            helpers_in_the_package_of_tests,
            [
                "level_1/amounts.py",
                "level_1/helpers.py",
                "tests/__init__.py",
                "tests/amounts.py",
                "tests/helpers.py",
            ],
        ),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_the_solution_is_what_fixtures_and_cases_make_and_not_what_tests_share(
    tmp_path: Path, shape: Callable[[Path], Path], shared: list[str]
) -> None:
    problem = problem_of(shape, tmp_path)
    assert (problem.class_name, problem.modules) == ("Store", ("store",))
    files = {file.relative_to(problem.folder).as_posix() for file in problem.folder.rglob("*.py")}
    expected = {file for file in files if "submissions/" in file or "/test_" in file}
    assert files == {*expected, *shared, "starter.py"}
    assert "def add" in problem.reference(1).read_text()
    assert "def take" not in problem.reference(1).read_text()
    assert "def add" in problem.starter_file.read_text()


def test_a_module_that_only_a_helper_imports_can_be_named(tmp_path: Path) -> None:
    helper = "from store import Store\n\n\ndef made():\n    return Store()\n"
    head = "from helper import made\n\n\n"
    top = lay_out(
        tmp_path / "found",
        {
            **TEXTS,
            "store.py": STORE,
            "helper.py": helper,
            "test_level1.py": head + "def test_adding():\n    assert made().add('x', 1) == 1\n",
            "test_level2.py": head + "def test_taking():\n    assert not made().take('x', 1)\n",
        },
    )
    with pytest.raises(WrongUseError, match="none of its tests imports shop"):
        adopted(top, Known(module="shop"))
    problem, _ = adopted(top, Known(module="store"))
    assert (problem.class_name, problem.modules) == ("Store", ("store",))
    assert (problem.folder / "helper.py").read_text() == helper


def test_the_sandbox_becomes_samples_and_the_clock_a_limit_of_cpu_time(tmp_path: Path) -> None:
    top = a_platform_of_old(tmp_path / "found")
    problem, outcome = adopted(top)
    sandbox = (top / "tests" / "sandbox_tests.py").read_bytes()
    assert problem.levels[0].sample_tests.read_bytes() == sandbox
    assert problem.limits.cpu_seconds == 0.5
    assert (problem.class_name, problem.modules) == ("StoreImpl", ("store_impl",))
    assert "timeout_decorator.py stands for the package" in outcome.notes[-1]


def test_a_sandbox_goes_to_the_level_that_has_all_it_uses(tmp_path: Path) -> None:
    top = a_platform_of_old(tmp_path / "found")
    sandbox = top / "tests" / "sandbox_tests.py"
    sandbox.write_text(sandbox.read_text() + "        self.store.items()\n")
    problem, _ = adopted(top)
    assert problem.levels[1].sample_tests.read_bytes() == sandbox.read_bytes()
    assert "none" in problem.levels[0].sample_tests.read_text()


def test_a_failed_assertion_of_any_kind_is_told_like_any_other(tmp_path: Path) -> None:
    problem = problem_of(a_platform_of_old, tmp_path)
    wrong = problem.reference(2).read_text().replace("+ amount", "+ amount + 1")
    with Grader(problem) as grader:
        report = grader.grade(wrong.encode(), 1)
    hidden = next(test for test in report.tests if test.kind == "hidden")
    assert str(hidden.verdict) == "wrong answer"
    assert hidden.message.endswith("returned 3; expected 2.")


def test_further_files_of_a_level_score_too(tmp_path: Path) -> None:
    problem = problem_of(several_files_a_level, tmp_path)
    assert [[file.name for file in level.scored_files] for level in problem.levels] == [
        ["test_hidden.py", "test_hidden_edge.py"],
        ["test_hidden.py", "test_hidden_edge.py", "test_hidden_edge_2.py"],
    ]
    with Grader(problem) as grader:
        report = grader.grade(problem.reference(2).read_bytes(), 2)
    assert [level.scored_total for level in report.levels] == [2, 3]
    assert report.score == report.max_score


def test_marks_that_nobody_announces_are_announced(tmp_path: Path) -> None:
    problem = problem_of(groups_called_by_letters, tmp_path)
    assert "['quick', 'timeout']" in (problem.folder / "conftest.py").read_text()
    assert problem.limits.cpu_seconds == 2


def test_a_dot_means_the_solution_in_every_level(tmp_path: Path) -> None:
    problem = problem_of(neighbours_in_a_package, tmp_path)
    assert problem.modules == ("store", "level_1.store", "level_2.store")
    with Grader(problem) as grader:
        assert grader.grade(problem.reference(2).read_bytes(), 2).accepted


def test_a_module_that_is_looked_up_is_the_solution(tmp_path: Path) -> None:
    problem = problem_of(a_module_named_by_the_environment, tmp_path)
    assert (problem.class_name, problem.modules) == ("Store", ())
    assert "raise NotImplementedError" in problem.starter_file.read_text()


COMMANDS = """
from simulation import simulate


def test_level_1_counting():
    assert simulate([["ADD", "2"]]) == [2]


def test_level_2_resetting():
    assert simulate([["ADD", "2"], ["RESET"], ["ADD", "1"]]) == [2, None, 1]
"""
SIMULATE = """
def simulate(commands: list[list[str]]) -> list[int | None]:
    '''Answer every command.'''
    total, answers = 0, []
    for name, *words in commands:
        total = total + int(words[0]) if name == "ADD" else 0
        answers.append(total if name == "ADD" else None)
    return answers
"""


def commands_in_one_function(top: Path) -> Path:
    """No class at all: a function is given every command."""
    return lay_out(top, {**TEXTS, "simulation.py": SIMULATE, "test_simulation.py": COMMANDS})


def test_a_function_is_asked_for_like_a_class_and_says_what_cannot_be_cut(tmp_path: Path) -> None:
    problem, outcome = adopted(commands_in_one_function(tmp_path / "found"))
    assert problem.class_name == "simulate"
    assert problem.starter_file.read_text().splitlines() == [
        "def simulate(commands: list[list[str]]) -> list[int | None]:",
        '    """Answer every command."""',
        "    raise NotImplementedError",
    ]
    assert outcome.notes == [
        "simulate is a function, from which nothing can be cut: the reference of level 1 is a "
        "later one; take from it what that level does not ask for."
    ]
    with Grader(problem) as grader:
        assert grader.grade(problem.reference(1).read_bytes(), 2).accepted
        missing = grader.grade(b"def simulated(): pass", 2)
    assert str(missing.verdict) == "compile error"


def test_a_reference_of_its_own_at_each_level_of_a_function(tmp_path: Path) -> None:
    top = commands_in_one_function(tmp_path / "found")
    lesser = SIMULATE.replace(' if name == "ADD" else 0', "")
    lay_out(top, {"answers/level_1.py": lesser, "answers/level_2.py": SIMULATE})
    problem, outcome = adopted(top)
    assert problem.reference(1).read_text().strip() == lesser.strip()
    assert outcome.notes == []


def test_what_tests_import_and_nobody_has_is_told(tmp_path: Path) -> None:
    top = groups_called_by_letters(tmp_path / "found")
    file = top / "group_a_tests.py"
    file.write_text("from nobody_made_this.yet import thing\n" + file.read_text())
    _, outcome = adopted(top)
    assert (
        outcome.notes[-1] == "install what the tests import beside the harness: nobody_made_this."
    )
