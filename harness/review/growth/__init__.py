"""Growth: whether the code of one level carried the next, by its syntax tree."""

from harness.review.growth.section import Growth, Step, growth

__all__ = ["Growth", "Step", "growth"]
