"""Pictures of what comes and goes in a sitting: notices, prompts, a standing clock, the end."""

from textual.pilot import Pilot

from harness.tui.kit import Kit
from harness.tui.screens.afterwards.result import ResultScreen
from harness.tui.widgets.editor.code_editor import CodeEditor
from tests.tui.doubles import FakeClock, passing
from tests.tui.pictures.looks import Look, looks, pressing
from tests.tui.play import header, played, see_at_rest, solution, until, until_screen


@looks("80x24")
def test_notices(kit: Kit, clock: FakeClock, look: Look) -> None:
    async def be_told(pilot: Pilot[None]) -> None:
        await pressing("ctrl+f", *"pass", words="found")(pilot)
        clock.pass_minutes(55)
        await see_at_rest(pilot, "15 min left")
        await pilot.press("ctrl+c")
        await see_at_rest(pilot, "Still here")
        pilot.app.notify("solution.py cannot be written.", title="solution.py", severity="error")
        await see_at_rest(pilot, "cannot be written")

    assert look.shows(kit, be_told, played(kit, clock, "exam"), notices=True)


@looks("80x24")
def test_line_prompt(kit: Kit, clock: FakeClock, look: Look) -> None:
    play = pressing("ctrl+g", words="its number")
    assert look.shows(kit, play, played(kit, clock, "exam"))


@looks("80x24")
def test_paused(kit: Kit, clock: FakeClock, look: Look) -> None:
    play = pressing("f9", words="lets the clock run")
    assert look.shows(kit, play, played(kit, clock, "practice"))


@looks()
def test_time_is_up_while_typing(kit: Kit, clock: FakeClock, look: Look) -> None:
    async def type_to_the_end(pilot: Pilot[None]) -> None:
        await pressing(*"last", words="last#")(pilot)
        clock.pass_minutes(70)
        await until_screen(pilot, ResultScreen)
        await see_at_rest(pilot, "How the score came")

    assert look.shows(kit, type_to_the_end, played(kit, clock, "exam"))


@looks("80x24")
def test_trouble_in_the_last_minutes(kit: Kit, clock: FakeClock, look: Look) -> None:
    sitting = played(kit, clock, "exam")

    async def lose_the_file(pilot: Pilot[None]) -> None:
        await pressing(words="not enough")(pilot)
        solution(sitting).write_text(passing(1, 2))
        await until(pilot, lambda: "2 broke" in header(pilot), "what broke")
        clock.pass_minutes(66.5)
        await see_at_rest(pilot, "15 min left")  # or it would come while the picture is taken
        solution(sitting).unlink()
        solution(sitting).mkdir()
        await see_at_rest(pilot, "is a folder")
        pilot.app.screen.query_one(CodeEditor).insert("# still here\n", (0, 0))
        await until(pilot, lambda: "02:30" in header(pilot), "the clock")
        await see_at_rest(pilot, "Your text is still here")

    assert look.shows(kit, lose_the_file, sitting)
