"""Panes: statement, code and tests side by side, or one at a time behind a bar of tabs."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widget import Widget
from textual.widgets import Tab, Tabs

from harness.session import SOLUTION, Sitting
from harness.tui.kit import Kit
from harness.tui.widgets.editor.solution_pane import SolutionPane
from harness.tui.widgets.statements import Statements
from harness.tui.widgets.verdicts.tests_pane import TestsPane

_NAMES = ("statement", "code", "tests")


class Panes(Widget):
    """Holds the three panes of a sitting; how wide the screen is decides how many are seen."""

    BLANK = True  # the panes cover it; the clock's every tick would draw it again

    def __init__(self, sitting: Sitting, kit: Kit) -> None:
        super().__init__()
        self.front = "code" if sitting.state.submissions else "statement"
        self.statements = Statements(sitting.problem, sitting.state.open_level, id="statement")
        self.code = SolutionPane(
            sitting.folder / SOLUTION,
            memory=kit.editor_memory(sitting.id),
            elsewhere=kit.elsewhere,
            hand_over=sitting.hand_over,
            stamp=lambda: kit.local_time().strftime("%H%M%S"),
            poll_seconds=kit.poll_seconds,
            autosave_seconds=kit.autosave_seconds,
            key=kit.key,
            id="code",
        )
        self.tests = TestsPane(
            sitting.problem,
            withholds=not sitting.mode.shows_hidden_details,
            line_key=kit.key("tests.line"),
            welcome=_welcome(kit.keys("sitting.run"), over=sitting.state.end is not None),
            id="tests",
        )
        self._titles = {
            name: f"{kit.key(f'sitting.{name}')} {name.capitalize()}" for name in _NAMES
        }
        tabs = (Tab(self._titles[name], id=name) for name in _NAMES)
        self._bar = Tabs(*tabs, active=self.front, id="pane-bar")
        self._bar.can_focus = False

    def compose(self) -> ComposeResult:
        """Put the bar over the panes."""
        yield self._bar
        with Container(id="panes"):
            for pane in (self.statements, self.code, self.tests):
                pane.border_title = self._titles[pane.id or ""]
                pane.set_class(pane.id == self.front, "-front", update=False)
                yield pane

    def show(self, name: str) -> None:
        """Bring a pane to the front and put the focus into it."""
        self.front = name
        self._bar.active = name
        for pane in self.query("#panes > *"):
            pane.set_class(pane.id == name, "-front")
        # At once, for the next key may be there already; and again should it not be built yet.
        self._focus_front()
        self.call_after_refresh(self._focus_front)

    def show_next(self) -> None:
        """Go round the panes."""
        self.show(_NAMES[(_NAMES.index(self.front) + 1) % len(_NAMES)])

    @on(Tabs.TabActivated, "#pane-bar")
    def follow_click(self, event: Tabs.TabActivated) -> None:
        """Show the pane whose tab was clicked."""
        event.stop()
        # What a key has overtaken since is no click, and would take the person back.
        if event.tab.id and self._bar.active == event.tab.id != self.front:
            self.show(event.tab.id)

    def _focus_front(self) -> None:
        if self.front == "statement":
            self.statements.focus_page()
        elif self.front == "code":
            self.screen.set_focus(self.code.editor)
        else:
            self.tests.focus_list()


def _welcome(keys: list[str], *, over: bool) -> str:
    run, *others = keys
    also = f" (or {', '.join(others)})" if others else ""
    return f"{run}{also} saves solution.py and runs every test of the open levels.\n" + (
        "The sitting is over: nothing scores, and levels open as before."
        if over
        else "Submit often: it costs nothing, and the best submission counts."
    )
