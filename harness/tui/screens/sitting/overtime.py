"""OvertimeScreen: going on after the end, where runs are recorded apart and never score."""

from dataclasses import replace

from textual import on

from harness.session import Attempt, Phase, Summary
from harness.tui.screens.sitting.sitting import SittingScreen
from harness.tui.widgets.editor.solution_pane import SolutionPane
from harness.tui.widgets.header_line import Facts, RunFace


class OvertimeScreen(SittingScreen):
    """The sitting without its clock; the result stays what it was."""

    HELP = (
        "The sitting is over and its score stays. Go on as long as you like: runs open the next "
        "levels as before, and are kept apart."
    )

    @property
    def _attempts(self) -> tuple[Attempt, ...]:
        return self.sitting.state.overtime

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is no clock to stop."""
        return False if action == "pause" else super().check_action(action, parameters)

    @on(SolutionPane.SavedOutside)
    def run_saved_in_overtime(self) -> None:
        """A save in the person's own editor runs, as it did before the end."""
        if self.looks_on:
            return
        if self._runs.running:
            self._run_again = True
        else:
            self._run("Saved outside: running every test of the open levels.")

    def action_finish(self) -> None:
        """Go back to the result."""
        self._show_result()

    async def _look(self, summary: Summary) -> None:  # noqa: ARG002
        """No time runs out any more."""
        await self._show_unlocked()

    def _run(self, why: str) -> None:
        stop = self._kit.key("sitting.back")
        self._panes.tests.begin(f"Overtime: nothing scores. {why} {stop} stops.")
        self._runs.submit_overtime()
        self._refresh_header()

    def _facts(self, summary: Summary, run: RunFace, step: str) -> Facts:
        """Runs open levels here too, though the sitting's own level stays."""
        return replace(super()._facts(summary, run, step), level=self.sitting.state.open_level)

    def _next_step(self, phase: Phase) -> str:  # noqa: ARG002
        return f"overtime: {self._kit.key('sitting.run')} runs"
