"""Reports made up for tests that ask what is done with one, not how it comes about."""

from hashlib import sha256
from uuid import UUID

from harness.catalog import Problem
from harness.classroom import Row, Run, Terms
from harness.grading import Comparison, Exchange, LevelResult, Report, TestResult
from harness.verdict import Verdict

SECRET = "a line of a hidden test"


def made_up(
    source: bytes,
    terms: Terms,
    verdict: Verdict = Verdict.WRONG_ANSWER,
    *,
    passed: int = 1,
    message: str = "",
) -> Report:
    """A report on one level of a sample test and two hidden ones, of which so many passed."""
    tests = tuple(
        TestResult(
            id=f"level_1/test_{kind}.py::test_{number}",
            level=1,
            kind="sample" if kind == "sample" else "hidden",
            tags=("counting",),
            verdict=Verdict.ACCEPTED if number < passed else verdict,
            message="" if number < passed else f"of {kind} test {number}",
            line=3,
            conversation=(Exchange(call="count()", came="42"),),
            comparison=Comparison(came="42", expected="1"),
            assertion=SECRET,
            output="printed\n",
            wall_seconds=0.25,
        )
        for number, kind in enumerate(("sample", "hidden", "hidden"))
    )
    level = LevelResult(
        level=1,
        verdict=Verdict.ACCEPTED if passed == 3 else verdict,
        passed=passed,
        total=3,
        scored_passed=max(passed - 1, 0),
        scored_total=2,
        max_points=100,
    )
    return Report(
        problem="counter",
        problem_uuid=UUID("3f0c2a52-6a55-4f0e-9d5c-0d8a3c0f2b11"),
        problem_version="1.0.0",
        package_hash=terms.package_hash,
        submission_hash=sha256(source).hexdigest(),
        seed=terms.seed,
        harness_version="0.1.0",
        level=1,
        verdict=level.verdict,
        message=message,
        score=50 * level.scored_passed,
        max_score=500,
        levels=(level,),
        tests=tests,
        protections=(),
        cpu_seconds=0.5,
        wall_seconds=0.75,
    )


def terms_of(problem: Problem, seed: int = 0) -> Terms:
    """The terms of grading level 1."""
    return Terms.of(problem, level=1, seed=seed)


def run_of(problem: Problem, terms: Terms, rows: tuple[Row, ...]) -> Run:
    """A run that these rows are the results of."""
    return Run(
        number=1,
        at="2026-11-21T12:00:00+00:00",
        problem=problem.id,
        problem_uuid=problem.uuid,
        problem_version=problem.version,
        terms=terms,
        rows=rows,
    )
