"""From a node of JSON back to a value; whatever the node holds, nothing but ``WireError`` rises."""

import base64
import binascii
import datetime
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from .limits import (
    MAX_COLLISIONS,
    MAX_DEPTH,
    MAX_INT_BITS,
    MAX_NODES,
    TooLargeError,
    WireError,
    refuse_endless,
)

Resolve = Callable[[str, Any], Any]
"""Reads a reference: its tag and its content."""


def decode(node: Any, resolve: Resolve) -> Any:
    """Turn a node back into a value.

    Raises:
        WireError: a tag is unknown or its content is not of its form, or past a limit.
    """
    kind = type(node)
    if kind is str or kind is int or kind is bool or node is None:
        return node
    try:
        return _Decoder(resolve).decode(node, 0)
    except WireError:
        raise
    except (ValueError, TypeError, AttributeError, ArithmeticError, binascii.Error) as error:
        raise WireError(f"malformed value: {type(error).__name__}") from None


class _Decoder:
    def __init__(self, resolve: Resolve) -> None:
        self.resolve = resolve
        self.nodes = 0

    def decode(self, node: Any, depth: int) -> Any:
        kind = type(node)
        if kind is str or kind is bool or kind is int or kind is float or node is None:
            return node
        if depth >= MAX_DEPTH:
            raise TooLargeError(f"nested deeper than {MAX_DEPTH}")
        if kind is list:
            return self.items(node, depth + 1)
        if kind is not dict or len(node) != 1:
            raise WireError("an object that is no single tag")
        ((tag, content),) = node.items()
        reader = _READERS.get(tag)
        if reader is None:
            return self.resolve(tag, content)
        return reader(self, content, depth + 1)

    def items(self, nodes: Any, depth: int) -> list[Any]:
        if type(nodes) is not list:
            raise WireError("an array was expected")
        self.nodes += len(nodes)
        if self.nodes > MAX_NODES:
            raise TooLargeError(f"more than {MAX_NODES:,} parts")
        return [self.decode(node, depth) for node in nodes]

    def hashed(self, nodes: Any, depth: int) -> list[Any]:
        return _refuse_collisions(self.items(nodes, depth))


def _refuse_collisions(keys: list[Any]) -> list[Any]:
    """Colliding keys make building a set quadratic; equal hashes are found in linear time."""
    if len(keys) - len({hash(key) for key in keys}) > MAX_COLLISIONS:
        raise TooLargeError(f"more than {MAX_COLLISIONS} keys of one hash")
    return keys


def _read_int(_: _Decoder, content: Any, __: int) -> int:
    if len(content) > MAX_INT_BITS // 4 + 2:
        raise TooLargeError("an integer of too many bits")
    return int(content, 16)


def _read_float(_: _Decoder, content: Any, __: int) -> float:
    if content not in ("nan", "inf", "-inf"):
        raise WireError("a float that is neither finite nor nan nor infinite")
    return float(content)


def _read_bytes(_: _Decoder, content: Any, __: int) -> bytes:
    return base64.b64decode(content, validate=True)


def _read_bytearray(_: _Decoder, content: Any, __: int) -> bytearray:
    return bytearray(base64.b64decode(content, validate=True))


def _read_dict(decoder: _Decoder, content: Any, depth: int) -> dict[Any, Any]:
    parts = decoder.items(content, depth)
    if len(parts) % 2:
        raise WireError("a dict with a key that has no value")
    return dict(zip(_refuse_collisions(parts[::2]), parts[1::2], strict=True))


def _read_decimal(_: _Decoder, content: Any, __: int) -> Decimal:
    try:
        return Decimal(content) if type(content) is str else _malformed()
    except InvalidOperation:
        raise WireError("not a decimal") from None


def _read_fraction(_: _Decoder, content: Any, __: int) -> Fraction:
    numerator, denominator = content
    return Fraction(_read_int(_, numerator, 0), _read_int(_, denominator, 0))


def _read_complex(_: _Decoder, content: Any, __: int) -> complex:
    real, imaginary = content
    return complex(float(real), float(imaginary))


def _read_range(decoder: _Decoder, content: Any, depth: int) -> range:
    start, stop, step = decoder.items(content, depth)
    value = range(start, stop, step)
    refuse_endless(value)
    return value


def _read_datetime(decoder: _Decoder, content: Any, depth: int) -> datetime.datetime:
    text, zone, fold = content
    moment = datetime.datetime.fromisoformat(text)
    return moment.replace(tzinfo=decoder.decode(zone, depth), fold=fold)


def _read_time(decoder: _Decoder, content: Any, depth: int) -> datetime.time:
    text, zone, fold = content
    moment = datetime.time.fromisoformat(text)
    return moment.replace(tzinfo=decoder.decode(zone, depth), fold=fold)


def _read_date(_: _Decoder, content: Any, __: int) -> datetime.date:
    return datetime.date.fromisoformat(content)


def _read_timedelta(_: _Decoder, content: Any, __: int) -> datetime.timedelta:
    days, seconds, microseconds = content
    if not all(type(part) is int for part in (days, seconds, microseconds)):
        _malformed()
    return datetime.timedelta(days, seconds, microseconds)


def _read_timezone(decoder: _Decoder, content: Any, depth: int) -> datetime.timezone:
    return datetime.timezone(_read_timedelta(decoder, content, depth))


def _malformed() -> Any:
    raise WireError("malformed value")


_READERS: dict[str, Callable[[_Decoder, Any, int], Any]] = {
    "i": _read_int,
    "x": _read_float,
    "b": _read_bytes,
    "ba": _read_bytearray,
    "t": lambda decoder, content, depth: tuple(decoder.items(content, depth)),
    "s": lambda decoder, content, depth: set(decoder.hashed(content, depth)),
    "f": lambda decoder, content, depth: frozenset(decoder.hashed(content, depth)),
    "d": _read_dict,
    "D": _read_decimal,
    "F": _read_fraction,
    "c": _read_complex,
    "r": _read_range,
    "dt": _read_datetime,
    "da": _read_date,
    "tm": _read_time,
    "td": _read_timedelta,
    "tz": _read_timezone,
}
