"""A real browser: `harness serve` in headless Chromium, from the address to the first green."""

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from harness.catalog import load_catalog

PATIENCE = 600
"""How many looks at the page before a wait is given up."""

_ESCAPES = re.compile(r"\x1b(?:\[[0-9;?<>=]*[A-Za-z]|[()][A-Z0-9]|[=>])|\x1b\][^\x07]*\x07")


class Drawn:
    """What the page was told to draw: xterm paints on a canvas, which holds no words."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._text = ""
        page.on("websocket", lambda opened: opened.on("framereceived", self._take))

    def until(self, words: str) -> None:
        """Wait until words are drawn; what was drawn before them is forgotten."""
        for _ in range(PATIENCE):
            drawn = _ESCAPES.sub("", self._text)
            if words in drawn:
                self._text = drawn.partition(words)[2]
                return
            self._page.wait_for_timeout(100)
        drawn = " ".join(_ESCAPES.sub("", self._text).split())
        raise AssertionError(f"never drawn: {words}\n{drawn}")

    def _take(self, frame: str | bytes) -> None:
        self._text += frame if isinstance(frame, str) else frame.decode("utf-8", "replace")


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A server of its own, by the address it prints."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (tmp_path / "home").mkdir()
    environment = {
        **os.environ,
        "HOME": str(tmp_path / "home"),
        "HARNESS_STATE": str(tmp_path / "state"),
        "HARNESS_CONFIG": str(tmp_path / "settings.toml"),
    }
    environment.pop("PYTHONUNBUFFERED", None)  # whoever reads the address gets it at once anyhow
    served = subprocess.Popen(
        [sys.executable, "-m", "harness", "serve", "--port", str(port)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    assert served.stdout is not None
    yield served.stdout.readline().strip()
    served.terminate()
    served.wait(30)
    served.stdout.close()


@pytest.fixture
def page() -> Iterator[Page]:
    """A page of the system's Chromium."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.fail("chromium is missing: install it (apt-get install chromium) to run this test.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser.new_page(viewport={"width": 1400, "height": 900})
        browser.close()


def _until(page: Page, seen: Callable[[], bool], what: str) -> None:
    for _ in range(PATIENCE):
        if seen():
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never seen: {what}")


@pytest.mark.slow
def test_a_sitting_in_a_browser_gets_to_green(address: str, page: Page, tmp_path: Path) -> None:
    problem = load_catalog().problem("key_value_store")
    reference = (problem.folder / "submissions" / "accepted" / "level_1.py").read_text()
    elsewhere: list[str] = []
    page.on("request", lambda request: elsewhere.append(request.url))
    refused = page.goto(re.sub(r"[^/]+/$", "", address))
    assert refused is not None
    assert refused.status == 404

    drawn = Drawn(page)
    page.goto(address)
    drawn.until(problem.name)
    assert page.locator("canvas").count() > 0
    drawn.until("Quit")
    page.locator(".xterm-helper-textarea").focus()
    for key, words in (
        ("Enter", "Your files"),
        ("Enter", "Start the clock"),
        ("Enter", "Before the code"),
        ("Escape", "level 1 of 4"),
    ):
        page.keyboard.press(key)
        drawn.until(words)
    page.wait_for_timeout(2000)  # Escape and the F of F3 are one key when they come together
    page.keyboard.press("F3")
    page.keyboard.type("x = (1")
    solution = next((tmp_path / "home" / "harness-sittings").glob("*/solution.py"))
    _until(page, lambda: solution.read_text().startswith("x = (1"), "what was typed, saved")

    _replace_all(page, reference)
    _until(page, lambda: solution.read_text() == reference, "the solution, saved")
    page.keyboard.press("F5")
    drawn.until("level 2 of 4")
    drawn.until("score 100 of 600")
    # The fonts that textual-serve's page would fetch are refused by the page's own policy.
    ours = [url for url in elsewhere if url.startswith(("http://127.0.0.1", "data:", "blob:"))]
    assert [url for url in elsewhere if url not in ours and "fonts.googleapis.com" not in url] == []


def _replace_all(page: Page, text: str) -> None:
    """Select everything in the editor and paste a text over it."""
    page.keyboard.press("Control+Home")
    for _ in range(60):
        page.keyboard.press("Shift+ArrowDown")
    page.evaluate(
        """text => {
            const data = new DataTransfer();
            data.setData('text/plain', text);
            const area = document.querySelector('.xterm-helper-textarea');
            area.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true}));
        }""",
        text,
    )
