"""TooSmallScreen: what is shown while the terminal is too small for any other screen."""

from textual import events
from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

LEAST = Size(50, 12)
"""Columns and rows below which no sitting can be used."""


def too_small(size: Size) -> bool:
    """Tell whether nothing can be done in a terminal of this size."""
    return size.width < LEAST.width or size.height < LEAST.height


class TooSmallScreen(Screen[None]):
    """Says so, takes no key, and goes once there is room."""

    CSS_PATH = "too_small.tcss"

    def compose(self) -> ComposeResult:
        """Hold the words, which fit where hardly anything does."""
        yield Static(id="too-small", markup=False)

    def on_resize(self, event: events.Resize) -> None:
        """Name the size as it is now."""
        now = f"{event.size.width}x{event.size.height}"
        words = f"Too small: {now}.\n{LEAST.width}x{LEAST.height} is needed."
        self.query_one("#too-small", Static).update(words)
