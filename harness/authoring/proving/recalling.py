"""Lanes that ask a test only for what it has not said before."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from harness.authoring.dry.runner import USUAL, DryOutcome, DryRunner, DryTerms
from harness.authoring.proving.lanes import Lanes
from harness.authoring.proving.memory import Memory, Trial, Word
from harness.authoring.proving.spares import Spares
from harness.catalog.models import Problem
from harness.grading.grader import Grader
from harness.grading.report import Report, TestResult
from harness.grading.summing_up import report_on
from harness.verdict import Verdict

_OF_ITS_RUN = {Verdict.TIME_LIMIT_EXCEEDED, Verdict.SKIPPED, Verdict.INTERNAL_ERROR}
"""Verdicts that later tests of the same run feel, or that are the moment's."""


class RecallingLanes(Lanes):
    """One lane; what is known and stands by itself is put together with what is found now.

    Where a test that is asked now disturbs others, all are asked, as if nothing were known.
    """

    def __init__(self, problem: Problem, memory: Memory, spares: Spares) -> None:
        """Nothing is started before it is needed.

        Args:
            problem: whose checks they are.
            memory: what is known; it outlives the lanes.
            spares: processes started ahead; so do those that nobody takes.
        """
        super().__init__(problem, 1)
        self._memory = memory
        self._spares = spares

    def warm_up(self) -> None:
        """Have the tests collected on either side at the same time, without waiting for it."""
        self._grader()
        self._dry_runner().warm_up()

    def _new_grader(self) -> Grader:
        return Grader(self.problem, self._spares.take_grader())

    def _new_dry_runner(self) -> DryRunner:
        return DryRunner(self.problem, self._spares.take_dry())

    def dry_run(
        self, source: bytes, tests: Sequence[str], terms: DryTerms = USUAL
    ) -> DryOutcome | None:
        """Run what is not known; mutants and what they reach are asked of no memory."""
        seconds = terms.slow_seconds or self.problem.limits.cpu_seconds
        trial = Trial.of(source, terms.seed, seconds)
        terms = replace(terms, settled=True)  # or nothing could be remembered

        def run(asked: Sequence[str]) -> DryOutcome | None:
            outcome = super(RecallingLanes, self).dry_run(source, asked, terms)
            if outcome is not None:
                words = _words(outcome)
                self._memory.note_words(trial, [(id_, words[id_]) for id_ in outcome.settled])
            return outcome

        if terms.reach or terms.most_slow is not None or not tests:
            return run(tests)
        known = {id_: word for id_ in tests if (word := self._memory.word(trial, id_))}
        if terms.until_failure:
            tests = _up_to_a_failure(tests, known)
        unknown = [id_ for id_ in tests if id_ not in known]
        found: dict[str, Word] = {}
        outcome = None
        if unknown:
            outcome = run(unknown)
            if outcome is None:
                return run(tests)
            found = _words(outcome)
            ran = _up_to_a_failure(unknown, found) if terms.until_failure else unknown
            if known and not set(outcome.settled).issuperset(ran):
                return run(tests)
        words = {**known, **found}
        if terms.until_failure:
            tests = _up_to_a_failure(tests, words)
        return DryOutcome(
            failed=tuple(id_ for id_ in tests if words.get(id_) is Word.FAILED),
            slow=tuple(id_ for id_ in tests if words.get(id_) is Word.SLOW),
            strange=outcome.strange if outcome is not None else (),
        )

    def judge_tests(self, source: bytes, ids: Sequence[str], *, seed: int = 0) -> list[TestResult]:
        """Let the grader run those whose results are not known."""
        trial = self._trial(source, seed)
        known = self._known(trial, ids)
        if len(known) == len(ids) == 1:
            return list(known.values())
        if not self._fit_together(known):
            known = {}
        asked = [id_ for id_ in ids if id_ not in known]
        results = super().judge_tests(source, asked, seed=seed) if asked else []
        if len(ids) == 1:
            if results[0].verdict is not Verdict.INTERNAL_ERROR:
                self._memory.note_results(trial, results)
            return results
        if self._stand_alone(source, trial, results):
            self._memory.note_results(trial, results)
        elif known:
            return super().judge_tests(source, ids, seed=seed)
        known.update((result.id, result) for result in results)
        return [known[id_] for id_ in ids]

    def grade(self, file: Path, level: int) -> Report:
        """Let the grader run those whose results are not known, if they are few."""
        source = file.read_bytes()
        trial = self._trial(source, 0)
        tests = [id_ for number in range(1, level + 1) for id_ in self.tests_of(number)]
        known = self._known(trial, tests)
        asked = [id_ for id_ in tests if id_ not in known]
        if not tests or 2 * len(asked) > len(tests) or not self._fit_together(known):
            return self._graded_anew(file, level, trial)
        results = super().judge_tests(source, asked) if asked else []
        if not self._stand_alone(source, trial, results):
            return self._graded_anew(file, level, trial)
        self._memory.note_results(trial, results)
        known.update((result.id, result) for result in results)
        return report_on(self.problem, source, level, [known[id_] for id_ in tests])

    def _graded_anew(self, file: Path, level: int, trial: Trial) -> Report:
        report = super().grade(file, level)
        if report.tests and self._stand_alone(file.read_bytes(), trial, report.tests):
            self._memory.note_results(trial, report.tests)
        return report

    def _trial(self, source: bytes, seed: int) -> Trial:
        return Trial.of(source, seed, self.problem.limits.cpu_seconds)

    def _known(self, trial: Trial, tests: Sequence[str]) -> dict[str, TestResult]:
        if not all(self.tests_of(level.number, sample=False) for level in self.problem.levels):
            return {}  # the grader will refuse to judge anything
        return {id_: result for id_ in tests if (result := self._memory.result(trial, id_))}

    def _fit_together(self, results: dict[str, TestResult]) -> bool:
        """Whether these are what they would be in a run with others."""
        return not any(result.verdict in _OF_ITS_RUN for result in results.values())

    def _stand_alone(self, source: bytes, trial: Trial, results: Sequence[TestResult]) -> bool:
        """Whether the grader would say the same in any run; a dry run sees who disturbs whom."""
        if any(result.verdict in _OF_ITS_RUN for result in results):
            return False
        ids = [result.id for result in results]
        unknown = [id_ for id_ in ids if not self._memory.word(trial, id_)]
        self.dry_run(source, unknown, DryTerms(seed=trial.seed))
        return all(self._memory.word(trial, id_) for id_ in ids)


def _words(outcome: DryOutcome) -> dict[str, Word]:
    """What is amiss, and of what was asked for whether it stands by itself, what passed."""
    return {
        **dict.fromkeys(outcome.settled, Word.PASSED),
        **dict.fromkeys(outcome.failed, Word.FAILED),
        **dict.fromkeys(outcome.slow, Word.SLOW),
    }


def _up_to_a_failure(tests: Sequence[str], words: dict[str, Word]) -> list[str]:
    """The tests to the end, or to the first that is known not to pass."""
    amiss = (
        number for number, id_ in enumerate(tests) if words.get(id_, Word.PASSED) is not Word.PASSED
    )
    return list(tests[: next(amiss, len(tests)) + 1])
