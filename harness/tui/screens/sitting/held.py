"""HeldScreen: a screen that types in a sitting, as the only window that does."""

from contextlib import suppress

from textual import events
from textual.screen import Screen

from harness.errors import HarnessError, RefusedError
from harness.session import Sitting
from harness.tui.conventions.commands import shown_key
from harness.tui.conventions.plain import plain, shown_path
from harness.tui.kit import Kit
from harness.tui.screens.anywhere.dialogs import Question
from harness.tui.telling.faults import line_of, title_of
from harness.tui.widgets.banner import Banner
from harness.tui.widgets.panes import Panes

WHO = "the screens"
"""How this window is called where others ask who types."""

_CHANGES = {"run", "save", "own_editor", "pause", "finish", "versions"}
"""Actions that are not for a window that only looks on."""


class HeldScreen(Screen[None]):
    """Claims its sitting, looks on while another window has it, and says what is wrong."""

    def __init__(self, sitting: Sitting, kit: Kit) -> None:
        super().__init__()
        self.sitting = sitting
        self._kit = kit
        self._panes = Panes(sitting, kit)
        self._kept = ""

    @property
    def looks_on(self) -> bool:
        """Whether another window types, so that nothing can be changed here."""
        return self._panes.code.looks_on

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer changes only to the window that has the sitting, taking over only to others."""
        if action == "take_over":
            return self.looks_on
        if self.looks_on and action in _CHANGES:
            return None
        return super().check_action(action, parameters)

    def on_key(self, event: events.Key) -> None:
        """Where there is no pause its key is nobody's and comes by here: say why."""
        mode, pauses = self.sitting.mode, self._kit.keys("sitting.pause")
        runs_on = not mode.pausable and self.sitting.state.end is None
        if runs_on and shown_key(event.key) in pauses:
            line = f"In {mode.name} mode the clock never stops."
            self.notify(line, title="Not now", markup=False)

    def claim(self) -> None:
        """Become the one window that types here, or ask whether to take over."""
        try:
            self.sitting.claim(WHO)
        except RefusedError:
            self._look_on()
            self.action_take_over()

    def action_take_over(self) -> None:
        """Type here, once the person agrees that the other window then only looks on."""
        self.app.push_screen(
            Question(
                "This sitting is open in another window",
                f"It is held by {self._whose()}. If you take over, that window only looks on; what "
                "was typed there is in the file. Otherwise you look on and can change nothing.",
                yes="take over",
                no="look on",
            ),
            self._take_over,
        )

    def keep_version(self) -> None:
        """Keep what is typed as a version of the file when a minute of change has gone."""
        text = self._panes.code.editor.text
        if self.looks_on or text == self._kept:
            return

        def keep() -> None:
            if self.sitting.snapshot(text.encode("utf-8", "replace")):
                self._kept = text

        self.run_worker(keep, thread=True, group="version", exclusive=True, exit_on_error=False)

    def action_versions(self) -> None:
        """Choose a version of the file to take back."""
        from harness.tui.screens.aside.versions import VersionsScreen

        code = self._panes.code
        if code.save():
            screen = VersionsScreen(self.sitting, self._kit, code.editor.text)
            self.app.push_screen(screen, self._take_back)
        else:
            self.notify("The file and what you typed differ: settle that first.", markup=False)

    def watch_claim(self) -> None:
        """Look on from the moment another window has taken over; type again once it has left.

        Raises:
            HarnessError: the store cannot be read.
        """
        holder = None if self.sitting.holds else self.sitting.holder
        if holder is not None and not self.looks_on:
            self._look_on()
            self.say_trouble()
        elif holder is None and self.looks_on:
            self._take_over(True)

    def say_trouble(self, *more: str) -> None:
        """Show in the banner all that is wrong right now, a line each; nothing when all is well."""
        lines = [self._panes.code.trouble, *more]
        if self.looks_on:
            key = self._kit.key("sitting.take-over")
            lines.append(f"Read-only: open in {self._whose()}. {key} takes over.")
        if trouble := self.sitting.trouble:
            lines.append(f"Only in memory until the disk takes it: {trouble}")
        self.query_one(Banner).say("\n".join(filter(None, lines)))

    def _whose(self) -> str:
        with suppress(HarnessError):
            if (holder := self.sitting.holder) is not None:
                return f"{holder.who} (process {holder.pid})"
        return "another window"

    def _look_on(self) -> None:
        """What is typed already goes into the file first: whoever took over finds it there."""
        code = self._panes.code
        try:
            copy = code.save_at_any_price()
        except HarnessError as error:
            self.notify(plain(line_of(error)), title=title_of(error), markup=False)
        else:
            code.let_go()
            if copy is not None:
                self.notify(shown_path(copy), title="Kept what you typed", markup=False)
        code.look_on(True)
        self.refresh_bindings()

    def _take_back(self, number: int | None) -> None:
        code = self._panes.code
        if number is None or not code.save():
            return
        try:
            copy = self.sitting.restore(number)
            code.take_restored()
        except HarnessError as error:
            self.notify(plain(line_of(error)), title=title_of(error), markup=False)
            return
        kept = (
            "What it replaced is a version too"
            if copy is None
            else f"What it replaced is in {copy.name}"
        )
        back = f"{kept}; {self._kit.key('editor.undo')} leads back."
        self.notify(back, title=f"Version {number} is back", markup=False)

    def _take_over(self, yes: bool | None) -> None:
        if yes:
            self.sitting.take_over(WHO)
            self._panes.code.look_on(False)
            self.refresh_bindings()
        self.say_trouble()
