"""Commands on a disk that is full: what could not be recorded is said, and the rest goes on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.catalog import Problem
from harness.session import Store
from tests.cli.conftest import Run, solve
from tests.full_disk import full_disk_under


@pytest.fixture
def store(harness: Run, problem: Problem, work: Path, state: Path) -> Iterator[Store]:
    """The file of sittings, with a sitting that runs in the folder; open, as in another window."""
    with Store(state / "sessions.db") as store:
        assert harness("start", problem.id, "--mode", "practice").code == 0
        yield store


def test_an_act_that_could_not_be_recorded_ends_with_4(harness: Run, store: Store) -> None:
    with full_disk_under(store):
        refused = harness("pause")
        assert (refused.code, refused.out) == (4, "")
        assert refused.err.count("\n") == 1
        assert f"Not recorded: {store.file}: sittings cannot be kept there" in refused.err
        assert harness("status", "--json").json["phase"] == "running"
        assert harness("history", "--json").json[0]["phase"] == "running"
    assert harness("pause").code == 0
    assert harness("status", "--json").json["phase"] == "paused"


def test_a_submission_that_could_not_be_recorded_still_tells_its_verdict(
    harness: Run, store: Store, problem: Problem, work: Path
) -> None:
    solve(problem, 1, work)
    with full_disk_under(store):
        submitted = harness("submit", "--json")
        assert submitted.code == 4
        assert submitted.json["score"] == problem.level(1).points
        assert "Not recorded" in submitted.err
        assert harness("status", "--json").json["submissions"] == 0
    assert harness("submit").code == 0
    assert harness("status", "--json").json["score"] == problem.level(1).points
