"""A file system in memory: folders and files, reached by paths."""


class FileSystem:
    """Folders and files; every path starts at the top folder."""

    def create(self, path: str, content: str | None = None) -> bool:
        """Make a folder or, given a content, a file; False if that is not possible."""
        raise NotImplementedError

    def read(self, path: str) -> str | None:
        """Return the content of a file, or None if there is no such file."""
        raise NotImplementedError

    def list_folder(self, path: str) -> list[str]:
        """Return the names in a folder, in order; none if there is no such folder."""
        raise NotImplementedError

    def delete(self, path: str) -> bool:
        """Remove a file or an empty folder; False if that is not possible."""
        raise NotImplementedError
