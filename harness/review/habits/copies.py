"""Copies: the same rule written several times, local names apart."""

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator

from harness.review.habits.finding import Finding, Findings
from harness.review.remark import Figure
from harness.review.syntax.definitions import SourceFile
from harness.review.syntax.shapes import expression
from harness.review.wording import counted, listed

_RUN, _RUN_SIZE = 3, 30
"""A passage is at least so many statements in a row, of so many nodes together."""
_LONGEST = 40
"""Statements; a longer copy is seen as several, which keeps the search short."""
_CONDITION_SIZE, _CONDITIONS = 9, 3
"""A condition is at least so many nodes, and written at least so often."""
_MOST = 2

_Spot = tuple[int, int, str]  # first line, last line, the function's name


def copies(source: SourceFile) -> Findings:
    """Find passages and conditions that say the same in several functions."""
    passages = _passages(source)
    taken = {
        line for spots in passages for first, last, _ in spots for line in range(first, last + 1)
    }
    conditions = [
        spots
        for spots in _conditions(source)
        if len({name for *_, name in spots}) >= _CONDITIONS
        and not all(first in taken for first, *_ in spots)
    ]
    # A part of a condition that is told already tells nothing more.
    conditions = [
        spots
        for number, spots in enumerate(conditions)
        if not any(set(spots) <= set(whole) for whole in conditions[:number])
    ]
    yield from map(_passage, _largest(passages))
    yield from map(_condition, _largest(conditions))


def _passages(source: SourceFile) -> list[list[_Spot]]:
    """Runs of statements that stand in at least two functions, each as long as it can be."""
    found: defaultdict[tuple[str, ...], list[_Spot]] = defaultdict(list)
    taken: set[tuple[int, int]] = set()
    bodies = [each for each in source.definitions() if "class " not in each.name]
    lengths = sorted((len(each.statements) for each in bodies), reverse=True)
    longest = min(lengths[1], _LONGEST) if lengths[1:] else 0  # it stands in two of them
    for length in range(longest, _RUN - 1, -1):
        here: defaultdict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
        for index, body in enumerate(bodies):
            for start in range(len(body.statements) - length + 1):
                run = body.statements[start : start + length]
                if sum(each.size for each in run) >= _RUN_SIZE:
                    here[tuple(each.shape for each in run)].append((index, start))
        for shapes, spots in here.items():
            free = [s for s in spots if not taken & {(s[0], s[1] + n) for n in range(length)}]
            if len({index for index, _ in free}) < 2:
                continue
            for index, start in free:
                run = bodies[index].statements[start : start + length]
                found[shapes].append((run[0].first_line, run[-1].last_line, bodies[index].name))
                taken |= {(index, start + n) for n in range(length)}
    return list(found.values())


def _conditions(source: SourceFile) -> list[list[_Spot]]:
    found: defaultdict[str, list[_Spot]] = defaultdict(list)
    for function in source.functions:
        for node in _tests(function):
            shape, size = expression(node, source.own)
            if size >= _CONDITION_SIZE:
                found[shape].append((node.lineno, node.end_lineno or node.lineno, function.name))
    return list(found.values())


def _tests(function: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(function):
        if isinstance(node, ast.BoolOp | ast.Compare | ast.IfExp):
            yield node


def _largest(found: Iterable[list[_Spot]]) -> list[list[_Spot]]:
    def lines(spots: list[_Spot]) -> int:
        return sum(last - first + 1 for first, last, _ in spots)

    return sorted(found, key=lambda spots: (-lines(spots), spots))[:_MOST]


def _passage(spots: list[_Spot]) -> Finding:
    names = sorted({name for *_, name in spots})
    length = counted(max(last - first + 1 for first, last, _ in spots), "line")
    return Finding(
        kind="copied_passage",
        tone="advice",
        sentence=f"The same {length} stand in {listed(names)}: when a level changes that rule, "
        "every copy must change. One method that they all call keeps it in one place.",
        lines=tuple((first, last) for first, last, _ in spots),
        figures=(Figure(name="copies", value=len(spots)),),
    )


def _condition(spots: list[_Spot]) -> Finding:
    names = sorted({name for *_, name in spots})
    return Finding(
        kind="copied_condition",
        tone="advice",
        sentence=f"The same condition is written {len(spots)} times, in {listed(names)}: a small "
        "method with a name says the rule once, and a later level changes it there.",
        lines=tuple((first, last) for first, last, _ in spots),
        figures=(Figure(name="copies", value=len(spots)),),
    )
