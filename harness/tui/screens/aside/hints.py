"""HintsScreen: the hints of a level, one step at a time, and what asking for one means."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Markdown, Static

from harness.errors import HarnessError
from harness.session import Sitting
from harness.tui.conventions.plain import plain
from harness.tui.telling.faults import line_of

_NOTICE = "A hint costs nothing in points. That you took it is recorded."


class HintsScreen(ModalScreen[None]):
    """Shows the steps that were taken; another one comes only when Enter is pressed."""

    CSS_PATH = "../anywhere/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", "Next hint", id="hints.next"),
        Binding("escape", "dismiss(None)", "Close", id="hints.close"),
    ]

    def __init__(self, sitting: Sitting) -> None:
        """Open the hints of the highest open level.

        Raises:
            RefusedError: the mode offers none.
            WrongUseError: the level has none.
        """
        super().__init__()
        self._sitting = sitting
        self._level = sitting.state.open_level
        self._steps = len(sitting.problem.level(self._level).hints)
        sitting.hints_taken(self._level)

    def compose(self) -> ComposeResult:
        """Show the notice, what was taken, and the keys."""
        with Vertical(classes="dialog dialog-wide"):
            yield Static(f"Hints for level {self._level}", classes="dialog-title")
            yield Static(_NOTICE, markup=False)
            with VerticalScroll(id="hints-page", can_focus=True):
                yield Markdown()
            yield Static(id="hints-keys", classes="dialog-keys", markup=False)

    async def on_mount(self) -> None:
        """Show what was taken before; the arrow keys scroll."""
        self.query_one(VerticalScroll).focus()
        await self._show()

    async def action_next(self) -> None:
        """Take one more step, or say why there is none."""
        if self._taken == self._steps:
            return
        try:
            self._sitting.hint(self._level)
        except HarnessError as error:
            self.query_one("#hints-keys", Static).update(f"{plain(line_of(error))}\nEsc  close")
        else:
            await self._show()

    @property
    def _taken(self) -> int:
        return self._sitting.state.hints_of(self._level)

    async def _show(self) -> None:
        """Show every step taken, the latest in view, and what Enter would do."""
        taken = self._sitting.hints_taken(self._level)
        # A step is a section, and its heading takes the count.
        pages = [f"### {hint.step} · {hint.text.removeprefix('## ')}" for hint in taken]
        await self.query_one(Markdown).update("\n\n".join(pages) or "None was taken yet.")
        self.call_after_refresh(self.query_one(VerticalScroll).scroll_end, animate=False)
        left = f"Enter  show hint {len(taken) + 1} of {self._steps}"
        if len(taken) == self._steps:
            left = "These are all"
        self.query_one("#hints-keys", Static).update(f"{left}     Esc  close")
