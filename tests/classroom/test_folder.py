import os
import sys
from pathlib import Path

import pytest

from harness.catalog.models import SOLUTION_BYTES
from harness.classroom import read_folder
from harness.errors import WrongUseError


def write(file: Path, text: str = "x = 1\n") -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def test_files_and_folders_are_submissions_in_the_order_of_their_names(tmp_path: Path) -> None:
    write(tmp_path / "cyd.py", "c")
    write(tmp_path / "ann" / "solution.py", "a")
    write(tmp_path / "ann" / "notes.py", "not this one")
    write(tmp_path / "ben" / "whatever.py", "b")
    for passed_over in ("README.md", ".git/hooks.py", "__pycache__/x.py", "grades.csv", ".x.py"):
        write(tmp_path / passed_over)
    read = [(each.name, each.source) for each in read_folder(tmp_path)]
    assert read == [("ann", b"a"), ("ben", b"b"), ("cyd", b"c")]


def test_a_file_and_a_folder_of_one_name_stay_two_people(tmp_path: Path) -> None:
    write(tmp_path / "ann.py", "file")
    write(tmp_path / "ann" / "solution.py", "folder")
    read = {each.name: each.source for each in read_folder(tmp_path)}
    assert read == {"ann.py": b"file", "ann": b"folder"}


def test_what_cannot_be_read_is_told_and_stops_nobody(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the password")
    top = tmp_path / "class"
    write(top / "good.py")
    (top / "loop.py").symlink_to("loop.py")
    (top / "stolen.py").symlink_to(secret)
    (top / "elsewhere").symlink_to(tmp_path)
    (top / "inside").mkdir()
    (top / "inside" / "solution.py").symlink_to(secret)
    os.mkfifo(top / "pipe.py")
    (top / "empty").mkdir()
    write(top / "two" / "a.py")
    write(top / "two" / "b.py")
    (top / "folder.py").mkdir()
    (top / "huge.py").write_bytes(b"#" * (SOLUTION_BYTES + 1))
    (top / "just.py").write_bytes(b"#" * SOLUTION_BYTES)
    (top / "binary.py").write_bytes(bytes(range(256)))
    read = {each.name: each for each in read_folder(top)}
    graded = {name for name, each in read.items() if each.source is not None}
    assert graded == {"good", "just", "binary"}
    assert {name: each.reason for name, each in read.items() if not each.source} == {
        "loop": "loop.py is a symbolic link, and none is followed",
        "stolen": "stolen.py is a symbolic link, and none is followed",
        "elsewhere": "elsewhere is a symbolic link, and none is followed",
        "inside": "solution.py is a symbolic link, and none is followed",
        "pipe": "pipe.py is not a file",
        "empty": "the folder holds no Python file and no solution.py",
        "two": "the folder holds 2 Python files and no solution.py",
        "folder": "the folder holds no Python file and no solution.py",
        "huge": "huge.py has more than 1,048,576 bytes, the most that is read",
    }


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_without_permission_nothing_is_read(tmp_path: Path) -> None:
    write(tmp_path / "closed.py")
    (tmp_path / "closed.py").chmod(0)
    write(tmp_path / "shut" / "solution.py")
    (tmp_path / "shut").chmod(0)
    try:
        reasons = [each.reason for each in read_folder(tmp_path)]
    finally:
        (tmp_path / "shut").chmod(0o700)
    assert reasons == ["cannot be read (Permission denied)"] * 2


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
def test_a_name_is_one_line_of_signs(tmp_path: Path) -> None:
    os.close(os.open(os.fsencode(tmp_path) + b"/a\xff\n\x1b[2J\xe2\x80\xae.py", os.O_CREAT))
    (submission,) = read_folder(tmp_path)
    assert submission.name == r"a\xff\n\x1b[2J\u202e"


def test_a_folder_without_submissions_is_wrong_use(tmp_path: Path) -> None:
    write(tmp_path / "README.md")
    with pytest.raises(WrongUseError, match="holds no submission"):
        read_folder(tmp_path)
    with pytest.raises(WrongUseError, match="cannot be read"):
        read_folder(tmp_path / "missing")
