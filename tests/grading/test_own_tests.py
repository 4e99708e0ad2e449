"""A person's own tests run beside their solution, with pytest, and as confined as it is."""

import threading
import time
from collections.abc import Callable, Iterator
from textwrap import dedent

import pytest

from harness.grading import GradingCancelledError
from harness.grading.own_tests import OwnTest, OwnTests, OwnTestsReport
from harness.grading.worker.protections import FILES_CONFINED

from .conftest import Author, descendants, write_question

SOLUTION = "class Thing:\n    def twice(self, n):\n        return 2 * n\n"
HIDDEN = "from solution import Thing\n\ndef test_twice():\n    assert Thing().twice(2) == 4\n"

Run = Callable[..., OwnTestsReport]


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OwnTests]:
    """One for all, as a person has it: each run is a process of its own."""
    with OwnTests(write_question(tmp_path_factory.mktemp("own"), HIDDEN)) as own:
        yield own
    assert not descendants()


@pytest.fixture
def run(own: OwnTests) -> Run:
    def run(tests: str, solution: str = SOLUTION) -> OwnTestsReport:
        return own.run(dedent(solution).encode(), dedent(tests).encode())

    return run


def outcomes(report: OwnTestsReport) -> dict[str, str]:
    return {test.name: test.outcome for test in report.tests}


def test_pytest_and_unittest_both_run(run: Run) -> None:
    report = run(
        """
        import unittest
        import pytest
        from solution import Thing

        @pytest.fixture
        def thing():
            return Thing()

        @pytest.mark.parametrize("n", [0, 3])
        def test_twice(thing, n):
            assert thing.twice(n) == n + n

        @pytest.mark.skip(reason="later")
        def test_later():
            assert False

        class TestThing(unittest.TestCase):
            def setUp(self):
                self.thing = Thing()

            def test_zero(self):
                self.assertEqual(self.thing.twice(0), 0)
        """
    )
    assert outcomes(report) == {
        "test_twice[0]": "passed",
        "test_twice[3]": "passed",
        "test_later": "skipped",
        "TestThing::test_zero": "passed",
    }
    assert report.all_passed
    assert report.message == ""


def test_a_failure_says_where_and_why(run: Run) -> None:
    report = run(
        """\
        from solution import Thing
        def test_wrong():
            print("asking")
            assert Thing().twice(2) == 5
        """
    )
    (test,) = report.tests
    assert (test.outcome, test.line, test.output) == ("failed", 4, "asking\n")
    assert "assert 4 == 5" in test.message
    assert "twice(2)" in test.detail
    assert not report.all_passed


def test_properties_run_too(run: Run) -> None:
    report = run(
        """
        from hypothesis import given, strategies as st
        from solution import Thing

        @given(st.integers())
        def test_even(n):
            assert Thing().twice(n) % 2 == 0

        @given(st.text())
        def test_short(text):
            assert len(text) < 3
        """
    )
    assert outcomes(report) == {"test_even": "passed", "test_short": "failed"}


@pytest.mark.parametrize(
    ("tests", "solution", "says"),
    [
        ("def test_x(:\n", SOLUTION, "my_tests.py, line 1: SyntaxError"),
        ("import nowhere\n", SOLUTION, "my_tests.py, line 1: ModuleNotFoundError"),
        ("from solution import Thong\n", SOLUTION, "my_tests.py, line 1: ImportError"),
        ("def test_x(): pass\n", "\n1 / 0\n", "solution.py, line 2: ZeroDivisionError"),
        ("def test_x(): pass\n", "x = 1\0\n", "solution.py: SyntaxError"),
        ("def test_x(): pass\0\n", SOLUTION, "my_tests.py: SyntaxError"),
        ("def test_x(): pass\n", "import os\nos._exit(0)\n", "ended the process"),
        ("x = 1\n", SOLUTION, "no test"),
        ("", SOLUTION, "no test"),
    ],
)
def test_what_cannot_be_run_is_one_line(run: Run, tests: str, solution: str, says: str) -> None:
    report = run(tests, solution)
    assert says in report.message
    assert "\n" not in report.message
    assert not report.all_passed


def test_tests_reach_no_further_than_a_submission(run: Run) -> None:
    report = run(
        """
        import os, socket, subprocess, sys
        def test_reads(): open("/etc/passwd")
        def test_writes(): open("/tmp/here", "w")
        def test_starts(): subprocess.run(["true"])
        def test_connects(): socket.create_connection(("127.0.0.1", 1))
        def test_imports(): import textual
        def test_finds_the_judge():
            assert not [name for name in sys.modules if name.startswith("harness")]
        """
    )
    if FILES_CONFINED not in report.protections:
        pytest.skip("nothing here confines files")
    expected = dict.fromkeys(outcomes(report), "failed")
    assert outcomes(report) == {**expected, "test_finds_the_judge": "passed"}


def test_a_lie_about_the_outcome_is_their_own(run: Run) -> None:
    report = run(
        """
        import json, os
        def test_lies():
            for event in ({"event": "test"}, {"event": "test", "name": 3}, [], "x",
                          {"event": "broken", "file": "my_tests.py", "line": "x", "message": []},
                          {"event": "begin", "protections": [1, []]},
                          {"event": "test", "name": "\\ud800", "outcome": "passed"}):
                os.write(3, json.dumps(event).encode() + b"\\n")
            os.write(3, b"\\xff\\n")
            assert False
        """
    )
    assert outcomes(report) == {"test_lies": "failed"}
    assert report.model_dump_json()


def test_an_endless_test_is_given_up(own: OwnTests, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("harness.grading.own_tests.runner._TEST_SECONDS", 1.0)
    tests = b"def test_a(): pass\ndef test_b():\n    while True: pass\ndef test_c(): pass\n"
    report = own.run(SOLUTION.encode(), tests)
    assert outcomes(report) == {"test_a": "passed", "test_b": "not ended", "test_c": "not run"}
    assert "test_b" in report.message
    assert own.run(SOLUTION.encode(), b"def test_a(): pass\n").all_passed


def test_a_run_can_be_cancelled(own: OwnTests) -> None:
    threading.Timer(1.5, own.cancel).start()
    started = time.monotonic()
    with pytest.raises(GradingCancelledError):
        own.run(SOLUTION.encode(), b"def test_b():\n    while True: pass\n")
    assert time.monotonic() - started < 60
    assert own.run(SOLUTION.encode(), b"def test_a(): pass\n").all_passed


def test_results_come_as_they_are_made(own: OwnTests) -> None:
    came: list[OwnTest] = []
    report = own.run(
        SOLUTION.encode(), b"def test_a(): pass\ndef test_b(): assert 0\n", came.append
    )
    assert tuple(came) == report.tests


def test_own_tests_too_may_import_by_the_name_that_the_problem_uses(author: Author) -> None:
    problem = author(HIDDEN).model_copy(update={"modules": ("things",)})
    with OwnTests(problem) as own:
        report = own.run(SOLUTION.encode(), HIDDEN.replace("solution", "things").encode())
    assert outcomes(report) == {"test_twice": "passed"}
