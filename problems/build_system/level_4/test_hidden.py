"""Level 4, scored: several workers in simulated time, and the critical path."""

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


@pytest.mark.tags("parallel", "basics")
def test_one_task_takes_its_duration() -> None:
    builder = BuildSystem()
    assert builder.declare({"a": []}, {"a": 7}) is None
    assert builder.update_with("a", 1) == (7, [(0, 7, 1, "a")])


@pytest.mark.tags("parallel", "basics")
def test_duration_is_one_unless_given() -> None:
    builder = BuildSystem()
    builder.declare({"a": []})
    builder.declare({"b": ["a"], "c": ["b"], "d": ["c"]}, {"c": 5})
    builder.declare({"d": ["c"]}, {})
    builder.declare({"e": ["d"]}, None)
    assert builder.update_with("e", 1) == (
        9,
        [(0, 1, 1, "a"), (1, 2, 1, "b"), (2, 7, 1, "c"), (7, 8, 1, "d"), (8, 9, 1, "e")],
    )


@pytest.mark.tags("overwrite")
def test_declaring_again_without_a_duration_makes_it_one() -> None:
    builder = BuildSystem()
    builder.declare({"a": [], "b": []}, {"a": 7, "b": 7})
    builder.declare({"a": []})
    assert builder.critical_path("a") == (1, ["a"])
    assert builder.critical_path("b") == (7, ["b"])
    builder.declare({"a": [], "c": []}, {"c": 2})
    assert builder.critical_path("a") == (1, ["a"])


@pytest.mark.tags("cache", "overwrite")
def test_another_duration_makes_no_run_necessary() -> None:
    builder = BuildSystem()
    builder.write("x.txt", "one")
    builder.declare({"a": ["x.txt"], "b": ["a"]}, {"a": 3})
    builder.update("b")
    builder.declare({"a": ["x.txt"]}, {"a": 9})
    assert builder.status("a") == "new"
    assert builder.preview("b") == []
    assert builder.update_with("b", 1) == (0, [])
    assert builder.read("a") == "one"
    builder.write("x.txt", "two")
    assert builder.update_with("b", 1) == (10, [(0, 9, 1, "a"), (9, 10, 1, "b")])


@pytest.mark.tags("parallel")
def test_task_starts_when_the_last_of_its_inputs_has_ended() -> None:
    builder = BuildSystem()
    builder.declare({"a": [], "b": [], "c": [], "top": ["a", "b", "c"]}, {"a": 2, "b": 6, "c": 4})
    assert builder.update_with("top", 3) == (
        7,
        [(0, 2, 1, "a"), (0, 6, 2, "b"), (0, 4, 3, "c"), (6, 7, 1, "top")],
    )


@pytest.mark.tags("parallel", "graph")
def test_independent_branches_do_not_wait_for_each_other() -> None:
    builder = BuildSystem()
    builder.declare({"a": [], "b": [], "after_a": ["a"], "after_b": ["b"]}, {"a": 1, "b": 5})
    builder.declare({"top": ["after_a", "after_b"]}, {"top": 2})
    assert builder.update_with("top", 2) == (
        8,
        [
            (0, 1, 1, "a"),
            (0, 5, 2, "b"),
            (1, 2, 1, "after_a"),
            (5, 6, 1, "after_b"),
            (6, 8, 1, "top"),
        ],
    )


@pytest.mark.tags("parallel")
def test_more_workers_than_tasks_leave_some_free() -> None:
    builder = BuildSystem()
    builder.declare({"a": [], "b": [], "top": ["a", "b"]}, {"a": 3, "b": 3})
    assert builder.update_with("top", 1000) == (
        4,
        [(0, 3, 1, "a"), (0, 3, 2, "b"), (3, 4, 3, "top")],
    )


@pytest.mark.tags("parallel")
def test_one_worker_does_everything_in_a_row() -> None:
    builder = BuildSystem()
    builder.declare({"a": [], "b": [], "c": ["a"], "d": ["b", "c"]}, {"a": 2, "b": 3, "d": 4})
    assert builder.update_with("d", 1) == (
        10,
        [(0, 2, 1, "a"), (2, 5, 1, "b"), (5, 6, 1, "c"), (6, 10, 1, "d")],
    )


@pytest.mark.tags("parallel", "ties")
def test_tasks_ready_at_the_same_time_are_taken_by_name() -> None:
    builder = BuildSystem()
    builder.declare({"top": ["b", "a2", "a10", "B"], "b": [], "a2": [], "a10": [], "B": []})
    assert builder.update_with("top", 2) == (
        3,
        [
            (0, 1, 1, "B"),
            (0, 1, 2, "a10"),
            (1, 2, 1, "a2"),
            (1, 2, 2, "b"),
            (2, 3, 1, "top"),
        ],
    )


@pytest.mark.tags("parallel", "ties", "boundary")
def test_task_that_is_ready_longer_goes_before_a_smaller_name() -> None:
    builder = BuildSystem()
    builder.declare({"s": [], "t": [], "u": [], "a": ["s"], "top": ["a", "t", "u"]}, {"s": 2})
    assert builder.update_with("top", 1) == (
        6,
        [(0, 2, 1, "s"), (2, 3, 1, "t"), (3, 4, 1, "u"), (4, 5, 1, "a"), (5, 6, 1, "top")],
    )


@pytest.mark.tags("parallel", "ties", "boundary")
def test_stage_and_duration_do_not_decide_who_is_taken() -> None:
    builder = BuildSystem()
    tasks = {"x": [], "y": [], "z": ["x"], "b": ["z"], "c": ["y"], "d": ["y"]}
    builder.declare({**tasks, "top": ["b", "c", "d"]}, {"y": 2, "b": 9, "c": 3, "d": 4})
    assert builder.update_with("top", 2)[1] == [
        (0, 1, 1, "x"),
        (0, 2, 2, "y"),
        (1, 2, 1, "z"),
        (2, 11, 1, "b"),
        (2, 5, 2, "c"),
        (5, 9, 2, "d"),
        (11, 12, 2, "top"),
    ]


@pytest.mark.tags("parallel", "ties", "boundary")
def test_all_that_ends_at_a_time_ends_before_anything_is_taken() -> None:
    builder = BuildSystem()
    builder.declare({"p": [], "q": [], "z": ["p"], "a": ["q"], "top": ["z", "a"]}, {"p": 3, "q": 3})
    assert builder.update_with("top", 2) == (
        5,
        [(0, 3, 1, "p"), (0, 3, 2, "q"), (3, 4, 1, "a"), (3, 4, 2, "z"), (4, 5, 1, "top")],
    )


@pytest.mark.tags("parallel", "ties")
def test_free_worker_that_has_worked_least_takes_the_task() -> None:
    builder = BuildSystem()
    builder.declare({"a": [], "b": [], "c": [], "top": ["a", "b", "c"]}, {"a": 5, "b": 3, "c": 2})
    builder.declare({"end": ["top"]})
    assert builder.update_with("end", 3) == (
        7,
        [(0, 5, 1, "a"), (0, 3, 2, "b"), (0, 2, 3, "c"), (5, 6, 3, "top"), (6, 7, 2, "end")],
    )


@pytest.mark.tags("parallel", "ties")
def test_time_that_a_worker_was_free_does_not_count() -> None:
    builder = BuildSystem()
    builder.declare({"a": [], "b": [], "c": ["a"], "d": ["b", "c"]}, {"a": 3})
    assert builder.update_with("d", 2) == (
        5,
        [(0, 3, 1, "a"), (0, 1, 2, "b"), (3, 4, 2, "c"), (4, 5, 2, "d")],
    )


@pytest.mark.tags("parallel", "ties")
def test_number_of_runs_does_not_count() -> None:
    builder = BuildSystem()
    builder.declare({"a": [], "b": [], "c": [], "d": [], "top": ["a", "b", "c", "d"]}, {"a": 6})
    builder.declare({"z": ["top"]})
    assert builder.update_with("z", 2) == (
        8,
        [
            (0, 6, 1, "a"),
            (0, 1, 2, "b"),
            (1, 2, 2, "c"),
            (2, 3, 2, "d"),
            (6, 7, 2, "top"),
            (7, 8, 2, "z"),
        ],
    )


@pytest.mark.tags("parallel", "ties")
def test_equally_worked_workers_are_chosen_by_number() -> None:
    builder = BuildSystem()
    builder.declare({"a": [], "b": [], "c": [], "top": ["a", "b", "c"]}, {"a": 2, "b": 1, "c": 1})
    assert builder.update_with("top", 2) == (
        3,
        [(0, 2, 1, "a"), (0, 1, 2, "b"), (1, 2, 2, "c"), (2, 3, 1, "top")],
    )


@pytest.mark.tags("parallel", "ties", "isolation")
def test_time_and_worked_time_start_at_zero_in_every_call() -> None:
    builder = BuildSystem()
    builder.declare({"a": [], "b": ["a"]}, {"a": 5})
    assert builder.update_with("a", 2) == (5, [(0, 5, 1, "a")])
    assert builder.update_with("b", 2) == (1, [(0, 1, 1, "b")])


@pytest.mark.tags("parallel", "cache")
def test_update_with_leaves_what_update_would() -> None:
    builder = BuildSystem()
    builder.write("x.txt", "one")
    builder.declare({"a": ["x.txt"], "b": ["a", "y.txt"], "c": ["a"], "top": ["b", "c"]})
    assert builder.update_with("top", 3) == (2, [(0, 1, 1, "a"), (1, 2, 2, "b"), (1, 2, 3, "c")])
    states = [builder.status(name) for name in ["a", "b", "c", "top"]]
    assert states == ["done", "failed", "done", "blocked"]
    assert builder.read("c") == "one"
    assert builder.read("top") is None
    assert builder.forget("b") is False
    builder.write("y.txt", "two")
    assert builder.update("top") == [("b", "new", []), ("top", "new", [])]


@pytest.mark.tags("parallel")
def test_failed_run_takes_its_time_and_blocks_without_any() -> None:
    builder = BuildSystem()
    builder.write("x.txt", "error")
    builder.declare(
        {"bad": ["x.txt"], "mid": ["bad"], "top": ["mid", "good"]}, {"bad": 4, "mid": 9}
    )
    builder.declare({"good": ["slow"], "slow": []}, {"slow": 2})
    assert builder.update_with("top", 1) == (
        7,
        [(0, 4, 1, "bad"), (4, 6, 1, "slow"), (6, 7, 1, "good")],
    )
    assert builder.status("mid") == "blocked"
    assert builder.status("top") == "blocked"


@pytest.mark.tags("parallel", "cache")
def test_nothing_to_run_takes_no_time() -> None:
    builder = BuildSystem()
    builder.declare({"a": [], "b": ["a"]}, {"a": 5, "b": 5})
    builder.update("b")
    builder.declare({"a": []}, {"a": 6})
    assert builder.update_with("b", 4) == (0, [])
    assert builder.status("a") == "done"


@pytest.mark.tags("parallel", "cache")
def test_kept_tasks_take_no_worker_and_no_time() -> None:
    builder = BuildSystem()
    builder.write("x.txt", "one")
    builder.declare({"a": [], "b": ["a"], "c": ["b", "x.txt"]}, {"a": 5, "b": 6, "c": 2})
    builder.update("c")
    builder.write("x.txt", "two")
    assert builder.update_with("c", 1) == (2, [(0, 2, 1, "c")])


@pytest.mark.tags("parallel", "cache", "boundary")
def test_kept_task_is_settled_only_when_its_inputs_are() -> None:
    builder = BuildSystem()
    builder.write("x.txt", "one")
    builder.write("y.txt", "two")
    builder.declare({"low": ["x.txt"], "k1": ["low"], "k2": ["k1"], "top": ["k2", "y"]}, {"low": 5})
    builder.declare({"y": ["y.txt"]}, {"y": 2})
    builder.update("top")
    builder.write("x.txt", "one #same")
    builder.write("y.txt", "three")
    assert builder.update_with("top", 2) == (
        6,
        [(0, 5, 1, "low"), (0, 2, 2, "y"), (5, 6, 2, "top")],
    )


@pytest.mark.tags("parallel", "cache", "ties", "boundary")
def test_tasks_made_ready_through_kept_ones_are_ready_at_the_same_time() -> None:
    builder = BuildSystem()
    builder.write("x.txt", "one")
    builder.declare({"low": ["x.txt"], "k1": ["low"], "k2": ["k1"], "a": ["k2"], "z": ["low"]})
    builder.declare({"m": ["k1"], "top": ["a", "z", "m"]})
    builder.update("top")
    builder.write("x.txt", "one one")
    for name in ["a", "m", "z"]:
        assert builder.forget(name) is True
    assert builder.update_with("top", 1) == (
        4,
        [(0, 1, 1, "low"), (1, 2, 1, "a"), (2, 3, 1, "m"), (3, 4, 1, "z")],
    )


@pytest.mark.tags("parallel", "cache", "ties", "boundary")
def test_task_behind_kept_ones_alone_is_ready_from_the_start() -> None:
    builder = BuildSystem()
    builder.declare({"k1": [], "k2": ["k1"], "z": ["k2"], "c": [], "b": ["c"], "top": ["z", "b"]})
    builder.update("k2")
    assert builder.update_with("top", 1) == (
        4,
        [(0, 1, 1, "c"), (1, 2, 1, "z"), (2, 3, 1, "b"), (3, 4, 1, "top")],
    )


@pytest.mark.tags("parallel", "refusal", "boundary")
def test_fewer_than_one_worker_is_refused_and_changes_nothing() -> None:
    builder = BuildSystem()
    builder.declare({"a": [], "b": ["a"]})
    for workers in [0, -1]:
        assert builder.update_with("b", workers) == (0, [])
    assert builder.status("a") == "new"
    assert builder.preview("b") == [("a", "new", []), ("b", "new", [])]
    assert builder.update_with("b", 1) == (2, [(0, 1, 1, "a"), (1, 2, 1, "b")])


@pytest.mark.tags("refusal", "missing")
def test_what_is_not_a_task_has_no_path_and_no_runs() -> None:
    builder = BuildSystem()
    builder.write("x.txt", "one")
    builder.declare({"top": ["x.txt", "gone"]}, {"top": 4})
    for name in ["gone", "x.txt"]:
        assert builder.critical_path(name) == (0, [])
        assert builder.update_with(name, 2) == (0, [])
    assert builder.status("top") == "new"


@pytest.mark.tags("cycle", "parallel")
def test_stuck_tasks_have_no_path_and_are_not_run() -> None:
    builder = BuildSystem()
    builder.declare(
        {"leaf": [], "free": ["leaf"], "a": ["b", "free"], "b": ["a"], "top": ["a", "c"]}
    )
    builder.declare({"c": []}, {"c": 4})
    assert builder.critical_path("top") == (0, [])
    assert builder.critical_path("a") == (0, [])
    assert builder.critical_path("free") == (2, ["leaf", "free"])
    assert builder.update_with("top", 2) == (
        4,
        [(0, 4, 1, "c"), (0, 1, 2, "leaf"), (1, 2, 2, "free")],
    )
    assert builder.update_with("top", 2) == (0, [])
    assert builder.status("a") == "new"
    assert builder.status("top") == "new"


@pytest.mark.tags("graph", "basics")
def test_critical_path_goes_from_the_first_task_to_the_target() -> None:
    builder = BuildSystem()
    builder.declare({"c": [], "a": ["c"], "b": ["a"], "above": ["b"]}, {"c": 2, "a": 3, "b": 4})
    assert builder.critical_path("b") == (9, ["c", "a", "b"])
    assert builder.critical_path("c") == (2, ["c"])


@pytest.mark.tags("graph")
def test_critical_path_counts_time_not_tasks() -> None:
    builder = BuildSystem()
    builder.declare(
        {"a": [], "b": ["a"], "c": ["b"], "slow": [], "top": ["c", "slow"]}, {"slow": 4}
    )
    assert builder.critical_path("top") == (5, ["slow", "top"])
    builder.declare({"b": ["a"]}, {"b": 3})
    assert builder.critical_path("top") == (6, ["a", "b", "c", "top"])


@pytest.mark.tags("graph", "boundary")
def test_critical_path_is_not_the_way_of_the_slowest_next_task() -> None:
    builder = BuildSystem()
    builder.declare({"root": [], "fast": ["root"], "slow": []}, {"root": 8, "fast": 1, "slow": 7})
    builder.declare({"top": ["slow", "fast", "gone.txt"]}, {"top": 3})
    assert builder.critical_path("top") == (12, ["root", "fast", "top"])


@pytest.mark.tags("graph", "ties")
def test_longest_chains_are_told_apart_from_the_end() -> None:
    builder = BuildSystem()
    builder.declare({"a": [], "z": [], "m": ["z"], "n": ["a"], "top": ["n", "m"]})
    assert builder.critical_path("top") == (3, ["z", "m", "top"])
    builder.declare({"m": ["z", "a", "b"], "b": []})
    assert builder.critical_path("top") == (3, ["a", "m", "top"])
    builder.declare({"n": ["a"]}, {"n": 2})
    assert builder.critical_path("top") == (4, ["a", "n", "top"])


@pytest.mark.tags("graph", "cache")
def test_critical_path_counts_tasks_that_need_no_run_and_changes_nothing() -> None:
    builder = BuildSystem()
    builder.declare({"a": [], "b": ["a"]}, {"a": 3, "b": 4})
    assert builder.critical_path("b") == (7, ["a", "b"])
    assert builder.status("a") == "new"
    builder.update("b")
    assert builder.critical_path("b") == (7, ["a", "b"])


@pytest.mark.tags("duplicate", "graph")
def test_inputs_named_twice_are_waited_for_once() -> None:
    builder = BuildSystem()
    builder.declare({"a": [], "b": ["a", "a"], "c": ["b", "a", "b"]}, {"a": 2})
    assert builder.critical_path("c") == (4, ["a", "b", "c"])
    assert builder.update_with("c", 2) == (4, [(0, 2, 1, "a"), (2, 3, 2, "b"), (3, 4, 2, "c")])


@pytest.mark.tags("basics")
def test_arguments_of_the_new_methods_may_be_given_by_name() -> None:
    builder = BuildSystem()
    assert builder.declare(tasks={"a": []}, durations={"a": 3}) is None
    assert builder.critical_path(target="a") == (3, ["a"])
    assert builder.update_with(target="a", workers=2) == (3, [(0, 3, 1, "a")])


def chain(length: int) -> dict[str, list[str]]:
    """Each task reads the next, the last one the seed: all names run against the order."""
    names = [f"t{number:04}" for number in range(1, length + 1)]
    return {name: [read] for name, read in zip(names, [*names[1:], "seed.txt"], strict=True)}


@pytest.mark.tags("scale", "boundary")
def test_durations_of_a_billion_are_no_work() -> None:
    builder = BuildSystem()
    names = [f"n{number:02}" for number in range(40)]
    builder.declare({**{name: [] for name in names}, "top": names}, dict.fromkeys(names, 10**9))
    end, runs = builder.update_with("top", 3)
    assert end == 14 * 10**9 + 1
    assert runs[-2:] == [
        (13 * 10**9, 14 * 10**9, 1, "n39"),
        (14 * 10**9, 14 * 10**9 + 1, 2, "top"),
    ]
    assert builder.critical_path("top") == (10**9 + 1, ["n00", "top"])


@pytest.mark.tags("scale", "parallel")
def test_workers_on_a_chain_of_twenty_five_hundred_tasks() -> None:
    builder = BuildSystem()
    tasks = chain(2_500)
    builder.write("seed.txt", "one two")
    builder.declare(tasks, dict.fromkeys(list(tasks)[1::2], 3))
    end, runs = builder.update_with("t0001", 2)
    assert end == 5_000
    assert [name for _, _, _, name in runs] == [*reversed(tasks)]
    assert runs[:3] == [(0, 3, 1, "t2500"), (3, 4, 2, "t2499"), (4, 7, 2, "t2498")]


@pytest.mark.tags("scale", "parallel", "cache")
def test_a_run_behind_a_chain_of_kept_tasks() -> None:
    builder = BuildSystem()
    builder.write("seed.txt", "one two")
    builder.declare(chain(1_500))
    builder.update("t0001")
    builder.write("seed.txt", "one two two")
    builder.forget("t0001")
    assert builder.update_with("t0001", 2) == (2, [(0, 1, 1, "t1500"), (1, 2, 2, "t0001")])


@pytest.mark.tags("scale", "parallel")
def test_a_thousand_workers_on_twelve_hundred_tasks() -> None:
    builder = BuildSystem()
    names = [f"n{number:04}" for number in range(1_200)]
    builder.declare({**{name: [] for name in names}, "top": names}, {"n0000": 2})
    end, runs = builder.update_with("top", 1000)
    assert end == 3
    assert runs[999:1001] == [(0, 1, 1000, "n0999"), (1, 2, 2, "n1000")]
    assert runs[-1] == (2, 3, 202, "top")


@pytest.mark.tags("scale", "graph")
def test_critical_path_of_a_chain_of_fifteen_hundred_tasks() -> None:
    builder = BuildSystem()
    tasks = chain(1_500)
    builder.declare(tasks, {"t0002": 10**9})
    assert builder.critical_path("t0001") == (10**9 + 1_499, [*reversed(tasks)])


@pytest.mark.tags("scale", "graph", "ties")
def test_critical_path_of_a_ladder_with_two_to_the_hundred_chains() -> None:
    builder = BuildSystem()
    tasks: dict[str, list[str]] = {"a0": [], "b0": []}
    for stage in range(1, 101):
        tasks[f"a{stage}"] = tasks[f"b{stage}"] = [f"b{stage - 1}", f"a{stage - 1}"]
    builder.declare(tasks)
    path = [*[f"a{stage}" for stage in range(100)], "b100"]
    assert builder.critical_path("b100") == (101, path)
    builder.declare({"b0": []}, {"b0": 2})
    assert builder.critical_path("b100") == (102, ["b0", *path[1:]])


class Clock:
    """Simulates one unit of time after another, looking at every task at each."""

    def __init__(self, inputs: dict[str, list[str]], durations: dict[str, int]) -> None:
        self.inputs = inputs
        self.durations = durations

    def needs(self, name: str) -> set[str]:
        below = [self.needs(x) for x in self.inputs[name] if x in self.inputs]
        return {name}.union(*below)

    def chains(self, name: str) -> list[list[str]]:
        below = [chain for x in self.inputs[name] if x in self.inputs for chain in self.chains(x)]
        return [[*chain, name] for chain in below] or [[name]]

    def critical_path(self, target: str) -> tuple[int, list[str]]:
        def length(chain: list[str]) -> int:
            return sum(self.durations.get(name, 1) for name in chain)

        chains = self.chains(target)
        longest = max(map(length, chains))
        return longest, min([c for c in chains if length(c) == longest], key=lambda c: c[::-1])

    def work(self, target: str, workers: int, runs: set[str]) -> tuple[int, list[tuple]]:
        waiting = self.needs(target)
        since: dict[str, int] = {}
        settled: set[str] = set()
        taken: list[tuple[int, int, int, str]] = []
        now = 0
        while not waiting <= settled:
            settled |= {name for _, end, _, name in taken if end == now}
            for name in sorted(waiting) * len(waiting):
                if name not in since and all(
                    x in settled for x in self.inputs[name] if x in self.inputs
                ):
                    since[name] = now
                    if name not in runs:
                        settled.add(name)
            started = {name for _, _, _, name in taken}
            for name in sorted(since.keys() & runs - started, key=lambda n: (since[n], n)):
                busy = {worker for start, end, worker, _ in taken if start <= now < end}
                free = [worker for worker in range(1, workers + 1) if worker not in busy]
                if free:
                    worker = min(free, key=lambda w: sum(e - s for s, e, n, _ in taken if n == w))
                    taken.append((now, now + self.durations.get(name, 1), worker, name))
            now += 1
        return max([end for _, end, _, _ in taken], default=0), taken


names = "abcdefg"
graphs = st.tuples(
    *[
        st.lists(st.sampled_from([*names[:place], "x", "y", "x"]), max_size=3, unique=True)
        for place in range(len(names))
    ]
).map(lambda inputs: {name: each for name, each in zip("gbfdcea", inputs, strict=True)})
durations = st.dictionaries(st.sampled_from(names), st.integers(1, 4))
contents = st.sampled_from(["p", "p q", "p #q", "", "error", "p p"])


def ordered(inputs: dict[str, list[str]]) -> dict[str, list[str]]:
    """Rename the inputs so that each task reads only tasks made before it."""
    new = dict(zip(names, inputs, strict=True))
    return {name: [new.get(each, each) for each in sources] for name, sources in inputs.items()}


@pytest.mark.tags("model", "parallel", "cache")
@model_settings
@given(
    graphs.map(ordered),
    durations,
    st.lists(st.tuples(st.sampled_from("xy"), contents), min_size=2, max_size=4),
    st.sampled_from(names),
    st.sampled_from("aaec"),
    st.integers(1, 3),
)
def test_random_updates_run_like_the_clock(
    inputs: dict[str, list[str]],
    durations: dict[str, int],
    writes: list[tuple[str, str]],
    forgotten: str,
    target: str,
    workers: int,
) -> None:
    clock = Clock(inputs, durations)
    builder = BuildSystem()
    builder.write("x", "p")
    builder.write("y", "q")
    builder.declare(inputs, durations)
    first = {name for name, *_ in builder.preview(target)}
    assert builder.update_with(target, workers) == clock.work(target, workers, first)
    for file, content in writes:
        builder.write(file, content)
        builder.forget(forgotten)
        runs = {name for name, *_ in builder.preview(target)}
        assert builder.update_with(target, workers) == clock.work(target, workers, runs)
    assert {name for name, *_ in builder.preview(target)} == {
        name for name in runs if builder.status(name) == "failed"
    }
    assert builder.critical_path(target) == clock.critical_path(target)


@pytest.mark.tags("model", "parallel", "graph")
@model_settings
@given(graphs.map(ordered), durations, st.sampled_from(names), st.integers(1, 4))
def test_work_is_as_long_as_its_bounds_allow(
    inputs: dict[str, list[str]], durations: dict[str, int], target: str, workers: int
) -> None:
    builder = BuildSystem()
    builder.write("x", "p")
    builder.write("y", "q")
    builder.declare(inputs, durations)
    plan = builder.plan(target)
    total = sum(durations.get(name, 1) for name in plan)
    longest, path = builder.critical_path(target)
    assert path[-1] == target
    assert longest == sum(durations.get(name, 1) for name in path)
    end, runs = builder.update_with(target, workers)
    assert sorted(name for *_, name in runs) == sorted(plan)
    assert longest <= end <= total
    assert total <= end * workers
    for name in plan:
        builder.forget(name)
    assert builder.update_with(target, 1)[0] == total
    for name in plan:
        builder.forget(name)
    assert builder.update_with(target, len(plan))[0] == longest
