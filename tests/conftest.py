"""What rooms share in tests: a tiny real problem, and a store that is nobody's own."""

import os
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from harness.catalog import Catalog, Problem, load_problem
from harness.session import Store

# How long an example takes is up to the machine, and to what else it does: no reason to fail.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

MANIFEST = """
format = 1
uuid = "3f0c2a52-6a55-4f0e-9d5c-0d8a3c0f2b11"
version = "1.0.0"
name = "Counter"
class = "Counter"
summary = "Count things, then count them by name."
minutes = 90

[[levels]]
name = "Count"
points = 100
pace = 10

[[levels]]
name = "Names"
points = 150
pace = 20

[[levels]]
name = "Reset"
points = 250
pace = 30
"""

LEVELS = (
    (
        "    def count(self):\n        self.n = getattr(self, 'n', 0) + 1\n        return self.n\n",
        "Counter().count() == 1",
    ),
    ("    def name(self):\n        return 'counter'\n", "Counter().name() == 'counter'"),
    (
        "    def reset(self):\n        self.n = 0\n        return True\n",
        "Counter().reset() is True",
    ),
)


def write_problem(top: Path) -> Path:
    """Write a sound problem of three levels under ``top`` and return its folder."""
    folder = top / "problems" / "counter"
    accepted = folder / "submissions" / "accepted"
    accepted.mkdir(parents=True)
    (folder / "problem.toml").write_text(MANIFEST)
    source = "class Counter:\n"
    for number, (method, truth) in enumerate(LEVELS, start=1):
        level = folder / f"level_{number}"
        level.mkdir()
        (level / "statement.md").write_text(f"# Level {number}\n\nStatement of level {number}.\n")
        for kind, count in (("sample", 1), ("hidden", 2)):
            tests = "".join(
                f"\n\ndef test_{kind}_{index}():\n    assert {truth}\n" for index in range(count)
            )
            (level / f"test_{kind}.py").write_text(f"from solution import Counter\n{tests}")
        source += method
        (accepted / f"level_{number}.py").write_text(source)
    pages = top / "docs" / "problems"
    pages.mkdir(parents=True)
    (pages / "counter.md").write_text(
        "# Counter\n\n## Sentences and tests\n"
        + "".join(
            f"\n### Level {number}\n\n| sentence | tests |\n|---|---|\n"
            f"| Statement of level {number}. | `test_hidden_0`, `test_hidden_1` |\n"
            for number in range(1, len(LEVELS) + 1)
        )
    )
    starters = top / "solutions_template"
    starters.mkdir()
    (starters / "counter.py").write_text("class Counter:\n    pass\n")
    return folder


@pytest.hookimpl(optionalhook=True, wrapper=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """Half as many workers again as processors: a test often waits, for a process or for a clock."""
    processors = yield
    named = "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ
    return processors if named else processors + processors // 2


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Give each worker neighbours, which share warm graders, unless ``--dist`` wishes otherwise."""
    if config.getoption("dist") != "load":
        return None
    from xdist.scheduler import WorkStealingScheduling

    return WorkStealingScheduling(config, log)


@pytest.fixture
def problem(tmp_path: Path) -> Problem:
    """A sound problem of three levels, three tests each."""
    return load_problem(write_problem(tmp_path / "content"))


@pytest.fixture
def catalog(problem: Problem) -> Catalog:
    """A catalog that holds only the tiny problem."""
    return Catalog({problem.id: problem}, ())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with Store(tmp_path / "state" / "sessions.db") as opened:
        yield opened
