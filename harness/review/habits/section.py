"""The section on habits: what the file shows of its design, with the lines."""

from collections.abc import Callable, Iterator, Sequence

from harness.review.habits.bare_records import bare_records
from harness.review.habits.copies import copies
from harness.review.habits.done_well import one_place, records
from harness.review.habits.finding import MOST_PLACES, Finding, Findings
from harness.review.habits.flat_keys import flat_keys
from harness.review.habits.one_method import one_method
from harness.review.habits.open_storage import open_storage
from harness.review.habits.shared_state import shared_state
from harness.review.material import Material
from harness.review.remark import Remark
from harness.review.section import Section
from harness.review.snapshots import Snapshot, snapshots
from harness.review.syntax.definitions import SourceFile

_FOUNDATIONS: tuple[Callable[[SourceFile], Findings], ...] = (
    flat_keys,
    shared_state,
    bare_records,
)
"""What a first level decides for those after it."""
_CHECKS = (*_FOUNDATIONS, open_storage, one_method, copies, records, one_place)


def habits(material: Material) -> Section:
    """Look at the design of the file as it was last, and at what level 1 began with."""
    ends = snapshots(material)
    if not ends or ends[-1].attempt is None:
        return Section(silence="No submission is Python that can be read.")
    return Section(remarks=tuple(_remarks(ends)))


def look_at(source: SourceFile) -> tuple[Finding, ...]:
    """Every finding about one file, each check in its turn."""
    return tuple(finding for check in _CHECKS for finding in check(source))


def _remarks(ends: Sequence[Snapshot]) -> Iterator[Remark]:
    last = look_at(ends[-1].source)
    known = {finding.kind for finding in last}
    first = ends[0]
    if first.attempt is not None and len(ends) > 1:
        for check in _FOUNDATIONS:
            for finding in check(first.source):
                if finding.kind not in known:
                    yield _remark(first, finding, f"Level {first.level} began so: ")
    for finding in last:
        yield _remark(ends[-1], finding, "")


def _remark(snapshot: Snapshot, finding: Finding, opening: str) -> Remark:
    return Remark(
        kind=f"habits.{finding.kind}",
        tone=finding.tone,
        sentence=opening + finding.sentence,
        places=tuple(snapshot.place(*lines) for lines in finding.lines[:MOST_PLACES]),
        figures=finding.figures,
    )
