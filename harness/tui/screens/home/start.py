"""StartScreen: the mode, where the files will be, and one question before the clock."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from harness.catalog import Problem
from harness.session import MODES, Mode
from harness.tui.conventions.commands import Place, bindings_of
from harness.tui.conventions.plain import shown_path
from harness.tui.kit import Kit
from harness.tui.screens.anywhere.dialogs import Dialog, Question


@dataclass(frozen=True)
class Start:
    """What the person chose."""

    problem: Problem
    mode: Mode
    folder: Path
    level: int | None = None
    """The one it is about, in a mode that is about one."""


class StartScreen(Dialog[Start | None]):
    """Nothing is made and no clock runs until this closes with a choice."""

    CSS_PATH = "../anywhere/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.START)

    def __init__(self, problem: Problem, kit: Kit) -> None:
        super().__init__()
        self._problem = problem
        self._folder = kit.new_folder(problem)

    def compose(self) -> ComposeResult:
        """Tell what is to come, then the modes."""
        problem = self._problem
        with Vertical(classes="dialog"):
            yield Static(problem.name, classes="dialog-title", markup=False)
            yield Static(self._facts(), markup=False)
            yield OptionList(*map(_option, MODES.values()), id="start-modes", markup=False)
            yield Static(f"Your files: {shown_path(self._folder)}", markup=False)
            keys = f"Enter  start     {self.key('start.back')}  go back"
            yield Static(keys, classes="dialog-keys", markup=False)

    def on_mount(self) -> None:
        """The first mode is under the cursor."""
        self.query_one(OptionList).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Start; a mode about one level asks which, one whose clock never stops asks once more."""
        kind, _, level = (event.option_id or "").partition(":")
        mode = MODES[kind]
        if mode.one_level and not level:
            self._offer_levels(event.option_list, mode)
            return
        start = Start(self._problem, mode, self._folder, int(level) if level else None)
        if mode.pausable:
            self.dismiss(start)
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self.dismiss(start)

        self.app.push_screen(
            Question(
                f"Start the clock: {self._problem.minutes} minutes?",
                "It cannot be paused, not by closing this program either.\n"
                "What you type is saved all the time.",
                yes="start the clock",
            ),
            answered,
        )

    def _offer_levels(self, options: OptionList, mode: Mode) -> None:
        """Show in place of the modes what this one may be about."""
        options.clear_options()
        for level in self._problem.levels:
            text = Text.assemble(
                (f"{mode.name.capitalize()} level {level.number}: {level.name}", "bold"),
                f" · {level.pace} min · {level.points} points",
            )
            options.add_option(Option(text, id=f"{mode.name}:{level.number}"))
        options.highlighted = 0

    def _facts(self) -> str:
        problem = self._problem
        return (
            f"{problem.summary}\n{len(problem.levels)} levels · {problem.minutes} minutes · "
            f"{problem.max_score} points. A level opens when every test before it passes.\n"
        )


def _option(mode: Mode) -> Option:
    text = Text.assemble((mode.name.capitalize(), "bold"), f"\n  {mode.summary}")
    return Option(text, id=mode.name)
