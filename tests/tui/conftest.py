"""The screens with a clock that stands and a grader that reads its verdict from the source."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from harness.catalog import Catalog, load_catalog
from harness.session import Store
from harness.tui.kit import Kit
from tests.review.recorded import Record, Recording
from tests.session.doubles import FakeClock as SessionClock
from tests.tui.doubles import FakeClock, Graders
from tests.tui.play import tasks_as_in_a_terminal


@pytest.fixture(autouse=True)
async def in_a_terminal() -> None:
    """Every screen is tried in the order that a terminal sees it built in."""
    tasks_as_in_a_terminal()


@pytest.fixture
def clock() -> FakeClock:
    """A clock that stands at noon."""
    return FakeClock()


@pytest.fixture
def graders() -> Graders:
    """Makes fake graders."""
    return Graders()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home folder and a time zone that are the same on every machine."""
    folder = (tmp_path / "home").resolve()
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield folder
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def kit(catalog: Catalog, store: Store, clock: FakeClock, graders: Graders, home: Path) -> Kit:
    """Everything the screens are given."""
    return Kit(
        catalog=catalog,
        store=store,
        clock=clock,
        make_grader=graders,
        poll_seconds=0.02,
        autosave_seconds=0.05,
    )


@pytest.fixture(scope="session")
def built_in() -> Catalog:
    """The problems that come with the product."""
    return load_catalog()


@pytest.fixture
def real(kit: Kit, built_in: Catalog) -> Kit:
    """A kit with the problems that come with the product, and a clock that recordings move."""
    return replace(kit, catalog=built_in, clock=SessionClock())


@pytest.fixture
def record(real: Kit, store: Store, tmp_path: Path) -> Record:
    """Begin a recorded sitting of the key-value store, each in a folder of its own."""
    folders = (tmp_path / f"sitting {number}" for number in range(1, 100))
    problem, clock = real.catalog.problem("key_value_store"), real.clock
    assert isinstance(clock, SessionClock)

    def begin(mode: str = "exam") -> Recording:
        return Recording(problem, store, next(folders), mode, clock=clock)

    return begin
