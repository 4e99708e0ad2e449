"""What a submission broke of the levels before its own, in remarks."""

from collections.abc import Iterator

from harness.review.breaks import Break, breaks
from harness.review.growth.comparison import compare
from harness.review.material import Material
from harness.review.remark import Figure, Place, Remark
from harness.review.snapshots import Snapshot
from harness.review.syntax.definitions import parsed
from harness.review.wording import counted, listed, minutes

_MOST = 3
"""Places and breaks that are told."""


def of_breaks(material: Material) -> Iterator[Remark]:
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
        yield snapshot.place(definition.first_line, definition.last_line)
