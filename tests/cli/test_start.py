import os
import shutil
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from harness.catalog import Problem
from harness.cli.commands import start
from harness.session import MODES
from tests.cli.conftest import Run


def test_the_modes_offered_are_those_there_are() -> None:
    assert tuple(MODES) == start.MODES


def test_hidden_files_do_not_make_a_folder_full(harness: Run, work: Path) -> None:
    (work / ".git").mkdir()
    answer = harness("start", "counter")
    assert (answer.code, answer.err) == (0, "")
    assert "Counter, exam: 90:00 left of 90 minutes" in answer.out


def test_a_folder_with_anything_in_it_is_refused_with_a_way_out(harness: Run, work: Path) -> None:
    (work / "diary.txt").write_text("mine")
    answer = harness("start", "counter")
    assert (answer.code, answer.out) == (3, "")
    assert "diary.txt" in answer.err
    assert "--dir" in answer.err
    assert [path.name for path in work.iterdir()] == ["diary.txt"]


def test_a_named_folder_is_made(harness: Run, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "down"
    answer = harness("start", "counter", "--dir", folder, "--mode", "practice", "--minutes", 5)
    assert answer.code == 0
    assert "Counter, practice: 5:00 left of 5 minutes" in answer.out
    assert (folder / "solution.py").is_file()


def test_a_file_is_no_folder(harness: Run, work: Path) -> None:
    (work / "file").write_text("")
    answer = harness("start", "counter", "--dir", "file")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        ("start", "nonesuch"),
        ("start", "counter", "--minutes", "0"),
        ("start", "counter", "--minutes", "soon"),
        ("start", "counter", "--mode", "easy"),
        ("start",),
    ],
)
def test_wrong_use_starts_nothing(harness: Run, work: Path, words: tuple[str, ...]) -> None:
    answer = harness(*words)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err
    assert list(work.iterdir()) == []


def test_a_second_start_in_the_folder_is_refused(harness: Run, work: Path) -> None:
    harness("start", "counter", "--dir", ".")
    answer = harness("start", "counter", "--dir", ".")
    assert answer.code == 3
    assert "running here" in answer.err


def copied(problem: Problem, name: str, uuid: UUID) -> Path:
    """A copy of a problem in a folder of its own."""
    folder = problem.folder.parent.parent / "elsewhere" / name
    shutil.copytree(problem.folder, folder)
    shutil.copy(problem.starter_file, folder / "starter.py")
    manifest = folder / "problem.toml"
    manifest.write_text(manifest.read_text().replace(str(problem.uuid), str(uuid)))
    return folder


def test_a_sitting_begun_by_a_path_knows_where_its_problem_is(
    harness: Run, work: Path, problem: Problem
) -> None:
    folder = copied(problem, "abacus", uuid4())
    began = harness("start", os.path.relpath(folder))
    assert (began.code, began.err) == (0, "")
    assert harness("status").code == 0
    reference = folder / "submissions" / "accepted" / "level_1.py"
    (work / "solution.py").write_bytes(reference.read_bytes())
    assert "level 2 is open" in harness("submit").out
    harness("finish")
    session = harness("status", "--json").json["session"]
    assert "GROWTH" in harness("review").out
    assert harness("regrade", session).code == 0
    folder.rename(folder.with_name("sums"))
    lost = harness("status")
    assert (lost.code, lost.out) == (2, "")
    assert lost.err.startswith(f"harness: {folder}: gone")
    assert "--problems" in lost.err


def test_a_path_whose_id_another_problem_has_starts_nothing(
    harness: Run, work: Path, problem: Problem
) -> None:
    folder = copied(problem, "counter", uuid4())
    answer = harness("start", folder)
    assert (answer.code, answer.out) == (3, "")
    assert "rename" in answer.err
    assert not list(work.iterdir())
