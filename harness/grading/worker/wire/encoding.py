"""From a value to a node of JSON: plain data by value and exact type, the rest by reference."""

import base64
import datetime
import math
from collections import OrderedDict
from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from .limits import MAX_DEPTH, MAX_INT_BITS, MAX_NODES, TooLargeError, refuse_endless

Refer = Callable[[Any], dict[str, Any]]
"""Makes the reference to what does not cross."""

_SMALL_INT = 1 << 62


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
                if _derives_from(kind, base):
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


def _derives_from(kind: type, base: type) -> bool:
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
    ordered = _derives_from(type(value), OrderedDict)
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
    refuse_endless(value)
    return {"r": encoder.items((value.start, value.stop, value.step), depth)}


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
