"""Review: all that can be learned from one sitting, as a frozen value with a published schema."""

from collections.abc import Iterator
from typing import Literal

from harness.catalog.models import Model
from harness.review.concepts import Concepts
from harness.review.growth import Growth
from harness.review.pace import Pace
from harness.review.remark import Remark
from harness.review.section import Section
from harness.session import Summary

DESIGN = ("The state", "Where it will extend", "What is a method, and what is not")
"""What is asked before the code, as titles of the three answers."""


class Review(Model):
    """What to do better after one sitting, and what went well, each with its evidence."""

    format: Literal[1] = 1
    made_at: int
    """When it was made, in milliseconds since the Unix epoch."""
    summary: Summary
    """How the sitting ended."""
    design: tuple[str, str, str] | None = None
    """What the person noted before the code: the state, where it will extend, what is a method."""
    growth: Growth
    """How the code of one level carried the next."""
    habits: Section
    """What the file shows of its design."""
    pace: Pace
    """Where the time went."""
    concepts: Concepts
    """What the tests were about, over all sittings, and what to practise next."""
    own_tests: Section | None = None
    """What ``my_tests.py`` would have caught; None when it was not asked for."""
    integrity: Section | None = None
    """What an integrity review would ask about; None when it was not asked for."""

    @property
    def sections(self) -> Iterator[tuple[str, Section]]:
        """Every section that was looked at, by its title, in the order of reading."""
        titled = (
            ("Growth", self.growth),
            ("Habits", self.habits),
            ("Pace", self.pace),
            ("Own tests", self.own_tests),
            ("Integrity", self.integrity),
            ("Concepts", self.concepts),
        )
        return ((title, section) for title, section in titled if section is not None)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """Every remark, in the order of reading."""
        return tuple(remark for _, section in self.sections for remark in section.remarks)
