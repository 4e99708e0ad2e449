"""A person's own tests in a sitting: run by a key, shown as they come, stopped, begun with."""

import contextlib
from dataclasses import replace

import pytest

from harness.tui.kit import Kit
from harness.tui.screens.afterwards.result import ResultScreen
from harness.tui.screens.aside.own_tests import OwnTestsScreen
from harness.tui.screens.sitting.sitting import SittingScreen
from tests.tui.doubles import FakeClock
from tests.tui.own_tests_double import FakeOwnTests
from tests.tui.play import (
    OpenSitting,
    open_sitting,
    screen_text,
    see,
    sitting_screen,
    solution,
    until_screen,
)


@pytest.fixture
def own() -> FakeOwnTests:
    return FakeOwnTests()


@pytest.fixture
def app(kit: Kit, own: FakeOwnTests, monkeypatch: pytest.MonkeyPatch) -> OpenSitting:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    return open_sitting(replace(kit, make_own_tests=own))


def _write(app: OpenSitting, text: str) -> None:
    (app.sitting.folder / "my_tests.py").write_text(text)


async def test_they_come_one_by_one_and_a_failure_opens(
    app: OpenSitting, own: FakeOwnTests
) -> None:
    _write(app, "# waits")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3", "ctrl+home", "#", "x", "enter", "alt+m")
        await see(pilot, "running: 1 of 1 so far pass")
        await see(pilot, "✓ passed    test_good")
        assert "test_bad" not in screen_text(app.screen)
        own.go_on.set()
        await see(pilot, "1 of 3 pass")
        await see(pilot, "assert [red]2[/red] == 3")
        shown = screen_text(app.screen)
        assert "✗ failed    test_bad[␛[2J]" in shown
        assert "· not run   test_late" in shown
        assert "my_tests.py, line 7" in shown
        assert "left   Your own tests" in shown
        assert "\x1b" not in shown
        await pilot.press("up", "enter")
        await see(pilot, "counted")
        await pilot.press("escape", "escape")
        assert sitting_screen(pilot)
    assert own.ran[0][0].startswith(b"#x\n")  # what was typed is what is tested
    assert not app.sitting.state.submissions
    assert own.closed.wait(10)


async def test_a_run_is_stopped_by_a_key_and_can_be_begun_anew(
    app: OpenSitting, own: FakeOwnTests
) -> None:
    _write(app, "# waits")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3", "alt+m")
        await see(pilot, "test_good")
        await pilot.press("escape")
        await see(pilot, "The run was stopped. F5 runs again.")
        await pilot.press("alt+m")
        await see(pilot, "test_good")
        await pilot.press("alt+m")
        await see(pilot, "The run was stopped. F5 runs again.")
        own.go_on.set()
        await pilot.press("f5")
        await see(pilot, "1 of 3 pass")
    assert len(own.ran) == 3


async def test_the_end_of_the_time_stops_them_and_shows_the_result(
    app: OpenSitting, own: FakeOwnTests, clock: FakeClock
) -> None:
    _write(app, "# waits")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3", "alt+m")
        await see(pilot, "test_good")
        clock.pass_minutes(91)
        await until_screen(pilot, ResultScreen)
    assert own.closed.wait(10)
    assert own.cancelled.is_set()


async def test_who_has_none_is_offered_a_start(app: OpenSitting, own: FakeOwnTests) -> None:
    path = app.sitting.folder / "my_tests.py"
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3", "alt+m")
        await see(pilot, "Write tests of your own?")
        await pilot.press("escape")
        await until_screen(pilot, SittingScreen)
        assert not path.exists()
        await pilot.press("alt+m")
        await see(pilot, "Write tests of your own?")
        await pilot.press("enter")
        await see(pilot, "is written.")
        await see(pilot, "No editor is set")
        assert "from solution import Counter\n" in path.read_text()
        compile(path.read_text(), "my_tests.py", "exec")
        assert not own.ran
        await pilot.press("f5")
        await see(pilot, "1 of 3 pass")


async def test_the_start_opens_in_their_own_editor_and_is_run_then(
    app: OpenSitting, own: FakeOwnTests, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", 'sh -c \'echo "# typed" >> "$0"\'')
    monkeypatch.setattr(app.app, "suspend", contextlib.nullcontext)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3", "alt+m")
        await see(pilot, "Write tests of your own?")
        await pilot.press("enter")
        await see(pilot, "1 of 3 pass")
    assert own.ran[0][1].endswith(b"# typed\n")


async def test_a_file_that_cannot_be_read_is_told(app: OpenSitting) -> None:
    (app.sitting.folder / "my_tests.py").mkdir()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3", "alt+m")
        await see(pilot, "could not be run")
        await see(pilot, "is a folder")


async def test_the_real_sandbox_runs_them(kit: Kit) -> None:
    app = open_sitting(kit)
    solution(app.sitting).write_text("class Counter:\n    def count(self):\n        return 2\n")
    _write(
        app,
        "from solution import Counter\n\n\ndef test_counts():\n    print('counting')\n"
        "    assert Counter().count() == 1\n\n\ndef test_is():\n    assert Counter()\n",
    )
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f3", "alt+m")
        await until_screen(pilot, OwnTestsScreen)
        await see(pilot, "1 of 2 pass")
        await see(pilot, "counting")
        assert "my_tests.py, line 6" in screen_text(app.screen)
