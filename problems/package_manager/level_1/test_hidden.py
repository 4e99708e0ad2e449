"""Level 1, scored: registering and installing packages."""

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


def manager_knowing(*names: str) -> PackageManager:
    manager = PackageManager()
    for name in names:
        assert manager.register(name) is True
    return manager


@pytest.mark.tags("empty")
def test_new_manager_has_nothing_installed_and_knows_nothing() -> None:
    manager = PackageManager()
    assert manager.installed() == []
    assert manager.install("oak") is False
    assert manager.installed() == []


@pytest.mark.tags("basics")
def test_register_makes_a_package_known_but_does_not_install_it() -> None:
    manager = PackageManager()
    assert manager.register("oak") is True
    assert manager.register("elm") is True
    assert manager.installed() == []
    assert manager.install("oak") is True
    assert manager.register("ash") is True
    assert manager.installed() == ["oak"]


@pytest.mark.tags("basics")
def test_install_answers_true_and_lists_the_package() -> None:
    manager = manager_knowing("oak", "elm")
    assert manager.install("elm") is True
    assert manager.installed() == ["elm"]


@pytest.mark.tags("duplicate", "refusal")
def test_second_registration_is_refused_and_changes_nothing() -> None:
    manager = manager_knowing("oak")
    assert manager.register("oak") is False
    assert manager.installed() == []
    assert manager.install("oak") is True
    assert manager.register("oak") is False
    assert manager.installed() == ["oak"]


@pytest.mark.tags("missing", "refusal")
def test_unregistered_package_is_not_installed() -> None:
    manager = manager_knowing("oak")
    assert manager.install("elm") is False
    assert manager.installed() == []
    assert manager.install("oak") is True
    assert manager.install("elm") is False
    assert manager.installed() == ["oak"]


@pytest.mark.tags("missing", "refusal")
def test_refused_install_does_not_register_the_package() -> None:
    manager = PackageManager()
    assert manager.install("oak") is False
    assert manager.install("oak") is False
    assert manager.register("oak") is True
    assert manager.install("oak") is True


@pytest.mark.tags("duplicate", "refusal", "ordering")
def test_second_install_is_refused_and_keeps_the_place() -> None:
    manager = manager_knowing("oak", "elm", "fir")
    for name in ["oak", "elm", "fir"]:
        assert manager.install(name) is True
    assert manager.install("oak") is False
    assert manager.install("elm") is False
    assert manager.installed() == ["oak", "elm", "fir"]


@pytest.mark.tags("ordering")
def test_order_is_that_of_installing_not_of_names_or_registering() -> None:
    manager = manager_knowing("fir", "oak", "ash", "elm")
    for name in ["oak", "ash", "fir", "elm"]:
        assert manager.install(name) is True
    assert manager.installed() == ["oak", "ash", "fir", "elm"]


@pytest.mark.tags("isolation")
def test_names_are_exact() -> None:
    manager = manager_knowing("oak", "Oak", "oak-2", "oa", "oakk", "-", "2")
    assert manager.install("OAK") is False
    assert manager.install("oak-") is False
    assert manager.install("ak") is False
    for name in ["oak-2", "Oak", "oak", "2", "-"]:
        assert manager.install(name) is True
    assert manager.installed() == ["oak-2", "Oak", "oak", "2", "-"]


@pytest.mark.tags("isolation")
def test_two_managers_share_nothing() -> None:
    one = manager_knowing("oak")
    two = PackageManager()
    assert one.install("oak") is True
    assert two.install("oak") is False
    assert two.installed() == []
    assert two.register("oak") is True
    assert two.installed() == []
    assert two.register("elm") is True
    assert two.install("elm") is True
    assert one.install("elm") is False
    assert one.installed() == ["oak"]


@pytest.mark.tags("basics", "ordering")
def test_a_hundred_packages_with_long_names_are_kept_in_order() -> None:
    names = [f"{number * 37 % 100:x>40}" for number in range(100)]
    manager = manager_knowing(*names)
    for name in names:
        assert manager.install(name) is True
    assert manager.installed() == names


@pytest.mark.tags("ordering")
def test_packages_may_be_registered_between_installations() -> None:
    manager = manager_knowing("oak")
    assert manager.install("oak") is True
    assert manager.register("elm") is True
    assert manager.register("ash") is True
    assert manager.install("ash") is True
    assert manager.register("fir") is True
    assert manager.install("elm") is True
    assert manager.installed() == ["oak", "ash", "elm"]


@pytest.mark.tags("refusal")
def test_refused_calls_change_nothing() -> None:
    manager = manager_knowing("oak", "elm")
    assert manager.install("elm") is True
    assert manager.register("elm") is False
    assert manager.register("oak") is False
    assert manager.install("elm") is False
    assert manager.install("ash") is False
    assert manager.installed() == ["elm"]
    assert manager.install("oak") is True
    assert manager.installed() == ["elm", "oak"]


class Model:
    """The registered names, and the installed ones with the moments of their installation."""

    def __init__(self) -> None:
        self.registered: set[str] = set()
        self.moments: dict[str, int] = {}
        self.moment = 0

    def register(self, name: str) -> bool:
        new = name not in self.registered
        self.registered.add(name)
        return new

    def install(self, name: str) -> bool:
        if name not in self.registered or name in self.moments:
            return False
        self.moment += 1
        self.moments[name] = self.moment
        return True

    def installed(self) -> list[str]:
        return sorted(self.moments, key=lambda name: self.moments[name])


names = st.sampled_from(["ash", "elm", "fir", "oak"])
calls = st.tuples(st.sampled_from(["register", "install", "install"]), names)


@pytest.mark.tags("model")
@model_settings
@given(st.lists(calls, min_size=4, max_size=20))
def test_random_calls_answer_like_the_model(history: list[tuple[str, str]]) -> None:
    manager = PackageManager()
    model = Model()
    for method, name in history:
        assert getattr(manager, method)(name) == getattr(model, method)(name)
        assert manager.installed() == model.installed()
