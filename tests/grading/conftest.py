"""Small problems made for one question each, and a warm grader around them."""

import contextlib
import os
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from harness.catalog import Problem, load_problem
from harness.grading import Grader, Report, TestResult

MANIFEST = """
format = 1
uuid = "7d9f0d3e-0a55-4b5e-8a0d-6f5f9f3b1c22"
version = "1.0.0"
name = "Question"
class = "{class_name}"
summary = "A question to the grader."
minutes = 10

[limits]
cpu_seconds = 0.5
idle_seconds = 0.5
import_seconds = 1.0
memory_mb = 256
output_kb = 64

[[levels]]
name = "Only"
points = 100
pace = 10
"""

Author = Callable[..., Problem]


def write_question(top: Path, hidden: str, sample: str = "", class_name: str = "Thing") -> Problem:
    """Write a problem of one level with these tests, and load it."""
    folder = top / "problems" / "question"
    level = folder / "level_1"
    accepted = folder / "submissions" / "accepted"
    level.mkdir(parents=True)
    accepted.mkdir(parents=True)
    (top / "solutions_template").mkdir()
    (top / "solutions_template" / "question.py").write_text("")
    (folder / "problem.toml").write_text(MANIFEST.format(class_name=class_name))
    (level / "statement.md").write_text("# Question\n")
    (level / "test_hidden.py").write_text(textwrap.dedent(hidden))
    (level / "test_sample.py").write_text(textwrap.dedent(sample))
    (accepted / "level_1.py").write_text("")
    return load_problem(folder)


@pytest.fixture
def author(tmp_path: Path) -> Author:
    """Return a function that makes a one-level problem from its tests."""

    def write(hidden: str, sample: str = "", class_name: str = "Thing") -> Problem:
        return write_question(tmp_path, hidden, sample, class_name)

    return write


@pytest.fixture
def ask(author: Author) -> Iterator[Callable[[str, str], dict[str, TestResult]]]:
    """Return a function that grades a source on tests and returns the results by name."""
    graders: list[Grader] = []

    def grade(source: str, tests: str) -> dict[str, TestResult]:
        grader = Grader(author(tests))
        graders.append(grader)
        report = grader.grade(textwrap.dedent(source).encode(), 1)
        return {test.name: test for test in report.tests}

    yield grade
    for grader in graders:
        grader.close()


def descendants() -> set[int]:
    """Every process below this one."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = stat.read_text(errors="replace").rpartition(")")[2].split()
            parents[int(stat.parent.name)] = int(fields[1])
    found = {os.getpid()}
    while True:
        more = {pid for pid, parent in parents.items() if parent in found} - found
        if not more:
            return {pid for pid in found - {os.getpid()} if Path(f"/proc/{pid}").exists()}
        found |= more


def faults(report: Report) -> dict[str, str]:
    """Every test that is not accepted, with what was said of it."""
    return {
        test.name: f"{test.verdict}: {test.message}" for test in report.tests if not test.accepted
    }
