"""Level 4, scored: consistent sets, explanations, and the way back from them."""

from itertools import product

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


@pytest.mark.tags("basics", "ordering")
def test_install_all_installs_and_requests_everything_asked_for() -> None:
    manager = manager_knowing("a 1 c", "a 2 d c", "b 1", "c 1", "d 1")
    assert manager.install_all(["b", "a"]) is True
    assert versions(manager) == [("b", "1"), ("d", "1"), ("c", "1"), ("a", "2")]
    assert manager.why("c") == ["a"]
    assert manager.why("b") == ["b"]
    assert manager.remove("c") is False
    assert manager.install("a") is False
    assert manager.remove("a") is True
    assert manager.installed() == ["b"]


@pytest.mark.tags("conflict", "version")
def test_install_all_meets_two_requirements_on_one_package() -> None:
    manager = manager_knowing("c 1", "c 2", "c 3", "a 1 c", "b 1 c<3", "app 1 a b")
    assert manager.install("app") is False
    assert manager.install_all(["app"]) is True
    assert versions(manager) == [("c", "2"), ("a", "1"), ("b", "1"), ("app", "1")]


@pytest.mark.tags("conflict", "version")
def test_lower_version_is_taken_when_the_highest_cannot_be_installed() -> None:
    manager = manager_knowing("a 1", "a 2 b>5", "a 3 ghost", "b 1", "b 2", "app 1 a")
    assert manager.install_all(["app"]) is True
    assert versions(manager) == [("a", "1"), ("app", "1")]
    assert manager.why("b") == []


@pytest.mark.tags("conflict", "version")
def test_search_goes_back_over_several_choices() -> None:
    manager = manager_knowing(
        *["a 1", "a 2", "a 3", "b 1", "b 2", "b 3", "c 1", "c 2"],
        "last 1 a<2",
        "app 1 a b c last",
    )
    assert manager.install_all(["app"]) is True
    assert manager.installed() == ["a", "b", "c", "last", "app"]
    assert manager.version("a") == "1"
    assert manager.version("b") == "3"
    assert manager.version("c") == "2"


@pytest.mark.tags("conflict", "version")
def test_search_leaves_nothing_behind_of_what_it_tried() -> None:
    manager = manager_knowing("a 2 x y", "a 1 z", "x 1", "y 1 b<1", "z 1", "b 1", "b 0 w", "w 1")
    assert manager.install_all(["b>=1", "a"]) is True
    assert versions(manager) == [("b", "1"), ("z", "1"), ("a", "1")]
    assert manager.version("x") is None
    assert manager.why("x") == []


@pytest.mark.tags("conflict", "ordering", "ties")
def test_requirement_that_comes_first_is_better_off() -> None:
    packages = ["c 1", "c 2", "a 1", "a 2 c<2", "b 1", "b 2 c>=2"]
    manager = manager_knowing(*packages)
    assert manager.install_all(["a", "b"]) is True
    assert versions(manager) == [("c", "1"), ("a", "2"), ("b", "1")]
    manager = manager_knowing(*packages)
    assert manager.install_all(["b", "a"]) is True
    assert versions(manager) == [("c", "2"), ("b", "2"), ("a", "1")]


@pytest.mark.tags("conflict", "ordering", "ties")
def test_package_is_better_off_than_its_dependencies() -> None:
    manager = manager_knowing("a 1 b", "a 2 b<2", "b 1 c<2", "b 2 c", "c 1", "c 2")
    assert manager.install_all(["a"]) is True
    assert versions(manager) == [("c", "1"), ("b", "1"), ("a", "2")]


@pytest.mark.tags("conflict", "ordering", "ties")
def test_dependency_listed_first_is_better_off() -> None:
    packages = ["c 1", "c 2", "z 1", "z 2 c<2", "b 1", "b 2 c>=2"]
    manager = manager_knowing(*packages, "app 1 z b")
    assert manager.install_all(["app"]) is True
    assert versions(manager) == [("c", "1"), ("z", "2"), ("b", "1"), ("app", "1")]


@pytest.mark.tags("conflict", "ordering", "ties")
def test_dependencies_are_better_off_than_the_next_requirement() -> None:
    packages = ["a 1 deep", "deep 1 c", "c 1", "c 2", "b 1", "b 2 c<2"]
    manager = manager_knowing(*packages)
    assert manager.install_all(["a", "b"]) is True
    assert versions(manager) == [("c", "2"), ("deep", "1"), ("a", "1"), ("b", "1")]
    manager = manager_knowing(*packages, "app 1 a b")
    assert manager.install_all(["app"]) is True
    assert manager.version("c") == "2"
    assert manager.version("b") == "1"


@pytest.mark.tags("conflict", "version", "ordering")
def test_better_is_decided_by_numbers_not_by_text() -> None:
    manager = manager_knowing("a 1.9", "a 1.10", "a 2", "b 1 a<2", "b 1.0.1 a>2")
    assert manager.install_all(["a", "b"]) is True
    assert versions(manager) == [("a", "1.10"), ("b", "1")]


@pytest.mark.tags("conflict", "ordering")
def test_requests_come_before_the_new_requirements_in_their_order() -> None:
    packages = ["c 1", "c 2", "a 1", "a 2 c<2", "b 1", "b 2 c>=2", "x 1"]
    manager = manager_knowing(*packages)
    assert manager.install("b") is True
    assert manager.install_all(["x", "a"]) is True
    assert versions(manager) == [("c", "2"), ("b", "2"), ("x", "1"), ("a", "1")]
    manager = manager_knowing("b 1", "a 1", "x 1")
    for name in ["b", "a"]:
        assert manager.install(name) is True
    add(manager, "c 1", "c 2", "a 2 c<2", "b 2 c>=2")
    assert manager.install_all([]) is True
    assert versions(manager) == [("b", "2"), ("a", "1"), ("c", "2")]


@pytest.mark.tags("conflict", "ordering")
def test_order_of_requests_is_that_of_requesting_not_of_installing() -> None:
    manager = manager_knowing("a 1", "b 1 a")
    assert manager.install("b") is True
    assert manager.install("a") is True
    add(manager, "c 1", "c 2", "a 2 c<2", "b 2 a c>=2")
    assert manager.installed() == ["a", "b"]
    assert manager.install_all([]) is True
    assert versions(manager) == [("a", "1"), ("b", "2"), ("c", "2")]
    assert manager.remove("b") is True
    assert manager.install("b") is True
    assert manager.install_all([]) is True
    assert versions(manager) == [("a", "2"), ("c", "1"), ("b", "1")]


@pytest.mark.tags("conflict", "refusal")
def test_install_all_is_refused_whole_without_a_consistent_set() -> None:
    manager = manager_knowing("a 1 c<2", "a 2 c<3", "c 1", "c 2", "c 3", "x 1", "y 1")
    assert manager.install("x") is True
    assert manager.install("a==1") is True
    before = versions(manager)
    assert manager.install_all(["y", "c>=2"]) is False
    assert manager.install_all(["a", "c>=3"]) is False
    assert manager.install_all(["ghost"]) is False
    assert manager.install_all(["y", "x>1"]) is False
    assert versions(manager) == before
    assert manager.why("y") == []
    assert manager.remove("c") is False
    assert manager.install_all([]) is True
    assert versions(manager) == before


@pytest.mark.tags("conflict", "version")
def test_requests_keep_their_bounds() -> None:
    manager = manager_knowing("a 1", "a 2", "a 3", "b 1 a<3")
    assert manager.install("a<2") is True
    assert manager.install_all(["b"]) is True
    assert versions(manager) == [("a", "1"), ("b", "1")]
    assert manager.install_all(["a<=2"]) is True
    assert manager.version("a") == "2"
    assert manager.remove("b") is True
    assert manager.install_all([]) is True
    assert manager.version("a") == "2"
    assert manager.upgrade("a") is False


@pytest.mark.tags("overwrite", "conflict", "ordering")
def test_new_requirement_takes_the_place_of_the_request() -> None:
    manager = manager_knowing("c 1", "c 2", "a 1", "a 2 c<2", "b 1", "b 2 c>=2")
    assert manager.install("a<2") is True
    assert manager.install("b<2") is True
    assert manager.install_all(["b", "a"]) is True
    assert versions(manager) == [("a", "2"), ("b", "1"), ("c", "1")]


@pytest.mark.tags("overwrite", "duplicate", "conflict", "ordering")
def test_later_requirement_replaces_an_earlier_one_in_its_place() -> None:
    manager = manager_knowing("c 1", "c 2", "a 1", "a 2 c<2", "b 1", "b 2 c>=2")
    assert manager.install_all(["a==1", "b", "a>=1"]) is True
    assert versions(manager) == [("c", "1"), ("a", "2"), ("b", "1")]
    assert manager.install_all(["b>5", "b<5"]) is True
    assert manager.install_all(["b<5", "b>5"]) is False


@pytest.mark.tags("conflict", "version")
def test_what_is_installed_makes_no_difference_to_the_choice() -> None:
    manager = manager_knowing("a 1", "b 1 a", "c 1 a<3", "c 0")
    assert manager.install("b") is True
    add(manager, "a 2", "a 3")
    assert manager.install_all(["c"]) is True
    assert versions(manager) == [("a", "3"), ("b", "1"), ("c", "0")]
    assert manager.install_all(["b", "a==1"]) is True
    assert versions(manager) == [("a", "1"), ("b", "1"), ("c", "1")]
    assert manager.install_all(["a>=3"]) is True
    assert versions(manager) == [("a", "3"), ("b", "1"), ("c", "0")]


@pytest.mark.tags("ordering", "graph")
def test_what_stays_keeps_its_place_and_what_is_new_follows() -> None:
    manager = manager_knowing("a 1 old", "old 1", "b 1", "x 1")
    for name in ["x", "a", "b"]:
        assert manager.install(name) is True
    assert manager.installed() == ["x", "old", "a", "b"]
    add(manager, "b 2 n m", "a 2 k", "k 1 m", "m 1", "n 1")
    assert manager.install_all(["z1"]) is False
    add(manager, "z1 1 z2 old", "z2 1")
    assert manager.install_all(["z1"]) is True
    assert versions(manager) == [
        *[("x", "1"), ("old", "1"), ("a", "2"), ("b", "2")],
        *[("m", "1"), ("k", "1"), ("n", "1"), ("z2", "1"), ("z1", "1")],
    ]
    assert manager.remove("z1") is True
    assert manager.installed() == ["x", "a", "b", "m", "k", "n"]


@pytest.mark.tags("ordering", "cycle")
def test_new_packages_are_ordered_as_if_nothing_were_installed() -> None:
    manager = manager_knowing("b 1")
    assert manager.install("b") is True
    add(manager, "a 1 b c", "b 2 c d", "c 1 a", "d 1")
    assert manager.install_all(["a"]) is True
    assert versions(manager) == [("b", "2"), ("a", "1"), ("c", "1"), ("d", "1")]
    manager = manager_knowing("a 1 b c", "b 2 c d", "c 1 a", "d 1")
    assert manager.install_all(["a", "b"]) is True
    assert manager.installed() == ["c", "d", "b", "a"]


@pytest.mark.tags("empty")
def test_install_all_of_nothing_meets_the_requests_afresh() -> None:
    manager = manager_knowing("a 1 b", "b 1")
    assert manager.install_all([]) is True
    assert manager.installed() == []
    assert manager.install("a") is True
    add(manager, "a 2", "b 2")
    assert manager.install_all([]) is True
    assert versions(manager) == [("a", "2")]


@pytest.mark.tags("cycle", "conflict")
def test_versions_agree_around_a_cycle() -> None:
    manager = manager_knowing("a 3 b", "a 2 b", "a 1", "b 2 a<3", "b 1 a>=3", "s 2 s<2", "s 1 s")
    assert manager.install("a") is False
    assert manager.install_all(["a"]) is True
    assert versions(manager) == [("b", "1"), ("a", "3")]
    assert manager.install_all(["b>=2"]) is True
    assert versions(manager) == [("b", "2"), ("a", "2")]
    assert manager.install_all(["s"]) is True
    assert manager.version("s") == "1"


@pytest.mark.tags("graph", "conflict")
def test_diamond_agrees_on_one_version_of_its_base() -> None:
    manager = manager_knowing(
        *["top 1 left right", "left 2 base>=3", "left 1 base>=2", "right 1 base<3"],
        *["base 1", "base 2", "base 3", "base 2.5"],
    )
    assert manager.install_all(["top"]) is True
    assert versions(manager) == [("base", "2.5"), ("left", "1"), ("right", "1"), ("top", "1")]
    assert manager.install_all(["left>=2"]) is False
    assert manager.explain(["left>=2"]) == ["top", "left>=2"]


@pytest.mark.tags("graph")
def test_automatic_packages_become_requested_by_install_all() -> None:
    manager = manager_knowing("a 1 b", "b 1", "b 2")
    assert manager.install("a") is True
    assert manager.install_all(["b<2"]) is True
    assert manager.installed() == ["b", "a"]
    assert manager.version("b") == "1"
    assert manager.why("b") == ["a", "b"]
    assert manager.remove("a") is True
    assert manager.installed() == ["b"]
    assert manager.upgrade("b") is False


@pytest.mark.tags("version", "refusal", "conflict")
def test_install_and_upgrade_still_do_not_search() -> None:
    manager = manager_knowing("c 1", "c 2", "a 1 c", "b 1 c<2")
    assert manager.install_all(["a"]) is True
    assert manager.install("b") is False
    assert manager.install_all(["b"]) is True
    add(manager, "a 2 c>=2", "a 1.5 c")
    assert manager.upgrade("a") is False
    assert manager.version("a") == "1"
    assert manager.install_all([]) is True
    assert versions(manager) == [("c", "1"), ("a", "1.5"), ("b", "1")]


@pytest.mark.tags("conflict", "empty")
def test_explain_has_nothing_to_say_where_install_all_succeeds() -> None:
    manager = manager_knowing("c 1", "c 2", "a 1 c", "b 1 c<2")
    assert manager.explain([]) == []
    assert manager.explain(["a", "b"]) == []
    assert manager.install("a") is True
    assert manager.explain([]) == []
    assert manager.explain(["b"]) == []
    assert versions(manager) == [("c", "2"), ("a", "1")]


@pytest.mark.tags("conflict", "missing")
def test_explain_names_a_requirement_that_nothing_can_meet() -> None:
    manager = manager_knowing("a 1", "b 1 c", "c 1 d>=2", "d 1", "x 1")
    assert manager.install("x") is True
    assert manager.explain(["ghost"]) == ["ghost"]
    assert manager.explain(["a", "ghost>=1,<2", "d"]) == ["ghost>=1,<2"]
    assert manager.explain(["a>1"]) == ["a>1"]
    assert manager.explain(["a", "b", "d"]) == ["b"]
    assert manager.explain(["x==7"]) == ["x==7"]


@pytest.mark.tags("conflict", "ordering")
def test_explain_keeps_requests_and_new_requirements_in_order() -> None:
    manager = manager_knowing("c 1", "c 2", "c 3", "a 1 c<2", "b 1 c", "x 1")
    assert manager.install("b") is True
    assert manager.install("x") is True
    assert manager.explain(["a", "c>=2"]) == ["a", "c>=2"]
    assert manager.explain(["c>=2", "a"]) == ["c>=2", "a"]
    assert manager.install_all(["a"]) is True
    assert manager.explain(["c>=2,<4"]) == ["a", "c>=2,<4"]
    assert manager.explain(["c>=1"]) == []


@pytest.mark.tags("conflict", "ordering", "ties")
def test_explain_leaves_out_the_earlier_of_two_explanations() -> None:
    manager = manager_knowing("c 1", "c 2", "low 1 c<2", "high 1 c>=2", "c 3", "top 1 c>=3")
    assert manager.explain(["low", "high", "top"]) == ["low", "top"]
    assert manager.explain(["high", "top", "low"]) == ["top", "low"]
    assert manager.explain(["high", "low", "top"]) == ["low", "top"]
    assert manager.explain(["low", "ghost", "high"]) == ["ghost"]
    assert manager.explain(["ghost", "low", "high"]) == ["low", "high"]
    assert manager.explain(["low", "high", "ghost"]) == ["ghost"]


@pytest.mark.tags("conflict")
def test_explain_may_need_more_than_two_requirements() -> None:
    manager = manager_knowing(
        *["c 1", "c 2", "c 3", "x 1"],
        *["not1 1 c>1", "not2 1 e", "e 1 c<2", "e 2 c>2", "not3 1 c<3"],
    )
    assert manager.explain(["not3", "not2", "x", "not1"]) == ["not3", "not2", "not1"]
    assert manager.explain(["not3", "x", "not1"]) == []
    assert manager.explain(["not3", "not2"]) == []
    assert manager.explain(["not2", "not1"]) == []


@pytest.mark.tags("conflict", "overwrite")
def test_explain_reads_the_requirements_that_install_all_would() -> None:
    manager = manager_knowing("c 1", "c 2", "a 1 c<2")
    assert manager.install("c==1") is True
    assert manager.install("a") is True
    assert manager.explain(["c==2"]) == ["c==2", "a"]
    assert manager.explain(["c==2", "c"]) == []
    assert manager.explain(["c", "c>=2,<3"]) == ["c>=2,<3", "a"]
    assert manager.explain(["a>=0", "c>1"]) == ["c>1", "a>=0"]


@pytest.mark.tags("conflict", "isolation")
def test_explain_changes_nothing_and_is_no_change() -> None:
    manager = manager_knowing("c 1", "a 1 c<2", "b 1")
    assert manager.install("a") is True
    assert manager.explain(["b"]) == []
    assert manager.explain(["b", "c>=2"]) == ["c>=2"]
    assert versions(manager) == [("c", "1"), ("a", "1")]
    assert manager.why("c") == ["a"]
    assert manager.rollback() is True
    assert manager.installed() == []
    assert manager.rollback() is False


@pytest.mark.tags("rollback", "undo")
def test_rollback_undoes_install_all() -> None:
    manager = manager_knowing("a 1 b", "b 1", "c 1")
    assert manager.install("a") is True
    add(manager, "a 2 c")
    assert manager.install_all(["c"]) is True
    assert versions(manager) == [("a", "2"), ("c", "1")]
    assert manager.rollback() is True
    assert versions(manager) == [("b", "1"), ("a", "1")]
    assert manager.why("b") == ["a"]
    assert manager.remove("c") is False


@pytest.mark.tags("rollback", "history", "refusal")
def test_only_an_install_all_that_succeeded_counts() -> None:
    manager = manager_knowing("a 1 b", "b 1", "c 1 ghost")
    assert manager.install("a") is True
    assert manager.install_all(["c"]) is False
    assert manager.install_all(["a>1"]) is False
    assert manager.rollback(2) is False
    assert manager.rollback() is True
    assert manager.installed() == []


@pytest.mark.tags("rollback", "history")
def test_install_all_that_leaves_the_list_as_it_was_counts_too() -> None:
    manager = manager_knowing("a 1 b", "b 1")
    assert manager.install_all([]) is True
    assert manager.install("a") is True
    assert manager.install_all(["b"]) is True
    assert manager.install_all([]) is True
    assert manager.install_all(["a"]) is True
    assert manager.installed() == ["b", "a"]
    assert manager.rollback(2) is True
    assert manager.why("b") == ["a", "b"]
    assert manager.rollback() is True
    assert manager.why("b") == ["a"]
    assert manager.rollback(3) is False
    assert manager.rollback(2) is True
    assert manager.installed() == []


@pytest.mark.tags("rollback", "conflict", "ordering")
def test_rollback_brings_back_requests_with_their_bounds_and_order() -> None:
    manager = manager_knowing("c 1", "c 2", "a 1", "a 2 c<2", "b 1", "b 2 c>=2")
    assert manager.install("a<2") is True
    assert manager.install("b<2") is True
    assert manager.remove("a") is True
    assert manager.install_all(["b", "a"]) is True
    assert manager.version("b") == "2"
    assert manager.rollback(2) is True
    assert manager.upgrade("a") is False
    assert manager.explain(["c>=9"]) == ["c>=9"]
    assert manager.explain(["b>=2", "a>=2"]) == ["a>=2", "b>=2"]
    assert manager.install_all([]) is True
    assert versions(manager) == [("a", "1"), ("b", "1")]


@pytest.mark.tags("conflict", "scale")
def test_all_of_a_thousand_combinations_can_be_tried() -> None:
    manager = PackageManager()
    for name, below in [("a", "b"), ("b", "c"), ("c", "d")]:
        for number in range(10):
            assert manager.register(name, [below], f"1.{number}") is True
    assert manager.register("d", ["a<1.1", "b<1.1", "c<1.1"]) is True
    assert manager.install("a") is False
    assert manager.install_all(["a"]) is True
    assert versions(manager) == [("d", "1"), ("c", "1.0"), ("b", "1.0"), ("a", "1.0")]
    assert manager.explain(["a", "b>1"]) == ["b>1"]


@pytest.mark.tags("graph", "scale")
def test_search_does_not_follow_every_path() -> None:
    manager = PackageManager()
    names = [f"p{number}" for number in range(20)]
    assert manager.register("p0", [*names[1:], "p19<2"]) is True
    for number in range(1, 20):
        assert manager.register(names[number], names[number + 1 :]) is True
    assert manager.register("p19", version="2") is True
    assert manager.install_all(["p0"]) is True
    assert manager.installed() == names[::-1]
    assert manager.version("p19") == "1"
    assert manager.explain(["p5", "p19>=2"]) == ["p0", "p19>=2"]


class Model:
    """Tries every combination of versions, and keeps the best by the walk through it."""

    def __init__(self) -> None:
        self.known: dict[str, dict[int, list[str]]] = {}
        self.requests: dict[str, str] = {}
        self.installed: dict[str, int] = {}
        self.past: list[tuple[dict[str, str], dict[str, int]]] = []

    def register(self, name: str, needed: list[str], version: int) -> None:
        self.known.setdefault(name, {}).setdefault(version, needed)

    def reach(self, wanted: list[str], picked: dict[str, int], reached: list[str]) -> list[str]:
        """Note names as they are reached; list them as they are complete, "" where unmet."""
        complete: list[str] = []
        for requirement in wanted:
            name = requirement[0]
            if not fits(requirement, picked.get(name, -1)):
                return [""]
            if name not in reached:
                reached.append(name)
                complete += self.reach(self.known[name][picked[name]], picked, reached)
                complete.append(name)
        return complete

    def best(self, wanted: list[str]) -> dict[str, int] | None:
        """The versions of the best consistent set, in the order of completing."""
        found: list[tuple[list[int], dict[str, int]]] = []
        for combination in product(*self.known.values()):
            picked = dict(zip(self.known, combination, strict=True))
            reached: list[str] = []
            complete = self.reach(wanted, picked, reached)
            if "" not in complete:
                trace = [picked[name] for name in reached]
                found.append((trace, {name: picked[name] for name in complete}))
        return max(found, key=lambda pair: pair[0])[1] if found else None

    def wanted(self, packages: list[str]) -> dict[str, str]:
        return self.requests | {requirement[0]: requirement for requirement in packages}

    def change(self, requests: dict[str, str], chosen: dict[str, int]) -> bool:
        self.past.append((self.requests, self.installed))
        kept = [name for name in self.installed if name in chosen]
        self.installed = {name: chosen[name] for name in kept} | chosen
        self.requests = requests
        return True

    def install_all(self, packages: list[str]) -> bool:
        requests = self.wanted(packages)
        chosen = self.best(list(requests.values()))
        return chosen is not None and self.change(requests, chosen)

    def explain(self, packages: list[str]) -> list[str]:
        rest = list(self.wanted(packages).values())
        if self.best(rest) is not None:
            return []
        for requirement in list(rest):
            fewer = [other for other in rest if other != requirement]
            if self.best(fewer) is None:
                rest = fewer
        return rest

    def remove(self, name: str) -> bool:
        if name not in self.requests:
            return False
        requests = {key: self.requests[key] for key in self.requests if key != name}
        reached: list[str] = []
        self.reach(list(requests.values()), self.installed, reached)
        return self.change(requests, {key: self.installed[key] for key in reached})

    def rollback(self, steps: int) -> bool:
        if steps < 1 or steps > len(self.past):
            return False
        for _ in range(steps):
            self.requests, self.installed = self.past.pop()
        return True


def fits(requirement: str, version: int) -> bool:
    """Tell whether a version meets a requirement of one digit; -1 is none at all."""
    if version < 0 or len(requirement) == 1:
        return version >= 0
    bound = int(requirement[-1])
    return {">=": version >= bound, "==": version == bound, "<": version < bound}[requirement[1:-1]]


names = st.sampled_from("abcd")
bounds = st.sampled_from(["", "", ">=2", "<2", "<3", "==1", "==3"])
requirements = st.builds(lambda name, bound: name + bound, names, bounds)
registrations = st.tuples(names, st.lists(requirements, max_size=2), st.integers(1, 3))
calls = st.one_of(
    st.tuples(
        st.sampled_from(["install_all", "install_all", "explain"]),
        st.lists(requirements, max_size=3),
    ),
    st.tuples(st.just("explain"), st.lists(requirements, min_size=3, max_size=3)),
    st.tuples(st.just("remove"), names),
    st.tuples(st.just("rollback"), st.integers(0, 3)),
)


@pytest.mark.tags("model")
@model_settings
@given(
    st.lists(registrations, min_size=5, max_size=9, unique_by=lambda one: (one[0], one[2])),
    st.lists(calls, min_size=4, max_size=9),
)
def test_random_calls_answer_like_the_model(
    packages: list[tuple[str, list[str], int]],
    history: list[tuple[str, list[str]]],
) -> None:
    manager = PackageManager()
    model = Model()
    for name, needed, version in packages:
        assert manager.register(name, needed, str(version)) is True
        model.register(name, needed, version)
    for method, argument in history:
        assert getattr(manager, method)(argument) == getattr(model, method)(argument)
        assert manager.installed() == list(model.installed)
        for name, version in model.installed.items():
            assert manager.version(name) == str(version)
