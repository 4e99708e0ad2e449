"""TimelinePlot: when each level was worked on, its guide time, and every submission."""

from textual_plotext import PlotextPlot

from harness.review import Pace

_PASSED, _RUN, _SPENT, _GUIDE = "◆", "o", "█", "·"
LEGEND = f"{_SPENT} time  {_GUIDE} guide  {_RUN} run  {_PASSED} all passed"
"""Shapes tell them apart, not colours alone."""
_APART = 1 / 3
_LINES = 3
"""A level has three lines: its runs, its time, its guide."""
_FRAME = 4
_MARKS = 6
"""About as many marks on the axis of minutes."""


class TimelinePlot(PlotextPlot):
    """One row a level, level 1 at the top."""

    def show(self, pace: Pace) -> None:
        """Draw the timeline of a sitting in which some level was worked on."""
        self.plt.clear_data()
        end = max(pace.minutes, pace.moments[-1].second / 60, 1)
        rows = {level.level: -float(row) for row, level in enumerate(pace.levels)}
        for level in pace.levels:
            row, start = rows[level.level], level.opened / 60
            guide = [start, min(end, start + level.guide / 60)]
            self.plt.plot(guide, [row - _APART] * 2, marker=_GUIDE, color="gray")
            self.plt.plot(
                [start, start + level.spent / 60], [row] * 2, marker=_SPENT, color="blue+"
            )
        for marker, color in ((_RUN, "orange"), (_PASSED, "green+")):
            runs = [
                moment
                for moment in pace.moments
                if moment.what == "run"
                and moment.level in rows
                and (moment.total is not None and moment.passed == moment.total)
                == (marker == _PASSED)
            ]
            if runs:
                at = [moment.second / 60 for moment in runs]
                height = [rows[moment.level] + _APART for moment in runs]
                self.plt.scatter(at, height, marker=marker, color=color)
        self.plt.title("Minutes of the sitting")
        self.plt.xlim(0, end)
        self.plt.ylim(min(rows.values()) - 0.5, 0.5)
        self.styles.height = _LINES * len(rows) + _FRAME
        self.plt.yticks(list(rows.values()), [f"level {number}" for number in rows])
        step = max(5, round(end / _MARKS / 5) * 5)
        self.plt.xticks([float(minute) for minute in range(0, int(end) + 1, step)])
        self.refresh()
