"""Level 3, samples: lines, search and long documents."""

import pytest
from solution import TextEditor


@pytest.mark.tags("position", "range")
def test_line_tells_where_a_line_starts_and_ends() -> None:
    editor = TextEditor()
    editor.insert("roses are red\nviolets are blue\n")
    assert editor.line(0) == (0, 13)
    assert editor.line(1) == (14, 30)
    assert editor.read(14, 30) == "violets are blue"
    assert editor.line(2) == (31, 31)
    assert editor.line(3) is None


@pytest.mark.tags("position", "boundary")
def test_locate_tells_line_and_column() -> None:
    editor = TextEditor()
    editor.insert("red\nblue")
    assert editor.locate(0) == (0, 0)
    assert editor.locate(3) == (0, 3)
    assert editor.locate(4) == (1, 0)
    assert editor.locate(8) == (1, 4)
    assert editor.locate(9) is None


@pytest.mark.tags("search", "limit")
def test_find_lists_positions_in_order() -> None:
    editor = TextEditor()
    editor.insert("roses are red\nviolets are blue\n")
    assert editor.find("re") == [7, 10, 23]
    assert editor.find("re", 8) == [10, 23]
    assert editor.find("re", 8, 1) == [10]
    assert editor.find("green") == []


@pytest.mark.tags("scale", "position")
def test_a_long_document_is_edited_here_and_there() -> None:
    editor = TextEditor()
    editor.insert("all work and no play\n" * 40_000)
    assert editor.locate(840_000) == (40_000, 0)
    assert editor.apply([(21 * number, 21 * number, "> ") for number in range(300, 0, -1)]) is True
    assert editor.line(300) == (300 * 23 - 2, 300 * 23 + 20)
    assert editor.find("> all", 0, 2) == [21, 44]
    assert editor.undo() is True
    assert editor.locate(839_999) == (39_999, 20)
