"""Level 3, scored: lines, search and long documents."""

import re
from string import ascii_uppercase, digits

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

LINE = "The quick brown fox jumps over it all.\n"
WIDTH = len(LINE)


def editor_with(text: str, cursor: int = 0) -> TextEditor:
    """An editor with this document, put in as one step, and its cursor there."""
    editor = TextEditor()
    editor.insert(text)
    assert editor.move(cursor) is True
    return editor


def scattered(count: int, size: int) -> list[int]:
    """Positions here and there, the same ones every time."""
    return [number * 7_368_787 % size for number in range(1, count + 1)]


def typed_and_mended(place: int) -> list[tuple[int, int, str]]:
    """The edits of somebody who types two letters and takes the second one back."""
    return [(place, place, "ab"), (place + 1, place + 2, "")]


@pytest.mark.tags("empty", "position")
def test_an_empty_document_has_one_empty_line() -> None:
    editor = TextEditor()
    assert editor.line(0) == (0, 0)
    assert editor.line(1) is None
    assert editor.locate(0) == (0, 0)
    assert editor.find("a") == []


@pytest.mark.tags("position", "range")
def test_lines_start_after_a_line_break_and_end_before_the_next() -> None:
    editor = editor_with("one\nthree\n\nfour")
    assert editor.line(0) == (0, 3)
    assert editor.line(1) == (4, 9)
    assert editor.line(2) == (10, 10)
    assert editor.line(3) == (11, 15)


@pytest.mark.tags("missing", "boundary")
def test_line_that_is_not_there_is_none() -> None:
    editor = editor_with("one\ntwo")
    for number in [-1, -2, 2, 3, 100]:
        assert editor.line(number) is None
    editor = editor_with("one")
    assert editor.line(0) == (0, 3)
    assert editor.line(1) is None


@pytest.mark.tags("empty", "boundary")
def test_last_line_may_be_empty() -> None:
    editor = editor_with("one\n")
    assert editor.line(0) == (0, 3)
    assert editor.line(1) == (4, 4)
    assert editor.line(2) is None
    assert editor.locate(4) == (1, 0)
    editor = editor_with("\n\n")
    assert [editor.line(number) for number in range(3)] == [(0, 0), (1, 1), (2, 2)]
    assert [editor.locate(position) for position in range(3)] == [(0, 0), (1, 0), (2, 0)]


@pytest.mark.tags("position")
def test_locate_counts_the_characters_of_the_line() -> None:
    text = "one\nthree\n\nfour"
    editor = editor_with(text)
    for position in range(len(text) + 1):
        before = text[:position].split("\n")
        assert editor.locate(position) == (len(before) - 1, len(before[-1]))


@pytest.mark.tags("missing", "boundary")
def test_locate_outside_the_document_is_none() -> None:
    editor = editor_with("one\ntwo")
    for position in [-1, -7, 8, 100]:
        assert editor.locate(position) is None
    assert editor.locate(7) == (1, 3)


@pytest.mark.tags("position", "parsing")
def test_no_other_character_ends_a_line() -> None:
    text = "a\rb\x0bc\x0cd\x1ce\x1ef\x85g\u2028h\u2029i\r\nj"
    editor = editor_with(text)
    assert editor.line(0) == (0, 18)
    assert editor.line(1) == (19, 20)
    assert editor.line(2) is None
    assert editor.locate(18) == (0, 18)
    assert editor.locate(20) == (1, 1)


@pytest.mark.tags("position", "undo")
def test_lines_follow_every_change() -> None:
    editor = editor_with("one\ntwo\nthree", 4)
    editor.delete(1)
    assert editor.line(0) == (0, 6)
    assert editor.line(1) == (7, 12)
    editor.insert("\n\n")
    assert editor.line(2) == (5, 8)
    assert editor.locate(4) == (1, 0)
    editor.undo()
    editor.undo()
    assert editor.line(1) == (4, 7)
    editor.apply([(0, 13, "a\nb")])
    assert editor.line(1) == (2, 3)
    assert editor.line(2) is None
    editor.undo()
    editor.undo()
    assert editor.line(0) == (0, 0)
    assert editor.line(1) is None


@pytest.mark.tags("search", "ordering")
def test_find_lists_every_position_in_ascending_order() -> None:
    editor = editor_with("banana bandana")
    assert editor.find("an") == [1, 3, 8, 11]
    assert editor.find("b") == [0, 7]
    assert editor.find("banana bandana") == [0]
    assert editor.find("na") == [2, 4, 12]


@pytest.mark.tags("search", "duplicate")
def test_found_texts_may_overlap() -> None:
    editor = editor_with("banana aaaa")
    assert editor.find("ana") == [1, 3]
    assert editor.find("aa") == [7, 8, 9]
    assert editor.find("aaaa") == [7]


@pytest.mark.tags("search", "boundary")
def test_find_begins_at_its_start() -> None:
    editor = editor_with("banana")
    assert editor.find("an", 1) == [1, 3]
    assert editor.find("an", 2) == [3]
    assert editor.find("an", 3) == [3]
    assert editor.find("an", 4) == []
    assert editor.find("a", 5) == [5]
    assert editor.find("a", 6) == []


@pytest.mark.tags("search", "missing", "boundary")
def test_find_from_outside_the_document_is_empty() -> None:
    editor = editor_with("banana")
    for start in [-1, -2, -6, 7, 100]:
        assert editor.find("a", start) == []


@pytest.mark.tags("search", "empty")
def test_find_of_the_empty_text_is_empty() -> None:
    editor = editor_with("banana")
    assert editor.find("") == []
    assert editor.find("", 3, 1) == []
    assert TextEditor().find("") == []


@pytest.mark.tags("search", "missing")
def test_find_of_an_absent_text_is_empty() -> None:
    editor = editor_with("banana")
    assert editor.find("nab") == []
    assert editor.find("bananas") == []
    assert editor.find("aa") == []


@pytest.mark.tags("search", "limit")
def test_find_limit_keeps_the_first_positions() -> None:
    editor = editor_with("banana bandana")
    assert editor.find("an", 2, 2) == [3, 8]
    assert editor.find("an", 0, 1) == [1]
    assert editor.find("an", 0, 0) == []
    assert editor.find("an", 0, 4) == [1, 3, 8, 11]
    assert editor.find("an", 0, 9) == [1, 3, 8, 11]
    assert editor.find("an", 0, None) == [1, 3, 8, 11]


@pytest.mark.tags("search")
def test_find_is_exact() -> None:
    editor = editor_with("Add a.c, abc and [a-z]*\nADD a c")
    assert editor.find("a.c") == [4]
    assert editor.find("[a-z]*") == [17]
    assert editor.find("add") == []
    assert editor.find("c\n") == []
    assert editor.find("*\nA") == [22]


@pytest.mark.tags("basics")
def test_arguments_may_be_given_by_name() -> None:
    editor = editor_with("banana\n")
    assert editor.line(number=1) == (7, 7)
    assert editor.locate(position=7) == (1, 0)
    assert editor.find(text="an", start=2, limit=1) == [3]
    assert editor.find(limit=1, text="an") == [1]


@pytest.mark.tags("isolation", "position", "undo")
def test_looking_changes_nothing() -> None:
    editor = editor_with("banana\n", 3)
    editor.insert("x")
    editor.undo()
    editor.move(2)
    editor.line(0)
    editor.line(9)
    editor.locate(7)
    editor.locate(9)
    editor.find("an")
    assert editor.cursor() == 2
    assert editor.read() == "banana\n"
    assert editor.redo() is True
    assert editor.read() == "banxana\n"


@pytest.mark.tags("scale", "range")
def test_a_long_document_is_read_exactly_in_every_part() -> None:
    text = "".join(map(str, range(10_000, 20_000))) * 19 + "0123456789" * 1000
    editor = editor_with(text)
    assert editor.read() == text
    for start in scattered(50, 950_000):
        assert editor.read(start, start + 50) == text[start : start + 50]
    assert editor.read(100_000, 900_000) == text[100_000:900_000]
    assert editor.read(959_999) == "9"
    assert editor.read(960_000) == ""
    assert editor.read(959_999, 960_001) == "9"
    assert editor.read(960_001) == ""
    assert editor.read(960_001, 5) == ""


@pytest.mark.tags("scale", "position")
def test_a_thousand_edits_in_one_call_are_quick() -> None:
    text = LINE * 12_500 + "🙂\n" + LINE * 12_500
    editor = editor_with(text)
    assert editor.line(1) == (WIDTH, 2 * WIDTH - 1)
    starts = sorted(scattered(1000, 900_000), reverse=True)
    assert editor.apply([(start, start + 1, "[]") for start in starts]) is True
    expected, last = [], 0
    for start in reversed(starts):
        expected += [text[last:start], "[]"]
        last = start + 1
    assert editor.read() == "".join(expected) + text[last:]
    assert editor.cursor() == starts[-1] + 2


@pytest.mark.tags("scale", "position")
def test_typing_into_a_long_document_is_quick() -> None:
    editor = editor_with(LINE * 12_500 + "🙂\n" + LINE * 12_500, 500_000)
    assert editor.locate(2 * WIDTH) == (2, 0)
    places = range(500_000, 500_300)
    assert editor.apply([edit for place in places for edit in typed_and_mended(place)]) is True
    for _ in range(75):
        editor.insert("ab")
        editor.delete(1)
    assert editor.cursor() == 500_375
    assert editor.read(499_990, 500_385)[10:-10] == "a" * 375
    assert editor.read(0, 2 * WIDTH) == LINE * 2


@pytest.mark.tags("scale", "undo")
def test_undo_and_redo_in_a_long_document_are_quick() -> None:
    text = LINE * 12_800 + "🙂\n" + LINE * 12_800
    editor = editor_with(text)
    assert editor.locate(len(text)) == (25_601, 0)
    for step in range(3):
        places = scattered(260, 900_000 + step)
        assert editor.apply([(place, place, "-") for place in places]) is True
    dashes = editor.find("-")
    assert len(dashes) == 780
    for call in [editor.undo, editor.redo]:
        assert [call(), call(), call()] == [True] * 3
    assert editor.find("-") == dashes
    for _ in range(3):
        assert editor.undo() is True
    assert editor.find("-") == []
    assert editor.read(850_000, 900_000) == text[850_000:900_000]


@pytest.mark.tags("scale", "position")
def test_lines_of_a_changing_long_document_are_found_quickly() -> None:
    editor = editor_with("brown fox\n" * 95_000)
    for done, line in enumerate(scattered(60, 90_000)):
        start, end = editor.line(line)
        assert end - start <= 10
        assert editor.locate(end) == (line, end - start)
        editor.move(500_000)
        editor.insert("-\n" if done % 2 else "\n-")
    assert editor.line(95_060) == (950_120, 950_120)
    assert editor.line(95_061) is None
    assert editor.line(90_060) == (900_120, 900_129)


@pytest.mark.tags("scale", "position")
def test_a_million_characters_in_one_line() -> None:
    editor = editor_with("x" * 990_000)
    for position in scattered(50, 900_000):
        editor.move(position)
        editor.insert("y")
        assert editor.locate(position + 1) == (0, position + 1)
    assert editor.line(0) == (0, 990_050)
    assert editor.locate(990_050) == (0, 990_050)
    editor.move(400_000)
    editor.insert("\n")
    assert editor.line(0) == (0, 400_000)
    assert editor.line(1) == (400_001, 990_051)
    assert editor.locate(990_051) == (1, 590_050)


@pytest.mark.tags("scale", "position")
def test_a_million_line_breaks() -> None:
    editor = editor_with("\n" * 990_000)
    for position in scattered(20, 900_000):
        assert editor.line(position) == (position, position)
        assert editor.locate(position) == (position, 0)
    for number in range(20):
        editor.move(300_000)
        editor.insert("z")
        assert editor.line(300_000) == (300_000, 300_001 + number)
        assert editor.locate(800_000) == (799_999 - number, 0)
    assert editor.line(990_000) == (990_020, 990_020)
    assert editor.line(990_001) is None


@pytest.mark.tags("scale", "search", "limit")
def test_what_is_near_is_found_without_searching_the_rest() -> None:
    editor = editor_with("x" * 990_000)
    for start in scattered(25, 100_000):
        assert editor.find("x", start, 3) == [start, start + 1, start + 2]
    assert editor.find("xx", 989_997, 3) == [989_997, 989_998]


@pytest.mark.tags("scale", "search")
def test_a_long_document_is_searched_to_its_end_quickly() -> None:
    editor = editor_with(LINE * 12_500 + "🙂\n" + LINE * 12_500)
    for letter in ascii_uppercase + digits:
        assert editor.find(f"jumps over it all.\nThe quick brown {letter}") == []
    assert editor.find("🙂\nThe") == [12_500 * WIDTH]
    assert editor.find("🙂", 12_500 * WIDTH + 1) == []
    assert editor.find("over it", 24_999 * WIDTH) == [24_999 * WIDTH + 2 + 26]


@pytest.mark.tags("scale", "search")
def test_no_place_of_a_long_document_is_missed() -> None:
    text = "".join(f"<{number}>" for number in range(10_000))
    editor = editor_with(text)
    assert len(editor.find("><")) == text.count("><")
    places = [match.start() for match in re.finditer("<7", text)]
    assert editor.find("<7") == places
    assert editor.find("<7", places[300], 500) == places[300:800]
    for number in scattered(40, 10_000):
        assert editor.find(f"<{number}>") == [text.index(f"<{number}>")]
    wide = "x" * 100
    editor = editor_with(wide * 300)
    assert editor.find(wide) == list(range(29_901))


class Model:
    """The document as one string."""

    def __init__(self) -> None:
        self.text = ""

    def apply(self, edits: list[tuple[int, int, str]]) -> None:
        for start, end, text in edits:
            self.text = self.text[:start] + text + self.text[end:]

    def locate(self, position: int) -> tuple[int, int]:
        lines = self.text[:position].split("\n")
        return len(lines) - 1, len(lines[-1])

    def line(self, number: int) -> tuple[int, int] | None:
        lines = self.text.split("\n")
        if number >= len(lines):
            return None
        start = len("\n".join([*lines[:number], ""]))
        return start, start + len(lines[number])

    def find(self, text: str, start: int) -> list[int]:
        ahead = re.compile(f"(?={re.escape(text)})")
        return [match.start() for match in ahead.finditer(self.text, start)]


blocks = st.sampled_from(
    ["", "a", "ab\n", "\n", "b\na" * 700, "a" * 3000, "\n" * 2500, "x🙂" * 900]
)
spots = st.integers(0, 10**6)
sizes = st.sampled_from([0, 1, 2, 100, 2000, 9000, 10**6])
edits = st.lists(st.tuples(spots, sizes, blocks), min_size=1, max_size=4)


@pytest.mark.tags("model", "scale", "position")
@settings(model_settings, max_examples=16)
@given(st.lists(edits, max_size=5), st.lists(spots, min_size=2, max_size=2))
def test_random_edits_leave_what_the_model_has(
    history: list[list[tuple[int, int, str]]], looks: list[int]
) -> None:
    editor = TextEditor()
    model = Model()
    start = [(0, 0, "ab\nc" * 6000)]
    editor.apply(start)
    model.apply(start)
    texts = [model.text]
    for step in history:
        for spot, size, text in step:
            place = spot % (len(model.text) + 1)
            edit = (place, min(place + size, len(model.text)), text)
            assert editor.apply([edit]) is True
            model.apply([edit])
            if edit[0] < edit[1] or text:
                texts.append(model.text)
        assert editor.read() == model.text
        for look in looks:
            place = look % (len(model.text) + 1)
            line = look % (model.text.count("\n") + 2)
            assert editor.locate(place) == model.locate(place)
            assert editor.line(line) == model.line(line)
            assert editor.read(place, place + 1) == model.text[place : place + 1]
    while len(texts) > 1:
        texts.pop()
        assert editor.undo() is True
        assert editor.read() == texts[-1]


@pytest.mark.tags("model", "search", "limit")
@model_settings
@given(
    st.lists(st.tuples(spots, blocks), min_size=1, max_size=6),
    st.sampled_from(["a", "b", "aa", "ab", "\na", "ba\n", "🙂x🙂", "a" * 99, "c"]),
    spots,
    st.integers(0, 3000),
)
def test_random_searches_answer_like_the_model(
    pieces: list[tuple[int, str]], text: str, look: int, limit: int
) -> None:
    editor = TextEditor()
    model = Model()
    for spot, piece in pieces:
        place = spot % (len(model.text) + 1)
        editor.apply([(place, place, piece)])
        model.apply([(place, place, piece)])
    start = look % (len(model.text) + 1)
    found = model.find(text, start)
    assert editor.find(text, start, limit) == found[:limit]
    assert editor.find(text, start) == found
