"""A disk that takes nothing: nobody is locked in, and nothing typed is lost unsaid."""

import errno
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from harness.session import Sitting
from harness.tui.app import HarnessApp
from harness.tui.conventions.settings import Settings
from harness.tui.kit import Kit
from harness.tui.screens.afterwards.result import ResultScreen
from harness.tui.screens.home.home import HomeScreen
from harness.tui.screens.sitting.sitting import SittingScreen
from harness.tui.widgets.editor.code_editor import CodeEditor
from tests.tui.doubles import FakeClock
from tests.tui.play import (
    OpenSitting,
    open_sitting,
    screen_text,
    see,
    settled,
    shows,
    solution,
    until,
    until_screen,
)

_FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@dataclass
class Disk:
    """Folders in which no new file can be written."""

    full: set[Path] = field(default_factory=set)

    def demand_room(self, folder: Path) -> None:
        if folder.resolve() in self.full:
            raise _FULL


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    disk = Disk()
    make, open_ = tempfile.mkstemp, Path.open

    def mkstemp(*words: Any, **options: Any) -> tuple[int, str]:
        disk.demand_room(Path(options["dir"]))
        return make(*words, **options)

    def open_path(path: Path, mode: str = "r", *words: Any, **options: Any) -> IO[Any]:
        if "x" in mode:
            disk.demand_room(path.parent)
        return open_(path, mode, *words, **options)

    monkeypatch.setattr(tempfile, "mkstemp", mkstemp)
    monkeypatch.setattr(Path, "open", open_path)
    yield disk
    disk.full.clear()


@pytest.fixture
def kit(kit: Kit, home: Path, tmp_path: Path) -> Kit:
    """A kit that knows two other folders; the second is the temporary one."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    return replace(kit, elsewhere=(home, temporary))


async def _type_in_vain(pilot: Pilot[None], app: OpenSitting) -> None:
    await pilot.press("f3", *"kept")
    await see(pilot, "No space left on device")
    assert not solution(app.sitting).read_text().startswith("kept")


def _copies(*folders: Path) -> list[Path]:
    return [copy for folder in folders for copy in folder.glob("*solution.py.mine-*")]


async def test_leaving_tells_where_the_copy_is_and_asks(
    kit: Kit, disk: Disk, clock: FakeClock
) -> None:
    app = open_sitting(kit)
    folder, home = app.sitting.folder, kit.elsewhere[0]
    async with app.run_test(size=(80, 24)) as pilot:
        disk.full = {folder}
        await _type_in_vain(pilot, app)
        await pilot.press("f12")
        await see(pilot, f"~/{folder.name}-solution.py.mine-120000")
        (copy,) = _copies(home)
        assert copy.read_text().startswith("kept")
        assert copy.stat().st_mode & 0o777 == 0o600
        await pilot.press("escape")
        await until_screen(pilot, SittingScreen)
        await pilot.press("f12")  # asked again, the same text is where it was
        await see(pilot, "A copy of what you typed is in")
        await pilot.press("escape", "m")
        await see(pilot, "keptm")
        clock.pass_minutes(1)
        await pilot.press("f12")
        await see(pilot, f"~/{folder.name}-solution.py.mine-120100")
        await pilot.press("enter")
        await until_screen(pilot, HomeScreen)
    assert sorted(each.read_text()[:5] for each in _copies(home)) == ["keptc", "keptm"]
    assert not _copies(folder)


@pytest.mark.slow
async def test_who_stays_is_saved_once_there_is_room(kit: Kit, disk: Disk) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(80, 24)) as pilot:
        disk.full = {app.sitting.folder}
        await _type_in_vain(pilot, app)
        await pilot.press("f12")
        await see(pilot, "A copy of what you typed is in")
        await pilot.press("escape")
        for key in ("ctrl+s", "f5", "alt+m"):
            await pilot.press(key)
            await see(pilot, "Not done, for it is not saved")
            pilot.app.clear_notifications()
            await until(pilot, lambda: not shows(pilot, "Not done"), "the notice gone")
        disk.full.clear()  # no key is needed for what follows
        await until(pilot, lambda: solution(app.sitting).read_text().startswith("kept"), "it")
        await until(pilot, lambda: not shows(pilot, "No space left"), "no trouble any more")
        await pilot.press("f12")
        await until_screen(pilot, HomeScreen)


@pytest.mark.slow
async def test_the_next_folder_is_taken_when_the_first_is_full_too(kit: Kit, disk: Disk) -> None:
    app = open_sitting(kit)
    home, temporary = kit.elsewhere
    async with app.run_test(size=(200, 24)) as pilot:
        disk.full = {app.sitting.folder, home}
        await _type_in_vain(pilot, app)
        await pilot.press("f12")
        await see(pilot, "A copy of what you typed is in")
        (copy,) = _copies(temporary)
        told = app.screen.query_one(".dialog-text", Static).content  # on screen the path is folded
        assert str(copy) in str(told)
        assert copy.read_text().startswith("kept")


@pytest.mark.slow
async def test_where_no_disk_takes_anything_it_is_lost_only_knowingly(kit: Kit, disk: Disk) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(120, 40)) as pilot:
        disk.full = {app.sitting.folder, *kit.elsewhere}
        await _type_in_vain(pilot, app)
        for habit in ("enter", "escape"):
            await pilot.press("f12")
            await see(pilot, "cannot be saved anywhere")
            told = str(app.screen.query_one(".dialog-text", Static).content)
            assert all(str(folder) in told for folder in kit.elsewhere)
            await pilot.press(habit)
            await until_screen(pilot, SittingScreen)
        assert app.screen.query_one(CodeEditor).text.startswith("kept")
        await pilot.press("f12")
        await see(pilot, "L  lose it and leave")
        await pilot.press("l")
        await until_screen(pilot, HomeScreen)
    assert not _copies(app.sitting.folder, *kit.elsewhere)


@pytest.mark.slow
async def test_finishing_asks_and_ends_only_then(kit: Kit, disk: Disk) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(120, 40)) as pilot:
        disk.full = {app.sitting.folder}
        await _type_in_vain(pilot, app)
        await pilot.press("f10")
        await see(pilot, "Finish the sitting?")
        await pilot.press("enter")
        await see(pilot, "A copy of what you typed is in")
        await pilot.press("escape")
        await until_screen(pilot, SittingScreen)
        assert not app.sitting.summary().phase.over
        await pilot.press("f10", "enter")
        await see(pilot, "A copy of what you typed is in")
        await pilot.press("enter")
        await until_screen(pilot, ResultScreen)
    assert len(_copies(kit.elsewhere[0])) == 1


@pytest.mark.slow
async def test_time_that_runs_out_takes_nothing_away_unsaid(
    kit: Kit, disk: Disk, clock: FakeClock
) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(120, 40)) as pilot:
        disk.full = {app.sitting.folder, *kit.elsewhere}
        await _type_in_vain(pilot, app)
        clock.pass_minutes(91)
        await see(pilot, "lose it and see the result")
        await pilot.press("escape")
        await until_screen(pilot, SittingScreen)
        editor = app.screen.query_one(CodeEditor)
        assert editor.text.startswith("kept")
        await pilot.press("f3", "alt+a")  # as the dialog says, for copying
        assert editor.selected_text.startswith("kept")
        await pilot.press("f10")
        await see(pilot, "lose it and see the result")
        await pilot.press("l")
        await until_screen(pilot, ResultScreen)


@pytest.mark.slow
async def test_the_least_terminal_shows_the_copy_and_the_keys(kit: Kit, disk: Disk) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(50, 12)) as pilot:
        disk.full = {app.sitting.folder}
        await pilot.press("f3", *"kept", "f12")
        await see(pilot, "Enter  leave     Esc  stay")
        assert shows(pilot, "A copy of what you typed is in")
        await pilot.press("escape")
        disk.full |= set(kit.elsewhere)
        await pilot.press("x", "f12")
        await see(pilot, "L  lose it and leave     Esc  stay")
        assert shows(pilot, "Once you leave it is lost. Make room")
        await pilot.press("end")
        await see(pilot, "No copy can be written")


async def _left_with_a_copy(kit: Kit, disk: Disk) -> Sitting:
    """A sitting left while its folder was full; there is room again."""
    app = open_sitting(kit)
    async with app.run_test(size=(80, 24)) as pilot:
        disk.full = {app.sitting.folder}
        await _type_in_vain(pilot, app)
        await pilot.press("f12")
        await see(pilot, "A copy of what you typed is in")
        await pilot.press("enter")
        await until_screen(pilot, HomeScreen)
    disk.full.clear()
    return app.sitting


def _resumed(kit: Kit, left: Sitting) -> OpenSitting:
    sitting = Sitting.open(kit.store, left.id, kit.catalog, clock=kit.clock)
    return OpenSitting(HarnessApp(kit, sitting), sitting)


@pytest.mark.parametrize(
    "size",
    [
        pytest.param((50, 12), marks=pytest.mark.slow),
        (80, 24),
        pytest.param((120, 40), marks=pytest.mark.slow),
    ],
    ids=str,
)
async def test_who_resumes_is_shown_the_copy_and_one_key_takes_it_in(
    kit: Kit, disk: Disk, size: tuple[int, int]
) -> None:
    left = await _left_with_a_copy(kit, disk)
    before = solution(left).read_text()
    (copy,) = _copies(kit.elsewhere[0])
    app = _resumed(kit, left)
    async with app.run_test(size=size) as pilot:
        await see(pilot, "solution.py lacks what you typed last")
        words = "".join(screen_text(app.screen).replace("│", "").split())
        assert f"~/{copy.name}" in words  # which a narrow screen folds
        await pilot.press("end")
        await see(pilot, "+kept")
        assert shows(pilot, "T  take the copy in     Esc  leave it")
        await pilot.press("enter")  # as who opened the sitting with it may press it twice
        assert solution(left).read_text() == before
        await pilot.press("t")
        await until_screen(pilot, SittingScreen)
        editor = app.screen.query_one(CodeEditor)
        assert editor.text == solution(left).read_text() == copy.read_text()
        (replaced,) = left.folder.glob("solution.py.theirs-*")
        assert replaced.read_text() == before
        await pilot.press("f3", "ctrl+z")
        assert editor.text == before
    app = _resumed(kit, left)  # what was saved since is newer than the copy
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, SittingScreen)
    assert copy.read_text().startswith("kept")


@pytest.mark.slow
async def test_a_copy_that_is_left_is_left_and_shown_again(kit: Kit, disk: Disk) -> None:
    left = await _left_with_a_copy(kit, disk)
    before = solution(left).read_text()
    (copy,) = _copies(kit.elsewhere[0])
    for _ in range(2):
        app = _resumed(kit, left)
        async with app.run_test(size=(80, 24)) as pilot:
            await see(pilot, "solution.py lacks what you typed last")
            await pilot.press("escape")
            await until_screen(pilot, SittingScreen)
            assert app.screen.query_one(CodeEditor).text == solution(left).read_text() == before
        assert copy.read_text().startswith("kept")


@pytest.mark.slow
async def test_who_takes_over_is_shown_the_copy_then(kit: Kit, disk: Disk) -> None:
    left = await _left_with_a_copy(kit, disk)
    other = Sitting.open(kit.store, left.id, kit.catalog, clock=kit.clock)
    other.take_over("another window")
    app = _resumed(kit, left)
    async with app.run_test(size=(80, 24)) as pilot:
        await see(pilot, "This sitting is open in another window")
        await pilot.press("enter")
        await see(pilot, "solution.py lacks what you typed last")
    other.release()


@pytest.mark.slow
async def test_the_own_editor_waits_for_what_becomes_of_the_copy(
    kit: Kit, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = await _left_with_a_copy(kit, disk)
    opened: list[str] = []

    def edit(_: object, path: Path, __: int) -> None:
        opened.append(path.read_text())

    monkeypatch.setattr("harness.tui.screens.sitting.file.edit_outside", edit)
    app = _resumed(replace(kit, settings=Settings(editor="outside")), left)
    async with app.run_test(size=(80, 24)) as pilot:
        await see(pilot, "solution.py lacks what you typed last")
        assert not opened
        await pilot.press("t")
        await until(pilot, lambda: opened, "the own editor")
        assert opened[0].startswith("kept")
