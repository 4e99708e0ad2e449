"""SourcePage: Python code to read, its lines numbered, some of them marked."""

from collections.abc import Collection

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.highlight import HighlightTheme, highlight
from textual.visual import VisualType
from textual.widgets import Static

from harness.tui.conventions.plain import plain_line


class _Calm(HighlightTheme):
    """Few colours, each of which every theme makes readable on its ground."""

    STYLES = {  # noqa: RUF012
        ("Comment",): "$text-muted italic",
        ("Keyword",): "$text-accent",
        ("Literal", "Number"): "$text-warning",
        ("Literal", "String"): "$text-success",
        ("Name", "Class"): "bold",
        ("Name", "Function"): "bold",
        ("Operator", "Word"): "$text-accent",
    }


class SourcePage(VerticalScroll):
    """A page of code, with a note above it where there is more to say."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Create it; ``id`` is the widget's, named as Textual names it."""
        super().__init__(id=id)
        self._note = Static(classes="source-note", markup=False)
        self._code = Static(classes="source-code", markup=False)
        self._first = 0

    def compose(self) -> ComposeResult:
        """Put the note over the code."""
        yield self._note
        yield self._code

    def show(
        self,
        source: str,
        *,
        marked: Collection[int] = (),
        mark: str = "▶",
        note: VisualType = "",
        first_line: int = 1,
    ) -> None:
        """Show code, from its top.

        Args:
            source: what to show; control characters in it are shown and not obeyed.
            marked: the numbers of the lines that bear the mark.
            mark: one character, told beside the number.
            note: what to say above the code.
            first_line: the number of the first line.
        """
        self._note.display = bool(note)
        self._note.update(note)
        self._code.display = bool(source)
        self._code.update(_numbered(source, marked, mark, first_line))
        self._first = first_line
        self.scroll_home(animate=False)

    def go_to(self, line: int) -> None:
        """Bring a line into view, three lines below the top."""

        def go() -> None:
            above = self._code.virtual_region.y + line - self._first
            self.scroll_to(x=0, y=max(0, above - 3), animate=False)

        self.call_after_refresh(go)


def _numbered(source: str, marked: Collection[int], mark: str, first_line: int) -> Content:
    clean = "\n".join(plain_line(line) for line in source.splitlines())
    code = highlight(clean, language="python", theme=_Calm, tab_size=4)
    return Content("\n").join(
        Content.assemble(
            (f"{mark if number in marked else ' '}", "bold $text-accent"),
            (f"{number:4} ", "" if number in marked else "$text-muted"),
            line,
        )
        for number, line in enumerate(code.split("\n"), start=first_line)
    )
