"""A report as the ``results.json`` of a service that shows it to whoever handed in."""

from typing import Any

from harness.cli.formats.exercism import as_exercism
from harness.cli.formats.gradescope import as_gradescope
from harness.grading.report import Report

_FORMATS = {"gradescope": as_gradescope, "exercism": as_exercism}


def results_json(service: str, report: Report) -> dict[str, Any]:
    """Lay a report out for a service.

    Raises:
        InternalFaultError: the report is no verdict.
    """
    return _FORMATS[service](report)
