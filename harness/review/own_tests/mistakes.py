"""Mistakes: programs that are wrong in one known way, for a person's tests to notice."""

from dataclasses import dataclass

from harness.authoring.mutating.equivalents import read_equivalents
from harness.authoring.mutating.mutants import mutants_of
from harness.catalog import Problem
from harness.errors import WrongUseError
from harness.verdict import Verdict

KNOWN = 16
MUTANTS = 24
"""At most so many known mistakes and small changes are tried, taken evenly from all of them."""
_NOTICED_BY_TESTS = (Verdict.WRONG_ANSWER, Verdict.RUN_TIME_ERROR)
"""Too slow is a mistake too, but nobody can ask of a person's tests that they measure time."""


@dataclass(frozen=True)
class Mistake:
    """One wrong program."""

    source: bytes
    level: int
    """Tests of levels up to this one must be able to run on it."""
    name: str
    """What is wrong with it, in words; for a mutant, the method that was changed."""
    file: str = ""
    """By its path in the problem; empty for a mutant."""


def known_mistakes(problem: Problem, level: int) -> list[Mistake]:
    """Wrong submissions of levels 1 to ``level`` that answer or raise wrongly, by level."""
    known = [
        Mistake(
            source=entry.path.read_bytes(),
            level=entry.level,
            name=entry.mistake,
            file=entry.path.relative_to(problem.folder).as_posix(),
        )
        for entry in problem.submissions
        if entry.mistake and entry.level <= level and entry.verdict in _NOTICED_BY_TESTS
    ]
    return _evenly(sorted(known, key=lambda mistake: mistake.level), KNOWN)


def small_changes(problem: Problem, level: int) -> list[Mistake]:
    """Some mutants of the reference; none without mutmut, and none that no test could notice."""
    try:
        mutants = list(mutants_of(problem.reference(level).read_text(encoding="utf-8")))
        excuses = read_equivalents(problem)
    except WrongUseError:
        return []
    changes = [
        Mistake(source=mutant.source.encode(), level=level, name=mutant.method)
        for mutant in mutants
        if mutant.method and not any(excuse.excuses(mutant) for excuse in excuses)
    ]
    return _evenly(changes, MUTANTS)


def _evenly(mistakes: list[Mistake], count: int) -> list[Mistake]:
    if len(mistakes) <= count:
        return mistakes
    return [mistakes[number * len(mistakes) // count] for number in range(count)]
