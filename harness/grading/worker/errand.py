"""Something done in a process forked for it, so that this one stays as it is."""

import contextlib
import os
from collections.abc import Callable


def done_apart(act: Callable[[], str]) -> str:
    """Fork, act there, and return the text that came of it; empty if the process ended early."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        with contextlib.suppress(BaseException):
            os.close(reader)
            with os.fdopen(writer, "wb") as pipe:
                pipe.write(act().encode("utf-8", "surrogateescape"))
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        text = pipe.read()
    os.waitpid(pid, 0)
    return text.decode("utf-8", "surrogateescape")
