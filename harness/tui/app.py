"""HarnessApp: the product as screens."""

from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from harness.catalog import Catalog
from harness.session import Clock, Sitting, Store, SystemClock
from harness.tui.kit import Kit
from harness.tui.screens.help import HelpScreen
from harness.tui.screens.home import HomeScreen
from harness.tui.screens.sitting import SittingScreen

_CAPS = {
    "escape": "Esc",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "underscore": "_",
    "slash": "/",
}


class HarnessApp(App[None], inherit_bindings=False):
    """Opens at home; everything else is opened from there."""

    TITLE = "Harness"
    CSS_PATH = "app.tcss"
    # Ctrl+P and Ctrl+Q belong to editors and multiplexers.
    COMMAND_PALETTE_BINDING = "ctrl+t"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", "Help", id="app.help", priority=True, tooltip="Show every key"),
        Binding("ctrl+c", "how_to_quit", "How to quit", id="app.how-to-quit", show=False),
    ]

    def __init__(self, kit: Kit, sitting: Sitting | None = None) -> None:
        """Create it; a sitting that is given is opened at once, over home."""
        super().__init__()
        self.animation_level = "none"
        self.sitting = sitting
        self._kit = kit

    def on_mount(self) -> None:
        """Begin at home."""
        self.push_screen(HomeScreen(self._kit))
        if self.sitting is not None:
            self.push_screen(SittingScreen(self.sitting, self._kit))

    def get_key_display(self, binding: Binding) -> str:
        """Write keys as they are printed on keyboards: ``F5``, ``Ctrl+R``."""
        return "+".join(_CAPS.get(part, part.capitalize()) for part in binding.key.split("+"))

    def action_help(self) -> None:
        """Show every key that works right now, or close that page."""
        if isinstance(self.screen, HelpScreen):
            self.screen.dismiss(None)
            return
        introduction = getattr(self.screen, "HELP", "")
        self.push_screen(HelpScreen(list(self.screen.active_bindings.values()), introduction))

    def action_how_to_quit(self) -> None:
        """Say how to leave to whoever presses Ctrl+C by habit."""
        self.notify("F12 goes home, Q leaves from there.", title="Still here", markup=False)


def run(
    *,
    catalog: Catalog,
    store: Store,
    clock: Clock | None = None,
    sittings_folder: Path | None = None,
) -> None:
    """Open the screens and return when the person leaves.

    Args:
        catalog: the problems on offer.
        store: where sittings are kept.
        clock: tells the time; the machine's own by default.
        sittings_folder: where new sittings get their folders; ``~/harness-sittings`` by default.
    """
    kit = Kit(catalog, store, clock or SystemClock())
    if sittings_folder is not None:
        kit = Kit(catalog, store, kit.clock, sittings_folder)
    HarnessApp(kit).run()
