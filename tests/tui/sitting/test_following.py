"""Two writers, one file: the editor here and the person's own."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from harness.tui.kit import Kit
from harness.tui.screens.afterwards.result import ResultScreen
from harness.tui.screens.home.home import HomeScreen
from harness.tui.widgets.editor.code_editor import CodeEditor
from harness.tui.widgets.editor.solution_pane import SolutionPane
from tests.tui.doubles import FakeClock, Graders, passing
from tests.tui.play import (
    OpenSitting,
    header,
    open_sitting,
    screen_text,
    solution,
    until,
    until_screen,
)

WIDE = (120, 40)


async def _both_change(pilot: Pilot[None], app: OpenSitting, theirs: str) -> CodeEditor:
    """Type here and save there before the autosave comes."""
    await pilot.press("f3")
    editor = app.screen.query_one(CodeEditor)
    await until(pilot, lambda: app.screen.focused is editor, "the editor")
    # In one step, so that no pause in typing comes between.
    editor.insert("mine\n", (0, 0))
    solution(app.sitting).write_text(theirs)
    await until(
        pilot, lambda: "saved outside while you typed" in screen_text(app.screen), "the conflict"
    )
    return editor


async def test_a_save_in_another_editor_is_loaded_and_run(kit: Kit, graders: Graders) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: graders.made, "the judge")
        solution(app.sitting).write_text(passing(3))
        await until(pilot, lambda: "AC accepted 3/3" in header(pilot), "the verdict")
        assert app.screen.query_one(CodeEditor).text == passing(3)
        assert len(graders.graded) == 1


async def test_a_save_during_a_run_runs_again_afterwards(kit: Kit, graders: Graders) -> None:
    app = open_sitting(kit)
    solution(app.sitting).write_text("# waits\n" + passing(1))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f5")
        await until(pilot, lambda: "running: 1 done" in header(pilot), "the first run")
        solution(app.sitting).write_text(passing(3))
        editor = app.screen.query_one(CodeEditor)
        await until(pilot, lambda: editor.text == passing(3), "the new text")
        graders.made[0].let_go.set()
        await until(pilot, lambda: "AC accepted 3/3" in header(pilot), "the second run")
        assert len(graders.graded) == 2


async def test_a_save_that_changes_nothing_runs_nothing(kit: Kit, graders: Graders) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: graders.made, "the judge")
        os.utime(solution(app.sitting), (1, 1))
        for _ in range(5):
            app.screen.query_one(SolutionPane).look()
        await pilot.pause()
        assert graders.graded == []


async def test_both_changed_keep_mine(kit: Kit, graders: Graders) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=WIDE) as pilot:
        editor = await _both_change(pilot, app, "theirs\n")
        await pilot.press("x")  # typing goes on, nothing is clobbered meanwhile
        assert solution(app.sitting).read_text() == "theirs\n"
        await pilot.press("f5")
        await until(pilot, lambda: "Choose first" in screen_text(app.screen), "the refusal")
        assert graders.graded == []
        await pilot.press("f7")
        await until(pilot, lambda: "+mine" in screen_text(app.screen), "the difference")
        assert "-theirs" in screen_text(app.screen)
        await pilot.press("m")
        file = solution(app.sitting)
        await until(pilot, lambda: file.read_text() == editor.text, "mine")
        assert file.read_text().startswith("mine\n")
        assert (app.sitting.folder / "solution.py.theirs-120000").read_text() == "theirs\n"
        await until(
            pilot, lambda: "while you typed" not in screen_text(app.screen), "the banner gone"
        )


@pytest.mark.parametrize("size", [(50, 12), (80, 21), (80, 24)], ids=str)
async def test_a_long_difference_leaves_the_keys_in_view(kit: Kit, size: tuple[int, int]) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=size) as pilot:
        await _both_change(pilot, app, "theirs\n" * 60)
        await pilot.press("f7")
        await until(pilot, lambda: "-theirs" in screen_text(app.screen), "the difference")
        assert "M  keep mine     T  take theirs" in screen_text(app.screen)
        await pilot.press("end")
        await until(pilot, lambda: "+class Counter" in screen_text(app.screen), "its end")


async def test_both_changed_take_theirs(kit: Kit) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=WIDE) as pilot:
        editor = await _both_change(pilot, app, "theirs\n")
        await pilot.press("f8")
        await until(pilot, lambda: editor.text == "theirs\n", "theirs")
        copy = app.sitting.folder / "solution.py.mine-120000"
        assert copy.read_text().startswith("mine\n")
        assert solution(app.sitting).read_text() == "theirs\n"


async def test_both_changed_and_time_is_up_keeps_both(kit: Kit, clock: FakeClock) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=WIDE) as pilot:
        await _both_change(pilot, app, "theirs\n")
        clock.pass_minutes(90)
        await until_screen(pilot, ResultScreen)
    assert solution(app.sitting).read_text() == "theirs\n"
    copies = list(app.sitting.folder.glob("solution.py.mine-*"))
    assert len(copies) == 1
    assert copies[0].read_text().startswith("mine\n")


async def test_both_changed_to_the_same_is_no_conflict(kit: Kit) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=WIDE) as pilot:
        editor = app.screen.query_one(CodeEditor)
        await until(pilot, lambda: "Counter" in editor.text, "the editor")
        editor.insert("same\n", (0, 0))
        solution(app.sitting).write_text(editor.text)
        pane = app.screen.query_one(SolutionPane)
        await until(pilot, lambda: not pane.unsaved, "agreement")
        assert not pane.conflict


async def test_a_deleted_file_is_told_and_can_be_saved_again(kit: Kit) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f3")
        editor = app.screen.query_one(CodeEditor)
        await until(pilot, lambda: app.screen.focused is editor, "the editor")
        file = solution(app.sitting)
        file.unlink()
        await until(pilot, lambda: "solution.py is gone" in screen_text(app.screen), "the notice")
        await pilot.press("k")
        assert editor.text.startswith("k")
        assert not file.exists()
        await pilot.press("ctrl+s")
        await until(pilot, file.exists, "the file")
        assert file.read_text() == editor.text
        await until(pilot, lambda: "is gone" not in screen_text(app.screen), "the banner gone")


async def test_a_folder_in_its_place_is_told_and_leaving_keeps_the_text(kit: Kit) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(80, 24)) as pilot:
        file = solution(app.sitting)
        text = file.read_text()
        await until(pilot, lambda: "Statement of level 1" in screen_text(app.screen), "the start")
        file.unlink()
        file.mkdir()
        await until(pilot, lambda: "a folder now" in screen_text(app.screen), "the notice")
        await pilot.press("f12")
        await until_screen(pilot, HomeScreen)
        assert (app.sitting.folder / "solution.py.mine-120000").read_text() == text


async def test_a_file_that_is_not_text_is_told_and_left_alone(kit: Kit) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: "Counter" in screen_text(app.screen), "the start")
        file = solution(app.sitting)
        file.write_bytes(b"\xff\xfe\x00")
        await until(pilot, lambda: "not UTF-8 text" in screen_text(app.screen), "the notice")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert file.read_bytes() == b"\xff\xfe\x00"


async def test_a_file_replaced_by_another_editor_is_no_disappearance(kit: Kit) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=WIDE) as pilot:
        pane = app.screen.query_one(SolutionPane)
        await until(pilot, lambda: "Counter" in pane.editor.text, "the start")
        file = solution(app.sitting)
        aside = file.rename(Path(f"{file}~"))
        pane.look()
        assert pane.trouble == ""
        aside.rename(file)


async def test_the_last_second_of_typing_is_saved_when_the_app_ends(kit: Kit) -> None:
    app = open_sitting(replace(kit, autosave_seconds=1000))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f3", "e", "n", "d")
        await until(pilot, lambda: "end" in screen_text(app.screen), "what was typed")
        assert not solution(app.sitting).read_text().startswith("end")
    assert solution(app.sitting).read_text().startswith("end")
