"""A busy machine never fails a right answer, and verdicts do not depend on it."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from harness.grading import Grader

from .conftest import Author, faults

TESTS = "from solution import Thing\n" + "".join(
    f"def test_{number}():\n    assert Thing().work({number}) == {number}\n" for number in range(6)
)
HALF_THE_LIMIT = b"""
import sys, time
class Thing:
    def work(self, n):
        while time.process_time() < 0.25: pass
        return n
"""
WRONG = b"class Thing:\n    def work(self, n):\n        return n if n != 3 else 0\n"


@pytest.fixture
def busy_machine() -> Iterator[None]:
    """Keep every core busy twice over."""
    spin = [sys.executable, "-c", "while True: pass"]
    load = [subprocess.Popen(spin) for _ in range(2 * (os.cpu_count() or 1))]
    yield
    for process in load:
        process.kill()
        process.wait()


@pytest.mark.slow
@pytest.mark.alone
@pytest.mark.usefixtures("busy_machine")
def test_half_of_the_limit_is_always_enough(author: Author) -> None:
    with Grader(author(TESTS)) as grader:
        for _ in range(10):
            report = grader.grade(HALF_THE_LIMIT, 1)
            assert report.accepted, faults(report)


@pytest.mark.slow
@pytest.mark.alone
@pytest.mark.usefixtures("busy_machine")
def test_a_hundred_shuffled_gradings_give_one_verdict(author: Author) -> None:
    with Grader(author(TESTS)) as grader:
        told = {
            tuple(sorted((test.id, test.verdict.code) for test in report.tests))
            for report in (grader.grade(WRONG, 1, seed=seed, shuffled=True) for seed in range(100))
        }
    assert len(told) == 1


@pytest.mark.slow
def test_a_long_lived_grader_leaks_nothing(author: Author) -> None:
    def held(grader: Grader) -> tuple[int, int, int]:
        evaluator = grader._evaluator.pid  # type: ignore[union-attr]
        with open(f"/proc/{evaluator}/status", encoding="utf-8") as status:
            memory = next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
        ours = len(os.listdir("/proc/self/fd"))
        return ours, len(os.listdir(f"/proc/{evaluator}/fd")), memory

    submissions = [WRONG, b"class Thing:\n    def work(self, n):\n        return n\n", b"x ="]
    submissions.append(b"import os\nclass Thing:\n    def work(self, n):\n        os._exit(0)\n")
    with Grader(author(TESTS)) as grader:
        for number in range(200):
            grader.grade(submissions[number % 4], 1)
        before = held(grader)
        for number in range(1800):
            grader.grade(submissions[number % 4], 1)
        after = held(grader)
    assert after[:2] == before[:2]
    assert after[2] < before[2] * 1.05 + 2048, "KiB of the evaluator's memory grew"
