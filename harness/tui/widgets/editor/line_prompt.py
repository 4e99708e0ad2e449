"""LinePrompt: asks under the editor for a line's number and goes there."""

from textual import events, on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Input

from harness.tui.widgets.editor.code_editor import CodeEditor


class LinePrompt(Widget):
    """One number; Enter goes there, Escape leaves the cursor where it is."""

    def __init__(self, editor: CodeEditor) -> None:
        super().__init__()
        self._editor = editor
        self.display = False

    def compose(self) -> ComposeResult:
        """Hold the number."""
        yield Input(placeholder="line, then Enter", type="integer", compact=True)

    def open(self) -> None:
        """Ask."""
        self.display = True
        number = self.query_one(Input)
        number.value = ""
        number.focus()

    def on_key(self, event: events.Key) -> None:
        """Leave on Escape."""
        if event.key == "escape":
            event.stop()
            self._close()

    @on(Input.Submitted)
    def go(self, event: Input.Submitted) -> None:
        """Go to the line, or to the last when there are fewer."""
        event.stop()
        if event.value.isdecimal():
            self._editor.go_to_line(int(event.value))
        self._close()

    def _close(self) -> None:
        self.display = False
        self._editor.focus()
