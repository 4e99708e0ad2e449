"""After the end: the result first, then the same file without a clock and without a score."""

from harness.tui.kit import Kit
from harness.tui.screens.afterwards.result import ResultScreen
from harness.tui.screens.sitting.overtime import OvertimeScreen
from harness.tui.widgets.editor.code_editor import CodeEditor
from tests.tui.doubles import FakeClock, Graders, passing
from tests.tui.play import header, open_sitting, screen_text, solution, until, until_screen


async def test_overtime_goes_on_where_time_ended_and_scores_nothing(
    kit: Kit, clock: FakeClock, graders: Graders
) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f3", "m")
        clock.pass_minutes(91)
        await until_screen(pilot, ResultScreen)
        await until(pilot, lambda: "without a clock" in screen_text(app.screen), "the offer")
        await pilot.press("o")
        await until_screen(pilot, OvertimeScreen)
        await until(pilot, lambda: "overtime: F5 runs" in header(pilot), "the header")
        assert "the best submission counts" not in screen_text(app.screen)
        editor = app.screen.query_one(CodeEditor)
        await until(pilot, lambda: editor.text.startswith("m"), "what was typed")
        editor.replace(passing(3), (0, 0), editor.document.end)
        await pilot.press("f5")
        await until(pilot, lambda: "AC accepted 3/3" in header(pilot), "the verdict")
        await until(pilot, lambda: "level 2 of 3" in header(pilot), "level 2")
        assert "score 0 of 500" in header(pilot)
        solution(app.sitting).write_text(passing(3, 1))
        await until(pilot, lambda: "4/6" in header(pilot), "the run of a save outside")
        await pilot.press("f9", "f10")
        await until_screen(pilot, ResultScreen)
        assert "run 1, levels 1 to 1: 3 of 3 tests" in screen_text(app.screen)
        assert "run 2, levels 1 to 2: 4 of 6 tests" in screen_text(app.screen)
        assert "0 of 500 points" in screen_text(app.screen)
    assert app.sitting.state.submissions == ()
    assert len(app.sitting.state.overtime) == 2
