"""Where a sitting stands, told: its score with the sum a person can check, its lines and rows."""

from harness.session.summary.score import amount, arithmetic, in_plan, score
from harness.session.summary.standing import Standing, standing
from harness.session.summary.summary import LevelSummary, Summary, summarize

__all__ = [
    "LevelSummary",
    "Standing",
    "Summary",
    "amount",
    "arithmetic",
    "in_plan",
    "score",
    "standing",
    "summarize",
]
