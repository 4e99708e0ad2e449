"""EvidenceScreen: what one remark of a review rests on, place by place."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static

from harness.errors import HarnessError
from harness.review import Place as Evidence
from harness.review import Remark
from harness.session import Sitting
from harness.tui.conventions.commands import Place, bindings_of
from harness.tui.conventions.plain import plain
from harness.tui.kit import Kit
from harness.tui.screens.review.evidence_source import Shown, shown
from harness.tui.screens.review.text import sentence
from harness.tui.telling.faults import line_of, title_of
from harness.tui.widgets.header_line import NARROW_OR_WIDE
from harness.tui.widgets.source_page import SourcePage


class EvidenceScreen(Screen[None]):
    """The places of a remark, and the code or the test under the cursor."""

    CSS_PATH = "review.tcss"
    HORIZONTAL_BREAKPOINTS = NARROW_OR_WIDE
    HELP = "Choose a place with the arrow keys; Enter goes into it, ▶ marks the lines it is about."
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.EVIDENCE)

    def __init__(self, remark: Remark, sitting: Sitting, kit: Kit) -> None:
        super().__init__()
        self._remark = remark
        self._sitting = sitting
        self._kit = kit
        self._shown: Shown | None = None

    def compose(self) -> ComposeResult:
        """Put the sentence over the places and what is there."""
        yield Static(sentence(self._remark), id="evidence-sentence")
        with Horizontal(id="evidence-panes"):
            places = (plain(place.text) for place in self._remark.places)
            yield OptionList(*places, id="evidence-places", markup=False)
            yield SourcePage(id="evidence-source")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Begin at the first place."""
        self.query_one(OptionList).focus()

    def action_lines(self) -> None:
        """Go to the lines that it is about."""
        if self._shown is not None and self._shown.marked:
            self.query_one(SourcePage).go_to(self._shown.marked[0])

    def action_back(self) -> None:
        """Go back to the places, or to the review."""
        if self.focused is self.query_one(SourcePage):
            self.query_one(OptionList).focus()
        else:
            self.dismiss(None)

    @on(OptionList.OptionHighlighted)
    def show_chosen(self, event: OptionList.OptionHighlighted | OptionList.OptionSelected) -> None:
        """Show what is at the place under the cursor."""
        event.stop()
        self._show(self._remark.places[event.option_index])

    @on(OptionList.OptionSelected)
    def read_chosen(self, event: OptionList.OptionSelected) -> None:
        """Go there, so that the arrow keys scroll it."""
        self.show_chosen(event)
        self.query_one(SourcePage).focus()

    def _show(self, place: Evidence) -> None:
        page = self.query_one(SourcePage)
        try:
            self._shown = there = shown(place, self._sitting, self._kit)
        except HarnessError as error:
            self._shown = None
            page.show("", note=plain(f"{title_of(error)}: {line_of(error)}"))
            return
        page.show(there.source, marked=there.marked, note=there.note, first_line=there.first_line)
        if there.marked and not there.is_test:
            page.go_to(there.marked[0])
