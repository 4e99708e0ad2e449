"""DryRunner: one warm process of dry runs, seen from the proof."""

import base64
import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import platformdirs

from harness.catalog.models import Problem
from harness.closing import Closing
from harness.grading.evaluator_process import EvaluatorFaultError, EvaluatorProcess

_START_SECONDS = 120.0
_SILENCE_SECONDS = 120.0
"""Wall seconds after which a run is given up: it waits for something, or the machine is swamped."""


EXAMPLES = 10
"""On how many examples a property is tried that are drawn anew; drawing takes most of the time."""


@dataclass(frozen=True)
class Reach:
    """What of a program the tests of a dry run reached."""

    lines: int
    """How many lines hold a statement."""
    branches: int
    """How many ways lead out of lines that have more than one."""
    branches_reached: int
    unreached_lines: tuple[int, ...]
    unreached_branches: tuple[tuple[int, int], ...]
    """From which line to which, below 0 where it leaves the function; of reached lines only."""


@dataclass(frozen=True)
class DryTerms:
    """How a dry run is to be made."""

    seed: int = 0
    """What properties draw from; 0 for what every candidate meets."""
    slow_seconds: float | None = None
    """CPU seconds that a test may take; None for what a candidate's may."""
    until_failure: bool = False
    """Stop at the first test that fails or is slow."""
    most_slow: int | None = None
    """Stop after so many slow ones; None for never."""
    reach: bool = False
    """Also tell what of the program they reach; needs coverage."""
    settled: bool = False
    """Find out which tests' outcomes stand by themselves, and take it for granted that one of them
    passes which did so before, as long as nothing has changed."""


USUAL = DryTerms()


@dataclass(frozen=True)
class DryOutcome:
    """What a dry run found amiss."""

    failed: tuple[str, ...]
    """Ids of the tests that failed, for whatever reason."""
    slow: tuple[str, ...]
    """Ids of those that took longer than they were given."""
    settled: tuple[str, ...] = ()
    """Ids of tests whose outcome stands by itself: they met nothing that another one had changed,
    and changed nothing. Empty where it was not asked for."""
    reach: Reach | None = None
    """None where it was not asked for."""
    strange: tuple[str, ...] = ()
    """Ids of those that met what is no plain data, whatever came of it: the grader may see it
    otherwise."""

    @property
    def passed(self) -> bool:
        """Whether every test that was asked for passed."""
        return not self.failed and not self.slow

    @property
    def doubtful(self) -> tuple[str, ...]:
        """Ids of all that the grader should be asked about; what a run stopped at comes last."""
        return tuple(dict.fromkeys((*self.strange, *self.failed, *self.slow)))


class DryRunner(Closing):
    """Runs tests against the author's own programs, one at a time; a context manager.

    One that cannot run answers None to everything: then the grader has the work.
    """

    def __init__(self, problem: Problem, process: EvaluatorProcess | None = None) -> None:
        """Nothing is started before it is needed.

        Args:
            problem: whose tests they are.
            process: one that was started ahead; the runner closes it.
        """
        self._problem = problem
        self._process = process
        self._told = self._ready = False
        self._tests: tuple[str, ...] | None = None
        self._properties: frozenset[str] = frozenset()
        self._granted: tuple[tuple[bytes, float], set[tuple[str, int | None]]] | None = None
        """A program with the time its tests were given, and those that settled and passed: what
        properties did so with inputs of which seed, and other tests with any."""

    def tests(self, level: int, *, sample: bool = True) -> list[str]:
        """The ids of this level's tests, as written; none when they cannot be collected."""
        self._start()
        begins = f"level_{level}/" if sample else f"level_{level}/test_hidden"
        return [id_ for id_ in self._tests or () if id_.startswith(begins)]

    def run(
        self, source: bytes, tests: Sequence[str], terms: DryTerms = USUAL
    ) -> DryOutcome | None:
        """Run these tests in this order; None when the run came to no end of its own.

        Args:
            source: the program.
            tests: their ids.
            terms: how.
        """
        process = self._start()
        if process is None or not tests:
            return None
        slow_seconds = terms.slow_seconds or self._problem.limits.cpu_seconds
        granted = self._granted_of(source, slow_seconds) if terms.settled else set()
        known = [id_ for id_ in tests if self._with_inputs(id_, terms.seed) in granted]
        if len(known) == len(tests) and not terms.reach:
            return DryOutcome(failed=(), slow=(), settled=tuple(tests))
        request = {
            "source": base64.b64encode(source).decode(),
            "tests": list(tests),
            "seed": terms.seed,
            "examples": EXAMPLES,
            "slow_seconds": slow_seconds,
            "until_failure": terms.until_failure,
            "most_slow": terms.most_slow,
            "reach": terms.reach,
            "settle": terms.settled,
            "granted": known,
        }
        outcome = None
        try:
            process.tell(request)
            while (event := process.next_event(_SILENCE_SECONDS))["event"] != "end":
                outcome = DryOutcome(
                    failed=tuple(event["failed"]),
                    slow=tuple(event["slow"]),
                    settled=tuple(event["settled"]),
                    reach=_reach(event.get("reach")),
                    strange=tuple(event["strange"]),
                )
        except EvaluatorFaultError:
            self.close()
        if outcome is not None:
            passed = set(outcome.settled).difference(outcome.failed, outcome.slow)
            granted.update(self._with_inputs(id_, terms.seed) for id_ in passed)
        return outcome

    def _granted_of(self, source: bytes, slow_seconds: float) -> set[tuple[str, int | None]]:
        """What is taken for granted of a program; of the last one only, it is remembered."""
        if self._granted is None or self._granted[0] != (source, slow_seconds):
            self._granted = ((source, slow_seconds), set())
        return self._granted[1]

    def _with_inputs(self, test: str, seed: int) -> tuple[str, int | None]:
        return test, seed if test in self._properties else None

    def warm_up(self) -> None:
        """Have the tests collected, without waiting for it."""
        if self._told:
            return
        self._process = self._process or dry_process()
        self._told = True
        cache = platformdirs.user_cache_path("progressive-harness") / "compiled-tests"
        with contextlib.suppress(EvaluatorFaultError):  # the first run will tell
            self._process.tell(
                {
                    "package": str(self._problem.folder),
                    "levels": {str(level.number): level.tests for level in self._problem.levels},
                    "modules": self._problem.modules,
                    "cache": str(cache),
                    "folder": self._process.folder,
                    "memory_mb": self._problem.limits.memory_mb,
                }
            )

    def _start(self) -> EvaluatorProcess | None:
        self.warm_up()
        if self._process is not None and not self._ready:
            self._ready = True
            try:
                ready = self._process.next_event(_START_SECONDS)
                self._tests = tuple(ready["tests"])
                self._properties = frozenset(ready["properties"])
            except EvaluatorFaultError:
                self._tests = ()  # the grader will say why
        return self._process if self._tests else None

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        self._told = self._ready = False
        if process is not None:
            process.close()


def dry_process() -> EvaluatorProcess:
    """Start a process that waits for a problem whose tests it is to run."""
    return EvaluatorProcess("harness.authoring.dry", {"PYTHONHASHSEED": "0"})


def _reach(told: dict[str, Any] | None) -> Reach | None:
    if told is None:
        return None
    return Reach(
        lines=told["lines"],
        branches=told["branches"],
        branches_reached=told["branches_reached"],
        unreached_lines=tuple(told["unreached_lines"]),
        unreached_branches=tuple((start, end) for start, end in told["unreached_branches"]),
    )
