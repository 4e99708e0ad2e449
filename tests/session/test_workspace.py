import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from harness.catalog import Problem
from harness.catalog.models import SOLUTION_BYTES
from harness.errors import RefusedError, WrongUseError
from harness.session.sitting.workspace import lay_out, lay_out_start, read_solution


def starter(problem: Problem) -> bytes:
    return problem.starter_file.read_bytes()


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


START = {"solution.py", "pytest.ini", "level_1/statement.md", "level_1/test_sample.py"}


def test_only_the_open_levels_are_there_and_nothing_hidden(
    problem: Problem, tmp_path: Path
) -> None:
    folder = tmp_path / "new" / "folder"
    lay_out_start(folder, problem, 1, starter(problem))
    assert names(folder) == START
    assert (folder / "solution.py").read_text() == problem.starter_file.read_text()
    lay_out(folder, problem, 2, starter(problem))
    assert names(folder) == START | {"level_2/statement.md", "level_2/test_sample.py"}
    assert (folder / "level_2" / "statement.md").read_text() == problem.levels[1].statement


def test_what_exists_is_never_overwritten(problem: Problem, tmp_path: Path) -> None:
    lay_out_start(tmp_path / "w", problem, 1, starter(problem))
    for name in START:
        (tmp_path / "w" / name).write_text("mine")
    lay_out(tmp_path / "w", problem, 3, starter(problem))
    assert all((tmp_path / "w" / name).read_text() == "mine" for name in START)


def test_what_was_removed_is_laid_out_again(problem: Problem, tmp_path: Path) -> None:
    lay_out_start(tmp_path / "w", problem, 1, starter(problem))
    (tmp_path / "w" / "level_1" / "statement.md").unlink()
    lay_out(tmp_path / "w", problem, 1, starter(problem))
    assert names(tmp_path / "w") == START


@pytest.mark.parametrize("name", ["solution.py", "level_1/statement.md"])
def test_a_folder_with_other_work_is_refused_and_left_as_it_is(
    problem: Problem, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "w" / name
    path.parent.mkdir(parents=True)
    path.write_text("mine")
    with pytest.raises(RefusedError, match="--dir"):
        lay_out_start(tmp_path / "w", problem, 1, starter(problem))
    assert names(tmp_path / "w") == {name}


def test_an_untouched_starter_is_ours(problem: Problem, tmp_path: Path) -> None:
    (tmp_path / "solution.py").write_text(problem.starter_file.read_text())
    lay_out_start(tmp_path, problem, 1, starter(problem))
    assert names(tmp_path) >= START


def test_their_own_pytest_settings_stay(problem: Problem, tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    lay_out_start(tmp_path, problem, 1, starter(problem))
    assert (tmp_path / "pytest.ini").read_text() == "[pytest]\n"


def test_a_folder_that_cannot_be_written_is_named(problem: Problem, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WrongUseError, match=r"file/solution\.py: cannot be written"):
        lay_out(tmp_path / "file", problem, 1, starter(problem))


def test_a_problem_whose_folder_is_gone_is_told(problem: Problem, tmp_path: Path) -> None:
    source = starter(problem)
    shutil.rmtree(problem.folder)
    for lay in (lay_out_start, lay_out):
        with pytest.raises(WrongUseError, match=r"level_1/statement\.md: cannot be read"):
            lay(tmp_path / "w", problem, 1, source)
    assert not (tmp_path / "w").exists()


def test_plain_pytest_runs_the_samples_of_every_open_level(
    problem: Problem, tmp_path: Path
) -> None:
    folder = tmp_path / "w"
    lay_out(folder, problem, 3, starter(problem))
    (folder / "solution.py").write_bytes(problem.submissions[-1].path.read_bytes())
    run = subprocess.run(
        [sys.executable, "-P", "-m", "pytest", "-q", "-p", "no:cacheprovider", "--strict-markers"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "3 passed" in run.stdout, run.stdout


def test_a_solution_is_read_to_the_byte(tmp_path: Path) -> None:
    source = b"\xef\xbb\xbfx = 1\r\n\x00"
    (tmp_path / "solution.py").write_bytes(source)
    assert read_solution(tmp_path) == source


def test_a_solution_may_have_exactly_the_largest_size(tmp_path: Path) -> None:
    (tmp_path / "solution.py").write_bytes(b"#" * SOLUTION_BYTES)
    assert len(read_solution(tmp_path)) == SOLUTION_BYTES
    (tmp_path / "solution.py").write_bytes(b"#" * (SOLUTION_BYTES + 1))
    with pytest.raises(WrongUseError, match="at most 1,048,576"):
        read_solution(tmp_path)


def test_a_missing_solution_is_named(tmp_path: Path) -> None:
    with pytest.raises(WrongUseError, match=r"solution\.py: missing"):
        read_solution(tmp_path)


def test_a_folder_is_not_a_solution(tmp_path: Path) -> None:
    (tmp_path / "solution.py").mkdir()
    with pytest.raises(WrongUseError, match="is a folder"):
        read_solution(tmp_path)


def test_a_pipe_is_not_a_solution_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "solution.py")
    with pytest.raises(WrongUseError, match="is not a file"):
        read_solution(tmp_path)


def test_a_solution_that_cannot_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As root no permission bits keep a reader out, so the refusal is played.
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "solution.py").write_text("")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(WrongUseError, match="Permission denied"):
        read_solution(tmp_path)


def test_tests_that_know_the_solution_by_another_name_find_it(
    problem: Problem, tmp_path: Path
) -> None:
    renamed = problem.model_copy(update={"modules": ("tally", "src.tally")})
    lay_out(tmp_path, renamed, 1, b"class Counter: pass\n")
    told = "import tally, src.tally; assert tally.Counter is src.tally.Counter"
    subprocess.run([sys.executable, "-c", told], cwd=tmp_path, check=True, timeout=30)
