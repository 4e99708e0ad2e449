"""The section on growth: what it found as data, and what there is to say of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from harness.catalog.models import Model
from harness.review.breaks import Break, breaks
from harness.review.growth.comparison import Comparison, Fate, Traced, compare
from harness.review.material import Material
from harness.review.remark import Figure, Place, Remark
from harness.review.section import Section
from harness.review.snapshots import Snapshot, snapshots
from harness.review.syntax.definitions import Definition, parsed
from harness.review.wording import counted, listed, minutes

ANEW = 0.38
"""With less than this share of the earlier code alive, a level was begun anew."""
CARRIED = 0.75
"""From this share on, or from that of the reference, the earlier code carried the level."""
_FEW = 8
"""With fewer statements than this at the level before, nothing is said of its share."""
_SWOLLEN = 15
"""Statements from which a method that kept growing is worth a word."""
_MOST = 3
"""Places and breaks that are told; the data has all of them."""


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


@dataclass(frozen=True)
class _Change:
    earlier: Snapshot
    later: Snapshot
    here: Comparison
    reference: Comparison


def growth(material: Material) -> Growth:
    """Look at how the file grew from level to level."""
    ends = snapshots(material)
    changes = [_change(material, *pair) for pair in pairwise(ends)]
    if not changes:
        silence = "Only one level was worked on, so no code had to carry another."
        return Growth(silence=silence, remarks=tuple(_of_breaks(material)))
    remarks = [
        *(remark for change in changes for remark in _of_change(material, change)),
        *_of_swelling(changes),
        *_of_breaks(material),
    ]
    return Growth(remarks=tuple(remarks), steps=tuple(map(_step, changes)))


def _change(material: Material, earlier: Snapshot, later: Snapshot) -> _Change:
    files = [
        parsed(material.problem.reference(level).read_text("utf-8"))
        for level in (earlier.level, later.level)
    ]
    before, after = files
    assert before is not None
    assert after is not None
    return _Change(earlier, later, compare(earlier.source, later.source), compare(before, after))


def _step(change: _Change) -> Step:
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


def _of_change(material: Material, change: _Change) -> Iterator[Remark]:
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


def _kindly(material: Material, change: _Change) -> str:
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


def _places(change: _Change, fates: Sequence[Fate]) -> tuple[Place, ...]:
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


def _of_swelling(changes: Sequence[_Change]) -> Iterator[Remark]:
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


def _of_breaks(material: Material) -> Iterator[Remark]:
    """Say which submissions broke what an earlier level had asked for."""
    found = [each for each in breaks(material) if each.levels[0] < each.attempt.level]
    for each in sorted(found, key=lambda each: -each.seconds)[:_MOST]:
        yield _of_break(material, each)
    later = [attempt for attempt in material.counted if attempt.level > 1]
    if not found and len(later) > 2:
        yield Remark(
            kind="growth.unbroken",
            tone="well",
            sentence=f"None of the {len(later)} submissions after level 1 broke a test of an "
            "earlier level.",
            places=tuple(Place(submission=attempt.number) for attempt in later),
        )


def _of_break(material: Material, broken: Break) -> Remark:
    earlier = [level for level in broken.levels if level < broken.attempt.level]
    tests = [test for test in broken.tests if not test.startswith(f"level_{broken.attempt.level}/")]
    levels = f"{'levels' if earlier[1:] else 'level'} {listed([str(each) for each in earlier])}"
    they = "It" if len(tests) == 1 else "They"
    end = (
        f"{they} passed again {minutes(broken.seconds)} later, in submission "
        f"{broken.mended.number}."
        if broken.mended
        else f"{they} never passed again."
    )
    changed = tuple(_changed_places(material, broken))
    return Remark(
        kind="growth.broke",
        tone="advice",
        sentence=f"Submission {broken.attempt.number}, at level {broken.attempt.level}, broke "
        f"{counted(len(tests), 'test')} of {levels} that had passed. {end} Read what fails of "
        "the earlier levels first: it tells what the last change did.",
        places=(
            *changed,
            *(Place(submission=broken.attempt.number, test=test) for test in tests[:_MOST]),
        ),
        figures=(
            Figure(name="tests broken", value=len(tests), unit="tests"),
            Figure(name="until they passed again", value=broken.seconds, unit="seconds"),
        ),
    )


def _changed_places(material: Material, broken: Break) -> Iterator[Place]:
    """Where the submission that broke tests differs from the one before it."""
    before, after = (parsed(material.text(each)) for each in (broken.before, broken.attempt))
    if before is None or after is None:
        return
    snapshot = Snapshot(broken.attempt.level, broken.attempt, after)
    changed = [
        traced.after
        for traced in compare(before, after).traced
        if traced.after is not None and traced.after.shapes != traced.before.shapes
    ]
    for definition in changed[:_MOST]:
        yield _place(snapshot, definition)
