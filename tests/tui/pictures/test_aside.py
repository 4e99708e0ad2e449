"""Pictures of what opens over a sitting, of what is told in it, and of what comes after it."""

from dataclasses import replace

from textual.pilot import Pilot

from harness.catalog import Problem
from harness.tui.kit import Kit
from harness.tui.screens.afterwards.progress import ProgressScreen
from harness.tui.screens.sitting.overtime import OvertimeScreen
from harness.tui.widgets.editor.code_editor import CodeEditor
from tests.tui.doubles import FakeClock, passing
from tests.tui.own_tests_double import FakeOwnTests
from tests.tui.pictures.looks import Look, looks, pressing
from tests.tui.play import begin, header, played, see_at_rest, solution, until

HINTS = "# Hints\n\n## Gently\n\nLook at `count`.\n\n## Plainly\n\nReturn n.\n"


@looks("120x40")
def test_own_tests(kit: Kit, clock: FakeClock, look: Look) -> None:
    sitting = played(kit, clock, "exam")
    (sitting.folder / "my_tests.py").write_text("# mine\n")
    play = pressing("alt+m", words="assert 2 == 3")
    assert look.shows(replace(kit, make_own_tests=FakeOwnTests()), play, sitting)


@looks("120x40")
def test_hints(kit: Kit, clock: FakeClock, problem: Problem, look: Look) -> None:
    problem.level(2).hints_file.write_text(HINTS)
    play = pressing("alt+h", "enter", words="Look at")
    assert look.shows(kit, play, played(kit, clock, "practice"))


@looks("120x40")
def test_versions(kit: Kit, clock: FakeClock, look: Look) -> None:
    play = pressing("alt+v", "down", words="@@")
    assert look.shows(kit, play, played(kit, clock, "practice"))


@looks()
def test_design(kit: Kit, look: Look) -> None:
    async def begin_one(pilot: Pilot[None]) -> None:
        await see_at_rest(pilot, "not tried yet")
        await pilot.press("enter")
        await see_at_rest(pilot, "Your files")
        await pilot.press("enter")
        await see_at_rest(pilot, "start the clock")
        await pilot.press("enter")
        await see_at_rest(pilot, "Before the code")

    assert look.shows(kit, begin_one)


@looks()
def test_difference(kit: Kit, clock: FakeClock, look: Look) -> None:
    sitting = played(kit, clock, "exam")

    async def collide(pilot: Pilot[None]) -> None:
        await pressing(words="not enough")(pilot)
        pilot.app.screen.query_one(CodeEditor).insert("mine = 1\n", (0, 0))
        solution(sitting).write_text("theirs = 2\n")
        await see_at_rest(pilot, "while you typed")
        await pilot.press("f7")
        await see_at_rest(pilot, "+mine = 1")

    assert look.shows(kit, collide, sitting)


@looks()
def test_question(kit: Kit, clock: FakeClock, look: Look) -> None:
    play = pressing("f10", words="Finish the sitting?")
    assert look.shows(kit, play, played(kit, clock, "exam"))


@looks()
def test_find(kit: Kit, clock: FakeClock, look: Look) -> None:
    play = pressing("ctrl+f", "p", "a", "s", words="Alt+C case")
    assert look.shows(kit, play, played(kit, clock, "exam"))


@looks()
def test_jump(kit: Kit, clock: FakeClock, look: Look) -> None:
    async def jump(pilot: Pilot[None]) -> None:
        await pressing(words="not enough")(pilot)
        await pilot.press("ctrl+l")
        await pilot.pause()

    assert look.shows(kit, jump, played(kit, clock, "exam"))


@looks()
def test_palette(kit: Kit, clock: FakeClock, look: Look) -> None:
    async def find(pilot: Pilot[None]) -> None:
        await pressing(words="not enough")(pilot)
        await pilot.press("ctrl+t", "h", "i", "n", "t")
        await see_at_rest(pilot, "costs no points")

    assert look.shows(kit, find, played(kit, clock, "practice"))


@looks()
def test_a_level_opens_and_time_is_short(kit: Kit, clock: FakeClock, look: Look) -> None:
    sitting = begin(kit)
    solution(sitting).write_text(passing(3))

    warnings: set[str] = set()

    def warned(pilot: Pilot[None]) -> bool:
        warnings.update(each.title for each in pilot.app._notifications)
        return "5 min left" in warnings

    async def unlock(pilot: Pilot[None]) -> None:
        await pressing(words="passes")(pilot)
        clock.pass_minutes(85.5)
        await pilot.press("f5")
        await until(pilot, lambda: warned(pilot), "the warning")
        await until(pilot, lambda: "04:30" in header(pilot), "the clock")
        await pilot.press("f4")
        await see_at_rest(pilot, "Your code stays")

    assert look.shows(kit, unlock, sitting)


@looks()
def test_what_passed_and_broke(kit: Kit, clock: FakeClock, look: Look) -> None:
    sitting = played(kit, clock, "practice")

    async def break_it(pilot: Pilot[None]) -> None:
        await pressing(words="not enough")(pilot)
        solution(sitting).write_text(passing(1, 2))
        await until(pilot, lambda: "2 broke" in header(pilot), "what broke")
        await pilot.press("f4")
        await see_at_rest(pilot, "Was green, is red")

    assert look.shows(kit, break_it, sitting)


@looks("120x40")
def test_progress(kit: Kit, clock: FakeClock, look: Look) -> None:
    for mode in ("exam", "practice"):
        played(kit, clock, mode).finish()
        clock.pass_minutes(60)

    async def read(pilot: Pilot[None]) -> None:
        await see_at_rest(pilot, "Last results")
        await pilot.app.push_screen(ProgressScreen(kit))
        await see_at_rest(pilot, "2 sittings")

    assert look.shows(kit, read)


@looks("120x40")
def test_overtime(kit: Kit, clock: FakeClock, look: Look) -> None:
    sitting = played(kit, clock, "exam")
    sitting.finish()

    async def go_on(pilot: Pilot[None]) -> None:
        await see_at_rest(pilot, "Last results")
        await pilot.app.push_screen(OvertimeScreen(sitting, kit))
        await pressing(words="not enough")(pilot)

    assert look.shows(kit, go_on)
