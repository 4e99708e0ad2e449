"""Are the tests strong enough? Every mutant of every reference must be rejected by scored tests."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from harness.authoring.finding import Finding
from harness.authoring.mutating.equivalents import equivalents_file, read_equivalents
from harness.authoring.mutating.mutants import Mutant, mutants_of
from harness.authoring.proving.examples import reference_path
from harness.authoring.proving.lanes import Lanes, OnProgress
from harness.catalog.models import Model, Problem

LEAST_REJECTED = 0.97
"""The share of a level's mutants to be rejected, whatever the author says of the rest."""


_SLOW_SHARE = 0.25
"""The part of a test's CPU limit after which a dry run leaves the test to the grader."""


class MutationScore(Model):
    """How many mutants of a level's reference the scored tests up to that level reject."""

    level: int
    mutants: int
    rejected: int

    def __str__(self) -> str:
        """One line."""
        share = self.rejected / self.mutants if self.mutants else 1.0
        return (
            f"level {self.level}: {self.rejected} of {self.mutants} mutants rejected ({share:.1%})"
        )


def prove_mutants(
    problem: Problem, on_progress: OnProgress | None = None, *, lanes: int | None = None
) -> tuple[list[MutationScore], list[Finding]]:
    """Grade every mutant of every reference.

    Args:
        problem: whose references they are.
        on_progress: called with the number of mutants graded and of all.
        lanes: how many are graded at a time; by default as many as there are processors.

    Returns:
        The score of each level, and a finding for every mutant that survives without a word of
        the author's, every word about none, and every level that is below ``LEAST_REJECTED``.

    Raises:
        WrongUseError: mutmut is missing, or ``equivalent.toml`` is not as it should be.
    """
    excuses = read_equivalents(problem)
    mutants = [
        (level.number, mutant)
        for level in problem.levels
        for mutant in mutants_of(
            Path(reference_path(problem, level.number)).read_text(encoding="utf-8")
        )
    ]
    with Lanes(problem, lanes or os.cpu_count() or 1) as own:
        checks = [partial(_survival, own, level, mutant) for level, mutant in mutants]
        survivors = own.run(checks, on_progress)
    scores = [
        MutationScore(
            level=level.number,
            mutants=sum(number == level.number for number, _ in mutants),
            rejected=sum(number == level.number for number, _ in mutants)
            - sum(number == level.number for number, _ in survivors),
        )
        for level in problem.levels
    ]
    findings = [
        Finding(
            check="mutant-survives",
            file=_reference(problem, level),
            line=mutant.line,
            message=f"no scored test rejects this: {mutant}; add one, or list it in "
            f"{equivalents_file(problem).name} with the reason why it is no mistake.",
        )
        for level, mutant in survivors
        if not any(excuse.excuses(mutant) for excuse in excuses)
    ]
    findings += [
        Finding(
            check="excuse-unneeded",
            file=equivalents_file(problem),
            message=f"no surviving mutant of {excuse.method or 'the module'} is "
            f"`{excuse.becomes}`; remove the entry.",
        )
        for excuse in excuses
        if not any(excuse.excuses(mutant) for _, mutant in survivors)
    ]
    findings += [
        Finding(
            check="tests-too-weak",
            file=problem.level(score.level).hidden_tests,
            message=f"{score}; {LEAST_REJECTED:.0%} must be.",
        )
        for score in scores
        if score.rejected < LEAST_REJECTED * score.mutants
    ]
    return scores, findings


def _survival(lanes: Lanes, level: int, mutant: Mutant) -> Iterator[tuple[int, Mutant]]:
    """A dry run rejects nearly all; what it cannot reject, or only by its clock, is graded."""
    source = mutant.source.encode()
    outcome = lanes.dry_run(
        source,
        lanes.tests(level, sample=False),
        slow_seconds=_SLOW_SHARE * lanes.problem.limits.cpu_seconds,
        until_failure=True,
    )
    if outcome is not None and outcome.failed:
        return
    if outcome is not None and outcome.slow:
        (judged,) = lanes.judge_tests(source, outcome.slow)
        if not judged.accepted:
            return
    if lanes.first_failure(source, level) is None:
        yield level, mutant


def _reference(problem: Problem, level: int) -> Path:
    return Path(reference_path(problem, level))
