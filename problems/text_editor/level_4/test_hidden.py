"""Level 4, scored: edits that others have made for an earlier revision."""

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


def editor_with(text: str, cursor: int = 0) -> TextEditor:
    """An editor with this document at revision 1, and the owner's cursor there."""
    editor = TextEditor()
    editor.insert(text)
    assert editor.move(cursor) is True
    return editor


def made(text: str, edits: list[tuple[int, int, str]]) -> str:
    """The text after these edits."""
    for start, end, new in edits:
        assert 0 <= start <= end <= len(text)
        text = text[:start] + new + text[end:]
    return text


@pytest.mark.tags("basics", "merge")
def test_an_edit_of_the_present_revision_is_made_as_it_is() -> None:
    editor = editor_with("abcdef")
    assert editor.submit("ann", 1, (2, 2, "xy")) == [(2, 2, "xy")]
    assert editor.read() == "abxycdef"
    assert editor.submit("ann", 2, (0, 3, "")) == [(0, 3, "")]
    assert editor.read() == "ycdef"
    assert editor.submit("bob", 3, (5, 5, "!")) == [(5, 5, "!")]
    assert editor.read() == "ycdef!"


@pytest.mark.tags("empty", "merge")
def test_an_empty_new_document_is_revision_zero() -> None:
    editor = TextEditor()
    assert editor.changes() == []
    assert editor.changes(0) == []
    assert editor.submit("ann", 1, (0, 0, "x")) is None
    assert editor.submit("ann", 0, (0, 0, "xy")) == [(0, 0, "xy")]
    assert editor.changes() == [(0, 0, "xy")]


@pytest.mark.tags("history", "ordering")
def test_changes_lists_the_edits_of_every_method_in_order() -> None:
    editor = TextEditor()
    editor.insert("abcdef")
    editor.delete(1)
    editor.move(3)
    editor.delete(2)
    editor.apply([(0, 1, "xyz"), (4, 4, "!")])
    editor.submit("ann", 5, (0, 2, ""))
    editor.undo()
    editor.undo()
    editor.redo()
    own = [(0, 0, "abcdef"), (5, 6, ""), (1, 3, ""), (0, 1, "xyz"), (4, 4, "!")]
    undone = [(0, 2, ""), (0, 0, "xy"), (4, 5, ""), (0, 3, "a")]
    assert editor.changes() == [*own, *undone, (0, 1, "xyz"), (4, 4, "!")]
    assert editor.changes(4) == [(4, 4, "!"), *undone, (0, 1, "xyz"), (4, 4, "!")]


@pytest.mark.tags("history", "missing", "boundary")
def test_changes_since_no_revision_is_none() -> None:
    editor = editor_with("abc")
    editor.insert("d")
    assert editor.changes(2) == []
    assert editor.changes(1) == [(0, 0, "d")]
    for since in [-1, -2, 3, 100]:
        assert editor.changes(since) is None


@pytest.mark.tags("history", "empty")
def test_edits_of_nothing_are_not_counted() -> None:
    editor = editor_with("abc")
    editor.move(2)
    editor.insert("")
    editor.delete(0)
    editor.apply([])
    editor.apply([(1, 1, ""), (0, 1, "x"), (3, 3, "")])
    assert editor.submit("ann", 1, (2, 2, "")) == []
    assert editor.changes() == [(0, 0, "abc"), (0, 1, "x")]
    assert editor.submit("ann", 3, (0, 0, "")) is None


@pytest.mark.tags("refusal", "boundary")
def test_a_revision_that_has_not_been_is_refused() -> None:
    editor = editor_with("abc", 2)
    for revision in [-1, 2, 50]:
        assert editor.submit("ann", revision, (0, 0, "x")) is None
        assert editor.submit("ann", revision, (0, 0, "")) is None
    assert editor.read() == "abc"
    assert editor.cursor() == 2
    assert editor.changes() == [(0, 0, "abc")]


@pytest.mark.tags("refusal", "boundary", "range")
def test_a_range_that_the_document_did_not_have_then_is_refused() -> None:
    editor = editor_with("abc")
    editor.insert("12345")
    for start, end in [(-1, 0), (0, 4), (4, 4), (2, 1), (-1, -1), (4, 3)]:
        assert editor.submit("ann", 1, (start, end, "x")) is None
    assert editor.submit("ann", 0, (0, 1, "")) is None
    assert editor.read() == "12345abc"
    assert editor.submit("ann", 2, (4, 8, "")) == [(4, 8, "")]
    assert editor.submit("ann", 2, (5, 8, "x")) == [(4, 4, "x")]
    assert editor.submit("ann", 2, (8, 9, "")) is None


@pytest.mark.tags("boundary", "range", "merge")
def test_a_range_that_the_document_had_then_is_accepted() -> None:
    editor = editor_with("abc")
    editor.apply([(0, 3, "")])
    assert editor.submit("ann", 1, (3, 3, "x")) == [(0, 0, "x")]
    assert editor.submit("ann", 1, (0, 3, "y")) == [(1, 1, "y")]
    assert editor.read() == "xy"


@pytest.mark.tags("refusal", "undo")
def test_refused_submissions_change_nothing() -> None:
    editor = editor_with("abc", 1)
    editor.insert("x")
    editor.undo()
    assert editor.submit("ann", 1, (0, 9, "x")) is None
    assert editor.submit("ann", 9, (0, 1, "x")) is None
    assert editor.redo() is True
    assert editor.read() == "axbc"
    assert len(editor.changes()) == 4


@pytest.mark.tags("position", "merge")
def test_a_place_before_an_edit_stays_and_one_after_it_moves() -> None:
    editor = editor_with("abcdef")
    editor.apply([(2, 4, "xyz")])
    assert editor.submit("ann", 1, (1, 1, "<")) == [(1, 1, "<")]
    assert editor.submit("ann", 1, (5, 5, ">")) == [(7, 7, ">")]
    assert editor.submit("bob", 1, (6, 6, "!")) == [(9, 9, "!")]
    assert editor.read() == "a<bxyze>f!"


@pytest.mark.tags("position", "merge", "boundary")
def test_a_place_inside_an_edit_becomes_the_place_after_its_text() -> None:
    for place in [3, 4, 5]:
        editor = editor_with("abcdefg")
        editor.submit("zoe", 1, (2, 5, "XY"))
        assert editor.submit("ann", 1, (place, place, "-")) == [(4, 4, "-")]
        assert editor.read() == "abXY-fg"
        editor = editor_with("abcdefg")
        editor.apply([(2, 5, "XY")])
        assert editor.submit("ann", 1, (place, place, "-")) == [(4, 4, "-")]
        editor = editor_with("abcdefg")
        editor.move(5)
        editor.delete(5)
        assert editor.submit("ann", 1, (place, place, "-")) == [(0, 0, "-")]
        assert editor.read() == "-fg"


@pytest.mark.tags("position", "merge", "boundary")
def test_a_place_next_to_an_insertion_stays_with_its_neighbours() -> None:
    editor = editor_with("abcdef")
    editor.submit("zoe", 1, (3, 3, "XY"))
    assert editor.submit("zoe", 1, (2, 2, "<")) == [(2, 2, "<")]
    assert editor.submit("ann", 1, (4, 4, ">")) == [(7, 7, ">")]
    assert editor.read() == "ab<cXYd>ef"


@pytest.mark.tags("ties", "merge")
def test_ties_go_by_the_names_of_authors() -> None:
    for names in [["ann", "bob", "cid"], ["bob", "cid", "ann"], ["cid", "bob", "ann"]]:
        editor = editor_with("()")
        for name in names:
            editor.submit(name, 1, (1, 1, f"<{name}>"))
        assert editor.read() == "(<ann><bob><cid>)"


@pytest.mark.tags("ties", "ordering")
def test_names_are_compared_as_python_compares_strings() -> None:
    editor = editor_with("()")
    for name in ["ann", "b9", "Zoe", "b10", "a", "é"]:
        editor.submit(name, 1, (1, 1, f"<{name}>"))
    assert editor.read() == "(<Zoe><a><ann><b10><b9><é>)"


@pytest.mark.tags("ties", "ordering")
def test_of_two_texts_by_one_author_the_earlier_comes_first() -> None:
    editor = editor_with("()")
    editor.submit("ann", 1, (1, 1, "1"))
    editor.submit("ann", 1, (1, 1, "2"))
    editor.submit("bob", 1, (1, 1, "3"))
    editor.submit("ann", 1, (1, 1, "4"))
    assert editor.read() == "(1243)"


@pytest.mark.tags("ties", "merge")
def test_owners_text_comes_first() -> None:
    editor = editor_with("()", 1)
    editor.submit("ann", 1, (1, 1, "A"))
    editor.insert("own")
    assert editor.read() == "(ownA)"
    assert editor.submit("ann", 1, (1, 1, "B")) == [(5, 5, "B")]
    assert editor.submit("\0", 2, (1, 1, "C")) == [(4, 4, "C")]
    assert editor.read() == "(ownCAB)"


@pytest.mark.tags("ties", "merge")
def test_a_tie_with_an_edit_that_takes_out_and_puts_in() -> None:
    editor = editor_with("abcd")
    editor.apply([(1, 3, "own")])
    assert editor.submit("ann", 1, (1, 1, "-")) == [(4, 4, "-")]
    assert editor.read() == "aown-d"
    editor = editor_with("abcd")
    editor.submit("cid", 1, (1, 3, "XY"))
    assert editor.submit("bob", 1, (1, 1, "<")) == [(1, 1, "<")]
    assert editor.submit("dan", 1, (1, 1, ">")) == [(4, 4, ">")]
    assert editor.read() == "a<XY>d"


@pytest.mark.tags("ties", "merge")
def test_places_that_meet_later_tie_as_well() -> None:
    editor = editor_with("abcd")
    editor.submit("cid", 1, (1, 3, ""))
    editor.submit("bob", 1, (3, 3, "B"))
    assert editor.submit("ann", 1, (2, 2, "A")) == [(1, 1, "A")]
    assert editor.submit("cid", 1, (1, 1, "C")) == [(3, 3, "C")]
    assert editor.read() == "aABCd"


@pytest.mark.tags("position", "merge", "boundary")
def test_a_place_where_text_was_only_taken_out_stays() -> None:
    for name in ["ann", "zoe"]:
        editor = editor_with("abcd")
        editor.submit("bob", 1, (1, 3, ""))
        assert editor.submit(name, 1, (1, 1, "-")) == [(1, 1, "-")]
        assert editor.read() == "a-d"


@pytest.mark.tags("ordering", "merge")
def test_edits_since_the_revision_count_one_after_the_other() -> None:
    editor = editor_with("abcdef")
    editor.apply([(0, 0, "12"), (3, 6, ""), (1, 2, "xyz"), (0, 1, "")])
    assert editor.read() == "xyzaef"
    assert editor.submit("ann", 1, (5, 5, "-")) == [(5, 5, "-")]
    assert editor.submit("ann", 2, (4, 4, "+")) == [(4, 4, "+")]
    assert editor.submit("ann", 3, (0, 1, "")) == []
    assert editor.submit("ann", 4, (1, 6, "")) == [(5, 6, ""), (0, 4, "")]
    assert editor.read() == "+-f"


@pytest.mark.tags("merge", "position")
def test_characters_are_taken_out_wherever_they_are_now() -> None:
    editor = editor_with("abcdef")
    editor.submit("zoe", 1, (0, 0, "XYZ"))
    editor.submit("zoe", 1, (5, 5, "!"))
    assert editor.submit("ann", 1, (2, 4, "")) == [(5, 7, "")]
    assert editor.read() == "XYZabe!f"


@pytest.mark.tags("conflict", "merge")
def test_nothing_is_taken_out_twice() -> None:
    editor = editor_with("abcdefgh")
    editor.submit("ann", 1, (2, 5, ""))
    assert editor.submit("bob", 1, (1, 4, "")) == [(1, 2, "")]
    assert editor.read() == "afgh"
    assert editor.submit("cid", 1, (4, 6, "")) == [(1, 2, "")]
    assert editor.read() == "agh"
    assert editor.submit("dan", 1, (0, 8, "")) == [(0, 3, "")]
    assert editor.read() == ""


@pytest.mark.tags("conflict", "empty", "undo")
def test_a_submission_with_nothing_left_to_do_makes_no_edit() -> None:
    editor = editor_with("abcdef", 6)
    editor.submit("ann", 1, (1, 5, ""))
    editor.insert("x")
    editor.undo()
    assert editor.submit("bob", 1, (2, 4, "")) == []
    assert editor.submit("bob", 1, (1, 5, "")) == []
    assert editor.submit("bob", 1, (3, 3, "")) == []
    assert len(editor.changes()) == 4
    assert editor.cursor() == 2
    assert editor.redo() is True
    assert editor.read() == "afx"


@pytest.mark.tags("conflict", "merge", "ordering")
def test_text_put_in_between_stays() -> None:
    editor = editor_with("abcdef")
    editor.submit("ann", 1, (3, 3, "XY"))
    editor.insert("0")
    editor.submit("bob", 1, (4, 4, "Z"))
    assert editor.read() == "0abcXYdZef"
    assert editor.submit("cid", 1, (1, 6, "")) == [(8, 10, ""), (6, 7, ""), (2, 4, "")]
    assert editor.read() == "0aXYZ"


@pytest.mark.tags("merge", "boundary")
def test_text_put_in_at_either_end_of_a_range_stays() -> None:
    editor = editor_with("abcd")
    editor.submit("ann", 1, (1, 1, "<"))
    editor.submit("ann", 1, (3, 3, ">"))
    assert editor.submit("bob", 1, (1, 3, "")) == [(2, 4, "")]
    assert editor.read() == "a<>d"


@pytest.mark.tags("ordering", "merge")
def test_text_goes_in_before_characters_are_taken_out() -> None:
    editor = editor_with("abcdef")
    assert editor.submit("ann", 1, (1, 3, "XYZ")) == [(1, 1, "XYZ"), (4, 6, "")]
    assert editor.read() == "aXYZdef"
    editor.submit("bob", 1, (4, 4, "-"))
    assert editor.read() == "aXYZd-ef"
    assert editor.submit("cid", 1, (2, 6, "#")) == [(4, 4, "#"), (7, 9, ""), (5, 6, "")]
    assert editor.read() == "aXYZ#-"


@pytest.mark.tags("merge", "ties")
def test_text_and_characters_of_one_edit_may_part() -> None:
    editor = editor_with("abcd")
    editor.submit("bob", 1, (1, 1, "B"))
    assert editor.submit("ann", 1, (1, 3, "A")) == [(1, 1, "A"), (3, 5, "")]
    assert editor.read() == "aABd"


@pytest.mark.tags("merge", "boundary")
def test_characters_that_are_neighbours_again_are_taken_out_by_one_edit() -> None:
    editor = editor_with("abcdef")
    editor.submit("ann", 1, (3, 3, "XY"))
    editor.submit("ann", 2, (3, 5, ""))
    editor.submit("bob", 1, (2, 3, ""))
    assert editor.submit("cid", 1, (1, 5, "")) == [(1, 4, "")]
    assert editor.read() == "af"
    editor = editor_with("abcdef")
    editor.submit("ann", 1, (2, 4, "X"))
    editor.submit("ann", 3, (2, 3, ""))
    assert editor.submit("cid", 1, (0, 6, "new")) == [(0, 0, "new"), (3, 7, "")]


@pytest.mark.tags("undo", "merge")
def test_what_is_put_back_are_new_characters() -> None:
    editor = editor_with("abcdef", 4)
    editor.delete(2)
    editor.undo()
    assert editor.read() == "abcdef"
    assert editor.submit("ann", 1, (1, 5, "")) == [(4, 5, ""), (1, 2, "")]
    assert editor.read() == "acdf"
    editor.undo()
    editor.undo()
    assert editor.read() == ""
    editor.redo()
    assert editor.read() == "abcdef"
    assert editor.submit("ann", 1, (0, 6, "")) == []


@pytest.mark.tags("position", "merge")
def test_cursor_moves_with_the_characters_around_it() -> None:
    editor = editor_with("abcdef", 3)
    editor.submit("ann", 1, (5, 5, "XY"))
    assert editor.cursor() == 3
    editor.submit("ann", 1, (1, 1, "Z"))
    assert editor.cursor() == 4
    editor.submit("bob", 1, (0, 2, ""))
    assert editor.cursor() == 2
    editor.insert("-")
    assert editor.read() == "Zc-deXYf"


@pytest.mark.tags("position", "ties")
def test_cursor_stays_before_text_put_in_at_its_place() -> None:
    editor = editor_with("abcdef", 3)
    editor.submit("ann", 1, (3, 3, "XY"))
    assert editor.cursor() == 3
    editor.submit("\0", 1, (3, 3, "Z"))
    assert editor.cursor() == 3
    editor.insert("-")
    assert editor.read() == "abc-ZXYdef"
    assert editor.cursor() == 4


@pytest.mark.tags("position", "merge")
def test_cursor_inside_what_is_taken_out_goes_to_where_it_was() -> None:
    for cursor, place in [(1, 1), (2, 1), (4, 1), (5, 1), (6, 2), (0, 0)]:
        editor = editor_with("abcdef", cursor)
        editor.submit("ann", 1, (1, 5, ""))
        assert editor.cursor() == place
    for cursor, place in [(1, 1), (2, 3), (4, 3), (5, 3), (6, 4), (0, 0)]:
        editor = editor_with("abcdef", cursor)
        editor.submit("ann", 1, (1, 5, "XY"))
        assert editor.cursor() == place


@pytest.mark.tags("undo")
def test_a_submission_is_one_step_among_the_others() -> None:
    editor = editor_with("abcdef", 6)
    editor.insert("g")
    editor.submit("ann", 1, (3, 3, "-"))
    assert editor.submit("bob", 1, (1, 5, "XY")) == [(1, 1, "XY"), (6, 8, ""), (3, 5, "")]
    editor.insert("h")
    texts = ["aXY-fgh", "aXY-fg", "abc-defg", "abcdefg", "abcdef", ""]
    for text, earlier in zip(texts, texts[1:], strict=False):
        assert editor.read() == text
        assert editor.undo() is True
        assert editor.read() == earlier
    assert editor.undo() is False
    for text in reversed(texts[:-1]):
        assert editor.redo() is True
        assert editor.read() == text


@pytest.mark.tags("undo", "position")
def test_cursor_after_undoing_a_submission_is_as_after_any_undo() -> None:
    editor = editor_with("abcdef", 6)
    editor.submit("ann", 1, (1, 3, "XY"))
    assert editor.cursor() == 6
    assert editor.undo() is True
    assert editor.read() == "abcdef"
    assert editor.cursor() == 1
    assert editor.redo() is True
    assert editor.read() == "aXYdef"
    assert editor.cursor() == 3


@pytest.mark.tags("undo", "overwrite")
def test_a_submission_ends_redoing() -> None:
    editor = editor_with("abc", 3)
    editor.insert("d")
    editor.undo()
    editor.submit("ann", 1, (0, 0, "-"))
    assert editor.redo() is False
    assert editor.undo() is True
    assert editor.read() == "abc"


@pytest.mark.tags("undo", "ties", "merge")
def test_edits_that_undo_and_redo_make_are_the_owners() -> None:
    editor = editor_with("()")
    editor.submit("zoe", 1, (1, 1, "Z"))
    editor.undo()
    editor.redo()
    assert editor.submit("ann", 1, (1, 1, "A")) == [(2, 2, "A")]
    assert editor.read() == "(ZA)"


@pytest.mark.tags("merge", "undo")
def test_a_submission_made_before_an_undo_arrives_after_it() -> None:
    editor = editor_with("abc", 3)
    editor.insert("def")
    editor.undo()
    assert editor.submit("ann", 2, (5, 6, "F")) == [(3, 3, "F")]
    assert editor.submit("bob", 2, (1, 4, "")) == [(1, 3, "")]
    assert editor.read() == "aF"


@pytest.mark.tags("isolation", "history")
def test_two_editors_have_their_own_revisions() -> None:
    one = editor_with("abc")
    two = TextEditor()
    assert two.submit("ann", 1, (0, 0, "x")) is None
    assert two.changes() == []
    assert two.submit("ann", 0, (0, 0, "x")) == [(0, 0, "x")]
    assert one.changes() == [(0, 0, "abc")]


@pytest.mark.tags("basics")
def test_arguments_may_be_given_by_name() -> None:
    editor = editor_with("abc")
    assert editor.submit(author="ann", revision=1, edit=(0, 1, "")) == [(0, 1, "")]
    assert editor.changes(since=1) == [(0, 1, "")]


@pytest.mark.tags("scale", "merge")
def test_an_edit_may_come_hundreds_of_edits_late() -> None:
    editor = editor_with("x" * 300)
    assert editor.apply([(2 * number, 2 * number, "-") for number in range(298)]) is True
    assert editor.submit("ann", 1, (150, 150, "!")) == [(301, 301, "!")]
    assert editor.undo() is True
    one_by_one = [(2 * number + 1, 2 * number + 2, "") for number in reversed(range(297))]
    assert editor.submit("bob", 1, (0, 300, "")) == [(595, 598, ""), *one_by_one]
    assert editor.read() == "-" * 298


@pytest.mark.tags("scale", "merge")
def test_submissions_to_a_long_document_are_quick() -> None:
    editor = editor_with("The quick brown fox jumps over it.🙂\n" * 25_000)
    for number in range(160):
        late = min(number, 5)
        place = 5000 * number - late
        edits = editor.submit("ann", 1 + 2 * (number - late), (place + late, place + late + 2, "-"))
        assert edits == [(place, place, "-"), (place + 1, place + 3, "")]
    assert len(editor.changes()) == 321


class Model:
    """Every revision is kept whole, as a list of characters that are all different objects."""

    def __init__(self) -> None:
        self.revisions: list[list[list[str]]] = [[]]
        self.edits: list[tuple[str, int, int, str]] = []
        self.at = 0

    def text(self, revision: int = -1) -> str:
        return "".join(char for (char,) in self.revisions[revision])

    def make(self, author: str, start: int, end: int, text: str) -> None:
        now = self.revisions[-1]
        self.revisions.append(now[:start] + [[char] for char in text] + now[end:])
        self.edits.append((author, start, end, text))

    def follow(self, place: int, author: str, since: int) -> int:
        for name, start, end, text in self.edits[since:]:
            if start < place <= end or (place == start and author >= name):
                place = start + len(text)
            elif place > end:
                place += len(text) - (end - start)
        return place

    def submit(
        self, author: str, revision: int, edit: tuple[int, int, str]
    ) -> list[tuple[int, int, str]] | None:
        if revision not in range(len(self.revisions)):
            return None
        start, end, text = edit
        then, first = self.revisions[revision], len(self.edits)
        if start not in range(end + 1) or end not in range(len(then) + 1):
            return None
        if text:
            place = self.follow(start, author, revision)
            self.make(author, place, place, text)
        doomed = {id(char) for char in then[start:end]}
        stop = len(self.revisions[-1])
        while stop:
            begin = stop
            while begin and id(self.revisions[-1][begin - 1]) in doomed:
                begin -= 1
            if begin < stop:
                self.make(author, begin, stop, "")
            stop = begin if begin < stop else stop - 1
        self.at = self.follow(self.at, "", first)
        return [(begin, stop, new) for _, begin, stop, new in self.edits[first:]]

    def apply(self, edit: tuple[int, int, str]) -> None:
        start, end, text = edit
        self.at = start + len(text)
        if start < end or text:
            self.make("", start, end, text)


names = st.sampled_from(["ann", "bob", "cid"])
texts = st.sampled_from(["", "", "A", "BC", "\n"])
places = st.integers(0, 7)
edits = st.builds(lambda start, size, text: (start, start + size, text), places, places, texts)
submissions = st.tuples(names, st.integers(-4, 0), edits)
own_edits = st.tuples(st.just(""), st.just(0), edits)


@pytest.mark.tags("model", "convergence", "merge")
@model_settings
@given(st.lists(st.one_of(submissions, submissions, own_edits), min_size=1, max_size=10))
def test_random_submissions_do_what_the_model_does(history: list[tuple]) -> None:
    editor = TextEditor()
    model = Model()
    editor.insert("abcdef")
    model.apply((0, 0, "abcdef"))
    for author, late, (start, end, text) in history:
        revision = max(1, len(model.edits) + late)
        length = len(model.revisions[revision])
        edit = (min(start, length), min(end, length), text)
        if author:
            assert editor.submit(author, revision, edit) == model.submit(author, revision, edit)
        else:
            assert editor.apply([edit]) is True
            model.apply(edit)
        assert editor.cursor() == model.at
    assert editor.read() == model.text()
    half = len(model.edits) // 2
    for revision in [0, half, half + 1]:
        assert made(model.text(revision), editor.changes(revision)) == model.text()


@pytest.mark.tags("model", "convergence")
@model_settings
@given(st.lists(edits, max_size=3), edits, edits)
def test_two_submissions_make_the_same_document_in_either_order(
    before: list[tuple[int, int, str]],
    one: tuple[int, int, str],
    two: tuple[int, int, str],
) -> None:
    outcomes = []
    one = (min(one[0], 6), min(one[1], 6), one[2])
    two = (min(two[0], 6), min(two[1], 6), two[2].lower())
    for order in [("bob", one), ("cid", two)], [("cid", two), ("bob", one)]:
        editor = editor_with("abcdef")
        for name, edit in zip(["ann", "cid", "bob"], before, strict=False):
            editor.submit(name, 1, (min(edit[0], 6), min(edit[1], 6), edit[2]))
        for name, edit in order:
            assert editor.submit(name, 1, edit) is not None
        outcomes.append(editor.read())
    assert outcomes[0] == outcomes[1]


own_calls = st.sampled_from(["undo", "undo", "redo"])


@pytest.mark.tags("model", "convergence", "undo")
@model_settings
@given(st.lists(st.one_of(submissions, own_edits, own_calls, own_calls), max_size=12))
def test_copies_of_every_revision_become_the_document(history: list) -> None:
    editor = TextEditor()
    editor.insert("abcdef")
    copies = {0: "", 1: "abcdef"}
    for call in history:
        if isinstance(call, str):
            getattr(editor, call)()
        elif call[0]:
            author, late, (start, end, text) = call
            revision = max(copies) + late
            while revision not in copies:
                revision += 1
            length = len(copies[revision])
            editor.submit(author, revision, (min(start, length), min(end, length), text))
        else:
            start, end, text = call[2]
            length = len(editor.read())
            editor.apply([(min(start, length), min(end, length), text)])
        copies[len(editor.changes())] = editor.read()
    changes, text = editor.changes(), editor.read()
    for revision, copy in copies.items():
        assert made(copy, changes[revision:]) == text
