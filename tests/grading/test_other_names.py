"""Suites that know the solution by another name, or hold the tests of several levels in one file."""

import shutil
from pathlib import Path

import pytest

from harness.catalog import Problem, load_problem
from harness.errors import HarnessError
from harness.grading import Grader
from tests.grading.conftest import Author

SOURCE = b"class Thing:\n    def value(self): return 1\n\nclass OddError(Exception): pass\n"


def with_entry(problem: Problem, line: str) -> Problem:
    """Add a line to the head of the manifest."""
    manifest = problem.folder / "problem.toml"
    manifest.write_text(f"{line}\n{manifest.read_text()}")
    return load_problem(problem.folder)


def test_tests_import_the_solution_by_their_own_name(author: Author) -> None:
    problem = with_entry(
        author(
            """
            import os, sys, unittest
            sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
            import src.things.impl
            from src.things import impl
            from thing_impl import OddError, Thing
            import solution

            class TestThing(unittest.TestCase):
                def setUp(self): self.thing = Thing()
                def test_value(self): self.assertEqual(self.thing.value(), 1)
                def test_names(self):
                    self.assertEqual(src.things.impl.Thing().value(), impl.Thing().value())
                    self.assertTrue(issubclass(OddError, Exception))
                    self.assertIs(solution, impl)
            """
        ),
        'modules = ["thing_impl", "src.things.impl"]',
    )
    with Grader(problem) as grader:
        report = grader.grade(SOURCE, 1)
        assert {test.message for test in report.tests} == {""}
        assert report.accepted
        assert grader.grade(SOURCE.replace(b"return 1", b"return 2"), 1).score == 50


@pytest.mark.parametrize("name", ["json", "os.path", "pytest", "hypothesis.strategies", "a-b", ""])
def test_a_name_that_tests_need_themselves_or_python_refuses(author: Author, name: str) -> None:
    with pytest.raises(HarnessError, match="modules"):
        with_entry(author("def test(): pass"), f'modules = ["{name}"]')


def test_one_file_holds_the_tests_of_two_levels(author: Author) -> None:
    first = author(
        """
        from solution import Thing
        class TestLevel1:
            def test_it(self): assert Thing().value() == 1
        class TestLevel2:
            def test_it(self): assert Thing().more() == 2
        def test_level_2_function(): assert Thing().more() == 2
        """
    )
    folder = first.folder
    shutil.copytree(folder / "level_1", folder / "level_2")
    shutil.copy(first.reference(1), first.reference(1).with_name("level_2.py"))
    manifest = folder / "problem.toml"
    manifest.write_text(
        manifest.read_text()
        + 'tests = ["TestLevel1::*"]\n\n[[levels]]\nname = "Two"\npoints = 100\npace = 10\n'
        + 'tests = ["TestLevel2::*", "test_level_2_*"]\n'
    )
    with Grader(load_problem(folder)) as grader:
        report = grader.grade(SOURCE, 2)
    assert [(test.id, test.accepted) for test in report.tests] == [
        ("level_1/test_hidden.py::TestLevel1::test_it", True),
        ("level_2/test_hidden.py::TestLevel2::test_it", False),
        ("level_2/test_hidden.py::test_level_2_function", False),
    ]


def test_tests_share_modules_and_fixtures_of_the_problem(author: Author) -> None:
    problem = author(
        """
        from thing_asked import ask
        def test_it(one): assert ask() == one
        """
    )
    Path(problem.folder, "thing_asked.py").write_text(
        "from solution import Thing\ndef ask(): return Thing().value()\n"
    )
    Path(problem.folder, "conftest.py").write_text(
        "import pytest\n@pytest.fixture\ndef one(): return 1\n"
    )
    with Grader(problem) as grader:
        assert grader.grade(SOURCE, 1).accepted
