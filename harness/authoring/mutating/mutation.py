"""Are the tests strong enough? Every mutant of every reference must be rejected by scored tests."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from harness.authoring.dry.runner import DryOutcome, DryTerms
from harness.authoring.finding import Finding
from harness.authoring.mutating.equivalents import Equivalent, equivalents_file, read_equivalents
from harness.authoring.mutating.mutants import Mutant, mutants_of
from harness.authoring.proving.batch import OnProgress
from harness.authoring.proving.lanes import Lanes
from harness.catalog.models import Model, Problem
from harness.grading.processors import processor_count

LEAST_REJECTED = 0.97
"""The share of a level's mutants to be rejected, whatever the author says of the rest."""

ALWAYS_EXCUSED = 2
"""How many may be excused however few there are: of ten mutants one is more than the rest."""


_SLOW_SHARE = 0.25
"""The part of a test's CPU limit after which a dry run leaves the test to the grader."""

_MOST_SLOW = 3
"""Slow tests after which no further test is tried on a mutant; it most likely hangs in many."""


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


@dataclass(frozen=True)
class MutantTrial:
    """What the scored tests up to its level make of one mutant."""

    level: int
    mutant: Mutant
    rejected_by: tuple[str, ...]
    """Ids of the tests that reject it: the first, or where all were asked for all that are known;
    none where it survives."""


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
        the author's, every word about none, and every level whose tests are too weak: less is
        rejected than ``LEAST_REJECTED``, and more survive than ``ALWAYS_EXCUSED``.

    Raises:
        WrongUseError: mutmut is missing, or ``equivalent.toml`` is not as it should be.
    """
    with Lanes(problem, lanes or processor_count()) as own:
        return prove_mutants_in(own, on_progress)


def prove_mutants_in(
    lanes: Lanes, on_progress: OnProgress | None = None
) -> tuple[list[MutationScore], list[Finding]]:
    """Do as ``prove_mutants`` in lanes that are open, and stay so."""
    excuses = read_equivalents(lanes.problem)
    trials = try_mutants(lanes, on_progress)
    return judge_trials(lanes.problem, trials, excuses)


def try_mutants(
    lanes: Lanes, on_progress: OnProgress | None = None, *, every_test: bool = False
) -> list[MutantTrial]:
    """Try every mutant of every reference.

    Args:
        lanes: of the problem whose references they are.
        on_progress: called with the number of mutants tried and of all.
        every_test: go on after the first test that rejects a mutant.

    Raises:
        WrongUseError: mutmut is missing.
    """
    order = None if every_test else _Order()
    checks = [
        partial(_trial, lanes, level.number, mutant, order)
        for level in lanes.problem.levels
        for mutant in mutants_of(lanes.problem.reference(level.number).read_text("utf-8"))
    ]
    return lanes.run(checks, on_progress)


def judge_trials(
    problem: Problem, trials: Sequence[MutantTrial], excuses: Sequence[Equivalent]
) -> tuple[list[MutationScore], list[Finding]]:
    """Return the score of each level and what is wrong, as ``prove_mutants`` says."""
    scores = []
    for level in problem.levels:
        own = [trial for trial in trials if trial.level == level.number]
        rejected = sum(bool(trial.rejected_by) for trial in own)
        scores.append(MutationScore(level=level.number, mutants=len(own), rejected=rejected))
    survivors = [(trial.level, trial.mutant) for trial in trials if not trial.rejected_by]
    findings = [
        Finding(
            check="mutant-survives",
            file=problem.reference(level),
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
        and score.mutants - score.rejected > ALWAYS_EXCUSED
    ]
    return scores, findings


class _Order:
    """The tests that are likeliest to reject a mutant first: those that did so in its method."""

    def __init__(self) -> None:
        self._rejected: dict[str, dict[str, None]] = {}

    def of(self, mutant: Mutant, tests: Sequence[str]) -> list[str]:
        """The same tests in another order."""
        known = reversed(list(self._rejected.get(mutant.method, ())))
        likely = dict.fromkeys(test for test in known if test in tests)
        return [*likely, *(test for test in tests if test not in likely)]

    def note(self, mutant: Mutant, test: str) -> None:
        """Remember which test rejected it; the last one will be the first."""
        rejected = self._rejected.setdefault(mutant.method, {})
        rejected.pop(test, None)
        rejected[test] = None


def _trial(lanes: Lanes, level: int, mutant: Mutant, order: _Order | None) -> Iterator[MutantTrial]:
    tests = lanes.tests(level, sample=False)
    if order is not None:
        tests = order.of(mutant, tests)
    rejecting = _rejecting(lanes, level, mutant.source.encode(), tests, every_test=order is None)
    if order is not None and rejecting:
        order.note(mutant, rejecting[0])
    yield MutantTrial(level, mutant, rejecting)


def _rejecting(
    lanes: Lanes, level: int, source: bytes, tests: Sequence[str], *, every_test: bool
) -> tuple[str, ...]:
    """A dry run rejects nearly all; what it cannot reject, or only by its clock, is graded."""
    outcome = lanes.dry_run(
        source,
        tests,
        DryTerms(
            slow_seconds=_SLOW_SHARE * lanes.problem.limits.cpu_seconds,
            until_failure=not every_test,
            most_slow=_MOST_SLOW,
        ),
    )
    if outcome is not None and (failed := _confirmed(lanes, source, outcome)):
        return failed
    if outcome is not None and outcome.slow:
        (judged,) = lanes.judge_tests(source, outcome.slow[:1])
        if not judged.accepted:
            return (judged.id,)
    failure = lanes.first_failure(source, level)
    return () if failure is None else (failure.id,)


def _confirmed(lanes: Lanes, source: bytes, outcome: DryOutcome) -> tuple[str, ...]:
    """The tests that failed; of those that a dry run cannot show, the ones the grader rejects."""
    doubtful = [id_ for id_ in outcome.failed if id_ in outcome.strange]
    judged = lanes.judge_tests(source, doubtful) if doubtful else []
    accepted = {test.id for test in judged if test.accepted}
    return tuple(id_ for id_ in outcome.failed if id_ not in accepted)
