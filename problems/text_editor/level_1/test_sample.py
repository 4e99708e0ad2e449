"""Level 1, samples: a document and a cursor."""

import pytest
from solution import TextEditor


@pytest.mark.tags("basics", "position")
def test_text_is_put_in_at_the_cursor() -> None:
    editor = TextEditor()
    assert editor.insert("god") is None
    assert editor.move(1) is True
    editor.insert("o")
    assert editor.read() == "good"
    assert editor.cursor() == 2


@pytest.mark.tags("basics", "position")
def test_delete_takes_out_what_is_before_the_cursor() -> None:
    editor = TextEditor()
    editor.insert("good morning")
    editor.move(8)
    assert editor.delete(3) is True
    assert editor.read() == "good ning"
    assert editor.cursor() == 5


@pytest.mark.tags("refusal", "boundary")
def test_delete_of_more_than_there_is_is_refused() -> None:
    editor = TextEditor()
    editor.insert("tea")
    editor.move(1)
    assert editor.delete(2) is False
    assert editor.read() == "tea"
    assert editor.cursor() == 1


@pytest.mark.tags("range", "boundary")
def test_read_has_its_start_and_lacks_its_end() -> None:
    editor = TextEditor()
    editor.insert("morning")
    assert editor.read(1, 4) == "orn"
    assert editor.read(4) == "ing"
    assert editor.read(7) == ""
    assert editor.read(4, 100) == "ing"
