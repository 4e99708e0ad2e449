"""A build system: tasks that make their output from the contents of files."""


class BuildSystem:
    """Files have contents; tasks read files and have outputs.

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
        """Run one task; return False if there is no such task."""
        if name in self._inputs:
            words = " ".join(self.read(source) or "" for source in self._inputs[name]).split()
            self._status[name], self._contents[name] = "done", " ".join(dict.fromkeys(words))
        return name in self._inputs

    def status(self, name: str) -> str | None:
        """Return what came of a task's last run, or None if there is no such task."""
        return self._status.get(name)

    def read(self, name: str) -> str | None:
        """Return a file's content or a task's output, or None if there is none."""
        return self._contents.get(name)
