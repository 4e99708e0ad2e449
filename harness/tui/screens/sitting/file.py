"""FileScreen: what a person does with ``solution.py`` besides typing and running it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.notifications import SeverityLevel

from harness.errors import HarnessError
from harness.tui.conventions.commands import COMMANDS
from harness.tui.conventions.plain import plain, shown_path
from harness.tui.files.own_editor import edit_outside
from harness.tui.screens.anywhere.dialogs import Loss, Question
from harness.tui.screens.sitting.held import HeldScreen
from harness.tui.telling.faults import line_of, title_of

if TYPE_CHECKING:
    from harness.tui.files.solution_file import LeftCopy
    from harness.tui.screens.aside.difference import Choice


class FileScreen(HeldScreen):
    """Saves, gives the file to another editor, and settles what both sides changed."""

    # The editor's own, which it keeps for itself while it has the focus.
    BINDINGS: ClassVar[list[BindingType]] = [
        COMMANDS[f"editor.{step}"].binding for step in ("undo", "redo")
    ]

    _known_unsaved: str | None = None
    """The text that the person has left, knowing that it is not in the file."""

    def action_save(self) -> None:
        """Save without running."""
        if self._saved():
            self._tell("Saved", shown_path(self._panes.code.file.path))

    def action_undo(self) -> None:
        """Say where typing is undone: not behind the back of whoever reads something else."""
        self._tell_where("undo")

    def action_redo(self) -> None:
        """Say where that is done again."""
        self._tell_where("redo")

    def _tell_where(self, step: str) -> None:
        code, key = self._kit.key("sitting.code"), self._kit.key(f"editor.{step}")
        self._tell(f"{step.capitalize()} belongs to the code", f"{code} goes there, then {key}.")

    def action_own_editor(self) -> None:
        """Give the terminal to the person's own editor; what it saved runs afterwards."""
        code = self._panes.code
        if code.conflict:
            self._tell_choose()
        elif self._saved():
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

    def offer_copy(self, then: Callable[[], object] = lambda: None) -> None:
        """Show what a full disk kept out of the file when it was left last, if it did.

        Args:
            then: done once that is settled, or if there is nothing of the kind.
        """

        def work() -> None:
            self.app.call_from_thread(self._offer_copy, self._panes.code.copy_left(), then)

        self.run_worker(work, thread=True, group="copy left", exit_on_error=False)

    def _offer_copy(self, copy: "LeftCopy | None", then: Callable[[], object]) -> None:
        if self.looks_on:
            return  # asked again once this window has the sitting
        if copy is None:
            then()
            return
        from harness.tui.screens.aside.left_copy import LeftCopyScreen

        def answer(take: bool | None) -> None:
            if take and not self.looks_on:
                self._settle_conflict(lambda: self._panes.code.take_copy(copy))
            then()

        self.app.push_screen(LeftCopyScreen(copy), answer)

    def _take_over(self, yes: bool | None) -> None:
        super()._take_over(yes)
        if yes:
            self.offer_copy()

    def _settle_conflict(self, settle: Callable[[], Path]) -> None:
        try:
            copy = settle()
        except HarnessError as error:
            self._tell_error(error)
        else:
            self._tell("The other version is kept", copy.name)

    def _saved(self) -> bool:
        """Save what is typed, or say why nothing is done that needs it saved."""
        code = self._panes.code
        saved = code.save()
        if not saved:
            why = code.trouble or "This window only looks on."
            self._tell("Not done, for it is not saved", why, "warning")
        return saved

    def _once_saved(self, what: str, then: Callable[[], object]) -> None:
        """Do what takes the text from the screen once it is saved, or the person knows where it is.

        Args:
            what: what will be done, as the key that agrees to it names it.
            then: does it.
        """
        code = self._panes.code
        if code.editor.text == self._known_unsaved:
            then()
            return
        copy: Path | None = None
        try:
            copy = code.save_at_any_price()
        except HarnessError as error:
            select = self._kit.key("editor.select-all")
            question: Question = Loss(
                "What you typed cannot be saved anywhere",
                # First what must be read: in a low terminal the rest has to be scrolled to.
                "Once you leave it is lost. Make room, or stay and copy it from the editor: "
                f"{select} selects it all.\n{code.trouble}\n{error}",
                yes=f"lose it and {what}",
                no="stay",
            )
        else:
            if copy is None or copy.parent == code.file.path.parent:
                self._tell_kept(copy)
                then()
                return
            question = Question(
                "solution.py cannot be saved",
                f"{code.trouble}\nA copy of what you typed is in\n{shown_path(copy)}",
                yes=what,
                no="stay",
            )

        def answer(yes: bool | None) -> None:
            if yes:
                self._known_unsaved = code.editor.text
                self._tell_kept(copy)
                then()

        self.app.push_screen(question, answer)

    def _tell_kept(self, copy: Path | None) -> None:
        if copy is not None:
            self._tell("Kept what you typed", shown_path(copy), "warning")

    def _tell_choose(self) -> None:
        see, theirs = self._kit.key("sitting.difference"), self._kit.key("sitting.take-theirs")
        self._tell("Choose first", f"{see} shows the difference, {theirs} takes theirs.", "warning")

    def _tell_error(self, error: Exception) -> None:
        self._tell(title_of(error), line_of(error), "error")

    def _tell(self, title: str, line: str, severity: SeverityLevel = "information") -> None:
        self.notify(plain(line), title=plain(title), severity=severity, markup=False)
