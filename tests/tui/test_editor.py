"""The editor's habits."""

import pytest
from textual.app import App, ComposeResult

from harness.tui.plain import plain, plain_line
from harness.tui.widgets.code_editor import MOST_COLOURED_LINES, CodeEditor
from harness.tui.widgets.indentation import comment_toggled, dedented, indented, next_indent


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


def test_control_characters_become_pictures() -> None:
    assert plain("a\x1b[31m\tb\r\n\x07\x9b\u202e") == "a␛[31m\tb\n␇\ufffd\ufffd"
    assert len(plain_line("a\x1b\n\x00")) == 4
