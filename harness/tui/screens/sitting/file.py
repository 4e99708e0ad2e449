"""FileScreen: what a person does with ``solution.py`` besides typing and running it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.notifications import SeverityLevel

from harness.errors import HarnessError
from harness.tui.conventions.plain import plain
from harness.tui.files.own_editor import edit_outside
from harness.tui.screens.sitting.held import HeldScreen
from harness.tui.telling.faults import line_of, title_of

if TYPE_CHECKING:
    from harness.tui.screens.aside.difference import Choice


class FileScreen(HeldScreen):
    """Saves, gives the file to another editor, and settles what both sides changed."""

    def action_save(self) -> None:
        """Save without running."""
        if self._panes.code.save():
            self._tell("Saved", str(self._panes.code.file.path))

    def action_own_editor(self) -> None:
        """Give the terminal to the person's own editor; what it saved runs afterwards."""
        code = self._panes.code
        if code.conflict:
            self._tell_choose()
        elif code.save():
            try:
                edit_outside(self.app, code.file.path, code.editor.cursor_location[0] + 1)
            except HarnessError as error:
                self._tell_error(error)
            code.look()

    def action_difference(self) -> None:
        """Show how the two versions differ, and settle it there."""
        from harness.tui.screens.aside.difference import DifferenceScreen

        try:
            theirs = self._panes.code.file.load()
        except HarnessError as error:
            self._tell_error(error)
            return

        def choose(choice: "Choice | None") -> None:
            code = self._panes.code
            if choice is not None and code.conflict:
                self._settle_conflict(code.keep_mine if choice == "mine" else code.take_theirs)

        self.app.push_screen(DifferenceScreen(theirs, self._panes.code.editor.text), choose)

    def action_take_theirs(self) -> None:
        """What was saved outside is loaded."""
        self._settle_conflict(self._panes.code.take_theirs)

    def _settle_conflict(self, settle: Callable[[], Path]) -> None:
        try:
            copy = settle()
        except HarnessError as error:
            self._tell_error(error)
        else:
            self._tell("The other version is kept", copy.name)

    def _save_before_leaving(self) -> bool:
        try:
            copy = self._panes.code.save_at_any_price()
        except HarnessError as error:
            self._tell_error(error)
            return False
        if copy is not None:
            self._tell("Kept what you typed", str(copy), "warning")
        return True

    def _tell_choose(self) -> None:
        see, theirs = self._kit.key("sitting.difference"), self._kit.key("sitting.take-theirs")
        self._tell("Choose first", f"{see} shows the difference, {theirs} takes theirs.", "warning")

    def _tell_error(self, error: Exception) -> None:
        self._tell(title_of(error), line_of(error), "error")

    def _tell(self, title: str, line: str, severity: SeverityLevel = "information") -> None:
        self.notify(plain(line), title=plain(title), severity=severity, markup=False)
