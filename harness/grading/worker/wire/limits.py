"""What may cross the wire at most, whatever its form, and what is said of more."""

MAX_FRAME = 4 << 20
"""Bytes in one frame: room for a string of a million characters."""
MAX_DEPTH = 40
MAX_NODES = 200_000
MAX_INT_BITS = 1 << 18
MAX_COLLISIONS = 64
"""Keys of equal hash in one set or dict; more are an attack on the reader's time."""


class WireError(Exception):
    """What was sent or should be sent is not of the wire's form, or too large for it."""


class TooLargeError(WireError):
    """A value, otherwise well formed, is past one of the wire's limits."""


def refuse_endless(value: range) -> None:
    """A range is small on the wire; a list that a test makes of it is not.

    Raises:
        TooLargeError: it has more numbers than parts may cross.
    """
    if value and (value[-1] - value[0]) // value.step >= MAX_NODES:
        raise TooLargeError(f"a range of more than {MAX_NODES:,} numbers")
