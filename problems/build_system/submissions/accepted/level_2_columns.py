"""A build system in columns: no object for a file or a task, but one flat table for each fact."""

from collections.abc import Iterable


def made_from(texts: Iterable[str | None]) -> str | None:
    """The output that a run makes from the contents of its inputs, None if it fails."""
    words: dict[str, None] = {}  # for its order
    for text in texts:
        if text is None:
            return None
        words.update(dict.fromkeys(text.split()))
    if "error" in words:
        return None
    return " ".join(words)


class BuildSystem:
    """Files have contents; tasks read files and other tasks, and have outputs."""

    def __init__(self) -> None:
        self._text: dict[str, str] = {}  # what can be read, of files and tasks alike
        self._inputs: dict[str, list[str]] = {}  # by task
        self._status: dict[str, str] = {}  # by task

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
        output = None
        if not all(source in self._text for source in self._tasks_read_by(name)):
            self._status[name] = "blocked"
        else:
            output = made_from(self._text.get(source) for source in self._inputs[name])
            self._status[name] = "failed" if output is None else "done"
        if output is None:
            self._text.pop(name, None)
            return False
        self._text[name] = output
        return True

    def status(self, name: str) -> str | None:
        """Return what came of a task's last run, or None if there is no such task."""
        return self._status.get(name)

    def read(self, name: str) -> str | None:
        """Return a file's content or a task's output, or None if there is none."""
        return self._text.get(name)

    def plan(self) -> list[str]:
        """List the tasks by stage and name, but not what is stuck."""
        return [name for stage in self._stages() for name in sorted(stage)]

    def build(self) -> list[tuple[str, str]]:
        """Run the plan; list each task with its status afterwards."""
        plan = self.plan()
        for name in plan:
            self.run(name)
        return [(name, self._status[name]) for name in plan]

    def _tasks_read_by(self, name: str) -> list[str]:
        return [source for source in self._inputs[name] if source in self._inputs]

    def _stages(self) -> list[list[str]]:
        """All tasks from stage 0 up; what is stuck gets no stage."""
        readers: dict[str, list[str]] = {name: [] for name in self._inputs}
        missing: dict[str, int] = {}  # how many tasks it reads are at no stage yet
        for name in self._inputs:
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
