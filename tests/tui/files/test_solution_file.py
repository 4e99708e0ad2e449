"""The file that two programs write."""

import os
from pathlib import Path
from typing import IO, Any

import pytest

from harness.tui.files.solution_file import ChangedOutsideError, SolutionFile, SolutionFileError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "solution.py"
    file.write_text("one\n")
    return file


def test_what_was_loaded_may_be_overwritten_and_what_was_not_may_not(path: Path) -> None:
    file = SolutionFile(path)
    assert file.load() == "one\n"
    file.write("two\n")
    assert path.read_text() == "two\n"
    path.write_text("three\n")
    assert file.changed_outside()
    assert file.changed_outside(), "asking does not make it seen"
    with pytest.raises(ChangedOutsideError):
        file.write("four\n")
    assert path.read_text() == "three\n"
    file.load()
    file.write("four\n")
    assert path.read_text() == "four\n"


def test_a_touched_file_has_not_changed(path: Path) -> None:
    file = SolutionFile(path)
    file.load()
    os.utime(path, (1, 1))
    assert not file.changed_outside()


def test_a_failed_write_leaves_the_old_text_and_nothing_else(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = SolutionFile(path)
    file.load()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SolutionFileError, match="No space left"):
        file.write("two\n")
    assert path.read_text() == "one\n"
    assert [each.name for each in path.parent.iterdir()] == ["solution.py"]


def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    real = tmp_path / "real.py"
    real.write_text("one\n")
    real.chmod(0o640)
    link = tmp_path / "solution.py"
    link.symlink_to(real)
    file = SolutionFile(link)
    file.load()
    file.write("two\n")
    assert link.is_symlink()
    assert real.read_text() == "two\n"
    assert real.stat().st_mode & 0o777 == 0o640


def test_copies_never_replace_one_another(path: Path) -> None:
    file = SolutionFile(path)
    names = [file.copy_beside(text, "mine", "120000").name for text in ("a", "b")]
    assert names == ["solution.py.mine-120000", "solution.py.mine-120000-2"]
    assert (path.parent / names[0]).read_text() == "a"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux's disk that is always full")
def test_a_copy_that_the_disk_refuses_is_not_left_half_there(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = Path.open

    def full(self: Path, *args: Any, **options: Any) -> IO[Any]:
        """Make the file, and write to where no room is."""
        taken(self, *args, **options).close()
        return taken(Path("/dev/full"), "wb")

    file = SolutionFile(path)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", full)
        with pytest.raises(SolutionFileError, match="No space left"):
            file.copy_beside("a", "mine", "120000")
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (Path.unlink, "is gone"),
        (lambda path: (path.unlink(), path.mkdir()), "is a folder now"),
        (lambda path: path.write_bytes(b"\xff"), "not UTF-8"),
        (lambda path: path.write_bytes(b" " * (1024 * 1024 + 1)), "larger than 1 MiB"),
    ],
)
def test_what_cannot_be_read_is_told(path: Path, spoil: object, words: str) -> None:
    assert callable(spoil)
    spoil(path)
    with pytest.raises(SolutionFileError, match=words):
        SolutionFile(path).load()


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return folder


def test_the_newest_copy_elsewhere_is_found_while_the_file_is_older(
    path: Path, elsewhere: Path, tmp_path: Path
) -> None:
    file = SolutionFile(path)
    os.utime(path, (100, 100))
    folders = (tmp_path / "gone", elsewhere)
    assert file.copy_left(folders) is None
    for stamp, text, at in (("235959", "old\n", 110), ("000001", "new\n", 120)):
        os.utime(file.copy_elsewhere(text, stamp, [elsewhere]), (at, at))
    found = file.copy_left(folders)
    assert found is not None
    assert found.path == elsewhere / f"{path.parent.name}-solution.py.mine-000001"
    assert (found.text, found.saved) == ("new\n", "one\n")
    path.write_text("new\n")
    os.utime(path, (100, 100))
    assert file.copy_left(folders) is None, "the file says the same"
    path.write_text("two\n")
    os.utime(path, (130, 130))
    assert file.copy_left(folders) is None, "the file has been saved since"
    path.unlink()
    found = file.copy_left(folders)
    assert found is not None
    assert found.saved == ""


def test_what_others_put_there_is_no_copy(path: Path, elsewhere: Path) -> None:
    file = SolutionFile(path)
    os.utime(path, (100, 100))
    name = f"{path.parent.name}-solution.py.mine"
    (elsewhere / f"x{name}-120000").write_text("of another sitting\n")
    (elsewhere / f"{name}-120001").symlink_to(elsewhere / f"x{name}-120000")
    (elsewhere / f"{name}-120002").mkdir()
    (elsewhere / f"{name}-120003").write_bytes(b"#" * (1024 * 1024 + 1))
    assert file.copy_left([elsewhere]) is None
    (elsewhere / f"{name}-120004").write_bytes(b"\xff")
    assert file.copy_left([elsewhere]) is None
