"""A sitting as people work in it: its folder, its beginning and end, and who may type."""

from harness.session.sitting.hints import Hint
from harness.session.sitting.judging import Grade, OnResult
from harness.session.sitting.sitting import Sitting
from harness.session.sitting.workspace import SOLUTION, read_solution, read_source

__all__ = [
    "SOLUTION",
    "Grade",
    "Hint",
    "OnResult",
    "Sitting",
    "read_solution",
    "read_source",
]
