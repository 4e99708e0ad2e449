"""Comparison: what of one version of a file lives on in a later one."""

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from harness.review.syntax.definitions import Definition, SourceFile

Fate = Literal["kept", "renamed", "grown", "moved", "changed", "rewritten", "gone"]
"""What became of a definition: as it was; as it was under another name or in another place; all of
it, and more; all of it, some of it elsewhere now; at least half of it; less than half; nothing
under any name."""

_HALF = 0.5
_ALIKE = 0.6
_FEW = 3
"""A definition with fewer statements than this is changed, not rewritten."""
_SAYS_ENOUGH = 6
"""A function of one statement is recognised under another name if that has so many nodes."""
_TELLING = 14
"""A lone statement with at least so many nodes is recognised wherever it was moved to."""


@dataclass(frozen=True)
class Traced:
    """One definition of the earlier file and what became of it."""

    before: Definition
    after: Definition | None
    """Its successor; None when there is none."""
    survived: int
    """How many of its statements live on, there or moved elsewhere."""

    @property
    def fate(self) -> Fate:
        """What became of it, in a word."""
        total = len(self.before.statements)
        if self.after is None:
            return "renamed" if self.survived >= _HALF * total else "gone"
        if self.survived == total:
            if len(self.after.statements) > total:
                return "grown"
            if self.after.shapes != self.before.shapes:
                return "moved"
            return "kept" if self.after.name == self.before.name else "renamed"
        if total < _FEW or self.survived >= _HALF * total:
            return "changed"
        return "rewritten"


@dataclass(frozen=True)
class Comparison:
    """Two versions of a file, the later one grown out of the earlier one or not."""

    traced: tuple[Traced, ...]
    """Every definition of the earlier file."""
    added: tuple[Definition, ...]
    """Definitions of the later one with less than half of their statements from the earlier."""
    before: int
    """Statements of the earlier file."""
    after: int
    survived: int
    """How many statements of the earlier file live on."""

    @property
    def share(self) -> float:
        """The share of the earlier file that lives on; 1 when there was nothing to keep."""
        return self.survived / self.before if self.before else 1.0


def compare(earlier: SourceFile, later: SourceFile) -> Comparison:
    """Trace every definition of the earlier file into the later one."""
    known = earlier.own & later.own
    old, new = earlier.definitions(known), later.definitions(known)
    successors = _successors(old, new)
    old_left = {i: set(range(len(each.statements))) for i, each in enumerate(old)}
    new_left = {j: set(range(len(each.statements))) for j, each in enumerate(new)}
    for i, j in successors.items():
        for a, b, size in _blocks(old[i].shapes, new[j].shapes):
            old_left[i] -= set(range(a, a + size))
            new_left[j] -= set(range(b, b + size))
    _find_moved(old, new, old_left, new_left)
    traced = tuple(
        Traced(
            each,
            new[successors[i]] if i in successors else None,
            len(each.statements) - len(old_left[i]),
        )
        for i, each in enumerate(old)
    )
    heirs = set(successors.values())
    added = tuple(
        each
        for j, each in enumerate(new)
        if j not in heirs and len(new_left[j]) > _HALF * len(each.statements)
    )
    return Comparison(
        traced=traced,
        added=added,
        before=sum(len(each.statements) for each in old),
        after=sum(len(each.statements) for each in new),
        survived=sum(each.survived for each in traced),
    )


def _successors(old: Sequence[Definition], new: Sequence[Definition]) -> dict[int, int]:
    """Pair definitions: by name, then by doing the same, then by doing nearly the same."""
    by_name: defaultdict[str, deque[int]] = defaultdict(deque)
    for j, each in enumerate(new):
        by_name[each.name].append(j)
    # One name may stand for several, such as the reader and the writer of a property.
    pairs = {i: by_name[each.name].popleft() for i, each in enumerate(old) if by_name[each.name]}
    free_old = [i for i in range(len(old)) if i not in pairs]
    free_new = [j for j in range(len(new)) if j not in pairs.values()]
    likeness = sorted(
        (
            (-_likeness(old[i].shapes, new[j].shapes), i, j)
            for i in free_old
            for j in free_new
            if len(old[i].statements) > 1 or old[i].statements[0].size >= _SAYS_ENOUGH
        ),
    )
    for unlike, i, j in likeness:
        if -unlike >= _ALIKE and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _likeness(one: Sequence[str], other: Sequence[str]) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _blocks(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return ((block.a, block.b, block.size) for block in matcher.get_matching_blocks() if block.size)


def _find_moved(
    old: Sequence[Definition],
    new: Sequence[Definition],
    old_left: dict[int, set[int]],
    new_left: dict[int, set[int]],
) -> None:
    """Take off what is left those statements that were moved to other definitions."""
    for i, before in enumerate(old):
        for j, after in enumerate(new):
            if not old_left[i] or not new_left[j]:
                continue
            # What is spoken for stands as itself, so that it matches nothing.
            one = [s if n in old_left[i] else f"old {n}" for n, s in enumerate(before.shapes)]
            other = [s if n in new_left[j] else f"new {n}" for n, s in enumerate(after.shapes)]
            for a, b, size in _blocks(one, other):
                if size > 1 or before.statements[a].size >= _TELLING:
                    old_left[i] -= set(range(a, a + size))
                    new_left[j] -= set(range(b, b + size))
