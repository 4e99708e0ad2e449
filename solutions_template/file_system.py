"""A file system in memory: a tree of folders and files, reached by paths."""


class FileSystem:
    """A tree of folders and files; every path starts at its top folder."""

    def create(self, path: str, content: str | None = None) -> bool:
        """Make a folder or, given a content, a file; False if that is not possible."""
        raise NotImplementedError

    def read(self, path: str) -> str | None:
        """Return the content of a file, or None if there is no such file."""
        raise NotImplementedError

    def list_folder(self, path: str) -> list[str] | None:
        """Return the names in a folder, in order, or None if there is no such folder."""
        raise NotImplementedError

    def delete(self, path: str) -> bool:
        """Remove a file or an empty folder; False if that is not possible."""
        raise NotImplementedError
