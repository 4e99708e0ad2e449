"""HelpScreen: every key that works right now, read from the bindings themselves."""

from typing import ClassVar

from rich.table import Table
from textual.app import ComposeResult
from textual.binding import ActiveBinding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from harness.tui.conventions.commands import Place, bindings_of
from harness.tui.screens.anywhere.dialogs import Dialog

_KEYS = 16
"""Columns for keys: more than fit stand below each other, and the words keep their room."""


class HelpScreen(Dialog[None]):
    """A table of keys and what they do; it cannot drift, for it is made of what is bound."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.HELP)

    def __init__(self, bindings: list[ActiveBinding], introduction: str) -> None:
        super().__init__()
        self._keys = bindings
        self._introduction = introduction

    def compose(self) -> ComposeResult:
        """Show the introduction, then the keys; the last line says how to leave."""
        with VerticalScroll(classes="dialog dialog-wide", can_focus=True) as page:
            page.border_title = "Help"
            page.border_subtitle = f"{self.key('help.close')} closes"
            yield Static(self._introduction, classes="dialog-text", markup=False)
            yield Static(self._table(), id="help-keys")

    def _table(self) -> Table:
        # Our own keys, which carry ids, come first: those of Textual's widgets are customary.
        keys: dict[tuple[bool, str], list[str]] = {}
        for active in self._keys:
            binding = active.binding
            if binding.description and active.enabled:
                words = binding.tooltip or binding.description
                shown = self.app.get_key_display(binding)
                known = keys.setdefault((not binding.id, words), [])
                if shown not in known:
                    known.append(shown)
        table = Table.grid(padding=(0, 2))
        table.add_column(style="bold", max_width=_KEYS)
        table.add_column(overflow="fold")
        for (_, words), names in sorted(keys.items(), key=lambda item: item[0][0]):
            table.add_row(" ".join(names), words)
        return table
