"""Caps Lock: a letter that names a key is that key in either case, and text stays what it is."""

from dataclasses import replace

from harness.tui.app import HarnessApp
from harness.tui.conventions.settings import Settings
from harness.tui.kit import Kit
from harness.tui.screens.afterwards.progress import ProgressScreen
from harness.tui.screens.home.home import HomeScreen
from harness.tui.widgets.editor.code_editor import CodeEditor
from tests.tui.play import open_sitting, see, settled, until_screen


async def test_capitals_are_the_keys_that_the_footer_prints(kit: Kit) -> None:
    app = HarnessApp(kit)
    async with app.run_test(size=(80, 24)) as pilot:
        await see(pilot, "not tried yet")
        await pilot.press("P")
        await until_screen(pilot, ProgressScreen)
        await pilot.press("Q")
        await until_screen(pilot, HomeScreen)
        await pilot.press("slash", "P")
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_in_the_editor_they_are_text_and_with_alt_they_are_keys(kit: Kit) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3", "V")
        assert app.screen.query_one(CodeEditor).text.startswith("V")
        await pilot.press("alt+shift+v")
        await see(pilot, "Versions of solution.py")
        await pilot.press("escape")
        assert app.screen.query_one(CodeEditor).text.startswith("Vclass")


async def test_a_capital_that_settings_give_is_that_and_no_other(kit: Kit) -> None:
    kit = replace(kit, settings=Settings(keys={"home.progress": "R"}))
    app = HarnessApp(kit)
    async with app.run_test(size=(80, 24)) as pilot:
        await see(pilot, "not tried yet")
        await pilot.press("r")
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("R")
        await until_screen(pilot, ProgressScreen)
