"""What a problem and a level begin as: sound, but for the places marked for the author."""

from pathlib import Path

import pytest

from harness.authoring import prove
from harness.authoring.making.next_level import add_level
from harness.authoring.making.scaffold import copy_problem, new_problem
from harness.catalog import Problem, load_problem
from harness.errors import HarnessError, RefusedError, WrongUseError
from tests.authoring.conftest import write_sound_problem
from tests.full_disk import files_at_most


def everything(top: Path) -> dict[Path, bytes]:
    """Every file below a folder."""
    return {file: file.read_bytes() for file in top.rglob("*") if file.is_file()}


def finish(problem: Problem) -> Problem:
    """Take away every line that says what to write, as an author does when it is written."""
    for file in everything(problem.folder):
        lines = file.read_text().splitlines(keepends=True)
        file.write_text("".join(line for line in lines if "TODO: " not in line))
    return load_problem(problem.folder)


@pytest.mark.parametrize("levels", [1, pytest.param(3, marks=pytest.mark.slow)])
def test_a_scaffold_lacks_nothing_but_the_authors_words(tmp_path: Path, levels: int) -> None:
    new_problem(tmp_path, "parking_lot")
    for _ in range(levels - 1):
        add_level(load_problem(tmp_path / "parking_lot"))
    problem = load_problem(tmp_path / "parking_lot")
    assert (problem.class_name, len(problem.levels)) == ("ParkingLot", levels)
    findings = prove(problem)
    marked = {
        (file, number)
        for file, content in everything(tmp_path).items()
        for number, line in enumerate(content.decode().splitlines(), start=1)
        if "TODO: " in line
    }
    assert {(each.file, each.line) for each in findings} == marked
    assert {each.check for each in findings} == {"unfinished"}
    if levels == 3:
        assert "Everything from levels 1 and 2 still holds." in problem.levels[2].statement
    assert findings[0].file == problem.folder / "problem.toml"
    assert prove(finish(problem)) == []


def test_a_scaffold_goes_where_the_built_in_problems_have_their_files(tmp_path: Path) -> None:
    (tmp_path / "solutions_template").mkdir()
    (tmp_path / "docs" / "problems").mkdir(parents=True)
    written = new_problem(tmp_path / "problems", "lift")
    assert tmp_path / "solutions_template" / "lift.py" in written
    assert tmp_path / "docs" / "problems" / "lift.md" in written
    problem = load_problem(tmp_path / "problems" / "lift")
    assert problem.starter_file in written
    assert problem.instructor_page in written


def test_two_problems_have_two_identities(tmp_path: Path) -> None:
    new_problem(tmp_path, "lift")
    new_problem(tmp_path, "crane")
    assert load_problem(tmp_path / "lift").uuid != load_problem(tmp_path / "crane").uuid


@pytest.mark.parametrize("problem_id", ["Lift", "2lifts", "lift-shaft", "../lift", "a/b", ""])
def test_an_id_that_no_problem_may_have(tmp_path: Path, problem_id: str) -> None:
    with pytest.raises(WrongUseError, match="lower-case"):
        new_problem(tmp_path, problem_id)
    assert everything(tmp_path) == {}


@pytest.mark.parametrize(
    ("problem_id", "class_name"), [("lift", "Lift Shaft"), ("lift", "class"), ("none", None)]
)
def test_a_class_that_python_does_not_allow(
    tmp_path: Path, problem_id: str, class_name: str | None
) -> None:
    with pytest.raises(WrongUseError, match="--class"):
        new_problem(tmp_path, problem_id, class_name)
    assert everything(tmp_path) == {}


def test_what_a_full_disk_has_begun_is_taken_back_whole(tmp_path: Path) -> None:
    with files_at_most(400), pytest.raises(WrongUseError, match="cannot be written"):
        new_problem(tmp_path / "problems", "lift")
    assert list(tmp_path.iterdir()) == []
    new_problem(tmp_path / "problems", "lift")


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "solutions_template").mkdir()
    starter = tmp_path / "solutions_template" / "lift.py"
    starter.write_text("mine")
    with pytest.raises(RefusedError, match=r"lift\.py: exists already"):
        new_problem(tmp_path / "problems", "lift")
    assert everything(tmp_path) == {starter: b"mine"}
    (tmp_path / "problems" / "crane").mkdir(parents=True)
    with pytest.raises(RefusedError, match="crane: exists already"):
        new_problem(tmp_path / "problems", "crane")


def test_a_level_that_is_half_there_is_not_written_over(problem: Problem) -> None:
    reference = problem.reference(4)
    reference.write_text("mine")
    before = everything(problem.folder)
    with pytest.raises(RefusedError, match=r"level_4\.py: exists already"):
        add_level(problem)
    assert everything(problem.folder) == before


def test_a_level_keeps_every_line_that_was_there(problem: Problem) -> None:
    page = problem.instructor_page.read_text()
    manifest = (problem.folder / "problem.toml").read_text()
    before = everything(problem.folder)
    add_level(problem)
    after = everything(problem.folder)
    assert (problem.folder / "problem.toml").read_text().startswith(manifest)
    del before[problem.folder / "problem.toml"]
    assert before.items() <= after.items()
    lines = iter(problem.instructor_page.read_text().splitlines())
    assert all(line in lines for line in page.splitlines())  # in this order
    assert problem.reference(4).read_text().startswith(problem.reference(3).read_text())


@pytest.mark.parametrize(
    ("file", "content", "told"),
    [
        ("submissions/accepted/level_3.py", "class Other: pass\n", "defines no class Counter"),
        ("submissions/accepted/level_3.py", "class Counter(\n", r"level_3\.py:1: "),
        (
            "problem.toml",
            'levels = [{name = "One", points = 1, pace = 1}]\n',
            r"problem\.toml: its levels",
        ),
    ],
)
def test_a_level_that_cannot_be_added_leaves_all_as_it_was(
    problem: Problem, file: str, content: str, told: str
) -> None:
    (problem.folder / file).write_text(content)
    before = everything(problem.folder)
    with pytest.raises(HarnessError, match=told):
        add_level(problem)
    assert everything(problem.folder) == before


@pytest.mark.parametrize("file", ["submissions/accepted/level_3.py", "instructor.md"])
def test_a_text_that_cannot_be_read_is_named_before_anything_is_written(
    problem: Problem, file: str
) -> None:
    problem.instructor_page.rename(problem.folder / "instructor.md")
    (problem.folder / file).write_bytes("class Zähler: pass\n".encode("latin-1"))
    before = everything(problem.folder)
    with pytest.raises(WrongUseError, match=f"{file}: cannot be read"):
        add_level(problem)
    assert everything(problem.folder) == before


def test_an_installed_problem_is_copied_first(
    problem: Problem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sysconfig.get_path", lambda _: str(tmp_path / "content"))
    with pytest.raises(RefusedError, match="harness new my_counter --from counter"):
        add_level(problem)
    copy_problem(problem, tmp_path / "own", "my_counter")
    add_level(load_problem(tmp_path / "own" / "my_counter"))


def test_a_copy_is_another_problem_with_the_same_content(problem: Problem, tmp_path: Path) -> None:
    manifest = problem.folder / "problem.toml"
    manifest.write_text(manifest.read_text().replace(str(problem.uuid), str(problem.uuid).upper()))
    copy_problem(problem, tmp_path / "own", "tally")
    copy = load_problem(tmp_path / "own" / "tally")
    assert copy.uuid != problem.uuid
    assert (problem.name, copy.name) == ("Counter", "Tally")
    assert [level.name for level in copy.levels] == [level.name for level in problem.levels]
    assert copy.starter_file == copy.folder / "starter.py"
    assert copy.instructor_page == copy.folder / "instructor.md"
    assert copy.starter_file.read_bytes() == problem.starter_file.read_bytes()
    assert copy.instructor_page.read_bytes() == problem.instructor_page.read_bytes()
    mine, theirs = everything(copy.folder), everything(problem.folder)
    for file, content in theirs.items():
        if file.name != "problem.toml":
            assert mine[copy.folder / file.relative_to(problem.folder)] == content


HINTS = "# Hints · Level 3\n\n" + "".join(f"## {step}\n\nLook there.\n\n" for step in (1, 2, 3))


def test_a_copy_grows_a_level_and_lacks_only_what_is_new(tmp_path: Path) -> None:
    origin = write_sound_problem(tmp_path / "theirs")
    (origin / "level_3" / "hints.md").write_text(HINTS)
    copy_problem(load_problem(origin), tmp_path / "own", "tally")
    add_level(load_problem(tmp_path / "own" / "tally"))
    problem = load_problem(tmp_path / "own" / "tally")
    findings = prove(problem)
    assert {each.check for each in findings} == {"unfinished"}
    assert {each.file.relative_to(problem.folder).as_posix() for each in findings} == {
        "problem.toml",
        "level_4/statement.md",
        "level_4/test_sample.py",
        "level_4/test_hidden.py",
        "level_4/hints.md",
        "submissions/accepted/level_4.py",
        "submissions/wrong_answer/mistake_at_level_4.py",
        "instructor.md",
    }
    finished = finish(problem)
    assert len(finished.levels[3].hints) == 3
    assert finished.levels[0].hints == ()
