"""Wording: numbers and lists as people write them."""

from collections.abc import Sequence


def counted(number: int, thing: str, things: str = "") -> str:
    """A number with its noun: ``1 test``, ``3 tests``."""
    return f"{number} {thing if number == 1 else things or thing + 's'}"


def listed(names: Sequence[str]) -> str:
    """Names in a sentence: ``a``, ``a and b``, ``a, b and c``."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def minutes(seconds: int) -> str:
    """A time in whole minutes; ``less than a minute`` below one."""
    return counted(round(seconds / 60), "minute") if seconds >= 60 else "less than a minute"
