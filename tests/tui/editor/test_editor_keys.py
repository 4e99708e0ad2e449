"""Finding, lines, brackets, undo and marks: what makes an editor fit for an exam."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from harness.tui.conventions.commands import TABLE, Place
from harness.tui.conventions.settings import Settings
from harness.tui.files.editor_memory import MOST_BYTES, EditorMemory
from harness.tui.kit import Kit
from harness.tui.widgets.editor.brackets import empty_pair, typed
from harness.tui.widgets.editor.code_editor import MOST_COLOURED_LINES, CodeEditor
from harness.tui.widgets.editor.matches import matches, next_match
from tests.tui.editor.test_editor import EditorApp
from tests.tui.play import OpenSitting, open_sitting, screen_text, solution, until


async def _editor(pilot: Pilot[None], app: OpenSitting, text: str) -> CodeEditor:
    await pilot.press("f3")
    editor = app.screen.query_one(CodeEditor)
    await until(pilot, lambda: app.screen.focused is editor, "the editor")
    editor.replace(text, (0, 0), editor.document.end)
    editor.move_cursor((0, 0))
    return editor


async def _type(pilot: Pilot[None], keys: str) -> None:
    await pilot.press(*({" ": "space"}.get(key, key) for key in keys))


@pytest.mark.parametrize(
    ("before", "character", "after", "line"),
    [
        ("f", "(", "", "f(|)"),
        ("f(", ")", ")", "f()|"),
        ("f", "(", "x", "f(|x"),
        ("x = ", '"', "", 'x = "|"'),
        ('x = "', '"', '"', 'x = ""|'),
        ('""', '"', "", '"""|'),
        ("don", "'", "", "don'|"),
        ("f", '"', "", 'f"|"'),
        ("x[", "{", "]", "x[{|}]"),
        ('"a', '"', "", '"a"|'),
    ],
)
def test_brackets_close_as_one_types(before: str, character: str, after: str, line: str) -> None:
    what = typed(character, before, after)
    if what is None:
        assert line == f"{before}{character}|{after}"
    else:
        rest = after[what.overtyped :]
        assert line == f"{before}{what.text[: what.cursor]}|{what.text[what.cursor :]}{rest}"


def test_an_empty_pair_is_told_from_a_full_one() -> None:
    assert empty_pair("f(", ")")
    assert not empty_pair("f(x", ")")
    assert not empty_pair("", ")")


@given(st.text("aAb\n", max_size=40), st.text("aAb\n", min_size=1, max_size=3), st.booleans())
def test_every_match_is_what_was_wanted(text: str, wanted: str, case: bool) -> None:
    lines = text.split("\n")

    def between(start: tuple[int, int], end: tuple[int, int]) -> str:
        offset = [
            sum(len(line) + 1 for line in lines[:row]) + column for row, column in (start, end)
        ]
        return text[offset[0] : offset[1]]

    found = matches(text, wanted, case=case)
    same = str if case else str.lower
    assert all(same(between(*each)) == same(wanted) for each in found)
    assert bool(found) == (same(wanted) in same(text))
    assert next_match(found, (0, 0), 1) == (0 if found else None)


async def test_typing_closes_overtypes_and_wraps() -> None:
    app = EditorApp("")
    async with app.run_test(size=(80, 24)) as pilot:
        app.editor.focus()
        await pilot.press("f", "(", "[", "1", "]", ")")
        assert app.editor.text == "f([1])"
        await pilot.press("left", "left", "backspace", "backspace")
        assert app.editor.text == "f()"
        await pilot.press("x")
        app.editor.select_all()
        await pilot.press("(")
        assert app.editor.text == "(f(x))"
        assert app.editor.selected_text == "f(x)"
        app.editor.load_text("d = ")
        app.editor.move_cursor((0, 4))
        await pilot.press("{", "enter", "1")
        assert app.editor.text == "d = {\n    1\n}"


async def test_a_paste_of_ten_thousand_lines_is_taken_as_it_is(kit: Kit) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(80, 24)) as pilot:
        editor = await _editor(pilot, app, "")
        pasted = "\r\n".join(f"x_{n} = ([{n}" for n in range(10_000))
        from textual.events import Paste

        editor.post_message(Paste(pasted))
        await until(pilot, lambda: editor.document.line_count == 10_000, "the paste")
        assert editor.text == pasted.replace("\r\n", "\n")
        assert editor.language is None
        assert editor.cursor_location == (9_999, len("x_9999 = ([9999"))
        await pilot.press("y")
        assert editor.text.endswith("9999y")
        file = solution(app.sitting)
        await until(pilot, lambda: file.read_text().endswith("9999y"), "the autosave")
        await pilot.press("ctrl+z", "ctrl+z")
        await until(pilot, lambda: not editor.text, "the text before")
        assert editor.cursor_location == (0, 0)
        await pilot.press("ctrl+y")
        await until(pilot, lambda: editor.document.line_count == 10_000, "the paste again")


async def test_finding_counts_and_goes_round(kit: Kit) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(80, 24)) as pilot:
        editor = await _editor(pilot, app, "alpha\nBeta beta\nalpha\n")
        await pilot.press("ctrl+f")
        await _type(pilot, "beta")
        await until(pilot, lambda: "2 found" in screen_text(app.screen), "the count")
        await pilot.press("enter")
        assert editor.selected_text == "Beta"
        await pilot.press("down")
        assert editor.selected_text == "beta"
        assert "2 of 2" in screen_text(app.screen)
        await pilot.press("down")
        assert editor.selected_text == "Beta"
        await pilot.press("up")
        assert editor.selected_text == "beta"
        await pilot.press("alt+c")
        await until(pilot, lambda: "1 found, Aa" in screen_text(app.screen), "the case")
        await pilot.press("escape")
        assert app.screen.focused is editor
        await pilot.press("ctrl+n")
        assert editor.selected_text == "beta"


async def test_replacing_one_and_all_can_be_undone(kit: Kit) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(80, 24)) as pilot:
        editor = await _editor(pilot, app, "a.b a.b\na.b\n")
        await pilot.press("ctrl+f")
        await _type(pilot, "a.b")
        await pilot.press("enter", "tab")
        await _type(pilot, "c")
        await pilot.press("enter")
        assert editor.text == "c a.b\na.b\n"
        assert editor.selected_text == "a.b"
        await pilot.press("alt+a")
        assert editor.text == "c c\nc\n"
        await pilot.press("escape", "ctrl+z")
        assert editor.text == "c a.b\na.b\n"


async def test_a_line_is_gone_to_by_its_number(kit: Kit) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(80, 24)) as pilot:
        editor = await _editor(pilot, app, "".join(f"    x = {n}\n" for n in range(200)))
        await pilot.press("ctrl+g")
        await until(pilot, lambda: isinstance(app.screen.focused, Input), "the prompt")
        await _type(pilot, "150")
        await pilot.press("enter")
        assert editor.cursor_location == (149, 4)
        assert app.screen.focused is editor
        assert "x = 149" in screen_text(app.screen)


async def test_the_mark_moves_with_its_line_and_goes_when_it_is_mended() -> None:
    app = EditorApp("a\nb\nc\n")
    async with app.run_test(size=(80, 24)):
        editor = app.editor
        editor.mark(2)
        assert "underline" in str(editor.get_line(1).style)
        editor.insert("new\n", (0, 0))
        assert editor.marked_line == 3
        editor.insert("later\n", (3, 0))
        assert editor.marked_line == 3
        editor.insert("x", (2, 1))
        assert editor.marked_line is None


async def test_cursor_and_undo_outlive_the_program(kit: Kit) -> None:
    app = open_sitting(replace(kit, autosave_seconds=1000))
    async with app.run_test(size=(80, 24)) as pilot:
        editor = await _editor(pilot, app, "one\ntwo\nthree\n")
        editor.move_cursor((1, 3))
        await pilot.press("!")
    again = OpenSitting(type(app.app)(kit, app.sitting), app.sitting)
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3")
        editor = again.screen.query_one(CodeEditor)
        await until(pilot, lambda: editor.text == "one\ntwo!\nthree\n", "the text")
        assert editor.cursor_location == (1, 4)
        await pilot.press("ctrl+z")
        assert editor.text == "one\ntwo\nthree\n"
        await pilot.press("ctrl+z")
        assert "Counter" in editor.text
        await pilot.press("ctrl+y", "ctrl+y")
        assert editor.text == "one\ntwo!\nthree\n"


@pytest.mark.parametrize("pane", ["f2", "f4", "ctrl+f"])
async def test_undo_elsewhere_says_where_it_belongs_and_does_nothing(kit: Kit, pane: str) -> None:
    app = open_sitting(replace(kit, settings=Settings(keys={"editor.redo": "ctrl+u"})))
    async with app.run_test(size=(120, 40)) as pilot:
        editor = await _editor(pilot, app, "one\n")
        await pilot.press(pane)
        await until(pilot, lambda: app.screen.focused is not editor, "another place")
        there = app.screen.focused
        await pilot.press("ctrl+z")
        await until(pilot, lambda: "F3 goes there, then Ctrl+Z." in screen_text(app.screen), "it")
        assert (editor.text, app.screen.focused) == ("one\n", there)
        if pane != "ctrl+f":  # a line to type in has that key for itself
            await pilot.press("ctrl+u")
            await until(pilot, lambda: "then Ctrl+U." in screen_text(app.screen), "the other")
        await pilot.press("f3", "ctrl+z")
        assert editor.text != "one\n"


async def test_keys_of_a_conflict_select_nothing_without_one(kit: Kit) -> None:
    """Who presses them once too often does not replace the whole text with the next letter."""
    app = open_sitting(kit)
    async with app.run_test(size=(80, 24)) as pilot:
        editor = await _editor(pilot, app, "one\ntwo\n")
        await pilot.press("f7", "f8")
        assert editor.selected_text == ""
        await pilot.press("alt+a")
        assert editor.selected_text == "one\ntwo\n"


async def test_no_key_of_a_sitting_does_something_else_in_the_editor(kit: Kit) -> None:
    keys = {"sitting.next-pane": "f11"}
    app = open_sitting(replace(kit, settings=Settings(keys=keys)))
    async with app.run_test(size=(80, 24)) as pilot:
        editor = await _editor(pilot, app, "one\ntwo\n")
        await pilot.press("f6")
        assert editor.selected_text == ""
        ours = {key for command in TABLE[Place.SITTING] for key in command.keys.split(",")}
        theirs = {
            active.binding.key
            for active in app.screen.active_bindings.values()
            if not active.binding.id and active.binding.key in ours
        }
        assert not theirs


async def test_what_was_saved_elsewhere_meanwhile_is_one_more_step(kit: Kit) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(80, 24)) as pilot:
        await _editor(pilot, app, "mine\n")
    solution(app.sitting).write_text("theirs\n")
    again = OpenSitting(type(app.app)(kit, app.sitting), app.sitting)
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3")
        editor = again.screen.query_one(CodeEditor)
        await until(pilot, lambda: editor.text == "theirs\n", "theirs")
        await pilot.press("ctrl+z")
        assert editor.text == "mine\n"


async def test_what_is_remembered_stays_small(tmp_path: Path) -> None:
    app = EditorApp("")
    memory = EditorMemory(tmp_path / "editing" / "one.json")
    async with app.run_test(size=(80, 24)):
        for number in range(40):
            app.editor.replace(f"{number}" * 20_000, (0, 0), app.editor.document.end)
        memory.keep(app.editor.remember())
        kept = memory.recall()
    assert kept is not None
    assert 0 < len(kept.undo) < 40
    size = (tmp_path / "editing" / "one.json").stat().st_size
    assert size < MOST_BYTES + 2 * len(app.editor.text)


KEPT: dict[str, object] = {
    "text": "a",
    "selection": [[0, 0], [0, 1]],
    "scroll": 0,
    "undo": [],
    "redo": [],
}
DAMAGES: list[dict[str, object]] = [
    {"text": 1},
    {"selection": {}},
    {"selection": [[0]]},
    {"scroll": float("inf")},
    {"undo": [[["x", [0, 0], [0, 0], [0, 1], None, None, None]]]},
    {"redo": [[["x", [0, 0], [0, 0], [0, 1], "", "before", None]]]},
]


@pytest.mark.parametrize(
    "content",
    ["", "[]", "[" * 100_000, *(json.dumps(KEPT | damage) for damage in DAMAGES)],
    ids=lambda content: content[:90],
)
def test_a_damaged_memory_is_forgotten(tmp_path: Path, content: str) -> None:
    file = tmp_path / "one.json"
    file.write_text(json.dumps(KEPT))
    assert EditorMemory(file).recall() is not None  # so that it is the damage that tells
    file.write_text(content)
    assert EditorMemory(file).recall() is None


async def test_beside_a_damaged_memory_the_persons_file_counts(kit: Kit) -> None:
    app = open_sitting(kit)
    memory = kit.store.file.parent / "editing" / f"{app.sitting.id}.json"
    memory.parent.mkdir(exist_ok=True)
    memory.write_text(json.dumps(KEPT | {"selection": {}}))
    solution(app.sitting).write_text("mine\n")
    async with app.run_test(size=(80, 24)) as pilot:
        editor = app.screen.query_one(CodeEditor)
        await until(pilot, lambda: editor.text == "mine\n", "the person's file")


async def test_a_long_text_keeps_the_cursor_when_its_colours_go() -> None:
    app = EditorApp("x = 1\n" * (MOST_COLOURED_LINES - 1))
    async with app.run_test(size=(80, 24)) as pilot:
        app.editor.focus()
        app.editor.move_cursor((500, 2))
        await pilot.press("enter", "enter", "a")
        assert app.editor.language is None
        assert app.editor.cursor_location[0] == 502


@pytest.mark.parametrize("key", ["alt+t", "alt+n", "alt+z"])
async def test_alt_with_a_letter_types_nothing(kit: Kit, key: str) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(80, 24)) as pilot:
        editor = await _editor(pilot, app, "one\n")
        _press_as_a_terminal_does(app, key)
        await pilot.pause()
        assert editor.text == "one\n"


async def test_the_commands_of_the_find_bar_are_not_typed_into_it(kit: Kit) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(80, 24)) as pilot:
        editor = await _editor(pilot, app, "one One one\n")
        await pilot.press("ctrl+f", *"one")
        await until(pilot, lambda: "3 found" in screen_text(app.screen), "all of them")
        _press_as_a_terminal_does(app, "alt+c")
        await until(pilot, lambda: "2 found, Aa" in screen_text(app.screen), "capitals apart")
        await pilot.press("tab", "x")
        _press_as_a_terminal_does(app, "alt+a")
        await until(pilot, lambda: editor.text == "x One x\n", "what was replaced")


def _press_as_a_terminal_does(app: OpenSitting, key: str) -> None:
    """A terminal sends Alt as Escape before the letter, and the letter stays one."""
    driver = app.app._driver
    assert driver is not None
    driver.send_message(events.Key(key, key[-1]))


async def test_a_match_is_shown_with_the_beginning_of_its_line(kit: Kit) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(80, 24)) as pilot:
        editor = await _editor(pilot, app, f"{' ' * 40}near\n{'x' * 200}there\n")
        await pilot.press("ctrl+f", *"there", "enter")
        await until(pilot, lambda: editor.selected_text == "there", "the far one")
        assert editor.scroll_offset.x > 0
        app.screen.query_one("#find-text", Input).value = "near"
        await pilot.press("enter")
        await until(pilot, lambda: editor.selected_text == "near", "the near one")
        await until(pilot, lambda: editor.scroll_offset.x == 0, "the line from its beginning")


async def test_lines_begin_at_the_edge_again_once_there_is_room(kit: Kit) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(60, 24)) as pilot:
        editor = await _editor(pilot, app, "x" * 150)
        editor.move_cursor((0, 70))
        await until(pilot, lambda: editor.scroll_offset.x > 0, "the cursor")
        await pilot.resize_terminal(100, 24)
        await until(pilot, lambda: editor.scroll_offset.x == 0, "the beginning")
