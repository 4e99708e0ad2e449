"""Run: one grading of a class, as frozen values that every report of it is made from."""

from statistics import mean, median

from pydantic import UUID4

import harness
from harness.catalog.models import Model, Problem
from harness.grading.report import Report
from harness.verdict import Verdict


class Terms(Model):
    """What a verdict rests on beside the submission: the same terms give the same verdict."""

    package_hash: str
    level: int
    """The highest level graded."""
    seed: int
    grader: str
    """The harness and the Python that judge, as ``grader_version`` names them."""

    @classmethod
    def of(cls, problem: Problem, *, level: int, seed: int) -> "Terms":
        """The terms under which this harness grades a problem as it is now."""
        return cls(
            package_hash=problem.package_hash(), level=level, seed=seed, grader=grader_version()
        )


class Row(Model):
    """One person's submission and what came of it."""

    name: str
    submission_hash: str | None = None
    """None where there was nothing to grade."""
    reason: str = ""
    """Why there was nothing to grade."""
    report: Report | None = None
    """None until it is graded; without anything that tells what a hidden test holds."""
    before: Report | None = None
    """In a regrading: the report as it was."""

    @property
    def graded(self) -> bool:
        """Whether there is a verdict that says something about the submission."""
        return self.report is not None and self.report.verdict is not Verdict.INTERNAL_ERROR

    @property
    def score(self) -> int | None:
        """Its points; None where nothing may be said."""
        return self.report.score if self.report is not None and self.graded else None

    @property
    def score_before(self) -> int | None:
        """In a regrading: its points as they were; None where nothing could be said."""
        if self.before is None or self.before.verdict is Verdict.INTERNAL_ERROR:
            return None
        return self.before.score

    @property
    def verdict(self) -> str:
        """The verdict, or ``not graded``."""
        return str(self.report.verdict) if self.report is not None else "not graded"

    @property
    def message(self) -> str:
        """One line on the submission as a whole: why it was not graded, or does not compile."""
        if self.report is not None:
            return self.report.message
        return self.reason or "its grading did not end; the same command tries again"

    @property
    def changed(self) -> bool:
        """In a regrading: whether the verdict or the points are no longer the same."""
        return (
            self.before is not None
            and self.report is not None
            and judged(self.report) != judged(self.before)
        )


class Run(Model):
    """A class as it was graded at one time."""

    number: int
    """Counts from 1 in its ledger."""
    at: str
    """When it was begun, in UTC."""
    problem: str
    problem_uuid: UUID4
    problem_version: str
    terms: Terms
    regrade_of: int | None = None
    """The run whose submissions it grades again."""
    rows: tuple[Row, ...]

    @property
    def scores(self) -> list[int]:
        """The points of all that could be graded."""
        return [row.score for row in self.rows if row.score is not None]

    @property
    def mean(self) -> float | None:
        """The mean of the scores; None without any."""
        return mean(self.scores) if self.scores else None

    @property
    def median(self) -> float | None:
        """The median of the scores; None without any."""
        return median(self.scores) if self.scores else None


def points(score: int | None) -> str:
    """A score, or a dash where nothing may be said."""
    return "-" if score is None else str(score)


def in_words(before: Report, now: Report | None) -> str:
    """The verdict, and in front of it the one before where it was another."""
    verdict = str(now.verdict) if now is not None else "not graded"
    return verdict if before.verdict == verdict else f"{before.verdict} → {verdict}"


def grader_version() -> str:
    """What judges: another harness or another Python may judge differently."""
    from sys import version_info

    return f"harness {harness.__version__}, Python {version_info.major}.{version_info.minor}"


def judged(report: Report) -> tuple[object, ...]:
    """What a report says of the person: two reports that agree in it mean the same to them."""
    levels = tuple((level.level, level.verdict, level.points) for level in report.levels)
    return report.verdict, report.score, levels
