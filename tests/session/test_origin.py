"""A sitting finds its problem again: in the folder it began with, else by its id."""

import json
import os
import shutil
from pathlib import Path
from uuid import uuid4

import pytest

from harness.catalog import Catalog, Problem, load_catalog, load_problem
from harness.errors import HarnessError, WrongUseError
from harness.session import MODES, Sitting, Store, SystemClock, close_overdue
from harness.session.store import exported, take_in
from tests.session.doubles import MINUTE

NOTHING = Catalog({}, ())


@pytest.fixture
def sitting(store: Store, problem: Problem, tmp_path: Path) -> Sitting:
    return Sitting.start(store, problem, MODES["exam"], tmp_path / "work")


def moved(problem: Problem, top: Path, name: str) -> Problem:
    """The same problem, in another place than it was."""
    folder = top / name
    shutil.copytree(problem.folder, folder)
    shutil.copy(problem.starter_file, folder / "starter.py")
    shutil.rmtree(problem.folder)
    return load_problem(folder)


def reidentify(problem: Problem) -> None:
    manifest = problem.folder / "problem.toml"
    manifest.write_text(manifest.read_text().replace(str(problem.uuid), str(uuid4())))


def test_a_sitting_opens_though_its_problem_is_not_on_offer(sitting: Sitting, store: Store) -> None:
    assert Sitting.open(store, sitting.id, NOTHING).problem.folder == sitting.problem.folder


def test_what_is_edited_in_its_folder_is_what_the_sitting_goes_on_with(
    sitting: Sitting, store: Store, problem: Problem, catalog: Catalog
) -> None:
    manifest = problem.folder / "problem.toml"
    manifest.write_text(manifest.read_text().replace("1.0.0", "1.0.1"))
    assert Sitting.open(store, sitting.id, catalog).problem.version == "1.0.1"


def test_its_own_folder_goes_before_a_copy_on_offer(
    sitting: Sitting, store: Store, problem: Problem, tmp_path: Path
) -> None:
    copy = tmp_path / "copy" / "problems" / problem.id
    shutil.copytree(problem.folder, copy)
    shutil.copy(problem.starter_file, copy / "starter.py")
    offered = Catalog({problem.id: load_problem(copy)}, ())
    assert Sitting.open(store, sitting.id, offered).problem.folder == problem.folder


@pytest.mark.parametrize("name", ["counter", "renamed"])
def test_a_problem_that_was_moved_is_taken_where_it_is_offered(
    sitting: Sitting, store: Store, problem: Problem, tmp_path: Path, name: str
) -> None:
    there = moved(problem, tmp_path / "elsewhere", name)
    offered = load_catalog([there.folder])
    reopened = Sitting.open(store, sitting.id, offered)
    assert reopened.problem.folder == there.folder
    assert (reopened.folder / "solution.py").is_file()


@pytest.mark.parametrize("fault", ["gone", "another", "broken", "a file"])
def test_a_folder_that_will_not_do_is_told_in_a_line_with_its_mend(
    sitting: Sitting, store: Store, problem: Problem, fault: str
) -> None:
    folder = problem.folder
    match fault:
        case "gone":
            folder.rename(folder.with_name("renamed"))
        case "another":
            reidentify(problem)
        case "broken":
            (folder / "problem.toml").write_text("format = ")
        case "a file":
            shutil.rmtree(folder)
            folder.write_text("")
    for offered in (NOTHING, load_catalog([folder])):
        with pytest.raises(WrongUseError) as caught:
            Sitting.open(store, sitting.id, offered)
        line = str(caught.value)
        assert line.startswith(str(folder))
        assert "\n" not in line
        mend = "not valid TOML" if fault == "broken" else "by `--problems`"
        assert mend in line


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_folder_that_may_not_be_looked_into_is_told(
    sitting: Sitting, store: Store, problem: Problem
) -> None:
    problem.folder.parent.chmod(0)
    try:
        with pytest.raises(WrongUseError, match="permissions"):
            Sitting.open(store, sitting.id, NOTHING)
    finally:
        problem.folder.parent.chmod(0o755)


def test_a_problem_worth_something_else_by_now_is_another(
    sitting: Sitting, store: Store, problem: Problem
) -> None:
    manifest = problem.folder / "problem.toml"
    manifest.write_text(manifest.read_text().replace("points = 250", "points = 300"))
    with pytest.raises(WrongUseError, match="not the counter that this sitting began with"):
        Sitting.open(store, sitting.id, NOTHING)


def test_what_is_installed_is_found_by_its_id_alone(store: Store, tmp_path: Path) -> None:
    built_in = load_catalog().problem("bank")
    sitting = Sitting.start(store, built_in, MODES["exam"], tmp_path / "work")
    assert sitting.state.started.problem_folder == ""
    with pytest.raises(WrongUseError, match="'bank'"):
        Sitting.open(store, sitting.id, NOTHING)


def test_an_import_never_says_whose_tests_run_here(
    sitting: Sitting, store: Store, catalog: Catalog, tmp_path: Path
) -> None:
    text = exported(store, sitting.id)
    sitting.finish()
    with Store(tmp_path / "other.db") as other:
        facts = json.loads(text)
        facts["events"][0]["problem_folder"] = str(sitting.problem.folder)
        session = take_in(other, json.dumps(facts).encode(), Path("f.json"))
        with pytest.raises(WrongUseError, match="`--problems FOLDER`"):
            Sitting.open(other, session, NOTHING)
        assert Sitting.open(other, session, catalog).problem == sitting.problem


def test_a_sitting_ends_in_time_though_its_problem_is_gone(
    sitting: Sitting, store: Store, problem: Problem
) -> None:
    shutil.rmtree(problem.folder)
    reading = SystemClock().read()
    late = {clock: getattr(reading, clock) + 91 * MINUTE for clock in ("wall", "monotonic", "boot")}
    close_overdue(store, sitting.id, reading)
    assert store.sittings()[0].finished is None
    close_overdue(store, sitting.id, reading.model_copy(update=late))
    ended = store.sittings()[0].finished
    assert ended is not None
    assert ended.reason == "time is up"


def test_a_problem_whose_folder_cannot_be_written_down_is_refused(
    problem: Problem, store: Store, tmp_path: Path
) -> None:
    odd = problem.folder.parent.rename(problem.folder.parent.with_name("odd\udcff"))
    strange = load_problem(odd / problem.id)
    with pytest.raises(HarnessError, match="printable"):
        Sitting.start(store, strange, MODES["exam"], tmp_path / "work")
    assert not (tmp_path / "work").exists()
