"""The differential run: does what passes the fixed tests also answer fresh inputs rightly?

Twice, with the submission confined as always: the properties among the tests draw from new seeds,
and the calls of all other tests come in other orders and with other names, compared call by call
with the reference. An honest solution that is right passes whatever is drawn; what fails here
is right for the inputs it has met and for no others.
"""

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from harness.catalog import Problem
from harness.catalog.models import Level
from harness.closing import Closing
from harness.errors import InternalFaultError
from harness.grading.grader import Grader
from harness.grading.private_folder import PrivateFolder
from harness.grading.report import Exchange, TestResult
from harness.review.integrity.conversations import (
    OBJECT,
    Conversations,
    conversations,
    designs,
)
from harness.verdict import Verdict

SEEDS = 3
"""So many new seeds for the properties of the problem's own tests."""
_FRESH = Path(__file__).with_name("fresh_histories.py")
_TRIES = 3
"""How often something is judged that the machine was too busy to judge."""
_MORE_TIME = 20
"""One test here makes as many calls as many of the problem's."""
_WRONG = (Verdict.WRONG_ANSWER, Verdict.RUN_TIME_ERROR)
"""Answers; a limit that was met says nothing of what was remembered."""


@dataclass(frozen=True)
class Difference:
    """Fresh input on which a submission is wrong, though it passed every fixed test."""

    test: str
    """The id of the property that failed; empty for the calls in other orders."""
    message: str
    conversation: tuple[Exchange, ...]
    """The smallest that was found, up to the first wrong answer."""


class Differential(Closing):
    """Warm graders for one level of a problem, for any number of submissions; a context manager."""

    def __init__(self, problem: Problem, level: int) -> None:
        self._level = level
        self._reference = problem.reference(level).read_bytes()
        heard = conversations(problem, level)  # or nobody would remove the folder
        self._folder = PrivateFolder()
        fresh = _package(self._folder.path, problem, level, heard)
        self._fixed = Grader(problem)
        self._fresh = Grader(fresh)

    def close(self) -> None:
        """End every process of it."""
        self._fixed.close()
        self._fresh.close()
        self._folder.close()

    def differences(self, source: bytes) -> Iterator[Difference]:
        """Yield what is wrong with the answers of a submission that passes every fixed test.

        Raises:
            InternalFaultError: the judge or the tests are at fault.
        """
        told = set()
        for seed in _seeds(source):
            for test in self._failures(self._fixed, source, self._level, seed):
                if test.id not in told:
                    told.add(test.id)
                    yield _difference(test, test.id)
        seed = _seeds(source)[0]
        for test in self._failures(self._fresh, source, 1, seed):
            yield _difference(test, "")

    def _failures(
        self, grader: Grader, source: bytes, level: int, seed: int
    ) -> Iterator[TestResult]:
        """The tests that a submission fails with this seed, and the reference does not."""
        failing = _wrong(grader, source, level, seed)
        if failing:
            blameless = _wrong(grader, self._reference, level, seed)
            yield from (test for id_, test in failing.items() if id_ not in blameless)


def _wrong(grader: Grader, source: bytes, level: int, seed: int) -> dict[str, TestResult]:
    for _ in range(_TRIES):
        report = grader.grade(source, level, seed=seed)
        if report.verdict is not Verdict.INTERNAL_ERROR:
            break
    else:
        faults = [test.message for test in report.tests if test.verdict is report.verdict]
        told = report.message or next(iter(faults), "the judge did not say why")
        raise InternalFaultError(f"Fresh inputs could not be tried: {told}")
    return {test.id: test for test in report.tests if test.verdict in _WRONG}


def _seeds(source: bytes) -> list[int]:
    """Drawn from the source, so that they are the same every time and nobody knows them before."""
    digest = hashlib.sha256(source).digest()
    return [int.from_bytes(digest[4 * n : 4 * n + 4]) | 1 for n in range(SEEDS)]


def _difference(test: TestResult, id_: str) -> Difference:
    return Difference(id_, test.message, tuple(test.conversation))


def _package(folder: Path, problem: Problem, level: int, heard: Conversations) -> Problem:
    """A problem of one level whose only scored test makes fresh histories."""
    tests = folder / "level_1"
    tests.mkdir()
    shutil.copyfile(_FRESH, tests / "test_hidden.py")
    (tests / "test_sample.py").touch()
    material = {
        "class_name": problem.class_name,
        "designs": [str(path) for path in designs(problem, level)],
        "conversations": list(heard.steps),
        "clocks": set(heard.clocks),
        "words": set(heard.words),
        "object": OBJECT,
    }
    (tests / "material.txt").write_text(repr(material), encoding="utf-8", errors="backslashreplace")
    limits = problem.limits
    patient = limits.model_copy(
        update={"cpu_seconds": _MORE_TIME * limits.cpu_seconds, "wall_seconds": 120.0}
    )
    only = Level(number=1, name="Fresh calls", points=1, pace=1, folder=tests)
    return problem.model_copy(update={"levels": (only,), "folder": folder, "limits": patient})
