"""A drill, chosen with its level at home."""

import pytest

from harness.tui.app import HarnessApp
from harness.tui.kit import Kit
from harness.tui.screens.afterwards.result import ResultScreen
from harness.tui.screens.sitting.sitting import SittingScreen
from harness.tui.widgets.editor.code_editor import CodeEditor
from tests.tui.doubles import Graders, passing
from tests.tui.play import header, screen_text, sitting_screen, until, until_screen


@pytest.mark.slow
async def test_a_drill_of_one_level_is_chosen_and_played(kit: Kit, graders: Graders) -> None:
    app = HarnessApp(kit)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "not tried yet" in screen_text(app.screen), "the problem")
        await pilot.press("enter")
        await until(pilot, lambda: "Drill" in screen_text(app.screen), "the modes")
        await pilot.press("end", "enter")
        await until(
            pilot, lambda: "Drill level 3: Reset · 30 min" in screen_text(app.screen), "the levels"
        )
        assert not kit.sittings_folder.exists()
        await pilot.press("down", "enter", "escape")
        await until_screen(pilot, SittingScreen)
        sitting = sitting_screen(pilot).sitting
        assert (sitting.mode.name, sitting.state.started.first_level) == ("drill", 2)
        await until(pilot, lambda: "level 2/2" in header(pilot), "the level")
        editor = app.screen.query_one(CodeEditor)
        await until(pilot, lambda: editor.text == sitting.starter.decode(), "its starter")
        editor.replace(passing(3, 3), (0, 0), editor.document.end)
        await pilot.press("f5")
        await until(pilot, lambda: "AC 6/6" in header(pilot), "the verdict")
        await pilot.press("f10", "enter")
        await until_screen(pilot, ResultScreen)
        worth = sitting.state.max_score
        await until(
            pilot, lambda: f"{worth} of {worth} points" in screen_text(app.screen), "the score"
        )
        await pilot.press("escape")
        last = f"last {worth} of {worth}, drill"  # the best is told of the whole problem only
        await until(pilot, lambda: last in screen_text(app.screen), "the record")
        assert "best" not in screen_text(app.screen)
