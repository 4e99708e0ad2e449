"""Which concepts the levels of a problem are about, by the tags of their tests."""

import re

from harness.catalog.models import Problem

_TAGS = re.compile(r"\bmark\.tags\(([^)]*)\)")
_TEXT = re.compile(r"""["']([^"']+)["']""")


def tags_by_level(problem: Problem) -> dict[int, frozenset[str]]:
    """Read the tags from the test files; none of the tests is run for it."""
    return {
        level.number: frozenset(
            tag
            for file in (level.sample_tests, *level.scored_files)
            for marked in _TAGS.findall(file.read_text(encoding="utf-8"))
            for tag in _TEXT.findall(marked)
        )
        for level in problem.levels
    }
