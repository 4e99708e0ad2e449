"""Dialogs: what opens over any screen, a question with two answers, and a notice."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen, ScreenResultType
from textual.widgets import Static

from harness.tui.conventions.commands import Place, bindings_of
from harness.tui.conventions.plain import plain
from harness.tui.telling.faults import line_of, title_of


class Dialog(ModalScreen[ScreenResultType]):
    """Opens over a screen, and names its keys as they are bound."""

    def key(self, command: str) -> str:
        """Return the first key of one of its own commands, as keyboards print it."""
        bindings = (active.binding for active in self.active_bindings.values())
        return next(self.app.get_key_display(each) for each in bindings if each.id == command)


class Question(Dialog[bool]):
    """Asks for one of two keys, and says what each will do."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.QUESTION)

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
                f"{self.key('question.yes')}  {self._yes}     "
                f"{self.key('question.no')}  {self._no}",
                classes="dialog-keys",
                markup=False,
            )

    def action_answer(self, yes: bool) -> None:
        """Close with the answer."""
        self.dismiss(yes)


class Notice(Dialog[None]):
    """Tells an error by its title and line until a key is pressed."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.NOTICE)

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self._error = error

    def compose(self) -> ComposeResult:
        """Show title, line and the key."""
        with Vertical(classes="dialog dialog-error"):
            yield Static(title_of(self._error), classes="dialog-title", markup=False)
            yield Static(plain(line_of(self._error)), classes="dialog-text", markup=False)
            close = f"{self.key('notice.close')}  close"
            yield Static(close, classes="dialog-keys", markup=False)
