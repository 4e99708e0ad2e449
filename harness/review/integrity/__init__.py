"""Integrity, as advice: what a reviewer of the code would ask about, with the evidence, no verdict.

Four looks: literals that only hidden tests use, and branches on them; code that watches the tests;
likeness to a known solution; and, the strongest, answers to inputs that no test had before.
"""

from harness.review.integrity.section import integrity

__all__ = ["integrity"]
