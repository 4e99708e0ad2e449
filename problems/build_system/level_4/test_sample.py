"""Level 4, samples: several workers in simulated time."""

import pytest
from solution import BuildSystem


@pytest.mark.tags("parallel")
def test_workers_share_the_work() -> None:
    builder = BuildSystem()
    builder.declare({"a": [], "b": [], "c": [], "all": ["a", "b", "c"]}, {"a": 3, "b": 2})
    assert builder.update_with("all", 2) == (
        4,
        [(0, 3, 1, "a"), (0, 2, 2, "b"), (2, 3, 2, "c"), (3, 4, 1, "all")],
    )
    assert builder.status("all") == "done"
    assert builder.update("all") == []


@pytest.mark.tags("parallel", "ties")
def test_the_worker_that_has_worked_least_goes_first() -> None:
    builder = BuildSystem()
    builder.declare({"a": [], "b": [], "c": ["a"], "d": ["b", "c"]}, {"a": 4, "b": 1})
    assert builder.update_with("d", 2) == (
        6,
        [(0, 4, 1, "a"), (0, 1, 2, "b"), (4, 5, 2, "c"), (5, 6, 2, "d")],
    )


@pytest.mark.tags("parallel", "cache")
def test_kept_tasks_take_no_time_but_wait_for_their_inputs() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "one")
    builder.declare({"a": ["a.txt"], "kept": ["a"], "top": ["kept"]}, {"a": 3, "kept": 8})
    builder.update("top")
    builder.write("a.txt", "one one")
    builder.forget("top")
    assert builder.update_with("top", 2) == (4, [(0, 3, 1, "a"), (3, 4, 2, "top")])


@pytest.mark.tags("graph", "ties")
def test_critical_path_is_the_longest_chain() -> None:
    builder = BuildSystem()
    tasks = {"a": [], "b": [], "c": ["a", "b"], "d": ["a"], "top": ["d", "c"]}
    builder.declare(tasks, {"a": 2, "b": 3, "d": 2})
    assert builder.critical_path("top") == (5, ["b", "c", "top"])
    assert builder.critical_path("other") == (0, [])
