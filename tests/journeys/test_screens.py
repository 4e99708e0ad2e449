"""The whole product behind the screens: a built-in problem and the real grader."""

from functools import partial
from pathlib import Path

from textual.pilot import Pilot

from harness.catalog import load_catalog
from harness.session import Store, SystemClock
from harness.tui.app import HarnessApp
from harness.tui.kit import Kit
from harness.tui.screens.afterwards.result import ResultScreen
from harness.tui.screens.sitting.sitting import SittingScreen
from harness.tui.widgets.editor.code_editor import CodeEditor
from tests.tui.play import header, screen_text, tasks_as_in_a_terminal, until, until_screen

LOOP = "class KeyValueStore:\n    def __init__(self):\n        while True:\n            pass\n"


def _in_header(pilot: Pilot[None], words: str) -> bool:
    return words in header(pilot)


async def _start(pilot: Pilot[None]) -> Path:
    """Press what a newcomer presses, and return the folder of the sitting."""
    app = pilot.app
    await until(pilot, lambda: "Key-value store" in screen_text(app.screen), "the problem")
    await pilot.press("enter")
    await until(pilot, lambda: "Your files" in screen_text(app.screen), "the modes")
    await pilot.press("enter")
    await until(pilot, lambda: "Start the clock" in screen_text(app.screen), "the question")
    await pilot.press("enter")
    await until(pilot, lambda: "Before the code" in screen_text(app.screen), "the questions")
    await pilot.press("escape")
    await until_screen(pilot, SittingScreen)
    assert isinstance(app.screen, SittingScreen)
    return app.screen.sitting.folder


async def test_a_newcomer_reaches_600_by_keyboard_alone(store: Store, tmp_path: Path) -> None:
    tasks_as_in_a_terminal()
    catalog = load_catalog()
    references = catalog.problem("key_value_store").folder / "submissions" / "accepted"
    app = HarnessApp(Kit(catalog, store, SystemClock(), tmp_path / "sittings"))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        folder = await _start(pilot)
        await pilot.press("f3")
        editor = app.screen.query_one(CodeEditor)
        await until(pilot, lambda: app.screen.focused is editor, "the editor")

        # Level 1: a loop first; every key answers meanwhile, and Escape stops it.
        editor.replace(LOOP, (0, 0), editor.document.end)
        await pilot.press("f5")
        await until(pilot, lambda: "running" in header(pilot), "the run")
        await pilot.press("ctrl+end", "number_sign")
        assert editor.text == LOOP + "#"
        await pilot.press("escape")
        await until(pilot, lambda: "stopped" in header(pilot), "the stop")

        # Then pasted into the editor.
        reference = (references / "level_1.py").read_text()
        editor.replace(reference, (0, 0), editor.document.end)
        await pilot.press("f5")
        await until(pilot, lambda: "level 2 of 4" in header(pilot), "level 2")
        assert (folder / "level_2" / "statement.md").exists()

        # The others are written by another editor; each save runs by itself.
        for level in (2, 3, 4):
            reference = (references / f"level_{level}.py").read_text()
            (folder / "solution.py").write_text(reference)
            points = (0, 100, 230, 400, 600)[level]
            score = f"score {points} of 600"
            await until(pilot, partial(_in_header, pilot, score), score)
        assert "F10 finishes" in header(pilot)

        await pilot.press("f10")
        await until(pilot, lambda: "Finish the sitting?" in screen_text(app.screen), "the question")
        await pilot.press("enter")
        await until_screen(pilot, ResultScreen)
        assert "600 of 600 points" in screen_text(app.screen)
        assert "520 generally advances" in screen_text(app.screen)
