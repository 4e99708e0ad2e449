"""What confined processes must not reach, put out for them to try."""

import contextlib
import os
import socket
from pathlib import Path
from typing import Any


class Bait:
    """A file, this process, and three sockets that wait for whoever gets through."""

    def __init__(self, file: Path) -> None:
        self._sockets: list[socket.socket] = []
        tcp = self._waiting(socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0))
        udp = self._waiting(socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", 0))
        # An empty address lets Linux choose an abstract one.
        unix = self._waiting(getattr(socket, "AF_UNIX", None), socket.SOCK_DGRAM, "")
        self.facts: dict[str, Any] = {
            "file": str(file),
            "pid": os.getpid(),
            "tcp": tcp[1] if tcp else None,
            "udp": udp[1] if udp else None,
            "unix": unix[1:].decode() if unix else None,
        }

    def take_in(self) -> None:
        """Close the sockets."""
        while self._sockets:
            self._sockets.pop().close()

    def _waiting(self, family: int | None, kind: int, address: Any) -> Any:
        """Open a socket and return its address; None where the system does not let us."""
        if family is None:
            return None
        with contextlib.suppress(OSError), contextlib.ExitStack() as undo:
            line = undo.enter_context(socket.socket(family, kind))
            line.bind(address)
            if kind == socket.SOCK_STREAM:
                line.listen()
            undo.pop_all()
            self._sockets.append(line)
            return line.getsockname()
        return None
