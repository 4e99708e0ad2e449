"""DesignScreen: three questions worth a minute before the code; Escape skips them."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from harness.tui.conventions.commands import Place, bindings_of
from harness.tui.screens.anywhere.dialogs import Dialog
from harness.tui.screens.aside.questions import QUESTIONS, Answers


class DesignScreen(Dialog[Answers | None]):
    """Enter goes to the next question, and from the last into the sitting."""

    CSS_PATH = "../anywhere/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.DESIGN)

    def __init__(self, statement_key: str) -> None:
        super().__init__()
        self._statement_key = statement_key

    def compose(self) -> ComposeResult:
        """Ask."""
        with Vertical(classes="dialog dialog-wide"):
            yield Static("Before the code", classes="dialog-title")
            for question in QUESTIONS:
                yield Static(question, classes="design-question", markup=False)
                yield Input(placeholder="in a line", compact=True, classes="design-answer")
            yield Static(
                f"Enter  next, then begin     {self.key('design.skip')}  skip\n"
                "A minute here pays in the later levels; the answers are kept for the review.\n"
                f"The clock runs; {self._statement_key} shows the statement afterwards.",
                classes="dialog-keys",
                markup=False,
            )

    def on_mount(self) -> None:
        """Begin with the first."""
        self.query(Input).first().focus()

    @on(Input.Submitted)
    def go_on(self, event: Input.Submitted) -> None:
        """Go to the next question, or close with all answers."""
        answers = list(self.query(Input))
        at = answers.index(event.input)
        if at + 1 < len(answers):
            answers[at + 1].focus()
        else:
            first, second, third = (answer.value for answer in answers)
            self.dismiss((first, second, third))
