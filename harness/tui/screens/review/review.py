"""ReviewScreen: what went well in a sitting and what to do otherwise, each with its evidence."""

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from harness.review import Review, judged, past_sittings, review_sitting
from harness.session import Sitting, demand_unlocked
from harness.tui.conventions.commands import Place, bindings_of
from harness.tui.conventions.plain import plain
from harness.tui.kit import Kit
from harness.tui.running.judge import Judge
from harness.tui.running.messages import RunEnded
from harness.tui.running.runs import Runs
from harness.tui.screens.review.text import facts, head, remark_row
from harness.tui.telling.faults import line_of, title_of
from harness.tui.widgets.headed_list import HeadedList
from harness.tui.widgets.header_line import NARROW_OR_WIDE
from harness.tui.widgets.timeline_plot import LEGEND, TimelinePlot


class ReviewScreen(Screen[None]):
    """Remarks under the headings of their sections; timeline and tables beside or behind them."""

    CSS_PATH = "review.tcss"
    HORIZONTAL_BREAKPOINTS = NARROW_OR_WIDE
    HELP = (
        "What to do otherwise next time and what went well. Enter on a sentence shows the places "
        "it rests on: the code you submitted, the tests, the minute. Your own tests and what an "
        "integrity review would ask come when asked for: code is run, which takes seconds."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.REVIEW)

    @dataclass
    class Made(Message):
        """The review is there, or what kept it from being made."""

        review: Review | None = None
        error: Exception | None = None

    def __init__(self, sitting: Sitting, kit: Kit) -> None:
        super().__init__()
        self._sitting = sitting
        self._kit = kit
        self._review: Review | None = None
        self._judging = False
        self._runs = Runs(self, sitting, Judge(sitting.problem, kit.make_grader))

    def compose(self) -> ComposeResult:
        """Put the title over remarks and facts."""
        yield Static(id="review-title", markup=False)
        with Horizontal(id="review-panes"):
            yield HeadedList(id="review-remarks", markup=False)
            with VerticalScroll(id="review-facts"):
                yield TimelinePlot(id="review-timeline")
                yield Static(LEGEND, id="review-legend", markup=False)
                yield Static(id="review-tables", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Look at the sitting; grade before that what was received in time but has no verdict."""
        self.query_one(OptionList).focus()
        state = self._sitting.state
        if state.ungraded and state.end is not None:
            self._say("A submission that arrived in time is being graded first; it counts.")
            self._runs.settle()
        else:
            self._look()

    def on_unmount(self) -> None:
        """Let the judge go, if there is one."""
        self._runs.close()

    def action_facts(self) -> None:
        """Go to timeline and tables; from there, back to the remarks."""
        if self._review is None:
            return
        inside = self.has_class("-facts")
        self.set_class(not inside, "-facts")
        self.query_one("#review-remarks" if inside else "#review-facts").focus()

    def action_judge(self) -> None:
        """Have what was submitted run: own tests on known mistakes, and the look at integrity."""
        if self._review is None or self._judging:
            return
        self._judging = True
        self._say("Running what was submitted …")
        self.run_worker(self._judge, thread=True, group="review", exit_on_error=False)

    def action_reference(self) -> None:
        """Read the references beside one's own files."""
        from harness.tui.screens.review.reference import ReferenceScreen

        self.app.push_screen(ReferenceScreen(self._sitting, self._kit))

    def action_back(self) -> None:
        """Leave the facts, or the review."""
        if self.has_class("-facts"):
            self.action_facts()
        else:
            self.dismiss(None)

    @on(RunEnded)
    def look_at_settled(self, message: RunEnded) -> None:
        """Review what is graded by now, and say why the last submission is not."""
        self._runs.over()
        if message.error is not None:
            self._tell(message.error)
        self._look()

    @on(Made)
    def show_made(self, message: Made) -> None:
        """Show the review, or the one line that says why there is none."""
        self._judging = False
        title = self.query_one("#review-title", Static)
        if message.review is None and self._review is not None:  # what is shown still holds
            assert message.error is not None
            title.update(head(self._review))
            self._tell(message.error)
            return
        if message.review is None:
            assert message.error is not None
            self._say(f"{title_of(message.error)}: {line_of(message.error)}")
            return
        self._review = review = message.review
        title.update(head(review))
        self._show_remarks(review)
        self.add_class("-made")
        timeline = self.query_one(TimelinePlot)
        timeline.display = self.query_one("#review-legend").display = bool(review.pace.levels)
        if review.pace.levels:
            timeline.show(review.pace)
        self.query_one("#review-tables", Static).update(facts(review))

    @on(OptionList.OptionSelected)
    def show_evidence(self, event: OptionList.OptionSelected) -> None:
        """Open what the remark under the cursor rests on."""
        from harness.tui.screens.review.evidence import EvidenceScreen

        event.stop()
        if self._review is not None and event.option_id is not None:
            remark = self._review.remarks[int(event.option_id)]
            self.app.push_screen(EvidenceScreen(remark, self._sitting, self._kit))

    def _look(self) -> None:
        """Look in a thread."""
        self._say("Looking at the sitting …")
        self.run_worker(self._make, thread=True, group="review", exit_on_error=False)

    def _say(self, line: str) -> None:
        """Say under the problem's name what goes on."""
        name = plain(self._sitting.problem.name)
        self.query_one("#review-title", Static).update(f"{name}\n{plain(line)}")

    def _tell(self, error: Exception) -> None:
        self.notify(plain(line_of(error)), title=title_of(error), markup=False)

    def _make(self) -> None:
        worker = get_current_worker()
        try:
            now = self._kit.clock.now()
            past = past_sittings(self._kit.store, now)
            if worker.is_cancelled:  # the person has left
                return
            review = review_sitting(self._sitting, past, self._kit.catalog)
        except Exception as error:  # whatever it is, it is told on the screen
            self.post_message(self.Made(error=error))
        else:
            self.post_message(self.Made(review))

    def _judge(self) -> None:
        review = self._review
        assert review is not None
        try:
            level = self._sitting.state.level
            demand_unlocked(self._kit.store, self._sitting.problem, level, self._kit.clock.read())
            review = judged(review, self._sitting, with_own_tests=True, with_integrity=True)
        except Exception as error:  # whatever it is, it is told on the screen
            self.post_message(self.Made(error=error))
        else:
            self.post_message(self.Made(review))

    def _show_remarks(self, review: Review) -> None:
        options: list[Option | None] = []
        number = 0
        for title, section in review.sections:
            if options:
                options.append(Option("", disabled=True))
            options.append(Option(Text(title, "bold underline"), disabled=True))
            for remark in section.remarks:
                options.append(Option(remark_row(remark), id=str(number)))
                number += 1
            if section.silence or not section.remarks:
                said = plain(section.silence) or "Nothing to remark."
                options.append(Option(Text(f"  {said}")))  # the cursor brings it into view
        remarks = self.query_one(OptionList)
        remarks.clear_options()
        remarks.add_options(options)
        remarks.highlighted = next(
            (at for at, option in enumerate(remarks.options) if not option.disabled), None
        )
        remarks.scroll_home(animate=False)
