"""Plain data crosses unchanged in value and type; no bytes can raise anything but a wire error."""

import contextlib
import datetime
import enum
import math
from collections import Counter, OrderedDict, defaultdict, namedtuple
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from harness.grading.worker import wire


def refuse(*_: Any) -> Any:
    raise wire.WireError("a reference where plain data was expected")


def crossed(value: Any) -> Any:
    frame = bytearray(wire.pack(wire.encode(value, refuse)))
    body = wire.next_frame(frame)
    assert body is not None
    assert not frame
    return wire.decode(wire.unpack(body), refuse)


def same(left: Any, right: Any) -> bool:
    """Equal in value and, all the way down, in type; nan is the same as nan."""
    if type(left) is not type(right):
        return False
    if isinstance(left, float):
        return repr(left) == repr(right)
    if isinstance(left, complex):
        return repr(left) == repr(right)
    if isinstance(left, list | tuple):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, dict):
        return same(list(left.items()), list(right.items()))
    if isinstance(left, set | frozenset):
        kinds = [sorted(type(item).__name__ for item in each) for each in (left, right)]
        return left == right and kinds[0] == kinds[1]
    if isinstance(left, Decimal):
        return repr(left) == repr(right)
    return bool(left == right)


hashable = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(st.characters(exclude_categories=()))
    | st.binary()
    | st.decimals(allow_nan=False)
    | st.fractions()
    | st.dates()
    | st.datetimes(timezones=st.none() | st.just(datetime.UTC))
    | st.times()
    | st.timedeltas(),
    lambda inner: st.tuples(inner, inner) | st.frozensets(inner, max_size=4),
    max_leaves=6,
)
plain = st.recursive(
    hashable | st.binary().map(bytearray) | st.builds(range, st.integers(0, 9)),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(hashable, inner, max_size=4)
        | st.sets(hashable, max_size=4)
        | st.tuples(inner, inner)
    ),
    max_leaves=12,
)


@given(plain)
@example(10**4000)
@example([-0.0, math.nan, math.inf, -math.inf])
@example("\ud800 \x00")
def test_plain_data_keeps_its_value_and_type(value: Any) -> None:
    assert same(crossed(value), value)


class Rank(enum.IntEnum):
    HIGH = 3


Pair = namedtuple("Pair", "left right")


class Liar(list[int]):
    def __iter__(self) -> Any:
        return iter(["a lie"])

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None


@pytest.mark.parametrize(
    ("value", "base"),
    [
        (Rank.HIGH, 3),
        (Pair(1, 2), (1, 2)),
        (Counter("aab"), {"a": 2, "b": 1}),
        (defaultdict(list, {1: [2]}), {1: [2]}),
        (OrderedDict([("b", 1), ("a", 2)]), {"b": 1, "a": 2}),
        (Liar([5, 6]), [5, 6]),
    ],
)
def test_subclasses_cross_as_their_plain_base(value: Any, base: Any) -> None:
    assert same(crossed(value), base)


def test_a_reordered_mapping_keeps_its_order() -> None:
    mapping = OrderedDict([("a", 1), ("b", 2)])
    mapping.move_to_end("a")
    assert list(crossed(mapping)) == ["b", "a"]


def test_a_value_that_holds_itself_is_too_large() -> None:
    loop: list[Any] = []
    loop.append(loop)
    with pytest.raises(wire.TooLargeError):
        wire.encode(loop, refuse)


@pytest.mark.parametrize(
    "value", [[0] * (wire.MAX_NODES + 1), 1 << (wire.MAX_INT_BITS + 1)], ids=["parts", "bits"]
)
def test_values_past_a_limit_are_too_large(value: Any) -> None:
    with pytest.raises(wire.TooLargeError):
        wire.encode(value, refuse)


def test_a_frame_past_the_limit_is_too_large() -> None:
    with pytest.raises(wire.TooLargeError):
        wire.pack("x" * (wire.MAX_FRAME + 1))
    with pytest.raises(wire.TooLargeError):
        wire.next_frame(bytearray(b"\xff\xff\xff\xff"))


def test_colliding_keys_are_refused_before_they_cost_time() -> None:
    modulus = 2**61 - 1  # int hashes repeat with this period in CPython
    keys = [{"i": format(number * modulus, "x")} for number in range(1000)]
    with pytest.raises(wire.TooLargeError):
        wire.decode({"s": keys}, refuse)


def read(body: bytes) -> None:
    with contextlib.suppress(wire.WireError):
        wire.decode(wire.unpack(body), refuse)


@given(st.binary(max_size=300))
@example(b"[" * 100_000)
@example(b'{"t":' * 2_000)
@example(b"NaN")
@example(b"1e999")
@example(b"9" * 5000)
def test_any_bytes_raise_nothing_but_a_wire_error(body: bytes) -> None:
    read(body)


node = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from([*"ixbtsfdDFcr", "ba", "dt", "da", "tm", "td", "tz", "h", ""]),
            inner,
            max_size=2,
        )
    ),
    max_leaves=10,
)


@given(node)
def test_any_node_raises_nothing_but_a_wire_error(tree: Any) -> None:
    with contextlib.suppress(wire.WireError):
        wire.decode(tree, refuse)
