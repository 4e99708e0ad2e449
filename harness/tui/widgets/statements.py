"""Statements: what the unlocked levels ask for, a tab each, the newest in front."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import TabbedContent, TabPane

from harness.catalog import Level, Problem
from harness.tui.conventions.commands import Place, bindings_of
from harness.tui.widgets.statement_page import StatementPage


class Statements(Widget):
    """A page for each level; a level's statement is read only once it is unlocked."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.STATEMENT)

    def __init__(self, problem: Problem, level: int, *, id: str | None = None) -> None:  # noqa: A002
        """Create it; ``id`` is the widget's, named as Textual names it."""
        super().__init__(id=id)
        self._problem = problem
        self.level = level

    def compose(self) -> ComposeResult:
        """Make a tab for each level unlocked so far."""
        with TabbedContent(initial=_pane_id(self.level)):
            for level in self._problem.levels[: self.level]:
                yield _pane(level)

    async def unlock(self, level: int) -> None:
        """Add the tabs up to this level and bring the newest to the front; focus stays."""
        new = range(self.level + 1, level + 1)
        self.level = max(self.level, level)  # claimed first: two callers may come at once
        tabs = self.query_one(TabbedContent)
        for number in range(1, new.start):  # only one is new: more would not fit beside the code
            tabs.get_tab(_pane_id(number)).label = f"Level {number}"
        for number in new:
            opened = self._problem.level(number)
            await tabs.add_pane(_pane(opened, new=number == self.level))
        tabs.active = _pane_id(self.level)

    def focus_page(self) -> None:
        """Focus the statement in front, so that the arrow keys scroll it."""
        tabs = self.query_one(TabbedContent)
        if tabs.active_pane is not None:
            number = tabs.active.rpartition("-")[2]
            tabs.get_tab(tabs.active).label = f"Level {number}"  # it is being read: no longer new
            self.screen.set_focus(tabs.active_pane.query_one(StatementPage))

    def action_level(self, number: int) -> None:
        """Bring a level's statement to the front."""
        self.query_one(TabbedContent).active = _pane_id(number)
        self.call_after_refresh(self.focus_page)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the levels that are open."""
        if action == "level":
            return isinstance(parameters[0], int) and parameters[0] <= self.level
        return super().check_action(action, parameters)


def _pane_id(level: int) -> str:
    return f"level-{level}"


def _pane(level: Level, *, new: bool = False) -> TabPane:
    title = f"Level {level.number}{' · new' if new else ''}"
    return TabPane(title, StatementPage(level.statement), id=_pane_id(level.number))
