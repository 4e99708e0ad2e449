"""Open storage: the logic of many methods goes several steps into what is kept."""

import ast
from collections import defaultdict

from harness.review.habits.finding import Finding, Findings
from harness.review.habits.storage import depth, root
from harness.review.remark import Figure
from harness.review.syntax.definitions import SourceFile

_METHODS = 5
"""In so many methods it is worth a word; every reference goes through one or two."""


def open_storage(source: SourceFile) -> Findings:
    """Find attributes whose inside many methods spell out, each for itself."""
    reached: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for function in source.functions:
        for node in ast.walk(function):
            if isinstance(node, ast.expr) and depth(node) > 1:
                attr = root(node, {})
                assert attr is not None
                reached[attr].setdefault(function.name, node.lineno)
    for attr, methods in reached.items():
        if len(methods) >= _METHODS:
            yield Finding(
                kind="open_storage",
                tone="advice",
                sentence=f"{len(methods)} methods spell out how `self.{attr}` is built, two steps "
                "into it: what is kept and what is decided are then one thing, and a new kind of "
                "value changes them all. Let one method read and one write, and the others call "
                "these.",
                lines=tuple((line, line) for line in sorted(methods.values())),
                figures=(Figure(name="methods", value=len(methods)),),
            )
