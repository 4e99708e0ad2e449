"""A build system: tasks that make their output from the contents of files."""


class BuildSystem:
    """Files have contents; tasks read files and have outputs."""

    def write(self, name: str, content: str) -> None:
        """Give a file this content, replacing the content it had."""
        raise NotImplementedError

    def declare(self, tasks: dict[str, list[str]]) -> None:
        """Declare tasks, each with the names of its inputs; known ones start anew."""
        raise NotImplementedError

    def run(self, name: str) -> bool:
        """Run one task; return False if there is no such task."""
        raise NotImplementedError

    def status(self, name: str) -> str | None:
        """Return what came of a task's last run, or None if there is no such task."""
        raise NotImplementedError

    def read(self, name: str) -> str | None:
        """Return a file's content or a task's output, or None if there is none."""
        raise NotImplementedError
