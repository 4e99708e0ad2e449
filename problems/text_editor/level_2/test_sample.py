"""Level 2, samples: undo, redo and many edits at once."""

import pytest
from solution import TextEditor


@pytest.mark.tags("undo")
def test_steps_are_taken_back_from_the_last_to_the_first() -> None:
    editor = TextEditor()
    editor.insert("tea")
    editor.insert(" time")
    editor.delete(2)
    assert editor.undo() is True
    assert editor.read() == "tea time"
    assert editor.undo() is True
    assert editor.read() == "tea"
    assert editor.undo() is True
    assert editor.read() == ""
    assert editor.undo() is False


@pytest.mark.tags("undo")
def test_redo_makes_a_step_again_until_there_is_a_new_one() -> None:
    editor = TextEditor()
    editor.insert("tea")
    editor.insert(" time")
    editor.undo()
    assert editor.redo() is True
    assert editor.read() == "tea time"
    editor.undo()
    editor.insert("pot")
    assert editor.redo() is False
    assert editor.read() == "teapot"


@pytest.mark.tags("basics", "undo")
def test_edits_applied_together_are_one_step() -> None:
    editor = TextEditor()
    editor.insert("tea or milk")
    assert editor.apply([(0, 3, "Coffee"), (7, 9, "and")]) is True
    assert editor.read() == "Coffee and milk"
    assert editor.undo() is True
    assert editor.read() == "tea or milk"


@pytest.mark.tags("refusal")
def test_one_impossible_edit_has_all_refused() -> None:
    editor = TextEditor()
    editor.insert("tea")
    assert editor.apply([(0, 1, "s"), (2, 4, "t")]) is False
    assert editor.read() == "tea"


@pytest.mark.tags("undo", "position")
def test_cursor_is_after_what_was_put_back() -> None:
    editor = TextEditor()
    editor.insert("tea time")
    editor.move(4)
    editor.delete(4)
    editor.move(2)
    assert editor.undo() is True
    assert editor.cursor() == 4
    assert editor.redo() is True
    assert editor.cursor() == 0
