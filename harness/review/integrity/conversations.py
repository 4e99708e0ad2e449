"""Conversations: what the tests of a problem say to its reference, to be varied."""

import re
import subprocess
import sys
import tempfile
from ast import Constant, literal_eval, parse, walk
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harness.catalog import Problem
from harness.errors import InternalFaultError
from harness.grading.evaluator_process import trusted_environment

_RECORDER = Path(__file__).with_name("recorder.py")
_SECONDS = 60
OBJECT = "an object made in this conversation"
"""The one key of what stands for such an object among the arguments."""
_TOLD_OFTEN = 3
"""So many conversations must show a clock going forwards before it is taken for one."""

Step = tuple[int, str, list[Any], dict[str, Any], list[str]]


@dataclass(frozen=True)
class Conversations:
    """What is needed to make new ones."""

    steps: tuple[list[Step], ...]
    clocks: frozenset[str]
    """Parameters whose values never go back within a conversation."""
    words: frozenset[str]
    """Words with a meaning of their own, which no other may stand for."""


def conversations(problem: Problem, level: int) -> Conversations:
    """Run the tests of levels 1 to ``level`` on the reference, trusted, in a process of its own.

    Raises:
        InternalFaultError: the tests could not be run.
    """
    levels = problem.levels[:level]
    files = [str(file) for each in levels for file in (each.sample_tests, *each.scored_files)]
    with tempfile.TemporaryDirectory(prefix="harness-") as folder:
        out = Path(folder, "conversations.txt")
        command = [sys.executable, str(_RECORDER), str(problem.reference(level))]
        try:
            finished = subprocess.run(
                [*command, problem.class_name, OBJECT, str(out), *files],
                capture_output=True,
                text=True,
                errors="replace",
                timeout=_SECONDS,
                check=False,
                cwd=folder,
                env=trusted_environment(),
            )
        except subprocess.TimeoutExpired:
            raise _not_heard(problem, f"they took longer than {_SECONDS} s") from None
        if not out.is_file():
            last = (finished.stderr or finished.stdout).strip().splitlines()[-1:] or ["no reason"]
            raise _not_heard(problem, last[0])
        steps = tuple(map(literal_eval, out.read_text(encoding="utf-8").splitlines()))
    return Conversations(steps, _clocks(steps), _words(problem, level))


def _not_heard(problem: Problem, why: str) -> InternalFaultError:
    return InternalFaultError(f"The tests of {problem.id} were not heard: {why}.")


def designs(problem: Problem, level: int) -> tuple[Path, ...]:
    """Every known right solution of a level, the reference first."""
    reference = problem.reference(level)
    others = sorted(reference.parent.glob(f"level_{level}_*.py"))
    return (reference, *others)


def _clocks(conversations: Sequence[list[Step]]) -> frozenset[str]:
    forwards: dict[str, int] = {}
    backwards: set[str] = set()
    for steps in conversations:
        values: dict[str, list[Any]] = {}
        for _, _, args, kwargs, names in steps:
            for name, value in [*zip(names, args, strict=False), *kwargs.items()]:
                values.setdefault(name, []).append(value)
        for name, row in values.items():
            if any(type(value) is not int for value in row) or row != sorted(row):
                backwards.add(name)
            elif row[0] < row[-1]:
                forwards[name] = forwards.get(name, 0) + 1
    often = {name for name, times in forwards.items() if times >= _TOLD_OFTEN}
    return frozenset(often - backwards)


def _words(problem: Problem, level: int) -> frozenset[str]:
    texts = [each.statement for each in problem.levels[:level]]
    for path in designs(problem, level):
        tree = parse(path.read_text(encoding="utf-8"))
        texts += [
            node.value
            for node in walk(tree)
            if isinstance(node, Constant) and isinstance(node.value, str)
        ]
    return frozenset(re.findall(r"[^\W\d_]+", " ".join(texts).lower()))
