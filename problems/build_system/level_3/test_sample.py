"""Level 3, samples: running only what must run."""

import pytest
from solution import BuildSystem


@pytest.mark.tags("cache")
def test_update_runs_only_what_has_changed() -> None:
    builder = BuildSystem()
    builder.write("core.txt", "log")
    builder.write("web.txt", "page")
    builder.declare({"app": ["web", "core"], "core": ["core.txt"], "web": ["web.txt"]})
    assert builder.update("app") == [("core", "new", []), ("web", "new", []), ("app", "new", [])]
    assert builder.update("app") == []
    builder.write("web.txt", "page form")
    assert builder.update("app") == [("web", "inputs", ["web.txt"]), ("app", "inputs", ["web"])]
    assert builder.read("app") == "page form log"


@pytest.mark.tags("cache")
def test_change_ends_where_an_output_stays_the_same() -> None:
    builder = BuildSystem()
    builder.write("core.txt", "log clock")
    builder.declare({"core": ["core.txt"], "app": ["core"]})
    builder.update("app")
    builder.write("core.txt", "log #slow clock")
    assert builder.update("app") == [("core", "inputs", ["core.txt"])]
    assert builder.status("app") == "done"


@pytest.mark.tags("graph", "cycle")
def test_a_target_is_planned_and_built_with_what_it_needs_only() -> None:
    builder = BuildSystem()
    builder.declare({"egg": ["hen"], "hen": ["egg", "corn"], "corn": [], "cake": ["egg", "milk"]})
    builder.declare({"milk": [], "tea": ["milk"]})
    assert builder.plan("tea") == ["milk", "tea"]
    assert builder.build("cake") == [("corn", "done"), ("milk", "done")]
    assert builder.stuck("cake") == ["cake", "egg", "hen"]
    assert builder.stuck("tea") == []
    assert builder.plan() == ["corn", "milk", "tea"]


@pytest.mark.tags("cache", "recovery")
def test_lost_output_comes_back_without_a_run() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "one")
    builder.declare({"app": ["a.txt"]})
    builder.update("app")
    builder.write("a.txt", "error")
    assert builder.update("app") == [("app", "inputs", ["a.txt"])]
    assert builder.read("app") is None
    builder.write("a.txt", "one")
    assert builder.update("app") == []
    assert builder.read("app") == "one"


@pytest.mark.tags("cache", "graph")
def test_forget_and_affected() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "one")
    builder.declare({"low": ["a.txt"], "top": ["low"], "aside": []})
    builder.update("top")
    assert builder.forget("low") is True
    assert builder.update("top") == [("low", "new", [])]
    assert builder.forget("aside") is False
    assert builder.affected("a.txt") == ["low", "top"]
