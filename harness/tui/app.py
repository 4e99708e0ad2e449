"""HarnessApp: the product as screens, and the one that knows how to get from each to the others."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from textual import events, on
from textual.app import App
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.filter import LineFilter
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from harness.catalog import Catalog
from harness.session import Clock, Sitting, Store, SystemClock
from harness.tui.collecting import collect_from_now, no_collecting
from harness.tui.conventions.clipboard import told_copy
from harness.tui.conventions.commands import Place, bindings_of, shown_key
from harness.tui.conventions.hang_up import left_on_hang_up
from harness.tui.conventions.keymap import keymap, whole
from harness.tui.conventions.palette import CommandProvider
from harness.tui.conventions.patient_driver import PatientDriver
from harness.tui.conventions.readable import Readable
from harness.tui.conventions.settings import read_settings
from harness.tui.going import ToHome, ToOvertime, ToProgress, ToResult, ToReview, ToSitting
from harness.tui.kit import Kit
from harness.tui.screens.anywhere.too_small import TooSmallScreen, too_small
from harness.tui.screens.home.ground import GroundScreen

_THEMES = {"dark": "textual-dark", "light": "textual-light"}
_THEMES_WITHOUT_COLOUR = {"dark": "ansi-dark", "light": "ansi-light"}


_ON_LIGHT = Readable()
_ON_DARK = Readable(from_luminance=0.1)
"""Only on the bar that a choice lies on: dark grounds are what all colours were chosen for."""
_BUILT_AFTER_SECONDS = 2.0
"""By then every widget of the first screen is there, highlighted and laid out."""


class HarnessApp(App[None], inherit_bindings=False):
    """Opens at home; everything else is opened from there."""

    TITLE = "Harness"
    CSS_PATH = "app.tcss"
    COMMANDS = {CommandProvider}  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.EVERYWHERE)

    def __init__(self, kit: Kit, sitting: Sitting | None = None) -> None:
        """Create it; a sitting that is given is opened at once, and leaving it leads home."""
        # With NO_COLOR Textual would turn colours into greys; so they are none at all.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.theme = self._theme_wanted(kit.settings.theme)
        self.animation_level = "full" if kit.settings.animation else "none"
        self.set_keymap(whole(kit.keymap))
        self.sitting = sitting
        self._kit = kit

    def get_driver_class(self) -> type[Driver]:
        """Take Textual's driver, but in a terminal one that costs nothing while nobody types."""
        driver = super().get_driver_class()
        return PatientDriver if driver is LinuxDriver else driver

    def get_default_screen(self) -> Screen[None]:
        """Lay the ground, from which everything that is left leads home."""
        return GroundScreen()

    def on_mount(self) -> None:
        """Begin at home, or in the sitting that was asked for."""
        self.set_timer(_BUILT_AFTER_SECONDS, self._prepare)
        # Not in here: Textual throws away what is painted while the app itself is mounted.
        self.call_later(self._open)

    def _open(self) -> None:
        if self.sitting is None:
            self.show_home()
        else:
            self.show_sitting(ToSitting(self.sitting))
        self.call_after_refresh(self._mind_size, self.size)

    def _prepare(self) -> None:
        """Import what is gone to most, while the person reads; then all is built."""

        def work() -> None:
            import harness.tui.screens.home.home
            import harness.tui.screens.sitting.sitting  # noqa: F401

            collect_from_now()

        self.run_worker(work, thread=True, group="prepare", exit_on_error=False)

    async def on_event(self, event: events.Event) -> None:
        """Take the letter from a key pressed with Alt, or an editor would type it."""
        if isinstance(event, events.Key) and event.key.startswith("alt+"):
            event.character = None
            self._take_capital(event, event.key.replace("alt+shift+", "alt+"))
        await super().on_event(event)

    def on_key(self, event: events.Key) -> None:
        """Take a letter that nobody wanted as text for its key, under Caps Lock too."""
        if len(event.key) == 1:
            self._take_capital(event, event.key.lower())

    def _take_capital(self, event: events.Key, small: str) -> None:
        if event.key not in self.screen.active_bindings:  # some may have chosen the capital
            event.key = small

    def on_resize(self, event: events.Resize) -> None:
        """Follow the terminal's size."""
        self._mind_size(event.size)

    def _mind_size(self, size: Size) -> None:
        """Say so in a terminal too small for anything else, for as long as it is."""
        if isinstance(self.screen, TooSmallScreen):
            if not too_small(size):
                self.pop_screen()
        elif too_small(size) and not isinstance(self.screen, GroundScreen):
            self.push_screen(TooSmallScreen())

    # Going. Each screen is imported by whoever first goes there, so that no first paint waits for
    # what it does not show; plots and the review alone cost more than all the rest.

    @on(ToHome)
    def show_home(self) -> None:
        """Show all that can be opened."""
        from harness.tui.screens.home.home import HomeScreen

        self.push_screen(HomeScreen(self._kit))

    @on(ToSitting)
    def show_sitting(self, message: ToSitting) -> None:
        """Open a sitting."""
        from harness.tui.screens.sitting.sitting import SittingScreen

        self._go(SittingScreen(message.sitting, self._kit, new=message.new))

    @on(ToResult)
    async def show_result(self, message: ToResult) -> None:
        """Show what a sitting earned."""
        from harness.tui.screens.afterwards.result import ResultScreen

        await self._go_instead(ResultScreen(message.sitting, self._kit), message.instead_of)

    @on(ToOvertime)
    async def show_overtime(self, message: ToOvertime) -> None:
        """Go on after the end."""
        from harness.tui.screens.sitting.overtime import OvertimeScreen

        await self._go_instead(OvertimeScreen(message.sitting, self._kit), message.instead_of)

    @on(ToReview)
    def show_review(self, message: ToReview) -> None:
        """Show what to learn from a sitting."""
        from harness.tui.screens.review.review import ReviewScreen

        self._go(ReviewScreen(message.sitting, self._kit))

    @on(ToProgress)
    def show_progress(self) -> None:
        """Show how the person is getting on."""
        from harness.tui.screens.afterwards.progress import ProgressScreen

        self._go(ProgressScreen(self._kit))

    def _go(self, screen: Screen[None]) -> None:
        """Open a screen, unless a key that was pressed twice has opened it already."""
        if type(self.screen) is not type(screen):
            self.push_screen(screen)

    async def _go_instead(self, screen: Screen[None], left: Screen[None] | None) -> None:
        """Leave one screen, and any dialog over it, for another."""
        if left is None:
            self._go(screen)
        elif left in self.screen_stack:
            while self.screen is not left:
                await self.pop_screen()
            self.switch_screen(screen)

    def get_screen(self, screen: Any, screen_class: Any = None) -> Any:
        """Read a screen's styles before it is opened, so that it is styled as it is built.

        Textual reads them by itself, but from Python 3.12 on only once the screen is built; and
        it always parses all others anew and applies them to the screen in front.
        """
        wanted: Screen[Any] = super().get_screen(screen, screen_class)
        if any(not self.stylesheet.has_source(str(path)) for path in wanted.css_path):
            self.stylesheet.read_all(wanted.css_path)
            self.stylesheet.parse()
        return wanted

    def get_key_display(self, binding: Binding) -> str:
        """Write keys as they are printed on keyboards."""
        return shown_key(binding.key)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy to the system's clipboard, or else ask the terminal to; say which."""
        super().copy_to_clipboard(text)  # the terminal's way, and pasting in here

        def copy() -> None:
            paste = self._kit.key("editor.paste")
            title, line = told_copy(text, paste, here=not self.is_web)
            self.call_from_thread(self.notify, line, title=title, markup=False)

        self.run_worker(copy, thread=True, group="copy", exit_on_error=False)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Keep every word readable on its ground; without colours there is nothing to change."""
        filters = super().get_line_filters()
        if self.no_color:
            return filters
        return [*filters, _ON_DARK if self.current_theme.dark else _ON_LIGHT]

    def action_jump(self) -> None:
        """Put a letter on every place that can have the focus; the letter goes there."""
        from harness.tui.screens.anywhere.jump import JumpScreen

        if not isinstance(self.screen, JumpScreen):
            self.push_screen(JumpScreen(self.screen), self._jump_to)

    def action_other_theme(self) -> None:
        """Change between light and dark until the program is left."""
        names = _THEMES_WITHOUT_COLOUR if self.no_color else _THEMES
        self.theme = names["light" if self.current_theme.dark else "dark"]

    def _jump_to(self, widget: Widget | None) -> None:
        if widget is not None:
            self.screen.set_focus(widget)

    def _theme_wanted(self, name: str) -> str:
        """Return a theme of Textual by the name that settings give."""
        if self.no_color:
            return _THEMES_WITHOUT_COLOUR["light" if "light" in name else "dark"]
        wanted = _THEMES.get(name, name)
        return wanted if wanted in self.available_themes else _THEMES["dark"]

    def action_help(self) -> None:
        """Show every key that works right now, or close that page."""
        from harness.tui.screens.anywhere.help import HelpScreen

        if isinstance(self.screen, HelpScreen):
            self.screen.dismiss(None)
            return
        introduction = getattr(self.screen, "HELP", "")
        self.push_screen(HelpScreen(list(self.screen.active_bindings.values()), introduction))

    def action_how_to_quit(self) -> None:
        """Say how to leave to whoever presses Ctrl+C by habit."""
        key = self._kit.key
        line = f"{key('sitting.leave')} goes home, {key('home.quit')} leaves from there."
        self.notify(line, title="Still here", markup=False)


def run(
    *,
    catalog: Catalog,
    store: Store,
    clock: Clock | None = None,
    sittings_folder: Path | None = None,
    session: str | None = None,
    editor: bool = False,
    mouse: bool = True,
) -> None:
    """Open the screens and return when the person leaves.

    Args:
        catalog: the problems on offer.
        store: where sittings are kept.
        clock: tells the time; the machine's own by default.
        sittings_folder: where new sittings get their folders; ``~/harness-sittings`` by default.
        session: a sitting to open at once, by its id.
        editor: whether a sitting opens in the person's own editor, whatever settings say.
        mouse: whether the mouse may be used; settings may forbid it too.
    """
    settings, faults = read_settings()
    if editor:
        settings = settings.model_copy(update={"editor": "outside"})
    kit = Kit(
        catalog,
        store,
        clock or SystemClock(),
        settings=settings,
        faults=(*faults, *keymap(settings.keys)[1]),
    )
    if sittings_folder is not None:
        kit = replace(kit, sittings_folder=sittings_folder)
    sitting = Sitting.open(store, session, catalog, clock=kit.clock) if session else None
    with no_collecting():
        app = HarnessApp(kit, sitting)
        with left_on_hang_up(app):
            app.run(mouse=mouse and settings.mouse)
