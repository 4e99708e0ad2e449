"""What may befall a sitting: other sizes, files that go, a program that is killed, other editors."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from textual.app import App

from harness.tui.app import HarnessApp
from harness.tui.conventions.settings import Settings
from harness.tui.kit import Kit
from harness.tui.screens.afterwards.result import ResultScreen
from harness.tui.screens.home.home import HomeScreen
from harness.tui.widgets.editor.code_editor import CodeEditor
from tests.tui.doubles import FakeClock, Graders, passing
from tests.tui.play import header, open_sitting, screen_text, see, solution, until, until_screen

SMALL, LARGE = (80, 24), (200, 60)


@pytest.mark.slow
async def test_every_screen_lives_through_every_size(kit: Kit, clock: FakeClock) -> None:
    app = HarnessApp(kit)
    async with app.run_test(size=LARGE, notifications=True) as pilot:

        async def both_sizes(words: str) -> None:
            for size in (SMALL, LARGE):
                await pilot.resize_terminal(*size)
                await until(pilot, lambda: words in screen_text(app.screen), f"{words} at {size}")
                assert app.screen.size == size

        await both_sizes("not tried yet")
        await pilot.press("enter")
        await both_sizes("Your files")
        await pilot.press("enter")
        await both_sizes("start the clock")
        await pilot.press("enter")
        await both_sizes("Before the code")
        await pilot.press("escape")
        await both_sizes("Statement of level 1")
        await pilot.press("f3", "k", "e", "p", "t")
        await both_sizes("kept")
        editor = app.screen.query_one(CodeEditor)
        assert editor.cursor_location == (0, 4)
        assert app.screen.focused is editor
        await pilot.press("ctrl+f")
        await both_sizes("Alt+C case")
        await pilot.press("escape")
        editor.replace(passing(1), (0, 0), editor.document.end)
        await pilot.press("f5")
        await until(pilot, lambda: "1/3" in header(pilot), "the verdict")
        await pilot.press("f4")
        await both_sizes("test_1_1")
        await pilot.press("f1")
        await both_sizes("Esc closes")
        await pilot.press("escape", "f10")
        await both_sizes("Finish the sitting?")
        await pilot.press("enter")
        await until_screen(pilot, ResultScreen)
        await both_sizes("How the score came")
        await pilot.press("escape")
        await until_screen(pilot, HomeScreen)
        await both_sizes("Last results")
        await pilot.press("p")
        await both_sizes("concept")


async def test_a_terminal_too_small_says_so_and_nothing_is_lost(kit: Kit) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(20, 5)) as pilot:
        await see(pilot, "Too small: 20x5.")
        assert "50x12 is needed." in screen_text(app.screen)
        await pilot.resize_terminal(40, 20)
        await see(pilot, "Too small: 40x20.")
        await pilot.resize_terminal(*SMALL)
        await see(pilot, "Statement of level 1")
        await pilot.press("f3", *"kept")
        await pilot.resize_terminal(79, 5)
        await see(pilot, "Too small: 79x5.")
        await pilot.press("x")
        await pilot.resize_terminal(50, 12)
        await see(pilot, "kept")
        editor = app.screen.query_one(CodeEditor)
        assert editor.text.startswith("keptclass")
        assert app.screen.focused is editor


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
async def test_a_file_made_unreadable_is_told(kit: Kit) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "Counter" in screen_text(app.screen), "the start")
        file = solution(app.sitting)
        file.write_text("hidden = 1\n")
        file.chmod(0)
        await until(pilot, lambda: "cannot be read" in screen_text(app.screen), "the notice")
        file.chmod(0o644)
        await until(pilot, lambda: "hidden" in screen_text(app.screen), "the text again")


async def test_a_file_that_the_disk_refuses_is_told_and_typing_goes_on(
    kit: Kit, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f3")
        file = solution(app.sitting)
        refusing = True
        read = Path.read_bytes

        def refuse(self: Path) -> bytes:
            if refusing and self == file:
                raise PermissionError(13, "Permission denied")
            return read(self)

        monkeypatch.setattr(Path, "read_bytes", refuse)
        file.write_text("theirs = 1\n")
        await until(pilot, lambda: "Permission denied" in screen_text(app.screen), "the notice")
        await pilot.press("m")
        editor = app.screen.query_one(CodeEditor)
        assert editor.text.startswith("m")
        await pilot.press("f5")
        await pilot.pause()
        assert file.read_text() == "theirs = 1\n"
        refusing = False
        await until(pilot, lambda: "while you typed" in screen_text(app.screen), "both changed")


async def test_the_own_editor_gets_the_file_and_what_it_saved_runs(
    kit: Kit, graders: Graders, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[list[str]] = []

    def edit(command: list[str], *, check: bool) -> None:
        opened.append(command)
        Path(command[-1]).write_text(passing(3))

    monkeypatch.setattr("harness.tui.files.own_editor.subprocess.run", edit)
    monkeypatch.setenv("VISUAL", "nano")
    monkeypatch.setattr(App, "suspend", lambda self: _Suspended())
    app = open_sitting(kit)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f3", "down", "x", "ctrl+o")
        await until(pilot, lambda: "level 2 of 3" in header(pilot), "level 2")
        file = solution(app.sitting)
        assert opened == [["nano", "+2", str(file)]]
        assert app.screen.query_one(CodeEditor).text == passing(3)
        await pilot.press("ctrl+z")
        assert "x" in app.screen.query_one(CodeEditor).text


async def test_an_editor_that_cannot_be_started_is_told(
    kit: Kit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor-anywhere")
    monkeypatch.setattr(App, "suspend", lambda self: _Suspended())
    app = open_sitting(replace(kit, settings=Settings(editor="outside")))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "cannot be started" in screen_text(app.screen), "the notice")


async def test_where_no_terminal_can_be_given_that_is_told(kit: Kit) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+o")
        await until(pilot, lambda: "every save runs" in screen_text(app.screen), "the notice")


class _Suspended:
    """What ``App.suspend`` gives where there is a terminal."""

    def __enter__(self) -> None: ...

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        assert kind is None, "Textual resumes nothing after an error: the terminal is frozen"


async def test_killed_at_work_and_taken_up_at_the_same_cursor(kit: Kit) -> None:
    """The first program ends without any chance to tidy up, as by kill -9."""
    app = open_sitting(kit)
    killed = f"""
import asyncio, os, sys
from pathlib import Path
from dataclasses import replace
from harness.catalog import Catalog, load_problem
from harness.session import Store
from harness.tui.app import HarnessApp
from harness.tui.kit import Kit
from harness.session import Sitting
from harness.tui.widgets.editor.code_editor import CodeEditor
from tests.tui.doubles import FakeClock, Graders

async def main():
    problem = load_problem(Path({str(app.sitting.problem.folder)!r}))
    catalog = Catalog({{problem.id: problem}}, ())
    store = Store(Path({str(kit.store.file)!r}))
    clock = FakeClock()
    kit = Kit(catalog, store, clock, make_grader=Graders(), autosave_seconds=0.05)
    sitting = Sitting.open(store, {app.sitting.id!r}, catalog, clock=clock)
    app = HarnessApp(kit, sitting)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3", "o", "n", "e", "enter", "t", "w", "o", "left")
        editor = app.screen.query_one(CodeEditor)
        kept = store.file.parent / "editing" / (sitting.id + ".json")
        # The cursor passes that place while it types too; so the whole text must be there.
        ends = '"text": "one\\\\ntwo', '"selection": [[1, 2]'
        while not (kept.exists() and all(end in kept.read_text() for end in ends)):
            await pilot.pause(0.02)
        os.kill(os.getpid(), 9)

asyncio.run(main())
"""
    top = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", killed], cwd=top, check=False, timeout=100)
    assert done.returncode == -9
    async with app.run_test(size=(80, 24)) as pilot:
        editor = app.screen.query_one(CodeEditor)
        await until(pilot, lambda: editor.text.startswith("one\ntwo"), "the text")
        assert editor.cursor_location == (1, 2)
        await pilot.press("f3", "ctrl+z")
        assert not editor.text.startswith("one\ntwo")
