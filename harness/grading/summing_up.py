"""The report on a submission, from what was found test by test."""

import hashlib
from collections.abc import Sequence

from harness import __version__
from harness.catalog.models import Level, Problem
from harness.grading.report import LevelResult, Report, TestResult, rounded_score
from harness.verdict import Verdict


def report_on(
    problem: Problem,
    source: bytes,
    level: int,
    tests: Sequence[TestResult],
    *,
    seed: int = 0,
    fault: str = "",
    protections: Sequence[str] = (),
    wall_seconds: float = 0.0,
) -> Report:
    """Return it.

    Args:
        problem: what was graded.
        source: the submission.
        level: the highest level that was.
        tests: the results of all tests of levels 1 to ``level``, as written.
        seed: what the inputs were drawn from.
        fault: why it could not be judged, if so.
        protections: the names of those that were active.
        wall_seconds: how long it took.
    """
    levels = tuple(_level_result(each, tests) for each in problem.levels[:level])
    verdict = next(
        (each.verdict for each in levels if each.verdict is not Verdict.ACCEPTED),
        Verdict.ACCEPTED,
    )
    if fault or any(test.verdict is Verdict.INTERNAL_ERROR for test in tests):
        verdict = Verdict.INTERNAL_ERROR  # what could not be judged was not judged
    return Report(
        problem=problem.id,
        problem_uuid=problem.uuid,
        problem_version=problem.version,
        package_hash=problem.package_hash(),
        submission_hash=hashlib.sha256(source).hexdigest(),
        seed=seed,
        harness_version=__version__,
        level=level,
        verdict=verdict,
        message=fault or _said_of_all(tests),
        score=rounded_score(levels),
        max_score=problem.max_score,
        levels=levels,
        tests=tuple(tests),
        protections=tuple(protections),
        cpu_seconds=round(sum(test.cpu_seconds for test in tests), 6),
        wall_seconds=round(wall_seconds, 6),
    )


def _said_of_all(tests: Sequence[TestResult]) -> str:
    """Why the submission could not be run at all: one message on every test, before any call."""
    messages = {test.message for test in tests}
    unasked = not any(test.conversation or test.accepted for test in tests)
    return messages.pop() if unasked and len(messages) == 1 else ""


def _level_result(level: Level, tests: Sequence[TestResult]) -> LevelResult:
    own = [test for test in tests if test.level == level.number]
    scored = [test for test in own if test.kind == "hidden"]
    unaccepted = [test.verdict for test in own if not test.accepted]
    # No tests is never a pass: a level nobody could judge is a fault of the package.
    verdict = unaccepted[0] if unaccepted else Verdict.ACCEPTED
    return LevelResult(
        level=level.number,
        verdict=verdict if scored else Verdict.INTERNAL_ERROR,
        passed=sum(test.accepted for test in own),
        total=len(own),
        scored_passed=sum(test.accepted for test in scored),
        scored_total=len(scored),
        max_points=level.points,
    )
