"""Pictures of the review, its evidence and the reference; and each read in light and in dark."""

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from harness.review import Place, Remark
from harness.session import Sitting
from harness.tui.app import HarnessApp
from harness.tui.conventions.settings import Settings
from harness.tui.kit import Kit
from harness.tui.screens.review.evidence import EvidenceScreen
from harness.tui.screens.review.reference import ReferenceScreen
from harness.tui.screens.review.review import ReviewScreen
from tests.review import shapes
from tests.review.recorded import Record
from tests.tui.pictures.contrast import dull
from tests.tui.pictures.looks import Look, Play, looks
from tests.tui.play import see_at_rest, settled

REMARK = Remark(
    kind="growth.anew",
    tone="advice",
    sentence="Level 3 was begun anew.",
    places=(
        Place(submission=6, file="solution.py", first_line=53, last_line=57, excerpt="def delete"),
        Place(submission=4, test="level_1/test_hidden.py::test_get_of_an_absent_key_is_none"),
    ),
)


@pytest.fixture
def sitting(real: Kit, record: Record) -> Sitting:
    """An exam whose design was thrown away at level 3."""
    return shapes.rewritten(record, real.catalog.problem("key_value_store"))


def _review(sitting: Sitting, kit: Kit, *keys: str) -> Play:
    async def play(pilot: Pilot[None]) -> None:
        await pilot.app.push_screen(ReviewScreen(sitting, kit))
        await see_at_rest(pilot, "! do otherwise")
        await pilot.press(*keys)
        await see_at_rest(pilot, "400 of 600 points")

    return play


def _evidence(sitting: Sitting, kit: Kit, *keys: str) -> Play:
    async def play(pilot: Pilot[None]) -> None:
        await pilot.app.push_screen(EvidenceScreen(REMARK, sitting, kit))
        await see_at_rest(pilot, "▶  53")
        await pilot.press(*keys)

    return play


def _reference(sitting: Sitting, kit: Kit, *keys: str) -> Play:
    async def play(pilot: Pilot[None]) -> None:
        await pilot.app.push_screen(ReferenceScreen(sitting, kit))
        await see_at_rest(pilot, "Enter  read it")
        await pilot.press("enter")
        await see_at_rest(pilot, "reference of level 1")
        await pilot.press("3")
        await see_at_rest(pilot, "+ new since level 2")
        await pilot.press(*keys)

    return play


@looks("80x24")
def test_review(real: Kit, sitting: Sitting, look: Look) -> None:
    assert look.shows(real, _review(sitting, real))


@looks()
def test_review_facts(real: Kit, sitting: Sitting, look: Look) -> None:
    assert look.shows(real, _review(sitting, real, "t"))


@looks()
def test_evidence(real: Kit, sitting: Sitting, look: Look) -> None:
    assert look.shows(real, _evidence(sitting, real))


@looks()
def test_reference(real: Kit, sitting: Sitting, look: Look) -> None:
    assert look.shows(real, _reference(sitting, real))


@pytest.mark.slow
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_light_and_dark_show_the_same_and_both_can_be_read(
    real: Kit, sitting: Sitting, size: tuple[int, int]
) -> None:
    plays: list[Play] = [
        _review(sitting, real),
        _review(sitting, real, "t"),
        _evidence(sitting, real),
        _evidence(sitting, real, "down"),
        _reference(sitting, real),
        _reference(sitting, real, "n", "n"),
        _reference(sitting, real, "f2"),
    ]
    shown: dict[str, list[str]] = {"dark": [], "light": []}
    for theme, pages in shown.items():
        app = HarnessApp(replace(real, settings=Settings(theme=theme)))
        async with app.run_test(size=size) as pilot:
            await see_at_rest(pilot, "best 400")
            for play in plays:
                await play(pilot)
                pages.append(await settled(pilot))
                assert dull(pilot) == [], pages[-1]
    assert shown["dark"] == shown["light"]
