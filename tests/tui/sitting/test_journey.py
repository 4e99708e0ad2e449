"""A person at the keyboard: from home through a sitting to the result."""

from dataclasses import replace
from functools import partial

import pytest
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import OptionList, Tab, Tabs

from harness.catalog import Catalog
from harness.errors import InternalFaultError
from harness.tui.app import HarnessApp
from harness.tui.kit import Kit
from harness.tui.screens.afterwards.result import ResultScreen
from harness.tui.screens.home.home import HomeScreen
from harness.tui.screens.home.start import StartScreen
from harness.tui.screens.sitting.sitting import SittingScreen
from harness.tui.widgets.editor.code_editor import CodeEditor
from harness.tui.widgets.panes import Panes
from tests.tui.doubles import FakeClock, Graders, passing
from tests.tui.play import (
    begin,
    header,
    open_sitting,
    screen_text,
    sitting_screen,
    solution,
    until,
    until_screen,
)


def _graded(graders: Graders, count: int) -> bool:
    return len(graders.graded) == count


@pytest.mark.slow  # tests/journeys plays it with a real problem and grader
async def test_a_newcomer_plays_to_full_points_by_keyboard_alone(
    kit: Kit, graders: Graders
) -> None:
    app = HarnessApp(kit)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "not tried yet" in screen_text(app.screen), "the problem")
        await pilot.press("enter")
        await until(pilot, lambda: "Exam" in screen_text(app.screen), "the modes")
        assert "~/harness-sittings/counter-20261128-1200" in screen_text(app.screen)
        await pilot.press("enter")
        await until(pilot, lambda: "Start the clock" in screen_text(app.screen), "the question")
        assert not (kit.sittings_folder).exists()
        await pilot.press("enter")
        await until(pilot, lambda: "Before the code" in screen_text(app.screen), "the questions")
        await pilot.press("d", "enter", "enter", "m", "enter")
        await until_screen(pilot, SittingScreen)
        assert sitting_screen(pilot).sitting.state.design == ("d", "", "m")
        await until(pilot, lambda: "90:00 left" in header(pilot), "the clock")
        assert "level 1 of 3" in header(pilot)
        assert "score 0 of 500" in header(pilot)

        await pilot.press("f3")
        editor = app.screen.query_one(CodeEditor)
        await until(pilot, lambda: app.screen.focused is editor, "the editor")
        for level in (1, 2, 3):
            editor.replace(passing(*[3] * level), (0, 0), editor.document.end)
            await pilot.press("f5")
            await until(pilot, partial(_graded, graders, level), "the run")
            await until(pilot, lambda: "AC accepted" in header(pilot), "the verdict")
            assert app.screen.focused is editor
        assert "score 500 of 500" in header(pilot)
        assert "F10 finishes" in header(pilot)
        assert [level for _, level in graders.graded] == [1, 2, 3]

        await pilot.press("f10")
        await until(pilot, lambda: "Finish the sitting?" in screen_text(app.screen), "the question")
        await pilot.press("enter")
        await until_screen(pilot, ResultScreen)
        assert "500 of 500 points" in screen_text(app.screen)
        await pilot.press("escape")
        await until_screen(pilot, HomeScreen)
        await until(pilot, lambda: "best 500 of 500" in screen_text(app.screen), "the best score")
        await pilot.press("q")


async def test_typed_keys_reach_the_file(kit: Kit, graders: Graders) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f3")
        await until(pilot, lambda: isinstance(app.screen.focused, CodeEditor), "the editor")
        await pilot.press("x", "space", "equals_sign", "1")
        file = solution(app.sitting)
        await until(pilot, lambda: file.read_text().startswith("x =1"), "the autosave")
        assert graders.graded == []


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_what_is_typed_right_after_f3_is_not_lost(kit: Kit, size: tuple[int, int]) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "Statement of level 1" in screen_text(app.screen), "the start")
        for key in ("f3", "a", "b", "c"):  # faster than the screen is painted
            app.app.simulate_key(key)
        editor = app.screen.query_one(CodeEditor)
        await until(pilot, lambda: editor.text.startswith("abc"), "the keys")


async def test_news_of_a_tab_that_a_key_has_overtaken_leads_nowhere(kit: Kit) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Statement of level 1" in screen_text(app.screen), "the start")
        bar = app.screen.query_one("#pane-bar", Tabs)
        late = Tabs.TabActivated(bar, bar.query_one("#statement", Tab))
        await pilot.press("f3")
        bar.post_message(late)
        await pilot.pause()
        assert app.screen.query_one(Panes).front == "code"
        await pilot.click("#pane-bar #tests")
        assert app.screen.query_one(Panes).front == "tests"


async def test_a_store_that_cannot_be_reached_is_told_and_typing_goes_on(
    kit: Kit, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f3")

        def locked(*_: object, **__: object) -> list[object]:
            raise InternalFaultError("the sittings are locked")

        monkeypatch.setattr(kit.store, "events", locked)
        await until(
            pilot, lambda: "the sittings are locked" in screen_text(app.screen), "the banner"
        )
        await pilot.press("w")
        file = solution(app.sitting)
        await until(pilot, lambda: file.read_text().startswith("w"), "the autosave")
        monkeypatch.undo()


async def test_a_new_level_is_announced_and_leaves_the_editor_alone(kit: Kit) -> None:
    app = open_sitting(kit)
    solution(app.sitting).write_text(passing(3))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3", "ctrl+r")
        await until(pilot, lambda: "level 2/3" in header(pilot), "level 2")
        await until(pilot, lambda: "Level 2 is open: Names" in screen_text(app.screen), "notice")
        assert isinstance(app.screen.focused, CodeEditor)
        await pilot.press("f2")
        await until(
            pilot, lambda: "Statement of level 2" in screen_text(app.screen), "the statement"
        )
        await pilot.press("1")
        await until(
            pilot, lambda: "Statement of level 1" in screen_text(app.screen), "level 1 again"
        )


async def test_a_failing_test_opens_and_shows_hostile_text_literally(kit: Kit) -> None:
    app = open_sitting(kit, "practice")
    solution(app.sitting).write_text(passing(1))
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("f5")
        await until(pilot, lambda: "WA wrong answer 1/3" in header(pilot), "the verdict")
        await until(pilot, lambda: "It printed" in screen_text(app.screen), "the detail")
        shown = screen_text(app.screen)
        assert "count() gave [red]2[/red]␛[2J, 3 was expected" in shown
        assert "[bold]printed[/bold] ␛]0;title␇ by me" in shown
        assert "counter.count()  → 2" in shown
        assert "WA" in shown
        assert "\x1b" not in shown


async def test_an_exam_keeps_hidden_tests_to_itself(kit: Kit) -> None:
    app = open_sitting(kit, "exam")
    solution(app.sitting).write_text(passing(1))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5")
        await until(pilot, lambda: "WA wrong answer 1/3" in header(pilot), "the verdict")
        await until(pilot, lambda: "A hidden test" in screen_text(app.screen), "the detail")
        assert "counter.count()" not in screen_text(app.screen)


async def test_a_run_that_never_ends_leaves_every_key_alive_and_can_be_stopped(
    kit: Kit, graders: Graders
) -> None:
    app = open_sitting(kit)
    solution(app.sitting).write_text("# waits\n" + passing(3))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f3", "f5")
        await until(pilot, lambda: "running: 1 done" in header(pilot), "the run")
        editor = app.screen.query_one(CodeEditor)
        await pilot.press("z", "z")
        assert "zz" in editor.text
        await pilot.press("f1")
        await until(pilot, lambda: "Esc closes" in screen_text(app.screen), "help")
        await pilot.press("escape")
        await until_screen(pilot, SittingScreen)
        assert "Esc stops" in header(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: "stopped" in header(pilot), "the stop")
        assert app.sitting.state.end is None
        editor.replace(passing(3), (0, 0), editor.document.end)
        await pilot.press("f5")
        await until(pilot, lambda: "AC accepted 3/3" in header(pilot), "the next run")


async def test_a_fault_in_a_run_is_told_and_the_sitting_goes_on(kit: Kit) -> None:
    app = open_sitting(kit)
    solution(app.sitting).write_text("# breaks")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5")
        await until(pilot, lambda: "no verdict" in header(pilot), "the fault")
        assert "a fault [bold]of ours[/bold]" in screen_text(app.screen)
        solution(app.sitting).write_text(passing(3))
        await until(pilot, lambda: "AC accepted 3/3" in header(pilot), "the run after it")


async def test_a_judge_that_cannot_be_made_is_told(kit: Kit, graders: Graders) -> None:
    graders.failure = lambda: InternalFaultError("tests of counter are broken")
    app = open_sitting(kit)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(
            pilot, lambda: "tests of counter are broken" in screen_text(app.screen), "the notice"
        )
        graders.failure = None
        solution(app.sitting).write_text(passing(3))
        await until(pilot, lambda: "AC accepted 3/3" in header(pilot), "the run after it")


async def test_time_is_up_while_typing_and_nothing_is_lost(kit: Kit, clock: FakeClock) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f3")
        await until(pilot, lambda: isinstance(app.screen.focused, CodeEditor), "the editor")
        clock.pass_minutes(89.99)
        await pilot.press("l", "a", "s", "t")
        clock.pass_minutes(0.01)
        await until_screen(pilot, ResultScreen)
        assert solution(app.sitting).read_text().startswith("last")
        assert "time is up" in screen_text(app.screen)
    end = app.sitting.state.end
    assert end is not None
    assert end.reason == "time is up"


async def test_a_submission_before_the_deadline_counts_after_it(
    kit: Kit, clock: FakeClock, graders: Graders
) -> None:
    app = open_sitting(kit)
    solution(app.sitting).write_text("# waits\n" + passing(3))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5")
        await until(pilot, lambda: "running: 1 done" in header(pilot), "the run")
        await pilot.press("f1")  # a dialog is open when time is up
        clock.pass_minutes(90)
        await until(pilot, lambda: app.sitting.state.end is not None, "the end")
        graders.made[0].let_go.set()
        await until_screen(pilot, ResultScreen)
        assert "100 of 500 points" in screen_text(app.screen)


async def test_leaving_and_resuming_keeps_everything(kit: Kit, clock: FakeClock) -> None:
    app = open_sitting(kit)
    solution(app.sitting).write_text(passing(2))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5")
        await until(pilot, lambda: "WA wrong answer 2/3" in header(pilot), "the verdict")
        await pilot.press("f12")
        await until_screen(pilot, HomeScreen)
        clock.pass_minutes(10)
        await until(pilot, lambda: "Resume" in screen_text(app.screen), "the sitting")
        await until(pilot, lambda: "80:00 left" in screen_text(app.screen), "its clock")
        await pilot.press("enter")
        await until_screen(pilot, SittingScreen)
        await until(pilot, lambda: "WA wrong answer 2/3" in header(pilot), "the last report")
        assert "80:00 left" in header(pilot)


async def test_a_submission_that_was_stopped_is_graded_on_resuming(
    kit: Kit, graders: Graders
) -> None:
    app = open_sitting(kit)
    solution(app.sitting).write_text("# waits\n" + passing(3))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5")
        await until(pilot, lambda: "running: 1 done" in header(pilot), "the run")
        await pilot.press("f12")
        await until_screen(pilot, HomeScreen)
        await until(pilot, lambda: "Resume" in screen_text(app.screen), "the sitting")
        await pilot.press("enter")
        await until_screen(pilot, SittingScreen)
        await until(pilot, lambda: len(graders.made) == 2, "the second grader")
        graders.made[1].let_go.set()
        await until(pilot, lambda: "AC accepted 3/3" in header(pilot), "the verdict")
        assert "level 2 of 3" in header(pilot)


async def test_practice_pauses_and_an_exam_does_not(kit: Kit, clock: FakeClock) -> None:
    app = open_sitting(kit, "practice")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f9")
        await until(pilot, lambda: "90:00 paused" in header(pilot), "the pause")
        clock.pass_minutes(30)
        await pilot.press("f9")
        await until(pilot, lambda: "90:00 left" in header(pilot), "the clock again")
    clock.pass_minutes(1)
    exam = open_sitting(kit, "exam")
    async with exam.run_test(size=(120, 40)) as pilot:
        await pilot.press("f9")
        await until(pilot, lambda: "the clock never stops" in screen_text(exam.screen), "why not")
        assert "90:00 left" in header(pilot)
        assert "F9" not in screen_text(exam.screen)
        assert not exam.sitting.state.paused


async def test_another_process_unlocks_and_ends_the_sitting(
    kit: Kit, graders: Graders, problem: object
) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: graders.made, "the judge")
        app.sitting.finish()
        await until_screen(pilot, ResultScreen)


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_escape_turns_back_from_every_dialog(kit: Kit, size: tuple[int, int]) -> None:
    app = HarnessApp(kit)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.screen.query(OptionList), "home")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, StartScreen), "the modes")
        await pilot.press("enter")
        await until(pilot, lambda: "Start the clock" in screen_text(app.screen), "the question")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, StartScreen), "the modes again")
        await pilot.press("escape")
        await until_screen(pilot, HomeScreen)
    assert kit.store.sittings() == []


async def test_a_sitting_goes_on_though_its_problem_is_not_on_offer(kit: Kit) -> None:
    begin(kit)
    app = HarnessApp(replace(kit, catalog=Catalog({}, ())))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Resume" in screen_text(app.screen), "the sitting")
        await pilot.press("enter")
        await until(pilot, lambda: "Statement of level 1" in screen_text(app.screen), "it")


async def test_a_problem_that_is_gone_is_told_in_a_dialog(kit: Kit, clock: FakeClock) -> None:
    problem = begin(kit).problem
    problem.folder.rename(problem.folder.with_name("renamed"))
    app = HarnessApp(replace(kit, catalog=Catalog({}, ())))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Resume" in screen_text(app.screen), "the sitting")
        await pilot.press("enter")
        await until(pilot, lambda: "bring it back" in screen_text(app.screen), "the notice")
        await pilot.press("enter")
        await until_screen(pilot, HomeScreen)
        clock.pass_minutes(91)
        await until(pilot, lambda: "Last results" in screen_text(app.screen), "its end")


async def test_a_tick_repaints_the_time_and_nothing_else(
    kit: Kit, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "90:00 left" in header(pilot), "the clock")
        await app.app.workers.wait_for_complete()
        await pilot.pause()
        painted: list[object] = []
        refresh = Widget.refresh

        def spy(
            self: Widget, *regions: Region, repaint: bool = True, layout: bool = False
        ) -> Widget:
            painted.append((self.id, *regions, layout))
            return refresh(self, *regions, repaint=repaint, layout=layout)

        monkeypatch.setattr(Widget, "refresh", spy)
        clock.pass_minutes(0.05)
        await until(pilot, lambda: "89:57 left" in header(pilot), "the tick")
        monkeypatch.undo()
        assert set(painted) == {("header", Region(0, 0, 14, 1), False)}


async def test_home_counts_on_while_somebody_sets_the_wall_clock(
    kit: Kit, clock: FakeClock
) -> None:
    begin(kit)
    app = HarnessApp(kit)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "90:00 left" in screen_text(app.screen), "the sitting")
        clock.set(60 * 60_000)
        clock.pass_minutes(1)
        await until(pilot, lambda: "89:00 left" in screen_text(app.screen), "the tick")
