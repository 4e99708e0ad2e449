"""An author's loop as a process: findings come and go with saves, and the end is clean."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from harness.catalog import Problem
from harness.cli.main import main


def add_examples(problem: Problem) -> None:
    calls = ("count() == 1", "name() == 'counter'", "reset()")
    for level, call in zip(problem.levels, calls, strict=True):
        text = level.statement + f"\n```python\n>>> Counter().{call}\nTrue\n```\n"
        level.statement_file.write_text(text)


def test_an_authors_loop(problem: Problem) -> None:
    add_examples(problem)
    command = [sys.executable, "-m", "harness", "--problems", str(problem.folder)]
    with subprocess.Popen(
        [*command, "verify", "counter", "--watch", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        try:
            assert json.loads(process.stdout.readline()) == {
                "event": "proved",
                "problem": "counter",
                "sound": True,
                "findings": [],
            }
            statement = problem.level(1).statement_file
            text = statement.read_text()
            statement.write_text(text.replace("True", "False"))
            appeared = json.loads(process.stdout.readline())
            assert appeared["event"] == "appeared"
            assert appeared["finding"]["check"] == "statement-example"
            assert json.loads(process.stdout.readline())["sound"] is False
            statement.write_text(text)
            assert json.loads(process.stdout.readline())["event"] == "mended"
            assert json.loads(process.stdout.readline())["sound"] is True
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=60) == 0
            assert "stopped watching" in process.stderr.read()
        finally:
            process.kill()


@pytest.mark.parametrize("words", [[], ["counter", "--mutants"], ["counter", "--junit", "x.xml"]])
def test_it_watches_one_problem_and_no_mutants(problem: Problem, words: list[str]) -> None:
    place = ["--problems", str(Path(problem.folder))]
    assert main([*place, "verify", "--watch", *words]) == 2
