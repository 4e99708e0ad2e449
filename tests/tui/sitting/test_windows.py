"""Two windows on one sitting: one types, the other looks on."""

from collections.abc import Iterator
from dataclasses import replace
from threading import Event, Thread

import pytest

from harness.grading import Report
from harness.session import OnResult, Sitting, Store
from harness.tui.kit import Kit
from harness.tui.screens.home.home import HomeScreen
from harness.tui.widgets.editor.code_editor import CodeEditor
from tests.full_disk import full_disk_under
from tests.tui.doubles import FakeGrader, Graders, passing
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


@pytest.fixture
def app(kit: Kit) -> OpenSitting:
    """This window."""
    return open_sitting(kit)


@pytest.fixture
def other(kit: Kit, app: OpenSitting) -> Iterator[Sitting]:
    """The same sitting, as another window has it open."""
    with Store(kit.store.file) as store:
        sitting = Sitting.open(store, app.sitting.id, kit.catalog, clock=kit.clock)
        yield sitting
        sitting.release()


async def test_a_second_window_looks_on_until_it_takes_over(
    app: OpenSitting, other: Sitting, graders: Graders
) -> None:
    other.claim("the first window")
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: "the first window" in screen_text(app.screen), "who has it")
        await pilot.press("escape")
        await until(pilot, lambda: "Read-only" in screen_text(app.screen), "the banner")
        editor = app.screen.query_one(CodeEditor)
        await pilot.press("f3", "x", "f5", "ctrl+s", "f10")
        solution(app.sitting).write_text(passing(3))
        await until(pilot, lambda: editor.text == passing(3), "what is typed there")
        assert "Finish the sitting?" not in screen_text(app.screen)
        assert graders.graded == []
        assert other.holds

        await pilot.press("alt+o", "enter")
        await until(pilot, lambda: not other.holds, "the sitting")
        await until(pilot, lambda: "Read-only" not in screen_text(app.screen), "no banner")
        await pilot.press("f5")
        await until(pilot, lambda: "AC accepted 3/3" in header(pilot), "the verdict")


async def test_who_looks_on_sees_verdicts_levels_and_scores_as_they_come(
    app: OpenSitting, other: Sitting
) -> None:
    other.claim("the first window")
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: "the first window" in screen_text(app.screen), "who has it")
        await pilot.press("escape")
        await until(pilot, lambda: "takes over" in header(pilot), "what to do")
        grader = FakeGrader(other.problem)
        running, go_on = Event(), Event()

        def grade(source: bytes, level: int, tell: OnResult | None) -> Report:
            running.set()
            assert go_on.wait(60)
            return grader.grade(source, level, on_result=tell)

        solution(other).write_text(passing(3, 1))
        there = Thread(target=lambda: other.submit(grade))
        there.start()
        await until(pilot, running.is_set, "the other window's run")
        await until(pilot, lambda: "running in the other" in header(pilot), "that it runs")
        go_on.set()
        await until(pilot, lambda: "AC accepted 3/3" in header(pilot), "the verdict")
        there.join(60)
        assert "level 2 of" in header(pilot)
        await until(pilot, lambda: "Level 2" in screen_text(app.screen), "the new statement")
        other.submit(lambda source, level, tell: grader.grade(source, level, on_result=tell))
        await until(pilot, lambda: "WA wrong answer 4/6" in header(pilot), "the next verdict")
        assert "test_2_1" in screen_text(app.screen)


async def test_the_window_that_lost_it_looks_on_with_all_typed_in_the_file(
    app: OpenSitting, other: Sitting
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f3", "a", "b")
        assert app.sitting.holds
        other.take_over("the second window")
        await until(
            pilot, lambda: "open in the second window" in screen_text(app.screen), "the banner"
        )
        await pilot.press("c")
        assert solution(app.sitting).read_text().startswith("abclass")
        other.release()
        await until(pilot, lambda: "Read-only" not in screen_text(app.screen), "it is free again")
        assert app.sitting.holds


async def test_what_it_had_not_saved_is_handed_over(kit: Kit) -> None:
    app = open_sitting(replace(kit, autosave_seconds=60.0))
    with Store(kit.store.file) as store:
        other = Sitting.open(store, app.sitting.id, kit.catalog, clock=kit.clock)
        async with app.run_test(size=WIDE) as pilot:
            await pilot.press("f3", "a", "b")
            other.take_over("the second window")
            await until(pilot, lambda: "Read-only" in screen_text(app.screen), "the banner")
            assert other.source(other.versions()[-1]).startswith(b"abclass")
            assert other.handed_over
        other.release()


async def test_a_conflict_in_the_window_that_lost_it_leaves_the_file_alone(
    app: OpenSitting, other: Sitting
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f3")
        editor = app.screen.query_one(CodeEditor)
        editor.insert("mine\n", (0, 0))
        solution(app.sitting).write_text("theirs\n")
        await until(pilot, lambda: "while you typed" in screen_text(app.screen), "the conflict")
        other.take_over("the second window")
        await until(pilot, lambda: "Read-only" in screen_text(app.screen), "the banner")
        await until(pilot, lambda: editor.text == "theirs\n", "the file")
        await pilot.press("f7", "f8", "ctrl+s")
    assert solution(app.sitting).read_text() == "theirs\n"
    copies = list(app.sitting.folder.glob("solution.py.mine-*"))
    assert [copy.read_text()[:5] for copy in copies] == ["mine\n"]


async def test_what_the_lost_window_saves_late_is_taken_and_not_submitted(
    app: OpenSitting, other: Sitting, graders: Graders
) -> None:
    """The other window types, this one takes over, and only then does the other one save."""
    other.claim("the first window")
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: "the first window" in screen_text(app.screen), "who has it")
        await pilot.press("enter")
        await until(pilot, lambda: not other.holds, "the sitting")
        editor = app.screen.query_one(CodeEditor)
        late = passing(3)
        other.hand_over(late.encode())
        solution(app.sitting).write_text(late)
        await until(pilot, lambda: editor.text == late, "what was typed there")
        await until(pilot, lambda: "Not submitted" in screen_text(app.screen), "what was done")
        assert app.sitting.state.submissions == ()
        await pilot.press("f5")
        await until(pilot, lambda: "AC accepted 3/3" in header(pilot), "the verdict")
        solution(app.sitting).write_text(passing(3, 1))
        await until(pilot, lambda: len(graders.graded) == 2, "a save of one's own is a submission")


async def test_leaving_lets_others_type(app: OpenSitting, other: Sitting) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: other.holder is not None, "the claim")
        await pilot.press("f12")
        await until_screen(pilot, HomeScreen)
        await until(pilot, lambda: other.holder is None, "nobody")


async def test_what_the_disk_does_not_take_is_told(app: OpenSitting, kit: Kit) -> None:
    """The disk fills up in the middle of a sitting: it goes on, and is stored once there is room."""
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f3", "a", "b")
        await until(pilot, lambda: solution(app.sitting).read_text()[:2] == "ab", "a save")
        stored = kit.store.count(app.sitting.id)
        with full_disk_under(kit.store):
            solution(app.sitting).write_text(passing(3))
            await until(pilot, lambda: "AC accepted 3/3" in header(pilot), "the verdict")
            await until(pilot, lambda: "Only in memory" in screen_text(app.screen), "the banner")
            assert "HARNESS_STATE" in screen_text(app.screen)
            assert app.sitting.summary().score == app.sitting.problem.level(1).points
            assert kit.store.count(app.sitting.id) == stored
        await until(pilot, lambda: "Only in memory" not in screen_text(app.screen), "all is well")
        with Store(kit.store.file) as another:
            again = Sitting.open(another, app.sitting.id, kit.catalog, clock=kit.clock)
            assert again.state == app.sitting.state
