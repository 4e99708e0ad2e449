"""Looking back: what progress shows, and finding problems and results on home."""

from textual.widgets import Input

from harness.tui.app import HarnessApp
from harness.tui.kit import Kit
from harness.tui.screens.afterwards.progress import ProgressScreen
from harness.tui.screens.home.home import HomeScreen
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
