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

    def plan(self) -> list[str]:
        """List the tasks stage by stage, without those that are stuck."""
        sorter: TopologicalSorter[str] = TopologicalSorter()
        for name, inputs in self._inputs.items():
            sorter.add(name, *(other for other in inputs if other in self._inputs))
        with suppress(CycleError):  # it still hands out what no cycle holds back
            sorter.prepare()
        plan: list[str] = []
        while stage := sorted(sorter.get_ready()):
            plan += stage
            sorter.done(*stage)
        return plan

    def build(self) -> list[tuple[str, str]]:
        """Run every task of the plan; list (task, status)."""
        return [(name, self._execute(name)) for name in self.plan()]

    def _execute(self, name: str) -> str:
        """Run a task that is declared; return its status."""
        contents = [self._contents.get(source, "error") for source in self._inputs[name]]
        words = " ".join(filter(None, contents)).split()
        if None in contents:  # a task among the inputs has no output
            self._status[name], self._contents[name] = "blocked", None
        elif "error" in words:  # which also stands for an input that is absent
            self._status[name], self._contents[name] = "failed", None
        else:
            self._status[name], self._contents[name] = "done", " ".join(dict.fromkeys(words))
        return self._status[name]
