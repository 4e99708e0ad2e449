"""What a scaffold left for the author: every place still marked, in the order of the work."""

import re
from collections.abc import Iterator
from pathlib import Path

from harness.authoring.finding import Finding
from harness.catalog.models import Problem

_MARK = re.compile(r"(?:#|<!--) TODO: (?P<step>.+?)(?: -->)?\s*")


def check_unfinished(problem: Problem) -> Iterator[Finding]:
    """Yield every line that still says what the author has to write there."""
    for file in _files(problem):
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
        for number, line in enumerate(lines, start=1):
            match = _MARK.fullmatch(line.strip())
            if match:
                yield Finding(
                    check="unfinished",
                    file=file,
                    line=number,
                    message=f"{match['step']}; then remove this line.",
                )


def _files(problem: Problem) -> Iterator[Path]:
    """What an author writes, first the manifest, then level by level, then what is about all."""
    yield problem.folder / "problem.toml"
    for level in problem.levels:
        yield level.statement_file
        yield problem.reference(level.number)
        yield level.sample_tests
        yield from level.scored_files
        if level.hints_file.is_file():
            yield level.hints_file
    yield problem.starter_file
    references = {problem.reference(level.number) for level in problem.levels}
    yield from (each.path for each in problem.submissions if each.path not in references)
    if problem.instructor_page.is_file():
        yield problem.instructor_page
