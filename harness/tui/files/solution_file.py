"""The person's ``solution.py`` as both this program and their own editor write it.

Two writers share one file. What was last read or written here is remembered; whoever finds the
disk different from that knows the other side has written, and nothing is ever overwritten unseen.
"""

from dataclasses import dataclass
from pathlib import Path

from harness.catalog.models import SOLUTION_BYTES
from harness.errors import HarnessError
from harness.session import replace_whole, write_beside


class SolutionFileError(HarnessError):
    """The file cannot be read or written; the typed text is untouched."""

    title = "solution.py"


class ChangedOutsideError(SolutionFileError):
    """The disk holds a version this program has not seen."""

    title = "solution.py was changed outside"


@dataclass(frozen=True)
class _Signature:
    """What ``stat`` says of a file; equal signatures need no reading."""

    inode: int
    size: int
    modified_ns: int


class SolutionFile:
    """One file, followed.

    Attributes:
        path: where it is; a symbolic link is followed, so that it stays one.
        text: the text last read from or written to the disk, None before the first reading.
    """

    def __init__(self, path: Path) -> None:
        self.path = path.resolve()
        self.text: str | None = None
        self._bytes: bytes | None = None
        self._signature: _Signature | None = None

    def load(self) -> str:
        """Read the file and remember it as seen.

        Raises:
            SolutionFileError: it is missing, a directory, unreadable, too big or not UTF-8.
        """
        self.forget()
        assert self._bytes is not None
        self.text = self._bytes.decode("utf-8-sig")
        return self.text

    def changed_outside(self) -> bool:
        """Tell whether the disk holds other bytes than those last read or written.

        Raises:
            SolutionFileError: as for ``load``.
        """
        if self._bytes is not None and self._stat() == self._signature:
            return False
        content, signature = self._read()
        if content != self._bytes:
            return True
        self._signature = signature
        return False

    def write(self, text: str) -> None:
        """Replace the file's content in one step: a crash leaves the old or the new, whole.

        Raises:
            ChangedOutsideError: the disk holds what has not been seen; nothing was written.
            SolutionFileError: the disk refused.
        """
        if self.path.is_dir():
            raise SolutionFileError(f"{self.path.name} is a folder; move it away, then save again.")
        if self.path.exists() and self.changed_outside():
            raise ChangedOutsideError(f"{self.path.name} was saved by another program meanwhile.")
        content = text.encode("utf-8", "replace")
        try:
            replace_whole(self.path, content)
        except OSError as error:
            raise SolutionFileError(
                f"{self.path.name} cannot be written: {error.strerror}."
            ) from error
        self.text = text
        self._bytes = content
        self._signature = self._stat()

    def forget(self) -> None:
        """Accept whatever the disk holds as seen, so that the next ``write`` replaces it."""
        self._bytes, self._signature = self._read()

    def copy_beside(self, text: str, whose: str, stamp: str) -> Path:
        """Keep a text in ``solution.py.<whose>-<stamp>``, a name that nothing else has.

        Raises:
            SolutionFileError: the disk refused.
        """
        name = f"{self.path.name}.{whose}-{stamp}"
        names = (name if number == 1 else f"{name}-{number}" for number in range(1, 1000))
        try:
            copy = write_beside(self.path, names, text.encode("utf-8", "replace"))
        except OSError as error:
            raise SolutionFileError(
                f"No copy beside {self.path} can be written: {error.strerror}."
            ) from error
        if copy is None:
            raise SolutionFileError(f"{name}: too many copies; remove some.")
        return copy

    def _read(self) -> tuple[bytes, _Signature | None]:
        try:
            signature = self._stat()
            if signature is not None and signature.size > SOLUTION_BYTES:
                raise SolutionFileError(f"{self.path.name} is larger than 1 MiB; make it smaller.")
            content = self.path.read_bytes()
            content.decode("utf-8-sig")
        except FileNotFoundError:
            raise SolutionFileError(f"{self.path.name} is gone.") from None
        except IsADirectoryError:
            raise SolutionFileError(f"{self.path.name} is a folder now.") from None
        except UnicodeDecodeError:
            raise SolutionFileError(f"{self.path.name} is not UTF-8 text.") from None
        except OSError as error:
            raise SolutionFileError(
                f"{self.path.name} cannot be read: {error.strerror}."
            ) from error
        return content, signature

    def _stat(self) -> _Signature | None:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return _Signature(found.st_ino, found.st_size, found.st_mtime_ns)
