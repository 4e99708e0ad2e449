# verdict: wrong answer
# rejected at: level 4
# mistake: kept tasks count as settled from the start, although their inputs still run
from collections import defaultdict, deque
from collections.abc import Iterator, Set
from contextlib import suppress
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from heapq import heappop, heappush


@dataclass(frozen=True)
class Success:
    inputs: list[str]
    contents: list[str | None]
    output: str


Run = tuple[str, str, list[str]]
Shift = tuple[int, int, int, str]


class BuildSystem:
    def __init__(self) -> None:
        self._contents: dict[str, str | None] = {}
        self._inputs: dict[str, list[str]] = {}
        self._status: dict[str, str] = {}
        self._successes: dict[str, Success] = {}
        self._durations: dict[str, int] = {}

    def write(self, name: str, content: str) -> None:
        self._contents[name] = content

    def declare(
        self,
        tasks: dict[str, list[str]],
        durations: dict[str, int] | None = None,
    ) -> None:
        for name, inputs in tasks.items():
            self._durations[name] = (durations or {}).get(name, 1)
            self._inputs[name] = list(dict.fromkeys(inputs))
            self._status[name], self._contents[name] = "new", None

    def run(self, name: str) -> bool:
        return name in self._inputs and self._execute(name) == "done"

    def status(self, name: str) -> str | None:
        return self._status.get(name)

    def read(self, name: str) -> str | None:
        return self._contents.get(name)

    def plan(self, target: str | None = None) -> list[str]:
        sorter = self._sorter(target)
        plan: list[str] = []
        while stage := sorted(sorter.get_ready()):
            plan += stage
            sorter.done(*stage)
        return plan

    def stuck(self, target: str) -> list[str]:
        return sorted(self._needed(target).keys() - set(self.plan(target)))

    def build(self, target: str | None = None) -> list[tuple[str, str]]:
        return [(name, self._execute(name)) for name in self.plan(target)]

    def update(self, target: str) -> list[Run]:
        runs: list[Run] = []
        for name in self.plan(target):
            cause = self._cause(name)
            if cause is None:
                self._status[name], self._contents[name] = "done", self._successes[name].output
            elif self._execute(name) != "blocked":
                runs.append((name, *cause))
        return runs

    def preview(self, target: str) -> list[Run]:
        status, contents, successes = self._status, self._contents, self._successes
        self._status, self._contents = dict(status), dict(contents)
        self._successes = dict(successes)
        runs = self.update(target)
        self._status, self._contents, self._successes = status, contents, successes
        return runs

    def forget(self, name: str) -> bool:
        return self._successes.pop(name, None) is not None

    def affected(self, name: str) -> list[str]:
        users: dict[str, set[str]] = defaultdict(set)
        for user, inputs in self._inputs.items():
            for source in inputs:
                users[source].add(user)
        found: set[str] = set()
        waiting = [name]
        for source in waiting:
            new = users[source] - found
            found |= new
            waiting += new
        return sorted(found)

    def critical_path(self, target: str) -> tuple[int, list[str]]:
        needed = self._needed(target)
        lengths: dict[str, int] = {}
        for name in self.plan(target):
            before = max((lengths[other] for other in needed[name]), default=0)
            lengths[name] = before + self._durations[name]
        chain: list[str] = []
        last = [target] if target in lengths else []
        while last:
            name = min(last, key=lambda other: (-lengths[other], other))
            chain.append(name)
            last = needed[name]
        return lengths.get(target, 0), chain[::-1]

    def update_with(self, target: str, workers: int) -> tuple[int, list[Shift]]:
        runs = {name for name, *_ in self.update(target)} if workers > 0 else set()
        needed = self._needed(target)
        sorter = TopologicalSorter({name: runs & set(needed[name]) for name in runs})
        sorter.prepare()
        now = 0
        shifts: list[Shift] = []
        waiting: deque[str] = deque()
        idle = [(0, worker) for worker in range(1, workers + 1)]  # (worked so far, worker)
        busy: list[tuple[int, int, int, str]] = []  # (end, worked by then, worker, task)
        while True:
            waiting += sorted(_ready_to_run(sorter, runs))
            while waiting and idle:
                name = waiting.popleft()
                worked, worker = heappop(idle)
                duration = self._durations[name]
                heappush(busy, (now + duration, worked + duration, worker, name))
                shifts.append((now, now + duration, worker, name))
            if not busy:
                return now, shifts
            now = busy[0][0]
            while busy and busy[0][0] == now:
                _, worked, worker, name = heappop(busy)
                heappush(idle, (worked, worker))
                sorter.done(name)

    def _cause(self, name: str) -> tuple[str, list[str]] | None:
        success = self._successes.get(name)
        if success is None:
            return "new", []
        if success.inputs != self._inputs[name]:
            return "declaration", []
        before = zip(success.inputs, success.contents)
        changed = [source for source, content in before if self.read(source) != content]
        return ("inputs", changed) if changed else None

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
            self._successes[name] = Success(self._inputs[name], contents, " ".join(kept))
        return self._status[name]

    def _sorter(self, target: str | None) -> TopologicalSorter[str]:
        sorter = TopologicalSorter(self._needed(target))
        with suppress(CycleError):
            sorter.prepare()
        return sorter

    def _needed(self, target: str | None) -> dict[str, list[str]]:
        needed: dict[str, list[str]] = {}
        waiting = list(self._inputs) if target is None else [target]
        for name in waiting:
            if name in self._inputs and name not in needed:
                needed[name] = [other for other in self._inputs[name] if other in self._inputs]
                waiting += needed[name]
        return needed


def _ready_to_run(sorter: TopologicalSorter[str], runs: Set[str]) -> Iterator[str]:
    while ready := sorter.get_ready():
        yield from (name for name in ready if name in runs)
        sorter.done(*(name for name in ready if name not in runs))
