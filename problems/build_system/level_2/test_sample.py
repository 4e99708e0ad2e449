"""Level 2, samples: tasks that read other tasks."""

import pytest
from solution import BuildSystem


@pytest.mark.tags("graph", "ordering")
def test_plan_goes_stage_by_stage_and_by_name() -> None:
    builder = BuildSystem()
    builder.declare({"app": ["web", "core"], "web": ["core"], "core": [], "art": [], "zip": []})
    builder.declare({"site": ["app", "art"]})
    assert builder.plan("app") == ["core", "web", "app"]
    assert builder.plan("site") == ["art", "core", "web", "app", "site"]
    assert builder.plan("page") == []


@pytest.mark.tags("graph")
def test_build_runs_the_plan_and_outputs_become_inputs() -> None:
    builder = BuildSystem()
    builder.write("core.txt", "log clock")
    builder.write("web.txt", "page log")
    builder.declare({"web": ["web.txt", "core"], "core": ["core.txt"]})
    assert builder.build("web") == [("core", "done"), ("web", "done")]
    assert builder.read("web") == "page log clock"


@pytest.mark.tags("graph", "recovery")
def test_a_failed_task_blocks_what_needs_it_and_nothing_else() -> None:
    builder = BuildSystem()
    builder.declare({"app": ["bad", "good"], "bad": ["bad.txt"], "good": []})
    assert builder.build("app") == [("bad", "failed"), ("good", "done"), ("app", "blocked")]
    builder.write("bad.txt", "mended")
    assert builder.build("app") == [("bad", "done"), ("good", "done"), ("app", "done")]


@pytest.mark.tags("cycle")
def test_tasks_behind_a_cycle_are_stuck() -> None:
    builder = BuildSystem()
    builder.declare({"egg": ["hen"], "hen": ["egg", "corn"], "corn": [], "cake": ["egg"]})
    assert builder.stuck("cake") == ["cake", "egg", "hen"]
    assert builder.plan("cake") == ["corn"]
    assert builder.build("cake") == [("corn", "done")]
    assert builder.status("cake") == "new"
    assert builder.stuck("corn") == []
