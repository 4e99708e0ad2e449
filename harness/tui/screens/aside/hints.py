"""HintsScreen: the hints of a level, one step at a time, and what asking for one means."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Markdown, Static

from harness.errors import HarnessError
from harness.session import Hint, Sitting
from harness.tui.conventions.commands import Place, bindings_of
from harness.tui.conventions.plain import plain
from harness.tui.screens.anywhere.dialogs import Dialog
from harness.tui.telling.faults import line_of

_NOTICE = "A hint costs nothing in points. That you took it is recorded."


class HintsScreen(Dialog[None]):
    """Shows the steps that were taken; another one comes only when Enter is pressed."""

    CSS_PATH = "../anywhere/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.HINTS)

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
            self.query_one("#hints-keys", Static).update(
                f"{plain(line_of(error))}\n{self._close_key}"
            )
        else:
            await self._show()

    @property
    def _close_key(self) -> str:
        return f"{self.key('hints.close')}  close"

    @property
    def _taken(self) -> int:
        return self._sitting.state.hints_of(self._level)

    async def _show(self) -> None:
        """Show every step taken, the latest in view, and what Enter would do."""
        taken = self._sitting.hints_taken(self._level)
        pages = [_page(hint) for hint in taken]
        await self.query_one(Markdown).update("\n\n".join(pages) or "None was taken yet.")
        self.call_after_refresh(self.query_one(VerticalScroll).scroll_end, animate=False)
        left = f"{self.key('hints.next')}  show hint {len(taken) + 1} of {self._steps}"
        if len(taken) == self._steps:
            left = "These are all"
        self.query_one("#hints-keys", Static).update(f"{left}     {self._close_key}")


def _page(hint: Hint) -> str:
    """A step is a section; its heading bears the count, which many a file gives it already."""
    text = hint.text.removeprefix("## ").removeprefix(f"{hint.step} · ")
    return f"### {hint.step} · {text}"
