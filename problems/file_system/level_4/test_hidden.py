"""Level 4, scored: trees that are mounted on folders."""

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


def system_with(*folders: str) -> FileSystem:
    """A system with these folders."""
    system = FileSystem()
    for folder in folders:
        system.create(folder)
    return system


@pytest.mark.tags("basics")
def test_new_tree_is_empty_and_can_be_filled() -> None:
    system = system_with("/bay")
    assert system.mount("/bay", "ship") is True
    assert system.list_folder("/bay") == []
    assert system.read("/bay") is None
    assert system.create("/bay/deck") is True
    assert system.create("/bay/deck/crate", "tea") is True
    assert system.read("/bay/deck/crate") == "tea"
    assert system.list_folder("/bay/deck") == ["crate"]
    assert system.list_folder("/") == ["bay"]
    assert system.delete("/bay/deck/crate") is True
    assert system.delete("/bay/deck") is True
    assert system.list_folder("/bay") == []


@pytest.mark.tags("basics", "isolation")
def test_mounted_tree_hides_what_the_folder_holds() -> None:
    system = system_with("/bay", "/bay/pier")
    system.create("/bay/sign", "welcome")
    assert system.mount("/bay", "ship") is True
    assert system.read("/bay/sign") is None
    assert system.list_folder("/bay/pier") == []
    assert system.delete("/bay/sign") is False
    assert system.resolve("/bay/pier") is None
    assert system.create("/bay/sign", "aboard") is True
    assert system.read("/bay/sign") == "aboard"


@pytest.mark.tags("basics", "isolation")
def test_unmount_shows_the_folder_just_as_it_was() -> None:
    system = system_with("/bay", "/bay/pier")
    system.create("/bay/sign", "welcome")
    system.link("/bay/p", "/bay/pier")
    system.protect("/bay", "ada", "rw--")
    system.mount("/bay", "ship")
    system.protect("/bay", "bob", "rwrw")
    system.create("/bay/sign", "aboard")
    system.create("/bay/crate", "tea")
    assert system.unmount("/bay") is True
    assert system.list_folder("/bay") == ["p", "pier", "sign"]
    assert system.read("/bay/sign") == "welcome"
    assert system.resolve("/bay/p") == "/bay/pier"
    assert system.may("ada", "w", "/bay") is True
    assert system.may("bob", "r", "/bay") is False


@pytest.mark.tags("basics")
def test_tree_keeps_what_it_holds_while_unmounted() -> None:
    system = system_with("/bay", "/dock")
    system.mount("/bay", "ship")
    system.create("/bay/deck")
    system.create("/bay/deck/crate", "tea")
    system.link("/bay/c", "/dock/deck/crate")
    system.protect("/bay/deck", "ada", "rw--")
    assert system.unmount("/bay") is True
    assert system.read("/bay/deck/crate") is None
    assert system.mount("/bay", "ship") is True
    assert system.read("/bay/deck/crate") == "tea"
    assert system.unmount("/bay") is True
    assert system.mount("/dock", "ship") is True
    assert system.list_folder("/dock") == ["c", "deck"]
    assert system.list_folder("/bay") == []
    assert system.read("/dock/c") == "tea"
    assert system.may("bob", "r", "/dock/c") is False
    assert system.may("ada", "w", "/dock/c") is True


@pytest.mark.tags("isolation")
def test_trees_of_two_names_are_two_trees() -> None:
    system = system_with("/bay", "/dock")
    assert system.mount("/bay", "ship") is True
    assert system.mount("/dock", "Ship") is True
    system.create("/bay/crate", "tea")
    assert system.list_folder("/dock") == []
    assert system.unmount("/dock") is True
    assert system.mount("/dock", "bay ") is True
    assert system.create("/dock/crate", "rum") is True
    assert system.read("/bay/crate") == "tea"
    assert system.unmount("/bay") is True
    assert system.mount("/bay", "Ship") is True
    assert system.list_folder("/bay") == []


@pytest.mark.tags("refusal", "missing")
def test_mount_is_refused_where_no_folder_is() -> None:
    system = system_with("/bay")
    system.create("/sign", "welcome")
    system.link("/gone", "/nowhere")
    system.link("/self", "/self")
    system.link("/s", "/sign")
    for path in ["/sea", "/bay/sea", "/sign", "/sign/x", "/sea/x", "/gone", "/self", "/s"]:
        assert system.mount(path, "ship") is False
    assert system.read("/sign") == "welcome"
    assert system.list_folder("/") == ["bay", "gone", "s", "self", "sign"]
    assert system.mount("/bay", "ship") is True


@pytest.mark.tags("refusal", "duplicate")
def test_mount_is_refused_for_a_tree_that_is_mounted() -> None:
    system = system_with("/bay", "/dock")
    system.create("/dock/rope", "long")
    system.mount("/bay", "ship")
    system.create("/bay/deck")
    assert system.mount("/bay", "ship") is False
    assert system.mount("/dock", "ship") is False
    assert system.mount("/bay/deck", "ship") is False
    assert system.mount("/", "ship") is False
    assert system.list_folder("/dock") == ["rope"]
    assert system.list_folder("/bay/deck") == []
    assert system.unmount("/bay") is True
    assert system.mount("/dock", "ship") is True


@pytest.mark.tags("refusal", "missing")
def test_unmount_is_refused_where_no_tree_is_mounted() -> None:
    system = system_with("/bay", "/dock")
    system.create("/sign", "welcome")
    for path in ["/bay", "/", "/sign", "/sea", "/sea/x", "/sign/x"]:
        assert system.unmount(path) is False
    system.mount("/bay", "ship")
    system.create("/bay/deck")
    system.create("/bay/crate", "tea")
    for path in ["/bay/deck", "/bay/crate", "/bay/sea", "/dock", "/"]:
        assert system.unmount(path) is False
    assert system.read("/bay/crate") == "tea"
    assert system.unmount("/bay") is True
    assert system.unmount("/bay") is False
    assert system.list_folder("/bay") == []


@pytest.mark.tags("refusal")
def test_unmount_is_refused_while_another_tree_is_mounted_inside() -> None:
    system = system_with("/bay", "/dock")
    system.mount("/bay", "ship")
    system.create("/bay/deck")
    system.create("/bay/deck/rack")
    system.mount("/bay/deck/rack", "boat")
    system.create("/bay/deck/rack/oar", "ash")
    system.mount("/dock", "raft")
    assert system.unmount("/bay") is False
    assert system.read("/bay/deck/rack/oar") == "ash"
    assert system.unmount("/dock") is True
    assert system.unmount("/bay") is False
    assert system.unmount("/bay/deck/rack") is True
    assert system.unmount("/bay") is True
    assert system.mount("/bay", "boat") is True
    assert system.read("/bay/oar") == "ash"


@pytest.mark.tags("refusal", "isolation")
def test_tree_whose_name_begins_alike_is_not_inside() -> None:
    system = system_with("/a", "/b")
    system.mount("/a", "ship")
    system.mount("/b", "shipyard")
    system.create("/b/dock")
    system.mount("/b/dock", "boat")
    assert system.unmount("/a") is True
    assert system.unmount("/b") is False


@pytest.mark.tags("refusal")
def test_tree_inside_a_tree_inside_keeps_only_its_own_holder_mounted() -> None:
    system = system_with("/a")
    system.mount("/a", "one")
    system.create("/a/b")
    system.mount("/a/b", "two")
    system.create("/a/b/c")
    system.mount("/a/b/c", "three")
    assert system.unmount("/a") is False
    assert system.unmount("/a/b") is False
    assert system.unmount("/a/b/c") is True
    assert system.unmount("/a") is False
    assert system.unmount("/a/b") is True
    assert system.unmount("/a") is True


@pytest.mark.tags("isolation")
def test_later_tree_hides_an_earlier_one_at_the_same_path() -> None:
    system = system_with("/bay", "/dock")
    system.mount("/bay", "one")
    system.create("/bay/crate", "one")
    assert system.mount("/bay", "two") is True
    assert system.list_folder("/bay") == []
    system.create("/bay/crate", "two")
    assert system.mount("/bay", "three") is True
    assert system.mount("/dock", "one") is False
    assert system.mount("/dock", "two") is False
    assert system.unmount("/bay") is True
    assert system.read("/bay/crate") == "two"
    assert system.mount("/dock", "three") is True
    assert system.unmount("/bay") is True
    assert system.read("/bay/crate") == "one"
    assert system.unmount("/bay") is True
    assert system.list_folder("/bay") == []
    assert system.unmount("/bay") is False


@pytest.mark.tags("path")
def test_tree_can_be_mounted_on_the_top_folder() -> None:
    system = system_with("/bay")
    system.link("/top", "/")
    assert system.mount("/", "ship") is True
    assert system.list_folder("/") == []
    assert system.resolve("/") == "/"
    assert system.resolve("/bay") is None
    assert system.create("/deck") is True
    assert system.link("/t", "/deck") is True
    assert system.resolve("/t") == "/deck"
    assert system.create("/") is False
    assert system.link("/", "/deck") is False
    assert system.read_link("/") is None
    assert system.delete("/") is False
    assert system.mount("/", "boat") is True
    assert system.list_folder("/") == []
    assert system.unmount("/") is True
    assert system.list_folder("/") == ["deck", "t"]
    assert system.unmount("/") is True
    assert system.list_folder("/") == ["bay", "top"]
    assert system.unmount("/") is False
    assert system.mount("/bay", "ship") is True
    assert system.list_folder("/bay") == ["deck", "t"]


@pytest.mark.tags("isolation", "refusal")
def test_hidden_tree_is_still_mounted() -> None:
    system = system_with("/coast", "/coast/bay", "/dock")
    system.mount("/coast/bay", "ship")
    system.create("/coast/bay/crate", "tea")
    assert system.mount("/coast", "fog") is True
    assert system.resolve("/coast/bay") is None
    assert system.unmount("/coast/bay") is False
    assert system.mount("/dock", "ship") is False
    assert system.unmount("/coast") is True
    assert system.read("/coast/bay/crate") == "tea"
    assert system.unmount("/coast/bay") is True
    assert system.mount("/dock", "ship") is True


@pytest.mark.tags("isolation", "refusal")
def test_tree_with_a_hidden_one_inside_stays_mounted() -> None:
    system = system_with("/bay")
    system.mount("/bay", "ship")
    system.create("/bay/deck")
    system.mount("/bay/deck", "boat")
    system.mount("/bay", "fog")
    assert system.unmount("/bay") is True
    assert system.unmount("/bay") is False
    assert system.unmount("/bay/deck") is True
    assert system.unmount("/bay") is True


@pytest.mark.tags("inheritance", "permission")
def test_top_folder_of_a_tree_inherits_nothing_from_around_it() -> None:
    system = system_with("/bay")
    system.protect("/bay", "ada", "rwrw")
    system.mount("/bay", "ship")
    system.create("/bay/crate", "tea")
    for path in ["/bay", "/bay/crate"]:
        assert system.may("bob", "r", path) is True
        assert system.may("bob", "w", path) is False
        assert system.may("ada", "w", path) is False
    assert system.unmount("/bay") is True
    assert system.may("bob", "w", "/bay") is True
    system.protect("/bay", "ada", "----")
    system.mount("/bay", "ship")
    assert system.may("bob", "r", "/bay/crate") is True


@pytest.mark.tags("inheritance", "permission")
def test_owner_and_mode_are_inherited_within_a_tree() -> None:
    system = system_with("/bay")
    system.mount("/bay", "ship")
    system.create("/bay/deck")
    system.create("/bay/deck/crate", "tea")
    assert system.may("bob", "w", "/bay/deck/crate") is False
    assert system.protect("/bay", "bob", "rwr-") is True
    assert system.may("bob", "w", "/bay/deck/crate") is True
    assert system.may("ada", "w", "/bay/deck/crate") is False
    assert system.protect("/bay/deck", "ada", "rwr-") is True
    assert system.may("ada", "w", "/bay/deck/crate") is True
    assert system.may("bob", "w", "/bay/deck/crate") is False


@pytest.mark.tags("permission")
def test_owner_and_mode_of_a_tree_stay_with_the_tree() -> None:
    system = system_with("/bay", "/dock")
    system.mount("/bay", "ship")
    assert system.protect("/bay", "ada", "rw--") is True
    assert system.unmount("/bay") is True
    assert system.may("ada", "w", "/bay") is False
    assert system.may("bob", "r", "/bay") is True
    assert system.mount("/dock", "ship") is True
    assert system.may("ada", "w", "/dock") is True
    assert system.may("bob", "r", "/dock") is False
    assert system.unmount("/dock") is True
    assert system.may("bob", "r", "/dock") is True


@pytest.mark.tags("permission", "path")
def test_reach_asks_for_the_folders_that_are_seen() -> None:
    system = system_with("/coast", "/coast/bay")
    system.protect("/coast/bay", "ada", "----")
    system.mount("/coast/bay", "ship")
    system.create("/coast/bay/crate", "tea")
    assert system.may("bob", "r", "/coast/bay/crate") is True
    system.protect("/coast/bay", "ada", "rw-w")
    system.protect("/coast/bay/crate", "ada", "rwrw")
    assert system.may("bob", "r", "/coast/bay/crate") is False
    assert system.may("bob", "w", "/coast/bay") is True
    system.protect("/coast/bay", "ada", "r-r-")
    system.protect("/coast", "ada", "rw-w")
    assert system.may("bob", "r", "/coast/bay/crate") is False
    assert system.may("bob", "r", "/coast/bay") is False
    system.mount("/coast", "fog")
    assert system.may("bob", "r", "/coast") is True
    system.protect("/", "ada", "rw--")
    assert system.may("bob", "r", "/coast") is False
    assert system.mount("/", "night") is True
    assert system.may("bob", "r", "/") is True


@pytest.mark.tags("refusal", "duplicate")
def test_nothing_is_created_where_a_tree_is_mounted() -> None:
    system = system_with("/bay")
    system.mount("/bay", "ship")
    assert system.create("/bay") is False
    assert system.create("/bay", "dry") is False
    assert system.link("/bay", "/") is False
    assert system.list_folder("/bay") == []


@pytest.mark.tags("refusal")
def test_folder_with_a_tree_on_it_cannot_be_deleted() -> None:
    system = system_with("/coast", "/coast/bay")
    system.mount("/coast/bay", "ship")
    assert system.delete("/coast/bay") is False
    assert system.delete("/coast") is False
    system.create("/coast/bay/crate", "tea")
    assert system.delete("/coast/bay") is False
    assert system.delete("/coast/bay/crate") is True
    assert system.unmount("/coast/bay") is True
    assert system.delete("/coast/bay") is True
    assert system.delete("/coast") is True
    assert system.list_folder("/") == []


@pytest.mark.tags("refusal")
def test_folder_under_two_trees_cannot_be_deleted_until_both_are_gone() -> None:
    system = system_with("/bay")
    system.mount("/bay", "one")
    system.mount("/bay", "two")
    assert system.unmount("/bay") is True
    assert system.delete("/bay") is False
    assert system.unmount("/bay") is True
    assert system.delete("/bay") is True


@pytest.mark.tags("link")
def test_delete_of_a_link_to_a_tree_removes_the_link_only() -> None:
    system = system_with("/bay")
    system.mount("/bay", "ship")
    system.create("/bay/crate", "tea")
    system.link("/b", "/bay")
    assert system.delete("/b") is True
    assert system.list_folder("/") == ["bay"]
    assert system.read("/bay/crate") == "tea"


@pytest.mark.tags("link", "path")
def test_links_cross_into_and_out_of_a_tree() -> None:
    system = system_with("/bay", "/town")
    system.create("/town/map", "streets")
    system.mount("/bay", "ship")
    system.create("/bay/crate", "tea")
    assert system.link("/bay/out", "/town/map") is True
    assert system.link("/town/in", "/bay") is True
    assert system.link("/bay/round", "/town/in/out") is True
    assert system.read("/bay/out") == "streets"
    assert system.read("/town/in/crate") == "tea"
    assert system.read("/bay/round") == "streets"
    assert system.create("/town/in/barrel", "rum") is True
    assert system.list_folder("/bay") == ["barrel", "crate", "out", "round"]
    assert system.read_link("/town/in/round") == "/town/in/out"
    assert system.resolve("/town/in/crate") == "/bay/crate"


@pytest.mark.tags("link", "path")
def test_target_inside_a_tree_starts_at_the_top_of_the_system() -> None:
    system = system_with("/bay", "/dock")
    system.create("/crate", "coal")
    system.mount("/bay", "ship")
    system.create("/bay/crate", "tea")
    system.link("/bay/a", "/crate")
    system.link("/bay/b", "/bay/crate")
    assert system.read("/bay/a") == "coal"
    assert system.read("/bay/b") == "tea"
    assert system.unmount("/bay") is True
    assert system.mount("/dock", "ship") is True
    assert system.read("/dock/a") == "coal"
    assert system.read("/dock/b") is None
    assert system.broken_links() == [("/dock/b", "missing")]
    assert system.unmount("/dock") is True
    assert system.mount("/", "ship") is True
    assert system.read("/a") == "tea"
    assert system.read("/b") is None


@pytest.mark.tags("link", "missing")
def test_link_into_a_tree_leads_to_what_is_seen() -> None:
    system = system_with("/bay")
    system.create("/bay/crate", "sand")
    system.link("/c", "/bay/crate")
    assert system.read("/c") == "sand"
    system.mount("/bay", "ship")
    assert system.read("/c") is None
    assert system.broken_links() == [("/c", "missing")]
    system.create("/bay/crate", "tea")
    assert system.read("/c") == "tea"
    assert system.protect("/c", "ada", "rw--") is True
    assert system.unmount("/bay") is True
    assert system.read("/c") == "sand"
    assert system.may("bob", "r", "/c") is True


@pytest.mark.tags("link", "cycle")
def test_cycle_across_trees_is_found_and_ends_with_the_unmount() -> None:
    system = system_with("/bay")
    system.create("/bay/back", "land")
    system.mount("/bay", "ship")
    system.link("/bay/back", "/forth")
    system.link("/forth", "/bay/back")
    assert system.read("/forth") is None
    assert system.broken_links() == [("/bay/back", "cycle"), ("/forth", "cycle")]
    assert system.unmount("/bay") is True
    assert system.read("/forth") == "land"
    assert system.broken_links() == []


@pytest.mark.tags("link", "path")
def test_mount_and_unmount_follow_a_link_at_the_end() -> None:
    system = system_with("/coast", "/coast/bay")
    system.link("/b", "/coast/bay")
    assert system.mount("/b", "ship") is True
    system.create("/coast/bay/crate", "tea")
    assert system.resolve("/b/crate") == "/coast/bay/crate"
    assert system.read_link("/b") == "/coast/bay"
    assert system.unmount("/b") is True
    assert system.list_folder("/coast/bay") == []
    assert system.unmount("/b") is False


@pytest.mark.tags("path")
def test_resolve_gives_the_path_at_which_things_are_seen() -> None:
    system = system_with("/a", "/a/b")
    system.mount("/a/b", "one")
    system.create("/a/b/c")
    system.create("/a/b/c/d")
    system.mount("/a/b/c/d", "two")
    system.create("/a/b/c/d/e", "end")
    system.link("/l", "/a/b/c")
    system.mount("/a/b/c/d", "three")
    system.create("/a/b/c/d/f", "end")
    assert system.resolve("/a/b") == "/a/b"
    assert system.resolve("/l/d") == "/a/b/c/d"
    assert system.resolve("/l/d/f") == "/a/b/c/d/f"
    assert system.resolve("/l/d/e") is None
    assert system.unmount("/l/d") is True
    assert system.resolve("/l/d/e") == "/a/b/c/d/e"


@pytest.mark.tags("link", "ordering", "limit")
def test_broken_links_lists_links_in_mounted_trees_where_they_are_seen() -> None:
    system = system_with("/a", "/c")
    system.link("/b", "/gone")
    system.mount("/a", "one")
    system.link("/a/z", "/gone")
    system.create("/a/k")
    system.mount("/a/k", "two")
    system.link("/a/k/x", "/a/k/x")
    system.link("/a/k/y", "/a/k")
    system.mount("/c", "three")
    system.link("/c/w", "/a/z")
    assert system.broken_links() == [
        ("/a/k/x", "cycle"),
        ("/a/z", "missing"),
        ("/b", "missing"),
        ("/c/w", "missing"),
    ]
    assert system.broken_links(2) == [("/a/k/x", "cycle"), ("/a/z", "missing")]


@pytest.mark.tags("link", "isolation")
def test_broken_links_leaves_out_what_is_not_seen() -> None:
    system = system_with("/bay", "/bay/pier")
    system.link("/bay/x", "/gone")
    system.link("/bay/pier/y", "/gone")
    system.link("/z", "/gone")
    system.mount("/bay", "ship")
    system.link("/bay/w", "/gone")
    assert system.broken_links() == [("/bay/w", "missing"), ("/z", "missing")]
    system.mount("/bay", "fog")
    assert system.broken_links() == [("/z", "missing")]
    system.mount("/", "night")
    assert system.broken_links() == []
    system.link("/v", "/z")
    assert system.broken_links() == [("/v", "missing")]
    assert system.unmount("/") is True
    assert system.unmount("/bay") is True
    assert system.unmount("/bay") is True
    assert system.broken_links() == [
        ("/bay/pier/y", "missing"),
        ("/bay/x", "missing"),
        ("/z", "missing"),
    ]


@pytest.mark.tags("link", "permission")
def test_rights_at_the_end_of_a_link_are_asked_across_trees() -> None:
    system = system_with("/bay", "/town")
    system.create("/town/map", "streets")
    system.mount("/bay", "ship")
    system.create("/bay/crate", "tea")
    system.link("/bay/m", "/town/map")
    system.link("/c", "/bay/crate")
    assert system.may("bob", "r", "/bay/m") is True
    assert system.may("bob", "r", "/c") is True
    system.protect("/bay", "ada", "rw--")
    assert system.may("bob", "r", "/bay/m") is True
    assert system.may("bob", "r", "/c") is False
    assert system.may("ada", "w", "/c") is True
    system.protect("/town", "ada", "rw--")
    assert system.may("bob", "r", "/bay/m") is False


@pytest.mark.tags("refusal", "isolation")
def test_refused_calls_change_nothing() -> None:
    system = system_with("/bay", "/dock")
    system.create("/dock/rope", "long")
    system.mount("/bay", "ship")
    system.create("/bay/crate", "tea")
    for _ in range(2):
        assert system.mount("/dock", "ship") is False
        assert system.mount("/sea", "boat") is False
        assert system.mount("/dock/rope", "boat") is False
        assert system.unmount("/bay/crate") is False
        assert system.unmount("/dock") is False
        assert system.delete("/bay") is False
    assert system.read("/bay/crate") == "tea"
    assert system.list_folder("/dock") == ["rope"]


@pytest.mark.tags("isolation")
def test_two_systems_have_their_own_trees() -> None:
    one = system_with("/bay")
    two = system_with("/bay")
    assert one.mount("/bay", "ship") is True
    one.create("/bay/crate", "tea")
    assert two.unmount("/bay") is False
    assert two.mount("/bay", "ship") is True
    assert two.list_folder("/bay") == []
    assert one.list_folder("/bay") == ["crate"]


@pytest.mark.tags("basics")
def test_arguments_may_be_given_by_name() -> None:
    system = system_with("/bay")
    assert system.mount(tree="ship", path="/bay") is True
    assert system.unmount(path="/bay") is True


@pytest.mark.tags("scale")
def test_twenty_trees_one_inside_the_other() -> None:
    system = system_with()
    path = ""
    for number in range(20):
        path += f"/{number}"
        assert system.create(path) is True
        assert system.mount(path, f"tree {number}") is True
    assert system.create(f"{path}/end", "deep") is True
    assert system.link(f"{path}/up", "/gone") is True
    assert system.resolve(f"{path}/end") == f"{path}/end"
    assert system.broken_links() == [(f"{path}/up", "missing")]
    for number in range(19):
        assert system.unmount("/" + "/".join(map(str, range(number + 1)))) is False
    for number in reversed(range(20)):
        assert system.unmount("/" + "/".join(map(str, range(number + 1)))) is True
    assert system.mount("/0", "tree 19") is True
    assert system.read("/0/end") == "deep"


Place = tuple[str, tuple[str, ...]]
"""A tree, and the names from its top folder; the system's own tree is called ""."""


class Model:
    """Things by place; links are written out in the path until none is left in it."""

    def __init__(self) -> None:
        self.things: dict[Place, dict] = {}
        self.mounts: list[tuple[Place, str]] = []
        self.found_tree("")

    def found_tree(self, tree: str) -> None:
        self.things[tree, ()] = {"kind": "folder", "own": ("root", "rwr-")}

    def may(self, user: str, right: str, path: str) -> bool:
        at, shown, outcome = self.walk(path)
        names = split(shown)
        before = [self.walk("/".join(names[:end]))[0] for end in range(len(names))]
        asked = [(folder, "r") for folder in before] + [(at, right)]
        return outcome == "found" and all(self.grants(user, *each) for each in asked)

    def grants(self, user: str, place: Place, right: str) -> bool:
        tree, names = place
        climb = [self.things[tree, names[:end]]["own"] for end in range(len(names), -1, -1)]
        owner, mode = next(each for each in climb if each is not None)
        return user == "root" or mode["rw".index(right) + 2 * (user != owner)] == right

    def seen(self, place: Place) -> Place:
        for point, tree in self.mounts:
            if point == place:
                return self.seen((tree, ()))
        return place

    def walk(self, path: str, follow: bool = True) -> tuple[Place, str, str]:
        """Where a path leads, where that is seen, and "found", "free", "missing" or "cycle".

        A link or mount at the end is looked through only if it is to be followed.
        """
        at, shown, left = self.seen(("", ())), "", split(path)
        for _ in range(60):  # a way that ends does so within ten steps
            if not left:
                return at, shown or "/", "found"
            if self.things[at]["kind"] != "folder":
                return at, shown, "missing"
            at, shown, left = (at[0], (*at[1], left[0])), f"{shown}/{left[0]}", left[1:]
            if at not in self.things:
                return at, shown, "missing" if left else "free"
            if not left and not follow:
                return at, shown, "found"
            if self.things[at]["kind"] == "link":
                at, shown, left = ("", ()), "", split(self.things[at]["target"]) + left
            at = self.seen(at)
        return at, shown, "cycle"

    def find(self, path: str) -> Place | None:
        at, _, outcome = self.walk(path)
        return at if outcome == "found" else None

    def add(self, path: str, **thing: str | None) -> bool:
        at, _, outcome = self.walk(path, follow=False)
        if outcome == "free":
            self.things[at] = {"own": None, **thing}
        return outcome == "free"

    def create(self, path: str, content: str | None) -> bool:
        return self.add(path, kind="folder" if content is None else "file", content=content)

    def link(self, path: str, target: str) -> bool:
        return self.add(path, kind="link", target=target)

    def names_in(self, place: Place) -> list[str]:
        tree, names = place
        places = [other for other in self.things if other[0] == tree and other[1]]
        return sorted(other[1][-1] for other in places if other[1][:-1] == names)

    def list_folder(self, path: str) -> list[str]:
        at = self.find(path)
        return [] if at is None else self.names_in(at)

    def delete(self, path: str) -> bool:
        at, _, outcome = self.walk(path, follow=False)
        if outcome != "found" or not at[1] or self.names_in(at) or self.seen(at) != at:
            return False
        del self.things[at]
        return True

    def protect(self, path: str, owner: str, mode: str) -> bool:
        at = self.find(path)
        if at is None:
            return False
        self.things[at]["own"] = (owner, mode)
        return True

    def resolve(self, path: str) -> str | None:
        _, shown, outcome = self.walk(path)
        return shown if outcome == "found" else None

    def broken_links(self, limit: int | None) -> list[tuple[str, str]]:
        found = []
        folders = [("", self.seen(("", ())))]
        for shown, (tree, names) in folders:
            for name in self.names_in((tree, names)):
                path, place = f"{shown}/{name}", (tree, (*names, name))
                outcome = self.walk(path)[2]
                if self.things[place]["kind"] == "folder":
                    folders.append((path, self.seen(place)))
                elif outcome != "found":
                    found.append((path, "cycle" if outcome == "cycle" else "missing"))
        return sorted(found)[:limit]

    def mount(self, path: str, tree: str) -> bool:
        at = self.find(path)
        mounted = [name for _, name in self.mounts]
        if at is None or self.things[at]["kind"] != "folder" or tree in mounted:
            return False
        if (tree, ()) not in self.things:
            self.found_tree(tree)
        self.mounts.append((at, tree))
        return True

    def unmount(self, path: str) -> bool:
        at = self.find(path)
        if at is None or at == ("", ()) or at[1]:
            return False
        if any(point[0] == at[0] for point, _ in self.mounts):
            return False
        self.mounts = [mount for mount in self.mounts if mount[1] != at[0]]
        return True


def split(path: str) -> tuple[str, ...]:
    return tuple(name for name in path.split("/") if name)


PATHS = ["/", "/a", "/b", "/c", "/a/a", "/a/b", "/b/a", "/b/c", "/c/a", "/a/b/a", "/c/b/a"]
paths = st.sampled_from(PATHS)
some_paths = st.sampled_from(PATHS[1:7])
users = st.sampled_from(["root", "ada", "bob"])
trees = st.sampled_from(["x", "y", "z"])
modes = st.sampled_from(["rwrw", "rw-w", "rw--", "----"])
creations = st.one_of(
    st.tuples(st.just("create"), some_paths, st.none()),
    st.tuples(st.just("create"), paths, st.sampled_from([None, "f"])),
    st.tuples(st.just("link"), paths, paths),
)
mounts = st.one_of(
    st.tuples(st.just("mount"), some_paths, trees),
    st.tuples(st.just("mount"), paths, trees),
    st.tuples(st.just("unmount"), some_paths),
    st.tuples(st.just("unmount"), paths),
)
calls = st.one_of(
    st.tuples(st.just("list_folder"), paths),
    st.tuples(st.just("delete"), paths),
    st.tuples(st.just("protect"), paths, users, modes),
    st.tuples(st.just("may"), users, st.sampled_from(["r", "w"]), paths),
    st.tuples(st.just("resolve"), paths),
    st.tuples(st.just("broken_links"), st.none() | st.integers(0, 3)),
)


@pytest.mark.tags("model", "link", "permission")
@model_settings
@given(st.lists(st.one_of(creations, mounts, calls), min_size=20, max_size=40))
def test_random_calls_answer_like_the_model(history: list[tuple]) -> None:
    system = system_with("/a", "/b")
    model = Model()
    for folder in ["/a", "/b"]:
        model.create(folder, None)
    for name, *arguments in history:
        assert getattr(system, name)(*arguments) == getattr(model, name)(*arguments)
    for path in PATHS:
        assert system.resolve(path) == model.resolve(path)
        assert system.list_folder(path) == model.list_folder(path)
        assert system.may("bob", "r", path) is model.may("bob", "r", path)
    assert system.broken_links() == model.broken_links(None)


@pytest.mark.tags("model", "isolation")
@model_settings
@given(st.lists(st.tuples(st.sampled_from(["/", "/a", "/a/b"]), trees), min_size=1, max_size=6))
def test_unmounting_in_turn_shows_everything_again(history: list[tuple[str, str]]) -> None:
    system = system_with("/a", "/a/b")
    seen = []
    for number, (path, tree) in enumerate(history):
        before = [system.list_folder(folder) for folder in ["/", "/a", "/a/b"]]
        if system.mount(path, tree):
            seen.append((path, before))
            for name in [str(number), "a", "b"]:
                system.create(f"{path.rstrip('/')}/{name}")
    for path, before in reversed(seen):
        assert system.unmount(path) is True
        assert [system.list_folder(folder) for folder in ["/", "/a", "/a/b"]] == before
