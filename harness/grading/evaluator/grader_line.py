"""The line to the grader: requests in, events out, each one line of JSON."""

import json
import socket
from typing import Any


class GraderLine:
    """The control socket, read so that no request is overlooked while something else happens."""

    def __init__(self, control: socket.socket) -> None:
        self._control = control
        self._pending = b""

    def fileno(self) -> int:
        """The descriptor, to wait for more."""
        return self._control.fileno()

    @property
    def waiting(self) -> bool:
        """Whether a whole request was read already; the descriptor would not tell."""
        return b"\n" in self._pending

    def next(self) -> dict[str, Any] | None:
        """Wait for one request; None when the grader has closed the line."""
        while not self.waiting:
            try:
                chunk = self._control.recv(1 << 16)
            except ConnectionError:
                chunk = b""
            if not chunk:
                return None
            self._pending += chunk
        line, _, self._pending = self._pending.partition(b"\n")
        request: dict[str, Any] = json.loads(line)
        return request

    def send(self, event: dict[str, Any]) -> None:
        """Tell the grader one event."""
        self._control.sendall(json.dumps(event).encode() + b"\n")
