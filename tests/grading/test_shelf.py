"""Drawn examples are kept for as long as the tests they were drawn for stay the same."""

from pathlib import Path

import pytest

from harness.grading.evaluator.suite.shelf import Shelf

EXAMPLES = {"level_1/test_hidden.py::test_it": [b"one", b"two"]}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    package = tmp_path / "counter"
    (package / "level_1").mkdir(parents=True)
    (package / "submissions").mkdir()
    (package / "level_1" / "test_hidden.py").write_text("def test_it(): pass\n")
    return package


def test_they_are_there_for_the_next_process(package: Path, tmp_path: Path) -> None:
    assert Shelf(tmp_path / "cache", package).take(0) is None
    Shelf(tmp_path / "cache", package).put(0, EXAMPLES)
    assert Shelf(tmp_path / "cache", package).take(0) == EXAMPLES
    assert Shelf(tmp_path / "cache", package).take(1) is None


@pytest.mark.parametrize(
    ("file", "kept"),
    [
        ("level_1/test_hidden.py", False),
        ("strategies.py", False),
        ("conftest.py", False),
        ("level_1/cases.json", False),
        ("cases.toml", False),
        ("problem.toml", True),
        ("level_1/.test_hidden.py.swp", True),
        ("submissions/wrong.py", True),
        ("level_1/statement.md", True),
    ],
)
def test_they_are_of_use_until_what_draws_them_changes(
    package: Path, tmp_path: Path, file: str, kept: bool
) -> None:
    Shelf(tmp_path / "cache", package).put(0, EXAMPLES)
    (package / file).write_text("changed = 1\n")
    assert (Shelf(tmp_path / "cache", package).take(0) == EXAMPLES) is kept


def test_a_link_that_an_editor_lays_beside_an_unsaved_file_is_passed_over(
    package: Path, tmp_path: Path
) -> None:
    Shelf(tmp_path / "cache", package).put(0, EXAMPLES)
    (package / "level_1" / ".#test_hidden.py").symlink_to("ann@desk.4711")
    assert Shelf(tmp_path / "cache", package).take_unchanged(0) == EXAMPLES
    assert Shelf(tmp_path / "cache", package).take(0) == EXAMPLES


@pytest.mark.parametrize(
    "spoilt", [b"", b"(", b"N", b"\xff" * 10], ids="empty cut other odd".split()
)
def test_a_spoilt_file_is_none(package: Path, tmp_path: Path, spoilt: bytes) -> None:
    Shelf(tmp_path / "cache", package).put(0, EXAMPLES)
    (file,) = (tmp_path / "cache" / "examples").iterdir()
    file.write_bytes(spoilt)
    assert Shelf(tmp_path / "cache", package).take(0) is None


def test_a_cache_that_cannot_be_written_is_no_fault(package: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("no folder")
    Shelf(tmp_path / "cache", package).put(0, EXAMPLES)
    assert Shelf(tmp_path / "cache", package).take(0) is None


SHARED = "from hypothesis import given, strategies as st\nimport shapes\n\nnames = st.text()\n\n\n"
PROPERTY = "@given(names)\ndef test_it(name):\n    assert name == name\n"
OTHER = "\n\ndef test_other():\n    assert 1\n"


@pytest.mark.parametrize(
    ("file", "text", "kept"),
    [
        ("level_1/test_hidden.py", SHARED + "# new\n" + PROPERTY + OTHER, True),
        ("level_1/test_hidden.py", SHARED + PROPERTY.replace("==", "!=") + OTHER, True),
        ("level_1/test_hidden.py", SHARED + PROPERTY + OTHER + OTHER.replace("other", "new"), True),
        ("level_1/test_hidden.py", SHARED + PROPERTY.replace("names", "st.text()") + OTHER, False),
        ("level_1/test_hidden.py", SHARED.replace("text", "binary") + PROPERTY + OTHER, False),
        ("level_1/test_hidden.py", SHARED + PROPERTY.replace("it(", "at("), False),
        ("level_1/test_hidden.py", SHARED + PROPERTY + "    (", False),
        ("level_2/test_hidden.py", OTHER, True),
        ("shapes.py", "SIDES = 4\n", False),
    ],
    ids="comment body new-test decorator helper name syntax other-file shared".split(),
)
def test_of_a_property_they_are_kept_until_what_draws_its_inputs_changes(
    package: Path, tmp_path: Path, file: str, text: str, kept: bool
) -> None:
    (package / "level_2").mkdir()
    (package / "shapes.py").write_text("SIDES = 3\n")
    (package / "level_1" / "test_hidden.py").write_text(SHARED + PROPERTY + OTHER)
    Shelf(tmp_path / "cache", package).put(0, EXAMPLES)
    (package / file).write_text(text)
    shelf = Shelf(tmp_path / "cache", package)
    assert shelf.take(0) is None
    assert shelf.take_unchanged(0) == (EXAMPLES if kept else {})
