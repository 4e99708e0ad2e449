"""Level 1, scored: creating, reading, listing and deleting by path."""

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


@pytest.mark.tags("basics", "empty")
def test_new_system_has_only_an_empty_top_folder() -> None:
    system = FileSystem()
    assert system.list_folder("/") == []
    assert system.read("/") is None


@pytest.mark.tags("basics")
def test_create_makes_folders_and_files() -> None:
    system = FileSystem()
    assert system.create("/farm") is True
    assert system.create("/farm/barn") is True
    assert system.create("/farm/barn/cow", "moo") is True
    assert system.create("/gate", "shut") is True
    assert system.list_folder("/") == ["farm", "gate"]
    assert system.list_folder("/farm") == ["barn"]
    assert system.list_folder("/farm/barn") == ["cow"]
    assert system.read("/farm/barn/cow") == "moo"
    assert system.read("/gate") == "shut"


@pytest.mark.tags("refusal", "duplicate")
def test_create_is_refused_where_a_file_is() -> None:
    system = FileSystem()
    system.create("/cow", "moo")
    assert system.create("/cow", "baa") is False
    assert system.create("/cow", "moo") is False
    assert system.create("/cow") is False
    assert system.read("/cow") == "moo"
    assert system.list_folder("/cow") == []


@pytest.mark.tags("refusal", "duplicate")
def test_create_is_refused_where_a_folder_is() -> None:
    system = FileSystem()
    system.create("/farm")
    system.create("/farm/cow", "moo")
    assert system.create("/farm") is False
    assert system.create("/farm", "sold") is False
    assert system.read("/farm") is None
    assert system.list_folder("/farm") == ["cow"]


@pytest.mark.tags("refusal", "missing")
def test_create_is_refused_where_the_folder_is_absent() -> None:
    system = FileSystem()
    assert system.create("/farm/cow", "moo") is False
    assert system.create("/farm/barn") is False
    assert system.create("/farm/barn/cow", "moo") is False
    assert system.list_folder("/") == []
    system.create("/farm")
    assert system.create("/farm/barn/cow", "moo") is False
    assert system.list_folder("/farm") == []


@pytest.mark.tags("refusal", "path")
def test_create_is_refused_below_a_file() -> None:
    system = FileSystem()
    system.create("/cow", "moo")
    system.create("/calf", "")
    assert system.create("/cow/bell", "ding") is False
    assert system.create("/cow/bell") is False
    assert system.create("/calf/bell", "ding") is False
    assert system.create("/cow/bell/sound", "ding") is False
    assert system.read("/cow") == "moo"
    assert system.read("/cow/bell") is None


@pytest.mark.tags("path", "missing")
def test_nothing_is_found_below_a_file() -> None:
    system = FileSystem()
    system.create("/cow", "moo")
    assert system.read("/cow/bell") is None
    assert system.read("/cow/cow") is None
    assert system.list_folder("/cow/bell") == []
    assert system.delete("/cow/bell") is False
    assert system.delete("/cow/bell/sound") is False
    assert system.read("/cow") == "moo"


@pytest.mark.tags("path", "refusal")
def test_top_folder_is_always_there() -> None:
    system = FileSystem()
    assert system.create("/") is False
    assert system.create("/", "top") is False
    assert system.delete("/") is False
    assert system.read("/") is None
    assert system.list_folder("/") == []
    system.create("/farm")
    assert system.delete("/") is False
    assert system.list_folder("/") == ["farm"]


@pytest.mark.tags("missing")
def test_read_answers_none_without_a_file() -> None:
    system = FileSystem()
    system.create("/farm")
    assert system.read("/farm") is None
    assert system.read("/cow") is None
    assert system.read("/farm/cow") is None
    assert system.read("/zoo/cow") is None


@pytest.mark.tags("empty")
def test_empty_content_makes_a_file() -> None:
    system = FileSystem()
    assert system.create("/egg", "") is True
    assert system.read("/egg") == ""
    assert system.list_folder("/egg") == []
    assert system.create("/egg/yolk", "") is False
    assert system.create("/egg", "boiled") is False
    assert system.read("/egg") == ""
    assert system.delete("/egg") is True
    assert system.read("/egg") is None


@pytest.mark.tags("ordering")
def test_list_is_ordered_as_python_compares_strings() -> None:
    system = FileSystem()
    for name in ["é", "b", "a1", "a", "Z", "9", "10", "_", "a b", ".", "~"]:
        system.create(f"/{name}", "x")
    system.create("/aa")
    expected = [".", "10", "9", "Z", "_", "a", "a b", "a1", "aa", "b", "~", "é"]
    assert system.list_folder("/") == expected


@pytest.mark.tags("isolation")
def test_list_names_only_what_the_folder_holds_directly() -> None:
    system = FileSystem()
    system.create("/farm")
    system.create("/farm/barn")
    system.create("/farm/barn/cow", "moo")
    system.create("/farmer", "Jo")
    assert system.list_folder("/") == ["farm", "farmer"]
    assert system.list_folder("/farm") == ["barn"]
    assert system.list_folder("/farm/barn") == ["cow"]


@pytest.mark.tags("missing", "empty")
def test_list_is_empty_where_no_folder_is() -> None:
    system = FileSystem()
    system.create("/farm")
    system.create("/cow", "moo")
    assert system.list_folder("/cow") == []
    assert system.list_folder("/cow/bell") == []
    assert system.list_folder("/farm") == []
    assert system.list_folder("/zoo") == []
    assert system.list_folder("/farm/barn") == []
    assert system.list_folder("/zoo/farm") == []


@pytest.mark.tags("basics")
def test_delete_removes_one_file() -> None:
    system = FileSystem()
    system.create("/farm")
    system.create("/farm/cow", "moo")
    system.create("/farm/hen", "cluck")
    system.create("/cow", "lost")
    assert system.delete("/farm/cow") is True
    assert system.read("/farm/cow") is None
    assert system.list_folder("/farm") == ["hen"]
    assert system.read("/cow") == "lost"


@pytest.mark.tags("refusal")
def test_delete_is_refused_for_a_folder_that_holds_anything() -> None:
    system = FileSystem()
    system.create("/farm")
    system.create("/farm/barn")
    system.create("/farm/barn/cow", "")
    assert system.delete("/farm") is False
    assert system.delete("/farm/barn") is False
    assert system.read("/farm/barn/cow") == ""
    assert system.delete("/farm/barn/cow") is True
    assert system.delete("/farm") is False
    assert system.delete("/farm/barn") is True
    assert system.delete("/farm") is True
    assert system.list_folder("/") == []


@pytest.mark.tags("empty", "isolation")
def test_delete_minds_no_names_that_begin_alike() -> None:
    system = FileSystem()
    system.create("/farm")
    system.create("/farmer", "Jo")
    system.create("/farm.old")
    system.create("/farm.old/cow", "moo")
    assert system.delete("/farm") is True
    assert system.list_folder("/") == ["farm.old", "farmer"]
    assert system.read("/farm.old/cow") == "moo"


@pytest.mark.tags("missing", "refusal")
def test_delete_of_what_is_absent_is_refused() -> None:
    system = FileSystem()
    assert system.delete("/cow") is False
    assert system.delete("/farm/cow") is False
    system.create("/farm")
    system.create("/farm/cow", "moo")
    assert system.delete("/farm/hen") is False
    assert system.delete("/cow") is False
    assert system.delete("/farm/cow") is True
    assert system.delete("/farm/cow") is False


@pytest.mark.tags("overwrite")
def test_deleted_path_can_be_created_as_the_other_kind() -> None:
    system = FileSystem()
    system.create("/farm")
    assert system.delete("/farm") is True
    assert system.create("/farm", "sold") is True
    assert system.read("/farm") == "sold"
    assert system.delete("/farm") is True
    assert system.create("/farm") is True
    assert system.list_folder("/farm") == []
    assert system.create("/farm/cow", "moo") is True


@pytest.mark.tags("path")
def test_dots_are_names_like_any_other() -> None:
    system = FileSystem()
    system.create("/farm")
    assert system.read("/farm/../cow") is None
    assert system.list_folder("/farm/..") == []
    assert system.list_folder("/.") == []
    assert system.create("/farm/..") is True
    assert system.create("/farm/../.", "dot") is True
    assert system.list_folder("/farm") == [".."]
    assert system.list_folder("/farm/..") == ["."]
    assert system.read("/farm/../.") == "dot"
    assert system.delete("/farm/..") is False


@pytest.mark.tags("path", "isolation")
def test_names_and_contents_are_kept_exactly() -> None:
    system = FileSystem()
    system.create("/Farm")
    system.create("/Farm/old cow", " moo\n")
    system.create("/größe", "12 µm")
    system.create("/a\\b|c.d", "marks")
    system.create("/ ", "blank")
    system.create("/Farm/BOX", "wood")
    assert system.list_folder("/farm") == []
    assert system.read("/Farm/old cow") == " moo\n"
    assert system.read("/Farm/Old cow") is None
    assert system.read("/Farm/old cow ") is None
    assert system.read("/größe") == "12 µm"
    assert system.read("/a\\b|c.d") == "marks"
    assert system.read("/ ") == "blank"
    assert system.read("/Farm/BOX") == "wood"
    assert system.list_folder("/Farm") == ["BOX", "old cow"]
    assert system.list_folder("/") == [" ", "Farm", "a\\b|c.d", "größe"]


@pytest.mark.tags("isolation")
def test_same_name_in_two_folders_is_two_things() -> None:
    system = FileSystem()
    system.create("/a")
    system.create("/a/a")
    system.create("/b")
    system.create("/a/cow", "one")
    system.create("/a/a/cow", "two")
    system.create("/b/cow", "three")
    assert system.delete("/a/cow") is True
    assert system.read("/a/a/cow") == "two"
    assert system.read("/b/cow") == "three"


@pytest.mark.tags("isolation")
def test_two_systems_share_nothing() -> None:
    one = FileSystem()
    two = FileSystem()
    one.create("/farm")
    one.create("/farm/cow", "moo")
    assert two.list_folder("/") == []
    assert two.create("/farm", "sold") is True
    assert one.read("/farm/cow") == "moo"
    assert two.delete("/farm") is True
    assert one.list_folder("/farm") == ["cow"]


@pytest.mark.tags("basics")
def test_arguments_may_be_given_by_name() -> None:
    system = FileSystem()
    assert system.create(path="/farm") is True
    assert system.create(content="moo", path="/farm/cow") is True
    assert system.read(path="/farm/cow") == "moo"
    assert system.list_folder(path="/farm") == ["cow"]
    assert system.delete(path="/farm/cow") is True


@pytest.mark.tags("scale", "path")
def test_fifty_names_deep_and_three_hundred_things() -> None:
    system = FileSystem()
    path = ""
    for number in range(50):
        path += f"/{number}"
        assert system.create(path) is True
    assert system.list_folder(path) == []
    assert system.create("/0/file", "shallow") is True
    for number in range(249):
        assert system.create(f"/0/{number:0>3}", f"{number:->100}") is True
    assert system.read("/0/248") == f"{248:->100}"
    names = system.list_folder("/0")
    assert len(names) == 251
    assert names[:2] == ["000", "001"]
    assert names[249:] == ["248", "file"]


class Model:
    """Every folder and file by its whole path."""

    def __init__(self) -> None:
        self.things: dict[tuple[str, ...], str | None] = {(): None}

    def create(self, path: str, content: str | None = None) -> bool:
        names = split(path)
        if names in self.things or self.things.get(names[:-1], "file") is not None:
            return False
        self.things[names] = content
        return True

    def read(self, path: str) -> str | None:
        return self.things.get(split(path))

    def list_folder(self, path: str) -> list[str]:
        names = split(path)
        return sorted(other[-1] for other in self.things if other and other[:-1] == names)

    def delete(self, path: str) -> bool:
        names = split(path)
        if not names or names not in self.things or self.list_folder(path):
            return False
        del self.things[names]
        return True


def split(path: str) -> tuple[str, ...]:
    return tuple(name for name in path.split("/") if name)


names = st.lists(st.sampled_from(["a", "b", ".."]), max_size=3)
paths = names.map(lambda names: "/" + "/".join(names))
calls = st.one_of(
    st.tuples(st.just("create"), paths),
    st.tuples(st.just("create"), paths),
    st.tuples(st.just("create"), paths, st.sampled_from(["", "x"])),
    st.tuples(st.just("read"), paths),
    st.tuples(st.just("list_folder"), paths),
    st.tuples(st.just("delete"), paths),
)


@pytest.mark.tags("model")
@model_settings
@given(st.lists(calls, min_size=10, max_size=30))
def test_random_calls_answer_like_the_model(history: list[tuple[str, ...]]) -> None:
    system = FileSystem()
    model = Model()
    for name, *arguments in history:
        assert getattr(system, name)(*arguments) == getattr(model, name)(*arguments)
    for path in ["/", "/a", "/b", "/a/a", "/a/b", "/..", "/a/.."]:
        assert system.list_folder(path) == model.list_folder(path)
        assert system.read(path) == model.read(path)
