"""What the first paint of a sitting waits for, and what comes after it."""

import subprocess
import sys
from collections import Counter
from typing import Any

import pytest
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.widgets import Markdown

from harness.tui.kit import Kit
from harness.tui.screens.home.home import HomeScreen
from harness.tui.widgets.editor.code_editor import CodeEditor
from harness.tui.widgets.header_line import HeaderLine
from harness.tui.widgets.panes import Panes
from harness.tui.widgets.statement_page import StatementPage
from harness.tui.widgets.verdicts.tests_pane import TestsPane
from tests.tui.play import open_sitting, screen_text, settled, until, until_screen

_DEAR = ("markdown_it", "textual_plotext", "pytest", "hypothesis", "harness.review")
"""What takes long to import, and no first paint needs."""
_FIRST = "harness.tui.app, harness.tui.screens.home.home, harness.tui.screens.sitting.sitting"
"""The app, and the screens it may begin with."""


def test_the_screens_import_nothing_dear() -> None:
    code = f"import sys, {_FIRST}; print([n for n in {_DEAR!r} if n in sys.modules])"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert run.stdout.strip() == "[]"


async def test_a_sitting_that_is_opened_at_once_builds_no_home_before_it_is_left(
    kit: Kit,
) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(80, 24)) as pilot:
        assert not any(isinstance(each, HomeScreen) for each in app.app.screen_stack)
        await pilot.press("f12")
        await until_screen(pilot, HomeScreen)
        await until(pilot, lambda: "Resume" in screen_text(app.screen), "the sitting at home")


async def test_what_a_sitting_shows_at_first_is_styled_once(
    kit: Kit, monkeypatch: pytest.MonkeyPatch
) -> None:
    styled: Counter[type[DOMNode]] = Counter()
    apply = Stylesheet.apply

    def counted(self: Stylesheet, node: DOMNode, **options: Any) -> None:
        styled[type(node)] += 1
        apply(self, node, **options)

    monkeypatch.setattr(Stylesheet, "apply", counted)
    app = open_sitting(kit)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert app.screen.query_one(HeaderLine).size.height == 1, "its styles were known by then"
        assert [styled[each] for each in (HeaderLine, Panes, TestsPane)] == [1, 1, 1]


async def test_a_statement_is_read_at_once_and_dressed_when_it_is_seen(kit: Kit) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(120, 40)) as pilot:
        page = app.screen.query_one(StatementPage)
        await until(pilot, lambda: page.query(Markdown), "the statement as Markdown")
        await until(pilot, lambda: not page.query(".statement-source"), "nothing twice")
        assert "Statement of level 1" in screen_text(app.screen)


async def test_the_code_is_there_before_it_is_highlighted(kit: Kit) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(120, 40)) as pilot:
        editor = app.screen.query_one(CodeEditor)
        assert editor.text
        await until(pilot, lambda: editor.language == "python", "highlighting")
