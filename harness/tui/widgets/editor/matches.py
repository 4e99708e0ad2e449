"""Where a text occurs in another: pure functions, in rows and columns."""

import re
from bisect import bisect_right
from itertools import accumulate

Place = tuple[int, int]
"""Row and column, both from 0."""


def matches(text: str, wanted: str, *, case: bool) -> list[tuple[Place, Place]]:
    """Return where ``wanted`` begins and ends, each time; empty when nothing is wanted."""
    if not wanted:
        return []
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]

    def place(offset: int) -> Place:
        row = bisect_right(starts, offset) - 1
        return row, offset - starts[row]

    flags = re.NOFLAG if case else re.IGNORECASE
    found = re.finditer(re.escape(wanted), text, flags)
    return [(place(match.start()), place(match.end())) for match in found]


def next_match(found: list[tuple[Place, Place]], at: Place, step: int) -> int | None:
    """Return the index of the match after a place, or before it; they go round."""
    if not found:
        return None
    if step > 0:
        return next((n for n, (start, _) in enumerate(found) if start >= at), 0)
    before = [n for n, (start, _) in enumerate(found) if start < at]
    return before[-1] if before else len(found) - 1
