"""Banner: the one thing that is wrong right now, over everything, in the way of nothing."""

from textual.widgets import Static

from harness.tui.plain import plain


class Banner(Static):
    """A line that is there only while it has something to say."""

    def __init__(self) -> None:
        super().__init__(markup=False)
        self.display = False

    def say(self, text: str) -> None:
        """Show a text, or nothing."""
        self.update(plain(text))
        self.display = bool(text)
