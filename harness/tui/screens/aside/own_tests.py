"""OwnTestsScreen: a person's own tests of their solution, as they come, each told in full."""

import os
from contextlib import suppress
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static

from harness.errors import HarnessError
from harness.grading import GradingCancelledError
from harness.session import Sitting
from harness.tui.conventions.commands import Place, bindings_of
from harness.tui.conventions.looks import clock_face
from harness.tui.conventions.plain import plain, shortened, shown_path
from harness.tui.files.own_editor import edit_outside
from harness.tui.files.own_tests_starter import write_starter
from harness.tui.kit import Kit
from harness.tui.running.own_runs import OWN_TESTS, OwnRuns
from harness.tui.screens.anywhere.dialogs import Question
from harness.tui.screens.aside.own_tests_text import ending, page, row
from harness.tui.telling.faults import line_of, title_of
from harness.tui.widgets.header_line import NARROW_OR_WIDE
from harness.tui.widgets.verdicts.test_detail import TestDetail

if TYPE_CHECKING:
    from harness.grading.own_tests import OwnTest, OwnTestsReport


class OwnTestsScreen(Screen[None]):
    """Runs them when it opens; what they said is shown and not kept."""

    CSS_PATH = "own_tests.tcss"
    HORIZONTAL_BREAKPOINTS = NARROW_OR_WIDE
    HELP = (
        "my_tests.py, beside solution.py, holds tests that you write: plain pytest or unittest. "
        "They run confined like your solution, and nothing of them is scored or recorded."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.OWN_TESTS)

    @dataclass
    class Came(Message):
        """One of them ended."""

        run: Event
        """The one that stops the run it belongs to."""
        test: "OwnTest"

    @dataclass
    class Ended(Message):
        """A run is over: with a report, or with what stopped it."""

        report: "OwnTestsReport | None" = None
        error: Exception | None = None

    def __init__(self, sitting: Sitting, runs: OwnRuns, kit: Kit) -> None:
        super().__init__()
        self._sitting = sitting
        self._runs = runs
        self._kit = kit
        self._stop: Event | None = None
        self._tests: list[OwnTest] = []
        self._standing = ""

    def compose(self) -> ComposeResult:
        """Put the time over the list and the detail."""
        yield Static(id="own-time", markup=False)
        with Horizontal(id="own-panes"):
            yield OptionList(id="own-list")
            yield TestDetail(id="own-detail")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Run them, or offer to write the first."""
        self.set_interval(1.0, self._show_time)
        self.query_one(OptionList).focus()
        self._say("not run")
        if os.path.lexists(self._runs.path):
            self.action_run()
        else:
            self._offer_starter()

    def on_unmount(self) -> None:
        """Nobody would see the end of a run."""
        if self._stop is not None:
            self._stop.set()

    def action_run(self) -> None:
        """Run them all, or stop the run under way."""
        if self._stop is not None:
            self._stop_run()
            return
        self._stop = stop = Event()
        self._tests = []
        self.query_one(OptionList).clear_options()
        self.query_one(TestDetail).say(f"Running {OWN_TESTS} beside solution.py.")
        self._say("running")

        def tell(test: "OwnTest") -> None:
            self.post_message(self.Came(stop, test))

        def work() -> None:
            try:
                report = self._runs.run(stop, tell)
            except Exception as error:  # whatever it is, the sitting goes on and says so
                self.post_message(self.Ended(error=error))
            else:
                self.post_message(self.Ended(report))

        self.run_worker(work, thread=True, group="own tests", exit_on_error=False)

    def action_back(self) -> None:
        """Stop the run; without one, go back to the list or to the sitting."""
        if self._stop is not None:
            self._stop_run()
        elif self.focused is self.query_one(TestDetail):
            self.query_one(OptionList).focus()
        else:
            self.dismiss(None)

    def action_edit(self) -> None:
        """Open the tests in the person's own editor, if one is configured; run what it saved."""
        path = self._runs.path
        if not (os.environ.get("VISUAL") or os.environ.get("EDITOR")):
            self._tell("No editor is set", f"Open {path} in yours: $EDITOR names none.")
            return
        try:
            edit_outside(self.app, path, 1)
        except HarnessError as error:
            self._tell(title_of(error), f"{line_of(error)} The tests are in {path}.")
            return
        if self._stop is None and os.path.lexists(path):
            self.action_run()

    @on(Came)
    def show_test(self, message: Came) -> None:
        """Show one of them; the first failure opens at once."""
        if message.run is not self._stop:
            return
        self._add(message.test)
        passed = sum(test.outcome == "passed" for test in self._tests)
        self._say(f"running: {passed} of {len(self._tests)} so far pass")

    @on(Ended)
    def show_end(self, message: Ended) -> None:
        """Show how the run came out."""
        self._stop = None
        detail = self.query_one(TestDetail)
        report, error = message.report, message.error
        if report is not None:
            came = {test.name for test in self._tests}
            for test in report.tests:
                if test.name not in came:  # those that were not run
                    self._add(test)
            why = f". {shortened(report.message, 200)}" if report.message else ""
            self._say(f"{report.passed} of {len(report.tests)} pass{why}")
            if self.query_one(OptionList).highlighted is None:
                detail.say(ending(report))
        elif isinstance(error, GradingCancelledError):
            self._say("stopped")
            detail.say(f"The run was stopped. {self._kit.key('own-tests.run')} runs again.")
        elif error is not None:
            self._say("could not be run")
            detail.say(f"{title_of(error)}\n\n{line_of(error)}")

    @on(OptionList.OptionHighlighted)
    def show_chosen(self, event: OptionList.OptionHighlighted | OptionList.OptionSelected) -> None:
        """Open the test under the cursor."""
        event.stop()
        if event.option_index < len(self._tests):  # it may come late, when a new run began
            self.query_one(TestDetail).say(page(self._tests[event.option_index]))

    @on(OptionList.OptionSelected)
    def read_chosen(self, event: OptionList.OptionSelected) -> None:
        """Open a test and go there, so that the arrow keys scroll it."""
        self.show_chosen(event)
        self.query_one(TestDetail).focus()

    def _add(self, test: "OwnTest") -> None:
        self._tests.append(test)
        tests = self.query_one(OptionList)
        tests.add_option(row(test))
        if test.outcome in {"failed", "not ended"} and tests.highlighted is None:
            tests.highlighted = len(self._tests) - 1

    def _stop_run(self) -> None:
        if self._stop is not None:
            self._stop.set()
            self._say("stopping")

    def _offer_starter(self) -> None:
        path = self._runs.path

        def answered(yes: bool | None) -> None:
            if not yes:
                self.dismiss(None)
                return
            try:
                write_starter(path, self._sitting.problem.class_name)
            except HarnessError as error:
                self.query_one(TestDetail).say(f"{title_of(error)}\n\n{line_of(error)}")
                return
            run, edit = self._kit.key("own-tests.run"), self._kit.key("own-tests.edit")
            self.query_one(TestDetail).say(
                f"{shown_path(path)} is written.\n\nWrite your tests there. {edit} opens it in "
                f"your own editor, {run} runs it."
            )
            self.call_after_refresh(self.action_edit)

        self.app.push_screen(
            Question(
                "Write tests of your own?",
                f"There is no {OWN_TESTS} yet. A short one, with comments, will be written to "
                f"{shown_path(path)}. Your tests are not scored.",
                yes="write it",
            ),
            answered,
        )

    def _say(self, standing: str) -> None:
        self._standing = standing
        self._show_time()

    def _show_time(self) -> None:
        """The time goes on here too."""
        with suppress(HarnessError):  # the sitting beneath tells it
            left = clock_face(self._sitting.summary().seconds_left)
            self.query_one("#own-time", Static).update(
                f"{left} left   Your own tests: {self._standing}"
            )

    def _tell(self, title: str, line: str) -> None:
        self.notify(plain(line), title=plain(title), severity="warning", markup=False)
