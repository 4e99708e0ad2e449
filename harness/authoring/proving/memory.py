"""Memory: what each test has said of each program, for as long as neither of them changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from pathlib import Path

from harness.grading.evaluator.suite.footings import Footings
from harness.grading.report import TestResult


class Word(Enum):
    """What a dry run says of a test."""

    PASSED = "passed"
    FAILED = "failed"
    SLOW = "slow"


@dataclass(frozen=True)
class Trial:
    """What a test has a word on, beside its own text."""

    program: bytes
    """The digest of its source."""
    seed: int
    seconds: float
    """CPU seconds that a test may take."""

    @classmethod
    def of(cls, source: bytes, seed: int, seconds: float) -> "Trial":
        """The trial of a program."""
        return cls(sha256(source).digest(), seed, seconds)


class Memory:
    """Only of tests whose outcome stands by itself; whoever notes it has to know that.

    What was known of a text is known again when the text comes back.
    """

    def __init__(self, package: Path) -> None:
        """Nothing is known.

        Args:
            package: the problem's folder; its limits must not change.
        """
        self._package = package
        self._footings: Footings | None = None
        self._words: dict[tuple[Trial, bytes], Word] = {}
        self._results: dict[tuple[Trial, bytes], TestResult] = {}
        self.look_again()

    def look_again(self) -> bool:
        """Read what the tests are now; return whether any has changed."""
        was = self._footings
        try:
            self._footings = Footings(self._package)
        except OSError:
            self._footings = None  # a file went while it was read: nothing is known of any
        return self._footings is None or self._footings != was

    def word(self, trial: Trial, test: str) -> Word | None:
        """What a dry run would say of a test; None where that is not known."""
        return self._words.get((trial, self._footing(test)))

    def note_words(self, trial: Trial, words: Iterable[tuple[str, Word]]) -> None:
        """Remember what a dry run said of tests that stand by themselves."""
        for test, word in words:
            if footing := self._footing(test):
                self._words[trial, footing] = word

    def result(self, trial: Trial, test: str) -> TestResult | None:
        """What the grader would say of a test, briefly; None where that is not known."""
        return self._results.get((trial, self._footing(test)))

    def note_results(self, trial: Trial, results: Iterable[TestResult]) -> None:
        """Remember what the grader said of tests that stand by themselves."""
        for result in results:
            if footing := self._footing(result.id):
                self._results[trial, footing] = result

    def _footing(self, test: str) -> bytes:
        footing = self._footings.of(test) if self._footings else None
        return footing.whole if footing else b""
