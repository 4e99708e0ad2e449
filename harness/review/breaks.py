"""Breaks: tests that had passed and then failed, and how long until they passed again."""

from dataclasses import dataclass
from itertools import pairwise

from harness.review.material import Material
from harness.session import Attempt


@dataclass(frozen=True)
class Break:
    """What one submission broke."""

    before: Attempt
    """The last submission in which these tests passed."""
    attempt: Attempt
    """The one that broke them."""
    tests: tuple[str, ...]
    """Their ids."""
    levels: tuple[int, ...]
    """The levels they belong to."""
    mended: Attempt | None
    """The first later submission in which all of them passed again; None if there was none."""
    seconds: int
    """Until then, or until the end of the sitting, on the sitting's own clock."""


def breaks(material: Material) -> tuple[Break, ...]:
    """Find every submission that broke tests, in order; one that did not load breaks nothing."""
    attempts = [attempt for attempt in material.counted if _loaded(attempt)]
    found = []
    for index, (before, attempt) in enumerate(pairwise(attempts)):
        assert attempt.report is not None
        passed = accepted(before)
        broken = [t for t in attempt.report.tests if t.id in passed and not t.accepted]
        if not broken:
            continue
        tests = {test.id for test in broken}
        mended = next((a for a in attempts[index + 2 :] if tests <= accepted(a)), None)
        until = mended.at if mended else material.ended_at
        found.append(
            Break(
                before=before,
                attempt=attempt,
                tests=tuple(sorted(tests)),
                levels=tuple(sorted({test.level for test in broken})),
                mended=mended,
                seconds=material.second(until) - material.second(attempt.at),
            )
        )
    return tuple(found)


def _loaded(attempt: Attempt) -> bool:
    """Whether the file could be run at all: a slip of the pen says nothing about its code."""
    report = attempt.report
    if report is None or not report.tests:
        return False
    return not report.message or any(test.accepted for test in report.tests)


def accepted(attempt: Attempt) -> frozenset[str]:
    """The tests that a submission passed."""
    tests = attempt.report.tests if attempt.report else ()
    return frozenset(test.id for test in tests if test.accepted)
