"""Level 4, samples: consistent sets and explanations."""

import pytest
from solution import PackageManager


@pytest.mark.tags("version", "conflict")
def test_install_all_goes_back_to_a_lower_version_where_it_must() -> None:
    manager = PackageManager()
    for version in ["1", "2", "3"]:
        manager.register("core", version=version)
    manager.register("left", ["core>=1"])
    manager.register("right", ["core<3"])
    assert manager.install_all(["left", "right"]) is True
    assert manager.version("core") == "2"
    assert manager.installed() == ["core", "left", "right"]


@pytest.mark.tags("version", "conflict", "ordering")
def test_earlier_requirement_gets_its_higher_version() -> None:
    for first, second in [("a", "b"), ("b", "a")]:
        manager = PackageManager()
        manager.register("core", version="1")
        manager.register("core", version="2")
        for name, wish in [("a", "core==1"), ("b", "core==2")]:
            manager.register(name, [wish], "2.0")
            manager.register(name, ["core"], "1.0")
        assert manager.install_all([first, second]) is True
        assert manager.version(first) == "2.0"
        assert manager.version(second) == "1.0"


@pytest.mark.tags("conflict", "refusal")
def test_explain_keeps_only_what_stands_in_the_way() -> None:
    manager = PackageManager()
    for name in ["tea", "core"]:
        manager.register(name)
    manager.register("app", ["core<2"])
    assert manager.install("app") is True
    assert manager.install_all(["tea", "core>=2"]) is False
    assert manager.explain(["tea", "core>=2"]) == ["core>=2"]
    manager.register("core", version="2")
    assert manager.explain(["tea", "core>=2"]) == ["app", "core>=2"]
    assert manager.explain(["tea", "core"]) == []
    assert manager.installed() == ["core", "app"]


@pytest.mark.tags("conflict", "overwrite")
def test_new_requirement_replaces_the_request_for_the_same_package() -> None:
    manager = PackageManager()
    for version in ["1", "2"]:
        manager.register("core", version=version)
    assert manager.install("core==1") is True
    assert manager.install_all(["core>1"]) is True
    assert manager.version("core") == "2"
