"""A class: many submissions of one problem, each graded exactly once, and what came of them.

A folder of submissions becomes a ``Run`` in a ``Ledger``; graders side by side, here or on a
cluster, fill in what is missing; reports are made from the ledger alone. This room knows no
sitting and no screen.
"""

from harness.classroom.folder import Submission, passed_over, read_folder
from harness.classroom.ledger import Ledger
from harness.classroom.run import Row, Run, Terms

__all__ = ["Ledger", "Row", "Run", "Submission", "Terms", "passed_over", "read_folder"]
