"""The sizes and themes that every screen is pictured in."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import partial

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from harness.session import Sitting
from harness.tui.app import HarnessApp
from harness.tui.conventions.settings import Settings
from harness.tui.kit import Kit
from harness.tui.screens.home.ground import GroundScreen
from harness.tui.widgets.editor.code_editor import CodeEditor
from tests.tui.play import LOOKS, see_at_rest, until

Play = Callable[[Pilot[None]], Awaitable[None]]

_SIZES = {"80x24": (80, 24), "120x40": (120, 40), "200x60": (200, 60)}


@dataclass(frozen=True)
class Look:
    """One size and one theme, and how to take a picture in them."""

    size: tuple[int, int]
    theme: str
    compare: Callable[..., bool]

    def shows(self, kit: Kit, play: Play, sitting: Sitting | None = None) -> bool:
        """Open the app, play, and compare what is seen then with the picture that is kept."""
        app = HarnessApp(replace(kit, settings=Settings(theme=self.theme)), sitting)
        return self.compare(app, terminal_size=self.size, run_before=partial(_to_rest, play))


async def _to_rest(play: Play, pilot: Pilot[None]) -> None:
    """Play, then wait until nothing changes any more.

    Notices go and cursors stay, for they come and go by wall time.
    """
    await until(pilot, lambda: not _begins(pilot.app), "the first screen")
    await play(pilot)
    before, same = "", 0
    for _ in range(LOOKS):
        pilot.app.clear_notifications()
        for screen in pilot.app.screen_stack:
            for typed in screen.query(TextArea):
                typed.cursor_blink = False
            for typed_line in screen.query(Input):
                typed_line.cursor_blink = False
        await pilot.pause(0.05)
        now = pilot.app.export_screenshot()
        same = same + 1 if now == before else 0
        if same == 2:
            return
        before = now
    raise AssertionError("never at rest")


def _begins(app: App[None]) -> bool:
    """Whether no screen lies on the ground yet."""
    return isinstance(app.screen, GroundScreen)


def looks(*quick: str) -> pytest.MarkDecorator:
    """Ask for the fixture ``look`` in every size and theme; those not quick are slow."""
    return pytest.mark.parametrize(
        "look",
        [
            pytest.param((size, theme), id=name, marks=[] if name in quick else [pytest.mark.slow])
            for theme in ("dark", "light")
            for size_name, size in _SIZES.items()
            for name in [size_name if theme == "dark" else f"{size_name}-{theme}"]
        ],
        indirect=True,
    )


def pressing(*keys: str, words: str) -> Play:
    """Wait for the code, press keys, and wait for words."""

    async def play(pilot: Pilot[None]) -> None:
        editor = pilot.app.screen.query_one(CodeEditor)
        await until(pilot, lambda: editor.language == "python", "the code")
        await pilot.press("f3", *keys)
        await see_at_rest(pilot, words)

    return play
