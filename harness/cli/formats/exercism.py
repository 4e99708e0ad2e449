"""A report as ``results.json`` of Exercism's test runners, version 3.

https://exercism.org/docs/building/tooling/test-runners/interface
"""

from typing import Any

from harness.cli.telling.listing import shown_failure
from harness.errors import InternalFaultError
from harness.grading.report import Report, TestResult
from harness.verdict import Verdict

OUTPUT_SIGNS = 500
"""The most of a test's output that the interface takes."""
_CUT = "\nOutput was truncated. Please limit to 500 chars"


def as_exercism(report: Report) -> dict[str, Any]:
    """Lay a report out for Exercism; a level is a task.

    The source of no test is told, though the interface would take it.

    Raises:
        InternalFaultError: the report is no verdict.
    """
    if report.verdict is Verdict.INTERNAL_ERROR:
        raise InternalFaultError(
            f"there is no verdict for Exercism: {report.message or 'a test could not be judged.'}"
        )
    shown = report.without_hidden_details()
    if report.message:  # one cause, before any test could ask anything
        return {"version": 3, "status": "error", "message": shown.message, "tests": []}
    status = "pass" if shown.accepted else "fail"
    tests = [_test(test) for test in sorted(shown.tests, key=_in_order)]
    return {"version": 3, "status": status, "message": None, "tests": tests}


def _in_order(test: TestResult) -> tuple[int, bool]:
    """By level, samples first; only the first failure is shown to the person."""
    return test.level, test.kind == "hidden"


def _test(test: TestResult) -> dict[str, Any]:
    wrong = test.verdict is Verdict.WRONG_ANSWER
    told: dict[str, Any] = {
        "name": f"level {test.level}, {test.kind}: {test.name}",
        "status": "pass" if test.accepted else "fail" if wrong else "error",
        "task_id": test.level,
    }
    if not test.accepted:
        told["message"] = shown_failure(test.model_copy(update={"output": ""}))
    if test.output:
        cut = len(test.output) > OUTPUT_SIGNS
        told["output"] = test.output[: OUTPUT_SIGNS - len(_CUT)] + _CUT if cut else test.output
    return told
