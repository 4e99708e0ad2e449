"""Every screen in light and in dark, at three sizes: as text once, as contrast everywhere.

A screen shows the same words in both; what differs is colour, and colours must be told apart.
"""

from dataclasses import replace

import pytest
from rich.color import Color, ColorType
from textual.pilot import Pilot

from harness.tui.app import HarnessApp
from harness.tui.conventions.settings import Settings
from harness.tui.kit import Kit
from harness.tui.screens.afterwards.progress import ProgressScreen
from harness.tui.screens.afterwards.result import ResultScreen
from tests.tui.doubles import FakeClock
from tests.tui.pictures.test_snapshots import _played
from tests.tui.play import screen_text, settled, until

SIZES = [
    (80, 24),
    pytest.param((120, 40), marks=pytest.mark.slow),
    pytest.param((200, 60), marks=pytest.mark.slow),
]
READABLE = 2.9
"""The least contrast of a word with its ground; 3 is what WCAG asks of large text, rounded."""


def _luminance(color: Color) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in color.get_truecolor())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _dull(pilot: Pilot[None]) -> list[str]:
    """The words of the screen in front that can hardly be read."""
    app = pilot.app
    dull = []
    dialogs = app.screen.query(".dialog")  # what is around a dialog is dimmed on purpose
    seen = dialogs.first().region if dialogs else app.screen.region
    for painted in app.screen._compositor.render_strips()[seen.y : seen.bottom]:
        strip = painted.crop(seen.x, seen.right)
        for line_filter in app.get_line_filters():
            strip = strip.apply_filter(line_filter, app.screen.background_colors[0])
        for segment in strip:
            style = segment.style
            if style is None or not any(letter.isalnum() for letter in segment.text):
                continue
            front, ground = style.color, style.bgcolor
            if front is None or ground is None or ColorType.DEFAULT in (front.type, ground.type):
                continue
            bright, dark = sorted((_luminance(front), _luminance(ground)), reverse=True)
            if (bright + 0.05) / (dark + 0.05) < READABLE:
                dull.append(f"{segment.text!r} {style}")
    return dull


@pytest.mark.parametrize("size", SIZES)
async def test_light_and_dark_show_the_same_and_both_can_be_read(
    kit: Kit, clock: FakeClock, size: tuple[int, int]
) -> None:
    sitting = _played(kit, clock, "practice")
    sitting.finish()
    clock.pass_minutes(10)
    running = _played(kit, clock, "exam")
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
                assert _dull(pilot) == [], words

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
