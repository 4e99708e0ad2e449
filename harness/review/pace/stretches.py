"""Stretches without news: submissions in a row that brought no new test to pass."""

from dataclasses import dataclass

from harness.review.breaks import accepted
from harness.review.material import Material
from harness.session import Attempt

RUNS = 4
SECONDS = 10 * 60
"""With fewer runs, or in less time, nobody is called stuck."""


@dataclass(frozen=True)
class Stretch:
    """Some submissions at one level, none of which passed a test that had not passed before."""

    attempts: tuple[Attempt, ...]
    tests: tuple[str, ...]
    """Tests that failed in every one of them."""
    seconds: int
    """From the first of them to the one that brought news, or to the last."""


def stretches(material: Material) -> tuple[Stretch, ...]:
    """Find where a person was stuck, in order."""
    found = []
    ever: frozenset[str] = frozenset()
    row: list[Attempt] = []
    for attempt in material.counted:
        now = accepted(attempt)
        news = bool(now - ever)
        ever |= now
        if row and (news or attempt.level != row[-1].level):
            found.append(_stretch(material, row, attempt))
            row = []
        if attempt.level > attempt.levels_passed:
            row.append(attempt)
    if row:
        found.append(_stretch(material, row, row[-1]))
    return tuple(
        each
        for each in found
        if len(each.attempts) >= RUNS and each.seconds >= SECONDS and each.tests
    )


def _stretch(material: Material, row: list[Attempt], until: Attempt) -> Stretch:
    failing = [
        {test.id for test in attempt.report.tests if not test.accepted}
        for attempt in row
        if attempt.report is not None and attempt.report.tests
    ]
    return Stretch(
        attempts=tuple(row),
        tests=tuple(sorted(set.intersection(*failing))) if failing else (),
        seconds=material.second(until.at) - material.second(row[0].at),
    )
