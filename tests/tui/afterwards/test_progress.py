"""Looking back: what progress shows, and finding problems and results on home."""

import sqlite3
from contextlib import closing
from dataclasses import replace

from textual.widgets import Input

from harness.catalog import Catalog
from harness.tui.app import HarnessApp
from harness.tui.kit import Kit
from harness.tui.screens.afterwards.progress import ProgressScreen
from harness.tui.screens.home.home import HomeScreen
from harness.tui.screens.home.start import StartScreen
from harness.tui.screens.sitting.sitting import SittingScreen
from harness.tui.telling.progress import read_progress
from tests.tui.doubles import FakeClock, passing
from tests.tui.play import begin, screen_text, submit, until, until_screen


def _played(kit: Kit, clock: FakeClock, *levels: int, mode: str = "exam") -> None:
    sitting = begin(kit, mode)
    for reached in range(1, len(levels) + 1):
        clock.pass_minutes(12)
        submit(sitting, passing(*levels[:reached]))
    sitting.finish()
    clock.pass_minutes(60)


def test_progress_counts_scores_times_and_concepts(kit: Kit, clock: FakeClock) -> None:
    assert read_progress(kit.store, clock.now()).sittings == ()
    _played(kit, clock, 1)
    _played(kit, clock, 3, 2)
    begin(kit)
    progress = read_progress(kit.store, clock.now())
    assert [done.score for done in progress.sittings] == [0, 175]
    assert [round(time.spent) for time in progress.times] == [12, 12]
    assert [time.guide for time in progress.times] == [10, 20]
    (concept,) = progress.concepts
    assert (concept.tag, concept.passed, concept.total) == ("counting", 0, 1)


def test_progress_leaves_out_what_cannot_be_read(kit: Kit, clock: FakeClock) -> None:
    _played(kit, clock, 1)
    _played(kit, clock, 3)
    with closing(sqlite3.connect(kit.store.file)) as other, other:
        other.execute("UPDATE events SET body = '{}' WHERE kind = 'graded' AND rowid < 5")
    assert [done.score for done in read_progress(kit.store, clock.now()).sittings] == [100]


async def test_progress_is_plotted_and_told_as_a_table(kit: Kit, clock: FakeClock) -> None:
    _played(kit, clock, 3, 2)
    _played(kit, clock, 3, 3, 1, mode="practice")
    app = HarnessApp(kit)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "Last results" in screen_text(app.screen), "home")
        await pilot.press("p")
        await until_screen(pilot, ProgressScreen)
        await until(pilot, lambda: "Score in percent" in screen_text(app.screen), "the plot")
        assert "the least held first" in screen_text(app.screen)
        await pilot.press("t")
        await until(pilot, lambda: "250 of 500" in screen_text(app.screen), "the table")
        assert "50 %" in screen_text(app.screen)
        assert "12 min" in screen_text(app.screen)
        await pilot.press("escape")
        await until_screen(pilot, HomeScreen)


async def test_progress_before_anything_was_played(kit: Kit) -> None:
    app = HarnessApp(kit)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await until(pilot, lambda: "Nothing to show yet" in screen_text(app.screen), "the note")
        assert "Table" not in screen_text(app.screen)
        before = screen_text(app.screen)
        await pilot.press("t")
        await pilot.pause()
        assert screen_text(app.screen) == before


async def test_enter_after_a_search_opens_what_was_searched_for(kit: Kit) -> None:
    (counter,) = kit.catalog.problems.values()
    other = counter.model_copy(update={"id": "other", "name": "Other"})
    kit = replace(kit, catalog=Catalog({counter.id: counter, "other": other}, ()))
    begin(kit)
    app = HarnessApp(kit)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Resume" in screen_text(app.screen), "home")
        await pilot.press("down", "home", "slash", *"other", "enter")
        assert "Resume" in screen_text(app.screen), "what is running is never hidden"
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, StartScreen), "the start")
        await pilot.press("escape", "slash", *["backspace"] * 5, *"count", "enter", "enter")
        await until_screen(pilot, SittingScreen)


async def test_home_is_searched_and_filtered(kit: Kit, clock: FakeClock) -> None:
    _played(kit, clock, 3, 3, 3)
    app = HarnessApp(kit)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "best 500 of 500" in screen_text(app.screen), "the problem")
        await pilot.press("slash", "p", "r", "a", "c")
        await until(pilot, lambda: "best 500" not in screen_text(app.screen), "nothing")
        await pilot.press("escape")
        await until(pilot, lambda: "best 500" in screen_text(app.screen), "the problem again")
        await pilot.press("slash", "c", "o", "u", "n", "t", "enter")
        assert "best 500" in screen_text(app.screen)
        assert not isinstance(app.focused, Input)
        await pilot.press("slash", "escape", "f")
        await until(pilot, lambda: "not tried yet" in screen_text(app.screen), "the filter")
        assert "best 500" not in screen_text(app.screen)
        await pilot.press("f", "f")
        await until(pilot, lambda: "best 500" in screen_text(app.screen), "all")
