"""A build system: tasks that make their output from files and from other tasks."""

from contextlib import suppress
from graphlib import CycleError, TopologicalSorter


class BuildSystem:
    """Files have contents; tasks read files and other tasks, and have outputs.

    No name is a file's and a task's, so contents and outputs are kept together: whoever reads a
    name need not ask which it is. A task without an output holds None.
    """

    def __init__(self) -> None:
        self._contents: dict[str, str | None] = {}
        self._inputs: dict[str, list[str]] = {}
        self._status: dict[str, str] = {}

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

    def plan(self, target: str) -> list[str]:
        """List what a target needs, itself included, stage by stage, without what is stuck."""
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

    def build(self, target: str) -> list[tuple[str, str]]:
        """Run every task of the plan; list (task, status)."""
        return [(name, self._execute(name)) for name in self.plan(target)]

    def _execute(self, name: str) -> str:
        """Run a task that is declared; return its status."""
        contents = [self.read(source) for source in self._inputs[name]]
        words = [word for content in contents for word in (content or "").split()]
        if any(self.read(other) is None for other in self._inputs[name] if other in self._inputs):
            self._status[name], self._contents[name] = "blocked", None
        elif None in contents or "error" in words:
            self._status[name], self._contents[name] = "failed", None
        else:
            kept = dict.fromkeys(word for word in words if not word.startswith("#"))
            self._status[name], self._contents[name] = "done", " ".join(kept)
        return self._status[name]

    def _needed(self, target: str) -> dict[str, list[str]]:
        """Return every task a target needs, itself included, with the tasks among its inputs."""
        needed: dict[str, list[str]] = {}
        waiting = [target]
        for name in waiting:  # which grows meanwhile
            if name in self._inputs and name not in needed:
                needed[name] = [other for other in self._inputs[name] if other in self._inputs]
                waiting += needed[name]
        return needed
