"""Habits: what the syntax tree shows of a file's design, for better and for worse.

No check gives a score, and none may say of a reference or a second design of the built-in problems
what is not true; the tests hold that.
"""

from harness.review.habits.section import habits, look_at

__all__ = ["habits", "look_at"]
