"""Concepts: what tests are about, how well that is held over all sittings, and what is next."""

from harness.review.concepts.section import Concept, Concepts, concepts

__all__ = ["Concept", "Concepts", "concepts"]
