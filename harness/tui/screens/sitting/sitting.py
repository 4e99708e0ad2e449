"""SittingScreen: the statement, the code and the tests of a running sitting."""

from textual import on
from textual.app import ComposeResult
from textual.events import ScreenResume
from textual.widgets import Footer

from harness.errors import HarnessError
from harness.grading import Report
from harness.session import SOLUTION, Attempt, Phase, Sitting, Summary
from harness.tui.conventions.commands import Place, bindings_of
from harness.tui.going import ToResult
from harness.tui.kit import Kit
from harness.tui.running.judge import Judge
from harness.tui.running.messages import JudgeFailed, RunEnded, TestCame
from harness.tui.running.own_runs import OwnRuns
from harness.tui.running.runs import Runs
from harness.tui.screens.anywhere.dialogs import Question
from harness.tui.screens.aside.questions import Answers, keep_design
from harness.tui.screens.sitting.file import FileScreen
from harness.tui.telling.failures import broken, failing_line, why_no_line
from harness.tui.telling.faults import line_of, title_of
from harness.tui.telling.level_news import level_news
from harness.tui.telling.next_step import next_step
from harness.tui.telling.pace import pace_news
from harness.tui.widgets.banner import Banner
from harness.tui.widgets.editor.solution_pane import SolutionPane
from harness.tui.widgets.header_line import NARROW_OR_WIDE, ROOMY, Facts, HeaderLine, RunFace
from harness.tui.widgets.verdicts.tests_pane import TestsPane


class SittingScreen(FileScreen):
    """Shows where the sitting stands and sends what the person wants; keeps no state of its own."""

    CSS_PATH = "sitting.tcss"
    AUTO_FOCUS = ""  # the pane in front takes it
    BLANK = True  # header, panes and footer cover it
    HORIZONTAL_BREAKPOINTS = NARROW_OR_WIDE
    HELP = (
        "Read the statement, write solution.py here or in your own editor (every save there runs "
        "the tests), and run often: the best submission counts, none costs anything. When all "
        "tests pass, the next level opens."
    )
    BINDINGS = bindings_of(Place.SITTING)

    def __init__(self, sitting: Sitting, kit: Kit, *, new: bool = False) -> None:
        """Open a sitting; a new one begins with the questions about its design."""
        super().__init__(sitting, kit)
        self._new = new and kit.settings.questions
        self._summary = sitting.summary()
        self._runs = Runs(self, sitting, Judge(sitting.problem, kit.make_grader))
        self._own_runs = OwnRuns(sitting, kit.make_own_tests)
        self._run_face = RunFace()
        self._shown_run = 0
        self._run_again = False
        self._ending = False
        self._resumed = False

    @property
    def _attempts(self) -> tuple[Attempt, ...]:
        """The runs that this screen is about."""
        return self.sitting.state.submissions

    def compose(self) -> ComposeResult:
        """Lay out header, panes and footer; narrow terminals see one pane at a time."""
        # What Textual does at the first resize; known now, everything is styled once less.
        self.add_class("-wide" if self.app.size.width >= ROOMY else "-narrow", update=False)
        yield HeaderLine(id="header")
        yield Banner()
        yield self._panes
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Show where the sitting stands; the judge is warmed once that is painted."""
        state = self.sitting.state
        self.claim()
        self.action_pane(self._panes.front)
        self._follow_runs()
        self._refresh_header()
        self.set_interval(1.0, self._tick)
        self.set_interval(self._kit.version_seconds, self.keep_version)
        waits = state.ungraded and not self.looks_on
        self.call_after_refresh(self._runs.settle if waits else self._runs.warm)
        if self._new:
            self._ask_design()
        elif not self.looks_on:
            self.call_after_refresh(self.offer_copy, self._open_outside)

    def on_screen_resume(self, event: ScreenResume) -> None:
        """At first everything was styled a moment ago, as it was mounted."""
        event.refresh_styles, self._resumed = self._resumed, True

    def on_unmount(self) -> None:
        """Let the judge go, what runs the person's own tests too, and let other windows type."""
        self._runs.close()
        self._own_runs.close()
        self.sitting.release()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done now."""
        if action in {"difference", "take_theirs"}:
            return self.is_mounted and self._panes.code.conflict
        if action == "pause":
            return self.sitting.mode.pausable
        return super().check_action(action, parameters)

    # Panes

    def action_pane(self, name: str) -> None:
        """Bring a pane to the front and put the focus into it."""
        self._panes.show(name)

    def action_next_pane(self) -> None:
        """Go to the next of the three panes."""
        self._panes.show_next()

    def action_back(self) -> None:
        """Stop the run; without one, go back to the list of tests or to the code."""
        if self._runs.running:
            self._run_again = False
            self._runs.cancel()
            self._refresh_header()
        elif self.focused is self._panes.tests.detail:
            self._panes.tests.focus_list()
        else:
            self.action_pane("code")

    # Running

    def action_run(self) -> None:
        """Save and submit."""
        if self._runs.running:
            self._tell("A run is going on", f"{self._kit.key('sitting.back')} stops it.")
        elif self._panes.code.conflict:
            self._tell_choose()
        elif self.sitting.summary().phase is Phase.PAUSED:
            self._tell_paused()
        elif self._saved():
            self._run("Running every test of the open levels.")

    @on(SolutionPane.SavedOutside)
    def run_saved_outside(self) -> None:
        """A save in the person's own editor is a submission."""
        phase = self.sitting.summary().phase
        if self._ending or self.looks_on or phase.over:
            return
        if phase is Phase.PAUSED:
            self._tell_paused()
            return
        if self.sitting.handed_over:
            key = self._kit.key("sitting.run")
            self._tell("Here is what the other window had not saved", f"Not submitted: {key} does.")
            return
        self._tell("Saved outside: running", SOLUTION)
        if self._runs.running:
            self._run_again = True
        else:
            self._run("Saved outside: running every test of the open levels.")

    @on(TestCame)
    def show_test(self, message: TestCame) -> None:
        """Show one verdict as it comes."""
        if self._runs.current(message.run):
            self._panes.tests.add(message.result)

    @on(TestsPane.Grown)
    def count_tests(self) -> None:
        """Count in the header what the list shows."""
        self._refresh_header()

    @on(RunEnded)
    async def show_run(self, message: RunEnded) -> None:
        """Show how a run ended, and what it unlocked."""
        stopped = self._runs.cancelled
        self._runs.over()
        if message.report is not None:
            self._shown_run = max(
                (each.number for each in self._attempts if each.judged is not None), default=0
            )
            self._show_report(message.report)
        elif stopped:
            self._run_face = RunFace("stopped", "stopped", "bold yellow")
            again = self._kit.key("sitting.run")
            self._panes.tests.stop(f"The run was stopped. {again} runs again.")
        elif message.error is not None:
            self._run_face = RunFace("no verdict", "no verdict", "bold magenta")
            self._panes.tests.stop(f"{title_of(message.error)}\n\n{line_of(message.error)}")
            self._tell_error(message.error)
        await self._show_unlocked()
        self._refresh_header()
        if self._ending:
            self._show_result()
        elif self._run_again:
            self._run_again = False
            self._run("Saved outside meanwhile: running again.")

    @on(JudgeFailed)
    def show_judge_failed(self, message: JudgeFailed) -> None:
        """Say why no run would work now."""
        self._tell_error(message.error)

    def action_own_tests(self) -> None:
        """Save, and run the tests that the person wrote."""
        from harness.tui.screens.aside.own_tests import OwnTestsScreen

        if self._panes.code.conflict:
            self._tell_choose()
        elif self._saved():
            self.app.push_screen(OwnTestsScreen(self.sitting, self._own_runs, self._kit))

    def action_hint(self) -> None:
        """Offer the next hint of the level, or say why there is none."""
        from harness.tui.screens.aside.hints import HintsScreen  # Markdown, as for statements

        try:
            self.app.push_screen(HintsScreen(self.sitting))
        except HarnessError as error:
            self._tell_error(error)

    def action_error_line(self) -> None:
        """Go to the line that the last run failed in."""
        self._go_to_line(self._panes.code.editor.marked_line)

    @on(TestsPane.LineWanted)
    def go_to_wanted_line(self, message: TestsPane.LineWanted) -> None:
        """Go to the line in which a test failed."""
        self._go_to_line(message.line)

    def _tell_paused(self) -> None:
        pause, run = self._kit.key("sitting.pause"), self._kit.key("sitting.run")
        self._tell("Not submitted: the clock stands", f"{pause} lets it run, then {run} submits.")

    def _go_to_line(self, line: int | None) -> None:
        if line is None:
            self._tell("No line is known", why_no_line(self._attempts))
        else:
            self._panes.code.editor.go_to_line(line)
            self.action_pane("code")

    def _ask_design(self) -> None:
        from harness.tui.screens.aside.design import DesignScreen

        self.app.push_screen(DesignScreen(self._kit.key("sitting.statement")), self._designed)

    def _designed(self, answers: Answers | None) -> None:
        if answers is not None:
            try:
                keep_design(self.sitting, answers)
            except HarnessError as error:
                self._tell_error(error)
        self._open_outside()

    def _open_outside(self) -> None:
        if self._kit.settings.editor == "outside":
            self.action_own_editor()

    # The clock and the end

    def action_pause(self) -> None:
        """Stop the clock, or let it go on."""
        standing = self.sitting.summary().phase is Phase.PAUSED
        try:
            self.sitting.resume() if standing else self.sitting.pause()
        except HarnessError as error:
            self._tell_error(error)
        self._refresh_header()

    def action_finish(self) -> None:
        """End the sitting, once the person has said so twice."""
        if self._ending:
            self._show_result()  # they stayed for what could not be saved
            return
        summary = self.sitting.summary()
        question = Question(
            "Finish the sitting?",
            f"The score stays {summary.score} of {summary.max_score}; nothing can be submitted "
            "afterwards. What is typed is saved but not run.",
            yes="finish",
            no="go on working",
        )
        self.app.push_screen(question, self._finish)

    def action_leave(self) -> None:
        """Go home; the sitting can be resumed there."""
        self._once_saved("leave", self.dismiss)

    def _finish(self, yes: bool | None) -> None:
        if yes and not self.looks_on:
            self._once_saved("finish", self._finish_now)

    def _finish_now(self) -> None:
        if self._ending:
            return
        try:
            self.sitting.finish()
        except HarnessError as error:
            self._tell_error(error)
        self.call_next(self._tick)

    async def _tick(self) -> None:
        """Look at the sitting and show it; a store that cannot be reached is told meanwhile."""
        try:
            self.watch_claim()
            summary = self.sitting.summary()
            await self._look(summary)
            self._follow_runs()
        except HarnessError as error:
            self.say_trouble(f"{error.title}: {error}")
        else:
            self.say_trouble()
            self._refresh_header(summary)

    async def _look(self, summary: Summary) -> None:
        """When time is up, or another process ended the sitting, end here too."""
        if summary.phase.over and not self._ending:
            self._end()
        elif summary.level > self._panes.statements.level:
            await self._show_unlocked()
        for title, line in pace_news(self._summary, summary):
            self._tell(title, line, "warning")
        self._summary = summary

    def _end(self) -> None:
        """Close the sitting with everything typed saved; a run under way is waited for."""
        self._ending = True
        self._panes.code.editor.read_only = True
        self._panes.code.save()
        self.sitting.close_if_overdue()
        if self._runs.running:
            self._tell("The sitting is over", "Your last submission is still being graded.")
        else:
            self._show_result()

    def _show_result(self) -> None:
        self._once_saved("see the result", self._go_to_result)

    def _go_to_result(self) -> None:
        self.post_message(ToResult(self.sitting, instead_of=self))

    async def _show_unlocked(self) -> None:
        """Add the new statements and say what is new; whoever types goes on typing."""
        level = self.sitting.state.open_level
        if level > self._panes.statements.level:
            await self._panes.statements.unlock(level)
            name = self.sitting.problem.level(level).name
            key = self._kit.key("sitting.statement")
            self._panes.tests.tell(level_news(self.sitting.problem.level(level), key))
            self._tell(f"Level {level} is open: {name}", f"{key} shows its statement.")

    @on(SolutionPane.Standing)
    def show_standing(self) -> None:
        """Show or clear what is wrong between editor and file."""
        self.say_trouble()
        self._refresh_header()
        self.refresh_bindings()

    # Showing

    def _follow_runs(self) -> None:
        """Show the verdict of the latest run, whoever made it: another window, or a command."""
        judged = [each for each in self._attempts if each.judged is not None]
        if judged and judged[-1].number != self._shown_run and not self._runs.running:
            self._shown_run = judged[-1].number
            if (report := judged[-1].report) is not None:
                self._show_report(report)

    def _show_report(self, report: Report) -> None:
        """Show a run: what it broke first, and the line it failed in."""
        red = broken(self.sitting.state)
        self._run_face = RunFace.of(report, len(red))
        self._panes.tests.show(report, red)
        self._panes.code.editor.mark(failing_line(report))

    def _run(self, why: str) -> None:
        self._panes.tests.begin(f"{why} {self._kit.key('sitting.back')} stops.")
        self._runs.submit()
        self._refresh_header()

    def _refresh_header(self, summary: Summary | None = None) -> None:
        summary = summary or self.sitting.summary()
        run, step = self._run_face, self._next_step(summary.phase)
        if self._runs.running:
            run = RunFace.under_way(self._panes.tests.came, self._panes.tests.failed)
            stop = self._kit.key("sitting.back")
            step = "stopping" if self._runs.cancelled else f"{stop} stops the run"
        elif self.looks_on:
            step = f"{self._kit.key('sitting.take-over')} takes over"
            if any(each.waits for each in self._attempts):
                run = RunFace("running in the other window", "running", "bold yellow")
        elif self._panes.code.conflict:
            step = f"{self._kit.key('sitting.difference')} shows both"
        self.query_one(HeaderLine).show(self._facts(summary, run, step))

    def _facts(self, summary: Summary, run: RunFace, step: str) -> Facts:
        return Facts.of(summary, run, step)

    def _next_step(self, phase: Phase) -> str:
        return next_step(self.sitting.state, phase, self._kit.key)
