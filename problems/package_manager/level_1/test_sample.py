"""Level 1, samples: registering and installing packages."""

import pytest
from solution import PackageManager


@pytest.mark.tags("basics")
def test_registered_package_can_be_installed() -> None:
    manager = PackageManager()
    assert manager.register("tea") is True
    assert manager.installed() == []
    assert manager.install("tea") is True
    assert manager.installed() == ["tea"]


@pytest.mark.tags("refusal", "missing")
def test_unknown_package_cannot_be_installed() -> None:
    manager = PackageManager()
    assert manager.install("tea") is False
    assert manager.installed() == []


@pytest.mark.tags("ordering")
def test_installed_packages_are_in_the_order_of_installing() -> None:
    manager = PackageManager()
    for name in ["cup", "tea", "spoon"]:
        manager.register(name)
    for name in ["tea", "spoon", "cup"]:
        assert manager.install(name) is True
    assert manager.installed() == ["tea", "spoon", "cup"]


@pytest.mark.tags("duplicate", "refusal")
def test_nothing_is_registered_or_installed_twice() -> None:
    manager = PackageManager()
    manager.register("tea")
    assert manager.register("tea") is False
    manager.install("tea")
    assert manager.install("tea") is False
    assert manager.installed() == ["tea"]
