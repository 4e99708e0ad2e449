"""The editor's habits."""

import pytest
from rich.style import Style
from rich.text import Text
from textual.app import App, ComposeResult
from textual.document._syntax_aware_document import SyntaxAwareDocument

from harness.tui.conventions.plain import plain, plain_line
from harness.tui.widgets.editor.code_editor import MOST_COLOURED_LINES, CodeEditor
from harness.tui.widgets.editor.indentation import comment_toggled, dedented, indented, next_indent


class EditorApp(App[None]):
    """Nothing but the editor."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.editor = CodeEditor(text)

    def compose(self) -> ComposeResult:
        yield self.editor


@pytest.mark.parametrize(
    ("before", "indent"),
    [
        ("def f(self):", "    "),
        ("    if x:  # why", "        "),
        ("    x = [", "        "),
        ("        return 1", "    "),
        ("        return f(", "            "),
        ("    x = '#:'", "    "),
        ("x = 1", ""),
        ("return", ""),
    ],
)
def test_enter_indents_as_python_does(before: str, indent: str) -> None:
    assert next_indent(before) == indent


def test_lines_move_and_comment_together() -> None:
    lines = ["if x:", "", "    y"]
    assert indented(lines) == ["    if x:", "", "        y"]
    assert dedented(indented(lines)) == lines
    assert comment_toggled(lines) == ["# if x:", "", "#     y"]
    assert comment_toggled(comment_toggled(lines)) == lines
    assert dedented(["  x", "\ty"]) == ["x", "y"]


async def test_keys_indent_dedent_and_comment_the_selected_lines() -> None:
    app = EditorApp("class A:\n    x = 1\n    y = 2\n")
    async with app.run_test(size=(80, 24)) as pilot:
        editor = app.editor
        editor.focus()
        editor.move_cursor((1, 0))
        editor.move_cursor((3, 0), select=True)
        await pilot.press("tab")
        assert editor.text == "class A:\n        x = 1\n        y = 2\n"
        await pilot.press("shift+tab", "shift+tab")
        assert editor.text == "class A:\nx = 1\ny = 2\n"
        await pilot.press("ctrl+underscore")
        assert editor.text == "class A:\n# x = 1\n# y = 2\n"
        await pilot.press("ctrl+underscore")
        assert editor.text == "class A:\nx = 1\ny = 2\n"


async def test_typing_a_class_needs_no_spaces() -> None:
    app = EditorApp("")
    async with app.run_test(size=(80, 24)) as pilot:
        app.editor.focus()
        for line in ("class A:", "def f(self):", "return 1"):
            for character in line:
                app.editor.insert(character)
            await pilot.press("enter")
        assert app.editor.text == "class A:\n    def f(self):\n        return 1\n    "
        await pilot.press("backspace")
        assert app.editor.text.endswith("return 1\n")
        await pilot.press("tab", "a")
        assert app.editor.text.endswith("\n    a")


async def test_the_editor_neither_blinks_nor_lets_go_on_escape() -> None:
    app = EditorApp("x\x1b[2Jy\n")
    async with app.run_test(size=(80, 24)) as pilot:
        app.editor.focus()
        await pilot.press("escape")
        assert app.focused is app.editor
        assert not app.editor.cursor_blink
        assert app.editor.get_line(0).plain == "x␛[2Jy"


async def test_highlighting_stops_before_it_is_felt() -> None:
    app = EditorApp("x = 1\n")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.editor.language == "python"
        app.editor.take("x = 1\n" * (MOST_COLOURED_LINES + 1))
        assert app.editor.language is None


async def test_a_key_draws_anew_what_it_recolours_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = EditorApp("a = 1\nb = 2\n" + "c = 3\n" * 40 + '"""')
    async with app.run_test(size=(80, 24)) as pilot:
        editor = app.editor
        editor.focus()
        await pilot.pause()
        drawn: list[int] = []
        draw = editor.get_line

        def drawing(line_index: int) -> Text:
            drawn.append(line_index)
            return draw(line_index)

        monkeypatch.setattr(editor, "get_line", drawing)
        await pilot.press("x")
        await pilot.pause()
        assert set(drawn) == {0}
        plain_style = _style_of(editor, 1, 0)
        editor.insert('"""', (0, 0))
        await pilot.pause()
        assert set(drawn) >= set(range(20)), "all that is in view is a string now"
        assert _style_of(editor, 1, 0) != plain_style
        editor.undo()
        await pilot.pause()
        assert _style_of(editor, 1, 0) == plain_style


async def test_a_key_asks_for_no_piece_of_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """tree-sitter keeps every piece for ever that it asks for."""
    app = EditorApp("x = 1\n" * 50)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        document = app.editor.document
        assert isinstance(document, SyntaxAwareDocument)
        asked: list[int] = []

        def piece(byte: int, _: tuple[int, int]) -> bytes:
            asked.append(byte)
            return b""

        monkeypatch.setattr(document, "_read_callable", piece)
        app.editor.insert("é = 'x'\n", (3, 0))
        await pilot.pause()
        assert asked == []
        assert _style_of(app.editor, 3, 4) != _style_of(app.editor, 3, 0)


async def test_lines_far_below_are_highlighted_when_they_come_into_view() -> None:
    app = EditorApp("x = 1\n" * 300 + "def late(): pass\n")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.editor.go_to_line(301)
        await pilot.pause()
        row = 300 - app.editor.scroll_offset.y
        assert _style_of(app.editor, row, 0) != _style_of(app.editor, row - 1, 0)


def _style_of(editor: CodeEditor, row: int, column: int) -> Style:
    """The style of a character of the code, in view."""
    at = 0
    for segment in editor.render_line(row):
        at += len(segment.text)
        if at > editor.gutter_width + column:
            assert segment.style is not None
            return segment.style
    raise AssertionError("nothing is there")


def test_control_characters_become_pictures() -> None:
    assert plain("a\x1b[31m\tb\r\n\x07\x9b\u202e") == "a␛[31m\tb\n␇\ufffd\ufffd"
    assert len(plain_line("a\x1b\n\x00")) == 4
