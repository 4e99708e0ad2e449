"""Suites in the shapes in which they are found become problems, their tests unedited."""

from collections.abc import Callable
from pathlib import Path

import pytest

from harness.authoring import prove
from harness.authoring.making.adoption import Known, UnclearError
from harness.errors import RefusedError, WrongUseError
from harness.grading import Grader
from tests.authoring.found_suites import (
    SHAPES,
    STORE,
    a_base_class_beside,
    a_file_a_level,
    a_folder_a_level,
    adopted,
    contents,
    lay_out,
    levels_in_names,
)


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
