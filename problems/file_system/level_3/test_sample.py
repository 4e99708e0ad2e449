"""Level 3, samples: links that are followed, and links that lead nowhere."""

import pytest
from solution import FileSystem


@pytest.mark.tags("link", "basics")
def test_a_link_leads_to_a_file() -> None:
    system = FileSystem()
    system.create("/song", "la la")
    assert system.link("/best", "/song") is True
    assert system.read("/best") == "la la"
    assert system.read_link("/best") == "/song"
    assert system.read_link("/song") is None


@pytest.mark.tags("link", "path")
def test_links_in_the_middle_of_a_path_are_followed() -> None:
    system = FileSystem()
    system.create("/music")
    system.link("/m", "/music")
    assert system.create("/m/song", "la la") is True
    assert system.read("/music/song") == "la la"
    assert system.resolve("/m/song") == "/music/song"


@pytest.mark.tags("link")
def test_deleting_a_link_leaves_what_it_leads_to() -> None:
    system = FileSystem()
    system.create("/song", "la la")
    system.link("/best", "/song")
    assert system.delete("/best") is True
    assert system.read("/song") == "la la"
    assert system.list_folder("/") == ["song"]


@pytest.mark.tags("link", "cycle", "missing")
def test_broken_links_are_listed_with_the_reason() -> None:
    system = FileSystem()
    system.link("/left", "/right")
    system.link("/right", "/left")
    system.link("/gone", "/music")
    assert system.read("/left") is None
    assert system.broken_links() == [("/gone", "missing"), ("/left", "cycle"), ("/right", "cycle")]
    assert system.broken_links(1) == [("/gone", "missing")]


@pytest.mark.tags("link", "permission")
def test_user_must_reach_what_a_link_leads_to() -> None:
    system = FileSystem()
    system.create("/vault")
    system.create("/vault/song", "la la")
    system.link("/best", "/vault/song")
    assert system.may("bob", "r", "/best") is True
    system.protect("/vault", "ada", "rw--")
    assert system.may("bob", "r", "/best") is False
