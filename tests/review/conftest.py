from collections.abc import Callable
from pathlib import Path

import pytest

from harness.catalog import Catalog, Problem, load_catalog
from harness.review import Review, past_sittings, review_sitting
from harness.session import Sitting, Store
from tests.review.recorded import Record, Recording
from tests.session.doubles import FakeClock


@pytest.fixture(scope="session")
def built_in() -> Catalog:
    """The problems that come with the product."""
    return load_catalog()


@pytest.fixture(scope="session")
def kvs(built_in: Catalog) -> Problem:
    """The problem that most recorded sittings are about."""
    return built_in.problem("key_value_store")


@pytest.fixture
def record(store: Store, kvs: Problem, tmp_path: Path) -> Record:
    """Begin a recorded sitting, each in a folder of its own."""
    clock = FakeClock()
    folders = (tmp_path / f"sitting {number}" for number in range(1, 100))

    def begin(mode: str = "exam", problem: Problem = kvs, level: int | None = None) -> Recording:
        clock.pass_minutes(24 * 60)
        return Recording(problem, store, next(folders), mode, level, clock)

    return begin


@pytest.fixture
def reviewed(store: Store, built_in: Catalog) -> Callable[[Sitting], Review]:
    """Review a sitting beside all others in the store."""

    def make(sitting: Sitting) -> Review:
        return review_sitting(sitting, past_sittings(store, sitting.now()), built_in)

    return make
