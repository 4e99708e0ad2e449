"""The keys of a sitting: each with the id by which it can be remapped, and its help."""

from textual.binding import Binding, BindingType


def _key(
    key: str, action: str, label: str, name: str, help_: str, *, footer: bool = True
) -> Binding:
    """Bind a key that works wherever the focus is, inside the editor too."""
    return Binding(
        key, action, label, id=f"sitting.{name}", tooltip=help_, show=footer, priority=True
    )


SITTING_KEYS: list[BindingType] = [
    _key("f2", "pane('statement')", "Statement", "statement", "Go to the statement"),
    _key("f3", "pane('code')", "Code", "code", "Go to the code"),
    _key("f4", "pane('tests')", "Tests", "tests", "Go to the tests; Enter opens one"),
    _key("f5,ctrl+r", "run", "Run", "run", "Save and run every test of the open levels: submit"),
    _key("f6", "next_pane", "Next pane", "next-pane", "Go to the next pane", footer=False),
    # The banner of a conflict names these two; the footer has no room for them at 80 columns.
    _key("f7", "keep_mine", "Keep mine", "keep-mine", "Both changed: keep mine", footer=False),
    _key(
        "f8", "take_theirs", "Take theirs", "take-theirs", "Both changed: take theirs", footer=False
    ),
    _key("f9", "pause", "Pause", "pause", "Stop the clock, or let it go on"),
    _key("f10", "finish", "Finish", "finish", "End the sitting and see the result"),
    _key("f12", "leave", "Home", "leave", "Go home; the sitting waits, an exam's clock runs on"),
    _key("ctrl+s", "save", "Save", "save", "Save without running", footer=False),
    # Not with priority: dialogs and lists that are open have the first word on Escape.
    Binding(
        "escape", "back", "Stop the run, or go back to the code", id="sitting.back", show=False
    ),
]
