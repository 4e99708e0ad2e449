# verdict: wrong answer
# rejected at: level 2
# mistake: a run fails if a content has error anywhere in its text, even inside another word
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

    def plan(self) -> list[str]:
        sorter: TopologicalSorter[str] = TopologicalSorter()
        for name, inputs in self._inputs.items():
            sorter.add(name, *(other for other in inputs if other in self._inputs))
        with suppress(CycleError):
            sorter.prepare()
        plan: list[str] = []
        while stage := sorted(sorter.get_ready()):
            plan += stage
            sorter.done(*stage)
        return plan

    def build(self) -> list[tuple[str, str]]:
        return [(name, self._execute(name)) for name in self.plan()]

    def _execute(self, name: str) -> str:
        contents = [self._contents.get(source, "error") for source in self._inputs[name]]
        words = " ".join(filter(None, contents)).split()
        if None in contents:
            self._status[name], self._contents[name] = "blocked", None
        elif any("error" in word for word in words):
            self._status[name], self._contents[name] = "failed", None
        else:
            self._status[name], self._contents[name] = "done", " ".join(dict.fromkeys(words))
        return self._status[name]
