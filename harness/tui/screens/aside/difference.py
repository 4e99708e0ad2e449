"""DifferenceScreen: the two versions of ``solution.py`` as one difference, and which to keep."""

from difflib import unified_diff
from typing import ClassVar, Literal

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from harness.tui.conventions.commands import Place, bindings_of
from harness.tui.conventions.plain import plain_line
from harness.tui.screens.anywhere.dialogs import LOW_OR_HIGH, Dialog

Choice = Literal["mine", "theirs"]

_STYLES = {"+": "green", "-": "red", "@": "bold cyan"}


class DifferenceScreen(Dialog[Choice | None]):
    """Nothing is lost by either choice: the other version stays as a copy beside the file."""

    CSS_PATH = "../anywhere/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.DIFFERENCE)
    VERTICAL_BREAKPOINTS = LOW_OR_HIGH

    def __init__(self, theirs: str, mine: str) -> None:
        super().__init__()
        self._difference = difference(theirs, mine)

    def compose(self) -> ComposeResult:
        """Show what would have to change for theirs to become mine."""
        with Vertical(classes="dialog dialog-wide"):
            yield Static(
                "solution.py was saved outside while you typed here", classes="dialog-title"
            )
            yield Static("- only saved outside     + only typed here", markup=False)
            with VerticalScroll(classes="difference", can_focus=True):
                yield Static(self._difference)
            yield Static(
                f"{self.key('difference.mine')}  keep mine     "
                f"{self.key('difference.theirs')}  take theirs     "
                f"{self.key('difference.later')}  decide later\nA copy keeps the other.",
                classes="dialog-keys",
                markup=False,
            )

    def on_mount(self) -> None:
        """The arrow keys scroll."""
        self.query_one(VerticalScroll).focus()


def difference(theirs: str, mine: str) -> Text:
    """Return the unified difference of two texts; its signs say what its colours do."""
    text = Text(tab_size=4, no_wrap=True)
    lines = list(unified_diff(theirs.splitlines(), mine.splitlines(), lineterm="", n=2))
    for line in lines[2:]:  # the first two would name files
        text.append(f"{plain_line(line)}\n", _STYLES.get(line[:1], ""))
    return text
