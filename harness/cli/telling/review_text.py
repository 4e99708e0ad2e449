"""A review as text, eighty columns wide."""

from collections.abc import Iterator
from textwrap import fill, shorten, wrap
from typing import TYPE_CHECKING

from harness.cli.telling.page import clock_text
from harness.cli.telling.table import table
from harness.review.review import DESIGN

if TYPE_CHECKING:
    from harness.review import Concepts, Growth, Pace, Place, Remark, Review
    from harness.review.pace import LevelTime, Moment

_WIDTH = 80
_MARKS = {"well": "+", "advice": "!", "fact": "-"}
_PLACES = 3
_CONCEPTS = 5
_NAME = 32
"""Columns of a level's name; a longer one is cut."""
_DAY = 24 * 60 * 60 * 1000
_BAR = 56
"""Columns of the timeline."""


def review_text(review: "Review", *, whole: bool) -> str:
    """Lay a review out.

    Args:
        review: what to show.
        whole: every place with its lines and every figure, instead of the first places.
    """
    summary = review.summary
    head = (
        f"{summary.name}, {summary.mode}: {summary.score} of {summary.max_score}, "
        f"{summary.phase} after {clock_text(summary.seconds_elapsed)} of {summary.minutes} minutes"
    )
    blocks = [f"{fill(head, _WIDTH)}\n{summary.session}\n+ went well   ! do otherwise   - happened"]
    if review.design:
        blocks.append(_design(review.design))
    tables = {
        "Growth": _growth(review.growth),
        "Pace": _pace(review.pace),
        "Concepts": _concepts(review.concepts, review.made_at),
    }
    for title, section in review.sections:
        lines = [title.upper()]
        for remark in section.remarks:
            lines += _remark(remark, whole=whole)
        if section.silence:
            lines += wrap(section.silence, _WIDTH, initial_indent="  ", subsequent_indent="  ")
        elif not section.remarks:
            lines.append("  Nothing to remark.")
        shown = tables.get(title, "")
        if shown:
            lines += ["", *(f"  {line}".rstrip() for line in shown.splitlines())]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _design(answers: tuple[str, str, str]) -> str:
    lines = ["BEFORE THE CODE YOU NOTED"]
    for question, answer in zip(DESIGN, answers, strict=True):
        told = f"{question}: {answer or '-'}"
        lines += wrap(told, _WIDTH, initial_indent="  ", subsequent_indent="    ")
    return "\n".join(lines)


def _remark(remark: "Remark", *, whole: bool) -> Iterator[str]:
    yield from wrap(
        remark.sentence,
        _WIDTH,
        initial_indent=f"{_MARKS[remark.tone]} ",
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    shown = remark.places if whole else remark.places[:_PLACES]
    for place in shown:
        yield from _place(place, whole=whole)
    if len(shown) < len(remark.places):
        yield f"    and {len(remark.places) - len(shown)} more: `--all` shows them"
    if whole:
        for figure in remark.figures:
            yield f"    {figure.name}: {figure.value:g} {figure.unit}".rstrip()


def _days(milliseconds: int) -> str:
    days = max(0, round(milliseconds / _DAY))
    return "now" if not days else "1 day" if days == 1 else f"{days} days"


def _place(place: "Place", *, whole: bool) -> Iterator[str]:
    shown = place.text
    start, *more = place.excerpt.splitlines() or [""]
    if start and not whole:
        shown = f"{shown}  | {start.strip()}{' …' if more else ''}"
        if len(shown) > _WIDTH - 4:
            shown = f"{shown[: _WIDTH - 5]}…"
    yield from wrap(
        shown,
        _WIDTH,
        initial_indent="    ",
        subsequent_indent="      ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    if whole:
        for line in place.excerpt.splitlines():
            yield f"      | {line}".rstrip()


def _growth(growth: "Growth") -> str:
    if not growth.steps:
        return ""
    head = ("level", "from", "to", "live on", "reference", "now", "new parts")
    rows = [
        (
            f"{step.level}",
            "start" if step.earlier_submission is None else f"#{step.earlier_submission}",
            f"#{step.submission}",
            f"{step.survived} of {step.before}",
            f"{step.reference_survived} of {step.reference_before}",
            f"{step.after}",
            f"{len(step.added)}",
        )
        for step in growth.steps
    ]
    return table(head, rows, right={0, 1, 2, 3, 4, 5, 6})


def _pace(pace: "Pace") -> str:
    if not pace.levels:
        return ""
    head = ("level", "", "time", "guide", "1st run", "passed", "runs")
    rows = [
        (
            f"{level.level}",
            shorten(level.name, _NAME, placeholder=" …"),
            clock_text(level.spent),
            clock_text(level.guide),
            "-" if level.first_run is None else clock_text(level.first_run),
            "-" if level.green is None else clock_text(level.green),
            f"{level.runs}",
        )
        for level in pace.levels
    ]
    text = table(head, rows, right={0, 2, 3, 4, 5, 6})
    return f"{text}\n\n{_timeline(pace)}"


def _timeline(pace: "Pace") -> str:
    """Each level as a line from its opening to its end, with its runs."""
    end = pace.moments[-1].second
    scale = max(end, 1) / (_BAR - 1)
    lines = [_bar(level, pace.moments, scale) for level in pace.levels]
    foot = f"         0{clock_text(end).rjust(_BAR - 1)}"
    return "\n".join([*lines, foot, "o a run   * the run that passed all"])


def _bar(level: "LevelTime", moments: "tuple[Moment, ...]", scale: float) -> str:
    cells = [" "] * _BAR
    first, last = (round(s / scale) for s in (level.opened, level.opened + level.spent))
    for column in range(first, min(last, _BAR - 1) + 1):
        cells[column] = "-"
    for moment in moments:
        if moment.what == "run" and moment.level == level.level:
            done = moment.passed is not None and moment.passed == moment.total
            column = round(moment.second / scale)
            if cells[column] != "*":
                cells[column] = "*" if done else "o"
    return f"level {level.level:2} {''.join(cells)}".rstrip()


def _concepts(concepts: "Concepts", now: int) -> str:
    if not concepts.concepts:
        return ""
    head = ("least held", "pass", "missed at first", "again in")
    rows = [
        (
            concept.tag,
            f"{concept.passed} of {concept.total}",
            f"{concept.missed} of {concept.met}",
            _days(concept.due - now),
        )
        for concept in concepts.concepts[:_CONCEPTS]
    ]
    sittings = "1 sitting" if concepts.sittings == 1 else f"{concepts.sittings} sittings"
    return f"{table(head, rows, right={1, 2, 3})}\n\nfrom {sittings}"
