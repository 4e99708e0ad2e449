"""Dialogs: what opens over any screen, a question with two answers, and a notice."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen, ScreenResultType
from textual.widgets import Static

from harness.tui.conventions.commands import Place, bindings_of
from harness.tui.conventions.plain import plain
from harness.tui.telling.faults import line_of, title_of

LOW_OR_HIGH = [(0, "-low"), (22, "-high")]
"""Rows below which a dialog gives up its margins."""


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
    VERTICAL_BREAKPOINTS = LOW_OR_HIGH
    YES, NO = "question.yes", "question.no"
    """The commands of the two keys."""

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
            with VerticalScroll(classes="dialog-rest"):
                yield Static(plain(self._text), classes="dialog-text", markup=False)
            yield Static(
                f"{self.key(self.YES)}  {self._yes}     {self.key(self.NO)}  {self._no}",
                classes="dialog-keys",
                markup=False,
            )

    def action_answer(self, yes: bool) -> None:
        """Close with the answer."""
        self.dismiss(yes)


class Loss(Question, inherit_bindings=False):
    """Asks before something is lost; no key that answers questions by habit says yes."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.LOSS)
    YES, NO = "loss.accept", "loss.stay"


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
