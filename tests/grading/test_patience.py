"""A submission that hangs in many tests neither keeps a person waiting nor loses what it passes."""

import pytest

from harness.grading import Grader

from .conftest import Author

TESTS = "from solution import Thing\nimport pytest\n" + "".join(
    f"def test_{number}():\n    assert Thing().half({number}) == {number // 2}\n"
    for number in range(60)
)


def test_a_method_that_hangs_now_and_then_costs_only_its_tests(author: Author) -> None:
    source = "class Thing:\n    def half(self, n):\n        while n % 6 == 0: pass\n        return n // 2\n"
    problem = author(TESTS)
    strict = problem.limits.model_copy(update={"cpu_seconds": 0.2})
    with Grader(problem.model_copy(update={"limits": strict})) as grader:
        report = grader.grade(source.encode(), 1)
    codes = [test.verdict.code for test in report.tests]
    assert codes == ["TLE" if number % 6 == 0 else "AC" for number in range(60)]


@pytest.mark.slow
def test_after_too_much_lost_time_the_rest_is_skipped_and_says_so(author: Author) -> None:
    source = "import time\nclass Thing:\n    def half(self, n):\n        time.sleep(60)\n"
    problem = author(TESTS)
    patient = problem.limits.model_copy(update={"idle_seconds": 5.0})
    with Grader(problem.model_copy(update={"limits": patient})) as grader:
        report = grader.grade(source.encode(), 1)
    codes = [test.verdict.code for test in report.tests]
    assert codes[:3] == ["TLE"] * 3
    assert codes[-1] == "SK"
    assert "ran out of time too often" in report.tests[-1].message
    assert report.verdict.code == "TLE"
