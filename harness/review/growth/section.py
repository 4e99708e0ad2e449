"""The section on growth: what it found as data, and what there is to say of it."""

from itertools import pairwise

from harness.catalog.models import Model
from harness.review.growth.broken import of_breaks
from harness.review.growth.changes import Change, changed, of_change, of_swelling
from harness.review.growth.comparison import Fate, Traced
from harness.review.material import Material
from harness.review.section import Section
from harness.review.snapshots import snapshots


class Part(Model):
    """A function, a method, or what a class or the file holds outside of them."""

    name: str
    fate: Fate
    """What became of it at this level."""
    before: int
    """Statements it had."""
    after: int
    """Statements it has now; none when it is gone."""


class Step(Model):
    """From the end of one level to the end of the next."""

    level: int
    """The later one."""
    earlier_submission: int | None
    """None for the file that a drill began with."""
    submission: int
    before: int
    """Statements at the end of the level before."""
    after: int
    """Statements at the end of this one."""
    survived: int
    """How many of those before live on, moved and renamed ones among them."""
    reference_before: int
    reference_survived: int
    parts: tuple[Part, ...]
    """Every part of the earlier file."""
    added: tuple[str, ...]
    """New parts, by name."""


class Growth(Section):
    """How the code of one level carried the next."""

    steps: tuple[Step, ...] = ()


def growth(material: Material) -> Growth:
    """Look at how the file grew from level to level."""
    ends = snapshots(material)
    changes = [changed(material, *pair) for pair in pairwise(ends)]
    if not changes:
        silence = "Only one level was worked on, so no code had to carry another."
        return Growth(silence=silence, remarks=tuple(of_breaks(material)))
    remarks = [
        *(remark for change in changes for remark in of_change(material, change)),
        *of_swelling(changes),
        *of_breaks(material),
    ]
    return Growth(remarks=tuple(remarks), steps=tuple(map(_step, changes)))


def _step(change: Change) -> Step:
    here, attempt = change.here, change.later.attempt
    assert attempt is not None
    return Step(
        level=change.later.level,
        earlier_submission=change.earlier.attempt.number if change.earlier.attempt else None,
        submission=attempt.number,
        before=here.before,
        after=here.after,
        survived=here.survived,
        reference_before=change.reference.before,
        reference_survived=change.reference.survived,
        parts=tuple(map(_part, here.traced)),
        added=tuple(each.name for each in here.added),
    )


def _part(traced: Traced) -> Part:
    return Part(
        name=traced.before.name,
        fate=traced.fate,
        before=len(traced.before.statements),
        after=len(traced.after.statements) if traced.after else 0,
    )
