"""A sitting as people work in it: its folder, its beginning and end, and who may type."""

from harness.session.sitting.ending import close_overdue
from harness.session.sitting.hints import Hint
from harness.session.sitting.judging import Grade, OnResult
from harness.session.sitting.origin import problem_of
from harness.session.sitting.sitting import Sitting
from harness.session.sitting.whole_file import replace_whole, write_beside
from harness.session.sitting.workspace import SOLUTION, read_solution, read_source

__all__ = [
    "SOLUTION",
    "Grade",
    "Hint",
    "OnResult",
    "Sitting",
    "close_overdue",
    "problem_of",
    "read_solution",
    "read_source",
    "replace_whole",
    "write_beside",
]
