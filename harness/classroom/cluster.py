"""The same grading on a Dask cluster: its workers judge, and submissions run in a sandbox below.

A worker of the cluster is trusted, like the grader that runs inside it: candidate code never
enters its process. Sources and reports cross the cluster as plain data; the ledger stays here,
with one writer.
"""

import logging
import threading
from collections.abc import Callable, Generator, Iterator, Mapping
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from harness.catalog import Problem
from harness.classroom.package import packed, unpacked
from harness.classroom.run import Terms, grader_version
from harness.classroom.side_by_side import grade_one
from harness.errors import HarnessError, InternalFaultError, WrongUseError
from harness.grading.grader import Grader
from harness.grading.report import Report

if TYPE_CHECKING:
    from distributed import Client

_KEPT = "what was graded is kept, and the same command goes on from there."
_PATIENCE = 10.0
"""Seconds in which a scheduler has to answer."""


@dataclass(frozen=True)
class Outcome:
    """What a worker of the cluster has to say: a report as JSON, or why there is none."""

    report: str = ""
    fault: str = ""


def grade_on_cluster(
    address: str,
    problem: Problem,
    terms: Terms,
    sources: Mapping[str, bytes],
    *,
    isolated: bool,
    tell: Callable[[str], None],
) -> Generator[Report]:
    """Grade every source on a cluster, in any order; closing the iterator takes back the rest.

    A source whose workers died again and again is left out; whoever asked sees that it is missing.

    Args:
        address: of its scheduler, such as ``tcp://10.0.0.5:8786``.
        problem: what is graded; it is sent along.
        terms: the level and the seed.
        sources: the submissions by their hash.
        isolated: refuse where a submission could reach what it should not.
        tell: given a line for people where nothing goes on until they do something.

    Raises:
        WrongUseError: Dask is not installed, or no scheduler answers there.
        InternalFaultError: a worker cannot grade: its sandbox, its harness or its Python differ;
            or the scheduler is gone.
    """
    try:
        from distributed import as_completed
    except ImportError:
        raise WrongUseError(
            "A cluster needs Dask: pip install 'progressive-harness[cluster]'."
        ) from None
    with _quiet(), _connected(address) as client:
        if not client.nthreads():
            tell(f"{address} has no worker; waiting for one: `dask worker {address}`.")
        # A task of its own, so that the cluster makes it again should it be lost with a worker.
        package = client.submit(_same, packed(problem), key=f"problem-{terms.package_hash}")
        for grading in as_completed(
            client.map(
                grade_on_worker,
                list(sources.values()),
                package=package,
                terms=terms.model_dump(),
                isolated=isolated,
                key=[_key(terms, each) for each in sources],
            ),
            loop=client.loop,
        ):
            report = _report(grading)
            if report is not None:
                yield report


def grade_on_worker(
    source: bytes, package: bytes, terms: dict[str, Any], *, isolated: bool
) -> Outcome:
    """Grade one source inside a worker of the cluster; called there, never here."""
    wanted = Terms.model_validate(terms)
    here = grader_version()
    if here != wanted.grader:
        return Outcome(fault=f"a worker has {here}, and the class is graded by {wanted.grader}")
    try:
        grader = _bench(wanted.package_hash).grader(package, isolated=isolated)
        return Outcome(report=grade_one(grader, source, wanted).model_dump_json())
    except HarnessError as error:
        return Outcome(fault=str(error))


class _Bench:
    """The graders of one problem in a worker of the cluster, one for each of its threads."""

    def __init__(self, package_hash: str) -> None:
        self._package_hash = package_hash
        self._folder = TemporaryDirectory(prefix="harness-problem-")
        self._own = threading.local()
        self._laying_out = threading.Lock()
        self._problem: Problem | None = None

    def grader(self, package: bytes, *, isolated: bool) -> Grader:
        with self._laying_out:
            if self._problem is None:
                place = Path(self._folder.name)
                self._problem = unpacked(package, place, self._package_hash)
        if not hasattr(self._own, "grader"):
            self._own.grader = Grader(self._problem)
        grader: Grader = self._own.grader
        if isolated:
            grader.demand_isolation()
        return grader


@cache
def _bench(package_hash: str) -> _Bench:
    """Kept for as long as the worker of the cluster lives."""
    return _Bench(package_hash)


def _connected(address: str) -> "Client":
    from distributed import Client

    try:
        return Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise WrongUseError(
            f"{address}: no scheduler of Dask answers there ({error}); "
            "start one with `dask scheduler`."
        ) from None


@contextmanager
def _quiet() -> Iterator[None]:
    """Dask would write tracebacks of a scheduler that is gone; one line of ours says so."""
    loggers = [logging.getLogger(name) for name in ("distributed", "distributed.client")]
    levels = [each.level for each in loggers]
    try:
        for each in loggers:
            each.setLevel(logging.CRITICAL)
        yield
    finally:
        for each, level in zip(loggers, levels, strict=True):
            each.setLevel(level)


def _same(package: bytes) -> bytes:
    return package


def _key(terms: Terms, submission_hash: str) -> str:
    return f"{submission_hash}-{terms.package_hash[:12]}-{terms.level}-{terms.seed}"


def _report(grading: Any) -> Report | None:
    from distributed import KilledWorker

    try:
        outcome: Outcome = grading.result()
    except KilledWorker:
        return None
    except CancelledError:
        raise InternalFaultError(f"the cluster's scheduler is gone; {_KEPT}") from None
    except Exception as error:  # such as a worker without the harness
        raise InternalFaultError(
            f"the cluster could not grade ({type(error).__name__}: {error}); {_KEPT}"
        ) from None
    if outcome.fault:
        raise InternalFaultError(f"a worker of the cluster could not grade: {outcome.fault}")
    return Report.model_validate_json(outcome.report)
