"""LeftCopyScreen: what a full disk kept out of ``solution.py``, and whether to take it in now."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from harness.tui.conventions.commands import Place, bindings_of
from harness.tui.conventions.plain import shown_path
from harness.tui.files.solution_file import LeftCopy
from harness.tui.screens.anywhere.dialogs import LOW_OR_HIGH, Dialog
from harness.tui.screens.aside.difference import difference


class LeftCopyScreen(Dialog[bool]):
    """Nothing is lost by either answer: the copy stays, and what it replaces is kept too."""

    CSS_PATH = "../anywhere/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.COPY)
    VERTICAL_BREAKPOINTS = LOW_OR_HIGH

    def __init__(self, copy: LeftCopy) -> None:
        super().__init__()
        self._copy = copy

    def compose(self) -> ComposeResult:
        """Show where it is, what it would change, and the two keys."""
        with Vertical(classes="dialog dialog-wide"):
            yield Static("solution.py lacks what you typed last", classes="dialog-title")
            with VerticalScroll(classes="dialog-rest"):
                yield Static(
                    "It could not be saved then. A newer copy is in\n"
                    f"{shown_path(self._copy.path)}\n"
                    "and stays there. Take it in, and what it replaces is kept too.\n\n"
                    "- only in solution.py     + only in the copy",
                    markup=False,
                )
                yield Static(difference(self._copy.saved, self._copy.text))
            take, leave = self.key("copy.take"), self.key("copy.leave")
            keys = f"{take}  take the copy in     {leave}  leave it"
            yield Static(keys, classes="dialog-keys", markup=False)

    def on_mount(self) -> None:
        """The arrow keys scroll."""
        self.query_one(VerticalScroll).focus()
