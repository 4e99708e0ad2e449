"""Pictures of the screens beside the sitting, and of the main ones on a light ground."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from harness.catalog import Problem
from harness.session import Sitting
from harness.tui.app import HarnessApp
from harness.tui.conventions.settings import Settings
from harness.tui.kit import Kit
from harness.tui.screens.afterwards.progress import ProgressScreen
from harness.tui.screens.afterwards.result import ResultScreen
from harness.tui.screens.sitting.overtime import OvertimeScreen
from harness.tui.widgets.editor.code_editor import CodeEditor
from tests.tui.doubles import FakeClock, FakeGrader, passing
from tests.tui.own_tests_double import FakeOwnTests
from tests.tui.play import begin, screen_text, solution, until

Compare = Callable[..., bool]
Play = Callable[[Pilot[None]], Awaitable[None]]
SIZES = [
    pytest.param((120, 40), id="120x40"),
    pytest.param((80, 24), id="80x24", marks=pytest.mark.slow),
    pytest.param((200, 60), id="200x60", marks=pytest.mark.slow),
]
HINTS = "# Hints\n\n## Gently\n\nLook at `count`.\n\n## Plainly\n\nReturn n.\n"


def _submit(sitting: Sitting, text: str) -> None:
    solution(sitting).write_text(text)
    grader = FakeGrader(sitting.problem)
    sitting.submit(lambda source, level, tell: grader.grade(source, level, on_result=tell))


def _played(kit: Kit, clock: FakeClock, mode: str) -> Sitting:
    """A sitting in which level 1 is done and level 2 is not."""
    sitting = begin(kit, mode)
    clock.pass_minutes(12)
    _submit(sitting, passing(3))
    clock.pass_minutes(9)
    _submit(sitting, passing(3, 2) + "\n\ndef more() -> int:\n    return 1  # not enough\n")
    return sitting


async def _seen(pilot: Pilot[None], words: str) -> None:
    """Wait for words, and for the calm after them."""
    await until(pilot, lambda: words in screen_text(pilot.app.screen), words)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def _pressing(*keys: str, words: str) -> Play:
    """Wait for the code, press keys, and wait for words."""

    async def play(pilot: Pilot[None]) -> None:
        editor = pilot.app.screen.query_one(CodeEditor)
        await until(pilot, lambda: editor.language == "python", "the code")
        await pilot.press("f3", *keys)
        await _seen(pilot, words)

    return play


@pytest.mark.parametrize("size", SIZES)
def test_own_tests(
    kit: Kit, clock: FakeClock, size: tuple[int, int], snap_compare: Compare
) -> None:
    sitting = _played(kit, clock, "exam")
    (sitting.folder / "my_tests.py").write_text("# mine\n")
    app = HarnessApp(replace(kit, make_own_tests=FakeOwnTests()), sitting)
    play = _pressing("alt+m", words="assert 2 == 3")
    assert snap_compare(app, terminal_size=size, run_before=play)


@pytest.mark.parametrize("size", SIZES)
def test_hints(
    kit: Kit, clock: FakeClock, problem: Problem, size: tuple[int, int], snap_compare: Compare
) -> None:
    problem.level(2).hints_file.write_text(HINTS)
    app = HarnessApp(kit, _played(kit, clock, "practice"))
    play = _pressing("alt+h", "enter", words="Look at")
    assert snap_compare(app, terminal_size=size, run_before=play)


@pytest.mark.parametrize("size", SIZES)
def test_versions(kit: Kit, clock: FakeClock, size: tuple[int, int], snap_compare: Compare) -> None:
    app = HarnessApp(kit, _played(kit, clock, "practice"))
    play = _pressing("alt+v", "down", words="@@")
    assert snap_compare(app, terminal_size=size, run_before=play)


@pytest.mark.parametrize("size", SIZES)
def test_progress(kit: Kit, clock: FakeClock, size: tuple[int, int], snap_compare: Compare) -> None:
    for mode in ("exam", "practice"):
        _played(kit, clock, mode).finish()
        clock.pass_minutes(60)
    app = HarnessApp(kit)

    async def look(pilot: Pilot[None]) -> None:
        await _seen(pilot, "Last results")
        await pilot.app.push_screen(ProgressScreen(kit))
        await _seen(pilot, "2 sittings")

    assert snap_compare(app, terminal_size=size, run_before=look)


@pytest.mark.parametrize("size", SIZES)
def test_overtime(kit: Kit, clock: FakeClock, size: tuple[int, int], snap_compare: Compare) -> None:
    sitting = _played(kit, clock, "exam")
    sitting.finish()
    app = HarnessApp(kit)

    async def go_on(pilot: Pilot[None]) -> None:
        await _seen(pilot, "Last results")
        await pilot.app.push_screen(OvertimeScreen(sitting, kit))
        await _pressing(words="not enough")(pilot)

    assert snap_compare(app, terminal_size=size, run_before=go_on)


def _light(kit: Kit) -> Kit:
    return replace(kit, settings=Settings(theme="light"))


@pytest.mark.slow
def test_light_home(kit: Kit, clock: FakeClock, snap_compare: Compare) -> None:
    _played(kit, clock, "exam").finish()

    async def look(pilot: Pilot[None]) -> None:
        await _seen(pilot, "Last results")

    app = HarnessApp(_light(kit))
    assert snap_compare(app, terminal_size=(120, 40), run_before=look)


def test_light_sitting(kit: Kit, clock: FakeClock, snap_compare: Compare) -> None:
    app = HarnessApp(_light(kit), _played(kit, clock, "practice"))
    play = _pressing(words="Compared")
    assert snap_compare(app, terminal_size=(120, 40), run_before=play)


@pytest.mark.slow
def test_light_own_tests(kit: Kit, clock: FakeClock, snap_compare: Compare) -> None:
    sitting = _played(kit, clock, "exam")
    (sitting.folder / "my_tests.py").write_text("# mine\n")
    app = HarnessApp(replace(_light(kit), make_own_tests=FakeOwnTests()), sitting)
    play = _pressing("alt+m", words="assert 2 == 3")
    assert snap_compare(app, terminal_size=(120, 40), run_before=play)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["result", "progress"])
def test_light_looking_back(kit: Kit, clock: FakeClock, name: str, snap_compare: Compare) -> None:
    sitting = _played(kit, clock, "exam")
    sitting.finish()
    light = _light(kit)
    screen = ResultScreen(sitting, light) if name == "result" else ProgressScreen(light)
    words = "How the score came" if name == "result" else "1 sitting"

    async def look(pilot: Pilot[None]) -> None:
        await _seen(pilot, "Last results")
        await pilot.app.push_screen(screen)
        await _seen(pilot, words)

    app = HarnessApp(light)
    assert snap_compare(app, terminal_size=(120, 40), run_before=look)
