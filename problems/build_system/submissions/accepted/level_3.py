"""A build system that runs only the tasks whose inputs have changed."""

from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter


@dataclass(frozen=True)
class Success:
    """What a task read when it was last done, in order, and what it put out."""

    inputs: list[str]
    contents: list[str | None]
    output: str


Run = tuple[str, str, list[str]]


class BuildSystem:
    """Files have contents; tasks read files and other tasks, and have outputs.

    No name is a file's and a task's, so contents and outputs are kept together: whoever reads a
    name need not ask which it is. A task without an output holds None.

    The last success of a task is kept apart from its status and output: no failure and no new
    declaration touches it, so when all it read is as it was, no run is needed.
    """

    def __init__(self) -> None:
        self._contents: dict[str, str | None] = {}
        self._inputs: dict[str, list[str]] = {}
        self._status: dict[str, str] = {}
        self._successes: dict[str, Success] = {}

    def write(self, name: str, content: str) -> None:
        """Give a file this content, replacing the content it had."""
        self._contents[name] = content

    def declare(self, tasks: dict[str, list[str]]) -> None:
        """Declare tasks, each with the names of its inputs; known ones start anew."""
        for name, inputs in tasks.items():
            self._inputs[name] = list(dict.fromkeys(inputs))
            self._status[name], self._contents[name] = "new", None

    def run(self, name: str) -> bool:
        """Run one task; return False if it fails, is blocked or is no task."""
        return name in self._inputs and self._execute(name) == "done"

    def status(self, name: str) -> str | None:
        """Return what came of a task's last run, or None if there is no such task."""
        return self._status.get(name)

    def read(self, name: str) -> str | None:
        """Return a file's content or a task's output, or None if there is none."""
        return self._contents.get(name)

    def plan(self, target: str | None = None) -> list[str]:
        """List all tasks, or those that a target needs, by stage, without what is stuck."""
        sorter = TopologicalSorter(self._needed(target))
        with suppress(CycleError):  # it still hands out what no cycle holds back
            sorter.prepare()
        plan: list[str] = []
        while stage := sorted(sorter.get_ready()):
            plan += stage
            sorter.done(*stage)
        return plan

    def stuck(self, target: str) -> list[str]:
        """List what a target needs, itself included, that is on a cycle or needs one, by name."""
        return sorted(self._needed(target).keys() - set(self.plan(target)))

    def build(self, target: str | None = None) -> list[tuple[str, str]]:
        """Run every task of the plan; list (task, status)."""
        return [(name, self._execute(name)) for name in self.plan(target)]

    def update(self, target: str) -> list[Run]:
        """Run the tasks of the plan that must run; list (task, cause, changed inputs)."""
        runs: list[Run] = []
        for name in self.plan(target):
            cause = self._cause(name)
            if cause is None:
                self._status[name], self._contents[name] = "done", self._successes[name].output
            elif self._execute(name) != "blocked":
                runs.append((name, *cause))
        return runs

    def preview(self, target: str) -> list[Run]:
        """Answer what `update` would, but change nothing."""
        status, contents, successes = self._status, self._contents, self._successes
        self._status, self._contents = dict(status), dict(contents)
        self._successes = dict(successes)
        runs = self.update(target)
        self._status, self._contents, self._successes = status, contents, successes
        return runs

    def forget(self, name: str) -> bool:
        """Forget the last success of a task; return False if there is none."""
        return self._successes.pop(name, None) is not None

    def affected(self, name: str) -> list[str]:
        """List the tasks that need a file or task, directly or through others, by name."""
        users: dict[str, set[str]] = defaultdict(set)
        for user, inputs in self._inputs.items():
            for source in inputs:
                users[source].add(user)
        found: set[str] = set()
        waiting = [name]
        for source in waiting:  # which grows meanwhile
            new = users[source] - found
            found |= new
            waiting += new
        return sorted(found)

    def _cause(self, name: str) -> tuple[str, list[str]] | None:
        """Tell why a task must run, and which inputs changed; None if its last success holds."""
        success = self._successes.get(name)
        if success is None:
            return "new", []
        if success.inputs != self._inputs[name]:
            return "declaration", []
        before = zip(success.inputs, success.contents)
        changed = [source for source, content in before if self.read(source) != content]
        return ("inputs", changed) if changed else None

    def _execute(self, name: str) -> str:
        """Run a task that is declared; return its status."""
        contents = [self._contents.get(source, "error") for source in self._inputs[name]]
        words = " ".join(filter(None, contents)).split()
        if None in contents:  # a task among the inputs has no output
            self._status[name], self._contents[name] = "blocked", None
        elif "error" in words:  # which also stands for an input that is absent
            self._status[name], self._contents[name] = "failed", None
        else:
            kept = dict.fromkeys(word for word in words if not word.startswith("#"))
            self._status[name], self._contents[name] = "done", " ".join(kept)
            self._successes[name] = Success(self._inputs[name], contents, " ".join(kept))
        return self._status[name]

    def _needed(self, target: str | None) -> dict[str, list[str]]:
        """Return a target and every task it needs, or all, with the tasks among their inputs."""
        needed: dict[str, list[str]] = {}
        waiting = list(self._inputs) if target is None else [target]
        for name in waiting:  # which grows meanwhile
            if name in self._inputs and name not in needed:
                needed[name] = [other for other in self._inputs[name] if other in self._inputs]
                waiting += needed[name]
        return needed
