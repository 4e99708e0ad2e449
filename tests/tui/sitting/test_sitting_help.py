"""What a sitting says by itself: pace, breakage, news of a level, where it failed, what is next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.catalog import Verdict
from harness.grading import Report
from harness.session import Phase, Sitting, Summary
from harness.tui.app import HarnessApp
from harness.tui.kit import Kit
from harness.tui.telling.failures import failing_line
from harness.tui.telling.level_news import level_news
from harness.tui.telling.look_next import look_next
from harness.tui.telling.next_step import next_step
from harness.tui.telling.pace import pace_news
from harness.tui.widgets.editor.code_editor import CodeEditor
from harness.tui.widgets.header_line import RUN_COLUMNS, RunFace
from harness.tui.widgets.verdicts.difference_marks import differing
from tests.tui.doubles import FakeClock, FakeGrader, Graders, passing, report_of
from tests.tui.play import (
    begin,
    header,
    open_sitting,
    screen_text,
    see,
    shows,
    solution,
    submit,
    until,
)


async def test_what_was_green_and_is_red_is_said_first(kit: Kit) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(120, 60)) as pilot:
        solution(app.sitting).write_text(passing(3))
        await until(pilot, lambda: "level 2 of 3" in header(pilot), "level 2")
        solution(app.sitting).write_text(passing(1, 3))
        await until(pilot, lambda: "2 broke" in header(pilot), "the verdict")
        assert "F4 shows 2 broken" in header(pilot)
        shown = screen_text(app.screen)
        assert shown.index("Was green, is red  2") < shown.index("Level 1 · Count")
        solution(app.sitting).write_text(passing(1, 2))
        await until(pilot, lambda: "1 broke" in header(pilot), "the next")
        solution(app.sitting).write_text(passing(1, 2) + "#")
        await until(pilot, lambda: "broke" not in header(pilot), "nothing new")


def test_the_next_step_fits_the_narrowest_header(kit: Kit) -> None:
    sitting = begin(kit, "practice")
    said = [next_step(sitting.state, Phase.RUNNING, kit.key)]
    for text in (
        passing(2),
        passing(3),
        passing(3, 1),
        passing(1, 1),
        passing(3, 3),
        passing(3, 3, 3),
    ):
        submit(sitting, text)
        said.append(next_step(sitting.state, Phase.RUNNING, kit.key))
    said += [next_step(sitting.state, phase, kit.key) for phase in (Phase.PAUSED, Phase.FINISHED)]
    assert said == [
        "F2 read F3 code F5 run",
        "F4 shows 1 failing",
        "F2 level 2, then F5",
        "F4 shows 2 failing",
        "F4 shows 2 broken",
        "F2 level 3, then F5",
        "F10 finishes: all pass",
        "F9 lets the clock run",
        "the sitting is over",
    ]
    assert max(map(len, said)) <= 22  # columns, of the header's 80


def _missing_a_method(source: bytes, sitting: Sitting) -> Report:
    """Level 1 passes; each test of level 2 asks for a method that is not there."""
    report = FakeGrader(sitting.problem).grade(source, 2)
    tests = tuple(
        test
        if test.accepted
        else test.model_copy(update={"verdict": Verdict.COMPILE_ERROR, "line": None})
        for test in report.tests
    )
    return report.model_copy(update={"tests": tests, "verdict": Verdict.COMPILE_ERROR})


async def test_a_method_that_is_missing_is_counted_and_sends_to_no_line(kit: Kit) -> None:
    sitting = begin(kit)
    submit(sitting, passing(3))
    solution(sitting).write_text(passing(3, 0) + "\n")
    sitting.submit(lambda source, *_: _missing_a_method(source, sitting))
    app = HarnessApp(kit, sitting)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await until(pilot, lambda: "CE compile error 3/6" in header(pilot), "the verdict")
        assert "F4 shows 3 failing" in header(pilot)
        await pilot.press("alt+e")
        await see(pilot, "names one, or you")


async def test_where_nothing_failed_no_failure_is_spoken_of(kit: Kit) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("alt+e")
        await see(pilot, "Nothing has been run yet.")
        solution(app.sitting).write_text(passing(3))
        await until(pilot, lambda: "level 2 of 3" in header(pilot), "level 2")
        await pilot.press("alt+e")
        await see(pilot, "Nothing has failed in the last run.")


@pytest.mark.parametrize("verdict", [each for each in Verdict if each is not Verdict.ACCEPTED])
def test_no_figure_of_a_run_is_cut(kit: Kit, verdict: Verdict) -> None:
    (problem,) = kit.catalog.problems.values()
    report = report_of(passing(3), 1, problem)
    passed = report.tests[0]
    failed = passed.model_copy(update={"verdict": verdict})
    for count, broken in ((1, 0), (75, 2), (144, 0), (144, 12), (998, 99)):
        tests = (*[passed] * count, failed)
        run = report.model_copy(update={"tests": tests, "verdict": verdict})
        face = RunFace.of(run, broken)
        assert f"{count}/{count + 1}" in face.long
        assert (f", {broken} broke" in face.long) == (broken > 0)
        assert len(face.long) <= RUN_COLUMNS - 2
        assert len(face.short) <= 11


async def test_while_the_clock_stands_a_run_says_so_and_the_verdict_stays(
    kit: Kit, graders: Graders
) -> None:
    app = open_sitting(kit, "practice")
    async with app.run_test(size=(120, 40)) as pilot:
        solution(app.sitting).write_text(passing(2))
        await until(pilot, lambda: "WA wrong answer 2/3" in header(pilot), "the verdict")
        await pilot.press("f9")
        await until(pilot, lambda: "paused" in header(pilot), "the pause")
        await pilot.press("f5")
        await see(pilot, "F9 lets it run, then F5 submits.")
        assert "WA wrong answer 2/3" in header(pilot)
        pilot.app.clear_notifications()
        solution(app.sitting).write_text(passing(3))
        await see(pilot, "Not submitted: the clock stands")
        assert len(graders.graded) == 1


async def test_it_is_said_first_in_a_pane_that_was_not_in_front_too(kit: Kit) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(80, 24)) as pilot:
        solution(app.sitting).write_text(passing(3))
        await until(pilot, lambda: "level 2/3" in header(pilot), "level 2")
        solution(app.sitting).write_text(passing(1, 3))
        await until(pilot, lambda: "F4 shows 2 broken" in header(pilot), "the verdict")
        await pilot.press("f4")
        await see(pilot, "Was green, is red  2")


async def test_a_level_that_opens_tells_what_is_new_beside_the_editor(kit: Kit) -> None:
    app = open_sitting(kit)
    solution(app.sitting).write_text(passing(3))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f3", "f5")
        await until(pilot, lambda: shows(pilot, "150 points · guide 20 min"), "the news")
        assert shows(pilot, "Statement of level 2.")
        assert shows(pilot, "Level 2 · new")
        assert isinstance(app.screen.focused, CodeEditor)
        await pilot.press("f2")
        await until(pilot, lambda: not shows(pilot, "Level 2 · new"), "it is read")


async def test_only_the_newest_level_is_new(kit: Kit) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(120, 40)) as pilot:
        for level, text in ((2, passing(3)), (3, passing(3, 3))):
            solution(app.sitting).write_text(text)
            await see(pilot, f"Level {level} · new")
        assert shows(pilot, "Level 1  Level 2  Level 3 · new")


def test_news_of_a_level_name_its_methods(kit: Kit, tmp_path: object) -> None:
    problem = next(iter(kit.catalog.problems.values()))
    level = problem.level(2)
    level.statement_file.write_text("# T\n\nTwo **new** things.\n\n`scan(a: int) -> int`\n\nx\n")
    news = level_news(level, "F2").plain
    assert "Two new things." in news
    assert "  scan(a: int) -> int\n" in news


async def test_pace_stands_in_the_header_and_never_stops_typing(kit: Kit, clock: FakeClock) -> None:
    app = open_sitting(kit)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f3")
        assert "0 of 10 min" in header(pilot)
        clock.pass_minutes(11)
        await until(pilot, lambda: shows(pilot, " 11/10 min! "), "the pace")
        assert shows(pilot, "Level 1: 10 min have gone")
        assert isinstance(app.screen.focused, CodeEditor)
        clock.pass_minutes(64.5)
        await until(pilot, lambda: shows(pilot, "15 min left"), "the warning")
        await pilot.press("z")
        assert app.screen.query_one(CodeEditor).text.startswith("z")


def test_each_mark_is_told_once(kit: Kit, clock: FakeClock) -> None:
    sitting = begin(kit)
    told: list[str] = []
    before: Summary = sitting.summary()
    for _ in range(89 * 6):
        clock.pass_minutes(1 / 6)
        now = sitting.summary()
        told += [title for title, _ in pace_news(before, now)]
        before = now
    assert told == ["Level 1: 10 min have gone", "15 min left", "5 min left", "1 min left"]


def _failed_in(kit: Kit, line: int | None, message: str = "") -> Report:
    sitting = begin(kit)
    report = FakeGrader(sitting.problem).grade(passing(1).encode(), 1)
    tests = tuple(
        test if test.accepted else test.model_copy(update={"line": line}) for test in report.tests
    )
    return report.model_copy(update={"tests": tests, "message": message})


def test_the_line_of_a_failure_is_known_from_the_report(kit: Kit) -> None:
    assert failing_line(_failed_in(kit, 3)) == 3


def test_a_compile_error_names_its_line(kit: Kit) -> None:
    report = _failed_in(kit, None, "solution.py, line 12: invalid syntax")
    assert failing_line(report) is None
    assert failing_line(report.model_copy(update={"verdict": Verdict.COMPILE_ERROR})) == 12


async def test_from_the_failure_to_its_line_and_to_green(
    kit: Kit, graders: Graders, monkeypatch: pytest.MonkeyPatch
) -> None:
    grade = FakeGrader.grade

    def with_line(self: FakeGrader, *words: object, **named: object) -> Report:
        report = grade(self, *words, **named)  # type: ignore[arg-type]
        tests = tuple(
            test if test.accepted else test.model_copy(update={"line": 3}) for test in report.tests
        )
        return report.model_copy(update={"tests": tests})

    monkeypatch.setattr(FakeGrader, "grade", with_line)
    app = open_sitting(kit, "practice")
    solution(app.sitting).write_text(passing(1))
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("f4", "f5")
        await until(pilot, lambda: shows(pilot, "solution.py, line 3"), "the failure")
        editor = app.screen.query_one(CodeEditor)
        assert editor.marked_line == 3
        await pilot.press("l")
        await until(pilot, lambda: app.screen.focused is editor, "the editor")
        assert editor.cursor_location == (2, 4)
        editor.move_cursor((0, 0))
        await pilot.press("f2", "alt+e")
        assert editor.cursor_location == (2, 4)
        # And from there to green: the test that failed passes, and nothing is marked any more.
        editor.replace(passing(3), (0, 0), editor.document.end)
        await pilot.press("f5")
        await until(pilot, lambda: "AC accepted 3/3" in header(pilot), "the fix")
        assert editor.marked_line is None
        assert not shows(pilot, "solution.py, line 3")


@given(st.text("ab, [", max_size=30), st.text("ab, [", max_size=30))
def test_what_is_not_marked_is_equal(came: str, expected: str) -> None:
    left, right = differing(came, expected)

    def without(text: str, spans: list[tuple[int, int]]) -> str:
        return "".join(c for n, c in enumerate(text) if not any(a <= n < b for a, b in spans))

    assert without(came, left) == without(expected, right)
    assert bool(left or right) == (came != expected)


def test_very_long_values_are_compared_by_their_ends() -> None:
    came, expected = "a," * 5000 + "x" + ",b" * 5000, "a," * 5000 + "y" + ",b" * 5000
    assert differing(came, expected) == ([(10000, 10001)], [(10000, 10001)])


def test_there_is_always_something_to_look_at_next(kit: Kit, clock: FakeClock) -> None:
    sitting = begin(kit)
    assert "Submit early" in look_next(sitting.state, sitting.summary())[0]
    clock.pass_minutes(30)
    submit(sitting, passing(1))
    lines = look_next(sitting.state, sitting.summary())
    assert lines == ["level 1 took 30 min, its guide is 10 min"]
    submit(sitting, passing(2))
    assert look_next(sitting.state, sitting.summary()) == [
        "counting: 1 of 1 test fails in the best submission.",
        "level 1 took 30 min, its guide is 10 min",
    ]
    submit(sitting, passing(3))
    clock.pass_minutes(1)
    assert "level 1 took 30 min" in look_next(sitting.state, sitting.summary())[0]


def test_a_level_nobody_came_to_is_no_level_that_passes(kit: Kit) -> None:
    sitting = begin(kit)
    submit(sitting, passing(3))
    lines = ["level 2 was open: write it now, without the clock"]
    assert look_next(sitting.state, sitting.summary()) == lines
    submit(sitting, passing(3, 3))
    submit(sitting, passing(3, 3, 3))
    assert look_next(sitting.state, sitting.summary()) == [
        "Everything passes: do it again in less time, or take another problem."
    ]
