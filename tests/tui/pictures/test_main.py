"""Pictures of home, of a sitting at work, and of its result."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from harness.catalog import Catalog, Fault
from harness.tui.kit import Kit
from harness.tui.screens.afterwards.result import ResultScreen
from harness.tui.widgets.editor.code_editor import CodeEditor
from tests.tui.doubles import FakeClock
from tests.tui.pictures.looks import Look, looks, pressing
from tests.tui.play import begin, played, see_at_rest, solution

QUICK = ("120x40", "80x24")


@looks(*QUICK)
def test_home(kit: Kit, clock: FakeClock, look: Look) -> None:
    played(kit, clock, "exam").finish()
    clock.pass_minutes(60)
    begin(kit, "practice")
    fault = Fault(Path("bank"), "bank/problem.toml: key `minutes`: is missing; add it.")
    catalog = Catalog(kit.catalog.problems, (fault,))

    async def read(pilot: Pilot[None]) -> None:
        await see_at_rest(pilot, "best 175 of 500")

    assert look.shows(replace(kit, catalog=catalog), read)


@looks(*QUICK)
def test_start(kit: Kit, look: Look) -> None:
    async def choose(pilot: Pilot[None]) -> None:
        await see_at_rest(pilot, "not tried yet")
        await pilot.press("enter")
        await see_at_rest(pilot, "Your files")

    assert look.shows(kit, choose)


@pytest.mark.parametrize("pane", ["statement", "code", "tests"])
@looks(*QUICK)
def test_sitting(kit: Kit, clock: FakeClock, look: Look, pane: str) -> None:
    keys = {"statement": "f2", "code": "f3", "tests": "f4"}
    words = {"statement": "Statement of level 2", "code": "not enough", "tests": "Compared"}

    async def show(pilot: Pilot[None]) -> None:
        await pilot.press(keys[pane])
        await see_at_rest(pilot, words[pane])

    assert look.shows(kit, show, played(kit, clock, "practice"))


@looks(*QUICK)
def test_conflict(kit: Kit, clock: FakeClock, look: Look) -> None:
    sitting = played(kit, clock, "exam")

    async def collide(pilot: Pilot[None]) -> None:
        await pilot.press("f3")
        await see_at_rest(pilot, "not enough")
        pilot.app.screen.query_one(CodeEditor).insert("mine = 1\n", (0, 0))
        solution(sitting).write_text("theirs = 2\n")
        await see_at_rest(pilot, "while you typed")

    assert look.shows(kit, collide, sitting)


@looks(*QUICK)
def test_help(kit: Kit, clock: FakeClock, look: Look) -> None:
    assert look.shows(kit, pressing("f1", words="Esc closes"), played(kit, clock, "exam"))


@looks(*QUICK)
def test_result(kit: Kit, clock: FakeClock, look: Look) -> None:
    sitting = played(kit, clock, "exam")
    clock.pass_minutes(80)
    sitting.close_if_overdue()

    async def open_result(pilot: Pilot[None]) -> None:
        await see_at_rest(pilot, "Last results")
        await pilot.app.push_screen(ResultScreen(sitting, kit))
        await see_at_rest(pilot, "How the score came")

    assert look.shows(kit, open_result)
