"""Whose fault is it: what a report says of the tests themselves, and of a program."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from harness.authoring.finding import Finding
from harness.authoring.proving.announced import place_of_test
from harness.catalog.models import Problem
from harness.grading.report import Report, TestResult
from harness.verdict import Verdict


def faults_of_tests(problem: Problem, report: Report, file: Path) -> Iterator[Finding]:
    """A fault of the tests themselves, whatever the submission."""
    faults = [test for test in report.tests if test.verdict is Verdict.INTERNAL_ERROR]
    if not report.tests:
        broken, line = _unparsable(problem)
        yield Finding(check="test-at-fault", file=broken, line=line, message=report.message)
    elif report.verdict is Verdict.INTERNAL_ERROR or faults:
        if report.message or not faults:
            told = f"cannot be judged: {report.message}"
            yield Finding(check="test-at-fault", file=file, message=told)
        for test in [] if report.message else faults:
            place, line = place_of_test(problem, test.id)
            told = f"{test.name} cannot be judged: {test.message}"
            yield Finding(check="test-at-fault", file=place, line=line, message=told)


def _unparsable(problem: Problem) -> tuple[Path, int | None]:
    """The first test file that is no Python, and the line; else the problem's folder."""
    for file in tests_to(problem, len(problem.levels)):
        try:
            ast.parse(file.read_bytes())
        except (SyntaxError, ValueError) as error:
            return file, getattr(error, "lineno", None)
    return problem.folder, None


def first_failure(tests: Iterable[TestResult], level: int) -> str:
    """What the first test of a level says that is not passed; empty where all are."""
    failed = (test for test in tests if test.level == level and not test.accepted)
    test = next(failed, None)
    return f"{test.name} is {test.verdict}: {test.message}" if test else ""


def tests_to(problem: Problem, level: int) -> list[Path]:
    """The files that hold the tests of levels 1 to ``level``."""
    return [
        file for each in problem.levels[:level] for file in (each.sample_tests, *each.scored_files)
    ]
