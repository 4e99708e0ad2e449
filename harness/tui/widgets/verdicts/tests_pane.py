"""TestsPane: the list of tests and, beside it, the one under the cursor in full."""

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

from harness.catalog import Problem, Verdict
from harness.grading import Report, TestResult
from harness.tui.conventions.commands import Place, bindings_of
from harness.tui.conventions.plain import plain
from harness.tui.widgets.verdicts.test_detail import TestDetail
from harness.tui.widgets.verdicts.test_tree import TestTree

_EVERYTHING = "Every test passes."
_TOGETHER_SECONDS = 0.1
"""A list that grows is laid out for 10 to 20 ms; so it grows by what came in this time."""


class TestsPane(Widget):
    """Fills while a run goes on; afterwards the first failing test is open."""

    __test__ = False  # the name is the field's own; pytest must not collect it

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.TESTS)

    @dataclass
    class LineWanted(Message):
        """The person wants to see the line in which the shown test failed."""

        line: int | None

    class Grown(Message):
        """More verdicts of the run under way are shown."""

    def __init__(
        self,
        problem: Problem,
        *,
        withholds: bool,
        line_key: str,
        welcome: str = "",
        id: str | None = None,  # noqa: A002
    ) -> None:
        """Create it.

        Args:
            problem: whose tests these are.
            withholds: whether hidden tests tell nothing but their names.
            line_key: goes to the line that failed, as keyboards print it.
            welcome: what is said before anything ran.
            id: the widget's, named as Textual names it.
        """
        super().__init__(id=id)
        self._withholds = withholds
        self._line_key = line_key
        self._welcome = welcome
        self.list = TestTree(problem)
        self.detail = TestDetail()
        self.came = 0
        self.failed = 0
        self._waiting: list[TestResult] = []
        self._pause: Timer | None = None

    def compose(self) -> ComposeResult:
        """Put the list beside the detail."""
        yield self.list
        yield self.detail

    def on_mount(self) -> None:
        """Say what to do before anything ran."""
        self.detail.say(self._welcome)

    def begin(self, why: str) -> None:
        """Make room for a run."""
        self.came = self.failed = 0
        self._waiting = []
        self.list.begin()
        self.detail.say(why)

    def add(self, result: TestResult) -> None:
        """Show one more verdict: the first at once, those that come close after it together."""
        self._waiting.append(result)
        if self._pause is None:
            self._show_waiting()

    def stop(self, why: str) -> None:
        """Say why nothing more comes of a run."""
        self._waiting = []
        self.detail.say(why)

    def show(self, report: Report, broken: frozenset[str] = frozenset()) -> None:
        """Show the whole report of a run; what it broke of what had passed comes first."""
        self._waiting = []
        self.list.show(report, broken)
        if report.accepted:
            self.detail.say(_EVERYTHING)
        elif all(test.accepted or test.verdict is Verdict.SKIPPED for test in report.tests):
            self.detail.say(
                f"{report.verdict.code}  {report.verdict.value}\n\n{plain(report.message)}"
            )

    def tell(self, news: Text) -> None:
        """Show news instead of a test until one is chosen."""
        self.detail.say(news)

    def action_to_line(self) -> None:
        """Ask for the line in which the shown test failed."""
        result = self.detail.result
        self.post_message(self.LineWanted(None if result is None else result.line))

    def focus_list(self) -> None:
        """Focus the list of tests."""
        self.screen.set_focus(self.list)

    def _open(self, result: TestResult) -> None:
        self.detail.show(result, withheld=self._withholds, line_key=self._line_key)

    def _show_waiting(self) -> None:
        """Show what came, then let keys be answered a while before the list is laid out anew."""
        self._pause = None
        results, self._waiting = self._waiting, []
        if not results:
            return
        failed = [result for result in results if not result.accepted]
        if failed and not self.failed:
            self._open(failed[0])
        self.came += len(results)
        self.failed += len(failed)
        self.list.add(results)
        self._pause = self.set_timer(_TOGETHER_SECONDS, self._show_waiting)
        self.post_message(self.Grown())

    @on(TestTree.Chosen)
    def show_chosen(self, message: TestTree.Chosen) -> None:
        """Open the test under the cursor."""
        message.stop()
        self._open(message.result)

    @on(TestTree.Entered)
    def read_entered(self, message: TestTree.Entered) -> None:
        """Open a test and go there, so that the arrow keys scroll it."""
        message.stop()
        self._open(message.result)
        self.detail.focus()
