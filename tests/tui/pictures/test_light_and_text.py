"""Every screen in light and in dark, at three sizes: as text once, as contrast everywhere.

A screen shows the same words in both; what differs is colour, and colours must be told apart.
"""

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from harness.tui.app import HarnessApp
from harness.tui.conventions.settings import Settings
from harness.tui.kit import Kit
from harness.tui.screens.afterwards.progress import ProgressScreen
from harness.tui.screens.afterwards.result import ResultScreen
from tests.tui.doubles import FakeClock
from tests.tui.pictures.contrast import dull
from tests.tui.play import played, screen_text, see_at_rest, settled, until


@pytest.mark.slow
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_light_and_dark_show_the_same_and_both_can_be_read(
    kit: Kit, clock: FakeClock, size: tuple[int, int]
) -> None:
    sitting = played(kit, clock, "practice")
    sitting.finish()
    clock.pass_minutes(10)
    running = played(kit, clock, "exam")
    shown: dict[str, list[str]] = {}
    for theme in ("dark", "light"):
        app = HarnessApp(replace(kit, settings=Settings(theme=theme)), running)
        pages = shown[theme] = []
        async with app.run_test(size=size) as pilot:

            async def look(
                words: str, pilot: Pilot[None] = pilot, pages: list[str] = pages
            ) -> None:
                await until(pilot, lambda: words in screen_text(pilot.app.screen), words)
                pages.append(await settled(pilot))
                assert dull(pilot) == [], words

            await pilot.press("f3")
            await look("not enough")
            await pilot.press("f2")
            await look("Statement of level 2")
            await pilot.press("f4")
            await look("test_2_2")
            await pilot.press("f1")
            await look("Esc closes")
            await pilot.press("escape", "f10")
            await look("Finish the sitting?")
            await pilot.press("escape", "f12")
            await look("Last results")
            await pilot.press("end", "up", "enter")
            await look("Your files")
            await pilot.press("escape")
            await app.push_screen(ResultScreen(sitting, kit))
            await look("How the score came")
            await app.push_screen(ProgressScreen(kit))
            await look("the least held first")
    assert shown["dark"] == shown["light"]


async def test_what_lies_behind_a_dialog_is_seen_before_it_is_painted_anew_too(kit: Kit) -> None:
    app = HarnessApp(kit)
    async with app.run_test(size=(120, 40)) as pilot:
        await see_at_rest(pilot, "not tried yet")
        await pilot.press("enter")
        await see_at_rest(pilot, "Your files")
        seen = screen_text(app.screen)
        assert "Rehearse" in seen
        app.screen.refresh()
        assert screen_text(app.screen) == seen
