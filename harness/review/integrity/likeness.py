"""Likeness: how much of a file is that of a known solution, stretch by stretch.

What two known designs share is how anybody would write it, and what the person was given is not
theirs; neither counts. Names count in a short file, where few ways lead to the goal. In a long
one they do not: whoever renames a memorised solution has still memorised it.
"""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from harness.catalog import Problem
from harness.review.habits.finding import Finding
from harness.review.integrity.conversations import designs
from harness.review.integrity.fingerprints import Fingerprint, fingerprints
from harness.review.remark import Figure
from harness.review.syntax.definitions import SourceFile

_LIKE = 0.75
"""Of a file's own fingerprints, the share that a known solution must hold."""
_LEAST = 8
_LONG = 60
"""Fewer fingerprints say nothing; from so many on, names do not matter."""


@dataclass(frozen=True)
class Likeness:
    """How like a file is to one known solution."""

    known: Path
    share: float
    fingerprints: int
    """Of the file, without what anybody would write."""
    first_line: int
    last_line: int


def likeness(source: SourceFile, problem: Problem, starter: str) -> Finding | None:
    """Name the known solution that a file is most like, if it is; None otherwise."""
    found = max(likenesses(source, problem, starter), key=lambda each: each.share, default=None)
    if found is None or found.share < _LIKE:
        return None
    where = found.known.relative_to(problem.folder).as_posix()
    return Finding(
        kind="known_solution",
        tone="fact",
        sentence=f"{found.share:.0%} of what this file does not share with every solution is in "
        f"{where}, stretch for stretch: nothing is wrong with learning from it, and a reviewer "
        "who knows it would ask you to explain the code.",
        lines=((found.first_line, found.last_line),),
        figures=(
            Figure(name="stretches compared", value=found.fingerprints),
            Figure(name="share in the known solution", value=round(100 * found.share), unit="%"),
        ),
    )


def likenesses(source: SourceFile, problem: Problem, starter: str) -> Iterator[Likeness]:
    """Compare a file with every known solution of its problem."""
    for names in (True, False):
        own = fingerprints(source.tree, names=names)
        if not names and len(own) < _LONG:
            continue
        given = {print_.hash for print_ in _winnowed(starter, names)}
        for level in range(1, len(problem.levels) + 1):
            paths = designs(problem, level)
            held = [_hashes(path, names) for path in paths]
            for path, known in zip(paths, held, strict=True):
                shared = {h for other in held if other is not known for h in other & known}
                telling = [p for p in own if p.hash not in shared and p.hash not in given]
                met = [print_ for print_ in telling if print_.hash in known]
                if len(telling) >= _LEAST and met:
                    yield Likeness(path, len(met) / len(telling), len(telling), *_span(met))


def _span(met: Sequence[Fingerprint]) -> tuple[int, int]:
    return min(each.first_line for each in met), max(each.last_line for each in met)


@cache
def _hashes(path: Path, names: bool) -> frozenset[int]:
    return frozenset(each.hash for each in _winnowed(path.read_text(encoding="utf-8"), names))


def _winnowed(text: str, names: bool) -> tuple[Fingerprint, ...]:
    try:
        return fingerprints(ast.parse(text), names=names)
    except SyntaxError:
        return ()
