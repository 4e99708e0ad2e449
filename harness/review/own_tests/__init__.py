"""Own tests: are they right, and which realistic mistakes would they have noticed?"""

from harness.review.own_tests.section import own_tests

__all__ = ["own_tests"]
