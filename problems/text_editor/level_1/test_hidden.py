"""Level 1, scored: a document and a cursor."""

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
    """An editor with this document and its cursor there."""
    editor = TextEditor()
    editor.insert(text)
    assert editor.move(cursor) is True
    return editor


@pytest.mark.tags("basics", "empty")
def test_new_editor_is_empty_with_its_cursor_at_zero() -> None:
    editor = TextEditor()
    assert editor.read() == ""
    assert editor.cursor() == 0
    assert editor.move(0) is True
    assert editor.move(1) is False


@pytest.mark.tags("basics")
def test_insert_answers_none_and_puts_text_in() -> None:
    editor = TextEditor()
    assert editor.insert("willow") is None
    assert editor.read() == "willow"
    assert editor.insert("s") is None
    assert editor.read() == "willows"


@pytest.mark.tags("position")
def test_cursor_is_after_the_text_put_in() -> None:
    editor = TextEditor()
    editor.insert("wiow")
    assert editor.cursor() == 4
    editor.move(2)
    editor.insert("ll")
    assert editor.cursor() == 4
    editor.insert("-")
    assert editor.read() == "will-ow"


@pytest.mark.tags("position")
def test_insert_at_the_start_in_the_middle_and_at_the_end() -> None:
    editor = editor_with("bd", 0)
    editor.insert("a")
    editor.move(2)
    editor.insert("c")
    editor.move(4)
    editor.insert("e")
    assert editor.read() == "abcde"


@pytest.mark.tags("position", "boundary")
def test_move_reaches_every_position() -> None:
    editor = editor_with("elm", 3)
    for position in [0, 1, 2, 3, 1]:
        assert editor.move(position) is True
        assert editor.cursor() == position


@pytest.mark.tags("refusal", "boundary")
def test_move_outside_the_document_is_refused() -> None:
    editor = editor_with("elm", 2)
    for position in [-1, 4, -3, 100]:
        assert editor.move(position) is False
        assert editor.cursor() == 2
    assert editor.read() == "elm"


@pytest.mark.tags("basics", "position")
def test_delete_takes_out_what_comes_before_the_cursor() -> None:
    editor = editor_with("abcdef", 5)
    assert editor.delete(3) is True
    assert editor.read() == "abf"
    assert editor.cursor() == 2
    assert editor.delete(1) is True
    assert editor.read() == "af"
    assert editor.cursor() == 1


@pytest.mark.tags("boundary")
def test_delete_may_take_out_all_before_the_cursor() -> None:
    editor = editor_with("abcdef", 4)
    assert editor.delete(4) is True
    assert editor.read() == "ef"
    assert editor.cursor() == 0
    editor.move(2)
    assert editor.delete(2) is True
    assert editor.read() == ""
    assert editor.cursor() == 0


@pytest.mark.tags("refusal", "boundary")
def test_delete_of_more_than_comes_before_the_cursor_is_refused() -> None:
    editor = editor_with("abcdef", 2)
    assert editor.delete(3) is False
    assert editor.delete(5) is False
    assert editor.delete(100) is False
    assert editor.read() == "abcdef"
    assert editor.cursor() == 2


@pytest.mark.tags("refusal", "boundary")
def test_delete_of_a_negative_count_is_refused() -> None:
    editor = editor_with("abcdef", 2)
    assert editor.delete(-1) is False
    assert editor.delete(-4) is False
    assert editor.delete(-100) is False
    assert editor.read() == "abcdef"
    assert editor.cursor() == 2


@pytest.mark.tags("empty")
def test_delete_of_nothing_is_never_refused() -> None:
    editor = TextEditor()
    assert editor.delete(0) is True
    editor.insert("ab")
    for position in [0, 1, 2]:
        editor.move(position)
        assert editor.delete(0) is True
        assert editor.read() == "ab"
        assert editor.cursor() == position


@pytest.mark.tags("empty")
def test_insert_of_nothing_changes_nothing() -> None:
    editor = editor_with("ab", 1)
    assert editor.insert("") is None
    assert editor.read() == "ab"
    assert editor.cursor() == 1


@pytest.mark.tags("range", "boundary")
def test_read_has_its_start_and_lacks_its_end() -> None:
    editor = editor_with("abcdef", 0)
    assert editor.read(0, 1) == "a"
    assert editor.read(2, 5) == "cde"
    assert editor.read(5, 6) == "f"
    assert editor.read(0, 6) == "abcdef"


@pytest.mark.tags("range")
def test_read_without_an_end_goes_to_the_end_of_the_document() -> None:
    editor = editor_with("abcdef", 3)
    assert editor.read() == "abcdef"
    assert editor.read(4) == "ef"
    assert editor.read(4, None) == "ef"
    assert editor.read(6) == ""


@pytest.mark.tags("range", "boundary")
def test_read_goes_no_further_than_the_document() -> None:
    editor = editor_with("abc", 1)
    assert editor.read(0, 4) == "abc"
    assert editor.read(2, 100) == "c"
    assert editor.read(3, 4) == ""
    assert editor.read(4) == ""
    assert editor.read(4, 6) == ""
    assert TextEditor().read(0, 5) == ""


@pytest.mark.tags("range", "empty")
def test_read_is_empty_unless_start_is_less_than_end() -> None:
    editor = editor_with("abc", 1)
    for position in [0, 1, 2, 3]:
        assert editor.read(position, position) == ""
    assert editor.read(2, 1) == ""
    assert editor.read(3, 0) == ""
    assert editor.read(9, 1) == ""


@pytest.mark.tags("position", "range")
def test_reading_does_not_move_the_cursor() -> None:
    editor = editor_with("abc", 1)
    editor.read()
    editor.read(2, 3)
    editor.read(5)
    assert editor.cursor() == 1
    editor.insert("-")
    assert editor.read() == "a-bc"


@pytest.mark.tags("position")
def test_every_character_counts_as_one() -> None:
    editor = TextEditor()
    text = "é\n\t\r\n\0🙂ß e\u0301\u2028'\""
    editor.insert(text)
    assert editor.cursor() == len(text)
    assert editor.read() == text
    assert editor.read(6, 7) == "🙂"
    editor.move(7)
    assert editor.delete(1) is True
    assert editor.read() == text.replace("🙂", "")


@pytest.mark.tags("isolation")
def test_two_editors_share_nothing() -> None:
    one = TextEditor()
    two = TextEditor()
    one.insert("one")
    assert two.read() == ""
    assert two.cursor() == 0
    two.insert("second")
    assert one.read() == "one"
    assert one.cursor() == 3


@pytest.mark.tags("basics")
def test_arguments_may_be_given_by_name() -> None:
    editor = TextEditor()
    assert editor.insert(text="abc") is None
    assert editor.move(position=2) is True
    assert editor.delete(count=1) is True
    assert editor.read(start=1, end=2) == "c"
    assert editor.read(end=1) == "a"


@pytest.mark.tags("basics", "position")
def test_a_thousand_characters_typed_from_the_middle_outwards() -> None:
    editor = TextEditor()
    for number in range(1, 126):
        editor.insert("([{<")
        editor.insert(">}])")
        assert editor.move(4 * number) is True
    assert editor.cursor() == 500
    assert editor.read() == "([{<" * 125 + ">}])" * 125
    for number in range(40):
        assert editor.delete(4) is True
        assert editor.move(500 - 4 * number) is True
        assert editor.delete(4) is True
    assert editor.read() == "([{<" * 85 + ">}])" * 85


class Model:
    """The characters before the cursor, and those after it."""

    def __init__(self) -> None:
        self.before: list[str] = []
        self.after: list[str] = []

    def move(self, position: int) -> bool:
        both = self.before + self.after
        if position not in range(len(both) + 1):
            return False
        self.before, self.after = both[:position], both[position:]
        return True

    def cursor(self) -> int:
        return len(self.before)

    def insert(self, text: str) -> None:
        self.before += text

    def delete(self, count: int) -> bool:
        if count not in range(len(self.before) + 1):
            return False
        for _ in range(count):
            self.before.pop()
        return True

    def read(self, start: int = 0, end: int | None = None) -> str:
        both = enumerate(self.before + self.after)
        return "".join(one for at, one in both if at >= start and (end is None or at < end))


texts = st.sampled_from(["", "a", "bc", "\n", "def", "ü🙂"])
positions = st.integers(-2, 12)
places = st.integers(0, 12)
calls = st.one_of(
    st.tuples(st.just("insert"), texts),
    st.tuples(st.just("insert"), texts),
    st.tuples(st.just("move"), positions),
    st.tuples(st.just("delete"), st.integers(-2, 6)),
    st.tuples(st.just("read"), places),
    st.tuples(st.just("read"), places, places),
)


@pytest.mark.tags("model")
@model_settings
@given(st.lists(calls, max_size=20))
def test_random_calls_answer_like_the_model(history: list[tuple]) -> None:
    editor = TextEditor()
    model = Model()
    for name, *arguments in history:
        assert getattr(editor, name)(*arguments) == getattr(model, name)(*arguments)
        assert editor.cursor() == model.cursor()
    assert editor.read() == model.read()
