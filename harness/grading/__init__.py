"""Is this solution right? Problem and source in, Report out.

Two processes, one rule: candidate code never shares a process with tests, expected values, or
whatever writes results. This room knows no clock, no session and no screen.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from harness.grading.grader import Grader
    from harness.grading.report import (
        Comparison,
        Exchange,
        GradingCancelledError,
        LevelResult,
        Report,
        TestResult,
    )

__all__ = [
    "Comparison",
    "Exchange",
    "Grader",
    "GradingCancelledError",
    "LevelResult",
    "Report",
    "TestResult",
]


def __getattr__(name: str) -> Any:
    # Lazy, because the evaluator's process passes through here and must start without pydantic.
    if name not in __all__:
        raise AttributeError(name)
    module = "grader" if name == "Grader" else "report"
    return getattr(import_module(f"harness.grading.{module}"), name)
