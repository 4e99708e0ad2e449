"""Files of the person's, written whole or not at all, and never over what somebody else wrote."""

import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path


def replace_whole(
    file: Path, content: bytes, *, while_so: Callable[[], bool] = lambda: True
) -> bool:
    """Replace a file in one step: a crash leaves the old or the new, with its permissions.

    Args:
        file: which one, made when missing, with its folder; a symbolic link stays one.
        content: the new bytes.
        while_so: asked at the last moment whether it may be replaced.

    Returns:
        whether it was replaced.

    Raises:
        OSError: the disk refused; the file is as it was.
    """
    file = file.resolve()
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=".solution-", suffix=".tmp", dir=file.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as new:
            new.write(content)
            new.flush()
            os.fsync(new.fileno())
        temporary.chmod(file.stat().st_mode & 0o777 if file.exists() else 0o644)
        if not while_so():
            return False
        temporary.replace(file)
    finally:
        temporary.unlink(missing_ok=True)
    return True


def write_new(file: Path, content: bytes) -> bool:
    """Write a file that is not there yet.

    Returns:
        whether it was written; False where something of that name is.

    Raises:
        OSError: the disk refused; nothing was written.
    """
    try:
        with file.open("xb") as new:
            try:
                new.write(content)
                new.flush()
            except OSError:
                file.unlink()  # half a file would be mistaken for one to keep
                raise
    except FileExistsError:
        return False
    return True


def write_beside(file: Path, names: Iterable[str], content: bytes) -> Path | None:
    """Write a copy beside a file, under the first of the names that nothing else has.

    Returns:
        where it is; None if every name is taken.

    Raises:
        OSError: the disk refused.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    copies = (file.with_name(name) for name in names)
    return next((copy for copy in copies if write_new(copy, content)), None)
