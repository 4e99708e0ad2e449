"""Where two values differ, as ranges of characters: a pure function on their texts."""

import re
from difflib import SequenceMatcher

Span = tuple[int, int]

_TOKEN = re.compile(r"\w+|\s+|.", re.DOTALL)
_MOST_TOKENS = 600
"""Above this only what is equal at both ends is left out: comparing takes the square of it."""


def differing(came: str, expected: str) -> tuple[list[Span], list[Span]]:
    """Return the parts of each text that the other does not have."""
    left, right = _TOKEN.findall(came), _TOKEN.findall(expected)
    if max(len(left), len(right)) > _MOST_TOKENS:
        return _between_ends(came, expected)
    spans: tuple[list[Span], list[Span]] = ([], [])
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag != "equal":
            for found, tokens, start, end in ((spans[0], left, i1, i2), (spans[1], right, j1, j2)):
                at = len("".join(tokens[:start]))
                if end > start:
                    found.append((at, at + len("".join(tokens[start:end]))))
    return spans


def _between_ends(came: str, expected: str) -> tuple[list[Span], list[Span]]:
    shorter = min(len(came), len(expected))
    start = next((n for n in range(shorter) if came[n] != expected[n]), shorter)
    room = shorter - start
    end = next((n for n in range(room) if came[-1 - n] != expected[-1 - n]), room)
    left, right = ((start, len(text) - end) for text in (came, expected))
    return [left] if left[1] > start else [], [right] if right[1] > start else []
