"""Settings and the table of commands: one definition, every use."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from harness.tui.app import HarnessApp
from harness.tui.conventions.clipboard import told_copy
from harness.tui.conventions.commands import TABLE, Place
from harness.tui.conventions.keymap import keymap
from harness.tui.conventions.settings import Settings, read_settings, settings_file
from harness.tui.files.own_editor import editor_command
from harness.tui.kit import Kit
from harness.tui.screens.anywhere.jump import JumpScreen
from harness.tui.widgets.editor.code_editor import CodeEditor
from tests.tui.play import header, open_sitting, painted, screen_text, see_at_rest, until


def _read(tmp_path: Path, content: str) -> tuple[Settings, tuple[str, ...]]:
    file = tmp_path / "settings.toml"
    file.write_text(content)
    return read_settings(file)


def test_a_missing_file_says_nothing(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.toml") == (Settings(), ())


def test_the_environment_names_another_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HARNESS_CONFIG", "/elsewhere/mine.toml")
    assert settings_file() == Path("/elsewhere/mine.toml")


def test_what_is_right_holds_and_what_is_wrong_is_told(tmp_path: Path) -> None:
    settings, faults = _read(
        tmp_path, 'theme = "light"\nspeed = 3\nmouse = "no"\n[keys]\n"sitting.run" = "f5"\nx = 1\n'
    )
    assert settings == Settings(theme="light", keys={"sitting.run": "f5"})
    assert len(faults) == 3
    assert "`speed` is no setting" in faults[0] + faults[1] + faults[2]
    assert any("`mouse`" in fault and "its default holds" in fault for fault in faults)
    assert any("`keys.x`" in fault for fault in faults)


@pytest.mark.parametrize("content", ["theme = ", "\x00", 'keys = "f5"', "[keys]\n[keys]"])
def test_a_broken_file_leaves_the_defaults_and_one_line(tmp_path: Path, content: str) -> None:
    settings, faults = _read(tmp_path, content)
    assert settings == Settings()
    assert len(faults) == 1


@pytest.mark.parametrize(
    "place", [Place.HOME, Place.STATEMENT, Place.CODE, Place.TESTS, Place.OWN_TESTS]
)
def test_no_two_commands_share_a_key_where_both_work(place: Place) -> None:
    around = () if place in {Place.HOME, Place.OWN_TESTS} else TABLE[Place.SITTING]
    commands = (*TABLE[Place.EVERYWHERE], *around, *TABLE[place])
    keys = [key for command in commands for key in command.keys.split(",")]
    assert len(keys) == len(set(keys))


def test_keys_that_cannot_be_given_are_told() -> None:
    given, faults = keymap(
        {
            "sitting.run": "f5, f11",
            "sitting.walk": "f5",
            "editor.find": "f2",
            "editor.line": "cmd+l",
            "home.quit": " ",
            "home.search": "alt+s, alt+b",
        }
    )
    assert given == {"sitting.run": "f5,f11"}
    assert len(faults) == 5
    assert any("a terminal sends alt+b as ctrl+left; slash stays" in fault for fault in faults)
    assert any("cmd+l is no key" in fault for fault in faults)
    assert any("f2 belongs to sitting.statement" in fault for fault in faults)


async def test_another_key_works_and_is_shown_everywhere(kit: Kit) -> None:
    settings = Settings(keys={"sitting.tests": "f11", "editor.find": "ctrl+k"})
    app = open_sitting(replace(kit, settings=settings))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f11")
        await until(pilot, lambda: app.screen.focused is not None, "a focus")
        assert app.screen.focused.id != "code"  # type: ignore[union-attr]
        await until(pilot, lambda: "F11 Tests" in screen_text(app.screen), "the footer")
        assert "F4" not in screen_text(app.screen)  # on the pane's own border neither
        await pilot.press("f3", "ctrl+k")
        await until(pilot, lambda: "Alt+C case" in screen_text(app.screen), "the find bar")


async def test_another_key_leaves_every_command_in_its_place(kit: Kit) -> None:
    """In footer and help, two that change keys with each other as well."""
    keys = {
        "sitting.run": "f11,alt+r",
        "sitting.statement": "f3",
        "sitting.code": "f2",
        "editor.find": "ctrl+k",
    }
    names = [command.name for command in TABLE[Place.SITTING] if command.footer]
    app = open_sitting(replace(kit, settings=Settings(keys=keys)), "practice")
    async with app.run_test(size=(120, 100)) as pilot:
        await pilot.press("f2")
        await until(pilot, lambda: "F11 Run" in screen_text(app.screen), "the footer")
        footer = screen_text(app.screen).splitlines()[-1]
        places = [footer.index(f" {name}") for name in names]
        assert places == sorted(places)
        assert footer.split()[:4] == ["F3", "Statement", "F2", "Code"]
        await pilot.press("f1")
        await until(pilot, lambda: "Esc closes" in screen_text(app.screen), "help")
        shown = screen_text(app.screen)
        for place in (Place.SITTING, Place.CODE):
            found = [shown.find(command.help) for command in TABLE[place]]
            rows = [row for row in found if row >= 0]
            assert rows == sorted(rows)
        assert "Ctrl+K" in shown


async def test_the_palette_offers_what_can_be_done_and_does_it(kit: Kit) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f3", "ctrl+t")
        await pilot.press(*"go to line")
        await until(pilot, lambda: "Go to a line by its number" in screen_text(app.screen), "it")
        await pilot.press("enter")
        await until(
            pilot, lambda: "its number, then Enter" in screen_text(app.screen), "the prompt"
        )


async def test_help_shows_every_command_that_works_here(kit: Kit) -> None:
    app = open_sitting(kit, "practice")
    async with app.run_test(size=(120, 100)) as pilot:
        await pilot.press("f3", "f1")
        await until(pilot, lambda: "Esc closes" in screen_text(app.screen), "help")
        shown = screen_text(app.screen)
        # Without a conflict two have nothing to do, without another window one; Ctrl+C copies.
        conflict = {"sitting.difference", "sitting.take-theirs"}
        hidden = {*conflict, "sitting.take-over", "app.how-to-quit"}
        for place in (Place.EVERYWHERE, Place.SITTING, Place.CODE):
            for command in TABLE[place]:
                assert (command.help in shown) == (command.id not in hidden), command.id


async def test_a_letter_jumps_to_a_place(kit: Kit) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "90:00 left" in header(pilot), "the sitting")
        editor = app.screen.query_one(CodeEditor)
        assert app.screen.focused is not editor
        await pilot.press("ctrl+l")
        await until(pilot, lambda: isinstance(app.screen, JumpScreen), "the letters")
        jump = app.screen
        assert isinstance(jump, JumpScreen)
        letter = next(each for each, widget in jump._places.items() if widget is editor)
        assert f" {letter} " in screen_text(app.screen)
        await pilot.press(letter)
        await until(pilot, lambda: app.screen.focused is editor, "the editor")


async def test_light_and_dark_change_with_a_key(kit: Kit) -> None:
    app = HarnessApp(replace(kit, settings=Settings(theme="light")))
    async with app.run_test(size=(80, 24)) as pilot:
        assert not app.current_theme.dark
        await pilot.press("alt+t")
        assert app.current_theme.dark


async def test_no_color_leaves_no_colour(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = open_sitting(kit)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3")
        await until(pilot, lambda: "Counter" in screen_text(app.screen), "the code")
        background = app.screen.background_colors[0]
        styles = []
        for line in painted(app.screen):
            strip = line
            for line_filter in app.app.get_line_filters():
                strip = strip.apply_filter(line_filter, background)
            styles += [segment.style for segment in strip if segment.style is not None]
        assert styles
        colours = [colour for style in styles for colour in (style.color, style.bgcolor)]
        assert all(colour is None or colour.is_default for colour in colours)
        assert any(style.reverse for style in styles)


async def test_without_colours_the_choice_in_a_list_is_still_told(
    kit: Kit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = HarnessApp(kit)
    async with app.run_test(size=(80, 24)) as pilot:
        await see_at_rest(pilot, "not tried yet")
        await pilot.press("enter")
        await see_at_rest(pilot, "Drill")
        await pilot.press("down")
        await pilot.pause()
        told = {
            word
            for strip in painted(app.screen)
            for segment in strip
            for word in ("Exam", "Practice", "Drill")
            if word in segment.text and segment.style is not None and segment.style.underline
        }
        assert told == {"Practice"}


def test_the_own_editor_is_found_as_people_name_it(tmp_path: Path) -> None:
    path = tmp_path / "solution.py"
    assert editor_command(path, 7, {}) == ["vi", "+7", str(path)]
    assert editor_command(path, 7, {"EDITOR": "nano -w"}) == ["nano", "-w", "+7", str(path)]
    both = {"VISUAL": "code --wait", "EDITOR": "nano"}
    assert editor_command(path, 7, both) == ["code", "--wait", str(path)]


def test_copying_claims_no_more_than_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "there")
    title, line = told_copy("abc", "Ctrl+P")
    assert title == "Sent to the terminal"
    assert "not every terminal" in line
    assert "Ctrl+P pastes" in line


@pytest.mark.skipif(sys.platform != "linux", reason="stands in for a program of Linux")
@pytest.mark.parametrize(
    ("xclip", "title"),
    [
        ('case "$*" in *-o) /bin/cat "$0.kept";; *) /bin/cat > "$0.kept";; esac', "Copied"),
        ('echo "Can\'t open display" >&2; exit 1', "Sent to the terminal"),
        ("exit 0", "Sent to the terminal"),
    ],
)
def test_copying_is_told_as_it_went(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    xclip: str,
    title: str,
) -> None:
    program = tmp_path / "xclip"
    program.write_text(f"#!/bin/sh\n{xclip}\n")
    program.chmod(0o755)
    for name in ("SSH_CONNECTION", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":77")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert told_copy("größe\n    x = 1\n", "Ctrl+V")[0] == title
    assert capfd.readouterr() == ("", "")
