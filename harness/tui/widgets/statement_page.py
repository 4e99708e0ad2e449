"""StatementPage: a statement as it was written, and as Markdown from the first paint on."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static


class StatementPage(VerticalScroll, can_focus=True):
    """Can be read at once; dressing it costs more than all the rest of a sitting's first paint."""

    def __init__(self, statement: str) -> None:
        super().__init__()
        self._statement = statement
        self._dressed = False

    def compose(self) -> ComposeResult:
        """Hold the statement as it was written."""
        yield Static(self._statement, classes="statement-source", markup=False)

    def on_show(self) -> None:
        """Dress the statement once it is seen; one in a tab behind waits."""
        if not self._dressed:
            self._dressed = True
            self.call_after_refresh(self._dress)

    async def _dress(self) -> None:
        from textual.widgets import Markdown  # brings a parser along that a first paint can spare

        dressed = Markdown(self._statement, open_links=False)
        dressed.display = False
        await self.mount(dressed)
        with self.app.batch_update():
            dressed.display = True
            await self.query(".statement-source").remove()
