"""Snapshots: the file as it was at the end of each level."""

from dataclasses import dataclass

from harness.review.material import Material
from harness.review.remark import Place
from harness.review.syntax.definitions import SourceFile, parsed
from harness.session import Attempt


@dataclass(frozen=True)
class Snapshot:
    """The file at the end of a level, or where the person left it."""

    level: int
    attempt: Attempt | None
    """None for the file that a drill began with."""
    source: SourceFile

    def place(self, first: int, last: int) -> Place:
        """These lines of it."""
        return Place(
            submission=self.attempt.number if self.attempt else None,
            file="solution.py",
            first_line=first,
            last_line=last,
            excerpt=self.source.excerpt(first, last),
        )


def snapshots(material: Material) -> tuple[Snapshot, ...]:
    """Return the file at the end of each level that was worked on, the lowest first.

    A level that was completed ends with the submission that completed it; the one that was not
    ends with its best submission, the latest of equals. Versions that are not Python are left out.
    """
    found = []
    first = material.state.started.first_level
    if material.state.mode.one_level and first > 1:
        found.append(_snapshot(first - 1, None, material.starter.decode("utf-8", "replace")))
    for level in range(first, len(material.state.levels) + 1):
        ending = _ending(material, level)
        if ending is not None:
            found.append(_snapshot(level, ending, material.text(ending)))
    return tuple(snapshot for snapshot in found if snapshot is not None)


def _ending(material: Material, level: int) -> Attempt | None:
    here = [attempt for attempt in material.counted if attempt.level == level]
    completing = [attempt for attempt in here if attempt.levels_passed >= level]
    if completing:
        return completing[0]
    return max(here, key=lambda attempt: (attempt.score, attempt.number), default=None)


def _snapshot(level: int, attempt: Attempt | None, text: str) -> Snapshot | None:
    source = parsed(text)
    return None if source is None else Snapshot(level, attempt, source)
