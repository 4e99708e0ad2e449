"""FindBar: find and replace, a line under the editor that is there only while it is used."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Static

from harness.tui.conventions.commands import Place, bindings_of
from harness.tui.telling.next_step import Key
from harness.tui.widgets.editor.code_editor import CodeEditor
from harness.tui.widgets.editor.matches import matches, next_match


class FindBar(Widget):
    """Finds in one editor; Enter goes on to the next match, or replaces it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.FIND)

    def __init__(self, editor: CodeEditor, key: Key) -> None:
        """Find in an editor; ``key`` gives the key of a command, by its id."""
        super().__init__()
        self._key = key
        self._editor = editor
        self._case = False
        self.display = False

    def compose(self) -> ComposeResult:
        """Hold the two texts, and what was found."""
        with Horizontal():
            yield Input(placeholder="find", id="find-text", compact=True, select_on_focus=True)
            yield Input(placeholder="replace by", id="find-by", compact=True)
            yield Static(id="find-count", markup=False)
        yield Static(
            f"Enter next · Tab replace · {self._key('find.case')} case · "
            f"{self._key('find.all')} all · {self._key('find.close')} close",
            id="find-keys",
            markup=False,
        )

    def open(self) -> None:
        """Show the bar; a selection of one line is what to find."""
        self.display = True
        text = self.query_one("#find-text", Input)
        selected = self._editor.selected_text
        if selected and "\n" not in selected:
            text.value = selected
        text.focus()
        self.call_after_refresh(self._tell)

    @property
    def wanted(self) -> str:
        """What to find."""
        return self.query_one("#find-text", Input).value

    def action_seek(self, step: int) -> None:
        """Select the next match, or the one before."""
        found = self._found()
        start, end = sorted(self._editor.selection)
        index = next_match(found, end if step > 0 else start, step)
        if index is None:
            self._tell()
            return
        self._editor.select_range(*found[index])
        self._tell(index)

    def action_other_case(self) -> None:
        """Tell capital letters apart, or no longer."""
        self._case = not self._case
        self._tell()

    def action_replace_all(self) -> None:
        """Replace every match as one step that can be undone."""
        by = self.query_one("#find-by", Input).value
        found = self._found()
        if found and not self._editor.read_only:
            lines = self._editor.text.split("\n")
            for (row, column), (last, end) in reversed(found):
                lines[row : last + 1] = [lines[row][:column] + by + lines[last][end:]]
            self._editor.take("\n".join(lines))
        self.query_one("#find-count", Static).update(f"{len(found)} replaced")

    def action_close(self) -> None:
        """Go back to the code, at the match."""
        self.display = False
        self._editor.focus()

    @on(Input.Changed)
    def count(self, event: Input.Changed) -> None:
        """Say how often the text occurs."""
        event.stop()
        self._tell()

    @on(Input.Submitted, "#find-text")
    def seek_next(self, event: Input.Submitted) -> None:
        """Go on."""
        event.stop()
        self.action_seek(1)

    @on(Input.Submitted, "#find-by")
    def replace_one(self, event: Input.Submitted) -> None:
        """Replace the match that is selected, then go on to the next."""
        event.stop()
        selected = sorted(self._editor.selection)
        if any(list(match) == selected for match in self._found()) and not self._editor.read_only:
            self._editor.replace(event.value, *selected, maintain_selection_offset=False)
        self.action_seek(1)

    def _found(self) -> list[tuple[tuple[int, int], tuple[int, int]]]:
        return matches(self._editor.text, self.wanted, case=self._case)

    def _tell(self, index: int | None = None) -> None:
        total = len(self._found())
        count = f"{index + 1} of {total}" if index is not None else f"{total} found"
        case = ", Aa" if self._case else ""
        self.query_one("#find-count", Static).update(count + case)
