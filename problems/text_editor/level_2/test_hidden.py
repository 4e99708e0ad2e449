"""Level 2, scored: undo, redo and many edits at once."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from solution import TextEditor

model_settings = settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)


def editor_with(text: str, cursor: int) -> TextEditor:
    """An editor with this document, put in as one step, and its cursor there."""
    editor = TextEditor()
    editor.insert(text)
    assert editor.move(cursor) is True
    return editor


@pytest.mark.tags("basics", "range")
def test_apply_puts_text_in_the_place_of_a_range() -> None:
    editor = editor_with("abcdef", 0)
    assert editor.apply([(2, 4, "XYZ")]) is True
    assert editor.read() == "abXYZef"
    assert editor.apply([(0, 7, "")]) is True
    assert editor.read() == ""
    assert editor.apply([(0, 0, "new")]) is True
    assert editor.read() == "new"


@pytest.mark.tags("ordering", "position")
def test_edits_see_what_the_ones_before_them_have_left() -> None:
    editor = editor_with("abcdef", 0)
    assert editor.apply([(0, 1, "12345"), (5, 6, "-"), (0, 4, ""), (5, 6, "")]) is True
    assert editor.read() == "5-cde"


@pytest.mark.tags("position")
def test_cursor_is_after_the_text_of_the_last_edit() -> None:
    editor = editor_with("abcdef", 3)
    editor.apply([(5, 6, "xyz"), (1, 2, "pq")])
    assert editor.cursor() == 3
    editor.apply([(0, 1, "m"), (4, 7, "")])
    assert editor.cursor() == 4
    editor.insert("!")
    assert editor.read() == "mpqc!yz"


@pytest.mark.tags("boundary", "range")
def test_an_edit_may_reach_to_either_end() -> None:
    editor = editor_with("abc", 1)
    assert editor.apply([(0, 0, "<"), (4, 4, ">"), (3, 5, "]")]) is True
    assert editor.read() == "<ab]"


@pytest.mark.tags("refusal", "boundary")
def test_apply_outside_the_document_is_refused() -> None:
    editor = editor_with("abc", 1)
    for start, end in [(-1, 1), (-1, -1), (0, 4), (4, 4), (3, 4), (2, 1), (3, 0), (0, -1)]:
        assert editor.apply([(start, end, "x")]) is False
        assert editor.read() == "abc"
        assert editor.cursor() == 1


@pytest.mark.tags("refusal", "boundary")
def test_an_impossible_edit_of_nothing_is_refused_too() -> None:
    editor = editor_with("abc", 1)
    assert editor.apply([(4, 4, "")]) is False
    assert editor.apply([(2, 2, ""), (-1, -1, "")]) is False
    assert editor.apply([(2, 1, "")]) is False
    assert editor.cursor() == 1


@pytest.mark.tags("refusal", "rollback")
def test_refused_apply_makes_none_of_its_edits() -> None:
    editor = editor_with("abcdef", 2)
    assert editor.apply([(0, 3, ""), (1, 1, "xy"), (5, 6, "z")]) is False
    assert editor.read() == "abcdef"
    assert editor.cursor() == 2
    assert editor.apply([(0, 3, ""), (1, 1, "xy"), (6, 6, "z"), (0, 0, "q")]) is False
    assert editor.read() == "abcdef"
    assert editor.undo() is True
    assert editor.read() == ""


@pytest.mark.tags("refusal", "boundary", "position")
def test_length_that_counts_is_that_at_the_turn_of_the_edit() -> None:
    editor = editor_with("abc", 0)
    assert editor.apply([(3, 3, "defg"), (6, 7, "G")]) is True
    assert editor.read() == "abcdefG"
    assert editor.apply([(0, 5, ""), (3, 3, "x")]) is False
    assert editor.apply([(0, 5, "v"), (3, 3, "x")]) is True
    assert editor.read() == "vfGx"


@pytest.mark.tags("empty")
def test_apply_of_no_edits_answers_true_and_changes_nothing() -> None:
    editor = editor_with("abc", 1)
    assert editor.apply([]) is True
    assert editor.read() == "abc"
    assert editor.cursor() == 1
    editor.undo()
    assert editor.apply([]) is True
    assert editor.redo() is True
    assert editor.read() == "abc"


@pytest.mark.tags("refusal", "undo", "empty")
def test_undo_and_redo_of_nothing_are_refused() -> None:
    editor = TextEditor()
    assert editor.undo() is False
    assert editor.redo() is False
    editor.insert("abc")
    assert editor.redo() is False
    assert editor.undo() is True
    assert editor.undo() is False
    assert editor.redo() is True
    assert editor.redo() is False
    assert editor.read() == "abc"


@pytest.mark.tags("refusal", "undo", "position")
def test_refused_undo_and_redo_change_nothing() -> None:
    editor = editor_with("abc", 2)
    assert editor.redo() is False
    assert editor.read() == "abc"
    assert editor.cursor() == 2
    editor.undo()
    editor.move(0)
    assert editor.undo() is False
    assert editor.read() == ""
    assert editor.redo() is True
    assert editor.read() == "abc"


@pytest.mark.tags("undo")
def test_every_insert_and_every_delete_is_one_step() -> None:
    editor = TextEditor()
    editor.insert("a")
    editor.insert("b")
    editor.insert("cd")
    editor.delete(1)
    editor.delete(1)
    editor.move(1)
    editor.delete(1)
    seen = []
    while editor.undo():
        seen.append(editor.read())
    assert seen == ["ab", "abc", "abcd", "ab", "a", ""]


@pytest.mark.tags("undo", "ordering")
def test_edits_of_a_step_are_taken_back_from_the_last_to_the_first() -> None:
    editor = editor_with("abcdef", 0)
    assert editor.apply([(1, 3, "xyzuvw"), (2, 6, "-"), (0, 3, ""), (0, 0, "12")]) is True
    assert editor.read() == "12wdef"
    assert editor.undo() is True
    assert editor.read() == "abcdef"


@pytest.mark.tags("undo", "ordering")
def test_redo_makes_the_edits_of_a_step_from_the_first_to_the_last() -> None:
    editor = editor_with("abcdef", 0)
    editor.apply([(1, 3, "xyzuvw"), (2, 6, "-"), (0, 3, ""), (0, 0, "12")])
    for _ in range(3):
        assert editor.undo() is True
        assert editor.read() == "abcdef"
        assert editor.redo() is True
        assert editor.read() == "12wdef"


@pytest.mark.tags("undo", "position")
def test_undoing_an_insert_leaves_the_cursor_where_the_text_was() -> None:
    editor = editor_with("abef", 2)
    editor.insert("cd")
    editor.move(6)
    assert editor.undo() is True
    assert editor.cursor() == 2
    editor.insert("-")
    assert editor.read() == "ab-ef"


@pytest.mark.tags("undo", "position")
def test_undoing_a_delete_leaves_the_cursor_after_the_text() -> None:
    editor = editor_with("abcdef", 4)
    editor.delete(2)
    editor.move(0)
    assert editor.undo() is True
    assert editor.cursor() == 4
    editor.move(5)
    editor.delete(4)
    editor.move(2)
    assert editor.undo() is True
    assert editor.cursor() == 5


@pytest.mark.tags("undo", "position")
def test_redoing_leaves_the_cursor_as_the_edit_does() -> None:
    editor = editor_with("abef", 2)
    editor.insert("cd")
    editor.move(5)
    editor.delete(1)
    editor.undo()
    editor.undo()
    editor.move(0)
    assert editor.redo() is True
    assert editor.cursor() == 4
    editor.move(1)
    assert editor.redo() is True
    assert editor.cursor() == 4
    assert editor.read() == "abcdf"


@pytest.mark.tags("undo", "position")
def test_cursor_after_a_step_of_many_edits() -> None:
    editor = editor_with("abcdef", 6)
    editor.apply([(1, 3, "x"), (4, 5, "yyy")])
    assert editor.cursor() == 7
    editor.undo()
    assert editor.cursor() == 3
    editor.redo()
    assert editor.cursor() == 7


@pytest.mark.tags("undo", "position")
def test_moving_the_cursor_is_no_step() -> None:
    editor = editor_with("abc", 1)
    editor.insert("-")
    editor.move(0)
    editor.move(3)
    assert editor.undo() is True
    assert editor.read() == "abc"
    assert editor.cursor() == 1
    editor.move(2)
    editor.read()
    editor.cursor()
    assert editor.redo() is True
    assert editor.read() == "a-bc"


@pytest.mark.tags("undo", "empty")
def test_calls_that_change_no_character_are_no_steps() -> None:
    editor = editor_with("abc", 1)
    editor.insert("")
    editor.delete(0)
    assert editor.apply([(2, 2, "")]) is True
    assert editor.apply([(0, 0, ""), (3, 3, "")]) is True
    assert editor.undo() is True
    assert editor.read() == ""
    editor.insert("")
    editor.delete(0)
    editor.apply([(0, 0, "")])
    assert editor.redo() is True
    assert editor.read() == "abc"


@pytest.mark.tags("position", "empty")
def test_an_edit_of_nothing_puts_the_cursor_at_its_position() -> None:
    editor = editor_with("abc", 1)
    assert editor.apply([(3, 3, "")]) is True
    assert editor.cursor() == 3
    assert editor.apply([(1, 2, "xy"), (0, 0, "")]) is True
    assert editor.cursor() == 0
    assert editor.read() == "axyc"


@pytest.mark.tags("position", "empty", "undo")
def test_a_step_does_not_include_edits_of_nothing() -> None:
    editor = editor_with("abcdef", 0)
    editor.apply([(6, 6, ""), (1, 2, "xy"), (0, 0, "")])
    editor.undo()
    assert editor.cursor() == 2
    editor.redo()
    assert editor.cursor() == 3
    assert editor.read() == "axycdef"


@pytest.mark.tags("undo", "duplicate")
def test_replacing_a_text_by_the_same_is_a_step() -> None:
    editor = editor_with("abc", 0)
    editor.insert("x")
    assert editor.apply([(1, 2, "a")]) is True
    assert editor.read() == "xabc"
    assert editor.undo() is True
    assert editor.read() == "xabc"
    assert editor.cursor() == 2
    assert editor.undo() is True
    assert editor.read() == "abc"


@pytest.mark.tags("undo")
def test_a_step_may_undo_itself_and_still_be_a_step() -> None:
    editor = editor_with("abc", 0)
    assert editor.apply([(0, 0, "x"), (0, 1, "")]) is True
    assert editor.read() == "abc"
    assert editor.undo() is True
    assert editor.read() == "abc"
    assert editor.undo() is True
    assert editor.read() == ""


@pytest.mark.tags("undo", "overwrite")
def test_every_kind_of_new_step_ends_redoing() -> None:
    for name, argument in [("insert", "x"), ("delete", 1), ("apply", [(0, 1, "a")])]:
        editor = editor_with("abc", 3)
        editor.insert("d")
        editor.undo()
        getattr(editor, name)(argument)
        assert editor.redo() is False
        assert editor.undo() is True
        assert editor.read() == "abc"
        assert editor.redo() is True


@pytest.mark.tags("undo", "overwrite")
def test_a_new_step_forgets_all_steps_taken_back() -> None:
    editor = TextEditor()
    for letter in "abcd":
        editor.insert(letter)
    for _ in range(3):
        editor.undo()
    editor.insert("X")
    assert editor.redo() is False
    assert editor.undo() is True
    assert editor.redo() is True
    assert editor.redo() is False
    assert editor.read() == "aX"


@pytest.mark.tags("undo", "refusal")
def test_refused_calls_do_not_end_redoing() -> None:
    editor = editor_with("abc", 3)
    editor.insert("d")
    editor.undo()
    assert editor.delete(-1) is False
    assert editor.delete(4) is False
    assert editor.apply([(0, 1, "x"), (4, 4, "y")]) is False
    assert editor.move(9) is False
    assert editor.redo() is True
    assert editor.read() == "abcd"


@pytest.mark.tags("undo", "ordering")
def test_redo_takes_the_step_that_was_taken_back_last() -> None:
    editor = TextEditor()
    for letter in "abcd":
        editor.insert(letter)
    for _ in range(4):
        assert editor.undo() is True
    for text in ["a", "ab", "abc"]:
        assert editor.redo() is True
        assert editor.read() == text
    assert editor.undo() is True
    assert editor.read() == "ab"
    assert editor.redo() is True
    assert editor.redo() is True
    assert editor.read() == "abcd"
    assert editor.redo() is False


@pytest.mark.tags("isolation", "undo")
def test_two_editors_have_their_own_steps() -> None:
    one = TextEditor()
    two = TextEditor()
    one.insert("one")
    assert two.undo() is False
    one.undo()
    assert two.redo() is False
    two.insert("two")
    assert one.redo() is True
    assert one.read() == "one"


@pytest.mark.tags("basics")
def test_edits_may_be_given_by_name() -> None:
    editor = TextEditor()
    assert editor.apply(edits=[(0, 0, "abc")]) is True
    assert editor.read() == "abc"


@pytest.mark.tags("undo")
def test_a_thousand_edits_are_one_step() -> None:
    editor = TextEditor()
    assert editor.apply([(number // 2, number // 2, "ab"[number % 2]) for number in range(1000)])
    text = editor.read()
    assert editor.undo() is True
    assert editor.read() == ""
    assert editor.undo() is False
    assert editor.redo() is True
    assert editor.read() == text


@pytest.mark.tags("undo")
def test_many_steps_are_remembered() -> None:
    editor = TextEditor()
    for number in range(175):
        editor.insert(chr(ord("a") + number % 26))
    text = editor.read()
    for _ in range(175):
        assert editor.undo() is True
    assert editor.read() == ""
    assert editor.undo() is False
    for _ in range(145):
        assert editor.redo() is True
    assert editor.read() == text[:145]


class Model:
    """The documents before and after every step, whole, and where the cursor goes."""

    def __init__(self) -> None:
        self.text = ""
        self.at = 0
        self.steps: list[tuple[str, int, str, int]] = []
        self.made = 0

    def move(self, position: int) -> bool:
        return self.apply([(position, position, "")])

    def insert(self, text: str) -> None:
        self.apply([(self.at, self.at, text)])

    def delete(self, count: int) -> bool:
        return self.apply([(self.at - count, self.at, "")])

    def apply(self, edits: list[tuple[int, int, str]]) -> bool:
        text, at, counted = self.text, self.at, []
        for start, end, new in edits:
            if start not in range(end + 1) or end not in range(len(text) + 1):
                return False
            old = text[start:end]
            text = text[:start] + new + text[end:]
            at = start + len(new)
            if old or new:
                counted.append((start + len(old), at))
        if counted:
            del self.steps[self.made :]
            self.steps.append((self.text, counted[0][0], text, counted[-1][1]))
            self.made += 1
        self.text, self.at = text, at
        return True

    def undo(self) -> bool:
        if self.made:
            self.made -= 1
            self.text, self.at = self.steps[self.made][:2]
            return True
        return False

    def redo(self) -> bool:
        if self.made < len(self.steps):
            self.text, self.at = self.steps[self.made][2:]
            self.made += 1
            return True
        return False


texts = st.sampled_from(["", "", "a", "bc", "\n", "def"])
starts = st.integers(0, 6)
edits = st.builds(lambda start, size, text: (start, start + size, text), starts, starts, texts)
calls = st.one_of(
    st.tuples(st.just("insert"), texts),
    st.tuples(st.just("move"), starts),
    st.tuples(st.just("delete"), st.integers(-1, 4)),
    st.tuples(st.just("apply"), st.lists(edits, max_size=3)),
    st.tuples(st.just("apply"), st.lists(edits, min_size=1, max_size=1)),
    st.tuples(st.just("undo")),
    st.tuples(st.just("undo")),
    st.tuples(st.just("redo")),
)


@pytest.mark.tags("model", "undo")
@model_settings
@given(st.lists(calls, max_size=20))
def test_random_calls_answer_like_the_model(history: list[tuple]) -> None:
    editor = TextEditor()
    model = Model()
    editor.insert("abcdef")
    model.insert("abcdef")
    for name, *arguments in history:
        assert getattr(editor, name)(*arguments) == getattr(model, name)(*arguments)
        assert (editor.read(), editor.cursor()) == (model.text, model.at)
    while model.undo():
        assert editor.undo() is True
        assert (editor.read(), editor.cursor()) == (model.text, model.at)
    assert editor.undo() is False
