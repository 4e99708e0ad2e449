"""Level 4, samples: edits that others have made for an earlier revision."""

import pytest
from solution import TextEditor


@pytest.mark.tags("merge", "position")
def test_an_edit_is_moved_by_what_came_before_it() -> None:
    editor = TextEditor()
    editor.insert("black cats")
    assert editor.submit("bob", 1, (0, 6, "")) == [(0, 6, "")]
    assert editor.submit("ann", 1, (10, 10, "!")) == [(4, 4, "!")]
    assert editor.read() == "cats!"


@pytest.mark.tags("ties", "merge")
def test_of_two_texts_at_one_place_the_smaller_name_comes_first() -> None:
    editor = TextEditor()
    editor.insert("cats")
    editor.submit("bob", 1, (0, 0, "B"))
    editor.submit("ann", 1, (0, 0, "A"))
    editor.submit("cid", 1, (0, 0, "C"))
    assert editor.read() == "ABCcats"


@pytest.mark.tags("merge", "conflict")
def test_only_what_is_still_there_is_taken_out() -> None:
    editor = TextEditor()
    editor.insert("black cats")
    editor.submit("ann", 1, (6, 8, ""))
    editor.submit("bob", 1, (9, 9, "-"))
    assert editor.read() == "black t-s"
    assert editor.submit("cid", 1, (5, 10, "")) == [(8, 9, ""), (5, 7, "")]
    assert editor.read() == "black-"


@pytest.mark.tags("convergence", "history")
def test_a_copy_that_makes_the_changes_becomes_the_document() -> None:
    editor = TextEditor()
    editor.insert("cats")
    copy = editor.read()
    editor.insert(" purr")
    editor.submit("ann", 1, (0, 1, "B"))
    editor.undo()
    assert editor.changes(1) == [(4, 4, " purr"), (0, 0, "B"), (1, 2, ""), (1, 1, "c"), (0, 1, "")]
    for start, end, text in editor.changes(1):
        copy = copy[:start] + text + copy[end:]
    assert copy == editor.read() == "cats purr"


@pytest.mark.tags("undo", "position")
def test_submissions_are_steps_and_move_the_cursor_along() -> None:
    editor = TextEditor()
    editor.insert("cats")
    editor.submit("ann", 1, (0, 0, "my "))
    assert editor.cursor() == 7
    editor.submit("ann", 2, (7, 7, " purr"))
    assert editor.cursor() == 7
    assert editor.undo() is True
    assert editor.undo() is True
    assert editor.read() == "cats"
