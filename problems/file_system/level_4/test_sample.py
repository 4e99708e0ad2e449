"""Level 4, samples: trees that are mounted on folders."""

import pytest
from solution import FileSystem


@pytest.mark.tags("isolation", "basics")
def test_mounted_tree_hides_the_folder_until_it_is_unmounted() -> None:
    system = FileSystem()
    system.create("/disk")
    system.create("/disk/label", "no disk")
    assert system.mount("/disk", "holiday") is True
    assert system.list_folder("/disk") == []
    assert system.create("/disk/photo", "sunset") is True
    assert system.unmount("/disk") is True
    assert system.list_folder("/disk") == ["label"]
    assert system.unmount("/disk") is False


@pytest.mark.tags("basics")
def test_tree_keeps_what_it_holds_until_it_is_mounted_again() -> None:
    system = FileSystem()
    system.create("/disk")
    system.create("/copy")
    system.mount("/disk", "holiday")
    system.create("/disk/photo", "sunset")
    assert system.mount("/copy", "holiday") is False
    assert system.unmount("/disk") is True
    assert system.mount("/copy", "holiday") is True
    assert system.read("/copy/photo") == "sunset"


@pytest.mark.tags("permission")
def test_tree_has_an_owner_and_a_mode_of_its_own() -> None:
    system = FileSystem()
    system.create("/disk")
    system.protect("/disk", "ada", "rw--")
    system.mount("/disk", "holiday")
    assert system.may("ada", "w", "/disk") is False
    assert system.may("bob", "r", "/disk") is True
    system.unmount("/disk")
    assert system.may("ada", "w", "/disk") is True


@pytest.mark.tags("link")
def test_links_lead_into_mounted_trees() -> None:
    system = FileSystem()
    system.create("/disk")
    system.link("/last", "/disk/photo")
    assert system.broken_links() == [("/last", "missing")]
    system.mount("/disk", "holiday")
    system.create("/disk/photo", "sunset")
    assert system.read("/last") == "sunset"
    assert system.resolve("/last") == "/disk/photo"
    assert system.broken_links() == []


@pytest.mark.tags("refusal")
def test_tree_with_another_inside_stays_mounted() -> None:
    system = FileSystem()
    system.create("/disk")
    system.mount("/disk", "outer")
    system.create("/disk/slot")
    system.mount("/disk/slot", "inner")
    assert system.unmount("/disk") is False
    assert system.unmount("/disk/slot") is True
    assert system.unmount("/disk") is True
