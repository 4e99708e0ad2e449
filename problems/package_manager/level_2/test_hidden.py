"""Level 2, scored: dependencies, requests, and removing what nothing needs any more."""

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


def manager_knowing(**dependencies: str) -> PackageManager:
    """A manager with packages registered; their dependencies are separated by spaces."""
    manager = PackageManager()
    for name, needed in dependencies.items():
        assert manager.register(name, needed.split()) is True
    return manager


@pytest.mark.tags("basics", "empty")
def test_package_may_need_nothing() -> None:
    manager = PackageManager()
    assert manager.register("oak") is True
    assert manager.register("elm", None) is True
    assert manager.register("fir", []) is True
    assert manager.register("ash", dependencies=[]) is True
    for name in ["fir", "oak", "ash", "elm"]:
        assert manager.install(name) is True
    assert manager.installed() == ["fir", "oak", "ash", "elm"]


@pytest.mark.tags("graph")
def test_install_brings_everything_needed_and_nothing_else() -> None:
    manager = manager_knowing(a="b", b="c", c="d", d="", e="a", f="")
    assert manager.install("b") is True
    assert manager.installed() == ["d", "c", "b"]


@pytest.mark.tags("graph", "ordering")
def test_dependencies_are_installed_in_the_order_of_the_list() -> None:
    manager = manager_knowing(a="z m b", b="y", m="", z="x c", x="", c="", y="")
    assert manager.install("a") is True
    assert manager.installed() == ["x", "c", "z", "m", "y", "b", "a"]


@pytest.mark.tags("graph", "ordering")
def test_diamond_is_installed_once_and_where_it_is_reached_first() -> None:
    manager = manager_knowing(top="left right", left="base", right="base side", base="", side="")
    assert manager.install("top") is True
    assert manager.installed() == ["base", "left", "side", "right", "top"]


@pytest.mark.tags("graph", "ordering")
def test_dependency_goes_before_its_dependant_even_if_listed_after_it() -> None:
    manager = manager_knowing(app="one two", one="two", two="three", three="")
    assert manager.install("app") is True
    assert manager.installed() == ["three", "two", "one", "app"]


@pytest.mark.tags("graph", "ordering")
def test_what_is_installed_already_is_passed_over_and_keeps_its_place() -> None:
    manager = manager_knowing(a="x y z", b="y w", w="", x="", y="", z="")
    assert manager.install("b") is True
    assert manager.install("a") is True
    assert manager.installed() == ["y", "w", "b", "x", "z", "a"]


@pytest.mark.tags("graph", "missing", "refusal")
def test_unknown_dependency_refuses_the_whole_install() -> None:
    manager = manager_knowing(a="b c", b="", c="ghost", d="")
    assert manager.install("d") is True
    assert manager.install("a") is False
    assert manager.install("c") is False
    assert manager.installed() == ["d"]
    assert manager.why("b") == []
    assert manager.remove("a") is False
    assert manager.install("b") is True
    assert manager.installed() == ["d", "b"]


@pytest.mark.tags("graph", "missing")
def test_dependency_may_be_registered_later() -> None:
    manager = manager_knowing(a="b", c="")
    assert manager.install("a") is False
    assert manager.register("b", ["c"]) is True
    assert manager.install("a") is True
    assert manager.installed() == ["c", "b", "a"]


@pytest.mark.tags("missing", "refusal")
def test_naming_a_dependency_does_not_register_it() -> None:
    manager = manager_knowing(a="b")
    assert manager.install("b") is False
    assert manager.install("a") is False
    assert manager.register("b") is True
    assert manager.register("b") is False


@pytest.mark.tags("duplicate", "refusal")
def test_refused_registration_leaves_the_dependencies() -> None:
    manager = manager_knowing(a="b", b="", c="")
    assert manager.register("a", ["c"]) is False
    assert manager.register("b", ["c"]) is False
    assert manager.install("a") is True
    assert manager.installed() == ["b", "a"]
    assert manager.register("a", []) is False
    assert manager.register("a") is False
    assert manager.why("b") == ["a"]
    assert manager.installed() == ["b", "a"]


@pytest.mark.tags("cycle", "ordering")
def test_cycle_of_two_is_installed_from_either_side() -> None:
    manager = manager_knowing(a="b", b="a")
    assert manager.install("a") is True
    assert manager.installed() == ["b", "a"]
    manager = manager_knowing(a="b", b="a")
    assert manager.install("b") is True
    assert manager.installed() == ["a", "b"]


@pytest.mark.tags("cycle", "ordering")
def test_cycle_with_branches_is_installed_from_its_entry_back() -> None:
    manager = manager_knowing(app="x b", a="b y", b="c", c="a x", x="", y="c z", z="")
    assert manager.install("app") is True
    assert manager.installed() == ["x", "z", "y", "a", "c", "b", "app"]


@pytest.mark.tags("cycle")
def test_package_may_need_itself() -> None:
    manager = manager_knowing(a="a b", b="b")
    assert manager.install("a") is True
    assert manager.installed() == ["b", "a"]
    assert manager.why("a") == ["a"]
    assert manager.remove("a") is True
    assert manager.installed() == []


@pytest.mark.tags("duplicate")
def test_dependency_listed_twice_counts_once() -> None:
    manager = manager_knowing(a="b c b", b="", c="b b")
    assert manager.install("a") is True
    assert manager.installed() == ["b", "c", "a"]
    assert manager.why("b") == ["a"]
    assert manager.remove("a") is True
    assert manager.installed() == []


@pytest.mark.tags("duplicate", "refusal")
def test_install_of_a_requested_package_is_refused() -> None:
    manager = manager_knowing(a="b", b="")
    assert manager.install("a") is True
    assert manager.install("a") is False
    assert manager.install("b") is True
    assert manager.install("b") is False
    assert manager.installed() == ["b", "a"]


@pytest.mark.tags("graph", "ordering")
def test_automatic_package_becomes_requested_by_installing_it() -> None:
    manager = manager_knowing(a="b", b="c", c="", d="")
    assert manager.install("a") is True
    assert manager.install("d") is True
    assert manager.install("b") is True
    assert manager.installed() == ["c", "b", "a", "d"]
    assert manager.why("b") == ["a", "b"]
    assert manager.remove("a") is True
    assert manager.installed() == ["c", "b", "d"]
    assert manager.why("c") == ["b"]


@pytest.mark.tags("basics")
def test_remove_takes_only_the_named_package_where_nothing_is_needed() -> None:
    manager = manager_knowing(a="", b="", c="")
    for name in ["a", "b", "c"]:
        assert manager.install(name) is True
    assert manager.remove("b") is True
    assert manager.installed() == ["a", "c"]
    assert manager.remove("a") is True
    assert manager.remove("c") is True
    assert manager.installed() == []


@pytest.mark.tags("missing", "refusal")
def test_remove_of_what_is_not_installed_is_refused() -> None:
    manager = manager_knowing(a="", b="")
    assert manager.remove("a") is False
    assert manager.install("b") is True
    assert manager.remove("a") is False
    assert manager.remove("ghost") is False
    assert manager.installed() == ["b"]
    assert manager.remove("b") is True
    assert manager.remove("b") is False
    assert manager.installed() == []


@pytest.mark.tags("refusal")
def test_removed_package_stays_registered() -> None:
    manager = manager_knowing(a="b", b="")
    assert manager.install("a") is True
    assert manager.remove("a") is True
    assert manager.register("a") is False
    assert manager.register("b") is False
    assert manager.install("a") is True
    assert manager.installed() == ["b", "a"]


@pytest.mark.tags("ordering")
def test_package_installed_again_goes_to_the_end() -> None:
    manager = manager_knowing(a="", b="", c="")
    for name in ["a", "b", "c"]:
        assert manager.install(name) is True
    assert manager.remove("a") is True
    assert manager.install("a") is True
    assert manager.installed() == ["b", "c", "a"]
    assert manager.remove("c") is True
    assert manager.install("c") is True
    assert manager.installed() == ["b", "a", "c"]


@pytest.mark.tags("refusal")
def test_remove_of_an_automatic_package_is_refused() -> None:
    manager = manager_knowing(a="b", b="c", c="")
    assert manager.install("a") is True
    assert manager.remove("b") is False
    assert manager.remove("c") is False
    assert manager.installed() == ["c", "b", "a"]
    assert manager.why("b") == ["a"]


@pytest.mark.tags("graph", "refusal")
def test_removed_package_that_is_needed_stays_in_its_place_as_automatic() -> None:
    manager = manager_knowing(a="b", b="", c="")
    for name in ["b", "c", "a"]:
        assert manager.install(name) is True
    assert manager.remove("b") is True
    assert manager.installed() == ["b", "c", "a"]
    assert manager.remove("b") is False
    assert manager.remove("a") is True
    assert manager.installed() == ["c"]


@pytest.mark.tags("graph")
def test_removed_package_that_is_still_needed_can_be_requested_again() -> None:
    manager = manager_knowing(a="b", b="")
    for name in ["b", "a"]:
        assert manager.install(name) is True
    assert manager.remove("b") is True
    assert manager.install("b") is True
    assert manager.remove("a") is True
    assert manager.installed() == ["b"]


@pytest.mark.tags("graph")
def test_remove_takes_everything_that_no_request_needs() -> None:
    manager = manager_knowing(a="b c", b="d", c="d e", d="", e="f", f="", x="e")
    assert manager.install("a") is True
    assert manager.install("x") is True
    assert manager.remove("a") is True
    assert manager.installed() == ["f", "e", "x"]
    assert manager.remove("x") is True
    assert manager.installed() == []


@pytest.mark.tags("graph", "ordering")
def test_dependency_that_comes_back_goes_to_the_end() -> None:
    manager = manager_knowing(a="b", b="", c="")
    assert manager.install("a") is True
    assert manager.install("c") is True
    assert manager.remove("a") is True
    assert manager.install("a") is True
    assert manager.installed() == ["c", "b", "a"]


@pytest.mark.tags("cycle", "graph")
def test_automatic_packages_in_a_cycle_do_not_keep_each_other() -> None:
    manager = manager_knowing(app="a", a="b", b="c", c="a", x="")
    assert manager.install("x") is True
    assert manager.install("app") is True
    assert manager.installed() == ["x", "c", "b", "a", "app"]
    assert manager.remove("app") is True
    assert manager.installed() == ["x"]


@pytest.mark.tags("cycle", "graph")
def test_requested_packages_in_a_cycle_leave_with_the_last_request() -> None:
    manager = manager_knowing(a="b", b="a")
    assert manager.install("a") is True
    assert manager.install("b") is True
    assert manager.why("a") == ["a", "b"]
    assert manager.remove("a") is True
    assert manager.installed() == ["b", "a"]
    assert manager.why("a") == ["b"]
    assert manager.remove("b") is True
    assert manager.installed() == []


@pytest.mark.tags("search", "ordering")
def test_why_lists_the_requests_in_ascending_order() -> None:
    manager = manager_knowing(base="", mid="base", z="base", a="mid", m="mid", B="z", x="")
    for name in ["z", "x", "m", "B", "a"]:
        assert manager.install(name) is True
    assert manager.why("base") == ["B", "a", "m", "z"]
    assert manager.why("mid") == ["a", "m"]
    assert manager.why("z") == ["B", "z"]
    assert manager.why("x") == ["x"]


@pytest.mark.tags("search", "missing")
def test_why_of_what_is_not_installed_is_empty() -> None:
    manager = manager_knowing(a="b", b="", c="b")
    assert manager.why("a") == []
    assert manager.why("ghost") == []
    assert manager.install("a") is True
    assert manager.why("c") == []
    assert manager.why("ghost") == []
    assert manager.remove("a") is True
    assert manager.why("a") == []
    assert manager.why("b") == []


@pytest.mark.tags("search", "cycle")
def test_why_finds_its_way_through_cycles() -> None:
    manager = manager_knowing(app="a", a="b", b="c", c="a d", d="", side="d")
    assert manager.install("app") is True
    assert manager.install("side") is True
    assert manager.why("a") == ["app"]
    assert manager.why("c") == ["app"]
    assert manager.why("d") == ["app", "side"]


@pytest.mark.tags("isolation", "refusal")
def test_questions_and_refused_calls_change_nothing() -> None:
    manager = manager_knowing(a="b", b="", c="a ghost")
    assert manager.install("a") is True
    assert manager.install("c") is False
    assert manager.install("a") is False
    assert manager.remove("b") is False
    assert manager.remove("c") is False
    assert manager.why("c") == []
    assert manager.installed() == ["b", "a"]
    assert manager.why("a") == ["a"]
    assert manager.why("b") == ["a"]
    assert manager.remove("a") is True
    assert manager.installed() == []


@pytest.mark.tags("graph", "scale")
def test_chain_of_a_hundred_comes_and_goes() -> None:
    manager = PackageManager()
    for number in range(99):
        assert manager.register(f"p{number}", [f"p{number + 1}"]) is True
    assert manager.install("p0") is False
    assert manager.register("p99") is True
    assert manager.install("p0") is True
    assert manager.installed() == [f"p{number}" for number in reversed(range(100))]
    assert manager.why("p99") == ["p0"]
    assert manager.remove("p0") is True
    assert manager.installed() == []


@pytest.mark.tags("graph", "scale")
def test_tower_of_diamonds_is_walked_once_not_along_every_path() -> None:
    manager = PackageManager()
    for floor in range(49):
        below = [f"a{floor + 1}", f"b{floor + 1}"]
        assert manager.register(f"a{floor}", below) is True
        assert manager.register(f"b{floor}", below) is True
    assert manager.register("a49") is True
    assert manager.register("b49") is True
    assert manager.install("a0") is True
    assert manager.install("b0") is True
    assert manager.installed()[:5] == ["a49", "b49", "a48", "b48", "a47"]
    assert manager.installed()[-3:] == ["b1", "a0", "b0"]
    assert len(manager.installed()) == 100
    assert manager.why("b49") == ["a0", "b0"]
    assert manager.remove("a0") is True
    assert len(manager.installed()) == 99
    assert manager.remove("b0") is True
    assert manager.installed() == []


class Model:
    """Marks what is needed step by step, and walks with a stack of its own."""

    def __init__(self) -> None:
        self.known: dict[str, list[str]] = {}
        self.requested: set[str] = set()
        self.order: list[str] = []

    def needed(self, name: str) -> set[str]:
        marked = {name}
        while True:
            more = {other for known in marked for other in self.known.get(known, [])} - marked
            if not more:
                return marked
            marked |= more

    def register(self, name: str, dependencies: list[str]) -> bool:
        new = name not in self.known
        self.known.setdefault(name, dependencies)
        return new

    def install(self, package: str) -> bool:
        if package in self.requested or not self.needed(package) <= set(self.known):
            return False
        self.requested.add(package)
        reached = set(self.order)
        stack = [(package, False)]
        while stack:
            name, done = stack.pop()
            if done:
                self.order.append(name)
            elif name not in reached:
                reached.add(name)
                stack.append((name, True))
                stack += [(other, False) for other in reversed(self.known[name])]
        return True

    def remove(self, name: str) -> bool:
        if name not in self.requested:
            return False
        self.requested.remove(name)
        self.order = [other for other in self.order if self.why(other)]
        return True

    def why(self, name: str) -> list[str]:
        return sorted(request for request in self.requested if name in self.needed(request))


names = st.sampled_from(["a", "b", "c", "d", "e", "f"])
registrations = st.lists(
    st.tuples(st.just("register"), names, st.lists(names, max_size=3)),
    min_size=4,
    max_size=8,
)
calls = st.one_of(
    st.tuples(st.just("install"), names),
    st.tuples(st.just("install"), names),
    st.tuples(st.just("remove"), names),
    st.tuples(st.just("register"), names, st.lists(names, max_size=3)),
)


@pytest.mark.tags("model")
@model_settings
@given(registrations, st.lists(calls, min_size=3, max_size=14))
def test_random_calls_answer_like_the_model(
    start: list[tuple[str, str, list[str]]],
    history: list[tuple[str, ...]],
) -> None:
    manager = PackageManager()
    model = Model()
    for method, *arguments in [*start, *history]:
        assert getattr(manager, method)(*arguments) == getattr(model, method)(*arguments)
        if method != "register":
            assert manager.installed() == model.order
            assert manager.why(arguments[0]) == model.why(arguments[0])
    for name in model.order:
        assert manager.why(name) == model.why(name)
