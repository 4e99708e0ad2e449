"""CodeEditor: Textual's TextArea with the habits of a Python editor."""

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from harness.tui.plain import plain_line
from harness.tui.widgets.indentation import (
    STEP,
    comment_toggled,
    dedented,
    indent_of,
    indented,
    next_indent,
)

MOST_COLOURED_LINES = 2000
"""Above this, highlighting would be felt at every key (133 ms at 5,000 lines)."""


class CodeEditor(TextArea):
    """Edits Python: indents on Enter, indents and comments selected lines, never blinks."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+underscore,ctrl+slash",
            "toggle_comment",
            "Comment or uncomment",
            id="editor.comment",
            show=False,
        ),
        Binding("shift+tab", "dedent", "Dedent the lines", id="editor.dedent", show=False),
        Binding("ctrl+home", "text_start", "Go to the top", id="editor.top", show=False),
        Binding("ctrl+end", "text_end", "Go to the end", id="editor.end", show=False),
    ]

    def __init__(self, text: str = "", *, id: str | None = None) -> None:  # noqa: A002
        """Create it; ``id`` is the widget's, named as Textual names it."""
        super().__init__(
            text,
            id=id,
            soft_wrap=False,
            tab_behavior="indent",
            show_line_numbers=True,
            max_checkpoints=200,
            highlight_cursor_line=True,
        )
        self.cursor_blink = False
        self.indent_width = len(STEP)
        self._colour()

    def on_mount(self) -> None:
        """Take the colours of the app's theme, now and whenever it changes."""
        self.watch(self.app, "theme", self._follow_theme)

    def load_text(self, text: str) -> None:
        """Load another text and forget the history of the one before."""
        super().load_text(text)
        self._colour()

    def take(self, text: str) -> None:
        """Take a text that came from outside as one step that can be undone; stay in place."""
        place, scroll = self.cursor_location, self.scroll_offset
        self.replace(text, (0, 0), self.document.end)
        self.move_cursor(self.clamp_visitable(place))
        self.scroll_to(scroll.x, scroll.y, animate=False)
        self._colour()

    def get_line(self, line_index: int) -> Text:
        """Show control characters as pictures: a file must not reach the terminal raw."""
        return Text(plain_line(self.document.get_line(line_index)), end="", no_wrap=True)

    async def _on_key(self, event: events.Key) -> None:
        """Indent on Enter and Tab; leave Escape to the screen."""
        if event.key == "escape":
            event.prevent_default()
        elif self.read_only:
            return
        elif event.key == "enter":
            self._claim(event)
            self._break_line()
        elif event.key == "tab" and self.selected_text:
            self._claim(event)
            self._change_lines(indented)
        elif event.key == "backspace" and self._at_indent_stop():
            self._claim(event)
            row, column = self.cursor_location
            back = (column - 1) % len(STEP) + 1
            self._replace_via_keyboard("", (row, column - back), (row, column))

    def action_toggle_comment(self) -> None:
        """Comment the selected lines out, or in again."""
        self._change_lines(comment_toggled)

    def action_dedent(self) -> None:
        """Move the selected lines one step back."""
        self._change_lines(dedented)

    def action_text_start(self) -> None:
        """Go to the first character."""
        self.move_cursor((0, 0))

    def action_text_end(self) -> None:
        """Go behind the last character."""
        self.move_cursor(self.document.end)

    def _claim(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        self._restart_blink()

    def _break_line(self) -> None:
        start, end = sorted(self.selection)
        before = self.document.get_line(start[0])[: start[1]]
        self._replace_via_keyboard("\n" + next_indent(before), start, end)

    def _at_indent_stop(self) -> bool:
        """Whether only spaces precede the cursor, so that Backspace takes a whole step."""
        row, column = self.cursor_location
        before = self.document.get_line(row)[:column]
        return bool(before) and not self.selected_text and before.strip(" ") == ""

    def _change_lines(self, change: Callable[[list[str]], list[str]]) -> None:
        """Replace the selected lines as one edit and keep the selection on them."""
        if self.read_only:
            return
        start, end = self.selection
        first, last = sorted((start[0], end[0]))
        if last > first and max(start, end)[1] == 0:
            last -= 1  # a selection that ends before a line's first character excludes that line
        old = [self.document.get_line(row) for row in range(first, last + 1)]
        new = change(old)
        if new == old:
            return
        self._replace_via_keyboard("\n".join(new), (first, 0), (last, len(old[-1])))

        def moved(place: tuple[int, int]) -> tuple[int, int]:
            row, column = place
            if not first <= row <= last:
                return place
            shift = len(new[row - first]) - len(old[row - first])
            kept = column if column < len(indent_of(old[row - first])) else column + shift
            return row, max(0, min(kept, len(new[row - first])))

        self.selection = Selection(moved(start), moved(end))

    def _colour(self) -> None:
        """Highlight Python unless the text is so long that typing would be slow."""
        language = "python" if self.document.line_count <= MOST_COLOURED_LINES else None
        if "python" in self.available_languages and self.language != language:
            self.language = language

    def _follow_theme(self) -> None:
        self.theme = "vscode_dark" if self.app.current_theme.dark else "github_light"
