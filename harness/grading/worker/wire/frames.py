"""Frames: a length and a body of JSON, and nothing else that a reader would have to trust."""

import json
import socket
import struct
from typing import Any

from .limits import MAX_FRAME, TooLargeError, WireError

_HEADER = struct.Struct("!I")


def pack(node: Any) -> bytes:
    """Serialise an encoded node into one frame, header included.

    Raises:
        TooLargeError: the frame would be past ``MAX_FRAME``.
    """
    body = _dumps(node).encode("utf-8", "surrogatepass")
    if len(body) > MAX_FRAME:
        raise TooLargeError(f"{len(body):,} bytes where at most {MAX_FRAME:,} can cross")
    return _HEADER.pack(len(body)) + body


def unpack(body: bytes) -> Any:
    """Parse a frame's body; the node still needs ``decode``.

    Raises:
        WireError: it is not the JSON this wire speaks.
    """
    try:
        return _loads(body.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError, MemoryError) as error:
        raise WireError(f"not a frame of this wire: {type(error).__name__}") from None


def receive(channel: socket.socket, buffer: bytearray) -> bytes | None:
    """Read once from the socket; return a whole frame's body when there is one, else None.

    Raises:
        EOFError: the other side closed.
        WireError: the header announces more than may cross.
    """
    chunk = channel.recv(1 << 16)
    if not chunk:
        raise EOFError
    buffer += chunk
    return next_frame(buffer)


def next_frame(buffer: bytearray) -> bytes | None:
    """Take the first whole frame's body out of the buffer, or None.

    Raises:
        TooLargeError: the header announces more than may cross.
    """
    if len(buffer) < _HEADER.size:
        return None
    (size,) = _HEADER.unpack_from(buffer)
    if size > MAX_FRAME:
        raise TooLargeError(f"{size:,} bytes where at most {MAX_FRAME:,} can cross")
    end = _HEADER.size + size
    if len(buffer) < end:
        return None
    body = bytes(buffer[_HEADER.size : end])
    del buffer[:end]
    return body


def _refuse_constant(name: str) -> Any:
    raise ValueError(name)


_dumps = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, allow_nan=False, separators=(",", ":")
).encode
_loads = json.JSONDecoder(parse_constant=_refuse_constant).decode
