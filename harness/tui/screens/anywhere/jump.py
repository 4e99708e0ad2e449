"""JumpScreen: a letter over every place that can have the focus; pressing it goes there."""

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Static

_LETTERS = "asdfghjklqwertyuiopzxcvbnm"


class JumpScreen(ModalScreen[Widget | None]):
    """Closes with the place chosen, or with nothing on any other key."""

    CSS_PATH = "jump.tcss"

    def __init__(self, under: Screen[object]) -> None:
        super().__init__()
        seen = [widget for widget in under.focus_chain if widget.region]
        self._places = dict(zip(_LETTERS, seen, strict=False))

    def compose(self) -> ComposeResult:
        """Put the letters where the places begin."""
        for letter, widget in self._places.items():
            label = Static(f" {letter} ", classes="jump-letter", markup=False)
            label.styles.offset = (widget.region.x, widget.region.y)
            yield label

    def on_key(self, event: events.Key) -> None:
        """Go, or close."""
        event.stop()
        self.dismiss(self._places.get(event.character or ""))
