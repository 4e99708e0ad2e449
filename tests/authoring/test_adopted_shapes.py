"""A zoo of suites in the shapes that people share, each taken in as it is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from harness.authoring import prove
from harness.authoring.making.adoption import Known
from harness.catalog import Problem
from harness.errors import WrongUseError
from harness.grading import Grader
from tests.authoring.found_suites import STORE, adopted, contents, lay_out
from tests.authoring.suite_zoo import (
    TEXTS,
    ZOO,
    a_module_named_by_the_environment,
    a_platform_of_old,
    a_test_case_that_others_extend,
    fixtures_that_fill_by_a_helper,
    groups_called_by_letters,
    helpers_in_the_package_of_tests,
    neighbours_in_a_package,
    several_files_a_level,
)


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
