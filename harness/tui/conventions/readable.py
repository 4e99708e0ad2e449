"""Readable: words whose colour their ground would swallow are painted darker, or lighter.

Verdicts, code and statements bring colours that were chosen on dark; one rule for all of them is
surer than a second choice for each. It holds for a light theme, and in both for the bar of colour
that a choice in a list lies on.
"""

from functools import lru_cache

from rich.color import Color, ColorType
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as Ground
from textual.filter import LineFilter

_CONTRAST = 4.5
"""The least contrast, by WCAG, of a word with its ground."""
_BRIGHT = 0.2
"""Luminance of a ground from which on words become darker; on others, lighter."""
_STEP = 0.85


class Readable(LineFilter):
    """Changes the colour of words only, and only where it must."""

    def __init__(self, *, from_luminance: float = 0.0) -> None:
        """Create it.

        Args:
            from_luminance: how light a ground must be for its words to be looked at, 0 to 1.
        """
        super().__init__()
        self._from = from_luminance

    def apply(self, segments: list[Segment], background: Ground) -> list[Segment]:
        """Return the segments, readable."""
        ground = background.rich_color
        return [
            segment
            if segment.style is None
            else Segment(
                segment.text, _readable(segment.style, ground, self._from), segment.control
            )
            for segment in segments
        ]


@lru_cache(4096)
def _readable(style: Style, background: Color, from_luminance: float) -> Style:
    color, ground = style.color, style.bgcolor or background
    if color is None or style.reverse or ColorType.DEFAULT in (color.type, ground.type):
        return style
    light = _luminance(ground)
    if light < from_luminance:
        return style
    changed = color
    while _contrast(light, _luminance(changed)) < _CONTRAST:
        parts = changed.get_truecolor()
        next_one = Color.from_rgb(
            *(_darker(part) if light > _BRIGHT else _lighter(part) for part in parts)
        )
        if next_one.get_truecolor() == parts:
            break  # black, or white
        changed = next_one
    return style if changed is color else style + Style(color=changed)


def _darker(part: int) -> float:
    return part * _STEP


def _lighter(part: int) -> float:
    return 255 - (255 - part) * _STEP


def _contrast(one: float, other: float) -> float:
    bright, dark = max(one, other), min(one, other)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in color.get_truecolor())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
