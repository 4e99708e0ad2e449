"""The tests that a person writes for their own solution, run confined like the solution itself.

They are no more trusted than it is: both run in one process of the sandbox that submissions run
in, with pytest beside them. What comes back is what that process says of itself, which is good
enough to learn from and never counts.
"""

from harness.grading.own_tests.report import OwnTest, OwnTestsReport
from harness.grading.own_tests.runner import OwnTests

__all__ = ["OwnTest", "OwnTests", "OwnTestsReport"]
