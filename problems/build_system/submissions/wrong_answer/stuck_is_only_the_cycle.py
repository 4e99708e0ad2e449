# verdict: wrong answer
# rejected at: level 2
# mistake: stuck leaves out the tasks that need a cycle without being on one
from contextlib import suppress
from graphlib import CycleError, TopologicalSorter


class BuildSystem:
    def __init__(self) -> None:
        self._contents: dict[str, str | None] = {}
        self._inputs: dict[str, list[str]] = {}
        self._status: dict[str, str] = {}

    def write(self, name: str, content: str) -> None:
        self._contents[name] = content

    def declare(self, tasks: dict[str, list[str]]) -> None:
        for name, inputs in tasks.items():
            self._inputs[name] = list(dict.fromkeys(inputs))
            self._status[name], self._contents[name] = "new", None

    def run(self, name: str) -> bool:
        return name in self._inputs and self._execute(name) == "done"

    def status(self, name: str) -> str | None:
        return self._status.get(name)

    def read(self, name: str) -> str | None:
        return self._contents.get(name)

    def plan(self, target: str) -> list[str]:
        sorter = TopologicalSorter(self._needed(target))
        with suppress(CycleError):
            sorter.prepare()
        plan: list[str] = []
        while stage := sorted(sorter.get_ready()):
            plan += stage
            sorter.done(*stage)
        return plan

    def stuck(self, target: str) -> list[str]:
        needed = self._needed(target)
        stuck = needed.keys() - set(self.plan(target))
        while True:
            used = {other for name in stuck for other in needed[name]}
            if stuck <= used:
                return sorted(stuck)
            stuck &= used

    def build(self, target: str) -> list[tuple[str, str]]:
        return [(name, self._execute(name)) for name in self.plan(target)]

    def _execute(self, name: str) -> str:
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
        needed: dict[str, list[str]] = {}
        waiting = [target]
        for name in waiting:
            if name in self._inputs and name not in needed:
                needed[name] = [other for other in self._inputs[name] if other in self._inputs]
                waiting += needed[name]
        return needed
