"""After the sitting: the review as a screen, the evidence of its remarks, the reference beside."""

import pytest
from textual.widgets import OptionList

from harness.catalog import Problem
from harness.grading import Report
from harness.review import Place, Remark, past_sittings, review_sitting
from harness.session import MODES, Sitting
from harness.tui.app import HarnessApp
from harness.tui.kit import Kit
from harness.tui.running.runs import RunLeftError
from harness.tui.screens.afterwards.result import ResultScreen
from harness.tui.screens.home.home import HomeScreen
from harness.tui.screens.review.evidence import EvidenceScreen
from harness.tui.screens.review.reference import ReferenceScreen
from harness.tui.screens.review.review import ReviewScreen
from tests.review import shapes
from tests.review.recorded import Record, reference
from tests.tui.doubles import FakeClock, Graders, passing
from tests.tui.play import begin, screen_text, see, solution, submit, until, until_screen


def _rewritten(record: Record, kit: Kit) -> Sitting:
    return shapes.rewritten(record, kit.catalog.problem("key_value_store"))


async def test_a_result_opens_its_review_and_a_remark_its_evidence(
    real: Kit, record: Record
) -> None:
    sitting = _rewritten(record, real)
    app = HarnessApp(real)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ResultScreen(sitting, real))
        await see(pilot, "V Review")
        await pilot.press("v")
        await until_screen(pilot, ReviewScreen)
        await see(pilot, "! Level 3 was begun anew")
        assert "submission 2, solution.py:21-27, and 3 more" in screen_text(app.screen)
        await pilot.press("down", "enter")
        await until_screen(pilot, EvidenceScreen)
        await see(pilot, "▶  21     def delete")
        assert "alive at level 3: 0 statements" in screen_text(app.screen)
        await pilot.press("enter", "end")
        await until(pilot, lambda: "▶  21" not in screen_text(app.screen), "the end of the file")
        await pilot.press("l")
        await see(pilot, "▶  21     def delete")
        await pilot.press("escape", "down")
        await see(pilot, "▶  53     def delete")
        await pilot.press("escape")
        await until_screen(pilot, ReviewScreen)
        await pilot.press("escape")
        await until_screen(pilot, ResultScreen)


async def test_a_submission_that_waited_is_graded_before_it_is_reviewed(
    kit: Kit, clock: FakeClock, graders: Graders
) -> None:
    """As when the window was killed during the last run and time ran out since."""
    sitting = begin(kit)
    solution(sitting).write_text(passing(3))

    def killed(source: bytes, level: int, tell: object) -> Report:
        raise RunLeftError("The window is gone.")

    with pytest.raises(RunLeftError):
        sitting.submit(killed)
    clock.pass_minutes(91)
    app = HarnessApp(kit)
    async with app.run_test(size=(120, 40)) as pilot:
        await see(pilot, "0 of 500  time is up  one submission waits: Enter grades it")
        await pilot.press("end", "v")
        await until_screen(pilot, ReviewScreen)
        await see(pilot, "100 of 500 points")
        assert [level for _, level in graders.graded] == [1]
        await pilot.press("escape")
        await see(pilot, "100 of 500  time is up")
        assert "waits" not in screen_text(app.screen)


async def test_at_the_first_remark_its_heading_is_in_view(real: Kit, record: Record) -> None:
    app = HarnessApp(real)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ReviewScreen(_rewritten(record, real), real))
        await see(pilot, "! Level 3 was begun anew")
        top = screen_text(app.screen)
        assert "\n Growth" in top
        for there, back in (("end", "home"), ("pagedown", "pageup")):
            await pilot.press(there, there)
            await until(pilot, lambda: "\n Growth" not in screen_text(app.screen), "further down")
            await pilot.press(*[back] * 5)
            await until(pilot, lambda: screen_text(app.screen) == top, "the top again")


@pytest.mark.slow
async def test_own_tests_and_integrity_come_when_asked_for(real: Kit, record: Record) -> None:
    sitting = _rewritten(record, real)
    app = HarnessApp(real)
    async with app.run_test(size=(120, 50)) as pilot:
        await app.push_screen(ReviewScreen(sitting, real))
        await see(pilot, "! Level 3 was begun anew")
        assert "Integrity" not in screen_text(app.screen)
        await pilot.press("m")
        await see(pilot, "Running what was submitted")
        await pilot.press("m")
        await until(pilot, lambda: len(_titles(app)) == 6, "two more sections")
        assert {"Own tests", "Integrity"} <= _titles(app)
        await pilot.press("end")
        await pilot.pause()
        assert "begun anew" in screen_text(app.screen)


@pytest.mark.slow
async def test_nothing_is_run_while_another_sitting_keeps_the_level_locked(
    real: Kit, record: Record
) -> None:
    sitting = _rewritten(record, real)
    problem = real.catalog.problem("key_value_store")
    Sitting.start(real.store, problem, MODES["exam"], real.new_folder(problem), clock=real.clock)
    app = HarnessApp(real)
    async with app.run_test(size=(120, 50), notifications=True) as pilot:
        await app.push_screen(ReviewScreen(sitting, real))
        await see(pilot, "! Level 3 was begun anew")
        await pilot.press("m")
        await see(pilot, "locked")
        assert _titles(app) == {"Growth", "Habits", "Pace", "Concepts"}


def _titles(app: HarnessApp) -> set[str]:
    """The headings of the sections that the review shows."""
    shown = {str(option.prompt) for option in app.screen.query_one(OptionList).options}
    return shown & {"Growth", "Habits", "Pace", "Own tests", "Integrity", "Concepts"}


@pytest.mark.slow
async def test_every_section_and_every_remark_can_be_reached_by_arrows(
    real: Kit, record: Record
) -> None:
    sitting = _rewritten(record, real)
    app = HarnessApp(real)
    read = ""
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ReviewScreen(sitting, real))
        await see(pilot, "! do otherwise")
        review = review_sitting(sitting, past_sittings(real.store, real.clock.now()), real.catalog)
        for _ in range(len(review.remarks) + len(tuple(review.sections))):
            read += screen_text(app.screen)
            await pilot.press("down")
            await pilot.pause()
    for title, section in review.sections:
        assert title in read
        for remark in section.remarks:
            assert " ".join(remark.sentence.split()[:5]) in read


@pytest.mark.slow
async def test_the_timeline_is_a_key_away_on_a_small_screen_and_beside_on_a_large_one(
    real: Kit, record: Record
) -> None:
    sitting = _rewritten(record, real)
    app = HarnessApp(real)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ReviewScreen(sitting, real))
        await see(pilot, "Growth")
        assert "level 4┤" not in screen_text(app.screen)
        await pilot.press("t")
        await see(pilot, "level 4┤")
        assert "◆ all passed" in screen_text(app.screen)
        await pilot.press("end")
        await see(pilot, "Concepts, the least held first")
        await pilot.press("escape")
        await see(pilot, "Growth")
        await pilot.resize_terminal(120, 40)
        await see(pilot, "level 4┤")
        assert "Growth" in screen_text(app.screen)


async def test_home_reviews_the_result_under_the_cursor_and_refuses_what_still_runs(
    real: Kit, record: Record
) -> None:
    _rewritten(record, real)
    record("practice")
    app = HarnessApp(real)
    async with app.run_test(size=(80, 24)) as pilot:
        await see(pilot, "Resume")
        await pilot.press("v")
        await see(pilot, "The sitting is not over")
        await pilot.press("r")
        await see(pilot, "its references open when it is")
        await pilot.press("enter", "escape")
        await until_screen(pilot, HomeScreen)
        await pilot.press("end", "v")
        await see(pilot, "! Level 3 was begun anew")
        await pilot.press("escape")
        await until_screen(pilot, HomeScreen)


@pytest.mark.slow
async def test_home_reviews_the_last_sitting_of_a_problem_and_says_when_there_is_none(
    real: Kit, record: Record
) -> None:
    _rewritten(record, real)
    app = HarnessApp(real)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await see(pilot, "best 400")
        rows = app.screen.query_one(OptionList)
        rows.highlighted = rows.get_option_index("problem:key_value_store")
        await pilot.press("v")
        await see(pilot, "! Level 3 was begun anew")
        await pilot.press("escape")
        await until_screen(pilot, HomeScreen)
        await pilot.app.workers.wait_for_complete()
        await pilot.press("down", "down", "v")
        await see(pilot, "Choose a result")


async def test_a_fault_of_ours_is_one_line_and_the_way_back_stays(
    kit: Kit, problem: Problem
) -> None:
    sitting = _of_two_levels(kit)
    problem.reference(1).unlink()
    app = HarnessApp(kit)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ReviewScreen(sitting, kit))
        await see(pilot, "A fault of the harness: FileNotFoundError")
        await pilot.press("t", "enter", "escape")
        await until_screen(pilot, HomeScreen)


async def test_evidence_tells_a_test_as_its_mode_allows(kit: Kit) -> None:
    for mode, told in (("practice", "3 was expected"), ("exam", "an exam shows its name")):
        sitting = _of_two_levels(kit, mode)
        place = Place(submission=2, test="level_2/test_hidden.py::test_2_2")
        app = HarnessApp(kit)
        async with app.run_test(size=(80, 24)) as pilot:
            await app.push_screen(EvidenceScreen(_remark(place), sitting, kit))
            await see(pilot, told)
            assert ("3 was expected" in screen_text(app.screen)) == (mode == "practice")


async def test_evidence_may_lie_in_another_sitting_in_a_version_or_nowhere_any_more(
    kit: Kit,
) -> None:
    other = _of_two_levels(kit)
    sitting = begin(kit)
    (sitting.folder / "my_tests.py").write_text("# one\n# two\n")
    sitting.finish()
    places = (
        Place(session=other.id, submission=1),
        Place(session="nobody", submission=1),
        Place(file="my_tests.py", first_line=2, last_line=2, excerpt="# two"),
        Place(file="my_tests.py", first_line=7, last_line=7, excerpt="# gone"),
        Place(file="submissions/accepted/level_1.py", first_line=1, last_line=1, excerpt="quote"),
    )
    app = HarnessApp(kit)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(EvidenceScreen(_remark(*places), sitting, kit))
        await see(pilot, "# passes 3")
        for words in ("no sitting 'nobody'", "▶   2 # two", "▶   7 # gone", "▶   1 quote"):
            await pilot.press("down")
            await see(pilot, words)
        assert "def count" not in screen_text(app.screen), "a reference is only quoted"


@pytest.mark.slow
async def test_the_reference_of_an_exam_is_read_after_saying_so(real: Kit, record: Record) -> None:
    sitting = _rewritten(record, real)
    app = HarnessApp(real)
    async with app.run_test(size=(120, 40)) as pilot:
        await app.push_screen(ReviewScreen(sitting, real))
        await see(pilot, "Growth")
        await pilot.press("r")
        await see(pilot, "This was an exam, and Key-value store cannot be sat again")
        assert "def set" not in screen_text(app.screen)
        await pilot.press("escape")
        await until_screen(pilot, ReviewScreen)
        await pilot.press("r")
        await see(pilot, "Enter  read it")
        await pilot.press("enter")
        await see(pilot, "Trains reading a contract exactly")
        assert screen_text(app.screen).count("def set(self, key") == 2, "theirs and one's own"
        await pilot.press("3")
        await see(pilot, "+ new since level 2")
        assert "yours: submission 6" in screen_text(app.screen)
        while "KeyValueStore.set:" not in screen_text(app.screen):
            await pilot.press("n")
            await pilot.pause()
        await until(pilot, lambda: screen_text(app.screen).count("▶") > 2, "both are marked")
        await pilot.press("p")
        await until(pilot, lambda: "KeyValueStore.set:" not in screen_text(app.screen), "before")
        await pilot.press("escape")
        await until_screen(pilot, ReviewScreen)


@pytest.mark.slow
async def test_the_reference_is_read_pane_by_pane_on_a_small_screen(
    real: Kit, record: Record
) -> None:
    kvs = real.catalog.problem("key_value_store")
    recording = record("practice")
    recording.run(5, reference(kvs, 1, "frozen_rows"), "test_two_stores_share_nothing")
    sitting = recording.finish(10)
    app = HarnessApp(real)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ReferenceScreen(sitting, real))
        await see(pilot, "An in-memory store of keys, each holding named fields")
        await pilot.press("f4")
        await until(pilot, lambda: "named fields" not in screen_text(app.screen), "one's own")
        await pilot.press("f2")
        await see(pilot, "Trains reading a contract exactly")
        await pilot.press("2")
        await see(pilot, "Level 2 was never opened")
        await pilot.press("escape")
        await see(pilot, "reference of level 1 of 4")
        await pilot.press("2", "enter")
        await see(pilot, "reference of level 2 of 4")
        await pilot.press("f4")
        await see(pilot, "You submitted nothing for this level.")


@pytest.mark.slow
async def test_a_level_that_a_running_sitting_locks_stays_closed(real: Kit, record: Record) -> None:
    sitting = _rewritten(record, real)
    record("exam")
    app = HarnessApp(real)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ReferenceScreen(sitting, real))
        await pilot.press("enter")
        await see(pilot, "reference of level 1 of 4")
        await pilot.press("2")
        await see(pilot, "locked")
        await pilot.press("enter")
        await see(pilot, "reference of level 1 of 4")


def _of_two_levels(kit: Kit, mode: str = "exam") -> Sitting:
    """A sitting of the tiny problem: level 1 done, level 2 not."""
    sitting = begin(kit, mode)
    for text in (passing(3), passing(3, 2)):
        submit(sitting, text)
    sitting.finish()
    return sitting


def _remark(*places: Place) -> Remark:
    return Remark(kind="pace.slow", tone="advice", sentence="Look there.", places=places)
