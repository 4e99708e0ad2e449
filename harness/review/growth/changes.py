"""From the end of one level to the end of the next: what became of the code, in remarks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from harness.review.growth.comparison import Comparison, Fate, compare
from harness.review.material import Material
from harness.review.remark import Figure, Place, Remark
from harness.review.snapshots import Snapshot
from harness.review.syntax.definitions import Definition, parsed
from harness.review.wording import listed, minutes

ANEW = 0.38
"""With less than this share of the earlier code alive, a level was begun anew."""
CARRIED = 0.75
"""From this share on, or from that of the reference, the earlier code carried the level."""
_FEW = 8
"""With fewer statements than this at the level before, nothing is said of its share."""
_SWOLLEN = 15
"""Statements from which a method that kept growing is worth a word."""
_MOST = 3
"""Parts whose places are told; the data has all of them."""


@dataclass(frozen=True)
class Change:
    """The files of two levels, and those of the reference."""

    earlier: Snapshot
    later: Snapshot
    here: Comparison
    reference: Comparison


def changed(material: Material, earlier: Snapshot, later: Snapshot) -> Change:
    """Compare what was submitted at the end of two levels, and the references of both."""
    files = [
        parsed(material.problem.reference(level).read_text("utf-8"))
        for level in (earlier.level, later.level)
    ]
    before, after = files
    assert before is not None
    assert after is not None
    return Change(earlier, later, compare(earlier.source, later.source), compare(before, after))


def of_change(material: Material, change: Change) -> Iterator[Remark]:
    """Say how much of the earlier level lives on, beside how much does in the reference."""
    here, reference = change.here, change.reference
    if here.before < _FEW:
        return
    level, before = change.later.level, change.earlier.level
    figures = (
        Figure(name=f"statements of level {before}", value=here.before, unit="statements"),
        Figure(name=f"alive at level {level}", value=here.survived, unit="statements"),
        Figure(name="statements of the reference", value=reference.before, unit="statements"),
        Figure(name="alive in the reference", value=reference.survived, unit="statements"),
    )
    lives_on = f"{here.survived} of {here.before} statements live on"
    beside = f"the reference kept {reference.survived} of {reference.before}"
    if here.share < min(ANEW, reference.share):
        yield Remark(
            kind="growth.rewritten",
            tone="advice",
            sentence=f"Level {level} was begun anew: of level {before}, {lives_on}; {beside}. "
            f"{_kindly(material, change)}",
            places=_places(change, ("rewritten", "gone")),
            figures=figures,
        )
    elif here.share >= min(CARRIED, reference.share):
        yield Remark(
            kind="growth.carried",
            tone="well",
            sentence=f"Level {before} carried level {level}: {lives_on}; {beside}.",
            places=_places(change, ("kept", "grown", "renamed", "moved")),
            figures=figures,
        )
    else:
        yield Remark(
            kind="growth.changed",
            tone="fact",
            sentence=f"Level {level} changed much of level {before}: {lives_on}; {beside}.",
            places=_places(change, ("rewritten", "gone", "changed")),
            figures=figures,
        )


def _kindly(material: Material, change: Change) -> str:
    attempt = change.later.attempt
    assert attempt is not None
    left = material.state.started.minutes * 60 - material.second(attempt.at)
    clock = (
        f"It happens when the clock presses ({minutes(left)} were left when it was submitted), "
        if change.later.level > 2
        else "It happens when a first design does not fit, "
    )
    return (
        f"{clock}and it is the dearest way to go on: next time keep what passes, "
        "and change one place at a time."
    )


def _places(change: Change, fates: Sequence[Fate]) -> tuple[Place, ...]:
    """The largest parts with one of these fates, where they were and where they are."""
    chosen = [traced for traced in change.here.traced if traced.fate in fates]
    chosen.sort(key=lambda traced: -len(traced.before.statements))
    places = []
    for traced in chosen[:_MOST]:
        places.append(_place(change.earlier, traced.before))
        if traced.after is not None:
            places.append(_place(change.later, traced.after))
    if places:
        return tuple(places)
    return (change.later.place(1, max(1, len(change.later.source.lines))),)


def _place(snapshot: Snapshot, definition: Definition) -> Place:
    return snapshot.place(definition.first_line, definition.last_line)


def of_swelling(changes: Sequence[Change]) -> Iterator[Remark]:
    """Say which methods took in more at every level."""
    first = changes[0]
    for root in first.here.traced:
        chain = [(first.earlier, root.before)]
        for change in changes:
            heir = next((t for t in change.here.traced if t.before.name == chain[-1][1].name), None)
            if heir is None or heir.after is None:
                break
            chain.append((change.later, heir.after))
        sizes = [len(definition.statements) for _, definition in chain]
        rising = all(more > fewer for fewer, more in pairwise(sizes))
        if len(sizes) < 3 or not rising or sizes[-1] < _SWOLLEN:
            continue
        written = listed([str(size) for size in sizes])
        yield Remark(
            kind="growth.swelling",
            tone="advice",
            sentence=f"{root.before.name} took in more at every level, {written} statements: "
            "give what is new a method of its own, and let this one call it.",
            places=tuple(_place(snapshot, definition) for snapshot, definition in chain),
            figures=tuple(
                Figure(name=f"at level {snapshot.level}", value=size, unit="statements")
                for (snapshot, _), size in zip(chain, sizes, strict=True)
            ),
        )
