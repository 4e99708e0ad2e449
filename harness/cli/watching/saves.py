"""Saves: notices when a file was saved, by looking at it now and then."""

from dataclasses import dataclass
from pathlib import Path

from harness.errors import WrongUseError
from harness.session import read_source

POLL_SECONDS = 0.1
"""How often a file is looked at; a save is believed at the second look."""


@dataclass(frozen=True)
class _Look:
    """What the file system says of a file; equal looks need no reading."""

    inode: int
    size: int
    modified_ns: int


class Saves:
    """One file, followed.

    Args:
        path: where it is; it may come and go.
        known: the text that is no news.
    """

    def __init__(self, path: Path, known: bytes | None = None) -> None:
        self._path = path
        self._known = known
        self._before: _Look | None = None
        self._read: _Look | None = None

    def news(self) -> bytes | None:
        """Return the text once it is another; None while it is the same, missing or unreadable.

        An editor may be in the middle of writing, so a change is believed at the second look.
        """
        look = self._look()
        settled, self._before = look == self._before, look
        if look is None or not settled or look == self._read:
            return None
        self._read = look
        try:
            text = read_source(self._path)
        except WrongUseError:
            return None
        if text == self._known:
            return None
        self._known = text
        return text

    def _look(self) -> _Look | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return _Look(found.st_ino, found.st_size, found.st_mtime_ns)
