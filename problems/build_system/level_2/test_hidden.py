"""Level 2, scored: order, cycles, failures and what they block."""

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


@pytest.mark.tags("missing")
def test_run_fails_if_an_input_is_absent() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "one")
    builder.declare({"list": ["a.txt", "b.txt"], "other": ["c.txt"]})
    assert builder.run("list") is False
    assert builder.status("list") == "failed"
    assert builder.read("list") is None
    assert builder.run("other") is False
    assert builder.status("other") == "failed"


@pytest.mark.tags("parsing")
def test_run_fails_if_a_word_is_error() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "one")
    builder.write("b.txt", "two\nerror three")
    builder.declare({"list": ["a.txt", "b.txt"], "good": ["a.txt"]})
    assert builder.run("list") is False
    assert builder.status("list") == "failed"
    assert builder.read("list") is None
    assert builder.run("good") is True


@pytest.mark.tags("parsing", "boundary")
def test_words_that_only_look_like_error_do_not_fail() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "errors Error ERROR no-error error: terror")
    builder.declare({"list": ["a.txt"]})
    assert builder.run("list") is True
    assert builder.read("list") == "errors Error ERROR no-error error: terror"


@pytest.mark.tags("overwrite", "recovery")
def test_failed_run_takes_the_output_away_and_the_next_brings_one() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "one")
    builder.declare({"list": ["a.txt"]})
    assert builder.run("list") is True
    builder.write("a.txt", "error")
    assert builder.status("list") == "done"
    assert builder.read("list") == "one"
    assert builder.run("list") is False
    assert builder.read("list") is None
    builder.write("a.txt", "three")
    assert builder.status("list") == "failed"
    assert builder.run("list") is True
    assert builder.status("list") == "done"
    assert builder.read("list") == "three"


@pytest.mark.tags("overwrite")
def test_declaring_again_makes_a_failed_task_new() -> None:
    builder = BuildSystem()
    builder.declare({"bad": ["b.txt"]})
    assert builder.run("bad") is False
    builder.declare({"bad": ["b.txt"]})
    assert builder.status("bad") == "new"


@pytest.mark.tags("empty", "boundary")
def test_empty_content_fails_nothing() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "")
    builder.declare({"list": ["a.txt"]})
    assert builder.run("list") is True
    assert builder.read("list") == ""


@pytest.mark.tags("isolation")
def test_two_build_systems_fail_apart() -> None:
    one = BuildSystem()
    two = BuildSystem()
    one.write("a.txt", "one")
    one.declare({"list": ["a.txt"]})
    two.declare({"list": ["a.txt"]})
    assert two.build() == [("list", "failed")]
    assert one.status("list") == "new"
    assert one.build() == [("list", "done")]
    assert two.status("list") == "failed"


@pytest.mark.tags("graph")
def test_plan_of_one_task_is_the_task_alone() -> None:
    builder = BuildSystem()
    builder.write("oak.txt", "bark")
    assert builder.plan() == []
    builder.declare({"oak": ["oak.txt", "gone.txt"]})
    assert builder.plan() == ["oak"]


@pytest.mark.tags("empty")
def test_nothing_is_built_without_tasks() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "one")
    assert builder.plan() == []
    assert builder.build() == []


@pytest.mark.tags("graph", "ordering")
def test_plan_puts_every_task_after_the_tasks_it_needs() -> None:
    builder = BuildSystem()
    builder.declare({"a": ["b"], "b": ["c"], "c": ["d"], "d": []})
    assert builder.plan() == ["d", "c", "b", "a"]


@pytest.mark.tags("graph")
def test_plan_lists_tasks_that_nothing_needs() -> None:
    builder = BuildSystem()
    builder.declare({"top": ["mid"], "mid": ["low"], "low": [], "aside": ["low"], "alone": []})
    assert builder.plan() == ["alone", "low", "aside", "mid", "top"]


@pytest.mark.tags("graph", "duplicate")
def test_plan_lists_the_foot_of_a_diamond_once() -> None:
    builder = BuildSystem()
    builder.declare({"top": ["left", "right"], "left": ["foot"], "right": ["foot"], "foot": []})
    assert builder.plan() == ["foot", "left", "right", "top"]


@pytest.mark.tags("ordering", "ties")
def test_plan_orders_a_stage_by_name_not_by_declaration_or_input() -> None:
    builder = BuildSystem()
    builder.declare({"top": ["b", "a2", "é", "a10", "B", "a"]})
    builder.declare({"b": [], "a2": [], "a10": [], "é": [], "B": [], "a": []})
    assert builder.plan() == ["B", "a", "a10", "a2", "b", "é", "top"]


@pytest.mark.tags("ordering", "boundary")
def test_plan_ends_a_stage_before_the_next_begins() -> None:
    builder = BuildSystem()
    builder.declare({"z": [], "y": [], "a": ["z"], "m": ["y"], "b": ["a"], "top": ["b", "m", "z"]})
    assert builder.plan() == ["y", "z", "a", "m", "b", "top"]


@pytest.mark.tags("ordering", "boundary")
def test_stage_is_counted_over_the_longest_way() -> None:
    builder = BuildSystem()
    builder.declare({"low": [], "mid": ["low"], "a": ["low", "mid"], "n": ["low"]})
    builder.declare({"top": ["low", "a", "n"]})
    assert builder.plan() == ["low", "mid", "n", "a", "top"]


@pytest.mark.tags("graph", "missing")
def test_files_and_absent_inputs_are_in_no_plan_and_no_stage() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "one")
    builder.declare({"b": ["a.txt", "gone"], "a": ["b", "gone"], "c": []})
    builder.declare({"top": ["gone", "c", "a", "a.txt"]})
    assert builder.plan() == ["b", "c", "a", "top"]


@pytest.mark.tags("missing")
def test_absent_name_can_become_a_task_later() -> None:
    builder = BuildSystem()
    builder.declare({"top": ["later"]})
    assert builder.plan() == ["top"]
    assert builder.build() == [("top", "failed")]
    builder.declare({"later": []})
    assert builder.plan() == ["later", "top"]
    assert builder.build() == [("later", "done"), ("top", "done")]


@pytest.mark.tags("missing")
def test_absent_name_can_become_a_file_later() -> None:
    builder = BuildSystem()
    builder.declare({"top": ["later.txt"]})
    assert builder.build() == [("top", "failed")]
    builder.write("later.txt", "now")
    assert builder.build() == [("top", "done")]
    assert builder.read("top") == "now"


@pytest.mark.tags("duplicate", "graph")
def test_task_named_twice_as_an_input_counts_once() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "one two")
    builder.declare({"top": ["mid", "low", "mid", "low"], "mid": ["low", "low"], "low": ["a.txt"]})
    assert builder.plan() == ["low", "mid", "top"]
    assert builder.build() == [("low", "done"), ("mid", "done"), ("top", "done")]
    assert builder.read("top") == "one two"


@pytest.mark.tags("overwrite", "graph")
def test_declaring_again_changes_the_plan() -> None:
    builder = BuildSystem()
    builder.declare({"top": ["a"], "a": ["b"], "b": []})
    builder.declare({"a": []})
    assert builder.plan() == ["a", "b", "top"]
    builder.declare({"b": ["top"]})
    assert builder.plan() == ["a", "top", "b"]


@pytest.mark.tags("cycle")
def test_plan_leaves_out_what_is_stuck() -> None:
    builder = BuildSystem()
    builder.declare({"a": ["b"], "b": ["c"], "c": ["a", "leaf"], "leaf": ["seed"], "seed": []})
    builder.declare({"free": ["leaf"], "top": ["free", "c"]})
    assert builder.plan() == ["seed", "leaf", "free"]
    builder.declare({"leaf": ["leaf"]})
    assert builder.plan() == ["seed"]


@pytest.mark.tags("cycle", "boundary")
def test_task_that_reads_itself_is_on_a_cycle() -> None:
    builder = BuildSystem()
    builder.declare({"self": ["self"], "user": ["self"], "free": []})
    assert builder.plan() == ["free"]
    assert builder.run("self") is False
    assert builder.status("self") == "blocked"


@pytest.mark.tags("cycle", "graph")
def test_task_on_a_cycle_is_run_if_the_task_it_reads_has_an_output() -> None:
    builder = BuildSystem()
    builder.write("x.txt", "one")
    builder.declare({"a": ["x.txt"], "b": ["a"]})
    assert builder.build() == [("a", "done"), ("b", "done")]
    builder.declare({"a": ["b"]})
    assert builder.plan() == []
    assert builder.run("a") is True
    assert builder.read("a") == "one"


@pytest.mark.tags("cycle", "graph")
def test_what_needs_a_cycle_is_stuck_and_what_a_cycle_needs_is_not() -> None:
    builder = BuildSystem()
    builder.declare({"z": ["y"], "y": ["z", "leaf"], "m": ["z"], "leaf": ["seed"], "seed": []})
    builder.declare({"q": ["r"], "r": ["q"], "b": ["leaf"], "top": ["m", "r", "b"]})
    assert builder.plan() == ["seed", "leaf", "b"]


@pytest.mark.tags("cycle", "recovery")
def test_cycle_can_be_declared_away() -> None:
    builder = BuildSystem()
    builder.declare({"a": ["b"], "b": ["a"]})
    assert builder.build() == []
    builder.declare({"b": []})
    assert builder.build() == [("b", "done"), ("a", "done")]


@pytest.mark.tags("cycle")
def test_build_runs_what_is_not_stuck_and_leaves_the_rest_as_it_is() -> None:
    builder = BuildSystem()
    builder.write("x.txt", "one")
    builder.declare({"leaf": ["x.txt"], "b": ["leaf"], "a": ["b"]})
    assert builder.build() == [("leaf", "done"), ("b", "done"), ("a", "done")]
    builder.write("x.txt", "two")
    builder.declare({"a": ["a", "b"], "top": ["a", "leaf", "bad"], "bad": ["gone"]})
    assert builder.build() == [("bad", "failed"), ("leaf", "done"), ("b", "done")]
    assert builder.read("b") == "two"
    assert builder.status("a") == "new"
    assert builder.status("top") == "new"
    builder.declare({"leaf": ["b"]})
    assert builder.build() == [("bad", "failed")]
    assert builder.status("b") == "done"
    assert builder.read("b") == "two"
    assert builder.run("b") is False
    assert builder.status("b") == "blocked"


@pytest.mark.tags("graph", "basics")
def test_build_lists_every_task_of_the_plan_in_its_order() -> None:
    builder = BuildSystem()
    builder.declare({"top": ["b", "a"], "b": [], "a": ["c"], "c": []})
    assert builder.build() == [("b", "done"), ("c", "done"), ("a", "done"), ("top", "done")]


@pytest.mark.tags("graph", "ordering")
def test_outputs_are_read_in_the_order_of_the_inputs() -> None:
    builder = BuildSystem()
    builder.write("x.txt", "one two two")
    builder.write("y.txt", "four two")
    builder.declare({"x": ["x.txt"], "y": ["y.txt"], "yx": ["y", "x"], "all": ["x", "z.txt", "yx"]})
    builder.write("z.txt", "five one")
    assert builder.build()[-1] == ("all", "done")
    assert builder.read("yx") == "four two one"
    assert builder.read("all") == "one two five four"


@pytest.mark.tags("graph", "overwrite")
def test_build_runs_all_again_with_what_the_files_hold_now() -> None:
    builder = BuildSystem()
    builder.write("x.txt", "one")
    builder.declare({"x": ["x.txt"], "mid": ["x"], "top": ["mid"], "aside": ["x"]})
    assert builder.build()[-1] == ("top", "done")
    assert builder.read("aside") == "one"
    builder.write("x.txt", "two")
    assert builder.build()[-1] == ("top", "done")
    assert builder.read("mid") == "two"
    assert builder.read("top") == "two"
    assert builder.read("aside") == "two"


@pytest.mark.tags("graph")
def test_failed_task_blocks_all_that_need_it() -> None:
    builder = BuildSystem()
    builder.write("x.txt", "error")
    builder.declare({"bad": ["x.txt"], "mid": ["bad", "good"], "good": [], "top": ["good", "mid"]})
    assert builder.build() == [
        ("bad", "failed"),
        ("good", "done"),
        ("mid", "blocked"),
        ("top", "blocked"),
    ]
    assert builder.status("mid") == "blocked"
    assert builder.read("mid") is None
    assert builder.read("top") is None


@pytest.mark.tags("graph")
def test_failure_does_not_end_the_build() -> None:
    builder = BuildSystem()
    builder.write("x.txt", "one")
    builder.declare({"a": ["gone"], "b": ["x.txt"], "c": ["b"], "d": ["gone"], "e": ["a"]})
    builder.declare({"top": ["e", "d", "c"]})
    assert builder.build() == [
        ("a", "failed"),
        ("b", "done"),
        ("d", "failed"),
        ("c", "done"),
        ("e", "blocked"),
        ("top", "blocked"),
    ]
    assert builder.read("c") == "one"


@pytest.mark.tags("graph", "overwrite")
def test_failed_and_blocked_tasks_lose_their_outputs() -> None:
    builder = BuildSystem()
    builder.write("x.txt", "one")
    builder.declare({"low": ["x.txt"], "mid": ["low"], "top": ["mid"]})
    assert builder.build()[-1] == ("top", "done")
    builder.write("x.txt", "error")
    assert builder.build() == [("low", "failed"), ("mid", "blocked"), ("top", "blocked")]
    assert builder.read("low") is None
    assert builder.read("mid") is None
    assert builder.read("top") is None


@pytest.mark.tags("graph", "recovery")
def test_blocked_tasks_run_again_when_the_cause_is_mended() -> None:
    builder = BuildSystem()
    builder.declare({"low": ["x.txt"], "mid": ["low"], "top": ["mid"]})
    assert builder.build() == [("low", "failed"), ("mid", "blocked"), ("top", "blocked")]
    builder.write("x.txt", "one")
    assert builder.build() == [("low", "done"), ("mid", "done"), ("top", "done")]
    assert builder.read("top") == "one"


@pytest.mark.tags("graph", "empty")
def test_empty_output_blocks_nothing() -> None:
    builder = BuildSystem()
    builder.write("x.txt", " \n")
    builder.declare({"low": ["x.txt"], "mid": ["low"], "top": ["mid", "none"], "none": []})
    assert builder.build()[-1] == ("top", "done")
    assert builder.read("top") == ""


@pytest.mark.tags("graph", "boundary")
def test_task_is_blocked_not_failed_even_if_another_input_is_absent_or_an_error() -> None:
    builder = BuildSystem()
    builder.write("bad.txt", "error")
    builder.declare({"new": [], "a": ["gone", "new"], "b": ["new", "bad.txt"]})
    assert builder.run("a") is False
    assert builder.status("a") == "blocked"
    assert builder.run("b") is False
    assert builder.status("b") == "blocked"
    assert builder.run("new") is True
    assert builder.run("a") is False
    assert builder.status("a") == "failed"
    assert builder.run("b") is False
    assert builder.status("b") == "failed"


@pytest.mark.tags("graph")
def test_run_runs_only_the_one_task() -> None:
    builder = BuildSystem()
    builder.write("x.txt", "one")
    builder.declare({"low": ["x.txt"], "top": ["low"]})
    assert builder.run("top") is False
    assert builder.status("top") == "blocked"
    assert builder.status("low") == "new"
    assert builder.run("low") is True
    assert builder.run("top") is True
    builder.write("x.txt", "two")
    assert builder.run("top") is True
    assert builder.read("top") == "one"
    assert builder.read("low") == "one"


@pytest.mark.tags("graph", "overwrite")
def test_task_declared_anew_blocks_those_that_read_it() -> None:
    builder = BuildSystem()
    builder.declare({"low": [], "top": ["low"]})
    assert builder.build()[-1] == ("top", "done")
    builder.declare({"low": []})
    assert builder.status("top") == "done"
    assert builder.run("top") is False
    assert builder.status("top") == "blocked"
    assert builder.read("top") is None


@pytest.mark.tags("basics")
def test_plan_only_looks() -> None:
    builder = BuildSystem()
    builder.declare({"low": [], "top": ["low"], "a": ["a"]})
    assert builder.plan() == ["low", "top"]
    assert builder.plan() == ["low", "top"]
    assert [builder.status(name) for name in ["low", "top", "a"]] == ["new", "new", "new"]


def chain(length: int) -> dict[str, list[str]]:
    """Each task reads the next, the last one the seed: all names run against the order."""
    names = [f"t{number:04}" for number in range(1, length + 1)]
    return {name: [read] for name, read in zip(names, [*names[1:], "seed.txt"], strict=True)}


def ladder(stages: int) -> dict[str, list[str]]:
    """Two tasks a stage, each of which reads both of the stage before."""
    tasks = {"a0": ["seed.txt"], "b0": ["seed.txt"]}
    for stage in range(1, stages):
        tasks[f"a{stage}"] = tasks[f"b{stage}"] = [f"a{stage - 1}", f"b{stage - 1}"]
    return tasks


@pytest.mark.tags("scale", "graph")
def test_plan_of_a_chain_of_five_thousand_tasks() -> None:
    builder = BuildSystem()
    tasks = chain(5_000)
    builder.declare(tasks)
    assert builder.plan() == [*reversed(tasks)]


@pytest.mark.tags("scale", "graph")
def test_build_of_a_chain_of_fifteen_hundred_tasks() -> None:
    builder = BuildSystem()
    tasks = chain(1_500)
    builder.write("seed.txt", "one two")
    builder.declare(tasks)
    assert builder.build() == [(name, "done") for name in reversed(tasks)]
    assert builder.read("t0001") == "one two"


@pytest.mark.tags("scale", "cycle")
def test_plan_beside_a_cycle_of_fifteen_hundred_tasks() -> None:
    builder = BuildSystem()
    tasks = chain(1_500)
    tasks["t1500"] = ["t0001"]
    builder.declare({**tasks, "free": ["seed.txt"]})
    assert builder.plan() == ["free"]


@pytest.mark.tags("scale", "graph")
def test_build_of_a_ladder_with_two_to_the_hundred_paths() -> None:
    builder = BuildSystem()
    builder.write("seed.txt", "one")
    builder.declare(ladder(101))
    answer = builder.build()
    assert len(answer) == 202
    assert answer[-3:] == [("b99", "done"), ("a100", "done"), ("b100", "done")]


@pytest.mark.tags("scale", "graph")
def test_plan_of_wide_stages_with_twenty_thousand_inputs() -> None:
    builder = BuildSystem()
    stages = [[f"s{stage}n{number:02}" for number in range(50)] for stage in range(9)]
    tasks: dict[str, list[str]] = {name: [] for name in stages[0]}
    for below, stage in zip(stages, stages[1:], strict=False):
        tasks |= {name: below for name in stage}
    builder.declare(tasks)
    assert builder.plan() == sum(stages, [])


class Model:
    """Answers from the definitions, with no care for speed."""

    def __init__(self) -> None:
        self.inputs: dict[str, list[str]] = {}
        self.state: dict[str, tuple[str, str | None]] = {}
        self.files: dict[str, str] = {}

    def write(self, name: str, content: str) -> None:
        self.files[name] = content

    def declare(self, tasks: dict[str, list[str]]) -> None:
        self.inputs |= tasks
        self.state |= {name: ("new", None) for name in tasks}

    def needs(self, name: str) -> set[str]:
        found: set[str] = set()
        while True:
            new = {
                other
                for user in found | {name}
                for other in self.inputs.get(user, [])
                if other in self.inputs
            } - found
            if not new:
                return found
            found |= new

    def stage(self, name: str) -> int:
        return max([self.stage(x) + 1 for x in self.inputs[name] if x in self.inputs], default=0)

    def plan(self) -> list[str]:
        looped = {name for name in self.inputs if name in self.needs(name)}
        free = [name for name in self.inputs if not (self.needs(name) | {name}) & looped]
        return sorted(free, key=lambda name: (self.stage(name), name))

    def run(self, name: str) -> bool:
        if name not in self.inputs:
            return False
        sources = self.inputs[name]
        if any(other in self.state and self.state[other][1] is None for other in sources):
            self.state[name] = ("blocked", None)
            return False
        text: list[str] = []
        for source in sources:
            content = self.state[source][1] if source in self.state else self.files.get(source)
            text += ["error"] if content is None else content.split()
        failed = "error" in text
        output = " ".join(sorted(set(text), key=text.index))
        self.state[name] = ("failed", None) if failed else ("done", output)
        return not failed

    def build(self) -> list[tuple[str, str]]:
        for name in self.plan():
            self.run(name)
        return [(name, self.state[name][0]) for name in self.plan()]

    def status(self, name: str) -> str | None:
        return self.state[name][0] if name in self.state else None

    def read(self, name: str) -> str | None:
        return self.state[name][1] if name in self.state else self.files.get(name)


names = st.sampled_from(["a", "b", "c", "d", "e"])
files = st.sampled_from(["x", "y"])
acyclic = st.fixed_dictionaries(
    {},
    optional={
        name: st.lists(st.sampled_from([*"abcde"[:place], "x", "y"]), max_size=3)
        for place, name in enumerate("abcde")
    },
)
declarations = st.one_of(
    acyclic, acyclic, st.dictionaries(names, st.lists(names, max_size=2), max_size=1)
)
calls = st.one_of(
    st.tuples(st.just("declare"), declarations),
    st.tuples(st.just("write"), files, st.sampled_from(["p q", "q", "", "error", "r p"])),
    st.tuples(st.just("plan")),
    st.tuples(st.just("run"), names),
    st.tuples(st.just("build")),
    st.tuples(st.just("build")),
)


@pytest.mark.tags("model", "graph", "cycle")
@model_settings
@given(acyclic, st.lists(calls, max_size=20))
def test_random_calls_answer_like_the_model(
    first: dict[str, list[str]], history: list[tuple]
) -> None:
    builder = BuildSystem()
    model = Model()
    for name, *arguments in [("write", "x", "p"), ("declare", first), *history]:
        assert getattr(builder, name)(*arguments) == getattr(model, name)(*arguments)
    for name in "abcde":
        assert builder.status(name) == model.status(name)
        assert builder.read(name) == model.read(name)
    assert builder.plan() == model.plan()
