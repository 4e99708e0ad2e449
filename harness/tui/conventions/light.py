"""ReadableOnLight: words whose colour a light ground would swallow are painted darker.

Verdicts, code and statements bring colours that were chosen on dark; one rule for all of them is
surer than a second choice for each.
"""

from functools import lru_cache

from rich.color import Color, ColorType
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as Ground
from textual.filter import LineFilter

_READABLE = 4.5
"""The least contrast, by WCAG, of a word with its ground."""
_DARKER = 0.85


class ReadableOnLight(LineFilter):
    """Changes the colour of words only, and only where it must."""

    def apply(self, segments: list[Segment], background: Ground) -> list[Segment]:
        """Return the segments, readable."""
        ground = background.rich_color
        return [
            segment
            if segment.style is None
            else Segment(segment.text, _readable(segment.style, ground), segment.control)
            for segment in segments
        ]


@lru_cache(4096)
def _readable(style: Style, background: Color) -> Style:
    color, ground = style.color, style.bgcolor or background
    if color is None or style.reverse or ColorType.DEFAULT in (color.type, ground.type):
        return style
    light = _luminance(ground)
    if light <= _luminance(color):
        return style
    changed = color
    while (light + 0.05) / (_luminance(changed) + 0.05) < _READABLE and _luminance(changed) > 0.001:
        changed = Color.from_rgb(*(part * _DARKER for part in changed.get_truecolor()))
    return style if changed is color else style + Style(color=changed)


def _luminance(color: Color) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in color.get_truecolor())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
