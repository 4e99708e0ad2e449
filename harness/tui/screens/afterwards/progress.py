"""ProgressScreen: scores over sittings, time per level, concepts; as plots or as tables."""

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer, Static
from textual_plotext import PlotextPlot

from harness.errors import HarnessError
from harness.tui.conventions.commands import Place, bindings_of
from harness.tui.kit import Kit
from harness.tui.screens.afterwards.progress_text import concept_table, tables
from harness.tui.screens.anywhere.dialogs import Notice
from harness.tui.telling.progress import Progress, read_progress

_NOTHING = "Nothing to show yet: finish a sitting, then come back."


class ProgressScreen(Screen[None]):
    """Reads the store once; nothing is kept of it."""

    CSS_PATH = "progress.tcss"
    HELP = "How you are getting on over all sittings that are over."
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.PROGRESS)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown = False

    def compose(self) -> ComposeResult:
        """Hold plots, tables and concepts; either plots or tables are seen."""
        with VerticalScroll(id="progress-page"):
            yield Static("Reading …", id="progress-title", markup=False)
            with Horizontal(id="progress-plots"):
                yield PlotextPlot(id="progress-scores")
                yield PlotextPlot(id="progress-times")
            yield Static(id="progress-tables")
            yield Static(id="progress-concepts")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Read in a thread."""
        self.query_one("#progress-tables").display = False
        self.query_one("#progress-plots").display = False
        self.query_one("#progress-page").focus()
        # Not before the first painting: what grows until then may stay as high as it was.
        self.call_after_refresh(self.run_worker, self._read, thread=True, exit_on_error=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer another view of what is there only."""
        if action == "other_view":
            return self._shown
        return super().check_action(action, parameters)

    def action_other_view(self) -> None:
        """Show tables instead of plots, or plots again."""
        for name in ("#progress-plots", "#progress-tables"):
            part = self.query_one(name)
            part.display = not part.display

    def _read(self) -> None:
        try:
            progress = read_progress(self._kit.store, self._kit.clock.now())
        except HarnessError as error:
            self.app.call_from_thread(self.app.push_screen, Notice(error))
        else:
            self.app.call_from_thread(self._show, progress)

    def _show(self, progress: Progress) -> None:
        count = len(progress.sittings)
        title = Text("Progress", "bold")
        title.append(f"  {_counted(count)}" if count else f"\n\n{_NOTHING}", "dim")
        self.query_one("#progress-title", Static).update(title)
        if not count:
            return
        self._shown = True
        self.refresh_bindings()
        self.query_one("#progress-plots").display = True
        self.query_one("#progress-tables", Static).update(tables(progress, self._kit))
        self.query_one("#progress-concepts", Static).update(
            concept_table(progress, self._kit.clock.now())
        )
        self._plot_scores(progress)
        self._plot_times(progress)

    def _plot_scores(self, progress: Progress) -> None:
        plot = self.query_one("#progress-scores", PlotextPlot)
        at = [float(number) for number, _ in enumerate(progress.sittings, start=1)]
        percents = [done.percent for done in progress.sittings]
        plot.plt.title("Score in percent, by sitting")
        plot.plt.plot(at, percents, marker="braille")
        plot.plt.scatter(at, percents, marker="o")
        plot.plt.ylim(0, 100)
        plot.plt.yticks([0, 25, 50, 75, 100])
        plot.plt.xticks(at if len(at) <= 12 else at[:: len(at) // 6])
        plot.refresh()

    def _plot_times(self, progress: Progress) -> None:
        plot = self.query_one("#progress-times", PlotextPlot)
        at = [float(time.number) for time in progress.times]
        plot.plt.title("Minutes per level; x is the guide")
        plot.plt.bar(at, [time.spent for time in progress.times], width=0.4)
        plot.plt.scatter(at, [time.guide for time in progress.times], marker="x")
        plot.plt.xticks(at, [f"level {time.number}" for time in progress.times])
        plot.refresh()


def _counted(sittings: int) -> str:
    return f"{sittings} sitting{'' if sittings == 1 else 's'}"
