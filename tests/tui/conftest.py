"""The screens with a clock that stands and a grader that reads its verdict from the source."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.catalog import Catalog
from harness.session import Store
from harness.tui.kit import Kit
from tests.tui.doubles import FakeClock, Graders


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
