"""Level 3, scored: links that are followed, and links that lead nowhere."""

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


@pytest.mark.tags("link", "basics")
def test_link_to_a_file_is_read_through() -> None:
    system = FileSystem()
    system.create("/town")
    system.create("/town/map", "old")
    assert system.link("/map", "/town/map") is True
    assert system.read("/map") == "old"
    assert system.read("/town/map") == "old"
    assert system.list_folder("/map") == []


@pytest.mark.tags("link", "basics")
def test_link_to_a_folder_is_listed_through() -> None:
    system = FileSystem()
    system.create("/town")
    system.create("/town/inn")
    system.create("/town/map", "old")
    assert system.link("/t", "/town") is True
    assert system.list_folder("/t") == ["inn", "map"]
    assert system.list_folder("/t/inn") == []
    assert system.read("/t") is None
    assert system.list_folder("/") == ["t", "town"]


@pytest.mark.tags("link", "path")
def test_link_in_the_middle_is_followed_by_every_method() -> None:
    system = FileSystem()
    system.create("/town")
    system.link("/t", "/town")
    assert system.create("/t/inn") is True
    assert system.create("/t/inn/bed", "soft") is True
    assert system.read("/t/inn/bed") == "soft"
    assert system.read("/town/inn/bed") == "soft"
    assert system.list_folder("/t/inn") == ["bed"]
    assert system.link("/t/inn/b", "/t/inn/bed") is True
    assert system.read_link("/town/inn/b") == "/t/inn/bed"
    assert system.read_link("/t/inn/b") == "/t/inn/bed"
    assert system.protect("/t/inn/bed", "ada", "rw--") is True
    assert system.may("eve", "r", "/town/inn/bed") is False
    assert system.may("ada", "w", "/t/inn/bed") is True
    assert system.delete("/t/inn/bed") is True
    assert system.list_folder("/town/inn") == ["b"]


@pytest.mark.tags("link", "path", "missing")
def test_link_to_a_file_in_the_middle_leads_nowhere() -> None:
    system = FileSystem()
    system.create("/map", "old")
    system.link("/m", "/map")
    assert system.read("/m/legend") is None
    assert system.create("/m/legend", "x") is False
    assert system.link("/m/legend", "/map") is False
    assert system.read_link("/m/legend") is None
    assert system.resolve("/m/legend") is None
    assert system.delete("/m/legend") is False


@pytest.mark.tags("link", "refusal", "duplicate")
def test_link_is_refused_where_something_is() -> None:
    system = FileSystem()
    system.create("/map", "old")
    system.create("/town")
    system.link("/m", "/map")
    system.link("/gone", "/nowhere")
    for path in ["/map", "/town", "/m", "/gone", "/"]:
        assert system.link(path, "/town") is False
    assert system.read("/map") == "old"
    assert system.list_folder("/town") == []
    assert system.read_link("/m") == "/map"
    assert system.read_link("/gone") == "/nowhere"


@pytest.mark.tags("link", "refusal", "missing")
def test_link_is_refused_where_no_folder_holds_it() -> None:
    system = FileSystem()
    system.create("/map", "old")
    system.link("/gone", "/nowhere")
    assert system.link("/town/m", "/map") is False
    assert system.link("/map/m", "/map") is False
    assert system.link("/gone/m", "/map") is False
    assert system.list_folder("/") == ["gone", "map"]


@pytest.mark.tags("link")
def test_read_link_answers_the_target_exactly_as_given() -> None:
    system = FileSystem()
    system.create("/map", "old")
    for number, target in enumerate(["/map", "/", "/../map", "/a/./b", "/ ", "/gone/map"]):
        assert system.link(f"/{number}", target) is True
        assert system.read_link(f"/{number}") == target


@pytest.mark.tags("link", "missing")
def test_read_link_answers_none_where_no_link_is() -> None:
    system = FileSystem()
    system.create("/town")
    system.create("/map", "old")
    for path in ["/town", "/map", "/", "/gone", "/town/gone", "/gone/gone", "/map/gone"]:
        assert system.read_link(path) is None


@pytest.mark.tags("link")
def test_read_link_does_not_follow_the_end() -> None:
    system = FileSystem()
    system.create("/map", "old")
    system.link("/a", "/map")
    system.link("/b", "/a")
    system.link("/c", "/c")
    assert system.read_link("/b") == "/a"
    assert system.read_link("/c") == "/c"
    assert system.delete("/map") is True
    assert system.read_link("/a") == "/map"


@pytest.mark.tags("link", "path")
def test_target_starts_at_the_top_wherever_the_link_stands() -> None:
    system = FileSystem()
    system.create("/map", "world")
    system.create("/town")
    system.create("/town/map", "streets")
    system.link("/town/here", "/map")
    system.link("/town/there", "/town/map")
    system.link("/town/up", "/")
    assert system.read("/town/here") == "world"
    assert system.read("/town/there") == "streets"
    assert system.list_folder("/town/up") == ["map", "town"]
    assert system.read("/town/up/map") == "world"


@pytest.mark.tags("link", "path")
def test_dots_in_a_target_are_names() -> None:
    system = FileSystem()
    system.create("/map", "world")
    system.create("/town")
    system.link("/town/m", "/town/../map")
    assert system.read("/town/m") is None
    system.create("/town/..")
    system.create("/town/../map", "hidden")
    assert system.read("/town/m") == "hidden"
    assert system.resolve("/town/m") == "/town/../map"


@pytest.mark.tags("link")
def test_target_is_looked_up_anew_each_time() -> None:
    system = FileSystem()
    assert system.link("/m", "/town/map") is True
    assert system.read("/m") is None
    system.create("/town")
    system.create("/town/map", "one")
    assert system.read("/m") == "one"
    system.delete("/town/map")
    assert system.read("/m") is None
    assert system.resolve("/m") is None
    system.create("/town/map")
    assert system.list_folder("/m") == []
    system.delete("/town/map")
    system.create("/town/map", "two")
    assert system.read("/m") == "two"


@pytest.mark.tags("link", "basics")
def test_delete_removes_the_link_only() -> None:
    system = FileSystem()
    system.create("/town")
    system.create("/town/map", "old")
    system.link("/t", "/town")
    system.link("/m", "/town/map")
    assert system.delete("/m") is True
    assert system.read("/town/map") == "old"
    assert system.delete("/t") is True
    assert system.list_folder("/town") == ["map"]
    assert system.list_folder("/") == ["town"]
    assert system.delete("/t") is False


@pytest.mark.tags("link", "cycle", "missing")
def test_delete_removes_links_that_lead_nowhere() -> None:
    system = FileSystem()
    system.link("/gone", "/nowhere")
    system.link("/self", "/self")
    assert system.delete("/gone/x") is False
    assert system.delete("/self/x") is False
    assert system.delete("/gone") is True
    assert system.delete("/self") is True
    assert system.list_folder("/") == []


@pytest.mark.tags("link")
def test_what_a_link_leads_to_can_be_deleted() -> None:
    system = FileSystem()
    system.create("/town")
    system.link("/t", "/town")
    assert system.delete("/town") is True
    assert system.list_folder("/t") == []
    assert system.create("/t/inn") is False
    assert system.list_folder("/") == ["t"]


@pytest.mark.tags("link", "refusal")
def test_create_is_refused_where_a_link_is() -> None:
    system = FileSystem()
    system.create("/map", "old")
    system.create("/town")
    system.link("/m", "/map")
    system.link("/t", "/town")
    system.link("/gone", "/nowhere")
    system.link("/self", "/self")
    for path in ["/m", "/t", "/gone", "/self"]:
        assert system.create(path) is False
        assert system.create(path, "new") is False
    assert system.read("/map") == "old"
    assert system.list_folder("/") == ["gone", "m", "map", "self", "t", "town"]


@pytest.mark.tags("overwrite")
def test_what_is_created_where_a_link_was_is_no_link() -> None:
    system = FileSystem()
    system.create("/map", "old")
    system.link("/m", "/map")
    assert system.delete("/m") is True
    assert system.read_link("/m") is None
    assert system.create("/m", "new") is True
    assert system.read("/m") == "new"
    assert system.read_link("/m") is None
    assert system.broken_links() == []


@pytest.mark.tags("link")
def test_chain_of_links_is_followed_to_its_end() -> None:
    system = FileSystem()
    system.create("/town")
    system.create("/town/map", "old")
    system.link("/a", "/town")
    system.link("/b", "/a")
    system.link("/c", "/b/map")
    system.link("/d", "/c")
    assert system.read("/d") == "old"
    assert system.list_folder("/b") == ["map"]
    assert system.resolve("/d") == "/town/map"
    assert system.delete("/a") is True
    assert system.read("/d") is None
    assert system.link("/a", "/town") is True
    assert system.read("/d") == "old"


@pytest.mark.tags("link", "scale")
def test_chain_of_a_hundred_links_is_no_cycle() -> None:
    system = FileSystem()
    system.create("/000", "end")
    for number in range(1, 101):
        assert system.link(f"/{number:0>3}", f"/{number - 1:0>3}") is True
    assert system.read("/100") == "end"
    assert system.resolve("/100") == "/000"
    assert system.broken_links() == []
    assert system.delete("/000") is True
    assert system.read("/100") is None
    assert system.broken_links() == [(f"/{number:0>3}", "missing") for number in range(1, 101)]


@pytest.mark.tags("cycle", "link")
def test_links_in_a_cycle_lead_nowhere() -> None:
    system = FileSystem()
    system.link("/self", "/self")
    system.link("/a", "/b")
    system.link("/b", "/c")
    system.link("/c", "/a")
    for path in ["/self", "/a", "/b", "/c", "/self/x", "/a/x"]:
        assert system.read(path) is None
        assert system.list_folder(path) == []
        assert system.resolve(path) is None
        assert system.protect(path, "ada", "rwrw") is False
        assert system.may("root", "r", path) is False
        assert system.create(path) is False
    assert system.read_link("/a") == "/b"
    assert system.read_link("/self/x") is None
    assert system.link("/a/x", "/") is False
    assert system.list_folder("/") == ["a", "b", "c", "self"]


@pytest.mark.tags("cycle", "link", "scale")
def test_cycle_of_a_hundred_links_is_found() -> None:
    system = FileSystem()
    for number in range(100):
        assert system.link(f"/{number:0>2}", f"/{(number + 1) % 100:0>2}") is True
    assert system.read("/00") is None
    assert system.broken_links() == [(f"/{number:0>2}", "cycle") for number in range(100)]


@pytest.mark.tags("cycle", "link", "path")
def test_link_whose_target_passes_through_itself_is_a_cycle() -> None:
    system = FileSystem()
    system.link("/a", "/a/b")
    system.create("/town")
    system.link("/town/t", "/town/t/map")
    system.link("/town/up", "/town/up/up")
    for path in ["/a", "/a/b", "/town/t", "/town/up"]:
        assert system.read(path) is None
        assert system.resolve(path) is None
    assert system.broken_links() == [("/a", "cycle"), ("/town/t", "cycle"), ("/town/up", "cycle")]


@pytest.mark.tags("cycle", "link")
def test_cycle_ends_when_one_of_its_links_goes() -> None:
    system = FileSystem()
    system.link("/a", "/b")
    system.link("/b", "/c")
    system.link("/c", "/a")
    assert system.read("/a") is None
    assert system.delete("/c") is True
    assert system.broken_links() == [("/a", "missing"), ("/b", "missing")]
    assert system.create("/c", "end") is True
    assert system.read("/a") == "end"
    assert system.broken_links() == []


@pytest.mark.tags("cycle", "link", "path")
def test_meeting_one_link_several_times_is_no_cycle() -> None:
    system = FileSystem()
    system.link("/here", "/")
    system.create("/town")
    system.create("/town/map", "old")
    system.link("/t", "/town")
    system.link("/town/m", "/t/map")
    system.link("/town/top", "/here/here")
    assert system.resolve("/here/here/here") == "/"
    assert system.read("/here/here/town/map") == "old"
    assert system.read("/t/m") == "old"
    assert system.read("/t/top/t/top/t/m") == "old"
    assert system.resolve("/t/top/t/m") == "/town/map"
    assert system.broken_links() == []


@pytest.mark.tags("link", "missing", "cycle")
def test_reasons_tell_a_cycle_from_what_is_missing() -> None:
    system = FileSystem()
    system.create("/map", "old")
    system.create("/town")
    system.link("/a", "/a")
    system.link("/b", "/a")
    system.link("/c", "/town/inn")
    system.link("/d", "/c")
    system.link("/e", "/map/legend")
    system.link("/f", "/town")
    system.link("/g", "/b/x/y")
    system.link("/h", "/c/a")
    system.link("/i", "/gone/../a")
    system.link("/j", "/map")
    assert system.broken_links() == [
        ("/a", "cycle"),
        ("/b", "cycle"),
        ("/c", "missing"),
        ("/d", "missing"),
        ("/e", "missing"),
        ("/g", "cycle"),
        ("/h", "missing"),
        ("/i", "missing"),
    ]


@pytest.mark.tags("link", "ordering", "ties")
def test_broken_links_are_ordered_by_whole_path() -> None:
    system = FileSystem()
    for folder in ["/a", "/a/b", "/B"]:
        system.create(folder)
    for path in ["/a/z", "/a/b/c", "/a-", "/a.b", "/a0", "/b", "/B/x", "/a/b!"]:
        assert system.link(path, "/gone") is True
    assert [path for path, _ in system.broken_links()] == [
        "/B/x",
        "/a-",
        "/a.b",
        "/a/b!",
        "/a/b/c",
        "/a/z",
        "/a0",
        "/b",
    ]


@pytest.mark.tags("link", "limit")
def test_broken_links_keeps_the_first_within_the_limit() -> None:
    system = FileSystem()
    for path in ["/c", "/a", "/b"]:
        system.link(path, "/gone")
    system.link("/0", "/")
    assert system.broken_links(0) == []
    assert system.broken_links(1) == [("/a", "missing")]
    assert system.broken_links(limit=2) == [("/a", "missing"), ("/b", "missing")]
    assert len(system.broken_links(3)) == 3
    assert len(system.broken_links(10)) == 3
    assert len(system.broken_links(None)) == 3


@pytest.mark.tags("link", "empty")
def test_broken_links_is_empty_where_every_link_leads_somewhere() -> None:
    system = FileSystem()
    assert system.broken_links() == []
    system.create("/town")
    system.link("/t", "/town")
    system.link("/top", "/")
    assert system.broken_links() == []
    assert system.delete("/town") is True
    assert system.broken_links() == [("/t", "missing")]
    assert system.delete("/t") is True
    assert system.broken_links() == []


@pytest.mark.tags("link", "path")
def test_broken_links_gives_paths_without_links() -> None:
    system = FileSystem()
    system.create("/town")
    system.create("/town/inn")
    system.link("/t", "/town")
    system.link("/town/up", "/")
    assert system.link("/t/inn/bed", "/gone") is True
    assert system.broken_links() == [("/town/inn/bed", "missing")]


@pytest.mark.tags("link", "permission")
def test_no_mode_breaks_a_link() -> None:
    system = FileSystem()
    system.create("/den")
    system.create("/den/gem", "ruby")
    system.link("/den/gone", "/nowhere")
    system.link("/g", "/den/gem")
    system.protect("/", "ada", "----")
    system.protect("/den", "ada", "----")
    assert system.read("/g") == "ruby"
    assert system.resolve("/g") == "/den/gem"
    assert system.broken_links() == [("/den/gone", "missing")]


@pytest.mark.tags("link", "permission")
def test_rights_are_those_of_what_the_link_leads_to() -> None:
    system = FileSystem()
    system.create("/gem", "ruby")
    system.link("/g", "/gem")
    assert system.may("bob", "w", "/g") is False
    system.protect("/gem", "ada", "r--w")
    assert system.may("bob", "w", "/g") is True
    assert system.may("bob", "r", "/g") is False
    assert system.may("ada", "r", "/g") is True
    assert system.may("root", "w", "/g") is True
    assert system.delete("/gem") is True
    assert system.may("root", "w", "/g") is False


@pytest.mark.tags("link", "permission")
def test_protecting_a_link_protects_what_it_leads_to() -> None:
    system = FileSystem()
    system.create("/gem", "ruby")
    system.link("/g", "/gem")
    assert system.protect("/g", "ada", "rw--") is True
    assert system.may("ada", "w", "/gem") is True
    assert system.may("bob", "r", "/gem") is False
    assert system.delete("/g") is True
    assert system.may("bob", "r", "/gem") is False


@pytest.mark.tags("link", "permission", "missing")
def test_protecting_through_a_link_that_leads_nowhere_is_refused() -> None:
    system = FileSystem()
    system.link("/gone", "/map")
    assert system.protect("/gone", "ada", "rwrw") is False
    assert system.create("/map", "old") is True
    assert system.may("ada", "w", "/map") is False
    assert system.protect("/gone", "ada", "rwrw") is True
    assert system.may("ada", "w", "/map") is True


@pytest.mark.tags("link", "permission", "path")
def test_reach_asks_for_the_folders_of_the_path_without_links() -> None:
    system = FileSystem()
    for folder in ["/a", "/a/b", "/c"]:
        system.create(folder)
    system.create("/a/b/gem", "ruby")
    system.link("/c/l", "/a/b")
    system.link("/g", "/c/l/gem")
    assert system.may("bob", "r", "/g") is True
    for hidden in ["/a", "/a/b"]:
        system.protect(hidden, "ada", "rw--")
        system.protect("/a/b/gem", "ada", "rwrw")
        assert system.may("bob", "r", "/g") is False
        assert system.may("ada", "r", "/c/l/gem") is True
        system.protect(hidden, "ada", "rwr-")
    system.protect("/c", "ada", "----")
    assert system.may("bob", "r", "/g") is True
    assert system.may("bob", "r", "/c/l/gem") is True
    assert system.may("bob", "r", "/c") is False


@pytest.mark.tags("link", "permission")
def test_link_can_lead_to_the_top_folder() -> None:
    system = FileSystem()
    system.create("/town")
    system.link("/town/top", "/")
    assert system.protect("/town/top", "ada", "---w") is True
    assert system.may("bob", "w", "/town/top") is True
    assert system.may("bob", "r", "/town/top") is False
    assert system.may("bob", "w", "/town/top/town") is False
    assert system.create("/town/top/gem", "ruby") is True
    assert system.list_folder("/town/top") == ["gem", "town"]
    assert system.create("/town/top/town/top/gem", "glass") is False


@pytest.mark.tags("inheritance", "link")
def test_inheritance_is_from_the_folder_not_through_a_link() -> None:
    system = FileSystem()
    system.create("/den")
    system.create("/park")
    system.protect("/park", "ada", "rwrw")
    system.link("/park/d", "/den")
    assert system.create("/park/d/gem", "ruby") is True
    assert system.may("bob", "w", "/park/d/gem") is False
    system.protect("/den", "bob", "rwr-")
    assert system.may("bob", "w", "/park/d/gem") is True
    assert system.may("ada", "w", "/park/d/gem") is False


@pytest.mark.tags("link", "refusal")
def test_folder_lists_its_links_and_is_not_empty_with_one() -> None:
    system = FileSystem()
    system.create("/town")
    system.create("/town/map", "old")
    system.link("/town/gone", "/nowhere")
    system.link("/town/self", "/town/self")
    system.link("/town/m", "/town/map")
    assert system.list_folder("/town") == ["gone", "m", "map", "self"]
    for name in ["map", "m", "self"]:
        assert system.delete(f"/town/{name}") is True
    assert system.delete("/town") is False
    assert system.list_folder("/town") == ["gone"]
    assert system.delete("/town/gone") is True
    assert system.delete("/town") is True


@pytest.mark.tags("path", "link")
def test_resolve_answers_the_path_without_links() -> None:
    system = FileSystem()
    system.create("/town")
    system.create("/town/inn")
    system.create("/town/inn/bed", "soft")
    system.link("/t", "/town")
    system.link("/town/b", "/t/inn/bed")
    assert system.resolve("/town") == "/town"
    assert system.resolve("/town/inn/bed") == "/town/inn/bed"
    assert system.resolve("/t") == "/town"
    assert system.resolve("/t/inn") == "/town/inn"
    assert system.resolve("/t/b") == "/town/inn/bed"
    assert system.resolve("/") == "/"
    for path in ["/gone", "/town/gone", "/t/gone", "/town/inn/bed/gone", "/t/b/gone"]:
        assert system.resolve(path) is None


@pytest.mark.tags("isolation", "link")
def test_two_systems_have_their_own_links() -> None:
    one = FileSystem()
    two = FileSystem()
    one.create("/map", "old")
    one.link("/m", "/map")
    two.link("/m", "/map")
    assert one.read("/m") == "old"
    assert two.read("/m") is None
    assert one.broken_links() == []
    assert two.broken_links() == [("/m", "missing")]


@pytest.mark.tags("basics")
def test_arguments_may_be_given_by_name() -> None:
    system = FileSystem()
    assert system.link(target="/gem", path="/g") is True
    assert system.read_link(path="/g") == "/gem"
    assert system.broken_links(limit=1) == [("/g", "missing")]
    system.create("/gem", "ruby")
    assert system.resolve(path="/g") == "/gem"


class Model:
    """Things by whole path; links are written out in the path until none is left in it."""

    def __init__(self) -> None:
        self.things: dict[tuple[str, ...], dict] = {(): {"kind": "folder", "own": ("root", "rwr-")}}

    def walk(self, path: str, follow: bool = True) -> tuple[tuple[str, ...], str]:
        """Where a path leads, and how well: "found", "free", "missing" or "cycle"."""
        at: tuple[str, ...] = ()
        left = split(path)
        for _ in range(60):  # a way that ends does so within ten steps
            if not left:
                return at, "found"
            if self.things[at]["kind"] != "folder":
                return at, "missing"
            at, left = (*at, left[0]), left[1:]
            if at not in self.things:
                return at, "missing" if left else "free"
            if self.things[at]["kind"] == "link" and (left or follow):
                at, left = (), split(self.things[at]["target"]) + left
        return at, "cycle"

    def find(self, path: str) -> tuple[str, ...] | None:
        at, outcome = self.walk(path)
        return at if outcome == "found" else None

    def add(self, path: str, **thing: str | None) -> bool:
        at, outcome = self.walk(path, follow=False)
        if outcome == "free":
            self.things[at] = {"own": None, **thing}
        return outcome == "free"

    def create(self, path: str, content: str | None) -> bool:
        return self.add(path, kind="folder" if content is None else "file", content=content)

    def link(self, path: str, target: str) -> bool:
        return self.add(path, kind="link", target=target)

    def read(self, path: str) -> str | None:
        at = self.find(path)
        return None if at is None else self.things[at].get("content")

    def names_in(self, at: tuple[str, ...]) -> list[str]:
        return sorted(other[-1] for other in self.things if other and other[:-1] == at)

    def list_folder(self, path: str) -> list[str]:
        at = self.find(path)
        return [] if at is None else self.names_in(at)

    def delete(self, path: str) -> bool:
        at, outcome = self.walk(path, follow=False)
        if outcome != "found" or not at or self.names_in(at):
            return False
        del self.things[at]
        return True

    def protect(self, path: str, owner: str, mode: str) -> bool:
        at = self.find(path)
        if at is None:
            return False
        self.things[at]["own"] = (owner, mode)
        return True

    def may(self, user: str, right: str, path: str) -> bool:
        at = self.find(path)
        if at is None:
            return False
        asked = [(at[:end], "r") for end in range(len(at))] + [(at, right)]
        return all(self.grants(user, *each) for each in asked)

    def grants(self, user: str, at: tuple[str, ...], right: str) -> bool:
        climb = [self.things[at[:end]]["own"] for end in range(len(at), -1, -1)]
        owner, mode = next(each for each in climb if each is not None)
        return user == "root" or mode["rw".index(right) + 2 * (user != owner)] == right

    def read_link(self, path: str) -> str | None:
        at, outcome = self.walk(path, follow=False)
        return self.things[at].get("target") if outcome == "found" else None

    def resolve(self, path: str) -> str | None:
        at = self.find(path)
        return None if at is None else "/" + "/".join(at)

    def broken_links(self, limit: int | None) -> list[tuple[str, str]]:
        found = []
        for at, thing in self.things.items():
            outcome = self.walk("/".join(at))[1]
            if thing["kind"] == "link" and outcome != "found":
                found.append(("/" + "/".join(at), "cycle" if outcome == "cycle" else "missing"))
        return sorted(found)[:limit]


def split(path: str) -> tuple[str, ...]:
    return tuple(name for name in path.split("/") if name)


PATHS = ["/", "/a", "/b", "/c", "/a/a", "/a/b", "/b/a", "/b/c", "/c/a", "/a/b/a", "/c/b/a"]
paths = st.sampled_from(PATHS)
some_paths = st.sampled_from(PATHS[1:7])
users = st.sampled_from(["root", "ada", "bob"])
modes = st.sampled_from(["rwrw", "rwr-", "rw--", "rw-w", "--rw"])
creations = st.one_of(
    st.tuples(st.just("create"), some_paths, st.none()),
    st.tuples(st.just("create"), paths, st.sampled_from([None, "x"])),
    st.tuples(st.just("link"), some_paths, paths),
    st.tuples(st.just("link"), paths, paths),
)
calls = st.one_of(
    st.tuples(st.just("read"), paths),
    st.tuples(st.just("list_folder"), paths),
    st.tuples(st.just("delete"), paths),
    st.tuples(st.just("protect"), paths, users, modes),
    st.tuples(st.just("may"), users, st.sampled_from(["r", "w"]), paths),
    st.tuples(st.just("read_link"), paths),
    st.tuples(st.just("resolve"), paths),
    st.tuples(st.just("broken_links"), st.none() | st.integers(0, 3)),
)


@pytest.mark.tags("model", "link", "cycle", "permission")
@model_settings
@given(st.lists(st.one_of(creations, creations, calls), min_size=15, max_size=40))
def test_random_calls_answer_like_the_model(history: list[tuple]) -> None:
    system = FileSystem()
    model = Model()
    for name, *arguments in history:
        assert getattr(system, name)(*arguments) == getattr(model, name)(*arguments)
    for path in PATHS:
        assert system.resolve(path) == model.resolve(path)
        assert system.may("bob", "r", path) is model.may("bob", "r", path)
    assert system.broken_links() == model.broken_links(None)


@pytest.mark.tags("model", "link", "cycle")
@model_settings
@given(st.lists(st.integers(0, 8), min_size=8, max_size=8))
def test_links_among_themselves_lead_to_an_end_or_are_broken(targets: list[int]) -> None:
    system = FileSystem()
    system.create("/0", "end")
    for number, target in enumerate(targets, start=1):
        system.link(f"/{number}", f"/{target}")
    broken = []
    for number in range(1, 9):
        at = number
        for _ in range(9):
            at = targets[at - 1] if at else 0
        assert system.read(f"/{number}") == (None if at else "end")
        broken += [(f"/{number}", "cycle")] if at else []
    assert system.broken_links() == broken
