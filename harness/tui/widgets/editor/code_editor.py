"""CodeEditor: Textual's TextArea with the habits of a Python editor."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.document._syntax_aware_document import SyntaxAwareDocument
from textual.geometry import Size
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Selection, TextAreaTheme

from harness.tui.conventions.commands import Place, bindings_of
from harness.tui.conventions.plain import plain_line
from harness.tui.files.editor_memory import Memory
from harness.tui.widgets.editor.brackets import empty_pair, typed, wrapped
from harness.tui.widgets.editor.indentation import (
    STEP,
    comment_toggled,
    dedented,
    indent_of,
    indented,
    next_indent,
)
from harness.tui.widgets.editor.line_highlights import LineHighlights
from harness.tui.widgets.editor.whole_text_parser import WholeTextParser

MOST_COLOURED_LINES = 2000
"""Above this, highlighting would be felt at every key (133 ms at 5,000 lines)."""
_WIDER = 40  # columns


def _readable(name: str, builtin: str, numbers: str) -> TextAreaTheme:
    """One of Textual's themes with line numbers that can be read."""
    theme = TextAreaTheme.get_builtin_theme(builtin)
    assert theme is not None
    return replace(theme, name=name, gutter_style=Style(color=numbers))


_DARK = _readable("harness-dark", "vscode_dark", "#8a8a8a")
_LIGHT = _readable("harness-light", "github_light", "#6a6a6a")


_TAKEN = {"f6", "f7"}
"""Keys that Textual gives to its editors and we to a sitting: they would select when ours rest."""


class CodeEditor(TextArea, inherit_bindings=False):
    """Edits Python: indents on Enter, indents and comments selected lines, never blinks."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of(Place.CODE),
        *(
            each
            for each in TextArea.BINDINGS
            if isinstance(each, Binding) and each.key not in _TAKEN
        ),
    ]

    _row_in_edit: int | None = None
    """The one line that the edit under way changes."""

    @dataclass
    class Asked(Message):
        """The person wants what needs room beside the editor: finding, or going to a line."""

        what: str

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
        self.register_theme(_DARK)
        self.register_theme(_LIGHT)
        self.indent_width = len(STEP)
        self._marked: int | None = None
        self._painted = False

    def on_mount(self) -> None:
        """Take the colours of the app's theme, now and whenever it changes."""
        self.watch(self.app, "theme", self._follow_theme)
        self.call_after_refresh(self._first_colour)

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

    def remember(self) -> Memory:
        """Return all that a later editor needs to go on from here."""
        history = self.history
        return Memory(
            self.text, self.selection, self.scroll_offset.y, history.undo_stack, history.redo_stack
        )

    def go_on(self, memory: Memory) -> None:
        """Go on where another editor was; its text is loaded too."""
        self.load_text(memory.text)
        self.history._undo_stack.extend(memory.undo)
        self.history._redo_stack.extend(memory.redo)
        self.history.checkpoint()
        start, end = (self.clamp_visitable(place) for place in memory.selection)
        self.selection = Selection(start, end)
        self.call_after_refresh(self.scroll_to, y=memory.scroll, animate=False)

    def mark(self, line: int | None) -> None:
        """Mark the line, from 1, in which a run failed; None marks nothing."""
        row = None if line is None or line > self.document.line_count else line - 1
        if row != self._marked:
            self._marked = row
            self._line_cache.clear()
            self.refresh()

    @property
    def marked_line(self) -> int | None:
        """The marked line, from 1, wherever editing has moved it."""
        return None if self._marked is None else self._marked + 1

    def go_to_line(self, line: int) -> None:
        """Put the cursor on the first word of a line, from 1, with lines around it in view."""
        row = min(max(line, 1), self.document.line_count) - 1
        self.move_cursor((row, len(indent_of(self.document.get_line(row)))))
        self._centre_line()

    def select_range(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Select a range and bring it into view."""
        self.selection = Selection(start, end)
        self._centre_line()

    def on_resize(self) -> None:
        """Show lines from their beginning again once there is room."""
        self._show_beginnings()

    def _centre_line(self) -> None:
        """Bring the cursor's line into view, with lines around it."""
        self.scroll_cursor_visible(center=True)
        self._show_beginnings()

    def _show_beginnings(self) -> None:
        """Show lines from their beginning, if the cursor is seen then too."""
        column = self.cursor_screen_offset.x + self.scroll_offset.x
        if column + 2 < self.scrollable_content_region.right:
            self.scroll_to(x=0, animate=False)

    def edit(self, edit: Edit) -> EditResult:
        """Make an edit; the mark moves with its line, and goes when that line is changed."""
        if self.document.line_count + edit.text.count("\n") > MOST_COLOURED_LINES:
            self._speak(None)  # before the edit, which would be coloured otherwise
        top, bottom = edit.top, edit.bottom
        self._row_in_edit = top[0] if top[0] == bottom[0] and "\n" not in edit.text else None
        result = super().edit(edit)
        self._row_in_edit = None
        if self._marked is not None and self._marked >= top[0]:
            untouched = self._marked > bottom[0] or (top == bottom == (self._marked, 0))
            moved = self._marked + result.end_location[0] - bottom[0] + 1
            self.mark(moved if untouched else None)
        return result

    def get_line(self, line_index: int) -> Text:
        """Show control characters as pictures: a file must not reach the terminal raw."""
        style = "underline bold red" if line_index == self._marked else ""
        line = plain_line(self.document.get_line(line_index))
        return Text(line, end="", no_wrap=True, style=style)

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
        elif event.key == "backspace" and self._in_empty_pair():
            self._claim(event)
            row, column = self.cursor_location
            self._replace_via_keyboard("", (row, column - 1), (row, column + 1))
        elif event.character and event.is_printable and self._pair(event.character):
            self._claim(event)
        elif event.key == "backspace" and self._at_indent_stop():
            self._claim(event)
            row, column = self.cursor_location
            back = (column - 1) % len(STEP) + 1
            self._replace_via_keyboard("", (row, column - back), (row, column))

    async def _on_paste(self, event: events.Paste) -> None:
        """Paste exactly what was copied, with the line ends of this text."""
        self._claim(event)
        if not self.read_only:
            text = event.text.replace("\r\n", "\n").replace("\r", "\n")
            self._replace_via_keyboard(text, *self.selection)
            self.scroll_cursor_visible()

    def action_find(self) -> None:
        """Ask for finding and replacing."""
        self.post_message(self.Asked("find"))

    def action_next_match(self) -> None:
        """Ask for the next match."""
        self.post_message(self.Asked("next"))

    def action_previous_match(self) -> None:
        """Ask for the match before."""
        self.post_message(self.Asked("previous"))

    def action_go_to_line(self) -> None:
        """Ask for a line's number."""
        self.post_message(self.Asked("line"))

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

    def _claim(self, event: events.Event) -> None:
        event.stop()
        event.prevent_default()
        self._restart_blink()

    def _break_line(self) -> None:
        start, end = sorted(self.selection)
        before = self.document.get_line(start[0])[: start[1]]
        after = self.document.get_line(end[0])[end[1] :]
        deeper = "\n" + next_indent(before)
        if not empty_pair(before, after) or before[-1] in "\"'":
            self._replace_via_keyboard(deeper, start, end)
            return
        self._replace_via_keyboard(f"{deeper}\n{indent_of(before)}", start, end)
        self.move_cursor((start[0] + 1, len(deeper) - 1))

    def _around(self) -> tuple[str, str]:
        """The text of the line before and after the cursor."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        return line[:column], line[column:]

    def _in_empty_pair(self) -> bool:
        return not self.selected_text and empty_pair(*self._around())

    def _pair(self, character: str) -> bool:
        """Close, overtype or wrap; whether the character needed any of that."""
        start, end = self.selection
        if start != end:
            within = wrapped(character, self.selected_text)
            if within is None:
                return False
            first, last = sorted((start, end))
            self._replace_via_keyboard(within, first, last)
            shift = 1 if first[0] == last[0] else 0
            self.selection = Selection((first[0], first[1] + 1), (last[0], last[1] + shift))
            return True
        what = typed(character, *self._around())
        if what is None:
            return False
        row, column = end
        if what.overtyped:
            self.move_cursor((row, column + what.cursor))
        else:
            self._replace_via_keyboard(what.text, end, end)
            self.move_cursor((row, column + what.cursor))
        return True

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

    def _first_colour(self) -> None:
        """Highlight once the text can be read: the grammar takes longer than the first paint."""
        self._painted = True
        self._colour()

    def _colour(self) -> None:
        """Highlight Python unless the text is so long that typing would be slow."""
        short = self.document.line_count <= MOST_COLOURED_LINES
        self._speak("python" if self._painted and short else None)

    def _set_document(self, text: str, language: str | None) -> None:
        """Take a text, parsed in a way that does not lose memory."""
        super()._set_document(text, language)
        if isinstance(self.document, SyntaxAwareDocument):
            parser = WholeTextParser(self.document)
            self.document._parser = parser  # type: ignore[assignment]  # all of it that is used

    def _build_highlight_map(self) -> None:
        """Forget what was drawn and is stale by now: after a key, hardly more than one line."""
        before = self._highlights
        now = self._highlights = LineHighlights(self.document, self._highlight_query)
        if self._row_in_edit is None:
            self._line_cache.clear()
            return
        first = self.scroll_offset.y
        in_view = range(first, first + self.size.height)
        for key in list(self._line_cache.keys()):
            row = key[2]  # Textual's key; soft wrapping is off, so it is the line's number
            stale = row == self._row_in_edit or row not in in_view
            if stale or (now and before.get(row) != now[row]):
                self._line_cache.discard(key)

    def _refresh_size(self) -> None:
        """Widen by steps: a longest line that grows would lay the screen out anew at every key."""
        width, height = self.document.get_size(self.indent_width)
        needed = width + self.gutter_width + 1  # the cursor may rest behind the last character
        seen = self.size.width
        size = Size(seen if needed <= seen else needed + -needed % _WIDER, height)
        if size.width != self.virtual_size.width:
            self._line_cache.clear()  # lines are drawn as wide as the longest
        self.virtual_size = size
        if self.cursor_location[0] < self.document.line_count:
            self._refresh_scrollbars()
        else:  # an undo takes the cursor's line first and moves the cursor next
            self.call_next(self._refresh_scrollbars)

    def _speak(self, language: str | None) -> None:
        """Change the language; Textual would move the cursor to the top for that."""
        if "python" in self.available_languages and self.language != language:
            selection = self.selection
            self.language = language
            self.selection = selection

    def _follow_theme(self) -> None:
        if self.app.no_color:
            self.theme = "css"  # the others tell cursor and selection by colour alone
        else:
            self.theme = "harness-dark" if self.app.current_theme.dark else "harness-light"
