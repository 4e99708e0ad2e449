"""The person's ``solution.py`` as both this program and their own editor write it.

Two writers share one file. What was last read or written here is remembered; whoever finds the
disk different from that knows the other side has written, and nothing is ever overwritten unseen.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
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


def _numbered(name: str) -> Iterator[str]:
    """A name, and others should it be taken."""
    return (name if number == 1 else f"{name}-{number}" for number in range(1, 1000))


@dataclass(frozen=True)
class LeftCopy:
    """What was typed last, where a disk took it that would not take it in ``solution.py``."""

    path: Path
    text: str
    saved: str
    """What ``solution.py`` says instead; empty if it is gone."""


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
        try:
            copy = write_beside(self.path, _numbered(name), text.encode("utf-8", "replace"))
        except OSError as error:
            raise SolutionFileError(
                f"No copy beside {self.path} can be written: {error.strerror}."
            ) from error
        if copy is None:
            raise SolutionFileError(f"{name}: too many copies; remove some.")
        return copy

    def copy_elsewhere(self, text: str, stamp: str, folders: Iterable[Path]) -> Path:
        """Keep a text in the first of other folders that takes it, named after its own folder.

        Raises:
            SolutionFileError: none does.
        """
        name = f"{self._elsewhere_begins}{stamp}"
        tried = []
        for folder in folders:
            try:
                copy = write_beside(folder / name, _numbered(name), text.encode("utf-8", "replace"))
            except OSError as error:
                tried.append(f"{folder} ({error.strerror})")
            else:
                if copy is not None:
                    copy.chmod(0o600)  # the temporary folder is everybody's
                    return copy
        raise SolutionFileError(f"No copy can be written: {', '.join(tried)}.")

    def copy_left(self, folders: Iterable[Path]) -> LeftCopy | None:
        """Find the newest copy of ``copy_elsewhere`` that is newer than the file and says more.

        Touches nothing, so that it may be asked in a thread.

        Args:
            folders: the same in which copies are kept.

        Returns:
            the copy; None where there is none, or the file has been saved since.
        """
        newest: tuple[int, Path] | None = None
        for folder in folders:
            with suppress(OSError), os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name.startswith(self._elsewhere_begins) and _ours(entry):
                        found = entry.stat(follow_symlinks=False).st_mtime_ns, Path(entry.path)
                        newest = found if newest is None else max(newest, found)
        present = self._stat()
        if newest is None or (present is not None and newest[0] <= present.modified_ns):
            return None
        with suppress(OSError, UnicodeDecodeError):
            text = newest[1].read_text(encoding="utf-8")
            saved = "" if present is None else self.path.read_text(encoding="utf-8-sig")
            return None if text == saved else LeftCopy(newest[1], text, saved)
        return None

    @property
    def _elsewhere_begins(self) -> str:
        """How the name of a copy in another folder begins; a stamp ends it."""
        return f"{self.path.parent.name}-{self.path.name}.mine-"

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
            raise SolutionFileError(f"{self.path.name} is a folder now; move it away.") from None
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


def _ours(entry: os.DirEntry[str]) -> bool:
    """Tell whether this is a file that this person wrote: the temporary folder is everybody's."""
    if not entry.is_file(follow_symlinks=False):
        return False
    found = entry.stat(follow_symlinks=False)
    return found.st_uid == os.getuid() and found.st_size <= SOLUTION_BYTES
