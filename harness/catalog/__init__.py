"""What a problem is: its models, how a folder becomes one, and which problems there are.

A problem is a folder of content: statements, tests, references and known-wrong submissions.
This room reads it into frozen models and never runs any of it.
"""

from harness.catalog.loader import load_problem
from harness.catalog.models import Level, Limits, Problem, Submission
from harness.catalog.registry import Catalog, Fault, load_catalog
from harness.verdict import Verdict

__all__ = [
    "Catalog",
    "Fault",
    "Level",
    "Limits",
    "Problem",
    "Submission",
    "Verdict",
    "load_catalog",
    "load_problem",
]
