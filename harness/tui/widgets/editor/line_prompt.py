"""LinePrompt: asks under the editor for a line's number and goes there."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Input

from harness.tui.conventions.commands import Place, bindings_of
from harness.tui.telling.next_step import Key
from harness.tui.widgets.editor.code_editor import CodeEditor


class LinePrompt(Widget):
    """One number; Enter goes there, closing leaves the cursor where it is."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.LINE)

    def __init__(self, editor: CodeEditor, key: Key) -> None:
        """Ask about an editor; ``key`` gives the key of a command, by its id."""
        super().__init__()
        self._key = key
        self._editor = editor
        self.display = False

    def compose(self) -> ComposeResult:
        """Hold the number."""
        closing = self._key("line.close")
        yield Input(
            placeholder=f"go to line: its number, then Enter; {closing} closes",
            type="integer",
            compact=True,
        )

    def open(self) -> None:
        """Ask."""
        self.display = True
        number = self.query_one(Input)
        number.value = ""
        number.focus()

    def action_close(self) -> None:
        """Go back to the code."""
        self.display = False
        self._editor.focus()

    @on(Input.Submitted)
    def go(self, event: Input.Submitted) -> None:
        """Go to the line, or to the last when there are fewer."""
        event.stop()
        if event.value.isdecimal():
            self._editor.go_to_line(int(event.value))
        self.action_close()
