"""Many submissions, with everything killed that can be: each is graded once, and as if alone."""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from harness.catalog import Problem, load_problem
from harness.grading import Grader
from harness.verdict import Verdict
from tests.adversarial.conftest import processes_below
from tests.adversarial.problem import RIGHT, write_problem

from .counted import NOTED
from .people import write_class

pytestmark = [pytest.mark.slow, pytest.mark.alone]

PATIENCE = 600.0
"""Seconds after which a run of these is at fault, on however busy a machine."""

TOP = Path(__file__).parents[2]
COUNTED = "tests.classroom.counted"

ALONE = RIGHT.replace(
    "return a + b",
    "import sys; return a + b if not {'dask', 'distributed', 'pytest', 'harness'} & set(sys.modules) else None",
)
"""Right only where no cluster and no judge shares its process."""


@pytest.fixture
def ledger_problem(tmp_path: Path) -> Problem:
    """The ledger, for a machine of any load: what never ends is stopped by its CPU time alone."""
    problem = write_problem(tmp_path / "content")
    manifest = problem.folder / "problem.toml"
    manifest.write_text(manifest.read_text().replace("wall_seconds = 2.0", "wall_seconds = 60.0"))
    return load_problem(problem.folder)


@contextmanager
def grading(problem: Problem, folder: Path, *options: str) -> Iterator[subprocess.Popen[str]]:
    """``harness grade`` on a folder, as a process of its own."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    environment["HARNESS_STATE"] = str(folder.with_name("state"))
    environment[NOTED] = str(folder.with_name("noted"))
    words = ["grade", problem.id, str(folder), "--json", "--no-require-isolation", *options]
    with subprocess.Popen(
        [sys.executable, "-m", COUNTED, "--problems", str(problem.folder), *words],
        cwd=TOP,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def gradings(folder: Path) -> dict[str, str]:
    """The reports in the ledger by the hash of their submission, exactly as they are kept."""
    file = folder.with_name(f"{folder.name}-results") / "ledger.sqlite"
    if not file.is_file():
        return {}
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=30)) as database:
            rows = database.execute("SELECT submission_hash, report FROM gradings").fetchall()
    except sqlite3.OperationalError:
        return {}  # its tables are just being made
    assert len(dict(rows)) == len(rows)
    return dict(rows)


def noted(folder: Path) -> Counter[str]:
    """How often the grading of each submission was begun, by its hash."""
    file = folder.with_name("noted")
    return Counter(file.read_text().split()) if file.is_file() else Counter()


def wait_for(what: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def finished(process: subprocess.Popen[str]) -> tuple[int, list[dict[str, Any]], str]:
    out, err = process.communicate(timeout=PATIENCE)
    return process.returncode, [json.loads(line) for line in out.splitlines()], err


def graded_in_the_end(
    problem: Problem, folder: Path, *options: str
) -> tuple[int, list[dict[str, Any]], str]:
    """Run the command, again while the machine is too busy to judge somebody; it says so."""
    told = ""
    for _ in range(3):
        with grading(problem, folder, *options) as process:
            code, rows, err = finished(process)
        told += err
        if code != 4:
            break
    return code, rows, told


def verdicts(report: Any) -> list[tuple[str, str]]:
    return [(test["id"], test["verdict"]) for test in report["tests"]]


def demand_same_as_alone(problem: Problem, sources: dict[str, bytes], kept: dict[str, str]) -> None:
    """Grade each by itself and compare every test's verdict."""
    with Grader(problem) as grader:
        for name, source in sources.items():
            report = grader.grade(source, 1)
            if report.verdict is Verdict.INTERNAL_ERROR:
                report = grader.grade(source, 1)  # the machine was too busy
            alone = json.loads(report.model_dump_json())
            among_many = json.loads(kept[sha256(source).hexdigest()])
            assert verdicts(among_many) == verdicts(alone), name
            assert among_many["score"] == alone["score"], name


def test_five_hundred_killed_in_the_middle_are_each_graded_once(
    ledger_problem: Problem, tmp_path: Path
) -> None:
    folder = tmp_path / "class"
    sources = write_class(folder, 500)
    hashes = {sha256(source).hexdigest() for source in sources.values()}
    assert len(hashes) == 500
    with grading(ledger_problem, folder) as process:
        wait_for(lambda: len(gradings(folder)) >= 150)
        process.send_signal(signal.SIGKILL)
    before, begun = gradings(folder), noted(folder)
    assert 150 <= len(before) < 500
    assert max(begun.values()) == 1
    assert set(before) <= set(begun)
    code, rows, told = graded_in_the_end(ledger_problem, folder)
    assert code == 0, told[-2000:]
    assert f"{len(before)} of 500 submissions are graded already" in told
    after = gradings(folder)
    assert set(after) == hashes
    assert {hash_: after[hash_] for hash_ in before} == before
    again = noted(folder) - begun
    assert not set(again) & set(before)
    if "without a verdict" not in told:  # else a machine too busy to judge was asked twice
        assert again == Counter(hashes - set(before))
    assert [row["name"] for row in rows] == sorted(sources)
    by_kind = {
        kind: {row["report"]["verdict"] for row in rows if row["name"].startswith(kind)}
        for kind in ("honest", "wrong", "hostile")
    }
    assert by_kind["honest"] == {"accepted"}
    assert "accepted" not in by_kind["wrong"]
    assert len(by_kind["hostile"]) >= 5
    some = dict(list(sources.items())[::19])
    kinds = Counter(name.partition("_")[0] for name in some)
    assert min(kinds[kind] for kind in by_kind) >= 5
    demand_same_as_alone(ledger_problem, some, after)


@contextmanager
def dask(folder: Path, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process of Dask's; in the end it is killed with all that it started."""
    with (folder / f"{words[0]}-{time.monotonic_ns()}.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", *words],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
        try:
            yield process
        finally:
            kill_with_children(process)


def kill_with_children(process: subprocess.Popen[bytes]) -> None:
    """The keeper of a worker first, which would start another."""
    below = processes_below(process.pid)
    process.kill()
    process.wait()
    for pid in below:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue


def free_port() -> int:
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def test_on_a_cluster_that_loses_a_worker_each_is_graded_once(
    ledger_problem: Problem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "class"
    sources = write_class(folder, 60)
    (folder / "alone.py").write_text(ALONE)
    sources["alone"] = ALONE.encode()
    port = str(free_port())
    address = f"tcp://127.0.0.1:{port}"
    worker = ("worker", address, "--nthreads", "1", "--no-dashboard", "--preload", COUNTED)
    monkeypatch.setenv(NOTED, str(folder.with_name("noted")))
    monkeypatch.setenv("PYTHONPATH", str(TOP))
    with (
        dask(tmp_path, "scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard"),
        dask(tmp_path, *worker),
        dask(tmp_path, *worker),
        dask(tmp_path, *worker) as unlucky,
        grading(ledger_problem, folder, "--scheduler", address) as process,
    ):
        wait_for(lambda: len(gradings(folder)) >= 10)
        kept = gradings(folder)
        assert len(kept) < len(sources)
        kill_with_children(unlucky)
        code, rows, err = finished(process)
        if code == 4:
            code, rows, err = graded_in_the_end(ledger_problem, folder, "--scheduler", address)
    assert code == 0, err[-2000:]
    after = gradings(folder)
    assert set(after) == {sha256(source).hexdigest() for source in sources.values()}
    assert {hash_: after[hash_] for hash_ in kept} == kept
    begun = noted(folder)
    assert set(begun) == set(after)
    assert {begun[hash_] for hash_ in kept} == {1}
    assert {row["name"]: row["report"]["verdict"] for row in rows}["alone"] == "accepted"
    demand_same_as_alone(ledger_problem, sources, after)


def test_where_no_scheduler_answers_nothing_is_graded(
    ledger_problem: Problem, tmp_path: Path
) -> None:
    folder = tmp_path / "class"
    write_class(folder, 10)
    address = f"tcp://127.0.0.1:{free_port()}"
    with grading(ledger_problem, folder, "--scheduler", address) as process:
        code, rows, err = finished(process)
    assert (code, rows) == (2, [])
    assert f"{address}: no scheduler of Dask answers there" in err
    assert gradings(folder) == {}


def test_a_cluster_without_workers_is_told_and_one_that_is_gone_in_a_line(
    ledger_problem: Problem, tmp_path: Path
) -> None:
    folder = tmp_path / "class"
    write_class(folder, 10)
    port = str(free_port())
    address = f"tcp://127.0.0.1:{port}"
    told: list[str] = []
    with (
        dask(
            tmp_path, "scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard"
        ) as scheduler,
        grading(ledger_problem, folder, "--scheduler", address) as process,
    ):
        assert process.stderr is not None
        reading = threading.Thread(target=told.extend, args=(process.stderr,))
        reading.start()
        wait_for(lambda: any("has no worker" in line for line in told) or not reading.is_alive())
        assert (
            f"harness: {address} has no worker; waiting for one: `dask worker {address}`.\n" in told
        )
        kill_with_children(scheduler)
        assert process.wait(timeout=PATIENCE) == 4
        reading.join(timeout=PATIENCE)
    assert all(line.startswith("harness: ") for line in told), told
    assert "the cluster's scheduler is gone; what was graded is kept" in told[-1]
    assert gradings(folder) == {}
