"""Level 3, samples: versions, requirements, upgrades and the way back."""

import pytest
from solution import PackageManager


@pytest.mark.tags("version", "range", "ordering")
def test_highest_version_that_fits_is_installed() -> None:
    manager = PackageManager()
    for version in ["1.9", "1.10", "1.2", "2.0"]:
        assert manager.register("ssl", version=version) is True
    assert manager.available("ssl") == ["2.0", "1.10", "1.9", "1.2"]
    manager.register("web", ["ssl>=1,<2"])
    assert manager.install("web") is True
    assert manager.version("ssl") == "1.10"
    assert manager.version("web") == "1"


@pytest.mark.tags("version", "conflict", "refusal")
def test_installed_version_that_does_not_fit_refuses_the_install() -> None:
    manager = PackageManager()
    manager.register("ssl", version="1.0")
    manager.register("ssl", version="2.0")
    manager.register("web", ["ssl<2"])
    assert manager.install("ssl") is True
    assert manager.install("web") is False
    assert manager.installed() == ["ssl"]


@pytest.mark.tags("version")
def test_upgrade_goes_as_high_as_the_other_packages_allow() -> None:
    manager = PackageManager()
    manager.register("ssl", version="1.0")
    manager.register("web", ["ssl<2"])
    assert manager.install("web") is True
    manager.register("ssl", version="1.1")
    manager.register("ssl", version="2.0")
    assert manager.version("ssl") == "1.0"
    assert manager.upgrade("ssl") is True
    assert manager.version("ssl") == "1.1"
    assert manager.upgrade("ssl") is False


@pytest.mark.tags("version", "graph")
def test_upgrade_brings_new_dependencies_and_drops_old_ones() -> None:
    manager = PackageManager()
    for name in ["ink", "toner"]:
        manager.register(name)
    manager.register("press", ["ink"], "1.0")
    manager.install("press")
    manager.register("press", ["toner"], "2.0")
    assert manager.upgrade("press") is True
    assert manager.installed() == ["press", "toner"]


@pytest.mark.tags("rollback", "undo")
def test_rollback_undoes_changes_one_by_one_or_together() -> None:
    manager = PackageManager()
    for name in ["tea", "cup", "pot"]:
        manager.register(name)
    for name in ["tea", "cup", "pot"]:
        assert manager.install(name) is True
    assert manager.remove("tea") is True
    assert manager.rollback() is True
    assert manager.installed() == ["tea", "cup", "pot"]
    assert manager.rollback(2) is True
    assert manager.installed() == ["tea"]
    assert manager.rollback(2) is False
    assert manager.rollback(1) is True
    assert manager.installed() == []
