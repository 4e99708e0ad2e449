import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from harness.catalog.models import SOLUTION_BYTES
from harness.classroom import passed_over, read_folder
from harness.errors import WrongUseError


def write(file: Path, text: str = "x = 1\n") -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def test_files_and_folders_are_submissions_in_the_order_of_their_names(tmp_path: Path) -> None:
    write(tmp_path / "cyd.py", "c")
    write(tmp_path / "ann" / "solution.py", "a")
    write(tmp_path / "ann" / "notes.py", "not this one")
    write(tmp_path / "ben" / "whatever.py", "b")
    for other in ("README.md", ".git/hooks.py", "__pycache__/x.py", "grades.csv", ".x.py"):
        write(tmp_path / other)
    read = [(each.name, each.source) for each in read_folder(tmp_path)]
    assert read == [("ann", b"a"), ("ben", b"b"), ("cyd", b"c")]


def test_a_file_and_a_folder_of_one_name_stay_two_people(tmp_path: Path) -> None:
    write(tmp_path / "ann.py", "file")
    write(tmp_path / "ann" / "solution.py", "folder")
    read = {each.name: each.source for each in read_folder(tmp_path)}
    assert read == {"ann.py": b"file", "ann": b"folder"}


def test_no_two_submissions_have_one_name(tmp_path: Path) -> None:
    write(tmp_path / "ann" / "solution.py", "folder")
    write(tmp_path / "ann.py", "file")
    write(tmp_path / "ann.py.py", "file of a file")
    write(tmp_path / "ben.py" / "solution.py", "named like a file")
    write(tmp_path / "cyd", "no submission")
    read = {each.name: each.source for each in read_folder(tmp_path)}
    assert read == {
        "ann": b"folder",
        "ann.py": b"file",
        "ann.py.py": b"file of a file",
        "ben": b"named like a file",
    }


PARTS = [b"a", b"\\", b"n", b"\n", b".py", b".PY", b"\xff", b"\xc2\x80", b"\x80", b"x80"]
names = st.lists(st.sampled_from(PARTS), max_size=4).map(lambda parts: b"m" + b"".join(parts))


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@example(files={b"m\x80", b"m\xc2\x80"}, folders=set())
@example(files={b"m", b"m.py"}, folders={b"m"})
@example(files={b"m\n", b"m\\n"}, folders=set())
@given(files=st.sets(names, min_size=1, max_size=5), folders=st.sets(names, max_size=5))
def test_whatever_files_are_called_each_is_one_person(
    tmp_path: Path, files: set[bytes], folders: set[bytes]
) -> None:
    with TemporaryDirectory(dir=tmp_path) as made:
        place = os.fsencode(made) + b"/"
        for name in files:
            os.close(os.open(place + name + b".py", os.O_CREAT))
        for name in folders - {name + b".py" for name in files}:
            os.mkdir(place + name)
        read = [each.name for each in read_folder(Path(made))]
        assert len(set(read)) == len(read) == len(os.listdir(made))
        assert "".join(read).isprintable()


def test_a_suffix_in_capitals_is_python_too(tmp_path: Path) -> None:
    write(tmp_path / "ANN.PY", "a")
    write(tmp_path / "ben" / "Solution.py", "b")
    write(tmp_path / "ben" / "notes.Py", "not this one")
    read = [(each.name, each.source) for each in read_folder(tmp_path)]
    assert read == [("ANN", b"a"), ("ben", b"b")]


def test_what_is_passed_over_can_be_told(tmp_path: Path) -> None:
    write(tmp_path / "ann.py")
    write(tmp_path / "ben" / "solution.py")
    for name in ("cyd.zip", "dan.ipynb", "eve\n.txt", ".hidden", "__init__.py"):
        write(tmp_path / name)
    assert passed_over(tmp_path) == ["cyd.zip", "dan.ipynb", r"eve\n.txt"]
    assert passed_over(tmp_path / "missing") == []


def test_no_two_people_have_one_name_however_they_are_spelt(tmp_path: Path) -> None:
    for name in ("ann.py", "ann.py.py", "b\tc.py", "b\\tc.py", "d.py", "d.py (2).py", "d.py.py"):
        write(tmp_path / name)
    for name in ("ann", "d"):
        write(tmp_path / name / "solution.py")
    names = [each.name for each in read_folder(tmp_path)]
    assert len(set(names)) == len(names) == 9
    assert {"ann", "ann.py", "ann.py.py"} <= set(names)


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
