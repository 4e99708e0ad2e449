"""Words that name a key name the one that is bound: in banners, bars, dialogs and notices."""

import ast
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from textual.screen import Screen

import harness.tui
from harness.errors import WrongUseError
from harness.tui.app import HarnessApp
from harness.tui.conventions.commands import COMMANDS, TABLE
from harness.tui.conventions.settings import Settings
from harness.tui.kit import Kit
from harness.tui.screens.anywhere.dialogs import Notice, Question
from harness.tui.screens.anywhere.help import HelpScreen
from harness.tui.screens.aside.design import DesignScreen
from harness.tui.screens.aside.difference import DifferenceScreen
from harness.tui.screens.aside.hints import HintsScreen
from harness.tui.screens.aside.versions import VersionsScreen
from harness.tui.screens.home.start import StartScreen
from tests.tui.doubles import FakeClock
from tests.tui.play import begin, open_sitting, played, screen_text, see, until

_KEY = re.compile(r"\b(?:(?:Ctrl|Alt|Shift)\+\S|F\d{1,2}\b|Esc(?:ape)?\b|[B-HJ-Z] [a-z]+s\b)")
"""A key of ours, as words would name it."""


def test_no_words_of_the_screens_name_a_key_of_their_own() -> None:
    table = Path(harness.tui.__file__).parent / "conventions" / "commands.py"
    named = []
    for file in sorted(Path(harness.tui.__file__).parent.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            said = node.value if isinstance(node, ast.Constant) else None
            if isinstance(said, str) and id(node) not in docstrings and _KEY.search(said):
                named.append((file, said))
    assert {file for file, _ in named} <= {table}, named


async def test_dialogs_name_the_keys_that_are_theirs(kit: Kit) -> None:
    problem = next(iter(kit.catalog.problems.values()))
    for level in problem.levels:
        level.hints_file.write_text("# Hints\n\n## Gently\n\nLook.\n")
    sitting = begin(kit, "practice")
    keys = {
        "question.no": "x",
        "question.yes": "o",
        "notice.close": "x",
        "start.back": "b",
        "design.skip": "f8",
        "hints.close": "x",
        "hints.next": "space",
        "versions.close": "x",
        "difference.mine": "1",
        "difference.theirs": "2",
        "difference.later": "3",
        "help.close": "x",
    }
    kit = replace(kit, settings=Settings(keys=keys))
    dialogs: dict[str, Screen[Any]] = {
        "O  do it     X  go back": Question("Really?", "Yes or no.", yes="do it"),
        "X  close": Notice(WrongUseError("Wrong.")),
        "B  go back": StartScreen(problem, kit),
        "F8  skip": DesignScreen("F2"),
        "Space  show hint 1 of 1     X  close": HintsScreen(sitting),
        "difference     X  go back": VersionsScreen(sitting, kit, ""),
        "1  keep mine     2  take theirs     3  decide later": DifferenceScreen("a", "b"),
        "X closes": HelpScreen([], ""),
    }
    app = HarnessApp(kit)
    async with app.run_test(size=(80, 24)) as pilot:
        await see(pilot, "in its first sitting")
        for said, dialog in dialogs.items():
            app.push_screen(dialog)
            await see(pilot, said)


async def test_home_and_the_bars_of_the_editor_name_the_keys_that_are_theirs(
    kit: Kit, clock: FakeClock
) -> None:
    keys = {
        "home.search": "s",
        "app.help": "f11",
        "find.case": "alt+u",
        "find.all": "alt+r",
        "find.close": "ctrl+q",
        "line.close": "ctrl+q",
    }
    app = HarnessApp(replace(kit, settings=Settings(keys=keys)))
    async with app.run_test(size=(120, 40)) as pilot:
        await see(pilot, "S\N{NO-BREAK SPACE}searches   F11\N{NO-BREAK SPACE}all")
    sitting = open_sitting(replace(kit, settings=Settings(keys=keys)))
    async with sitting.run_test(size=(160, 40)) as pilot:
        await pilot.press("f3", "ctrl+f")
        await see(pilot, "Alt+U case · Alt+R all · Ctrl+Q close")
        await pilot.press("ctrl+q", "ctrl+g")
        await see(pilot, "Ctrl+Q closes")
        await pilot.press("ctrl+q")
        await until(pilot, lambda: "closes" not in screen_text(sitting.screen), "the code alone")


async def test_a_version_that_came_back_tells_the_key_that_undoes_it(
    kit: Kit, clock: FakeClock
) -> None:
    app = HarnessApp(
        replace(kit, settings=Settings(keys={"editor.undo": "ctrl+u"})),
        played(kit, clock, "practice"),
    )
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("f3")
        await see(pilot, "not enough")
        await pilot.press("alt+v")
        await see(pilot, "Versions of")
        await pilot.press("down", "enter")
        await see(pilot, "Ctrl+U leads back")
        await until(pilot, lambda: "not enough" not in screen_text(app.screen), "the version")
        await pilot.press("ctrl+u")
        await see(pilot, "not enough")


def test_every_command_has_a_place_and_an_id_of_its_own() -> None:
    assert len(COMMANDS) == sum(map(len, TABLE.values()))
