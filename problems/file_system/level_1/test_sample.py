"""Level 1, samples: creating, reading, listing and deleting by path."""

import pytest
from solution import FileSystem


@pytest.mark.tags("basics")
def test_a_file_in_a_folder_can_be_read() -> None:
    system = FileSystem()
    assert system.create("/notes") is True
    assert system.create("/notes/todo", "buy tea") is True
    assert system.read("/notes/todo") == "buy tea"
    assert system.read("/notes/done") is None


@pytest.mark.tags("refusal", "path")
def test_creating_needs_a_folder_and_a_free_name() -> None:
    system = FileSystem()
    assert system.create("/letters/anna", "Dear Anna") is False
    assert system.create("/letters") is True
    assert system.create("/letters") is False


@pytest.mark.tags("ordering")
def test_a_folder_lists_its_names_in_order() -> None:
    system = FileSystem()
    system.create("/b", "file")
    system.create("/a")
    system.create("/a/c", "below")
    assert system.list_folder("/") == ["a", "b"]
    assert system.list_folder("/a/c") == []


@pytest.mark.tags("refusal")
def test_only_an_empty_folder_can_be_deleted() -> None:
    system = FileSystem()
    system.create("/notes")
    system.create("/notes/todo", "buy tea")
    assert system.delete("/notes") is False
    assert system.delete("/notes/todo") is True
    assert system.delete("/notes") is True
    assert system.delete("/notes") is False
