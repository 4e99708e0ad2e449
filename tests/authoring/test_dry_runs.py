"""Dry runs: the tests and the author's program in one process, and each test as if alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.authoring.dry.runner import DryRunner, DryTerms
from harness.catalog import load_problem
from tests.authoring.conftest import write_sound_problem

FIRST = ["level_1/test_sample.py::test_sample_0", "level_1/test_hidden.py::test_hidden_0"]
AS_PYTEST_HAS_IT = """

import pytest


@pytest.fixture
def one():
    return 1


@pytest.mark.parametrize("expected", [1, 2])
def test_given(expected):
    assert Counter().count() == expected


def test_fixture(one, expected=1):
    assert Counter().count() == one == expected


@pytest.mark.parametrize("one", [2], indirect=True)
def test_indirect(one):
    assert Counter().count() == one


class TestCounts:
    def setup_method(self):
        self.counter = Counter()

    def test_set_up(self):
        assert self.counter.count() == 1


@pytest.mark.skip
def test_skipped():
    assert Counter().count() == 1
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_sound_problem(tmp_path_factory.mktemp("content"))
    file = folder / "level_3" / "test_hidden.py"
    file.write_text(
        file.read_text() + "\n\ndef test_lists():\n    given = [2, 1]\n    counter = Counter()\n"
        "    answer = counter.sorted(given)\n    answer.append(3)\n"
        "    assert (given, counter.last) == ([2, 1], [1, 2])\n" + AS_PYTEST_HAS_IT
    )
    return folder


@pytest.fixture(scope="module")
def runner(folder: Path) -> Iterator[DryRunner]:
    with DryRunner(load_problem(folder)) as runner:
        yield runner


def test_tests_are_known_by_level(runner: DryRunner) -> None:
    assert runner.tests(1) == [*FIRST, "level_1/test_hidden.py::test_hidden_1"]
    assert runner.tests(1, sample=False) == runner.tests(1)[1:]


def test_what_fails_is_told(runner: DryRunner) -> None:
    source = b"class Counter:\n    def count(self): return 1\n    def name(self): return 1 / 0\n"
    outcome = runner.run(source, [*runner.tests(1), *runner.tests(2)])
    assert outcome is not None
    assert outcome.failed == tuple(runner.tests(2))
    assert not outcome.slow


@pytest.mark.parametrize(
    "source",
    [
        "SEEN = []\nclass Counter:\n    def count(self): SEEN.append(1); return len(SEEN)\n",
        "seen = 0\nclass Counter:\n    def count(self):\n        global seen\n        seen += 1\n"
        "        return seen\n",
        "class Counter:\n    seen = 0\n    def count(self):\n        Counter.seen += 1\n"
        "        return Counter.seen\n",
        "class Counter:\n    def count(self, seen=[]): seen.append(1); return len(seen)\n",
        "from collections import deque\nSEEN = deque()\nclass Counter:\n"
        "    def count(self): SEEN.append(1); return len(SEEN)\n",
        "from itertools import count\nNEXT = count(1)\nclass Counter:\n"
        "    def count(self): return next(NEXT)\n",
        "class Counter:\n    def count(self):\n        f = Counter.count\n"
        "        f.seen = getattr(f, 'seen', 0) + 1\n        return f.seen\n",
        "def counting():\n    seen = 0\n    def count(self):\n        nonlocal seen\n"
        "        seen += 1\n        return seen\n    return count\n"
        "class Counter:\n    count = counting()\n",
        "class Counter:\n    def count(self, *, seen={}): seen[len(seen)] = 1; return len(seen)\n",
        "class Counter:\n    def count(self):\n"
        "        was = Counter.count.__defaults__ or ()\n"
        "        Counter.count.__defaults__ = (*was, 1)\n        return len(was) + 1\n",
    ],
    ids="list global attribute default deque iterator function closure keyword defaults".split(),
)
def test_nothing_outlives_a_test(runner: DryRunner, source: str) -> None:
    outcome = runner.run(source.encode(), runner.tests(1))
    assert outcome is not None
    assert outcome.passed


def test_a_test_runs_as_pytest_would_run_it(runner: DryRunner) -> None:
    tests = [id_ for id_ in runner.tests(3) if "test_lists" not in id_ and "_0" not in id_]
    source = b"class Counter:\n    def count(self): return 1\n    def reset(self): pass\n"
    outcome = runner.run(source, tests)
    assert outcome is not None
    names = [id_.partition("::")[2] for id_ in outcome.failed]
    assert {"test_given[2]", "test_skipped"} <= set(names)
    assert not {"test_given[1]", "test_fixture", "test_indirect[2]"} & set(names)
    assert "TestCounts::test_set_up" not in names


def test_lists_are_copied_as_on_the_wire(runner: DryRunner) -> None:
    source = (
        b"class Counter:\n    def sorted(self, given):\n        given.sort()\n"
        b"        self.last = given\n        return given\n"
    )
    outcome = runner.run(source, ["level_3/test_hidden.py::test_lists"])
    assert outcome is not None
    assert outcome.passed


@pytest.mark.parametrize(
    ("answer", "strange"),
    [("1", False), ("()", False), ("True + 0.0", False), ("type('Sly', (int,), {})(1)", True)],
)
def test_an_answer_that_is_no_plain_data_is_told(
    runner: DryRunner, answer: str, strange: bool
) -> None:
    source = f"class Counter:\n    def count(self): return {answer}\n"
    outcome = runner.run(source.encode(), [FIRST[0]], DryTerms(settled=True))
    assert outcome is not None
    assert outcome.strange == ((FIRST[0],) if strange else ())
    assert (FIRST[0] in outcome.settled) is not strange


@pytest.mark.parametrize("use", ["len(made)", "bool(made)", "made == 1", "[*made]", "made < 2"])
def test_what_a_dry_run_cannot_see_of_an_object_is_told(tmp_path: Path, use: str) -> None:
    folder = write_sound_problem(tmp_path)
    file = folder / "level_1" / "test_hidden.py"
    file.write_text(f"{file.read_text()}\n\ndef test_use():\n    made = Counter()\n    {use}\n")
    with DryRunner(load_problem(folder)) as runner:
        test = "level_1/test_hidden.py::test_use"
        outcome = runner.run(b"class Counter:\n    def __len__(self): return 1\n", [test])
    assert outcome is not None
    assert (outcome.failed, outcome.strange) == ((test,), (test,))


def test_a_test_that_takes_too_long_is_slow_and_not_failed(runner: DryRunner) -> None:
    source = b"class Counter:\n    def count(self):\n        while True: pass\n"
    outcome = runner.run(source, runner.tests(1), DryTerms(slow_seconds=0.05, until_failure=True))
    assert outcome is not None
    assert (outcome.failed, outcome.slow) == ((), (FIRST[0],))


def test_after_so_many_slow_tests_the_rest_is_left_out(runner: DryRunner) -> None:
    source = b"class Counter:\n    def count(self):\n        while True: pass\n"
    outcome = runner.run(source, runner.tests(1), DryTerms(slow_seconds=0.05, most_slow=2))
    assert outcome is not None
    assert outcome.slow == tuple(runner.tests(1)[:2])


def test_a_program_that_ends_the_process_leaves_no_answer_and_the_next_one_gets_its_own(
    runner: DryRunner,
) -> None:
    assert runner.run(b"import os\nos._exit(0)\n", runner.tests(1)) is None
    good = runner.run(b"class Counter:\n    def count(self): return 1\n", runner.tests(1))
    assert good is not None
    assert good.passed


LONG = """

SEEN = []


def test_long():
    sum(range(3_000_000))
    assert Counter().count() == 1


def test_long_that_others_disturb():
    test_long()
    assert not SEEN


def test_disturbs():
    test_long()
    SEEN.append(1)
"""


def test_a_long_test_settles_for_as_long_as_nothing_has_changed(tmp_path: Path) -> None:
    folder = write_sound_problem(tmp_path)
    file = folder / "level_1" / "test_hidden.py"
    file.write_text(file.read_text() + LONG)
    long, disturbed, disturbs = (
        f"level_1/test_hidden.py::{name}"
        for name in ("test_long", "test_long_that_others_disturb", "test_disturbs")
    )
    source = b"class Counter:\n    def count(self): return 1\n"
    with DryRunner(load_problem(folder)) as runner:
        first = runner.run(source, [long, disturbed, disturbs], DryTerms(settled=True))
        other_order = runner.run(source, [disturbs, disturbed, long], DryTerms(settled=True))
        other_program = runner.run(b"class Counter:\n    pass\n", [long], DryTerms(settled=True))
    assert first is not None
    assert set(first.settled) == {long, disturbed}
    assert other_order is not None
    assert other_order.failed == (disturbed,)
    assert other_program is not None
    assert other_program.failed == (long,)


@pytest.mark.parametrize("beginning", ["{}", "def now():\n    {}"], ids="module function".split())
@pytest.mark.parametrize("ask", ["import time", "from os import urandom", "from uuid import uuid4"])
def test_what_asks_the_clock_or_chance_never_settles(
    tmp_path: Path, ask: str, beginning: str
) -> None:
    folder = write_sound_problem(tmp_path)
    file = folder / "level_1" / "test_hidden.py"
    file.write_text(f"{beginning.format(ask)}\n{file.read_text()}{LONG}")
    source = b"class Counter:\n    def count(self): return 1\n"
    with DryRunner(load_problem(folder)) as runner:
        outcome = runner.run(source, ["level_1/test_hidden.py::test_long"], DryTerms(settled=True))
    assert outcome is not None
    assert outcome.passed
    assert not outcome.settled


MODEL = """
from hypothesis import given, strategies as st

@given(st.integers(0, 9))
def test_drawn(number):
    assert Counter().count() == 1
"""


def test_what_settles_with_the_inputs_of_one_seed_runs_with_those_of_another(
    tmp_path: Path,
) -> None:
    folder = write_sound_problem(tmp_path)
    file = folder / "level_1" / "test_hidden.py"
    file.write_text(file.read_text() + MODEL)
    drawn = "level_1/test_hidden.py::test_drawn"
    source = b"class Counter:\n    def count(self): return 1\n"
    with DryRunner(load_problem(folder)) as runner:
        tests = runner.tests(1)
        outcomes = [
            runner.run(source, tests, DryTerms(seed=seed, settled=True)) for seed in (1, 1, 2)
        ]
        wrong = runner.run(source.replace(b"1", b"2"), tests, DryTerms(seed=1, settled=True))
    assert drawn in tests
    assert [outcome and set(outcome.settled) for outcome in outcomes] == [set(tests)] * 3
    assert wrong is not None
    assert set(wrong.failed) == set(wrong.settled) == set(tests)


@pytest.mark.parametrize(
    ("program", "settles"),
    [
        ("from random import Random\nDICE = Random(5)\n", True),
        ("from random import Random\nDICE = Random()\n", False),
        ("from random import Random as R\nDICE = R()\n", False),
        ("from random import random\n", False),
        ("def now():\n    import time\n", False),
        ("open\n", False),
        ("SEEN = []\n", True),
    ],
)
def test_a_program_that_asks_the_world_lets_no_test_settle(
    runner: DryRunner, program: str, settles: bool
) -> None:
    source = f"{program}class Counter:\n    def count(self): return 1\n"
    outcome = runner.run(source.encode(), runner.tests(1), DryTerms(settled=True))
    assert outcome is not None
    assert set(outcome.settled) == (set(runner.tests(1)) if settles else set())


def test_tests_settle_although_each_finds_the_program_new(runner: DryRunner) -> None:
    source = b"SEEN = []\nclass Counter:\n    def count(self): SEEN.append(1); return len(SEEN)\n"
    outcome = runner.run(source, runner.tests(1), DryTerms(settled=True))
    assert outcome is not None
    assert outcome.passed
    assert set(outcome.settled) == set(runner.tests(1))
