"""Proof: all that is known about a problem's soundness, kept for as long as nothing changes."""

import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor
from functools import cache, partial
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import platformdirs
from pydantic import ValidationError

import harness
from harness.authoring.finding import Finding
from harness.authoring.mutating.mutation import MutationScore, prove_mutants_in
from harness.authoring.proving.batch import Company
from harness.authoring.proving.lanes import Lanes
from harness.authoring.proving.legible import ILLEGIBLE
from harness.authoring.proving.soundness import prove_in
from harness.authoring.strength.strength import Strength, demand_coverage, measure_strength
from harness.catalog.models import Model, Problem
from harness.grading.processors import processor_count
from harness.verdict import Verdict

OnProgress = Callable[[str, int, int], None]

_ROOMS = ("catalog", "grading", "authoring")
"""What a proof rests on, beside the problem itself."""
_NO_USE = ILLEGIBLE | {"test-at-fault"}
"""The kinds of finding with which mutants could not be graded."""
_IDLE_SECONDS = 0.05
_PACKAGES = ("pytest", "hypothesis", "pydantic", "mutmut", "coverage")


class Proof(Model):
    """What was found about one problem."""

    problem: str
    findings: tuple[Finding, ...] = ()
    mutation: tuple[MutationScore, ...] = ()
    """How many mutants the tests reject, level by level; empty where it was not asked for."""
    strength: Strength | None = None
    """All that can be measured of the tests; None where it was not asked for."""
    cached: bool = False
    """Whether it was proved before and nothing has changed since."""

    @property
    def sound(self) -> bool:
        """Whether no finding is an error."""
        return not any(finding.severity == "error" for finding in self.findings)


def prove_all(
    problem: Problem,
    *,
    mutants: bool = False,
    strength: bool = False,
    use_cache: bool = True,
    lanes: int | None = None,
    company: Company | None = None,
    on_progress: OnProgress | None = None,
) -> Proof:
    """Prove a problem, or take the proof from before when nothing it rests on has changed.

    Args:
        problem: what to prove.
        mutants: also grade the mutants of its references.
        strength: also measure how strong its tests are, mutants included.
        use_cache: whether a proof from before will do.
        lanes: how many checks run at a time; by default as many as there are processors.
        company: whose threads may help.
        on_progress: called with ``"checks"`` or ``"mutants"``, how many are done and of how many.

    Raises:
        WrongUseError: what ``mutants`` or ``strength`` needs is not installed, or
            ``equivalent.toml`` is broken.
    """
    file = _kept_at(problem, "strength-" if strength else "mutants-" if mutants else "")
    if use_cache and (kept := _read(file)):
        return kept.model_copy(update={"cached": True})
    if strength:
        demand_coverage()

    def tell(what: str) -> Callable[[int, int], None]:
        return lambda done, total: on_progress(what, done, total) if on_progress else None

    scores: list[MutationScore] = []
    measured = None
    with Lanes(problem, lanes or processor_count(), company) as own:
        findings = prove_in(own, tell("checks"))
        usable = not any(finding.check in _NO_USE for finding in findings)
        if strength and usable:
            measured, scores, survivors = measure_strength(own, tell("mutants"))
            findings += survivors
        elif mutants and usable:
            scores, survivors = prove_mutants_in(own, tell("mutants"))
            findings += survivors
    proof = Proof(
        problem=problem.id, findings=tuple(findings), mutation=tuple(scores), strength=measured
    )
    _keep(file, proof)
    return proof


def prove_several(
    problems: Sequence[Problem],
    *,
    mutants: bool = False,
    strength: bool = False,
    use_cache: bool = True,
    on_progress: Callable[[str, str, int, int], None] | None = None,
) -> Iterator[Proof]:
    """Prove problems, as many at a time as there are processors; yield the proofs in order.

    Args:
        problems: what to prove.
        mutants: also grade the mutants of their references.
        strength: also measure how strong their tests are, mutants included.
        use_cache: whether proofs from before will do.
        on_progress: called with a problem's id and what ``prove_all`` tells, from any thread.

    Raises:
        WrongUseError: as ``prove_all``.
    """
    processors = processor_count()
    given_up = threading.Event()
    company = Company()

    def progress(problem: Problem, *told: Any) -> None:
        if given_up.is_set():
            raise CancelledError
        if on_progress is not None:
            on_progress(problem.id, *told)

    def work(problem: Problem) -> Proof:
        return prove_all(
            problem,
            mutants=mutants,
            strength=strength,
            use_cache=use_cache,
            # A problem to itself has everything warm once instead of once a processor.
            lanes=1,
            company=company,
            on_progress=partial(progress, problem),
        )

    def help_others() -> None:
        while not given_up.is_set() and not all(proof.done() for proof in proofs.values()):
            if not company.help():
                time.sleep(_IDLE_SECONDS)

    with ThreadPoolExecutor(processors) as pool:
        # The longest first, or the last one would keep one processor busy and the rest waiting.
        order = sorted(problems, key=_work_in, reverse=True)
        proofs = {problem.id: pool.submit(work, problem) for problem in order}
        for _ in range(processors):
            pool.submit(help_others)
        try:
            for problem in problems:
                yield proofs[problem.id].result()
        finally:  # also when somebody stops it: what runs ends with its present check
            given_up.set()
            pool.shutdown(wait=False, cancel_futures=True)


def _work_in(problem: Problem) -> int:
    """How long a proof takes, roughly: one that runs out of time takes ten times another."""
    slow = sum(each.verdict is Verdict.TIME_LIMIT_EXCEEDED for each in problem.submissions)
    return len(problem.submissions) + 9 * slow


def _kept_at(problem: Problem, kind: str) -> Path:
    """Named for everything a proof rests on, so that it is never asked whether it still holds."""
    digest = sha256()
    for part in _rests_on(problem):
        digest.update(part.encode() + b"\0")
    folder = platformdirs.user_cache_path("progressive-harness") / "proofs"
    return folder / f"{problem.id}-{kind}{digest.hexdigest()[:32]}.json"


def _rests_on(problem: Problem) -> Iterator[str]:
    yield str(problem.folder)
    yield problem.package_hash()
    page = problem.instructor_page
    yield page.read_text(encoding="utf-8", errors="replace") if page.is_file() else ""
    yield sys.version
    yield _own_sources()
    for name in _PACKAGES:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield f"no {name}"


@cache
def _own_sources() -> str:
    digest = sha256()
    top = Path(harness.__file__).parent
    for file in sorted(file for room in _ROOMS for file in (top / room).rglob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _read(file: Path) -> Proof | None:
    try:
        return Proof.model_validate_json(file.read_bytes())
    except (OSError, ValidationError):
        return None


def _keep(file: Path, proof: Proof) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        written = file.with_suffix(".new")
        written.write_text(proof.model_dump_json(), encoding="utf-8")
        written.replace(file)
    except OSError:
        return  # the next proof will take its time again
