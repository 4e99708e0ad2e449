"""The wire between evaluator and worker: length-framed, type-tagged JSON.

Plain data crosses by value with its exact type; anything else crosses as a reference that the
``refer`` callback makes on one side and the ``resolve`` callback reads on the other. No byte from
the other side is ever executed: no pickle, no marshal. Whatever a frame holds, reading it raises
nothing but ``WireError``.

JSON scalars and arrays stand for themselves (an array is a list); every other type is an object
with one key, its tag.
"""

from .decoding import decode
from .encoding import encode
from .frames import next_frame, pack, receive, unpack
from .limits import (
    MAX_FRAME,
    MAX_INT_BITS,
    MAX_NODES,
    TooLargeError,
    WireError,
)

__all__ = [
    "MAX_FRAME",
    "MAX_INT_BITS",
    "MAX_NODES",
    "TooLargeError",
    "WireError",
    "decode",
    "encode",
    "next_frame",
    "pack",
    "receive",
    "unpack",
]
