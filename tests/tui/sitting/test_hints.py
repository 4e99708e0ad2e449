"""Hints in a sitting: offered, taken step by step, recorded; none in an exam."""

import pytest

from harness.catalog import Problem
from harness.tui.kit import Kit
from harness.tui.screens.aside.hints import HintsScreen
from tests.tui.play import open_sitting, screen_text, see, sitting_screen

HINTS = "# Hints\n\n## Gently\n\nLook.\n\n## 2 · Nearer\n\nThink.\n\n## Plainly\n\nReturn n.\n"


@pytest.fixture(autouse=True)
def hinted(problem: Problem) -> None:
    problem.level(1).hints_file.write_text(HINTS)


async def test_hints_come_one_at_a_time_and_only_when_asked_for(kit: Kit) -> None:
    app = open_sitting(kit, "practice")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3", "alt+h")
        await see(pilot, "Enter  show hint 1 of 3")
        await see(pilot, "A hint costs nothing in points. That you took it is recorded.")
        assert app.sitting.state.hints_of(1) == 0
        await pilot.press("enter")
        await see(pilot, "show hint 2 of 3")
        await see(pilot, "Look.")
        assert "Think." not in screen_text(app.screen)
        await pilot.press("escape", "alt+h", "enter")
        await see(pilot, "Think.")
        assert "2 · Nearer" in screen_text(app.screen)
        assert "2 · 2" not in screen_text(app.screen)
        assert "Look." in screen_text(app.screen)
        await pilot.press("enter")
        await see(pilot, "These are all")
        await pilot.press("enter", "escape")
        assert sitting_screen(pilot)
        await pilot.press("f10", "enter")
        await see(pilot, "3 hints taken: neither adds nor takes points")
    assert [hint.step for hint in app.sitting.state.hints] == [1, 2, 3]


async def test_an_exam_says_in_a_line_that_it_gives_none(kit: Kit) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3", "alt+h")
        await see(pilot, "In exam mode there are no hints.")
        assert not isinstance(app.screen, HintsScreen)
    assert not app.sitting.state.hints


async def test_a_level_without_hints_says_so(kit: Kit, problem: Problem) -> None:
    problem.level(1).hints_file.unlink()
    app = open_sitting(kit, "practice")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f3", "alt+h")
        await see(pilot, "counter has no hints for level 1.")
