"""Results as they come: the first at once, a flood of them without a layout for each."""

from textual.app import App, ComposeResult

from harness.catalog import Problem
from harness.grading import TestResult
from harness.tui.widgets.verdicts.tests_pane import TestsPane
from tests.tui.doubles import passing, report_of
from tests.tui.play import until


class PaneApp(App[None]):
    """The pane alone."""

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        self.pane = TestsPane(problem, withholds=False, line_key="L")
        self.grown = 0

    def compose(self) -> ComposeResult:
        yield self.pane

    def on_tests_pane_grown(self) -> None:
        self.grown += 1


def _listed(app: PaneApp) -> list[str]:
    """The tests in the list, each as it is shown."""
    return [str(leaf.label) for level in app.pane.list.root.children for leaf in level.children]


def _flood(problem: Problem) -> list[TestResult]:
    """Three hundred results, of which the 101st fails first."""
    good, bad = report_of(passing(3), 1, problem).tests[0], report_of("", 1, problem).tests[0]
    return [
        (bad if number >= 100 else good).model_copy(update={"id": f"level_1/t.py::t{number}"})
        for number in range(300)
    ]


def _flooded(app: PaneApp, problem: Problem) -> None:
    app.pane.begin("running")
    for result in _flood(problem):
        app.pane.add(result)


async def test_the_first_is_there_at_once_and_the_rest_come_together(problem: Problem) -> None:
    app = PaneApp(problem)
    async with app.run_test() as pilot:
        _flooded(app, problem)
        assert len(_listed(app)) == 1
        await until(pilot, lambda: app.pane.came == 300, "all of them")
        assert len(_listed(app)) == 300
        assert app.pane.failed == 200
        assert app.pane.detail.result is not None
        assert app.pane.detail.result.id == "level_1/t.py::t100"
        assert app.grown == 2  # the first, and all the others


async def test_what_was_stopped_stays_stopped(problem: Problem) -> None:
    app = PaneApp(problem)
    async with app.run_test() as pilot:
        _flooded(app, problem)
        app.pane.stop("The run was stopped.")
        await pilot.pause(0.3)
        assert len(_listed(app)) == 1
        assert "The run was stopped." in app.pane.detail.shown.plain


async def test_a_report_replaces_what_had_not_been_shown_yet(problem: Problem) -> None:
    app = PaneApp(problem)
    async with app.run_test() as pilot:
        _flooded(app, problem)
        app.pane.show(report_of(passing(3), 1, problem))
        await pilot.pause(0.3)
        assert len(_listed(app)) == 3
