"""Versions of the file: kept while one works, and taken back."""

from dataclasses import replace

import pytest

from harness.tui.kit import Kit
from harness.tui.widgets.editor.code_editor import CodeEditor
from tests.tui.doubles import FakeClock, passing
from tests.tui.play import header, open_sitting, screen_text, solution, until


@pytest.mark.slow
async def test_a_minute_of_change_is_kept_and_the_last_green_version_taken_back(
    kit: Kit, clock: FakeClock
) -> None:
    app = open_sitting(replace(kit, version_seconds=0.02))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3")
        editor = app.screen.query_one(CodeEditor)
        editor.replace(passing(3), (0, 0), editor.document.end)
        await pilot.press("f5")
        await until(pilot, lambda: "level 2" in header(pilot), "level 2")
        editor.insert("spoilt = 1\n", (0, 0))
        await pilot.pause(0.1)
        assert len(app.sitting.versions()) == 1
        clock.pass_minutes(1)
        await until(pilot, lambda: len(app.sitting.versions()) == 2, "a version")
        clock.pass_minutes(5)
        await pilot.pause(0.1)
        assert [version.why for version in app.sitting.versions()] == ["run", "change"]

        for number in range(6):
            editor.insert(f"line_{number} = 2\n", (0, 0))
            clock.pass_minutes(2)
            await until(
                pilot,
                lambda: app.sitting.source(app.sitting.versions()[-1]).decode() == editor.text,
                "one more",
            )
        editor.insert("worse = 2\n", (0, 0))
        await pilot.press("alt+v")
        await until(pilot, lambda: "12:18:00  kept while" in screen_text(app.screen), "the list")
        await pilot.press("end")
        await until(pilot, lambda: "@@ -1,10 +1,2 @@" in screen_text(app.screen), "the difference")
        assert "12:01:00  kept while" in screen_text(app.screen)
        assert "What is in the file now is kept" in screen_text(app.screen)
        lines = screen_text(app.screen).splitlines()
        assert [" submitted  all green" in line for line in lines].count(True) == 1
        await pilot.press("enter")
        await until(pilot, lambda: editor.text == passing(3), "the green version")
        assert solution(app.sitting).read_text() == passing(3)
        kept = app.sitting.versions()[-2]
        assert app.sitting.source(kept).startswith(b"worse = 2\nline_5")
        await pilot.press("f3", "ctrl+z")
        assert editor.text.startswith("worse = 2")
