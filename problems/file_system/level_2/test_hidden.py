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


def open_system() -> FileSystem:
    """A system in whose top folder everybody may do everything."""
    system = FileSystem()
    system.set_mode("/", "rwrw")
    return system


@pytest.mark.tags("permission", "basics")
def test_new_system_lets_others_read_but_not_write() -> None:
    system = FileSystem()
    assert system.create("/menu", "soup") is True
    assert system.list_folder("/", user="eve") == ["menu"]
    assert system.read("/menu", user="eve") == "soup"
    assert system.write("/menu", "stew", user="eve") is False
    assert system.create("/wine", "red", user="eve") is False
    assert system.create("/bar", user="eve") is False
    assert system.delete("/menu", user="eve") is False
    assert system.read("/menu") == "soup"
    assert system.list_folder("/") == ["menu"]


@pytest.mark.tags("permission", "basics")
def test_calls_without_a_user_are_those_of_root() -> None:
    system = FileSystem()
    system.set_mode("/", "----")
    assert system.create("/menu", "soup") is True
    assert system.create("/bar") is True
    assert system.write("/menu", "stew") is True
    assert system.read("/menu") == "stew"
    assert system.list_folder("/") == ["bar", "menu"]
    assert system.delete("/menu") is True
    assert system.set_mode("/bar", "rwrw") is True
    assert system.list_folder("/bar", user="root") == []
    assert system.list_folder("/bar", user="eve") is None


@pytest.mark.tags("permission")
def test_root_has_every_right_to_what_others_own() -> None:
    system = open_system()
    system.create("/den", user="ada")
    system.create("/den/gem", "ruby", user="ada")
    system.set_mode("/den/gem", "----", user="ada")
    system.set_mode("/den", "----", user="ada")
    assert system.read("/den/gem") == "ruby"
    assert system.write("/den/gem", "opal", user="root") is True
    assert system.list_folder("/den") == ["gem"]
    assert system.create("/den/map", "here") is True
    assert system.delete("/den/gem", user="root") is True
    assert system.set_mode("/den", None, user="root") is True
    assert system.list_folder("/den", user="bob") == ["map"]


@pytest.mark.tags("permission")
def test_root_cannot_do_what_is_refused_anyway() -> None:
    system = FileSystem()
    system.create("/bar")
    system.create("/bar/wine", "red")
    assert system.delete("/bar", user="root") is False
    assert system.create("/bar", user="root") is False
    assert system.write("/bar", "x", user="root") is False
    assert system.delete("/", user="root") is False


@pytest.mark.tags("permission")
def test_plain_call_after_another_users_call_is_roots() -> None:
    system = open_system()
    system.create("/gem", "ruby", user="ada")
    system.set_mode("/gem", "rw--", user="ada")
    assert system.read("/gem", user="bob") is None
    assert system.read("/gem") == "ruby"
    assert system.read("/gem", user="bob") is None
    assert system.write("/gem", "opal") is True
    assert system.list_folder("/", user="bob") == ["gem"]
    assert system.set_mode("/gem", "----") is True
    assert system.create("/owl", "hoot", user="bob") is True
    assert system.create("/box") is True
    assert system.set_mode("/box", "rwrw", user="bob") is False


@pytest.mark.tags("permission")
def test_owner_rights_are_the_first_two_of_the_mode() -> None:
    system = open_system()
    system.create("/gem", "ruby", user="ada")
    for mode, read, written in [
        ("rw--", "ruby", True),
        ("r---", "ruby", False),
        ("-w--", None, True),
        ("----", None, False),
        ("r-rw", "ruby", False),
        ("-wrw", None, True),
    ]:
        assert system.set_mode("/gem", mode, user="ada") is True
        assert system.read("/gem", user="ada") == read
        assert system.write("/gem", "ruby", user="ada") is written


@pytest.mark.tags("permission")
def test_rights_of_others_are_the_last_two_of_the_mode() -> None:
    system = open_system()
    system.create("/gem", "ruby", user="ada")
    for mode, read, written in [
        ("--rw", "ruby", True),
        ("--r-", "ruby", False),
        ("---w", None, True),
        ("----", None, False),
        ("rwr-", "ruby", False),
        ("rw-w", None, True),
    ]:
        assert system.set_mode("/gem", mode, user="ada") is True
        assert system.read("/gem", user="bob") == read
        assert system.write("/gem", "ruby", user="bob") is written


@pytest.mark.tags("permission")
def test_owner_has_less_than_others_if_the_mode_says_so() -> None:
    system = open_system()
    system.create("/den", user="ada")
    system.set_mode("/den", "--rw", user="ada")
    assert system.list_folder("/den", user="ada") is None
    assert system.create("/den/gem", "ruby", user="ada") is False
    assert system.list_folder("/den", user="bob") == []
    assert system.create("/den/gem", "ruby", user="bob") is True
    assert system.set_mode("/den", "rw--", user="ada") is True
    assert system.list_folder("/den", user="ada") == ["gem"]


@pytest.mark.tags("permission", "overwrite")
def test_write_replaces_the_content_and_keeps_owner_and_mode() -> None:
    system = open_system()
    system.create("/gem", "ruby", user="ada")
    system.set_mode("/gem", "r-rw", user="ada")
    assert system.write("/gem", "opal", user="bob") is True
    assert system.read("/gem", user="ada") == "opal"
    assert system.write("/gem", "jade", user="ada") is False
    assert system.write("/gem", "", user="bob") is True
    assert system.read("/gem", user="bob") == ""
    assert system.set_mode("/gem", "rwrw", user="bob") is False
    assert system.set_mode("/gem", "rw--", user="ada") is True


@pytest.mark.tags("refusal", "missing")
def test_write_is_refused_without_a_file() -> None:
    system = FileSystem()
    system.create("/bar")
    assert system.write("/bar", "x") is False
    assert system.write("/", "x") is False
    assert system.write("/wine", "x") is False
    assert system.write("/bar/wine", "x") is False
    assert system.write("/zoo/cow", "x") is False
    assert system.list_folder("/") == ["bar"]
    assert system.list_folder("/bar") == []


@pytest.mark.tags("permission")
def test_write_takes_no_right_to_change_the_folder() -> None:
    system = FileSystem()
    system.create("/menu", "soup")
    system.set_mode("/menu", "rw-w")
    assert system.write("/menu", "stew", user="eve") is True
    assert system.read("/menu", user="eve") is None
    assert system.read("/menu") == "stew"
    assert system.delete("/menu", user="eve") is False


@pytest.mark.tags("permission")
def test_right_to_change_the_folder_is_none_to_the_file() -> None:
    system = open_system()
    system.create("/gem", "ruby", user="ada")
    system.set_mode("/gem", "rw--", user="ada")
    assert system.write("/gem", "glass", user="bob") is False
    assert system.read("/gem", user="bob") is None
    assert system.delete("/gem", user="bob") is True
    assert system.list_folder("/") == []


@pytest.mark.tags("permission")
def test_create_and_delete_take_the_right_to_change_the_folder() -> None:
    system = open_system()
    system.create("/den", user="ada")
    system.create("/den/gem", "ruby", user="ada")
    system.set_mode("/den/gem", "rwrw", user="ada")
    system.set_mode("/den", "rwr-", user="ada")
    assert system.create("/den/map", "here", user="bob") is False
    assert system.create("/den/lair", user="bob") is False
    assert system.delete("/den/gem", user="bob") is False
    assert system.list_folder("/den", user="bob") == ["gem"]
    system.set_mode("/den", "r-rw", user="ada")
    assert system.create("/den/map", "here", user="ada") is False
    assert system.delete("/den/gem", user="ada") is False
    assert system.create("/den/map", "here", user="bob") is True
    assert system.delete("/den/gem", user="bob") is True
    assert system.list_folder("/den", user="ada") == ["map"]


@pytest.mark.tags("permission")
def test_delete_takes_no_right_on_the_folder_that_goes() -> None:
    system = open_system()
    system.create("/den", user="ada")
    system.set_mode("/den", "----", user="ada")
    assert system.list_folder("/den", user="bob") is None
    assert system.delete("/den", user="bob") is True
    assert system.list_folder("/") == []


@pytest.mark.tags("permission")
def test_folder_that_others_may_change_but_not_read_is_out_of_reach() -> None:
    system = open_system()
    system.create("/drop", user="ada")
    system.create("/drop/note", "hi", user="ada")
    system.set_mode("/drop/note", "rwrw", user="ada")
    system.set_mode("/drop", "rw-w", user="ada")
    assert system.create("/drop/more", "x", user="bob") is False
    assert system.delete("/drop/note", user="bob") is False
    assert system.read("/drop/note", user="bob") is None
    assert system.write("/drop/note", "x", user="bob") is False
    assert system.list_folder("/drop", user="bob") is None
    assert system.list_folder("/drop", user="ada") == ["note"]


@pytest.mark.tags("permission", "path")
def test_reach_asks_for_every_folder_before_the_end() -> None:
    system = open_system()
    system.create("/a")
    system.create("/a/b")
    system.create("/a/b/c")
    system.create("/a/b/c/gem", "ruby")
    system.set_mode("/a/b/c/gem", "rwrw")
    assert system.read("/a/b/c/gem", user="bob") == "ruby"
    for hidden in ["/", "/a", "/a/b", "/a/b/c"]:
        system.set_mode("/a", "rwrw")
        system.set_mode("/a/b", "rwrw")
        system.set_mode("/a/b/c", "rwrw")
        system.set_mode(hidden, "rw-w")
        assert system.read("/a/b/c/gem", user="bob") is None
        assert system.write("/a/b/c/gem", "glass", user="bob") is False
        assert system.create("/a/b/c/new", user="bob") is False
        assert system.delete("/a/b/c/gem", user="bob") is False
        system.set_mode(hidden, "rwrw")
        assert system.write("/a/b/c/gem", "ruby", user="bob") is True


@pytest.mark.tags("permission", "path")
def test_top_folder_is_reached_but_listing_it_takes_the_right() -> None:
    system = FileSystem()
    system.create("/menu", "soup")
    assert system.set_mode("/", "rw--") is True
    assert system.list_folder("/", user="eve") is None
    assert system.read("/menu", user="eve") is None
    assert system.set_mode("/", "rw-w") is True
    assert system.list_folder("/", user="eve") is None
    assert system.create("/wine", "red", user="eve") is False


@pytest.mark.tags("permission", "refusal")
def test_only_the_owner_or_root_sets_the_mode() -> None:
    system = open_system()
    system.create("/gem", "ruby", user="ada")
    assert system.set_mode("/gem", "rwrw", user="ada") is True
    assert system.set_mode("/gem", "----", user="bob") is False
    assert system.set_mode("/gem", None, user="bob") is False
    assert system.read("/gem", user="bob") == "ruby"
    assert system.set_mode("/gem", "rw--", user="root") is True
    assert system.read("/gem", user="bob") is None
    assert system.set_mode("/", "----", user="ada") is False
    assert system.list_folder("/", user="bob") == ["gem"]


@pytest.mark.tags("permission")
def test_owner_sets_the_mode_even_without_any_right() -> None:
    system = open_system()
    system.create("/gem", "ruby", user="ada")
    assert system.set_mode("/gem", "----", user="ada") is True
    assert system.read("/gem", user="ada") is None
    assert system.set_mode("/gem", "----", user="ada") is True
    assert system.set_mode("/gem", "r---", user="ada") is True
    assert system.read("/gem", user="ada") == "ruby"


@pytest.mark.tags("permission", "path")
def test_owner_who_does_not_reach_it_cannot_set_the_mode() -> None:
    system = open_system()
    system.create("/den")
    system.set_mode("/den", "rwrw")
    system.create("/den/gem", "ruby", user="ada")
    system.set_mode("/den", "rw-w")
    assert system.set_mode("/den/gem", "rw--", user="ada") is False
    system.set_mode("/den", "rwr-")
    assert system.set_mode("/den/gem", "rw--", user="ada") is True


@pytest.mark.tags("missing", "refusal")
def test_mode_of_what_is_absent_cannot_be_set() -> None:
    system = FileSystem()
    system.create("/menu", "soup")
    assert system.set_mode("/wine", "rwrw") is False
    assert system.set_mode("/bar/wine", "rwrw") is False
    assert system.set_mode("/menu/soup", None) is False
    assert system.create("/wine", "red") is True
    assert system.write("/wine", "white", user="eve") is False


@pytest.mark.tags("inheritance")
def test_mode_is_inherited_as_it_is_at_the_moment() -> None:
    system = open_system()
    system.create("/den", user="ada")
    system.create("/den/gem", "ruby", user="ada")
    assert system.read("/den/gem", user="bob") == "ruby"
    system.set_mode("/den", "r-r-", user="ada")
    assert system.write("/den/gem", "opal", user="ada") is False
    system.set_mode("/den", "rwrw", user="ada")
    assert system.write("/den/gem", "opal", user="bob") is True


@pytest.mark.tags("inheritance")
def test_mode_is_inherited_through_several_folders() -> None:
    system = FileSystem()
    system.create("/a")
    system.create("/a/b")
    system.create("/a/b/gem", "ruby")
    assert system.write("/a/b/gem", "1", user="bob") is False
    system.set_mode("/", "rwrw")
    assert system.write("/a/b/gem", "2", user="bob") is True
    system.set_mode("/a", "rwr-")
    assert system.write("/a/b/gem", "3", user="bob") is False
    assert system.create("/a/b/map", "x", user="bob") is False
    assert system.create("/map", "x", user="bob") is True
    system.set_mode("/a/b", "rwrw")
    assert system.write("/a/b/gem", "4", user="bob") is True


@pytest.mark.tags("inheritance")
def test_own_mode_goes_before_the_inherited_one() -> None:
    system = open_system()
    system.create("/den", user="ada")
    system.create("/den/gem", "ruby", user="ada")
    system.set_mode("/den/gem", "rwr-", user="ada")
    system.set_mode("/den", "r-rw", user="ada")
    assert system.write("/den/gem", "opal", user="ada") is True
    assert system.write("/den/gem", "jade", user="bob") is False
    system.set_mode("/den/gem", "----", user="ada")
    assert system.read("/den/gem", user="ada") is None


@pytest.mark.tags("inheritance")
def test_mode_none_returns_to_the_inherited_one() -> None:
    system = open_system()
    system.create("/den", user="ada")
    system.create("/den/gem", "ruby", user="ada")
    system.set_mode("/den/gem", "rw--", user="ada")
    assert system.read("/den/gem", user="bob") is None
    assert system.set_mode("/den/gem", None, user="ada") is True
    assert system.write("/den/gem", "opal", user="bob") is True
    assert system.set_mode("/den/gem", None, user="ada") is True
    system.set_mode("/den", "rwr-", user="ada")
    assert system.write("/den/gem", "jade", user="bob") is False


@pytest.mark.tags("inheritance", "boundary")
def test_top_folder_without_a_mode_of_its_own_lets_others_read() -> None:
    system = FileSystem()
    system.create("/menu", "soup")
    assert system.set_mode("/", "----") is True
    assert system.read("/menu", user="eve") is None
    assert system.set_mode("/", None) is True
    assert system.read("/menu", user="eve") == "soup"
    assert system.list_folder("/", user="eve") == ["menu"]
    assert system.write("/menu", "stew", user="eve") is False


@pytest.mark.tags("inheritance")
def test_owner_is_not_inherited() -> None:
    system = open_system()
    system.create("/den", user="ada")
    system.set_mode("/den", "rwrw", user="ada")
    system.create("/den/gem", "ruby", user="bob")
    system.set_mode("/den", "r-rw", user="ada")
    assert system.write("/den/gem", "opal", user="bob") is False
    assert system.write("/den/gem", "opal", user="ada") is True
    assert system.set_mode("/den/gem", "rw--", user="ada") is False
    assert system.set_mode("/den/gem", "rw--", user="bob") is True
    assert system.read("/den/gem", user="ada") is None


@pytest.mark.tags("inheritance", "overwrite")
def test_what_is_created_again_has_a_new_owner_and_no_mode_of_its_own() -> None:
    system = open_system()
    system.create("/gem", "ruby", user="ada")
    system.set_mode("/gem", "rw--", user="ada")
    assert system.delete("/gem", user="bob") is True
    assert system.create("/gem", "glass", user="bob") is True
    assert system.read("/gem", user="eve") == "glass"
    assert system.write("/gem", "sand", user="eve") is True
    assert system.set_mode("/gem", "rw--", user="ada") is False
    assert system.set_mode("/gem", "rw--", user="bob") is True


@pytest.mark.tags("permission", "refusal")
def test_refused_calls_change_nothing() -> None:
    system = FileSystem()
    system.create("/den")
    system.create("/den/gem", "ruby")
    for _ in range(2):
        assert system.create("/den/map", "x", user="bob") is False
        assert system.write("/den/gem", "glass", user="bob") is False
        assert system.delete("/den/gem", user="bob") is False
        assert system.set_mode("/den/gem", "----", user="bob") is False
        assert system.set_mode("/den", "rwrw", user="bob") is False
    assert system.list_folder("/den", user="bob") == ["gem"]
    assert system.read("/den/gem", user="bob") == "ruby"


@pytest.mark.tags("isolation", "permission")
def test_two_systems_have_their_own_modes() -> None:
    one = FileSystem()
    two = FileSystem()
    one.set_mode("/", "rwrw")
    assert two.create("/gem", "ruby", user="bob") is False
    assert one.create("/gem", "ruby", user="bob") is True
    assert two.list_folder("/", user="bob") == []


@pytest.mark.tags("basics")
def test_arguments_may_be_given_by_name_or_position() -> None:
    system = open_system()
    assert system.create("/den", None, "ada") is True
    assert system.create(path="/den/gem", content="ruby", user="ada") is True
    assert system.set_mode("/den", "rw--", "ada") is True
    assert system.read("/den/gem", "bob") is None
    assert system.list_folder("/den", "bob") is None
    assert system.write("/den/gem", "opal", "ada") is True
    assert system.write(path="/den/gem", content="jade", user="ada") is True
    assert system.set_mode(path="/den/gem", mode="rw--", user="ada") is True
    assert system.delete("/den/gem", "bob") is False
    assert system.delete(path="/den/gem", user="ada") is True


class Model:
    """Folders and files by whole path, each as a list of content, owner and own mode."""

    def __init__(self) -> None:
        self.things: dict[tuple[str, ...], list] = {(): [None, "root", None]}

    def mode(self, names: tuple[str, ...]) -> str:
        for end in range(len(names), -1, -1):
            own = self.things[names[:end]][2]
            if own is not None:
                return own
        return "rwr-"

    def may(self, user: str, right: str, names: tuple[str, ...]) -> bool:
        owner, mode = self.things[names][1], self.mode(names)
        place = "rw".index(right) + (0 if user == owner else 2)
        return user == "root" or mode[place] == right

    def reaches(self, user: str, names: tuple[str, ...]) -> bool:
        folders = [names[:end] for end in range(len(names))]
        return all(
            folder in self.things and self.things[folder][0] is None and self.may(user, "r", folder)
            for folder in folders
        )

    def has(self, user: str, names: tuple[str, ...]) -> bool:
        return names in self.things and self.reaches(user, names)

    def create(self, path: str, content: str | None, user: str) -> bool:
        names = split(path)
        if not self.reaches(user, names) or names in self.things:
            return False
        if not self.may(user, "w", names[:-1]):
            return False
        self.things[names] = [content, user, None]
        return True

    def read(self, path: str, user: str) -> str | None:
        names = split(path)
        if not self.has(user, names) or not self.may(user, "r", names):
            return None
        return self.things[names][0]

    def list_folder(self, path: str, user: str) -> list[str] | None:
        names = split(path)
        if not self.has(user, names) or not self.may(user, "r", names):
            return None
        return None if self.things[names][0] is not None else self.names_in(names)

    def names_in(self, names: tuple[str, ...]) -> list[str]:
        return sorted(other[-1] for other in self.things if other and other[:-1] == names)

    def delete(self, path: str, user: str) -> bool:
        names = split(path)
        if not names or not self.has(user, names) or self.names_in(names):
            return False
        if not self.may(user, "w", names[:-1]):
            return False
        del self.things[names]
        return True

    def write(self, path: str, content: str, user: str) -> bool:
        names = split(path)
        if not self.has(user, names) or not self.may(user, "w", names):
            return False
        if self.things[names][0] is None:
            return False
        self.things[names][0] = content
        return True

    def set_mode(self, path: str, mode: str | None, user: str) -> bool:
        names = split(path)
        if not self.has(user, names) or user not in ("root", self.things[names][1]):
            return False
        self.things[names][2] = mode
        return True


def split(path: str) -> tuple[str, ...]:
    return tuple(name for name in path.split("/") if name)


paths = st.sampled_from(["/", "/a", "/b", "/a/a", "/a/b", "/a/a/a", "/b/a"])
contents = st.sampled_from(["", "x", "y"])
users = st.sampled_from(["root", "ada", "bob"])
modes = st.sampled_from([None, "rwrw", "rwr-", "r-rw", "rw--", "--rw", "rw-w", "-wr-"])
calls = st.one_of(
    st.tuples(st.just("create"), paths, st.none(), users),
    st.tuples(st.just("create"), paths, st.none() | contents, users),
    st.tuples(st.just("read"), paths, users),
    st.tuples(st.just("list_folder"), paths, users),
    st.tuples(st.just("delete"), paths, users),
    st.tuples(st.just("write"), paths, contents, users),
    st.tuples(st.just("set_mode"), paths, modes, users),
    st.tuples(st.just("set_mode"), paths, modes, st.just("root")),
)


@pytest.mark.tags("model", "permission", "inheritance")
@model_settings
@given(st.lists(calls, min_size=15, max_size=40))
def test_random_calls_answer_like_the_model(history: list[tuple]) -> None:
    system = open_system()
    model = Model()
    model.set_mode("/", "rwrw", "root")
    for name, *arguments in history:
        assert getattr(system, name)(*arguments) == getattr(model, name)(*arguments)
    for path in ["/", "/a", "/a/a", "/b"]:
        for user in ["root", "ada", "bob"]:
            assert system.list_folder(path, user) == model.list_folder(path, user)
            assert system.read(path, user) == model.read(path, user)


@pytest.mark.tags("model", "permission")
@model_settings
@given(
    st.tuples(*[st.sampled_from([right, "-"]) for right in "rwrw"]).map("".join),
    users,
    st.booleans(),
)
def test_each_of_the_sixteen_modes_grants_what_it_says(mode: str, user: str, above: bool) -> None:
    system = open_system()
    system.create("/den", user="ada")
    system.create("/den/gem", "ruby", user="ada")
    system.set_mode("/den", mode if above else "rwrw", user="ada")
    system.set_mode("/den/gem", None if above else mode, user="ada")
    rights = {"root": "rw", "ada": mode[:2], "bob": mode[2:]}[user]
    reaches = "r" in rights or not above
    assert system.read("/den/gem", user=user) == ("ruby" if "r" in rights else None)
    assert system.write("/den/gem", "opal", user=user) is (reaches and "w" in rights)
    changes = rights == "rw" or not above
    assert system.create("/den/map", "x", user=user) is changes
    assert system.delete("/den/gem", user=user) is changes
