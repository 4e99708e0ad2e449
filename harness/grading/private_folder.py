"""PrivateFolder: empty, its owner's alone, and gone in the end, however its owner ends.

Its owner holds a lock on it, which the kernel takes back from whoever is killed. Whoever makes one
later removes those that nobody holds any more.
"""

import fcntl
import os
import shutil
import subprocess
import tempfile
import time
from contextlib import ExitStack, suppress
from functools import cache
from pathlib import Path

from harness.closing import Closing

_BEGINS = "harness-own-"
_YOUNG_SECONDS = 60
"""One so young may have been made just now, and not be held yet."""


class PrivateFolder(Closing):
    """A folder for as long as it is open; a context manager that removes it with all it holds."""

    def __init__(self) -> None:
        """Make it where the system keeps temporary files.

        Raises:
            OSError: none can be made there.
        """
        _remove_orphans()
        with ExitStack() as begun:
            self.path = Path(tempfile.mkdtemp(prefix=_BEGINS))
            """Where it is."""
            begun.callback(_remove, self.path)
            held = _hold(self.path)
            if held is not None:
                begun.callback(os.close, held)
            self._end = begun.pop_all()

    def close(self) -> None:
        """Remove it."""
        self._end.close()


@cache  # once a process is enough
def _remove_orphans() -> None:
    with suppress(OSError), os.scandir(tempfile.gettempdir()) as entries:
        for entry in entries:
            if entry.name.startswith(_BEGINS) and _is_old_and_ours(entry):
                held = _hold(Path(entry.path))
                if held is not None:
                    _remove(Path(entry.path))
                    os.close(held)


def _is_old_and_ours(entry: os.DirEntry[str]) -> bool:
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:
        return False  # its owner has just removed it
    return status.st_uid == os.geteuid() and status.st_mtime < time.time() - _YOUNG_SECONDS


def _hold(folder: Path) -> int | None:
    """Lock a folder until the descriptor is closed; None where somebody has it, or none can."""
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor


def _remove(folder: Path) -> None:
    """Remove a folder, even one in which a submission has nested thousands."""
    try:
        shutil.rmtree(folder, ignore_errors=True)
    except RecursionError:
        subprocess.run(["rm", "-rf", folder], check=False)  # noqa: S607 - wherever rm is
