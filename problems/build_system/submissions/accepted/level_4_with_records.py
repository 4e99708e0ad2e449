"""A build system in another design: a record for each task, stages counted by hand, events."""

import heapq
from dataclasses import dataclass, field


@dataclass
class Task:
    """All that is known of one task."""

    name: str
    inputs: tuple[str, ...] = ()
    duration: int = 1
    status: str = "new"
    output: str | None = None
    success: tuple[tuple[tuple[str, str], ...], str] | None = None


@dataclass(order=True)
class Worker:
    """One worker; the smallest of those that are free takes the next task."""

    worked: int
    number: int


@dataclass(order=True)
class Event:
    """The end of a run."""

    end: int
    worker: Worker = field(compare=False)
    task: str = field(compare=False)


class BuildSystem:
    """Files and tasks, apart from each other."""

    def __init__(self) -> None:
        self._files: dict[str, str] = {}
        self._tasks: dict[str, Task] = {}

    def write(self, name: str, content: str) -> None:
        """Give a file this content."""
        self._files[name] = content

    def declare(
        self,
        tasks: dict[str, list[str]],
        durations: dict[str, int] | None = None,
    ) -> None:
        """Declare tasks; what they did last with success stays known."""
        for name, inputs in tasks.items():
            known = self._tasks.get(name)
            self._tasks[name] = Task(
                name,
                tuple(dict.fromkeys(inputs)),
                (durations or {}).get(name, 1),
                success=known.success if known else None,
            )

    def status(self, name: str) -> str | None:
        """Return a task's status."""
        task = self._tasks.get(name)
        return task.status if task else None

    def read(self, name: str) -> str | None:
        """Return a content or an output."""
        task = self._tasks.get(name)
        return task.output if task else self._files.get(name)

    def run(self, name: str) -> bool:
        """Run one task."""
        task = self._tasks.get(name)
        if task is None:
            return False
        task.output = None
        if self._blocked(task):
            task.status = "blocked"
            return False
        task.status = "failed"
        words: list[str] = []
        read: list[tuple[str, str]] = []
        for source in task.inputs:
            content = self.read(source)
            if content is None:
                return False
            read.append((source, content))
            words.extend(content.split())
        if "error" in words:
            return False
        task.status = "done"
        task.output = " ".join(w for w in dict.fromkeys(words) if w[0] != "#")
        task.success = (tuple(read), task.output)
        return True

    def plan(self, target: str) -> list[str]:
        """Count stages from below: a task has its own when the last of its inputs has one."""
        stages = self._stages(target)
        return sorted(stages, key=lambda name: (stages[name], name))

    def stuck(self, target: str) -> list[str]:
        """List what gets no stage."""
        stages = self._stages(target)
        return sorted(name for name in self._needed(target) if name not in stages)

    def build(self, target: str) -> list[tuple[str, str]]:
        """Run the plan."""
        answer = []
        for name in self.plan(target):
            self.run(name)
            answer.append((name, self._tasks[name].status))
        return answer

    def update(self, target: str) -> list[tuple[str, str, list[str]]]:
        """Run what must run."""
        runs = []
        for name in self.plan(target):
            task = self._tasks[name]
            cause, changed = self._cause(task)
            if cause == "kept" and task.success is not None:
                task.status, task.output = "done", task.success[1]
            elif self._blocked(task):
                self.run(name)
            else:
                self.run(name)
                runs.append((name, cause, changed))
        return runs

    def preview(self, target: str) -> list[tuple[str, str, list[str]]]:
        """Let another build system, with the same files and tasks, make the update."""
        other = BuildSystem()
        other._files = self._files
        for name in self._needed(target):
            other._tasks[name] = Task(**vars(self._tasks[name]))
        return other.update(target)

    def forget(self, name: str) -> bool:
        """Forget a success."""
        task = self._tasks.get(name)
        if task is None or task.success is None:
            return False
        task.success = None
        return True

    def affected(self, name: str) -> list[str]:
        """Climb from the name to its users, one stage after another."""
        users = self._users(self._tasks)
        found: set[str] = set()
        reached = {name}
        while reached:
            reached = {user for each in reached for user in users.get(each, ())} - found
            found |= reached
        return sorted(found)

    def critical_path(self, target: str) -> tuple[int, list[str]]:
        """Remember for each task the length of its chain, and who is before it."""
        best: dict[str, tuple[int, str | None]] = {}
        for name in self.plan(target):
            length, before = 0, None
            for other in sorted(self._reads(name)):
                if best[other][0] > length:
                    length, before = best[other][0], other
            best[name] = (length + self._tasks[name].duration, before)
        if target not in best:
            return 0, []
        chain: list[str] = []
        at: str | None = target
        while at is not None:
            chain.insert(0, at)
            at = best[at][1]
        return best[target][0], chain

    def update_with(self, target: str, workers: int) -> tuple[int, list[tuple[int, int, int, str]]]:
        """Update, then play the runs event by event."""
        if workers < 1:
            return 0, []
        runs = {name for name, _, _ in self.update(target)}
        plan = set(self.plan(target))
        missing = {name: len(self._reads(name)) for name in plan}
        users = self._users(plan)
        free = [Worker(0, number) for number in range(1, workers + 1)]
        events: list[Event] = []
        queue: list[tuple[int, str]] = []
        answer: list[tuple[int, int, int, str]] = []
        ready = [name for name in plan if not missing[name]]
        now = 0
        while True:
            while ready:
                name = ready.pop()
                if name in runs:
                    heapq.heappush(queue, (now, name))
                else:
                    ready += self._settle(name, users, missing)
            while queue and free:
                _, name = heapq.heappop(queue)
                worker = heapq.heappop(free)
                end = now + self._tasks[name].duration
                answer.append((now, end, worker.number, name))
                heapq.heappush(events, Event(end, worker, name))
            if not events:
                return now, answer
            elapsed = events[0].end
            while events and events[0].end == elapsed:
                event = heapq.heappop(events)
                event.worker.worked += self._tasks[event.task].duration
                heapq.heappush(free, event.worker)
                ready += self._settle(event.task, users, missing)
            now = elapsed

    def _settle(self, name: str, users: dict[str, list[str]], missing: dict[str, int]) -> list[str]:
        ready = []
        for user in users.get(name, ()):
            if user in missing:
                missing[user] -= 1
                if not missing[user]:
                    ready.append(user)
        return ready

    def _blocked(self, task: Task) -> bool:
        return any(self._tasks[other].output is None for other in self._reads(task.name))

    def _cause(self, task: Task) -> tuple[str, list[str]]:
        if task.success is None:
            return "new", []
        before = dict(task.success[0])
        if tuple(before) != task.inputs:
            return "declaration", []
        changed = [source for source in task.inputs if self.read(source) != before[source]]
        return ("inputs", changed) if changed else ("kept", [])

    def _stages(self, target: str) -> dict[str, int]:
        needed = self._needed(target)
        users = self._users(needed)
        missing = {name: len(self._reads(name)) for name in needed}
        stages: dict[str, int] = {}
        wave = [name for name in needed if not missing[name]]
        stage = 0
        while wave:
            stages.update(dict.fromkeys(wave, stage))
            wave = [user for name in wave for user in self._settle(name, users, missing)]
            stage += 1
        return stages

    def _needed(self, target: str) -> dict[str, None]:
        needed = {target: None} if target in self._tasks else {}
        waiting = list(needed)
        while waiting:
            for other in self._reads(waiting.pop()):
                if other not in needed:
                    needed[other] = None
                    waiting.append(other)
        return needed

    def _users(self, names: "set[str] | dict[str, None] | dict[str, Task]") -> dict[str, list[str]]:
        users: dict[str, list[str]] = {}
        for name in names:
            for source in self._tasks[name].inputs:
                users.setdefault(source, []).append(name)
        return users

    def _reads(self, name: str) -> list[str]:
        return [other for other in self._tasks[name].inputs if other in self._tasks]
