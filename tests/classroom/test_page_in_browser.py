"""The page of a class in a real browser: what must stay in sight does, however it is scrolled."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FloatRect, Locator, Page, sync_playwright

from harness.catalog import Problem
from harness.classroom import Row
from harness.classroom.html_report import as_html
from harness.verdict import Verdict

from .reports import made_up, run_of, terms_of

pytestmark = pytest.mark.slow

NAME = "somebody_with_a_name_that_is_none_of_the_shortest"


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """A page of the system's Chromium."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.fail("chromium is missing: install it (apt-get install chromium) to run this test.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


@pytest.fixture
def file(problem: Problem, tmp_path: Path) -> Path:
    """A class of sixty."""
    terms = terms_of(problem)
    broken = made_up(b"2", terms, Verdict.COMPILE_ERROR, passed=0, message="long words " * 12)
    half = made_up(b"1", terms, passed=2)
    rows = tuple(
        Row(name=f"{NAME}_{number}", submission_hash="1", report=broken if number % 2 else half)
        for number in range(60)
    )
    run = run_of(problem, terms, rows)
    file = tmp_path / "results.html"
    file.write_text(as_html(run), encoding="utf-8")
    return file


def box(found: Locator) -> FloatRect:
    place = found.bounding_box()
    assert place is not None
    return place


def test_the_heads_stay_above_a_long_table(page: Page, file: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(file.as_uri())
    page.evaluate("scrollTo(0, 900)")
    assert box(page.get_by_role("columnheader", name="score"))["y"] == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_on_a_narrow_page_only_the_table_scrolls_and_the_names_stay(page: Page, file: Path) -> None:
    page.set_viewport_size({"width": 400, "height": 800})
    page.goto(file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    frame = page.get_by_role("region", name="Submissions", exact=True)
    name = page.get_by_role("rowheader", name=f"{NAME}_1", exact=True)
    before = box(name)["x"]
    frame.evaluate("each => each.scrollLeft = 250")
    assert frame.evaluate("each => each.scrollLeft") == 250
    assert box(name)["x"] == before
    assert box(name)["height"] < 200
