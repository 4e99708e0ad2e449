"""Level 1, samples: files, tasks and single runs."""

import pytest
from solution import BuildSystem


@pytest.mark.tags("basics")
def test_a_run_makes_an_output_from_the_words_of_a_file() -> None:
    builder = BuildSystem()
    assert builder.write("menu.txt", "soup  bread\nsoup tea") is None
    assert builder.declare({"menu": ["menu.txt"]}) is None
    assert builder.run("menu") is True
    assert builder.read("menu") == "soup bread tea"


@pytest.mark.tags("basics")
def test_status_tells_whether_a_task_has_run() -> None:
    builder = BuildSystem()
    builder.write("menu.txt", "soup")
    builder.declare({"menu": ["menu.txt"]})
    assert builder.status("menu") == "new"
    assert builder.read("menu") is None
    assert builder.run("menu") is True
    assert builder.status("menu") == "done"


@pytest.mark.tags("ordering")
def test_inputs_are_read_in_order() -> None:
    builder = BuildSystem()
    builder.write("b.txt", "tea soup")
    builder.write("a.txt", "soup bread")
    builder.declare({"menu": ["b.txt", "a.txt"]})
    assert builder.run("menu") is True
    assert builder.read("menu") == "tea soup bread"


@pytest.mark.tags("missing", "refusal")
def test_what_is_absent_is_answered_with_none_or_false() -> None:
    builder = BuildSystem()
    builder.write("menu.txt", "soup")
    assert builder.run("menu") is False
    assert builder.status("menu") is None
    assert builder.read("menu") is None
    assert builder.status("menu.txt") is None
