"""What a worker of the cluster does and refuses, asked in this process; see test_at_scale too."""

from pathlib import Path

import pytest

from harness.catalog import Problem
from harness.classroom import cluster
from harness.classroom.package import packed, unpacked
from harness.errors import InternalFaultError

from .reports import terms_of


def test_a_problem_arrives_as_it_was_sent(problem: Problem, tmp_path: Path) -> None:
    arrived = unpacked(packed(problem), tmp_path / "there", problem.package_hash())
    assert arrived.package_hash() == problem.package_hash()
    assert arrived.folder != problem.folder
    with pytest.raises(InternalFaultError, match="did not arrive"):
        unpacked(packed(problem), tmp_path / "elsewhere", "another")


def test_a_problem_with_its_starter_inside_arrives_too(problem: Problem, tmp_path: Path) -> None:
    inside = problem.folder / "starter.py"
    problem.starter_file.rename(inside)
    moved = problem.model_copy(update={"starter_file": inside})
    arrived = unpacked(packed(moved), tmp_path / "there", moved.package_hash())
    assert arrived.package_hash() == moved.package_hash()


def test_a_worker_with_another_harness_grades_nothing(problem: Problem) -> None:
    terms = terms_of(problem).model_copy(update={"grader": "harness 9.9, Python 3.99"})
    outcome = cluster.grade_on_worker(b"", packed(problem), terms.model_dump(), isolated=False)
    assert not outcome.report
    assert "the class is graded by harness 9.9" in outcome.fault
