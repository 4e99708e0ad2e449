"""Level 2, samples: dependencies, requests, and removing what nothing needs any more."""

import pytest
from solution import PackageManager


@pytest.mark.tags("graph", "ordering")
def test_dependencies_are_installed_first_in_the_order_of_the_list() -> None:
    manager = PackageManager()
    manager.register("cake", ["oven", "dough"])
    manager.register("dough", ["flour", "eggs"])
    for name in ["eggs", "flour", "oven"]:
        manager.register(name)
    assert manager.install("cake") is True
    assert manager.installed() == ["oven", "flour", "eggs", "dough", "cake"]


@pytest.mark.tags("missing", "refusal")
def test_install_is_refused_whole_when_something_needed_is_unknown() -> None:
    manager = PackageManager()
    manager.register("cake", ["oven", "dough"])
    manager.register("oven")
    assert manager.install("cake") is False
    assert manager.installed() == []
    manager.register("dough")
    assert manager.install("cake") is True


@pytest.mark.tags("refusal")
def test_removed_package_is_gone_but_still_registered() -> None:
    manager = PackageManager()
    manager.register("tea")
    manager.install("tea")
    assert manager.remove("tea") is True
    assert manager.installed() == []
    assert manager.remove("tea") is False
    assert manager.register("tea") is False
    assert manager.install("tea") is True


@pytest.mark.tags("cycle", "ordering")
def test_package_through_which_a_cycle_is_entered_comes_last() -> None:
    manager = PackageManager()
    manager.register("hen", ["egg"])
    manager.register("egg", ["hen"])
    assert manager.install("hen") is True
    assert manager.installed() == ["egg", "hen"]
    assert manager.remove("hen") is True
    assert manager.installed() == []


@pytest.mark.tags("graph")
def test_removed_package_stays_while_another_request_needs_it() -> None:
    manager = PackageManager()
    manager.register("oven")
    manager.register("cake", ["oven"])
    manager.install("oven")
    manager.install("cake")
    assert manager.why("oven") == ["cake", "oven"]
    assert manager.remove("oven") is True
    assert manager.installed() == ["oven", "cake"]
    assert manager.why("oven") == ["cake"]
    assert manager.remove("oven") is False
    assert manager.remove("cake") is True
    assert manager.installed() == []
