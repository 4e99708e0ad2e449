"""Bare records: tuples and lists that are kept, and read by number."""

import ast
from collections import defaultdict
from collections.abc import Iterator

from harness.review.habits.finding import Finding, Findings
from harness.review.habits.storage import aliases, root
from harness.review.remark import Figure
from harness.review.syntax.definitions import SourceFile
from harness.review.wording import counted

_READS = 3
"""With fewer reads by number nothing is said."""


def bare_records(source: SourceFile) -> Findings:
    """Find attributes that keep tuples or lists whose items are read by their number."""
    kept: defaultdict[str, set[int]] = defaultdict(set)
    read: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for function in source.functions:
        names = aliases(function)
        for attr, line in _kept(function, names):
            kept[attr].add(line)
        for attr, line, index in _read(function, names):
            read[attr].append((line, index))
    for attr, lines in kept.items():
        reads = read[attr]
        if len(reads) < _READS or len({index for _, index in reads}) < 2:
            continue
        yield Finding(
            kind="bare_records",
            tone="advice",
            sentence=f"What `self.{attr}` keeps are bare tuples or lists, read by number in "
            f"{counted(len(reads), 'place')}: nobody sees what [0] and [1] are, and one more item "
            "changes every place. A dataclass or NamedTuple gives them names.",
            lines=tuple((line, line) for line in sorted(lines | {line for line, _ in reads})),
            figures=(Figure(name="reads by number", value=len(reads)),),
        )


def _kept(function: ast.AST, names: dict[str, str]) -> Iterator[tuple[str, int]]:
    """Where a record of at least two different things is put into what ``self`` keeps."""
    for node in ast.walk(function):
        match node:
            case ast.Assign(targets=[ast.Subscript() as target], value=value):
                place = target
            case ast.Call(func=ast.Attribute(value=place, attr="append"), args=[value]):
                pass
            case ast.Call(func=ast.Attribute(value=place, attr="setdefault"), args=[_, value]):
                pass
            case _:
                continue
        if isinstance(value, ast.Tuple | ast.List) and len(value.elts) > 1:
            attr = root(place, names)
            if attr is not None:
                yield attr, node.lineno


def _read(function: ast.AST, names: dict[str, str]) -> Iterator[tuple[str, int, int]]:
    """Where an item of something kept is reached by a number that stands in the code."""
    for node in ast.walk(function):
        match node:
            case ast.Subscript(value=value, slice=ast.Constant(value=int(index))) if not isinstance(
                value, ast.Attribute
            ):
                attr = root(value, names)
                if attr is not None:
                    yield attr, node.lineno, index
