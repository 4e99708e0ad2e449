"""A problem's folder as people keep it: half saved, in odd encodings, among what editors leave."""

from pathlib import Path

import pytest

from harness.catalog import Problem, load_catalog, load_problem
from harness.catalog.loader import BrokenProblemError

HEAD = b"# verdict: wrong answer\n# rejected at: level 1\n# mistake: "


@pytest.fixture
def wrong(problem: Problem) -> Path:
    """The folder of the problem's wrong submissions."""
    folder = problem.folder / "submissions" / "wrong_answer"
    folder.mkdir()
    (folder / "counts_twice.py").write_bytes(HEAD + b"counts twice\n")
    return folder


def test_what_editors_and_desktops_leave_is_no_submission(problem: Problem, wrong: Path) -> None:
    (wrong / ".#counts_twice.py").symlink_to("ann@desk.4711")  # Emacs, while there is unsaved text
    (problem.folder / "submissions" / "accepted" / "._level_1.py").write_bytes(b"\0\5\x16\7")
    (problem.folder / "submissions" / ".DS_Store").touch()
    names = [each.path.name for each in load_problem(problem.folder).submissions]
    assert names == ["level_1.py", "level_2.py", "level_3.py", "counts_twice.py"]


def test_a_submission_that_is_no_text_breaks_its_problem_alone(
    problem: Problem, wrong: Path
) -> None:
    file = wrong / "counts_twice.py"
    file.write_bytes(HEAD + "zählt doppelt\n".encode("latin-1"))
    catalog = load_catalog([problem.folder])
    assert "bank" in catalog.problems
    (fault,) = catalog.faults
    assert fault.message.startswith(f"{file}: cannot be read ('utf-8' codec can't decode")


def test_a_link_that_leads_nowhere_is_told_by_its_name(problem: Problem, wrong: Path) -> None:
    (wrong / "elsewhere.py").symlink_to(wrong / "gone.py")
    with pytest.raises(BrokenProblemError, match=r"elsewhere.py: cannot be read \(No such file"):
        load_problem(problem.folder)


def test_a_path_that_no_file_system_takes_is_a_fault_and_no_more() -> None:
    catalog = load_catalog([Path("p" * 300)])
    assert "bank" in catalog.problems
    assert [fault.message.partition(": ")[2] for fault in catalog.faults] == [
        "cannot be read (File name too long); correct the path or its permissions."
    ]
