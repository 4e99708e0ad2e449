"""How strong a problem's tests are, as text: a row a level, then each thing to look at."""

from collections.abc import Iterator

from harness.authoring import Strength
from harness.authoring.finding import told_place
from harness.authoring.strength.strength import LevelStrength
from harness.cli.telling.table import table

_SLOWEST = 5

_UNNEEDED = 10
"""How many tests that no mutant needs are named; one property may do the work of a hundred."""

_HEAD = ("level", "mutants", "branches", "lines", "tests", "unneeded", "untested", "CPU ms")


def strength_text(strength: Strength) -> str:
    """Lay a strength out as text."""
    rows = [(*_row(level), _times_over(level.limit_margin)) for level in strength.levels]
    lines = [table((*_HEAD, "to the limit"), rows, right=range(len(_HEAD) + 1))]
    for head, told in (
        ("No scored test reaches:", _unreached(strength)),
        ("No mutant needs these; what rejects least comes first:", _unneeded(strength)),
        ("No test checks:", _unspoken(strength)),
        (
            f"Slowest, in ms of CPU time; the limit is {strength.cpu_limit_ms:.0f}:",
            _slowest(strength),
        ),
    ):
        listed = [f"  {line}" for line in told]
        lines += [head, *listed] if listed else []
    excused = sum(bool(each.reason) for level in strength.levels for each in level.untested)
    if excused:
        lines.append(f"Sentences that the author says promise nothing to check: {excused}")
    return "\n".join(lines)


def _row(level: LevelStrength) -> tuple[str, ...]:
    reached, score = level.reached, level.mutation
    return (
        str(level.level),
        f"{score.rejected}/{score.mutants}",
        f"{reached.branches_reached}/{reached.branches}" if reached else "?",
        f"{reached.lines - len(reached.unreached_lines)}/{reached.lines}" if reached else "?",
        str(level.scored_tests),
        str(len(level.unneeded)),
        str(sum(not each.reason for each in level.untested)),
        f"{level.cpu_ms:.0f}",
    )


def _times_over(margin: float | None) -> str:
    return f"{margin:.0f} times" if margin else ""


def _unreached(strength: Strength) -> Iterator[str]:
    for level in strength.levels:
        if level.reached is None:
            continue
        for line in level.reached.unreached_lines:
            yield told_place(level.reference, line)
        for branch in level.reached.unreached_branches:
            way = f"to line {branch.to}" if branch.to else "out of the function"
            yield f"{told_place(level.reference, branch.line)}: the way {way}"


def _unneeded(strength: Strength) -> Iterator[str]:
    tests = [each for level in strength.levels for each in level.unneeded]
    tests.sort(key=lambda each: each.rejects)
    for each in tests[:_UNNEEDED]:
        yield f"{each.test}: rejects {each.rejects or 'none'}"
    if len(tests) > _UNNEEDED:
        yield f"and {len(tests) - _UNNEEDED} more; `--json` names all"


def _unspoken(strength: Strength) -> Iterator[str]:
    for level in strength.levels:
        for each in level.untested:
            if not each.reason:
                yield f"{told_place(each.file, each.line)}: “{each.sentence}”"


def _slowest(strength: Strength) -> Iterator[str]:
    times = [time for level in strength.levels for time in level.times]
    for time in sorted(times, key=lambda time: -time.cpu_ms)[:_SLOWEST]:
        yield f"{time.cpu_ms:.1f}  {time.test}"
