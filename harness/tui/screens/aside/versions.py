"""VersionsScreen: every version of ``solution.py`` that was kept, any of which can come back."""

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from harness.session import Sitting, Version
from harness.tui.conventions.commands import Place, bindings_of
from harness.tui.kit import Kit
from harness.tui.screens.anywhere.dialogs import Dialog
from harness.tui.screens.aside.difference import difference

_HOW = {
    "run": "submitted",
    "change": "kept while you worked",
    "before restore": "before another came back",
    "restored": "brought back",
    "handed over": "typed in the window that lost it",
}


class VersionsScreen(Dialog[int | None]):
    """The newest first, and under them what would change; closes with the number chosen."""

    CSS_PATH = "../anywhere/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.VERSIONS)

    def __init__(self, sitting: Sitting, kit: Kit, now: str) -> None:
        """Compare the versions of a sitting with the text as it is now."""
        super().__init__()
        self._sitting = sitting
        self._kit = kit
        self._now = now
        self._versions = sitting.versions()[::-1]

    def compose(self) -> ComposeResult:
        """List them over the difference."""
        with Vertical(classes="dialog dialog-wide"):
            yield Static("Versions of solution.py", classes="dialog-title")
            if not self._versions:
                yield Static("None yet: every run keeps one, and every minute of change.")
            yield OptionList(*map(self._option, self._versions), id="versions", markup=False)
            yield Static("- only now     + only in this version", markup=False)
            with VerticalScroll(classes="difference", can_focus=True):
                yield Static(id="version-difference")
            yield Static(
                "Enter  take it back     Tab  read the difference     "
                f"{self.key('versions.close')}  go back\n"
                "What is in the file now is kept as a version too.",
                classes="dialog-keys",
                markup=False,
            )

    def on_mount(self) -> None:
        """The newest is under the cursor."""
        self.query_one(OptionList).focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what the version would change."""
        version = self._sitting.version(int(event.option_id or ""))
        text = self._sitting.source(version).decode("utf-8-sig", "replace")
        shown = difference(self._now, text)
        self.query_one("#version-difference", Static).update(shown or Text("The same as now."))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Close with the number."""
        self.dismiss(int(event.option_id or ""))

    def _option(self, version: Version) -> Option:
        when = self._kit.local_time(version.at).strftime("%H:%M:%S")
        green = "  all green" if self._sitting.state.green(version) else ""
        return Option(
            Text.assemble(f"{version.number:>3}  {when}  {_HOW[version.why]}", (green, "green")),
            id=str(version.number),
        )
