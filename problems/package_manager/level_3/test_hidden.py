"""Level 3, scored: versions, requirements, upgrades and the way back."""

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from solution import PackageManager

model_settings = settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)


def add(manager: PackageManager, *packages: str) -> None:
    """Register packages, each written as its name, its version and what it needs."""
    for package in packages:
        name, version, *needed = package.split()
        assert manager.register(name, needed, version) is True


def manager_knowing(*packages: str) -> PackageManager:
    manager = PackageManager()
    add(manager, *packages)
    return manager


def versions(manager: PackageManager) -> list[tuple[str, str | None]]:
    return [(name, manager.version(name)) for name in manager.installed()]


@pytest.mark.tags("version", "ordering")
def test_available_lists_the_highest_first_by_numbers_not_by_text() -> None:
    manager = manager_knowing("a 9", "a 10", "a 1.9", "a 1.10", "a 100.1", "a 1.2.30", "a 1.2.4")
    assert manager.available("a") == ["100.1", "10", "9", "1.10", "1.9", "1.2.30", "1.2.4"]


@pytest.mark.tags("version", "ordering")
def test_missing_numbers_count_as_zero() -> None:
    manager = manager_knowing("a 1.2.0.1", "a 1.2", "a 1.1.9", "a 1.2.1", "a 0.0", "a 0.0.0.0.1")
    assert manager.available("a") == ["1.2.1", "1.2.0.1", "1.2", "1.1.9", "0.0.0.0.1", "0.0"]
    assert manager.available("a==1.2.0.0") == ["1.2"]
    assert manager.available("a>1.2.0") == ["1.2.1", "1.2.0.1"]
    assert manager.available("a<=0") == ["0.0"]


@pytest.mark.tags("version", "duplicate", "refusal")
def test_same_version_is_refused_however_it_is_written() -> None:
    manager = manager_knowing("a 1.2 b", "b 0", "c 1.0")
    for version in ["1.2", "1.2.0", "1.2.0.0.0"]:
        assert manager.register("a", ["ghost"], version) is False
    assert manager.register("b", version="0.0.0") is False
    assert manager.register("a", version="1.20") is True
    assert manager.register("a", version="1.0.2") is True
    assert manager.available("a") == ["1.20", "1.2", "1.0.2"]
    assert manager.install("a==1.2") is True
    assert manager.installed() == ["b", "a"]


@pytest.mark.tags("version", "duplicate", "refusal")
def test_version_is_1_unless_it_is_given() -> None:
    manager = PackageManager()
    assert manager.register("a") is True
    assert manager.register("a", [], "1.0") is False
    assert manager.register("a", version="1") is False
    assert manager.register("a", version="1.1") is True
    assert manager.register("a") is False
    assert manager.available("a") == ["1.1", "1"]
    assert manager.register("b", version="1.0.0") is True
    assert manager.register("b") is False
    assert manager.available("b") == ["1.0.0"]


@pytest.mark.tags("version")
def test_versions_are_answered_as_they_were_written() -> None:
    manager = manager_knowing("a 1.0.0", "a 0.0", "b 2.10.0 a<1.0")
    assert manager.available("a>=0") == ["1.0.0", "0.0"]
    assert manager.install("b==2.10") is True
    assert manager.version("b") == "2.10.0"
    assert manager.version("a") == "0.0"


@pytest.mark.tags("version", "parsing", "boundary")
def test_each_comparison_has_its_boundary() -> None:
    manager = manager_knowing("a 1", "a 1.5", "a 2", "a 2.0.1", "a 3")
    assert manager.available("a==2") == ["2"]
    assert manager.available("a>=2") == ["3", "2.0.1", "2"]
    assert manager.available("a<=2") == ["2", "1.5", "1"]
    assert manager.available("a>2") == ["3", "2.0.1"]
    assert manager.available("a<2") == ["1.5", "1"]


@pytest.mark.tags("version", "parsing", "range")
def test_all_comparisons_of_a_requirement_must_be_met() -> None:
    manager = manager_knowing("a 1", "a 1.5", "a 2", "a 2.5", "a 3", "a 10")
    assert manager.available("a>=1.5,<2.5") == ["2", "1.5"]
    assert manager.available("a<10,>1,<=3") == ["3", "2.5", "2", "1.5"]
    assert manager.available("a>2,<2") == []
    assert manager.available("a==2,>=2") == ["2"]
    assert manager.available("a==2,==3") == []
    assert manager.available("a>=1,>2.5,>2") == ["10", "3"]


@pytest.mark.tags("version", "parsing")
def test_names_may_hold_digits_and_hyphens() -> None:
    manager = manager_knowing("v-2 1", "v-2 2", "v 7", "3d 4", "- 5", "app 1 v-2<2 3d>=4 -==5")
    assert manager.available("v-2>1") == ["2"]
    assert manager.available("v") == ["7"]
    assert manager.install("app") is True
    assert versions(manager) == [("v-2", "1"), ("3d", "4"), ("-", "5"), ("app", "1")]


@pytest.mark.tags("limit")
def test_available_keeps_the_first_of_the_list_within_the_limit() -> None:
    manager = manager_knowing("a 1", "a 3", "a 2", "a 4")
    assert manager.available("a", 0) == []
    assert manager.available("a<4", 2) == ["3", "2"]
    assert manager.available("a", limit=4) == ["4", "3", "2", "1"]
    assert manager.available("a", 100) == ["4", "3", "2", "1"]
    assert manager.available("a", None) == ["4", "3", "2", "1"]


@pytest.mark.tags("empty", "missing")
def test_available_of_nothing_is_empty() -> None:
    manager = manager_knowing("a 1", "b 1 ghost>=2")
    assert manager.available("ghost") == []
    assert manager.available("ghost>=2") == []
    assert manager.available("a>1") == []
    assert manager.register("ghost", version="1") is True
    assert manager.available("ghost") == ["1"]
    assert manager.available("ghost>=2") == []


@pytest.mark.tags("version")
def test_highest_version_is_installed_whenever_it_was_registered() -> None:
    manager = manager_knowing("a 2.9", "a 2.10", "a 1.99", "b 1 a")
    assert manager.install("b") is True
    assert versions(manager) == [("a", "2.10"), ("b", "1")]


@pytest.mark.tags("version", "range")
def test_requirement_bounds_what_is_installed() -> None:
    for requirement, version in [("a", "3"), ("a<3", "2.5"), ("a==1", "1"), ("a>1,<=2", "2")]:
        manager = manager_knowing("a 1", "a 2", "a 2.5", "a 3")
        assert manager.install(requirement) is True
        assert versions(manager) == [("a", version)]
        assert manager.why("a") == ["a"]


@pytest.mark.tags("version", "missing", "refusal")
def test_install_is_refused_when_no_version_fits() -> None:
    manager = manager_knowing("a 1", "a 2", "b 1", "b 2 c>2", "c 2", "d 1 b")
    assert manager.install("a>2") is False
    assert manager.install("a>1,<2") is False
    assert manager.install("d") is False
    assert manager.installed() == []
    assert manager.version("b") is None
    assert manager.install("b<2") is True
    assert manager.install("d") is True
    assert versions(manager) == [("b", "1"), ("d", "1")]


@pytest.mark.tags("version", "graph")
def test_each_version_has_its_own_dependencies() -> None:
    manager = manager_knowing("a 1 b c", "a 2 d", "a 3", "b 1", "c 1", "d 1")
    assert manager.install("a<2") is True
    assert manager.installed() == ["b", "c", "a"]
    assert manager.why("d") == []
    assert manager.remove("a") is True
    assert manager.install("a==2") is True
    assert manager.installed() == ["d", "a"]
    assert manager.why("d") == ["a"]
    assert manager.remove("a") is True
    assert manager.install("a") is True
    assert manager.installed() == ["a"]


@pytest.mark.tags("version", "missing")
def test_version_of_what_is_not_installed_is_none() -> None:
    manager = manager_knowing("a 1")
    assert manager.version("a") is None
    assert manager.version("ghost") is None
    assert manager.install("a") is True
    assert manager.version("a") == "1"
    assert manager.remove("a") is True
    assert manager.version("a") is None


@pytest.mark.tags("version", "conflict")
def test_installed_version_that_fits_is_kept_though_a_higher_one_would_fit() -> None:
    manager = manager_knowing("a 1", "a 2", "b 1 a>=1")
    assert manager.install("a==1") is True
    assert manager.install("b") is True
    assert versions(manager) == [("a", "1"), ("b", "1")]


@pytest.mark.tags("version", "conflict", "refusal")
def test_installed_version_that_does_not_fit_refuses_the_call() -> None:
    manager = manager_knowing("a 1", "a 2", "x 1", "b 1 x a>=2", "c 1 b")
    assert manager.install("a==1") is True
    assert manager.install("b") is False
    assert manager.install("c") is False
    assert versions(manager) == [("a", "1")]
    assert manager.version("x") is None


@pytest.mark.tags("version", "conflict", "refusal", "ordering")
def test_choice_is_not_taken_back_for_a_later_requirement() -> None:
    packages = ["c 1", "c 2", "c 3", "free 1 c", "bound 1 c<3"]
    manager = manager_knowing(*packages, "app 1 free bound", "other 1 bound free")
    assert manager.install("app") is False
    assert manager.installed() == []
    assert manager.install("other") is True
    assert versions(manager) == [("c", "2"), ("bound", "1"), ("free", "1"), ("other", "1")]


@pytest.mark.tags("version", "conflict", "refusal")
def test_lower_version_is_not_tried_when_the_highest_cannot_be_installed() -> None:
    manager = manager_knowing("a 1", "a 2 ghost", "b 1 a", "c 1 c>=2 a")
    assert manager.install("a") is False
    assert manager.install("b") is False
    assert manager.install("c") is False
    assert manager.install("a<2") is True
    assert manager.install("b") is True


@pytest.mark.tags("version", "graph", "ordering")
def test_version_is_chosen_when_first_reached_and_depth_goes_first() -> None:
    manager = manager_knowing("c 1", "c 2", "deep 1 mid", "mid 1 c<2", "app 1 deep c", "b 1 c deep")
    assert manager.install("app") is True
    assert manager.version("c") == "1"
    assert manager.installed() == ["c", "mid", "deep", "app"]
    assert manager.remove("app") is True
    assert manager.install("b") is False


@pytest.mark.tags("version", "duplicate", "conflict")
def test_name_listed_twice_makes_two_requirements() -> None:
    manager = manager_knowing("b 1", "b 2", "b 3", "low 1 b<3 b>=2", "high 1 b>=2 b<3")
    assert manager.install("high") is False
    assert manager.install("low") is True
    assert versions(manager) == [("b", "2"), ("low", "1")]
    manager.register("b", version="2.5")
    assert manager.upgrade("b") is True
    assert manager.version("b") == "2.5"


@pytest.mark.tags("version", "cycle")
def test_version_in_a_cycle_must_fit_where_the_cycle_closes() -> None:
    manager = manager_knowing("a 1 b", "a 2 c", "b 1 a<2", "c 1 a<2", "d 1 d==1", "e 1 e>1")
    assert manager.install("a") is False
    assert manager.install("a==1") is True
    assert versions(manager) == [("b", "1"), ("a", "1")]
    assert manager.install("d") is True
    assert manager.install("e") is False
    assert manager.installed() == ["b", "a", "d"]


@pytest.mark.tags("version", "refusal")
def test_requested_package_is_not_installed_again_whatever_the_requirement() -> None:
    manager = manager_knowing("a 1", "a 2")
    assert manager.install("a==1") is True
    for requirement in ["a", "a==1", "a>=1", "a==2", "a>5"]:
        assert manager.install(requirement) is False
    assert versions(manager) == [("a", "1")]
    assert manager.upgrade("a") is False


@pytest.mark.tags("version", "refusal")
def test_automatic_package_is_requested_only_if_its_version_fits() -> None:
    manager = manager_knowing("a 1", "a 2", "b 1 a<2")
    assert manager.install("b") is True
    assert manager.install("a>=2") is False
    assert manager.why("a") == ["b"]
    assert manager.remove("a") is False
    assert manager.install("a>=1") is True
    assert manager.why("a") == ["a", "b"]
    assert manager.version("a") == "1"
    assert manager.installed() == ["a", "b"]


@pytest.mark.tags("version", "isolation")
def test_registering_does_not_change_what_is_installed() -> None:
    manager = manager_knowing("a 1 b", "b 1")
    assert manager.install("a") is True
    add(manager, "a 2 c", "b 2", "c 1")
    assert versions(manager) == [("b", "1"), ("a", "1")]
    assert manager.why("b") == ["a"]
    assert manager.why("c") == []
    assert manager.remove("a") is True
    assert manager.installed() == []


@pytest.mark.tags("version", "ordering")
def test_upgrade_takes_the_highest_version_and_keeps_the_place() -> None:
    manager = manager_knowing("a 1.8", "b 1", "c 1", "b 1.1")
    for requirement in ["b", "a", "c"]:
        assert manager.install(requirement) is True
    add(manager, "a 1.9", "a 1.10", "c 2")
    assert manager.upgrade("a") is True
    assert versions(manager) == [("b", "1.1"), ("a", "1.10"), ("c", "1")]
    assert manager.why("a") == ["a"]


@pytest.mark.tags("version", "refusal")
def test_upgrade_without_a_higher_version_is_refused() -> None:
    manager = manager_knowing("a 1", "a 2", "b 1")
    assert manager.install("a") is True
    assert manager.upgrade("a") is False
    assert manager.upgrade("b") is False
    assert manager.upgrade("ghost") is False
    add(manager, "a 1.5", "b 2")
    assert manager.upgrade("a") is False
    assert manager.upgrade("b") is False
    assert versions(manager) == [("a", "2")]


@pytest.mark.tags("version", "range")
def test_upgrade_stays_within_the_request() -> None:
    manager = manager_knowing("a 1.0", "a 3.0")
    assert manager.install("a<2") is True
    assert manager.upgrade("a") is False
    add(manager, "a 1.1", "a 2.0", "a 1.4")
    assert manager.upgrade("a") is True
    assert manager.version("a") == "1.4"
    assert manager.upgrade("a") is False
    assert manager.remove("a") is True
    assert manager.install("a>1.4,<3") is True
    add(manager, "a 2.5")
    assert manager.upgrade("a") is True
    assert manager.version("a") == "2.5"


@pytest.mark.tags("version", "range")
def test_upgrade_forgets_a_request_that_was_taken_back() -> None:
    manager = manager_knowing("a 1", "a 2", "b 1 a")
    assert manager.install("a<2") is True
    assert manager.install("b") is True
    assert manager.upgrade("a") is False
    assert manager.remove("a") is True
    assert manager.upgrade("a") is True
    assert manager.version("a") == "2"
    assert manager.remove("a") is False


@pytest.mark.tags("version", "range")
def test_upgrade_fits_all_packages_that_need_it() -> None:
    manager = manager_knowing("a 1", "x 1 a<4", "y 1 a<=3", "z 1 y a>=1", "w 1 b<1", "b 0")
    for name in ["x", "z", "w"]:
        assert manager.install(name) is True
    add(manager, "a 2", "a 3", "a 3.5", "a 4", "a 5")
    assert manager.upgrade("a") is True
    assert manager.version("a") == "3"
    assert manager.remove("z") is True
    assert manager.upgrade("a") is True
    assert manager.version("a") == "3.5"
    assert manager.install("a>=2") is True
    assert manager.remove("x") is True
    assert manager.upgrade("a") is True
    assert manager.version("a") == "5"


@pytest.mark.tags("version", "graph", "ordering")
def test_upgrade_appends_new_dependencies_and_removes_old_ones() -> None:
    manager = manager_knowing("a 1 old both", "old 1 older", "older 1", "both 1", "x 1")
    assert manager.install("a") is True
    assert manager.install("x") is True
    add(manager, "a 2 z both y", "z 1 deep", "deep 1", "y 1 deep")
    assert manager.upgrade("a") is True
    assert manager.installed() == ["both", "a", "x", "deep", "z", "y"]
    assert manager.version("a") == "2"
    assert manager.why("deep") == ["a"]
    assert manager.remove("a") is True
    assert manager.installed() == ["x"]


@pytest.mark.tags("version", "range")
def test_upgrade_chooses_new_dependencies_by_their_requirements() -> None:
    manager = manager_knowing("a 1", "b 1", "b 2", "b 3", "c 1", "c 2", "d 1 c<2")
    assert manager.install("a") is True
    assert manager.install("d") is True
    add(manager, "a 2 b<3 c")
    assert manager.upgrade("a") is True
    assert versions(manager) == [("a", "2"), ("c", "1"), ("d", "1"), ("b", "2")]


@pytest.mark.tags("version", "conflict", "refusal")
def test_upgrade_is_refused_when_a_dependency_cannot_be_met() -> None:
    manager = manager_knowing("a 1 old", "old 1", "b 1", "b 2", "c 1")
    assert manager.install("b==1") is True
    assert manager.install("a") is True
    add(manager, "a 1.5", "a 2 c b>=2")
    assert manager.upgrade("a") is False
    add(manager, "a 3 c ghost")
    assert manager.upgrade("a") is False
    assert versions(manager) == [("b", "1"), ("old", "1"), ("a", "1")]
    assert manager.why("old") == ["a"]
    assert manager.version("c") is None
    add(manager, "a 4 c")
    assert manager.upgrade("a") is True
    assert versions(manager) == [("b", "1"), ("a", "4"), ("c", "1")]


@pytest.mark.tags("version", "cycle")
def test_old_requirements_of_the_package_itself_do_not_hold_it_back() -> None:
    manager = manager_knowing("a 1 a<2 b", "b 1")
    assert manager.install("a") is True
    add(manager, "a 2 a==2 b")
    assert manager.upgrade("a") is True
    assert manager.version("a") == "2"
    add(manager, "a 3 a<3")
    assert manager.upgrade("a") is False
    assert versions(manager) == [("b", "1"), ("a", "2")]


@pytest.mark.tags("version", "cycle")
def test_new_dependency_may_need_the_new_version_back() -> None:
    manager = manager_knowing("a 1")
    assert manager.install("a") is True
    add(manager, "a 2 b", "b 1 a<2")
    assert manager.upgrade("a") is False
    assert manager.installed() == ["a"]
    add(manager, "b 2 a>=2")
    assert manager.upgrade("a") is True
    assert versions(manager) == [("a", "2"), ("b", "2")]


@pytest.mark.tags("version", "conflict", "refusal")
def test_package_that_would_go_still_holds_back_the_upgrade() -> None:
    manager = manager_knowing("a 1 b", "b 1 a<2")
    assert manager.install("a") is True
    add(manager, "a 1.5 b", "a 2")
    assert manager.upgrade("a") is True
    assert versions(manager) == [("b", "1"), ("a", "1.5")]
    assert manager.upgrade("a") is False


@pytest.mark.tags("version", "conflict")
def test_package_that_would_go_can_be_needed_by_what_is_new() -> None:
    manager = manager_knowing("a 1 b", "b 1", "c 1 b>=2", "d 1 b")
    assert manager.install("a") is True
    add(manager, "b 2", "a 2 c")
    assert manager.upgrade("a") is False
    assert versions(manager) == [("b", "1"), ("a", "1")]
    add(manager, "a 3 d")
    assert manager.upgrade("a") is True
    assert versions(manager) == [("b", "1"), ("a", "3"), ("d", "1")]


@pytest.mark.tags("version")
def test_automatic_package_is_upgraded_alone_and_stays_automatic() -> None:
    manager = manager_knowing("a 1 b", "b 1 c", "c 1", "a 0.5")
    assert manager.install("a") is True
    add(manager, "a 2 b", "b 2 c", "c 2")
    assert manager.upgrade("b") is True
    assert versions(manager) == [("c", "1"), ("b", "2"), ("a", "1")]
    assert manager.remove("b") is False
    assert manager.remove("a") is True
    assert manager.installed() == []


@pytest.mark.tags("rollback", "undo")
def test_rollback_undoes_each_kind_of_change() -> None:
    manager = manager_knowing("a 1 b", "b 1", "c 1")
    assert manager.install("a") is True
    assert manager.rollback() is True
    assert manager.installed() == []
    assert manager.install("a") is True
    assert manager.remove("a") is True
    assert manager.rollback() is True
    assert versions(manager) == [("b", "1"), ("a", "1")]
    add(manager, "a 2 c")
    assert manager.upgrade("a") is True
    assert manager.rollback() is True
    assert versions(manager) == [("b", "1"), ("a", "1")]
    assert manager.why("b") == ["a"]
    assert manager.remove("b") is False


@pytest.mark.tags("rollback", "boundary")
def test_rollback_undoes_as_many_changes_as_asked() -> None:
    manager = manager_knowing("a 1", "b 1", "c 1", "d 1")
    for name in ["a", "b", "c", "d"]:
        assert manager.install(name) is True
    assert manager.rollback(1) is True
    assert manager.installed() == ["a", "b", "c"]
    assert manager.rollback(steps=2) is True
    assert manager.installed() == ["a"]
    assert manager.rollback(2) is False
    assert manager.rollback(1) is True
    assert manager.installed() == []


@pytest.mark.tags("rollback", "refusal", "boundary")
def test_rollback_of_too_many_or_no_changes_is_refused() -> None:
    manager = manager_knowing("a 1", "b 1")
    assert manager.rollback() is False
    assert manager.install("a") is True
    assert manager.install("b") is True
    for steps in [3, 4, 100, 0, -1, -2]:
        assert manager.rollback(steps) is False
        assert manager.installed() == ["a", "b"]
    assert manager.rollback(2) is True
    assert manager.installed() == []
    assert manager.rollback() is False


@pytest.mark.tags("rollback", "history", "refusal")
def test_only_changes_that_succeeded_count() -> None:
    manager = manager_knowing("a 1 b", "b 1", "c 1 ghost")
    assert manager.install("a") is True
    assert manager.install("a") is False
    assert manager.install("c") is False
    assert manager.remove("b") is False
    assert manager.upgrade("a") is False
    assert manager.register("d") is True
    assert manager.register("d") is False
    assert manager.rollback(2) is False
    assert manager.why("b") == ["a"]
    assert manager.available("a") == ["1"]
    assert manager.rollback() is True
    assert manager.installed() == []
    add(manager, "a 2 ghost")
    assert manager.install("a==1") is True
    add(manager, "a 3")
    assert manager.upgrade("a") is False
    assert manager.rollback(2) is False


@pytest.mark.tags("rollback", "history")
def test_changes_that_leave_the_list_as_it_was_count_too() -> None:
    manager = manager_knowing("a 1 b", "b 1")
    assert manager.install("a") is True
    assert manager.install("b") is True
    assert manager.remove("b") is True
    assert manager.install("b") is True
    assert manager.installed() == ["b", "a"]
    assert manager.rollback(2) is True
    assert manager.why("b") == ["a", "b"]
    assert manager.rollback(1) is True
    assert manager.why("b") == ["a"]
    assert manager.rollback(1) is True
    assert manager.installed() == []


@pytest.mark.tags("rollback", "ordering")
def test_rollback_brings_back_places_and_versions() -> None:
    manager = manager_knowing("a 1", "b 1 c", "c 1", "d 1")
    for name in ["d", "a", "b"]:
        assert manager.install(name) is True
    before = versions(manager)
    add(manager, "a 2", "c 2", "b 2")
    assert manager.upgrade("a") is True
    assert manager.remove("d") is True
    assert manager.upgrade("b") is True
    assert manager.install("c") is True
    assert manager.install("d") is True
    assert versions(manager) == [("a", "2"), ("b", "2"), ("c", "2"), ("d", "1")]
    assert manager.rollback(5) is True
    assert versions(manager) == before
    assert before == [("d", "1"), ("a", "1"), ("c", "1"), ("b", "1")]


@pytest.mark.tags("rollback", "range")
def test_rollback_brings_back_requests_with_their_bounds() -> None:
    manager = manager_knowing("a 1", "a 2", "a 3", "b 1 a")
    assert manager.install("a<2") is True
    assert manager.install("b") is True
    assert manager.remove("a") is True
    assert manager.upgrade("a") is True
    assert manager.install("a>2") is True
    assert manager.rollback(3) is True
    assert manager.why("a") == ["a", "b"]
    assert manager.upgrade("a") is False
    assert manager.version("a") == "1"
    assert manager.remove("b") is True
    assert manager.installed() == ["a"]


@pytest.mark.tags("rollback", "history")
def test_undone_changes_are_forgotten() -> None:
    manager = manager_knowing("a 1", "b 1", "c 1")
    assert manager.install("a") is True
    assert manager.install("b") is True
    assert manager.rollback() is True
    assert manager.rollback(2) is False
    assert manager.install("c") is True
    assert manager.rollback(2) is True
    assert manager.installed() == []
    assert manager.rollback() is False


@pytest.mark.tags("rollback", "snapshot", "isolation")
def test_changes_after_a_rollback_do_not_reach_earlier_states() -> None:
    manager = manager_knowing("a 1 b", "b 1", "c 1")
    assert manager.install("a") is True
    for _ in range(3):
        assert manager.install("c") is True
        assert manager.remove("a") is True
        assert manager.installed() == ["c"]
        assert manager.rollback(2) is True
        assert manager.installed() == ["b", "a"]
        assert manager.why("b") == ["a"]
    assert manager.install("b") is True
    assert manager.rollback() is True
    assert manager.remove("b") is False
    assert manager.rollback() is True
    assert manager.installed() == []


@pytest.mark.tags("rollback", "isolation")
def test_registered_packages_stay_registered() -> None:
    manager = manager_knowing("a 1")
    assert manager.install("a") is True
    add(manager, "a 2", "b 1")
    assert manager.install("b") is True
    assert manager.rollback(2) is True
    assert manager.register("a", version="2.0") is False
    assert manager.register("b") is False
    assert manager.available("a") == ["2", "1"]
    assert manager.install("a") is True
    assert versions(manager) == [("a", "2")]


@pytest.mark.tags("rollback", "history")
def test_two_hundred_changes_can_be_undone() -> None:
    manager = manager_knowing("a 1", "b 1")
    assert manager.install("a") is True
    for _ in range(99):
        assert manager.install("b") is True
        assert manager.remove("b") is True
    assert manager.rollback(200) is False
    assert manager.rollback(198) is True
    assert manager.installed() == ["a"]
    assert manager.rollback(1) is True
    assert manager.installed() == []


@pytest.mark.tags("version", "scale")
def test_a_hundred_versions_are_kept_apart() -> None:
    manager = PackageManager()
    numbers = [number * 37 % 100 for number in range(100)]
    for number in numbers:
        assert manager.register("a", version=f"1.{number}.999999.0.7") is True
    newest_first = [f"1.{number}.999999.0.7" for number in reversed(range(100))]
    assert manager.available("a") == newest_first
    assert manager.available("a<1.50", 1) == ["1.49.999999.0.7"]


def parsed(version: str) -> list[int]:
    """Five numbers, the missing ones zero."""
    return [*map(int, version.split(".")), 0, 0, 0, 0][:5]


class Model:
    """Keeps versions by name in order and meets requirements from a list of what is to do."""

    def __init__(self) -> None:
        self.known: dict[str, dict[str, list[str]]] = {}
        self.requests: dict[str, str] = {}
        self.installed: dict[str, str] = {}
        self.past: list[tuple[dict[str, str], dict[str, str]]] = []

    def register(self, name: str, dependencies: list[str], version: str) -> bool:
        mine = self.known.setdefault(name, {})
        if any(parsed(other) == parsed(version) for other in mine):
            return False
        mine[version] = dependencies
        return True

    def fits(self, requirement: str, version: str) -> bool:
        bounds = requirement[1:].split(",") if requirement[1:] else []
        found = parsed(version)
        for bound in bounds:
            sign, limit = bound.rstrip("0123456789."), parsed(bound.lstrip("<=>"))
            if found == limit and sign in {"<", ">"}:
                return False
            if (found < limit and sign[0] != "<") or (found > limit and sign[0] != ">"):
                return False
        return True

    def available(self, requirement: str) -> list[str]:
        mine = [one for one in self.known.get(requirement[0], {}) if self.fits(requirement, one)]
        return sorted(mine, key=parsed, reverse=True)

    def meet(self, requirements: list[str], chosen: dict[str, str]) -> list[str] | None:
        """Choose versions, and list the names in the order in which they are complete."""
        complete: list[str] = []
        to_do = [(requirement, False) for requirement in reversed(requirements)]
        while to_do:
            requirement, done = to_do.pop()
            name = requirement[0]
            if done:
                complete.append(name)
            elif name in chosen:
                if not self.fits(requirement, chosen[name]):
                    return None
            elif not self.available(requirement):
                return None
            else:
                chosen[name] = self.available(requirement)[0]
                to_do.append((requirement, True))
                to_do += [(one, False) for one in reversed(self.known[name][chosen[name]])]
        return complete

    def why(self, name: str) -> list[str]:
        if name not in self.installed:
            return []
        needing = {name}
        for _ in self.installed:
            for other, version in self.installed.items():
                if any(needed[0] in needing for needed in self.known[other][version]):
                    needing.add(other)
        return sorted(set(self.requests) & needing)

    def prune(self) -> None:
        self.installed = {name: self.installed[name] for name in self.installed if self.why(name)}

    def install(self, requirement: str) -> bool:
        chosen = dict(self.installed)
        complete = self.meet([requirement], chosen)
        if requirement[0] in self.requests or complete is None:
            return False
        self.remember()
        self.requests[requirement[0]] = requirement
        self.installed |= {name: chosen[name] for name in complete}
        return True

    def remove(self, requirement: str) -> bool:
        if requirement[0] not in self.requests:
            return False
        self.remember()
        del self.requests[requirement[0]]
        self.prune()
        return True

    def upgrade(self, requirement: str) -> bool:
        name = requirement[0]
        if name not in self.installed:
            return False
        demands = [self.requests.get(name, name)]
        for other, version in self.installed.items():
            if other != name:
                demands += [one for one in self.known[other][version] if one[0] == name]
        newest = [
            version
            for version in self.available(name)
            if all(self.fits(demand, version) for demand in demands)
        ][0]
        chosen = self.installed | {name: newest}
        complete = self.meet(self.known[name][newest], chosen)
        if newest == self.installed[name] or complete is None:
            return False
        self.remember()
        self.installed |= {name: newest} | {new: chosen[new] for new in complete}
        self.prune()
        return True

    def remember(self) -> None:
        self.past.append((dict(self.requests), dict(self.installed)))

    def rollback(self, steps: int) -> bool:
        if steps < 1 or steps > len(self.past):
            return False
        for _ in range(steps):
            self.requests, self.installed = self.past.pop()
        return True


numbers = st.sampled_from(["0", "1", "1.0", "1.9", "1.10", "2"])
bounds = st.builds("".join, st.tuples(st.sampled_from(["==", ">=", ">=", "<=", ">", "<"]), numbers))
requirements = st.builds(
    lambda name, bounds: name + ",".join(bounds),
    st.sampled_from("abcd"),
    st.one_of(st.just([]), st.just([]), st.lists(bounds, min_size=1, max_size=2)),
)
registrations = st.tuples(
    st.just("register"),
    st.sampled_from("abcd"),
    st.lists(requirements, max_size=2),
    numbers,
)
calls = st.one_of(
    registrations,
    st.tuples(st.sampled_from(["install", "install", "upgrade", "remove"]), requirements),
    st.tuples(st.just("rollback"), st.integers(0, 3)),
)


@pytest.mark.tags("model")
@model_settings
@given(
    st.lists(registrations, min_size=4, max_size=10),
    st.lists(calls, min_size=5, max_size=14),
)
def test_random_calls_answer_like_the_model(
    start: list[tuple[str, str, list[str], str]],
    history: list[tuple[Any, ...]],
) -> None:
    manager = PackageManager()
    model = Model()
    for method, *arguments in [*start, *history]:
        if method in {"remove", "upgrade"}:
            answer = getattr(manager, method)(arguments[0][0])
        else:
            answer = getattr(manager, method)(*arguments)
        assert answer == getattr(model, method)(*arguments)
        assert versions(manager) == list(model.installed.items())
        if method in {"install", "upgrade", "remove"}:
            assert manager.available(arguments[0]) == model.available(arguments[0])
    for name in "abcd":
        assert manager.why(name) == model.why(name)
