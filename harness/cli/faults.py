"""What nobody foresaw: one line for the person.

Of a fault of ours, the details are in a file for whoever mends it.
"""

import errno
import os
import sys
import traceback
from datetime import UTC, datetime
from tempfile import NamedTemporaryFile

from harness import __version__
from harness.errors import HarnessError, InternalFaultError, WrongUseError

_SHOWN = 80
"""How much of a name that is too long is told."""


_REFUSALS = {
    errno.EACCES,
    errno.EPERM,
    errno.EROFS,
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EIO,
    errno.EMFILE,
    errno.ENFILE,
    errno.ENOMEM,
    errno.EAGAIN,
}
"""What the machine answers when nothing is wrong with what was asked of it."""


def told(error: Exception) -> HarnessError:
    """What to tell of it: that the machine refused, or that the fault is ours."""
    name = str(getattr(error, "filename", None) or "")
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.ENAMETOOLONG:
        return WrongUseError(f"{name[:_SHOWN]}...: this name is too long; choose a shorter one.")
    if number is not None and number in _REFUSALS:
        place = f"{name}: " if name else ""
        reason = os.strerror(number)
        return HarnessError(f"{place}the system refused ({reason}); mend that and try again.")
    return InternalFaultError(_reported(error))


def _reported(error: Exception) -> str:
    """Write the details of a fault of ours to a file; return the line to show."""
    line = f"a fault of the harness ({type(error).__name__}), not of your solution; "
    stamp = datetime.now(UTC)
    details = "\n".join(
        [
            f"harness {__version__}, Python {sys.version}, {sys.platform}, {stamp.isoformat()}",
            f"command: {sys.argv}",
            "".join(traceback.format_exception(error)),
        ]
    )
    try:
        with NamedTemporaryFile(
            "w",
            prefix=f"harness-fault-{stamp:%Y%m%d-%H%M%S}-",
            suffix=".txt",
            delete=False,
            encoding="utf-8",
            errors="backslashreplace",
        ) as file:
            file.write(details)
    except OSError as unwritable:
        return f"{line}its details could not be written ({unwritable})."
    return f"{line}its details are in {file.name}: please report them."
