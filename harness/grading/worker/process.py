"""Process attributes that Python has no name for: Linux's ``prctl`` and kin; absent elsewhere."""

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_PR_SET_SECCOMP = 22
_PR_SET_CHILD_SUBREAPER = 36
_PR_SET_NO_NEW_PRIVS = 38
_SECCOMP_MODE_FILTER = 2
_CAPABILITY_VERSION_3 = 0x20080522
_INSTRUCTION_BYTES = 8


def refuse_inspection() -> bool:
    """Make this process unreadable and untraceable for other processes of the same user."""
    return _prctl(_PR_SET_DUMPABLE, 0)


def die_with_parent() -> bool:
    """Be killed when the process that started this one ends."""
    return _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def adopt_orphans() -> bool:
    """Become the parent of every descendant whose own parent ends, so that none can escape."""
    return _prctl(_PR_SET_CHILD_SUBREAPER, 1)


def drop_privileges() -> None:
    """Give up every capability, root's too, and every way to gain one.

    Raises:
        OSError: the kernel refused.
    """
    _refuse_new_privileges()
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    none = (ctypes.c_uint32 * 6)()
    if ctypes.CDLL(None, use_errno=True).capset(header, none) != 0:
        raise OSError(ctypes.get_errno(), "capabilities cannot be given up")


def filter_calls(program: bytes) -> None:
    """Put every later system call of this process through a seccomp filter.

    Raises:
        OSError: the kernel refused.
    """
    _refuse_new_privileges()  # an ordinary user may filter only what cannot gain any
    filter_ = _Program(len(program) // _INSTRUCTION_BYTES, program)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(filter_), 0, 0) != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def _refuse_new_privileges() -> None:
    if not _prctl(_PR_SET_NO_NEW_PRIVS, 1):
        raise OSError("privileges cannot be refused on this system")


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def _prctl(option: int, value: int) -> bool:
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    return int(libc.prctl(option, value, 0, 0, 0)) == 0
