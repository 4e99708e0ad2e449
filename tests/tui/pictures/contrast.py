"""Contrast: which words of the screen in front can hardly be read."""

from rich.color import Color, ColorType
from textual.pilot import Pilot

from tests.tui.play import painted

READABLE = 2.9
"""The least contrast of a word with its ground; 3 is what WCAG asks of large text, rounded."""


def _luminance(color: Color) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in color.get_truecolor())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def dull(pilot: Pilot[None]) -> list[str]:
    """The words of the screen in front that can hardly be read."""
    app = pilot.app
    dull = []
    dialogs = app.screen.query(".dialog")  # what is around a dialog is dimmed on purpose
    seen = dialogs.first().region if dialogs else app.screen.region
    for line in painted(app.screen)[seen.y : seen.bottom]:
        strip = line.crop(seen.x, seen.right)
        for line_filter in app.get_line_filters():
            strip = strip.apply_filter(line_filter, app.screen.background_colors[0])
        for segment in strip:
            style = segment.style
            if style is None or not any(letter.isalnum() for letter in segment.text):
                continue
            front, ground = style.color, style.bgcolor
            if front is None or ground is None or ColorType.DEFAULT in (front.type, ground.type):
                continue
            bright, dark = sorted((_luminance(front), _luminance(ground)), reverse=True)
            if (bright + 0.05) / (dark + 0.05) < READABLE:
                dull.append(f"{segment.text!r} {style}")
    return dull
