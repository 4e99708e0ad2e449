"""Watching: every save is graded, what regressed is called out, and the end is clean."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from harness.catalog import Problem
from harness.session import SystemClock
from tests.cli.conftest import Run, solve

Facts = dict[str, Any]
Next = Callable[[str], Facts]


@contextmanager
def watching(problem: Problem, *words: object) -> Iterator[tuple[subprocess.Popen[str], Next]]:
    """A watch as a process of its own, without a terminal; ``next`` waits for a kind of line."""
    command = [sys.executable, "-m", "harness", "--problems", str(problem.folder), "watch"]
    with subprocess.Popen(
        [*command, "--json", *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:

        def next_of(kind: str) -> Facts:
            assert process.stdout is not None
            for line in process.stdout:
                facts: Facts = json.loads(line)
                if facts["event"] == kind:
                    return facts
            raise AssertionError(f"the watch ended without {kind}")

        try:
            yield process, next_of
        finally:
            process.kill()


def test_a_watched_sitting(harness: Run, work: Path, problem: Problem) -> None:
    harness("start", "counter")
    with watching(problem) as (process, next_of):
        assert next_of("watching")["sitting"]["submissions"] == 0
        solve(problem, 1, work)
        first = next_of("run")
        assert (first["number"], first["best"], first["regressed"]) == (1, 100, [])
        assert next_of("opened")["level"] == 2
        assert harness("watch").code == 3  # one window at a time
        (work / "solution.py").write_text("class Counter:\n    def count(self): return 42\n")
        second = next_of("run")
        assert (second["best"], len(second["regressed"])) == (100, 3)
        harness("finish")
        assert next_of("ended")["sitting"]["score"] == 100
        assert process.wait(timeout=60) == 0
    assert harness("watch").code == 3


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_ends_it_and_frees_the_sitting(
    harness: Run, problem: Problem, stop: signal.Signals
) -> None:
    harness("start", "counter")
    with watching(problem) as (process, next_of):
        next_of("watching")
        os.kill(process.pid, stop)
        assert process.wait(timeout=60) == 0
        assert process.stderr is not None
        assert "stopped watching" in process.stderr.read()
    with watching(problem) as (_, next_of):
        next_of("watching")


def test_a_file_without_a_sitting(harness: Run, work: Path, problem: Problem) -> None:
    solve(problem, 1, work)
    with watching(problem, "counter", work / "solution.py") as (_, next_of):
        assert next_of("run")["report"]["score"] == 100
        solve(problem, 3, work)
        assert next_of("run")["report"]["score"] == 500
    assert harness("history", "--json").json == []


@pytest.mark.slow
def test_the_deadline_ends_it(
    harness: Run, work: Path, problem: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = SystemClock().read()
    early = now.model_copy(update={"wall": now.wall - 50_000, "boot": now.boot - 50_000})
    with monkeypatch.context() as patch:
        patch.setattr(SystemClock, "read", lambda clock: early)
        harness("start", "counter", "--minutes", 1)
    solve(problem, 1, work)
    with watching(problem) as (process, next_of):
        ended = next_of("ended")["sitting"]
        assert (ended["phase"], ended["score"]) == ("time is up", 100)
        assert process.wait(timeout=60) == 0


def test_outside_a_sitting_both_are_named(harness: Run) -> None:
    assert harness("watch", "counter").code == 2
    assert harness("watch", "counter", "nowhere.py").code == 2
