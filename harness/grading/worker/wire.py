"""The wire between evaluator and worker: length-framed, type-tagged JSON.

Plain data crosses by value with its exact type; anything else crosses as a reference that the
``refer`` callback makes on one side and the ``resolve`` callback reads on the other. No byte from
the other side is ever executed: no pickle, no marshal. Whatever a frame holds, reading it raises
nothing but ``WireError``.

JSON scalars and arrays stand for themselves (an array is a list); every other type is an object
with one key, its tag.
"""

import base64
import binascii
import datetime
import json
import math
import socket
import struct
from collections import OrderedDict
from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

MAX_FRAME = 4 << 20
"""Bytes in one frame: room for a string of a million characters."""
MAX_DEPTH = 40
MAX_NODES = 200_000
MAX_INT_BITS = 1 << 18
MAX_COLLISIONS = 64
"""Keys of equal hash in one set or dict; more are an attack on the reader's time."""

Refer = Callable[[Any], dict[str, Any]]
Resolve = Callable[[str, Any], Any]

_HEADER = struct.Struct("!I")
_SMALL_INT = 1 << 62


class WireError(Exception):
    """What was sent or should be sent is not of the wire's form, or too large for it."""


class TooLargeError(WireError):
    """A value, otherwise well formed, is past one of the wire's limits."""


# --- frames ---------------------------------------------------------------------------------


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
        WireError: the header announces more than may cross.
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


# --- encoding -------------------------------------------------------------------------------


def encode(value: Any, refer: Refer) -> Any:
    """Turn a value into a JSON node.

    Subclasses of plain types are flattened through the base type's own methods, so that neither
    an honest ``namedtuple`` is refused nor an overridden method is asked.

    Raises:
        TooLargeError: too deep (a value that holds itself included), too many parts, or an
            integer of too many bits.
    """
    kind = type(value)
    if kind is str or kind is bool or value is None:
        return value
    if kind is int and -_SMALL_INT < value < _SMALL_INT:
        return value
    return _Encoder(refer).encode(value, 0)


class _Encoder:
    def __init__(self, refer: Refer) -> None:
        self.refer = refer
        self.nodes = 0

    def encode(self, value: Any, depth: int) -> Any:
        kind = type(value)
        if kind is str or kind is bool or value is None:
            return value
        writer = _WRITERS.get(kind)
        if writer is None:
            for base in _FLATTENED:
                if isinstance_of_type(kind, base):
                    writer = _WRITERS[base]
                    break
            else:
                return self.refer(value)
        if depth >= MAX_DEPTH:
            raise TooLargeError(f"nested deeper than {MAX_DEPTH}")
        return writer(self, value, depth + 1)

    def items(self, values: Iterable[Any], depth: int) -> list[Any]:
        nodes = []
        for value in values:
            self.nodes += 1
            if self.nodes > MAX_NODES:
                raise TooLargeError(f"more than {MAX_NODES:,} parts")
            nodes.append(self.encode(value, depth))
        return nodes


def isinstance_of_type(kind: type, base: type) -> bool:
    """Whether the true type derives from base; ``__class__`` and hooks are not asked."""
    return base in type.__dict__["__mro__"].__get__(kind)


def _write_int(_: _Encoder, value: int, __: int) -> Any:
    if -_SMALL_INT < (plain := int.__add__(value, 0)) < _SMALL_INT:
        return plain
    if plain.bit_length() > MAX_INT_BITS:
        raise TooLargeError(f"an integer of {plain.bit_length():,} bits")
    return {"i": format(plain, "x")}


def _write_float(_: _Encoder, value: float, __: int) -> Any:
    plain = float.__pos__(value)
    return plain if math.isfinite(plain) else {"x": repr(plain)}


def _write_str(_: _Encoder, value: str, __: int) -> str:
    return str.__str__(value)


def _write_bytes(_: _Encoder, value: bytes, __: int) -> Any:
    return {"b": base64.b64encode(memoryview(value)).decode()}


def _write_bytearray(_: _Encoder, value: bytearray, __: int) -> Any:
    return {"ba": base64.b64encode(memoryview(value)).decode()}


def _write_list(encoder: _Encoder, value: list[Any], depth: int) -> Any:
    return encoder.items(list.__iter__(value), depth)


def _write_tuple(encoder: _Encoder, value: tuple[Any, ...], depth: int) -> Any:
    return {"t": encoder.items(tuple.__iter__(value), depth)}


def _write_set(encoder: _Encoder, value: set[Any], depth: int) -> Any:
    return {"s": encoder.items(set.__iter__(value), depth)}


def _write_frozenset(encoder: _Encoder, value: frozenset[Any], depth: int) -> Any:
    return {"f": encoder.items(frozenset.__iter__(value), depth)}


def _write_dict(encoder: _Encoder, value: dict[Any, Any], depth: int) -> Any:
    ordered = isinstance_of_type(type(value), OrderedDict)
    pairs = OrderedDict.items(value) if ordered else dict.items(value)  # type: ignore[arg-type]
    parts = [part for pair in pairs for part in pair]
    return {"d": encoder.items(parts, depth)}


def _write_decimal(_: _Encoder, value: Decimal, __: int) -> Any:
    return {"D": Decimal.__str__(value)}


def _write_fraction(_: _Encoder, value: Fraction, __: int) -> Any:
    return {"F": [format(value.numerator, "x"), format(value.denominator, "x")]}


def _write_complex(_: _Encoder, value: complex, __: int) -> Any:
    return {"c": [repr(value.real), repr(value.imag)]}


def _write_range(encoder: _Encoder, value: range, depth: int) -> Any:
    _refuse_endless(value)
    return {"r": encoder.items((value.start, value.stop, value.step), depth)}


def _refuse_endless(value: range) -> None:
    """A range is small on the wire; a list that a test makes of it is not."""
    if value and (value[-1] - value[0]) // value.step >= MAX_NODES:
        raise TooLargeError(f"a range of more than {MAX_NODES:,} numbers")


def _write_datetime(encoder: _Encoder, value: datetime.datetime, depth: int) -> Any:
    if not _fixed_offset(value.tzinfo):
        return encoder.refer(value)  # a zone with rules of its own stays where it is
    bare = value.replace(tzinfo=None, fold=0)
    return {"dt": [bare.isoformat(), encoder.encode(value.tzinfo, depth), value.fold]}


def _write_time(encoder: _Encoder, value: datetime.time, depth: int) -> Any:
    if not _fixed_offset(value.tzinfo):
        return encoder.refer(value)
    bare = value.replace(tzinfo=None, fold=0)
    return {"tm": [bare.isoformat(), encoder.encode(value.tzinfo, depth), value.fold]}


def _fixed_offset(zone: datetime.tzinfo | None) -> bool:
    return zone is None or type(zone) is datetime.timezone


def _write_date(_: _Encoder, value: datetime.date, __: int) -> Any:
    return {"da": datetime.date.isoformat(value)}


def _write_timedelta(_: _Encoder, value: datetime.timedelta, __: int) -> Any:
    return {"td": [value.days, value.seconds, value.microseconds]}


def _write_timezone(_: _Encoder, value: datetime.timezone, depth: int) -> Any:
    return {"tz": _write_timedelta(_, value.utcoffset(None), depth)["td"]}


_WRITERS: dict[type, Callable[[_Encoder, Any, int], Any]] = {
    int: _write_int,
    float: _write_float,
    str: _write_str,
    bytes: _write_bytes,
    bytearray: _write_bytearray,
    list: _write_list,
    tuple: _write_tuple,
    set: _write_set,
    frozenset: _write_frozenset,
    dict: _write_dict,
    Decimal: _write_decimal,
    Fraction: _write_fraction,
    complex: _write_complex,
    range: _write_range,
    datetime.datetime: _write_datetime,
    datetime.date: _write_date,
    datetime.time: _write_time,
    datetime.timedelta: _write_timedelta,
    datetime.timezone: _write_timezone,
}
_FLATTENED = (str, int, dict, list, tuple, set, frozenset, float, bytes, bytearray)


# --- decoding -------------------------------------------------------------------------------


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
    _refuse_endless(value)
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
