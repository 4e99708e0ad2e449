"""Plots: the timeline of a sitting and the growth of its code, as inline SVG.

Nothing is told by colour alone: runs differ in shape, bars carry their numbers, and the tables
below them hold the same facts.
"""

from collections.abc import Iterator

from harness.review.growth import Growth, Step
from harness.review.pace import LevelTime, Moment, Pace
from harness.review.page.markup import Markup, element, joined

_WIDTH = 720
_LEFT = 70
"""Where the plots begin, right of their labels."""
_PLOT = _WIDTH - _LEFT - 20
_ROW = 34
_TICKS = (1, 2, 5, 10, 15, 30, 60, 120, 240)
"""Minutes between two marks of the axis; at most ten marks are drawn where that can be."""


def timeline(pace: Pace) -> Markup:
    """Each level from its opening to its end, with its guide time and its runs."""
    whole = max(pace.minutes * 60, pace.moments[-1].second, 60)
    height = _ROW * len(pace.levels) + 34
    rows = [_level_row(level, index, pace, whole) for index, level in enumerate(pace.levels)]
    return element(
        "svg",
        element("title", "When each level was worked on, and every submission"),
        _axis(whole, height),
        *rows,
        viewBox=f"0 0 {_WIDTH} {height}",
        role="img",
    )


def growth_bars(growth: Growth) -> Markup:
    """How much of each level's code lived on, beside the reference's."""
    height = 56 * len(growth.steps) + 4
    rows = [_growth_row(step, 56 * index) for index, step in enumerate(growth.steps)]
    return element(
        "svg",
        element("title", "How much of each level's code lived on in the next"),
        *rows,
        viewBox=f"0 0 {_WIDTH} {height}",
        role="img",
    )


def _level_row(level: LevelTime, index: int, pace: Pace, whole: int) -> Markup:
    top = 8 + _ROW * index
    middle = top + 12
    opened, width = _x(level.opened, whole), _PLOT * level.spent / whole
    guide = _PLOT * min(level.guide, whole - level.opened) / whole
    runs = [
        _run(moment, middle, whole)
        for moment in pace.moments
        if moment.what == "run" and moment.level == level.level
    ]
    return joined(
        element("text", f"level {level.level}", x=0, y=middle + 5),
        element("rect", class_="guide", x=opened, y=top + 20, width=max(guide, 1), height=4),
        element("rect", class_="spent", x=opened, y=top, width=max(width, 1), height=24 - 4),
        *runs,
    )


def _run(moment: Moment, y: float, whole: int) -> Markup:
    x = _x(moment.second, whole)
    y -= 2
    minute = f"{moment.second // 60}:{moment.second % 60:02}"
    told = "without a verdict"
    if moment.passed is not None:
        told = f"{moment.passed} of {moment.total} tests passed"
    title = element("title", f"submission {moment.submission}, at {minute}: {told}")
    if moment.passed is not None and moment.passed == moment.total:
        diamond = f"M{x:.1f} {y - 7} l7 7 l-7 7 l-7 -7 z"
        return element("path", title, class_="green", d=diamond)
    return element("circle", title, class_="run", cx=x, cy=y, r=5)


def _axis(whole: int, height: int) -> Markup:
    minutes = -(-whole // 60)
    tick = next((each for each in _TICKS if minutes / each <= 10), _TICKS[-1])
    return joined(*(_tick(minute, whole, height) for minute in range(0, minutes + 1, tick)))


def _tick(minute: int, whole: int, height: int) -> Markup:
    x = _x(minute * 60, whole)
    label = f"{minute} min" if minute == 0 else str(minute)
    return joined(
        element("line", class_="axis", x1=x, y1=4, x2=x, y2=height - 22),
        element("text", label, class_="tick", x=x, y=height - 6),
    )


def _growth_row(step: Step, top: int) -> Markup:
    return joined(
        element("text", f"level {step.level}", x=0, y=top + 19),
        *_bar("spent", "yours", step.survived, step.before, top + 4),
        *_bar("guide", "reference", step.reference_survived, step.reference_before, top + 28),
    )


def _bar(kind: str, whose: str, alive: int, before: int, top: int) -> Iterator[Markup]:
    share = alive / before if before else 1.0
    width = _PLOT * 0.6
    yield element("rect", class_="empty", x=_LEFT, y=top, width=width, height=20)
    yield element("rect", class_=kind, x=_LEFT, y=top, width=width * share, height=20)
    label = f"{whose}: {alive} of {before} statements live on"
    yield element("text", label, x=_LEFT + width + 8, y=top + 15)


def _x(second: float, whole: int) -> float:
    return round(_LEFT + _PLOT * min(second, whole) / whole, 1)
