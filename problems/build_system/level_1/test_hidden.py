"""Level 1, scored: files, tasks and single runs."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from solution import BuildSystem

model_settings = settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.tags("basics")
def test_write_and_declare_answer_none() -> None:
    builder = BuildSystem()
    assert builder.write("a.txt", "one") is None
    assert builder.write("a.txt", "two") is None
    assert builder.declare({"list": ["a.txt"], "copy": ["a.txt"]}) is None
    assert builder.declare({"list": ["a.txt"]}) is None
    assert builder.declare({}) is None


@pytest.mark.tags("basics")
def test_file_is_read_exactly_as_written() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "  one\n\ntwo, Two one\t")
    assert builder.read("a.txt") == "  one\n\ntwo, Two one\t"
    builder.write("a.TXT", "other")
    assert builder.read("a.txt") == "  one\n\ntwo, Two one\t"
    assert builder.read("a.TXT") == "other"


@pytest.mark.tags("overwrite")
def test_writing_again_replaces_the_content() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "one")
    builder.write("b.txt", "two")
    builder.write("a.txt", "three")
    assert builder.read("a.txt") == "three"
    assert builder.read("b.txt") == "two"


@pytest.mark.tags("basics")
def test_every_task_of_the_dictionary_is_declared() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "one")
    builder.write("b.txt", "two")
    builder.declare({"first": ["a.txt"], "second": ["b.txt"]})
    builder.declare({"third": ["b.txt"]})
    for name in ["first", "second", "third"]:
        assert builder.status(name) == "new"
        assert builder.run(name) is True
    assert builder.read("first") == "one"
    assert builder.read("second") == "two"
    assert builder.read("third") == "two"


@pytest.mark.tags("basics")
def test_new_task_has_no_output() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "one")
    builder.declare({"list": ["a.txt"]})
    assert builder.status("list") == "new"
    assert builder.read("list") is None


@pytest.mark.tags("ordering")
def test_words_come_in_the_order_of_the_inputs() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "one two")
    builder.write("b.txt", "four three")
    builder.declare({"ab": ["a.txt", "b.txt"], "ba": ["b.txt", "a.txt"]})
    assert builder.run("ab") is True
    assert builder.run("ba") is True
    assert builder.read("ab") == "one two four three"
    assert builder.read("ba") == "four three one two"


@pytest.mark.tags("parsing")
def test_words_are_split_at_any_white_space_and_joined_by_single_spaces() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "\n one\t two\r\nthree \u3000four\n")
    builder.write("b.txt", " five")
    builder.declare({"list": ["a.txt", "b.txt"]})
    assert builder.run("list") is True
    assert builder.read("list") == "one two three four five"


@pytest.mark.tags("parsing")
def test_the_end_of_a_content_ends_a_word() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "er")
    builder.write("b.txt", "ror")
    builder.declare({"list": ["a.txt", "b.txt"]})
    assert builder.run("list") is True
    assert builder.read("list") == "er ror"


@pytest.mark.tags("duplicate", "ordering")
def test_a_word_is_kept_once_at_its_first_place() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "pear fig pear")
    builder.write("b.txt", "apple fig Fig")
    builder.declare({"list": ["a.txt", "b.txt"]})
    assert builder.run("list") is True
    assert builder.read("list") == "pear fig apple Fig"


@pytest.mark.tags("empty")
def test_empty_content_is_not_absent() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "")
    assert builder.read("a.txt") == ""
    builder.declare({"list": ["a.txt"]})
    assert builder.run("list") is True
    assert builder.status("list") == "done"
    assert builder.read("list") == ""


@pytest.mark.tags("empty")
def test_task_without_inputs_is_done_with_an_empty_output() -> None:
    builder = BuildSystem()
    builder.declare({"nothing": []})
    assert builder.status("nothing") == "new"
    assert builder.run("nothing") is True
    assert builder.status("nothing") == "done"
    assert builder.read("nothing") == ""


@pytest.mark.tags("overwrite")
def test_writing_a_file_does_not_touch_the_task() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "one")
    builder.declare({"list": ["a.txt"]})
    assert builder.run("list") is True
    builder.write("a.txt", "two")
    assert builder.status("list") == "done"
    assert builder.read("list") == "one"
    assert builder.run("list") is True
    builder.write("a.txt", "three")
    assert builder.status("list") == "done"
    assert builder.read("list") == "two"


@pytest.mark.tags("overwrite")
def test_each_run_replaces_what_the_last_one_left() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "one")
    builder.declare({"list": ["a.txt"]})
    assert builder.run("list") is True
    builder.write("a.txt", "two")
    assert builder.run("list") is True
    assert builder.read("list") == "two"
    builder.write("a.txt", "")
    assert builder.run("list") is True
    assert builder.read("list") == ""
    builder.write("a.txt", "three")
    assert builder.run("list") is True
    assert builder.status("list") == "done"
    assert builder.read("list") == "three"


@pytest.mark.tags("overwrite")
def test_declaring_again_makes_the_task_new_with_the_new_inputs_only() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "one")
    builder.write("b.txt", "two")
    builder.declare({"list": ["a.txt"], "other": ["a.txt"]})
    assert builder.run("list") is True
    assert builder.run("other") is True
    builder.declare({"list": ["b.txt"]})
    assert builder.status("list") == "new"
    assert builder.read("list") is None
    assert builder.status("other") == "done"
    assert builder.run("list") is True
    assert builder.read("list") == "two"


@pytest.mark.tags("overwrite")
def test_declaring_again_with_the_same_inputs_makes_the_task_new() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "one")
    builder.declare({"list": ["a.txt"], "none": []})
    assert builder.run("list") is True
    assert builder.run("none") is True
    builder.declare({"list": ["a.txt"], "none": []})
    assert builder.status("list") == "new"
    assert builder.status("none") == "new"
    assert builder.read("none") is None
    assert builder.read("list") is None


@pytest.mark.tags("basics", "isolation")
def test_run_touches_no_other_task_and_no_file() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "one x one")
    builder.declare({"list": ["a.txt"], "other": ["a.txt"]})
    assert builder.run("list") is True
    assert builder.status("other") == "new"
    assert builder.read("other") is None
    assert builder.read("a.txt") == "one x one"


@pytest.mark.tags("missing")
def test_file_may_be_written_after_the_task_is_declared() -> None:
    builder = BuildSystem()
    builder.declare({"list": ["a.txt"]})
    builder.write("a.txt", "one")
    assert builder.status("list") == "new"
    assert builder.run("list") is True
    assert builder.read("list") == "one"


@pytest.mark.tags("duplicate")
def test_input_named_twice_counts_once() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "one two")
    builder.write("b.txt", "three one")
    builder.declare({"list": ["a.txt", "b.txt", "a.txt"]})
    assert builder.run("list") is True
    assert builder.read("list") == "one two three"


@pytest.mark.tags("missing", "refusal")
def test_names_that_are_absent_are_refused() -> None:
    builder = BuildSystem()
    assert builder.run("list") is False
    assert builder.status("list") is None
    assert builder.read("list") is None
    builder.declare({"list": ["a.txt"]})
    assert builder.run("a.txt") is False
    assert builder.status("a.txt") is None
    assert builder.read("a.txt") is None
    assert builder.run("List") is False


@pytest.mark.tags("missing", "refusal")
def test_a_file_has_no_status_and_cannot_be_run() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "one two")
    assert builder.run("a.txt") is False
    assert builder.status("a.txt") is None
    assert builder.read("a.txt") == "one two"


@pytest.mark.tags("refusal")
def test_refused_calls_change_nothing() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "one")
    builder.declare({"list": ["a.txt"]})
    assert builder.run("list") is True
    assert builder.run("a.txt") is False
    assert builder.run("b.txt") is False
    assert builder.read("b.txt") is None
    assert builder.status("b.txt") is None
    assert builder.status("list") == "done"
    assert builder.read("list") == "one"
    assert builder.read("a.txt") == "one"


@pytest.mark.tags("isolation")
def test_two_build_systems_share_nothing() -> None:
    one = BuildSystem()
    two = BuildSystem()
    one.write("a.txt", "one")
    one.declare({"list": ["a.txt"]})
    assert two.read("a.txt") is None
    assert two.status("list") is None
    two.declare({"list": []})
    assert one.run("list") is True
    assert two.status("list") == "new"
    assert two.run("list") is True
    assert one.read("list") == "one"
    assert two.read("list") == ""


@pytest.mark.tags("basics")
def test_arguments_may_be_given_by_name() -> None:
    builder = BuildSystem()
    assert builder.write(content="one", name="a.txt") is None
    assert builder.declare(tasks={"list": ["a.txt"]}) is None
    assert builder.run(name="list") is True
    assert builder.status(name="list") == "done"
    assert builder.read(name="list") == "one"


@pytest.mark.tags("scale")
def test_a_thousand_names_are_kept_apart() -> None:
    builder = BuildSystem()
    for number in range(100):
        builder.write(f"file {number}", f"{number} " + "x" * 900)
    builder.declare({f"task {number}": [f"file {number % 100}"] for number in range(900)})
    for number in range(0, 900, 37):
        assert builder.run(f"task {number}") is True
        assert builder.read(f"task {number}") == f"{number % 100} " + "x" * 900
    assert builder.status("task 1") == "new"


class Model:
    """Contents of files, and for every task its inputs, status and output."""

    def __init__(self) -> None:
        self.files: dict[str, str] = {}
        self.tasks: dict[str, tuple[list[str], str, str | None]] = {}

    def write(self, name: str, content: str) -> None:
        self.files[name] = content

    def declare(self, tasks: dict[str, list[str]]) -> None:
        for name, inputs in tasks.items():
            self.tasks[name] = (inputs, "new", None)

    def run(self, name: str) -> bool:
        if name not in self.tasks:
            return False
        inputs = self.tasks[name][0]
        kept: list[str] = []
        for word in " ".join(self.files[each] for each in inputs).split():
            if word not in kept:
                kept.append(word)
        self.tasks[name] = (inputs, "done", " ".join(kept))
        return True

    def status(self, name: str) -> str | None:
        return self.tasks[name][1] if name in self.tasks else None

    def read(self, name: str) -> str | None:
        return self.tasks[name][2] if name in self.tasks else self.files.get(name)


files = st.sampled_from(["a", "b", "c"])
tasks = st.sampled_from(["t", "u"])
words = st.sampled_from(["x", "y", "X", "z", "y", "zz", ""])
contents = st.lists(words, max_size=4).map(" ".join)
calls = st.one_of(
    st.tuples(st.just("write"), files, contents),
    st.tuples(st.just("write"), files, contents),
    st.tuples(st.just("declare"), st.dictionaries(tasks, st.lists(files, max_size=3))),
    st.tuples(st.just("run"), tasks),
    st.tuples(st.just("run"), tasks | files),
    st.tuples(st.just("status"), tasks | files),
    st.tuples(st.just("read"), tasks | files),
)


@pytest.mark.tags("model")
@model_settings
@given(st.lists(calls, max_size=25))
def test_random_calls_answer_like_the_model(history: list[tuple]) -> None:
    builder = BuildSystem()
    model = Model()
    start = [("write", name, f"z {name}") for name in ["a", "b", "c"]]
    for name, *arguments in [*start, *history]:
        assert getattr(builder, name)(*arguments) == getattr(model, name)(*arguments)
    for name in ["t", "u"]:
        assert builder.run(name) == model.run(name)
        assert builder.status(name) == model.status(name)
        assert builder.read(name) == model.read(name)
