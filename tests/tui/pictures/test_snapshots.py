"""Pictures of the screens; look at them after every change: `pytest --snapshot-update`."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from harness.catalog import Catalog, Fault
from harness.session import Sitting
from harness.tui.app import HarnessApp
from harness.tui.kit import Kit
from harness.tui.screens.afterwards.result import ResultScreen
from harness.tui.widgets.editor.code_editor import CodeEditor
from tests.tui.doubles import FakeClock, FakeGrader, passing
from tests.tui.play import begin, screen_text, solution, until

Compare = Callable[..., bool]
SIZES = [
    pytest.param((120, 40), id="120x40"),
    pytest.param((80, 24), id="80x24"),
    pytest.param((200, 60), id="200x60", marks=pytest.mark.slow),
]


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


def _seen(words: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Wait for words, and for the calm after them."""

    async def wait(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: words in screen_text(pilot.app.screen), words)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    return wait


@pytest.mark.parametrize("size", SIZES)
def test_home(kit: Kit, clock: FakeClock, size: tuple[int, int], snap_compare: Compare) -> None:
    _played(kit, clock, "exam").finish()
    clock.pass_minutes(60)
    begin(kit, "practice")
    catalog = Catalog(
        kit.catalog.problems,
        (Fault(Path("bank"), "bank/problem.toml: key `minutes`: is missing; add it."),),
    )
    app = HarnessApp(replace(kit, catalog=catalog))
    assert snap_compare(app, terminal_size=size, run_before=_seen("best 175 of 500"))


@pytest.mark.parametrize("size", SIZES)
def test_start(kit: Kit, size: tuple[int, int], snap_compare: Compare) -> None:
    async def choose(pilot: Pilot[None]) -> None:
        await _seen("not tried yet")(pilot)
        await pilot.press("enter")
        await _seen("Your files")(pilot)

    assert snap_compare(HarnessApp(kit), terminal_size=size, run_before=choose)


@pytest.mark.parametrize("pane", ["statement", "code", "tests"])
@pytest.mark.parametrize("size", SIZES)
def test_sitting(
    kit: Kit, clock: FakeClock, size: tuple[int, int], pane: str, snap_compare: Compare
) -> None:
    app = HarnessApp(kit, _played(kit, clock, "practice"))
    keys = {"statement": "f2", "code": "f3", "tests": "f4"}
    words = {"statement": "Statement of level 2", "code": "not enough", "tests": "Compared"}

    async def show(pilot: Pilot[None]) -> None:
        await pilot.press(keys[pane])
        await _seen(words[pane])(pilot)

    assert snap_compare(app, terminal_size=size, run_before=show)


@pytest.mark.parametrize("size", SIZES)
def test_conflict(kit: Kit, clock: FakeClock, size: tuple[int, int], snap_compare: Compare) -> None:
    sitting = _played(kit, clock, "exam")
    app = HarnessApp(kit, sitting)

    async def collide(pilot: Pilot[None]) -> None:
        await pilot.press("f3")
        await _seen("not enough")(pilot)
        pilot.app.screen.query_one(CodeEditor).insert("mine = 1\n", (0, 0))
        solution(sitting).write_text("theirs = 2\n")
        await _seen("while you typed")(pilot)

    assert snap_compare(app, terminal_size=size, run_before=collide)


@pytest.mark.parametrize("size", SIZES)
def test_help(kit: Kit, clock: FakeClock, size: tuple[int, int], snap_compare: Compare) -> None:
    app = HarnessApp(kit, _played(kit, clock, "exam"))

    async def ask(pilot: Pilot[None]) -> None:
        await pilot.press("f3")
        await _seen("not enough")(pilot)
        await pilot.press("f1")
        await _seen("Esc closes")(pilot)

    assert snap_compare(app, terminal_size=size, run_before=ask)


@pytest.mark.parametrize("size", SIZES)
def test_result(kit: Kit, clock: FakeClock, size: tuple[int, int], snap_compare: Compare) -> None:
    sitting = _played(kit, clock, "exam")
    clock.pass_minutes(80)
    sitting.close_if_overdue()

    app = HarnessApp(kit)

    async def open_result(pilot: Pilot[None]) -> None:
        await _seen("Last results")(pilot)
        screen: Screen[None] = ResultScreen(sitting, kit)
        await pilot.app.push_screen(screen)
        await _seen("How the score came")(pilot)

    assert snap_compare(app, terminal_size=size, run_before=open_result)
