"""What tests are about, by their tags: which concepts a person is strong and weak in."""

from collections import Counter
from dataclasses import dataclass

from harness.session import SessionState

FEW = 3
"""With fewer tests than this nothing is said of a concept."""
STRONG, WEAK = 0.9, 0.6
"""Shares of passed tests from which, and below which, a concept is called so."""


@dataclass(frozen=True)
class Concept:
    """What some tests are about, and how many of them passed in the best submissions."""

    tag: str
    passed: int
    total: int

    @property
    def share(self) -> float:
        """The share of passed tests."""
        return self.passed / self.total

    @property
    def word(self) -> str:
        """Say whether it is strong or weak."""
        if self.total < FEW:
            return "too few tests"
        return "strong" if self.share >= STRONG else "weak" if self.share < WEAK else "fair"


def concepts(states: list[SessionState]) -> tuple[Concept, ...]:
    """Count the tests of the best submissions by their tags, the weakest first."""
    passed: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for state in states:
        report = state.best.report if state.best else None
        for test in report.tests if report else ():
            for tag in test.tags:
                total[tag] += 1
                passed[tag] += test.accepted
    every = [Concept(tag, passed[tag], total[tag]) for tag in total]
    return tuple(sorted(every, key=lambda concept: (concept.share, concept.tag)))
