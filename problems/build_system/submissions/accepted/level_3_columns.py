"""A build system in columns: no object for a file or a task, but one flat table for each fact."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

Report = tuple[str, str, list[str]]  # a task, the cause of its run, and the changed inputs


class Turn(NamedTuple):
    """What comes of a task when its turn comes."""

    status: str
    contents: dict[str, str | None]  # of its inputs, in order
    output: str | None


def made_from(texts: Iterable[str | None]) -> str | None:
    """The output that a run makes from the contents of its inputs, None if it fails."""
    words: dict[str, None] = {}  # for its order
    for text in texts:
        if text is None:
            return None
        words.update(dict.fromkeys(text.split()))
    if "error" in words:
        return None
    return " ".join(word for word in words if not word.startswith("#"))


class BuildSystem:
    """Files have contents; tasks read files and other tasks, and have outputs."""

    def __init__(self) -> None:
        self._text: dict[str, str] = {}  # what can be read, of files and tasks alike
        self._inputs: dict[str, list[str]] = {}  # by task
        self._status: dict[str, str] = {}  # by task
        self._last_contents: dict[str, dict[str, str | None]] = {}  # of inputs, at a last success
        self._last_output: dict[str, str] = {}  # by task, at its last success

    def write(self, name: str, content: str) -> None:
        """Give a file this content, replacing the content it had."""
        self._text[name] = content

    def declare(self, tasks: dict[str, list[str]]) -> None:
        """Declare tasks, each with the names of its inputs; known ones start anew."""
        for name, inputs in tasks.items():
            self._text.pop(name, None)
            self._inputs[name] = list(dict.fromkeys(inputs))
            self._status[name] = "new"

    def run(self, name: str) -> bool:
        """Run one task; return False if it is blocked, fails, or is no task."""
        if name not in self._inputs:
            return False
        turn = self._turn(name, self._text)
        self._take(name, turn)
        return turn.status == "done"

    def status(self, name: str) -> str | None:
        """Return what came of a task's last run, or None if there is no such task."""
        return self._status.get(name)

    def read(self, name: str) -> str | None:
        """Return a file's content or a task's output, or None if there is none."""
        return self._text.get(name)

    def plan(self, target: str | None = None) -> list[str]:
        """List the target and what it needs, or all, by stage and name, but not what is stuck."""
        return [name for stage in self._stages(self._needed_by(target)) for name in sorted(stage)]

    def stuck(self, target: str) -> list[str]:
        """List by name what is stuck among the target and the tasks it needs."""
        needed = self._needed_by(target)
        return sorted(needed.difference(*self._stages(needed)))

    def build(self, target: str | None = None) -> list[tuple[str, str]]:
        """Run the plan of a target, or of all; list each task with its status afterwards."""
        plan = self.plan(target)
        for name in plan:
            self.run(name)
        return [(name, self._status[name]) for name in plan]

    def update(self, target: str) -> list[Report]:
        """Run what must run of a plan; list what was run, why, and which inputs had changed."""
        course = self._course(target)
        for name, turn, _ in course:
            self._take(name, turn)
        return [report for _, _, report in course if report]

    def preview(self, target: str) -> list[Report]:
        """List what `update` would list, and change nothing."""
        return [report for _, _, report in self._course(target) if report]

    def forget(self, name: str) -> bool:
        """Forget the last success of a task; return False if there is none."""
        self._last_contents.pop(name, None)
        return self._last_output.pop(name, None) is not None

    def affected(self, name: str) -> list[str]:
        """List by name the tasks that read this file or task, directly or through others."""
        readers: dict[str, list[str]] = {}
        for task, inputs in self._inputs.items():
            for source in inputs:
                readers.setdefault(source, []).append(task)
        found: set[str] = set()
        waiting = list(readers.get(name, []))
        while waiting:
            task = waiting.pop()
            if task not in found:
                found.add(task)
                waiting += readers.get(task, [])
        return sorted(found)

    def _turn(self, name: str, texts: Mapping[str, str | None]) -> Turn:
        """What a run of this task makes of these texts."""
        contents = {source: texts.get(source) for source in self._inputs[name]}
        if any(contents[source] is None for source in self._tasks_read_by(name)):
            return Turn("blocked", contents, None)
        output = made_from(contents.values())
        return Turn("failed" if output is None else "done", contents, output)

    def _take(self, name: str, turn: Turn) -> None:
        """Enter in every table what came of a task."""
        self._status[name] = turn.status
        if turn.output is None:
            self._text.pop(name, None)
        else:
            self._text[name] = self._last_output[name] = turn.output
            self._last_contents[name] = turn.contents

    def _course(self, target: str) -> list[tuple[str, Turn, Report | None]]:
        """Each task of a plan with what an update makes of it, and a report if it is run."""
        course = []
        texts: dict[str, str | None] = dict(self._text)
        for name in self.plan(target):
            turn, report = self._needed_turn(name, texts)
            texts[name] = turn.output
            course.append((name, turn, report))
        return course

    def _needed_turn(
        self, name: str, texts: Mapping[str, str | None]
    ) -> tuple[Turn, Report | None]:
        """What an update makes of one task; without a report if it is kept or blocked."""
        contents = {source: texts.get(source) for source in self._inputs[name]}
        last = self._last_contents.get(name)
        if last == contents and list(last) == list(contents):
            return Turn("done", contents, self._last_output[name]), None
        turn = self._turn(name, texts)
        if turn.status == "blocked":
            return turn, None
        if last is None:
            return turn, (name, "new", [])
        if list(last) != list(contents):
            return turn, (name, "declaration", [])
        changed = [source for source in contents if contents[source] != last[source]]
        return turn, (name, "inputs", changed)

    def _tasks_read_by(self, name: str) -> list[str]:
        return [source for source in self._inputs[name] if source in self._inputs]

    def _needed_by(self, target: str | None) -> set[str]:
        """The target and all tasks it needs, or all; nothing if it is no task."""
        if target is None:
            return set(self._inputs)
        needed: set[str] = set()
        waiting = [target] if target in self._inputs else []
        while waiting:
            name = waiting.pop()
            if name not in needed:
                needed.add(name)
                waiting += self._tasks_read_by(name)
        return needed

    def _stages(self, needed: set[str]) -> list[list[str]]:
        """These tasks, which need no others, from stage 0 up; what is stuck gets no stage."""
        readers: dict[str, list[str]] = {name: [] for name in needed}
        missing: dict[str, int] = {}  # how many tasks it reads are at no stage yet
        for name in needed:
            sources = self._tasks_read_by(name)
            missing[name] = len(sources)
            for source in sources:
                readers[source].append(name)
        stages = []
        stage = [name for name, count in missing.items() if count == 0]
        while stage:
            stages.append(stage)
            above = []
            for name in stage:
                for reader in readers[name]:
                    missing[reader] -= 1
                    if missing[reader] == 0:
                        above.append(reader)
            stage = above
        return stages
