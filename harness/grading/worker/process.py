"""Process attributes that Python has no name for: Linux's ``prctl``; absent elsewhere."""

import ctypes
import signal
import sys

_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_PR_SET_CHILD_SUBREAPER = 36


def refuse_inspection() -> bool:
    """Make this process unreadable and untraceable for other processes of the same user."""
    return _prctl(_PR_SET_DUMPABLE, 0)


def die_with_parent() -> bool:
    """Be killed when the process that started this one ends."""
    return _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def adopt_orphans() -> bool:
    """Become the parent of every descendant whose own parent ends, so that none can escape."""
    return _prctl(_PR_SET_CHILD_SUBREAPER, 1)


def _prctl(option: int, value: int) -> bool:
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    return int(libc.prctl(option, value, 0, 0, 0)) == 0
