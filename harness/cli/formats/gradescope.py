"""A report as Gradescope's ``results.json``, which its autograders leave behind.

https://gradescope-autograders.readthedocs.io/en/latest/specs/
"""

from typing import Any

from harness.cli.telling.listing import shown_failure
from harness.errors import InternalFaultError
from harness.grading.report import Report, TestResult
from harness.verdict import Verdict


def as_gradescope(report: Report) -> dict[str, Any]:
    """Lay a report out for Gradescope, without anything that tells what a hidden test holds.

    Raises:
        InternalFaultError: the report is no verdict; without a file Gradescope says so itself.
    """
    if report.verdict is Verdict.INTERNAL_ERROR:
        raise InternalFaultError(
            f"there is no verdict for Gradescope: {report.message or 'a test could not be judged.'}"
        )
    shown = report.without_hidden_details()
    worth = {level.level: level.max_points / level.scored_total for level in shown.levels}
    return {
        "score": float(shown.score),  # rounded once, unlike the sum of the tests
        "execution_time": round(shown.wall_seconds, 3),
        "output": shown.message or str(shown.verdict),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [
            _test(test, f"{test.level}.{number}", worth[test.level])
            for level in shown.levels
            for number, test in enumerate(_of(level.level, shown), start=1)
        ],
        "extra_data": {
            key: value
            for key, value in shown.model_dump(mode="json").items()
            if key not in ("tests", "levels", "message")
        },
    }


def _of(level: int, report: Report) -> list[TestResult]:
    return [test for test in report.tests if test.level == level]


def _test(test: TestResult, number: str, worth: float) -> dict[str, Any]:
    points = worth if test.kind == "hidden" else 0.0
    return {
        "name": f"level {test.level}, {test.kind}: {test.name}",
        "number": number,
        "status": "passed" if test.accepted else "failed",
        "score": points if test.accepted else 0.0,
        "max_score": points,
        "output": "" if test.accepted else shown_failure(test),
        "tags": list(test.tags),
        "visibility": "visible",
    }
