"""The supervisor's side: faults of ours are internal errors, and nothing is left behind."""

import contextlib
import os
import re
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from harness.catalog import Problem
from harness.errors import WrongUseError
from harness.grading import Grader, GradingCancelledError, Report, TestResult
from harness.verdict import Verdict

from .conftest import Author, descendants

ADDS = "from solution import Thing\ndef test_adds():\n    assert Thing().add(1, 2) == 3\n"
RIGHT = b"class Thing:\n    def add(self, a, b):\n        return a + b\n"
ENDLESS = b"class Thing:\n    def add(self, a, b):\n        while True: pass\n"


def test_closing_leaves_no_process_descriptor_or_folder(author: Author) -> None:
    problem = author(ADDS)
    before = descendants(), set(os.listdir("/proc/self/fd")), set(Path("/tmp").glob("harness-*"))
    with Grader(problem) as grader:
        assert grader.grade(RIGHT, 1).accepted
        assert len(descendants()) > len(before[0])
    after = descendants(), set(os.listdir("/proc/self/fd"))
    assert after == before[:2]


def test_a_cancelled_run_says_so_and_the_next_is_graded(author: Author) -> None:
    tests = ADDS + "".join(
        f"def test_{n}():\n    assert Thing().add({n}, 0) == {n}\n" for n in range(200)
    )
    with Grader(author(tests)) as grader:
        first = threading.Event()
        assert grader.grade(RIGHT, 1).accepted
        idle = len(descendants())

        def cancel_after_the_first(_: TestResult) -> None:
            if not first.is_set():
                first.set()
                threading.Thread(target=grader.cancel).start()

        with pytest.raises(GradingCancelledError):
            grader.grade(ENDLESS, 1, on_result=cancel_after_the_first)
        assert len(descendants()) == idle
        assert grader.grade(RIGHT, 1).accepted


def test_a_run_can_be_cancelled_while_its_tests_are_still_collected(author: Author) -> None:
    problem = author("import time\ntime.sleep(2)\n" + ADDS)
    with Grader(problem) as grader:
        threading.Timer(0.7, grader.cancel).start()
        heard: list[TestResult] = []
        with pytest.raises(GradingCancelledError):
            grader.grade(ENDLESS, 1, on_result=heard.append)
        assert heard == []
        assert grader.grade(RIGHT, 1).accepted


def kill_evaluator(grader: Grader) -> None:
    os.kill(grader._evaluator.pid, signal.SIGKILL)  # type: ignore[union-attr]


def kill_whatever_is_below(grader: Grader) -> None:
    evaluator = grader._evaluator.pid  # type: ignore[union-attr]
    for pid in descendants() - {evaluator}:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


@pytest.mark.parametrize("kill", [kill_evaluator, kill_whatever_is_below])
def test_a_judge_killed_between_two_gradings_costs_nobody_a_verdict(
    author: Author, kill: Callable[[Grader], None]
) -> None:
    with Grader(author(ADDS)) as grader:
        protections = grader.grade(RIGHT, 1).protections
        for _ in range(2):
            kill(grader)
            time.sleep(0.3)
            report = grader.grade(RIGHT, 1)
            assert report.accepted
            assert report.protections == protections


@pytest.mark.parametrize("kill", [kill_evaluator, kill_whatever_is_below])
def test_a_killed_judge_is_an_internal_error_and_can_be_asked_again(
    author: Author, kill: Callable[[Grader], None]
) -> None:
    tests = "from solution import Thing\n" + "".join(
        f"def test_{n}():\n    assert Thing().add({n}, 0) == {n}\n" for n in range(20)
    )
    with Grader(author(tests)) as grader:
        killed = threading.Event()

        def kill_once(_: TestResult) -> None:
            if not killed.is_set():
                killed.set()
                kill(grader)
                time.sleep(0.1)

        report = grader.grade(RIGHT, 1, on_result=kill_once)
        wrong = {test.verdict for test in report.tests} - {Verdict.ACCEPTED}
        assert wrong <= {Verdict.INTERNAL_ERROR}
        assert report.verdict is Verdict.INTERNAL_ERROR or report.accepted
        assert grader.grade(RIGHT, 1).accepted


@pytest.mark.parametrize(
    ("tests", "words"),
    [
        ("def test_x(:\n", "SyntaxError"),
        ("import nothing_of_the_kind\ndef test_x(): pass\n", "nothing_of_the_kind"),
        ("from solution import Thing\nThing()\ndef test_x(): pass\n", "while it is imported"),
        ("from solution import Thing\ndef test_x(): assert Thimg().add(1, 2) == 3\n", "Thimg"),
        ("from solution import Thing\ndef test_x(absent): assert Thing()\n", "absent"),
        ("from solution import Thing\ndef test_x(): Thing().add(object(), 1)\n", "object"),
        ("import os\ndef test_x(): os._exit(3)\n", "ended unexpectedly"),
        ("import os\ndef test_x(): os.kill(os.getpid(), 9)\n", "ended unexpectedly"),
        ("", "no scored test"),
    ],
)
def test_a_fault_of_the_problem_is_an_internal_error(
    author: Author, tests: str, words: str
) -> None:
    with Grader(author(tests)) as grader:
        report = grader.grade(RIGHT, 1)
    assert report.verdict is Verdict.INTERNAL_ERROR
    assert report.score == 0
    told = " ".join([report.message, *(test.message for test in report.tests)])
    assert words in told


@pytest.mark.parametrize("value", ["object()", "1 << 10**7"])
def test_a_function_of_the_test_that_returns_what_cannot_cross_is_a_fault_of_the_problem(
    author: Author, value: str
) -> None:
    tests = f"from solution import Thing\ndef test_x(): Thing().add(lambda: {value}, 1)\n"
    with Grader(author(tests)) as grader:
        (test,) = grader.grade(b"class Thing:\n    def add(self, a, b): return a()\n", 1).tests
    assert test.verdict is Verdict.INTERNAL_ERROR
    assert "a test hands" in test.message


def test_a_level_that_does_not_exist_is_wrong_use(author: Author) -> None:
    with Grader(author(ADDS)) as grader, pytest.raises(WrongUseError, match="no level 2"):
        grader.grade(RIGHT, 2)


def test_a_suite_with_an_alarm_of_its_own_does_not_break_the_judge(author: Author) -> None:
    tests = """
        import signal
        import pytest
        from solution import Thing
        def test_alarm():
            def rang(*_): raise TimeoutError("too slow")
            signal.signal(signal.SIGALRM, rang)
            signal.setitimer(signal.ITIMER_REAL, 0.2)
            try:
                with pytest.raises(TimeoutError):
                    Thing().add(1, 2)
            finally:
                signal.setitimer(signal.ITIMER_REAL, 0)
        def test_after():
            assert Thing().add is not None
    """
    with Grader(author(tests)) as grader:
        codes = [test.verdict.code for test in grader.grade(ENDLESS, 1).tests]
    assert codes == ["AC", "AC"]


SEARCH = """
class Thing:
    def add(self, a, b):
        needle = ("SECRET" + "_OF_THE_TESTS").encode()
        found = []
        for name in ("environ", "cmdline"):
            with open("/proc/self/" + name, "rb") as file:
                if needle in file.read(): found.append(name)
        with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
            for line in maps:
                span, access = line.split()[:2]
                if "r" not in access or "[v" in line: continue
                start, end = (int(part, 16) for part in span.split("-"))
                try:
                    memory.seek(start)
                    data = memory.read(end - start)
                except (OSError, ValueError):
                    continue
                at = data.find(needle)
                while at >= 0:
                    # What this function itself has put together does not count.
                    if data[at - 40 : at].find(b"level_") >= 0 or data[at + 19 : at + 30] == b"_EXPECTED":
                        found.append(line)
                    at = data.find(needle, at + 1)
        return found
"""


def test_no_test_is_in_the_workers_memory_or_environment(
    author: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HARNESS_WITHOUT", "landlock,seccomp,bubblewrap")  # so that it may look
    tests = """
        from solution import Thing
        EXPECTED = "SECRET_OF_THE_TESTS_EXPECTED"
        def test_secret():
            assert Thing().add(1, 2) == []
        def test_expected():
            assert Thing().add(1, 2) != EXPECTED
    """
    with Grader(author(tests)) as grader:
        report = grader.grade(SEARCH.encode(), 1)
    assert [test.verdict.code for test in report.tests] == ["AC", "AC"], report.tests[0].message


@pytest.mark.slow
def test_a_thousand_reports_are_equal_but_for_their_times(problem: Problem) -> None:
    source = (problem.folder / "submissions" / "accepted" / "level_3.py").read_bytes()

    def timeless(report: Report) -> str:
        return re.sub(r'"(cpu|wall)_seconds":[^,}]*', "", report.model_dump_json())

    with Grader(problem) as grader:
        assert len({timeless(grader.grade(source, 3)) for _ in range(20)}) == 1
