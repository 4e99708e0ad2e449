"""Small dialogs: a question with two answers, and a notice."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from harness.tui.conventions.plain import plain
from harness.tui.telling.faults import line_of, title_of


class Question(ModalScreen[bool]):
    """Asks for Enter or Escape; every question says what Enter will do."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,y", "answer(True)", "Yes", id="question.yes"),
        Binding("escape,n", "answer(False)", "No", id="question.no"),
    ]

    def __init__(self, title: str, text: str, *, yes: str, no: str = "go back") -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._yes = yes
        self._no = no

    def compose(self) -> ComposeResult:
        """Show title, text and the two keys."""
        with Vertical(classes="dialog"):
            yield Static(plain(self._title), classes="dialog-title", markup=False)
            yield Static(plain(self._text), classes="dialog-text", markup=False)
            yield Static(
                f"Enter  {self._yes}     Esc  {self._no}", classes="dialog-keys", markup=False
            )

    def action_answer(self, yes: bool) -> None:
        """Close with the answer."""
        self.dismiss(yes)


class Notice(ModalScreen[None]):
    """Tells an error by its title and line until a key is pressed."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape", "dismiss(None)", "Close", id="notice.close")
    ]

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self._error = error

    def compose(self) -> ComposeResult:
        """Show title, line and the key."""
        with Vertical(classes="dialog dialog-error"):
            yield Static(title_of(self._error), classes="dialog-title", markup=False)
            yield Static(plain(line_of(self._error)), classes="dialog-text", markup=False)
            yield Static("Enter  close", classes="dialog-keys", markup=False)
