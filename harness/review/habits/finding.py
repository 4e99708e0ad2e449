"""Finding: what one check of design saw, with the lines it saw it in."""

from collections.abc import Iterator
from dataclasses import dataclass

from harness.review.remark import Figure, Tone


@dataclass(frozen=True)
class Finding:
    """Something of a file's design that is worth a word."""

    kind: str
    """Without its section: ``flat_keys``."""
    tone: Tone
    sentence: str
    lines: tuple[tuple[int, int], ...]
    """First and last line of every place; never none."""
    figures: tuple[Figure, ...] = ()


Findings = Iterator[Finding]

MOST_PLACES = 6
"""More places than this are counted, not shown."""
