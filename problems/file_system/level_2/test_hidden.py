"""Level 2, scored: owners, modes and what a user may do."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from solution import FileSystem

model_settings = settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)


def system_with(*paths: str) -> FileSystem:
    """A system with these folders, and in each that is called `den` a file `gem`."""
    system = FileSystem()
    for path in paths:
        system.create(path)
        if path.endswith("den"):
            system.create(f"{path}/gem", "ruby")
    return system


def rights(system: FileSystem, user: str, path: str) -> str:
    """The rights that a user has to what is at a path, as a mode writes them."""
    return "".join(right if system.may(user, right, path) else "-" for right in "rw")


@pytest.mark.tags("permission", "basics")
def test_new_system_lets_everybody_read_and_root_write() -> None:
    system = system_with("/den")
    for path in ["/", "/den", "/den/gem"]:
        assert system.may("eve", "r", path) is True
        assert system.may("eve", "w", path) is False
        assert system.may("root", "r", path) is True
        assert system.may("root", "w", path) is True


@pytest.mark.tags("permission", "basics")
def test_nobody_is_stopped_by_a_mode() -> None:
    system = system_with("/den")
    assert system.protect("/", "ada", "----") is True
    assert system.protect("/den", "ada", "----") is True
    assert system.read("/den/gem") == "ruby"
    assert system.list_folder("/den") == ["gem"]
    assert system.create("/den/map", "here") is True
    assert system.delete("/den/gem") is True
    assert system.list_folder("/den") == ["map"]


@pytest.mark.tags("permission")
def test_owner_rights_are_the_first_two_of_the_mode() -> None:
    system = system_with("/den")
    for mode in ["rw--", "r---", "-w--", "----", "r-rw", "-wrw"]:
        assert system.protect("/den", "ada", mode) is True
        assert rights(system, "ada", "/den") == mode[:2]


@pytest.mark.tags("permission")
def test_rights_of_others_are_the_last_two_of_the_mode() -> None:
    system = system_with("/den")
    for mode in ["--rw", "--r-", "---w", "----", "rwr-", "rw-w"]:
        assert system.protect("/den", "ada", mode) is True
        assert rights(system, "bob", "/den") == mode[2:]
        assert rights(system, "Ada", "/den") == mode[2:]


@pytest.mark.tags("permission")
def test_owner_has_less_than_others_if_the_mode_says_so() -> None:
    system = system_with("/den")
    system.protect("/den/gem", "ada", "--rw")
    assert rights(system, "ada", "/den/gem") == "--"
    assert rights(system, "bob", "/den/gem") == "rw"


@pytest.mark.tags("permission")
def test_root_has_every_right_to_what_others_own() -> None:
    system = system_with("/den")
    for path in ["/", "/den", "/den/gem"]:
        system.protect(path, "ada", "----")
    for path in ["/", "/den", "/den/gem"]:
        assert rights(system, "root", path) == "rw"
        assert rights(system, "ada", path) == "--"


@pytest.mark.tags("permission")
def test_root_has_every_right_to_what_root_owns() -> None:
    system = system_with("/den")
    system.protect("/den", "root", "--rw")
    assert rights(system, "root", "/den") == "rw"
    assert rights(system, "root", "/den/gem") == "rw"
    assert rights(system, "bob", "/den") == "rw"


@pytest.mark.tags("permission", "missing")
def test_nobody_has_a_right_to_what_is_absent() -> None:
    system = system_with("/den")
    for path in ["/zoo", "/den/map", "/zoo/cow", "/den/gem/shine"]:
        for user in ["root", "eve"]:
            assert rights(system, user, path) == "--"


@pytest.mark.tags("refusal", "missing")
def test_protecting_what_is_absent_is_refused() -> None:
    system = system_with("/den")
    for path in ["/zoo", "/den/map", "/zoo/cow", "/den/gem/shine"]:
        assert system.protect(path, "ada", "rwrw") is False
    assert system.create("/zoo") is True
    assert rights(system, "ada", "/zoo") == "r-"
    assert system.list_folder("/") == ["den", "zoo"]


@pytest.mark.tags("permission", "overwrite")
def test_protecting_again_replaces_owner_and_mode() -> None:
    system = system_with("/den")
    system.protect("/den", "ada", "rw--")
    assert system.protect("/den", "bob", "rwr-") is True
    assert rights(system, "ada", "/den") == "r-"
    assert rights(system, "bob", "/den") == "rw"
    assert system.protect("/den", "bob", "r---") is True
    assert rights(system, "bob", "/den") == "r-"
    assert rights(system, "ada", "/den") == "--"


@pytest.mark.tags("permission")
def test_top_folder_can_be_protected_like_any_other() -> None:
    system = system_with("/den")
    assert system.protect("/", "ada", "rw-w") is True
    assert rights(system, "ada", "/") == "rw"
    assert rights(system, "bob", "/") == "-w"
    assert rights(system, "ada", "/den") == "rw"


@pytest.mark.tags("permission", "path")
def test_top_folder_is_reached_by_everybody() -> None:
    system = FileSystem()
    system.protect("/", "ada", "---w")
    assert system.may("eve", "w", "/") is True
    assert system.may("eve", "r", "/") is False
    assert system.may("ada", "w", "/") is False


@pytest.mark.tags("permission", "path")
def test_reach_asks_for_every_folder_before_the_end() -> None:
    system = system_with("/a", "/a/b", "/a/b/den")
    folders = ["/", "/a", "/a/b", "/a/b/den"]
    for path in [*folders, "/a/b/den/gem"]:
        system.protect(path, "ada", "rwrw")
    for hidden in folders:
        system.protect(hidden, "ada", "rw-w")
        assert rights(system, "bob", "/a/b/den/gem") == "--"
        assert rights(system, "ada", "/a/b/den/gem") == "rw"
        assert rights(system, "bob", hidden) == "-w"
        system.protect(hidden, "ada", "rwrw")
        assert rights(system, "bob", "/a/b/den/gem") == "rw"


@pytest.mark.tags("permission", "path")
def test_reach_takes_no_more_than_reading() -> None:
    system = system_with("/a", "/a/den")
    system.protect("/", "ada", "r-r-")
    system.protect("/a", "ada", "r-r-")
    system.protect("/a/den", "ada", "-w-w")
    assert rights(system, "bob", "/a/den") == "-w"
    assert rights(system, "ada", "/a/den") == "-w"
    assert rights(system, "bob", "/a/den/gem") == "--"


@pytest.mark.tags("permission", "path")
def test_owner_of_a_file_may_not_reach_it() -> None:
    system = system_with("/den")
    system.protect("/den", "ada", "rw--")
    system.protect("/den/gem", "bob", "rw--")
    assert rights(system, "bob", "/den/gem") == "--"
    assert rights(system, "ada", "/den/gem") == "--"
    system.protect("/den", "ada", "rwr-")
    assert rights(system, "bob", "/den/gem") == "rw"
    assert rights(system, "ada", "/den/gem") == "--"


@pytest.mark.tags("inheritance")
def test_owner_and_mode_are_inherited_as_they_are_at_the_moment() -> None:
    system = system_with("/den")
    assert rights(system, "ada", "/den/gem") == "r-"
    system.protect("/den", "ada", "rwr-")
    assert rights(system, "ada", "/den/gem") == "rw"
    assert rights(system, "bob", "/den/gem") == "r-"
    system.protect("/den", "bob", "rwrw")
    assert rights(system, "ada", "/den/gem") == "rw"
    system.protect("/den", "bob", "rwr-")
    assert rights(system, "ada", "/den/gem") == "r-"
    assert rights(system, "bob", "/den/gem") == "rw"


@pytest.mark.tags("inheritance")
def test_inheritance_goes_through_several_folders() -> None:
    system = system_with("/a", "/a/b", "/a/b/den")
    system.protect("/", "eve", "rwrw")
    assert rights(system, "bob", "/a/b/den/gem") == "rw"
    system.protect("/a", "ada", "rwr-")
    assert rights(system, "bob", "/a/b/den/gem") == "r-"
    assert rights(system, "ada", "/a/b/den/gem") == "rw"
    assert rights(system, "bob", "/") == "rw"
    system.protect("/a/b", "bob", "rwr-")
    assert rights(system, "bob", "/a/b/den/gem") == "rw"
    assert rights(system, "ada", "/a/b/den/gem") == "r-"
    assert rights(system, "ada", "/a") == "rw"


@pytest.mark.tags("inheritance")
def test_what_is_its_own_goes_before_what_is_inherited() -> None:
    system = system_with("/den")
    system.protect("/den/gem", "ada", "rwr-")
    system.protect("/den", "bob", "r-rw")
    assert rights(system, "ada", "/den/gem") == "rw"
    assert rights(system, "bob", "/den/gem") == "r-"
    assert rights(system, "eve", "/den/gem") == "r-"
    assert rights(system, "eve", "/den") == "rw"


@pytest.mark.tags("inheritance")
def test_owner_and_mode_come_from_the_same_folder() -> None:
    system = system_with("/a", "/a/den")
    system.protect("/a", "ada", "rwr-")
    system.protect("/a/den", "bob", "r-rw")
    assert rights(system, "ada", "/a/den/gem") == "rw"
    assert rights(system, "bob", "/a/den/gem") == "r-"


@pytest.mark.tags("inheritance", "isolation")
def test_names_that_begin_alike_inherit_nothing_from_each_other() -> None:
    system = system_with("/den", "/den.old", "/denote")
    system.protect("/den", "ada", "----")
    assert rights(system, "bob", "/den.old") == "r-"
    assert rights(system, "bob", "/denote") == "r-"
    assert rights(system, "bob", "/den/gem") == "--"


@pytest.mark.tags("inheritance", "overwrite")
def test_what_is_created_again_has_nothing_of_its_own() -> None:
    system = system_with("/den")
    system.protect("/den/gem", "ada", "rw--")
    assert system.delete("/den/gem") is True
    assert rights(system, "ada", "/den/gem") == "--"
    assert system.create("/den/gem", "glass") is True
    assert rights(system, "ada", "/den/gem") == "r-"
    system.protect("/den", "bob", "rwrw")
    assert rights(system, "ada", "/den/gem") == "rw"


@pytest.mark.tags("permission", "refusal")
def test_refused_delete_keeps_owner_and_mode() -> None:
    system = system_with("/den")
    system.protect("/den", "ada", "rw--")
    assert system.delete("/den") is False
    assert system.create("/den") is False
    assert rights(system, "ada", "/den") == "rw"
    assert rights(system, "bob", "/den") == "--"
    assert system.delete("/") is False
    assert rights(system, "bob", "/") == "r-"


@pytest.mark.tags("isolation", "permission")
def test_two_systems_have_their_own_modes() -> None:
    one = system_with("/den")
    two = system_with("/den")
    one.protect("/", "ada", "rwrw")
    one.protect("/den", "ada", "----")
    assert rights(two, "bob", "/") == "r-"
    assert rights(two, "bob", "/den") == "r-"
    assert rights(one, "bob", "/") == "rw"


@pytest.mark.tags("basics")
def test_arguments_may_be_given_by_name() -> None:
    system = system_with("/den")
    assert system.protect(mode="rw--", owner="ada", path="/den") is True
    assert system.may(path="/den", right="w", user="ada") is True
    assert system.may(path="/den", right="r", user="bob") is False


class Model:
    """Each path with what it was given itself: an owner and a mode, or nothing."""

    def __init__(self) -> None:
        self.own: dict[str, tuple[str, str] | None] = {"/": ("root", "rwr-")}
        self.files: set[str] = set()

    def above(self, path: str) -> list[str]:
        """The folders before a path, from the nearest to the top."""
        names = path.split("/")[1:-1]
        return ["/" + "/".join(names[:size]) for size in range(len(names), 0, -1)] + ["/"]

    def create(self, path: str, content: str | None = None) -> bool:
        folder = self.above(path)[0]
        if path in self.own or folder not in self.own or folder in self.files:
            return False
        self.own[path] = None
        self.files |= {path} if content is not None else set()
        return True

    def delete(self, path: str) -> bool:
        inside = [other for other in self.own if other.startswith(path + "/")]
        if path == "/" or path not in self.own or inside:
            return False
        del self.own[path]
        self.files.discard(path)
        return True

    def protect(self, path: str, owner: str, mode: str) -> bool:
        if path not in self.own:
            return False
        self.own[path] = (owner, mode)
        return True

    def may(self, user: str, right: str, path: str) -> bool:
        before = [] if path == "/" else self.above(path)
        asked = [(folder, "r") for folder in before] + [(path, right)]
        return path in self.own and all(self.grants(user, *each) for each in asked)

    def grants(self, user: str, path: str, right: str) -> bool:
        climb = [self.own[each] for each in [path, *self.above(path)]]
        owner, mode = next(each for each in climb if each is not None)
        return user == "root" or mode["rw".index(right) + 2 * (user != owner)] == right


PATHS = ["/", "/a", "/b", "/a/a", "/a/b", "/a/a/a", "/b/a"]
paths = st.sampled_from(PATHS)
users = st.sampled_from(["root", "ada", "bob"])
modes = st.sampled_from(["rwrw", "rwr-", "r-rw", "rw--", "--rw", "rw-w", "-wr-"])
calls = st.one_of(
    st.tuples(st.just("create"), paths),
    st.tuples(st.just("create"), paths),
    st.tuples(st.just("create"), paths, st.sampled_from([None, "", "x"])),
    st.tuples(st.just("delete"), paths),
    st.tuples(st.just("protect"), paths, users, modes),
    st.tuples(st.just("protect"), paths, users, modes),
    st.tuples(st.just("may"), users, st.sampled_from(["r", "w"]), paths),
)


@pytest.mark.tags("model", "permission", "inheritance")
@model_settings
@given(st.lists(calls, min_size=15, max_size=40))
def test_random_calls_answer_like_the_model(history: list[tuple]) -> None:
    system = FileSystem()
    model = Model()
    for name, *arguments in history:
        assert getattr(system, name)(*arguments) == getattr(model, name)(*arguments)
    for path in PATHS:
        for user in ["ada", "bob"]:
            for right in ["r", "w"]:
                assert system.may(user, right, path) is model.may(user, right, path)


@pytest.mark.tags("model", "permission")
@model_settings
@given(
    st.tuples(*[st.sampled_from([right, "-"]) for right in "rwrw"]).map("".join),
    users,
    st.booleans(),
)
def test_each_of_the_sixteen_modes_grants_what_it_says(mode: str, user: str, above: bool) -> None:
    system = system_with("/den")
    system.protect("/den", "ada", mode if above else "rwrw")
    if not above:
        system.protect("/den/gem", "ada", mode)
    granted = {"root": "rw", "ada": mode[:2], "bob": mode[2:]}[user]
    expected = granted if "r" in granted or not above else "--"
    assert rights(system, user, "/den/gem") == expected
