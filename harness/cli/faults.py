"""A fault of ours: one line for the person, the details in a file for whoever mends it."""

import sys
import traceback
from datetime import UTC, datetime
from tempfile import NamedTemporaryFile

from harness import __version__


def report_fault(error: Exception) -> str:
    """Write the details of an exception nobody foresaw to a file; return the line to show."""
    line = f"harness: a fault of the harness ({type(error).__name__}), not of your solution; "
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
