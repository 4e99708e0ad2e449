"""Level 2, samples: tasks that read other tasks."""

import pytest
from solution import BuildSystem


@pytest.mark.tags("graph", "ordering")
def test_plan_goes_stage_by_stage_and_by_name() -> None:
    builder = BuildSystem()
    builder.declare({"app": ["web", "core"], "web": ["core"], "core": []})
    assert builder.plan() == ["core", "web", "app"]
    builder.declare({"site": ["app", "art"], "art": []})
    assert builder.plan() == ["art", "core", "web", "app", "site"]


@pytest.mark.tags("graph")
def test_build_runs_the_plan_and_outputs_become_inputs() -> None:
    builder = BuildSystem()
    builder.write("core.txt", "log clock")
    builder.write("web.txt", "page log")
    builder.declare({"web": ["web.txt", "core"], "core": ["core.txt"]})
    assert builder.build() == [("core", "done"), ("web", "done")]
    assert builder.read("web") == "page log clock"


@pytest.mark.tags("graph", "recovery")
def test_a_failed_task_blocks_what_needs_it_and_nothing_else() -> None:
    builder = BuildSystem()
    builder.declare({"app": ["bad", "good"], "bad": ["bad.txt"], "good": []})
    assert builder.build() == [("bad", "failed"), ("good", "done"), ("app", "blocked")]
    builder.write("bad.txt", "mended")
    assert builder.build() == [("bad", "done"), ("good", "done"), ("app", "done")]


@pytest.mark.tags("cycle")
def test_tasks_behind_a_cycle_are_not_in_the_plan() -> None:
    builder = BuildSystem()
    builder.declare({"egg": ["hen"], "hen": ["egg", "corn"], "corn": [], "cake": ["egg"]})
    assert builder.plan() == ["corn"]
    assert builder.build() == [("corn", "done")]
    assert builder.status("cake") == "new"


@pytest.mark.tags("parsing", "missing")
def test_a_run_fails_on_the_word_error_or_without_an_input() -> None:
    builder = BuildSystem()
    builder.write("menu.txt", "soup error")
    builder.declare({"menu": ["menu.txt"], "wine": ["wine.txt"]})
    assert builder.run("menu") is False
    assert builder.status("menu") == "failed"
    assert builder.read("menu") is None
    assert builder.run("wine") is False
    assert builder.status("wine") == "failed"
