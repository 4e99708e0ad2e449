"""Playing the app as a person does: by keys, and by looking at the screen."""

import asyncio
import sys
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path

from textual._context import visible_screen_stack
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip

from harness.session import MODES, Sitting
from harness.tui.app import HarnessApp
from harness.tui.kit import Kit
from harness.tui.screens.sitting.sitting import SittingScreen
from harness.tui.widgets.header_line import HeaderLine
from tests.tui.doubles import FakeClock, FakeGrader, passing

LOOKS = 1500
"""How often a screen is looked at before a wait is given up; each look takes about 20 ms."""


def tasks_as_in_a_terminal() -> None:
    """Begin every task at once, as the app does from Python 3.12 on; ``run_test`` alone does not."""
    if sys.version_info >= (3, 12):
        asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)


async def until(pilot: Pilot[None], seen: Callable[[], object], what: str) -> None:
    """Wait until something is seen."""
    for _ in range(LOOKS):
        if seen():
            await pilot.pause()
            return
        await pilot.pause(0.02)
    raise AssertionError(f"never seen: {what}\n{screen_text(pilot.app.screen)}")


def shows(pilot: Pilot[None], words: str) -> bool:
    """Whether the screen in front shows words."""
    return words in screen_text(pilot.app.screen)


async def see(pilot: Pilot[None], words: str) -> None:
    """Wait for words on the screen in front."""
    await until(pilot, lambda: shows(pilot, words), words)


async def see_at_rest(pilot: Pilot[None], words: str) -> None:
    """Wait for words on the screen in front, and for the calm after them."""
    await see(pilot, words)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def settled(pilot: Pilot[None]) -> str:
    """Wait until the screen in front no longer changes and return its text."""
    before, same = "", 0
    for _ in range(LOOKS):
        await pilot.pause(0.02)
        text = screen_text(pilot.app.screen)
        same = same + 1 if text == before else 0
        if same == 5:
            return text
        before = text
    raise AssertionError(f"never at rest\n{before}")


async def until_screen(pilot: Pilot[None], kind: type[Screen[None]]) -> None:
    """Wait until a screen of this kind is in front."""
    await until(pilot, lambda: isinstance(pilot.app.screen, kind), kind.__name__)


def screen_text(screen: Screen[object]) -> str:
    """What the screen shows, as lines of text."""
    width, height = screen.size
    return "\n".join(strip.text[:width].rstrip() for strip in painted(screen)[:height])


def painted(screen: Screen[object]) -> list[Strip]:
    """What the screen shows, line by line, with what lies behind a dialog as the app paints it."""
    # Unless told what lies behind, a dialog that is due to be painted anew shows nothing there.
    visible_screen_stack.set(screen.app._background_screens)
    return screen._compositor.render_strips()


def sitting_screen(pilot: Pilot[None]) -> SittingScreen:
    """The sitting in front."""
    assert isinstance(pilot.app.screen, SittingScreen), pilot.app.screen
    return pilot.app.screen


def header(pilot: Pilot[None]) -> str:
    """The header line of the sitting."""
    for screen in reversed(pilot.app.screen_stack):
        if isinstance(screen, SittingScreen):
            return screen.query_one(HeaderLine).text()
    raise AssertionError("no sitting is open")


def begin(kit: Kit, mode: str = "exam") -> Sitting:
    """Start a sitting behind the app's back."""
    problem = next(iter(kit.catalog.problems.values()))
    return Sitting.start(kit.store, problem, MODES[mode], kit.new_folder(problem), clock=kit.clock)


def played(kit: Kit, clock: FakeClock, mode: str) -> Sitting:
    """A sitting in which level 1 is done and level 2 is not."""
    sitting = begin(kit, mode)
    clock.pass_minutes(12)
    submit(sitting, passing(3))
    clock.pass_minutes(9)
    submit(sitting, passing(3, 2) + "\n\ndef more() -> int:\n    return 1  # not enough\n")
    return sitting


def submit(sitting: Sitting, text: str) -> None:
    """Write the file and submit it, as a command does."""
    solution(sitting).write_text(text)
    grader = FakeGrader(sitting.problem)
    sitting.submit(lambda source, level, tell: grader.grade(source, level, on_result=tell))


def solution(sitting: Sitting) -> Path:
    """The person's file."""
    return sitting.folder / "solution.py"


@dataclass
class OpenSitting:
    """An app in a fresh sitting, and that sitting."""

    app: HarnessApp
    sitting: Sitting

    @property
    def screen(self) -> Screen[object]:
        """The screen in front."""
        return self.app.screen

    def run_test(self, size: tuple[int, int]) -> AbstractAsyncContextManager[Pilot[None]]:
        """Run the app without a terminal."""
        return self.app.run_test(size=size, notifications=True)


def open_sitting(kit: Kit, mode: str = "exam") -> OpenSitting:
    """Start a sitting and open the app in it."""
    sitting = begin(kit, mode)
    return OpenSitting(HarnessApp(kit, sitting), sitting)
