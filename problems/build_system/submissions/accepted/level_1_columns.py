"""A build system in columns: no object for a file or a task, but one flat table for each fact."""

from collections.abc import Iterable


def made_from(texts: Iterable[str]) -> str:
    """The output that a run makes from the contents of its inputs."""
    words: dict[str, None] = {}  # for its order
    for text in texts:
        words.update(dict.fromkeys(text.split()))
    return " ".join(words)


class BuildSystem:
    """Files have contents; tasks read files and have outputs."""

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
            self._inputs[name] = list(inputs)
            self._status[name] = "new"

    def run(self, name: str) -> bool:
        """Run one task; return False if there is no such task."""
        if name not in self._inputs:
            return False
        self._text[name] = made_from(self._text[source] for source in self._inputs[name])
        self._status[name] = "done"
        return True

    def status(self, name: str) -> str | None:
        """Return what came of a task's last run, or None if there is no such task."""
        return self._status.get(name)

    def read(self, name: str) -> str | None:
        """Return a file's content or a task's output, or None if there is none."""
        return self._text.get(name)
