"""Level 3, scored: running only what must run, and why."""

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


def kitchen() -> BuildSystem:
    """Return soup and salad, which both read stock, and dinner, which reads both."""
    builder = BuildSystem()
    builder.write("stock.txt", "water salt")
    builder.write("soup.txt", "leek")
    builder.write("salad.txt", "cress")
    builder.declare(
        {
            "dinner": ["soup", "salad"],
            "salad": ["salad.txt", "stock"],
            "soup": ["stock", "soup.txt"],
            "stock": ["stock.txt"],
        }
    )
    return builder


@pytest.mark.tags("graph")
def test_plan_leaves_out_what_the_target_does_not_need() -> None:
    builder = BuildSystem()
    builder.declare({"top": ["mid"], "mid": ["low"], "low": [], "aside": ["low"], "above": ["top"]})
    assert builder.plan("mid") == ["low", "mid"]
    assert builder.plan("low") == ["low"]
    assert builder.plan("top") == ["low", "mid", "top"]


@pytest.mark.tags("missing", "refusal")
def test_what_is_not_a_task_is_no_target() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "one")
    builder.declare({"top": ["a.txt", "gone"]})
    for name in ["a.txt", "gone", "other"]:
        assert builder.plan(name) == []
        assert builder.stuck(name) == []
        assert builder.build(name) == []
    assert builder.status("top") == "new"


@pytest.mark.tags("cycle", "ordering")
def test_stuck_lists_cycles_and_what_needs_them_by_name() -> None:
    builder = BuildSystem()
    builder.declare({"z": ["y"], "y": ["z", "leaf"], "m": ["z"], "leaf": ["seed"], "seed": []})
    builder.declare({"q": ["r"], "r": ["q"], "b": ["leaf"], "top": ["m", "r", "b"]})
    assert builder.stuck("top") == ["m", "q", "r", "top", "y", "z"]


@pytest.mark.tags("cycle")
def test_stuck_looks_only_at_what_the_target_needs() -> None:
    builder = BuildSystem()
    builder.declare({"a": ["b"], "b": ["a"], "user": ["a"], "c": ["c"], "free": []})
    assert builder.stuck("a") == ["a", "b"]
    assert builder.stuck("user") == ["a", "b", "user"]
    assert builder.stuck("free") == []


@pytest.mark.tags("basics")
def test_target_may_be_given_by_name() -> None:
    builder = BuildSystem()
    builder.declare({"top": []})
    assert builder.plan(target="top") == ["top"]
    assert builder.stuck(target="top") == []
    assert builder.build(target="top") == [("top", "done")]


@pytest.mark.tags("graph", "isolation")
def test_build_of_a_target_leaves_other_tasks_alone() -> None:
    builder = kitchen()
    builder.declare({"tea": ["stock"]})
    assert builder.build("tea") == [("stock", "done"), ("tea", "done")]
    assert builder.status("soup") == "new"
    assert builder.build("salad") == [("stock", "done"), ("salad", "done")]
    assert builder.read("soup") is None


@pytest.mark.tags("graph")
def test_without_a_target_all_tasks_are_planned_and_built() -> None:
    builder = kitchen()
    builder.declare({"tea": [], "loop": ["loop"]})
    names = ["stock", "tea", "salad", "soup", "dinner"]
    assert builder.plan() == builder.plan(None) == names
    assert builder.build() == [(name, "done") for name in names]
    assert builder.build(target=None) == [(name, "done") for name in names]
    assert builder.update("dinner") == []


@pytest.mark.tags("cycle")
def test_plan_of_a_target_leaves_out_what_is_stuck() -> None:
    builder = BuildSystem()
    builder.declare({"a": ["b"], "b": ["c"], "c": ["a", "leaf"], "leaf": ["seed"], "seed": []})
    builder.declare({"free": ["leaf"], "top": ["free", "c"]})
    assert builder.plan("a") == ["seed", "leaf"]
    assert builder.plan("top") == ["seed", "leaf", "free"]
    builder.declare({"leaf": ["leaf"]})
    assert builder.plan("a") == []
    assert builder.stuck("free") == ["free", "leaf"]


@pytest.mark.tags("cycle", "isolation")
def test_stuck_only_looks() -> None:
    builder = BuildSystem()
    builder.declare({"a": ["a", "low"], "low": []})
    assert builder.stuck("a") == ["a"]
    assert builder.stuck("a") == ["a"]
    assert builder.status("a") == builder.status("low") == "new"


@pytest.mark.tags("parsing")
def test_words_that_begin_with_a_hash_are_left_out() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "#one two # three c# #")
    builder.declare({"list": ["a.txt"]})
    assert builder.run("list") is True
    assert builder.read("list") == "two three c#"


@pytest.mark.tags("parsing", "boundary")
def test_error_after_a_lone_hash_is_a_word_of_its_own() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "one # error")
    builder.write("b.txt", "one #error")
    builder.declare({"list": ["a.txt"], "good": ["b.txt"]})
    assert builder.run("list") is False
    assert builder.status("list") == "failed"
    assert builder.run("good") is True
    assert builder.read("good") == "one"


@pytest.mark.tags("empty")
def test_task_whose_words_are_all_comments_has_an_empty_output() -> None:
    builder = BuildSystem()
    builder.write("a.txt", " #one #two \n")
    builder.declare({"list": ["a.txt"]})
    assert builder.run("list") is True
    assert builder.status("list") == "done"
    assert builder.read("list") == ""


@pytest.mark.tags("cache")
def test_first_update_runs_the_whole_plan_because_it_is_new() -> None:
    builder = kitchen()
    assert builder.update("dinner") == [
        ("stock", "new", []),
        ("salad", "new", []),
        ("soup", "new", []),
        ("dinner", "new", []),
    ]
    assert builder.read("dinner") == "water salt leek cress"
    assert builder.status("dinner") == "done"


@pytest.mark.tags("cache")
def test_second_update_runs_nothing() -> None:
    builder = kitchen()
    builder.update("dinner")
    assert builder.update("dinner") == []
    assert builder.update("soup") == []
    assert builder.read("dinner") == "water salt leek cress"
    assert builder.status("soup") == "done"


@pytest.mark.tags("cache", "graph")
def test_update_looks_only_at_what_the_target_needs() -> None:
    builder = kitchen()
    assert builder.update("soup") == [("stock", "new", []), ("soup", "new", [])]
    assert builder.status("salad") == "new"
    assert builder.status("dinner") == "new"
    assert builder.update("dinner") == [("salad", "new", []), ("dinner", "new", [])]


@pytest.mark.tags("cache")
def test_changed_file_runs_what_reads_it_and_what_reads_that() -> None:
    builder = kitchen()
    builder.update("dinner")
    builder.write("salad.txt", "rocket")
    assert builder.update("dinner") == [
        ("salad", "inputs", ["salad.txt"]),
        ("dinner", "inputs", ["salad"]),
    ]
    assert builder.read("dinner") == "water salt leek rocket"


@pytest.mark.tags("cache", "graph")
def test_foot_of_a_diamond_is_run_once() -> None:
    builder = kitchen()
    builder.update("dinner")
    builder.write("stock.txt", "water pepper")
    assert builder.update("dinner") == [
        ("stock", "inputs", ["stock.txt"]),
        ("salad", "inputs", ["stock"]),
        ("soup", "inputs", ["stock"]),
        ("dinner", "inputs", ["soup", "salad"]),
    ]
    assert builder.read("dinner") == "water pepper leek cress"


@pytest.mark.tags("cache", "ordering")
def test_changed_inputs_are_listed_in_the_order_of_the_inputs() -> None:
    builder = BuildSystem()
    for name in ["b", "c", "a", "d"]:
        builder.write(name, name + name)
    builder.declare({"all": ["c", "a", "d", "b"]})
    builder.update("all")
    builder.write("a", "x")
    builder.write("b", "y")
    builder.write("c", "z")
    assert builder.update("all") == [("all", "inputs", ["c", "a", "b"])]


@pytest.mark.tags("cache", "overwrite")
def test_writing_the_same_content_changes_nothing() -> None:
    builder = kitchen()
    builder.update("dinner")
    builder.write("soup.txt", "leek")
    assert builder.update("dinner") == []


@pytest.mark.tags("cache", "overwrite")
def test_content_changed_and_changed_back_is_the_same() -> None:
    builder = kitchen()
    builder.update("dinner")
    builder.write("soup.txt", "onion")
    builder.write("soup.txt", "leek")
    assert builder.update("dinner") == []


@pytest.mark.tags("cache")
def test_contents_are_compared_character_by_character() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "one two")
    builder.declare({"a": ["a.txt"]})
    builder.update("a")
    for content in ["one  two", "one two ", "two one", "one two\n"]:
        builder.write("a.txt", content)
        assert builder.update("a") == [("a", "inputs", ["a.txt"])]


@pytest.mark.tags("cache", "boundary")
def test_change_ends_where_the_output_stays_the_same() -> None:
    builder = kitchen()
    builder.update("dinner")
    builder.write("stock.txt", "water #sea salt")
    assert builder.update("dinner") == [("stock", "inputs", ["stock.txt"])]
    assert builder.update("dinner") == []
    builder.write("soup.txt", "leek salt")
    assert builder.update("dinner") == [("soup", "inputs", ["soup.txt"])]
    builder.write("salad.txt", "leek cress")
    assert builder.update("dinner") == [
        ("salad", "inputs", ["salad.txt"]),
        ("dinner", "inputs", ["salad"]),
    ]
    assert builder.read("dinner") == "water salt leek cress"


@pytest.mark.tags("cache", "boundary")
def test_only_the_last_success_is_remembered() -> None:
    builder = kitchen()
    builder.update("soup")
    builder.write("soup.txt", "onion")
    builder.update("soup")
    builder.write("soup.txt", "leek")
    assert builder.update("soup") == [("soup", "inputs", ["soup.txt"])]


@pytest.mark.tags("cache", "graph")
def test_changes_add_up_until_the_task_is_run() -> None:
    builder = kitchen()
    builder.update("dinner")
    builder.write("stock.txt", "wine")
    assert builder.update("soup") == [
        ("stock", "inputs", ["stock.txt"]),
        ("soup", "inputs", ["stock"]),
    ]
    builder.write("salad.txt", "rocket")
    assert builder.update("dinner") == [
        ("salad", "inputs", ["salad.txt", "stock"]),
        ("dinner", "inputs", ["soup", "salad"]),
    ]


@pytest.mark.tags("cache", "graph")
def test_task_run_by_itself_is_remembered() -> None:
    builder = kitchen()
    assert builder.run("stock") is True
    assert builder.run("soup") is True
    assert builder.update("soup") == []
    builder.write("stock.txt", "wine")
    assert builder.run("stock") is True
    assert builder.update("soup") == [("soup", "inputs", ["stock"])]


@pytest.mark.tags("cache", "graph")
def test_build_remembers_and_runs_whatever_holds() -> None:
    builder = kitchen()
    assert builder.build("dinner")[-1] == ("dinner", "done")
    assert builder.update("dinner") == []
    builder.write("stock.txt", "wine")
    assert builder.build("soup") == [("stock", "done"), ("soup", "done")]
    assert builder.update("soup") == []
    assert builder.build("soup") == [("stock", "done"), ("soup", "done")]
    builder.write("soup.txt", "error")
    assert builder.build("soup") == [("stock", "done"), ("soup", "failed")]


@pytest.mark.tags("cache")
def test_failed_run_is_listed_and_blocked_tasks_are_not() -> None:
    builder = kitchen()
    builder.update("dinner")
    builder.write("stock.txt", "error")
    assert builder.update("dinner") == [("stock", "inputs", ["stock.txt"])]
    assert builder.status("stock") == "failed"
    for name in ["soup", "salad", "dinner"]:
        assert builder.status(name) == "blocked"
        assert builder.read(name) is None


@pytest.mark.tags("cache")
def test_tasks_that_nothing_blocks_are_updated_despite_a_failure() -> None:
    builder = kitchen()
    builder.write("soup.txt", "error")
    assert builder.update("dinner") == [
        ("stock", "new", []),
        ("salad", "new", []),
        ("soup", "new", []),
    ]
    assert builder.read("salad") == "cress water salt"
    assert builder.status("dinner") == "blocked"


@pytest.mark.tags("cache", "recovery")
def test_failed_task_is_run_at_every_update() -> None:
    builder = kitchen()
    builder.write("stock.txt", "error")
    assert builder.update("soup") == [("stock", "new", [])]
    assert builder.update("soup") == [("stock", "new", [])]
    builder.write("stock.txt", "water")
    assert builder.update("soup") == [("stock", "new", []), ("soup", "new", [])]
    builder.write("stock.txt", "error")
    assert builder.update("soup") == [("stock", "inputs", ["stock.txt"])]
    assert builder.update("soup") == [("stock", "inputs", ["stock.txt"])]
    assert builder.status("soup") == "blocked"


@pytest.mark.tags("cache", "recovery")
def test_lost_outputs_come_back_without_a_run() -> None:
    builder = kitchen()
    builder.update("dinner")
    builder.write("stock.txt", "error")
    builder.update("dinner")
    builder.write("stock.txt", "water salt")
    assert builder.update("dinner") == []
    for name in ["stock", "soup", "salad", "dinner"]:
        assert builder.status(name) == "done"
    assert builder.read("stock") == "water salt"
    assert builder.read("dinner") == "water salt leek cress"


@pytest.mark.tags("cache", "recovery")
def test_mended_task_with_the_same_output_keeps_what_was_blocked() -> None:
    builder = kitchen()
    builder.update("dinner")
    builder.write("stock.txt", "error")
    builder.build("dinner")
    builder.write("stock.txt", "water water salt")
    assert builder.update("dinner") == [("stock", "inputs", ["stock.txt"])]
    assert builder.status("dinner") == "done"
    assert builder.read("dinner") == "water salt leek cress"


@pytest.mark.tags("cache", "missing")
def test_input_declared_anew_and_failing_blocks_a_task_that_held() -> None:
    builder = kitchen()
    builder.update("dinner")
    builder.declare({"stock": ["gone.txt"]})
    assert builder.update("soup") == [("stock", "declaration", [])]
    assert builder.status("stock") == "failed"
    assert builder.status("soup") == "blocked"
    assert builder.status("salad") == "done"


@pytest.mark.tags("cache", "missing")
def test_task_that_reads_a_failed_task_is_blocked_and_holds_again_later() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "one")
    builder.declare({"low": [], "top": ["low", "a.txt"]})
    assert builder.update("top") == [("low", "new", []), ("top", "new", [])]
    builder.declare({"low": ["gone.txt"]})
    assert builder.update("top") == [("low", "declaration", [])]
    assert builder.run("top") is False
    builder.declare({"low": []})
    assert builder.update("top") == []


@pytest.mark.tags("cache", "overwrite")
def test_same_declaration_again_needs_no_run() -> None:
    builder = kitchen()
    builder.update("dinner")
    builder.declare({"soup": ["stock", "soup.txt"], "stock": ["stock.txt"]})
    assert builder.status("soup") == "new"
    assert builder.read("soup") is None
    assert builder.update("dinner") == []
    assert builder.status("soup") == "done"
    assert builder.read("soup") == "water salt leek"


@pytest.mark.tags("cache", "duplicate", "overwrite")
def test_input_named_twice_is_the_same_declaration() -> None:
    builder = kitchen()
    builder.update("soup")
    builder.declare({"soup": ["stock", "soup.txt", "stock"]})
    assert builder.update("soup") == []
    builder.write("stock.txt", "wine")
    assert builder.update("soup") == [
        ("stock", "inputs", ["stock.txt"]),
        ("soup", "inputs", ["stock"]),
    ]


@pytest.mark.tags("cache", "overwrite")
def test_more_fewer_or_other_inputs_are_another_declaration() -> None:
    builder = kitchen()
    builder.update("soup")
    for inputs in [["stock", "soup.txt", "salad.txt"], ["stock"], ["salad.txt"], []]:
        builder.declare({"soup": inputs})
        assert builder.update("soup") == [("soup", "declaration", [])]
        assert builder.update("soup") == []


@pytest.mark.tags("cache", "overwrite", "ordering")
def test_order_of_inputs_is_part_of_the_declaration() -> None:
    builder = kitchen()
    builder.update("soup")
    builder.declare({"soup": ["soup.txt", "stock"]})
    assert builder.update("soup") == [("soup", "declaration", [])]
    assert builder.read("soup") == "leek water salt"


@pytest.mark.tags("cache", "overwrite")
def test_cause_is_the_declaration_even_if_contents_differ_too() -> None:
    builder = kitchen()
    builder.update("soup")
    builder.declare({"soup": ["soup.txt", "stock"]})
    builder.write("soup.txt", "onion")
    assert builder.update("soup") == [("soup", "declaration", [])]


@pytest.mark.tags("cache", "overwrite")
def test_declaration_declared_back_holds_again() -> None:
    builder = kitchen()
    builder.update("dinner")
    builder.declare({"soup": []})
    builder.declare({"soup": ["stock", "soup.txt"]})
    assert builder.update("dinner") == []
    builder.declare({"soup": ["gone.txt"]})
    assert builder.update("dinner") == [("soup", "declaration", [])]
    builder.declare({"soup": ["stock", "soup.txt"]})
    assert builder.update("dinner") == []
    assert builder.read("dinner") == "water salt leek cress"


@pytest.mark.tags("cache", "empty")
def test_empty_output_is_remembered_and_kept() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "#one")
    builder.declare({"low": ["a.txt"], "none": [], "top": ["low", "none"]})
    assert builder.update("top") == [("low", "new", []), ("none", "new", []), ("top", "new", [])]
    builder.write("a.txt", "")
    assert builder.update("top") == [("low", "inputs", ["a.txt"])]
    builder.declare({"none": []})
    assert builder.update("top") == []
    assert builder.read("none") == ""


@pytest.mark.tags("cache", "recovery")
def test_kept_output_follows_the_last_success_not_the_last_output() -> None:
    builder = BuildSystem()
    builder.write("a.txt", "one")
    builder.declare({"low": ["a.txt"], "top": ["low"]})
    builder.update("top")
    builder.write("a.txt", "two")
    assert builder.run("low") is True
    assert builder.read("top") == "one"
    builder.write("a.txt", "one")
    assert builder.update("top") == [("low", "inputs", ["a.txt"])]
    assert builder.read("low") == "one"


@pytest.mark.tags("cache")
def test_preview_answers_what_update_will() -> None:
    builder = kitchen()
    assert builder.preview("dinner") == [
        ("stock", "new", []),
        ("salad", "new", []),
        ("soup", "new", []),
        ("dinner", "new", []),
    ]
    builder.update("dinner")
    assert builder.preview("dinner") == []
    builder.write("stock.txt", "water  salt")
    builder.write("soup.txt", "onion")
    expected = [
        ("stock", "inputs", ["stock.txt"]),
        ("soup", "inputs", ["soup.txt"]),
        ("dinner", "inputs", ["soup"]),
    ]
    assert builder.preview("dinner") == expected
    assert builder.update("dinner") == expected


@pytest.mark.tags("cache", "isolation")
def test_preview_changes_no_status_output_or_memory() -> None:
    builder = kitchen()
    builder.preview("dinner")
    assert builder.status("stock") == "new"
    assert builder.read("dinner") is None
    assert builder.forget("stock") is False
    builder.update("dinner")
    builder.write("stock.txt", "error")
    assert builder.preview("dinner") == [("stock", "inputs", ["stock.txt"])]
    assert builder.status("dinner") == "done"
    assert builder.read("stock") == "water salt"
    builder.write("stock.txt", "wine")
    assert len(builder.preview("dinner")) == 4
    assert builder.read("dinner") == "water salt leek cress"
    builder.write("stock.txt", "water salt")
    assert builder.update("dinner") == []
    builder.declare({"soup": ["stock", "soup.txt"]})
    assert builder.preview("soup") == []
    assert builder.status("soup") == "new"
    assert builder.read("soup") is None


@pytest.mark.tags("cache")
def test_forget_makes_the_task_run_as_if_new() -> None:
    builder = kitchen()
    builder.update("dinner")
    assert builder.forget("soup") is True
    assert builder.status("soup") == "done"
    assert builder.read("soup") == "water salt leek"
    assert builder.update("dinner") == [("soup", "new", [])]
    assert builder.update("dinner") == []


@pytest.mark.tags("cache", "refusal")
def test_forget_is_refused_where_nothing_is_remembered() -> None:
    builder = kitchen()
    assert builder.forget("stock") is False
    assert builder.forget("stock.txt") is False
    assert builder.forget("gone") is False
    builder.write("soup.txt", "error")
    builder.update("dinner")
    assert builder.forget("soup") is False
    assert builder.forget("dinner") is False
    assert builder.forget("stock") is True
    assert builder.forget("stock") is False
    assert builder.status("stock") == "done"


@pytest.mark.tags("cache", "recovery")
def test_success_of_a_task_that_failed_or_was_declared_anew_can_be_forgotten() -> None:
    builder = kitchen()
    builder.update("soup")
    builder.write("soup.txt", "error")
    builder.update("soup")
    assert builder.forget("soup") is True
    assert builder.status("soup") == "failed"
    builder.write("soup.txt", "leek")
    assert builder.update("soup") == [("soup", "new", [])]
    builder.declare({"soup": ["soup.txt"]})
    assert builder.forget("soup") is True
    assert builder.update("soup") == [("soup", "new", [])]


@pytest.mark.tags("graph", "ordering")
def test_affected_lists_all_tasks_that_need_a_file_by_name() -> None:
    builder = kitchen()
    assert builder.affected("stock.txt") == ["dinner", "salad", "soup", "stock"]
    assert builder.affected("salad.txt") == ["dinner", "salad"]


@pytest.mark.tags("graph")
def test_affected_lists_all_tasks_that_need_a_task_but_not_itself() -> None:
    builder = kitchen()
    assert builder.affected("stock") == ["dinner", "salad", "soup"]
    assert builder.affected("soup") == ["dinner"]
    assert builder.affected("dinner") == []


@pytest.mark.tags("graph", "missing")
def test_affected_by_an_absent_name() -> None:
    builder = kitchen()
    assert builder.affected("gone") == []
    builder.declare({"salad": ["gone"]})
    assert builder.affected("gone") == ["dinner", "salad"]
    assert builder.affected("salad.txt") == []


@pytest.mark.tags("graph", "cycle")
def test_task_on_a_cycle_affects_itself() -> None:
    builder = BuildSystem()
    builder.declare({"a": ["b"], "b": ["a", "x"], "c": ["c"], "d": ["a"]})
    assert builder.affected("a") == ["a", "b", "d"]
    assert builder.affected("x") == ["a", "b", "d"]
    assert builder.affected("c") == ["c"]
    assert builder.affected("d") == []


@pytest.mark.tags("refusal", "missing")
def test_update_of_what_is_not_a_task_changes_nothing() -> None:
    builder = kitchen()
    for name in ["gone", "stock.txt"]:
        assert builder.update(name) == []
        assert builder.preview(name) == []
    assert builder.status("stock") == "new"
    assert builder.read("stock.txt") == "water salt"


@pytest.mark.tags("cycle", "cache")
def test_update_leaves_what_is_stuck_as_it_is() -> None:
    builder = kitchen()
    builder.update("dinner")
    builder.write("stock.txt", "wine")
    builder.declare({"salad": ["salad", "stock"]})
    expected = [("stock", "inputs", ["stock.txt"]), ("soup", "inputs", ["stock"])]
    assert builder.preview("dinner") == expected
    assert builder.update("dinner") == expected
    assert builder.status("salad") == "new"
    assert builder.status("dinner") == "done"
    assert builder.read("dinner") == "water salt leek cress"


@pytest.mark.tags("isolation", "cache")
def test_two_build_systems_remember_apart() -> None:
    one, two = kitchen(), kitchen()
    one.update("soup")
    assert two.forget("soup") is False
    assert two.update("soup") == [("stock", "new", []), ("soup", "new", [])]


@pytest.mark.tags("basics")
def test_arguments_of_the_new_methods_may_be_given_by_name() -> None:
    builder = kitchen()
    assert builder.preview(target="stock") == [("stock", "new", [])]
    assert builder.update(target="stock") == [("stock", "new", [])]
    assert builder.forget(name="stock") is True
    assert builder.affected(name="soup") == ["dinner"]


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


@pytest.mark.tags("scale", "cache")
def test_update_of_a_chain_of_fifteen_hundred_tasks() -> None:
    builder = BuildSystem()
    builder.write("seed.txt", "one two")
    builder.declare(chain(1_500))
    assert len(builder.update("t0001")) == 1_500
    assert builder.read("t0001") == "one two"


@pytest.mark.tags("scale", "cache")
def test_preview_of_a_chain_of_fifteen_hundred_tasks() -> None:
    builder = BuildSystem()
    builder.write("seed.txt", "one two")
    builder.declare(chain(1_500))
    assert builder.preview("t0001")[-1] == ("t0001", "new", [])
    assert builder.status("t1500") == "new"


@pytest.mark.tags("scale", "cycle")
def test_stuck_on_a_cycle_of_fifteen_hundred_tasks() -> None:
    builder = BuildSystem()
    tasks = chain(1_500)
    tasks["t1500"] = ["t0001"]
    builder.declare(tasks)
    assert builder.stuck("t0500") == sorted(tasks)


@pytest.mark.tags("scale", "graph")
def test_all_of_a_chain_with_twenty_thousand_inputs_are_affected() -> None:
    builder = BuildSystem()
    files = ["x.txt", "y.txt", "z.txt"]
    tasks = {name: [*files, *inputs] for name, inputs in chain(5_000).items()}
    builder.declare(tasks)
    assert builder.affected("seed.txt") == sorted(tasks)
    assert builder.affected("x.txt") == sorted(tasks)
    assert builder.affected("t0003") == ["t0001", "t0002"]


@pytest.mark.tags("scale", "cache", "graph")
def test_ladder_with_two_to_the_hundred_paths() -> None:
    builder = BuildSystem()
    builder.write("seed.txt", "one")
    builder.declare(ladder(101))
    assert len(builder.update("b100")) == 201
    builder.write("seed.txt", "one #still")
    assert builder.update("b100") == [
        ("a0", "inputs", ["seed.txt"]),
        ("b0", "inputs", ["seed.txt"]),
    ]
    builder.write("seed.txt", "two")
    runs = builder.update("b100")
    assert len(runs) == 201
    assert runs[-1] == ("b100", "inputs", ["a99", "b99"])
    assert len(builder.affected("a0")) == 200


class Model:
    """Recursive, and told in the words of the statement."""

    def __init__(self) -> None:
        self.inputs: dict[str, list[str]] = {}
        self.state: dict[str, tuple[str, str | None]] = {}
        self.memory: dict[str, tuple[list[tuple[str, str | None]], str]] = {}
        self.files: dict[str, str] = {}

    def write(self, name: str, content: str) -> None:
        self.files[name] = content

    def declare(self, tasks: dict[str, list[str]]) -> None:
        self.inputs |= tasks
        self.state |= {name: ("new", None) for name in tasks}

    def stage(self, name: str) -> int:
        return max([self.stage(x) + 1 for x in self.inputs[name] if x in self.inputs], default=0)

    def needs(self, name: str) -> set[str]:
        below = [self.needs(x) for x in self.inputs[name] if x in self.inputs]
        return {name}.union(*below)

    def read(self, name: str) -> str | None:
        return self.state[name][1] if name in self.state else self.files.get(name)

    def status(self, name: str) -> str | None:
        return self.state[name][0] if name in self.state else None

    def run(self, name: str) -> bool:
        if name not in self.inputs:
            return False
        pairs = [(source, self.read(source)) for source in self.inputs[name]]
        if any(content is None and source in self.inputs for source, content in pairs):
            self.state[name] = ("blocked", None)
            return False
        text = " ".join("error" if content is None else content for _, content in pairs).split()
        if "error" in text:
            self.state[name] = ("failed", None)
            return False
        output = " ".join(word for word in dict.fromkeys(text) if word[0] != "#")
        self.state[name] = ("done", output)
        self.memory[name] = (pairs, output)
        return True

    def update(self, target: str) -> list[tuple[str, str, list[str]]]:
        runs: list[tuple[str, str, list[str]]] = []
        if target not in self.inputs:
            return runs
        for name in sorted(self.needs(target), key=lambda name: (self.stage(name), name)):
            pairs = [(source, self.read(source)) for source in self.inputs[name]]
            before, output = self.memory.get(name, (None, None))
            if before == pairs:
                self.state[name] = ("done", output)
                continue
            self.run(name)
            if self.state[name][0] == "blocked":
                continue
            if before is None:
                runs.append((name, "new", []))
            elif [source for source, _ in before] != self.inputs[name]:
                runs.append((name, "declaration", []))
            else:
                changed = [now[0] for was, now in zip(before, pairs, strict=True) if was != now]
                runs.append((name, "inputs", changed))
        return runs

    def forget(self, name: str) -> bool:
        return self.memory.pop(name, None) is not None

    def affected(self, name: str) -> list[str]:
        users = [user for user in self.inputs if name in self.inputs[user]]
        return sorted(set(users).union(*[self.affected(user) for user in users]))


names = st.sampled_from(["a", "b", "c", "d"])
files = st.sampled_from(["x", "y"])
contents = st.sampled_from(["p", "p q", "q p", "p #q", "", "error", "p  p"])
declarations = st.fixed_dictionaries(
    {},
    optional={
        name: st.lists(st.sampled_from([*"abcd"[:place], "x", "y"]), max_size=3, unique=True)
        for place, name in enumerate("abcd")
    },
)
calls = st.one_of(
    st.tuples(st.just("declare"), declarations),
    st.tuples(st.just("write"), files, contents),
    st.tuples(st.just("write"), files, contents),
    st.tuples(st.just("run"), names),
    st.tuples(st.just("update"), names),
    st.tuples(st.just("update"), st.just("d")),
    st.tuples(st.just("forget"), names),
    st.tuples(st.just("affected"), names | files),
)


@pytest.mark.tags("model", "cache")
@model_settings
@given(declarations, st.lists(calls, min_size=4, max_size=20))
def test_random_calls_answer_like_the_model(
    first: dict[str, list[str]], history: list[tuple]
) -> None:
    builder = BuildSystem()
    model = Model()
    start = [("write", "x", "p"), ("write", "y", "q"), ("declare", first)]
    for name, *arguments in [*start, *history, ("update", "d"), ("update", "c")]:
        assert getattr(builder, name)(*arguments) == getattr(model, name)(*arguments)
    for name in "abcd":
        assert builder.status(name) == model.status(name)
        assert builder.read(name) == model.read(name)


@pytest.mark.tags("model", "cache")
@model_settings
@given(declarations, st.lists(calls, min_size=2, max_size=12))
def test_update_leaves_what_a_build_would(
    first: dict[str, list[str]], history: list[tuple]
) -> None:
    updated = BuildSystem()
    built = BuildSystem()
    for name, *arguments in [("write", "x", "p"), ("declare", first), *history]:
        getattr(updated, name)(*arguments)
        getattr(built, "build" if name == "update" else name)(*arguments)
    foreseen = updated.preview("d")
    assert updated.update("d") == foreseen
    pairs = built.build("d")
    assert [(name, updated.status(name)) for name, _ in pairs] == pairs
    for name, _ in pairs:
        assert updated.read(name) == built.read(name)


def needed_by(tasks: dict[str, list[str]], names: list[str]) -> set[str]:
    """The tasks among these names and all that they need."""
    found: set[str] = set()
    while new := {name for name in names if name in tasks} - found:
        found |= new
        names = [other for name in new for other in tasks[name]]
    return found


@pytest.mark.tags("model", "graph", "cycle")
@model_settings
@given(
    st.dictionaries(
        st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdefx"), max_size=2), min_size=3
    )
)
def test_random_targets_are_planned_by_the_definitions(tasks: dict[str, list[str]]) -> None:
    builder = BuildSystem()
    builder.declare(tasks)
    plan = builder.plan()
    looped = {name for name in tasks if name in needed_by(tasks, tasks[name])}
    for target in "abcdefx":
        part = needed_by(tasks, [target])
        stuck = {name for name in part if needed_by(tasks, [name]) & looped}
        assert builder.stuck(target) == sorted(stuck)
        assert builder.plan(target) == [name for name in plan if name in part - stuck]
