"""What an editor does about brackets and quotes: pure functions on the text around the cursor."""

from dataclasses import dataclass

PAIRS = {"(": ")", "[": "]", "{": "}", '"': '"', "'": "'"}
_CLOSERS = frozenset(PAIRS.values())
_MAY_FOLLOW = frozenset(" \t)]},:;.")
"""A bracket is closed before one of these, or at the end of a line; not in front of a word."""


@dataclass(frozen=True)
class Typed:
    """What becomes of a typed character: the text to insert, and where the cursor goes in it."""

    text: str
    cursor: int
    overtyped: int = 0
    """How many characters after the cursor it replaces."""


def typed(character: str, before: str, after: str) -> Typed | None:
    """Return what a character does between two parts of a line; None if it is only itself."""
    following = after[:1]
    if character in _CLOSERS and following == character:
        return Typed(character, 1, overtyped=1)
    closer = PAIRS.get(character)
    if closer is None or (following and following not in _MAY_FOLLOW):
        return None
    if closer == character and not _opens_quote(character, before):
        return None
    return Typed(character + closer, 1)


def wrapped(character: str, selected: str) -> str | None:
    """Return a selection inside the pair that a character opens; None if it opens none."""
    closer = PAIRS.get(character)
    return None if closer is None else f"{character}{selected}{closer}"


def empty_pair(before: str, after: str) -> bool:
    """Tell whether the cursor stands in a pair with nothing in it."""
    return bool(before) and bool(after) and PAIRS.get(before[-1]) == after[0]


def _opens_quote(quote: str, before: str) -> bool:
    """A quote after a word is an apostrophe or closes; the third in a row opens its own kind."""
    last = before[-1:]
    if last == quote:
        return False
    prefix = len(before) - len(before.rstrip("rRbBfFuU"))
    word_before = before[: len(before) - prefix][-1:]
    return not (word_before.isalnum() or word_before == "_") and before.count(quote) % 2 == 0
