"""How a review reads on the screen: remarks as rows, the facts beside them as tables."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from harness.review import Concepts, Growth, Pace, Remark, Review
from harness.review.review import DESIGN
from harness.tui.conventions.looks import clock_face, days_until
from harness.tui.conventions.plain import plain, shortened

MARKS = {"well": "+", "advice": "!", "fact": "-"}
LEGEND = "+ went well   ! do otherwise   - happened"
_STYLES = {"well": "bold green", "advice": "bold yellow", "fact": "bold"}
_NAME = 18
"""Columns of a concept's name."""


def head(review: Review) -> Text:
    """What was reviewed, and what the marks mean."""
    summary = review.summary
    text = Text.assemble((plain(summary.name), "bold"))
    text.append(f" · {summary.mode} · {summary.score} of {summary.max_score} points")
    spent = clock_face(summary.seconds_elapsed)
    text.append(f" · {spent} of {summary.minutes} min\n")
    text.append(LEGEND, "dim")
    return text


def remark_row(remark: Remark) -> RenderableType:
    """One remark: its mark, its sentence, its first place."""
    place = shortened(remark.places[0].text, 200)
    more = len(remark.places) - 1
    text = Text(plain(remark.sentence))
    text.append(f"\n{place}{f', and {more} more' if more else ''}", "italic")
    return _beside(Text(MARKS[remark.tone], _STYLES[remark.tone]), text)


def sentence(remark: Remark) -> RenderableType:
    """One remark in full, with the figures it rests on."""
    text = Text(plain(remark.sentence))
    figures = [f"{each.name}: {each.value:g} {each.unit}".rstrip() for each in remark.figures]
    if figures:
        text.append(f"\n{plain(' · '.join(figures))}", "dim")
    return _beside(Text(MARKS[remark.tone], _STYLES[remark.tone]), text)


def facts(review: Review) -> RenderableType:
    """The tables beside the remarks: only those that have something to show."""
    parts: list[RenderableType] = []
    if review.design is not None:
        parts += [_heading("Before the code you noted"), _noted(review.design)]
    if review.pace.levels:
        parts += [_heading("Time"), _times(review.pace)]
    if review.growth.steps:
        parts += [_heading("Statements that live on"), _steps(review.growth)]
    if review.concepts.concepts:
        parts += [
            _heading("Concepts, the least held first"),
            _concepts(review.concepts, review),
        ]
    return Group(*parts)


def _noted(answers: tuple[str, str, str]) -> Text:
    text = Text()
    for question, answer in zip(DESIGN, answers, strict=True):
        text.append(f"{question}: ", "dim")
        text.append(f"{plain(answer) or '-'}\n")
    return text


def _times(pace: Pace) -> Table:
    table = _table("Level", "Time", "Guide", "1st run", "Passed", "Runs")
    for level in pace.levels:
        table.add_row(
            str(level.level),
            clock_face(level.spent),
            clock_face(level.guide),
            "-" if level.first_run is None else clock_face(level.first_run),
            "-" if level.green is None else clock_face(level.green),
            str(level.runs),
        )
    return table


def _steps(growth: Growth) -> Table:
    table = _table("Level", "Live on", "Reference", "Now", "New parts")
    for step in growth.steps:
        table.add_row(
            str(step.level),
            f"{step.survived} of {step.before}",
            f"{step.reference_survived} of {step.reference_before}",
            str(step.after),
            str(len(step.added)),
        )
    return table


def _concepts(concepts: Concepts, review: Review) -> Table:
    table = _table("Concept", "Passed", "Missed", "Due in")
    for concept in concepts.concepts:
        table.add_row(
            shortened(concept.tag, _NAME),
            f"{concept.passed} of {concept.total}",
            f"{concept.missed} of {concept.met}",
            days_until(concept.due, review.made_at),
        )
    return table


def _heading(words: str) -> Text:
    return Text(f"\n{words}", "bold")


def _beside(mark: Text, text: Text) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold", ratio=1)
    grid.add_row(mark, text)
    return grid


def _table(*headings: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="underline")
    for heading in headings:
        table.add_column(heading, no_wrap=True)
    return table
