"""Banner: the one thing that is wrong right now, over everything, in the way of nothing."""

from textual.widgets import Static

from harness.tui.conventions.plain import plain


class Banner(Static):
    """Lines that are there only while there is something to say."""

    def __init__(self) -> None:
        super().__init__(markup=False)
        self.display = False
        self._said = ""

    def say(self, text: str) -> None:
        """Show a text, or nothing."""
        if text != self._said:
            self._said = text
            self.update(plain(text))
            self.display = bool(text)
