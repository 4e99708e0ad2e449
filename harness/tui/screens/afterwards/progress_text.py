"""How progress reads as tables: the same facts as the plots, for eyes and screen readers."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from harness.tui.conventions.looks import days_until
from harness.tui.conventions.plain import plain
from harness.tui.kit import Kit
from harness.tui.telling.progress import Progress

_BAR = 10


def tables(progress: Progress, kit: Kit) -> RenderableType:
    """Return sittings and times as tables."""
    sittings = _table("Started", "Problem", "Mode", "Score", "Percent")
    for done in reversed(progress.sittings):
        sittings.add_row(
            kit.local_time(done.started_at).strftime("%Y-%m-%d %H:%M"),
            plain(done.name),
            done.mode,
            f"{done.score} of {done.max_score}",
            f"{done.percent:.0f} %",
        )
    times = _table("Level", "Your time", "Guide", "Sittings")
    for time in progress.times:
        times.add_row(
            str(time.number), f"{time.spent:.0f} min", f"{time.guide:.0f} min", str(time.sittings)
        )
    return Group(
        Text("Sittings, the latest first\n", "bold"), sittings, Text("\nTime\n", "bold"), times
    )


def concept_table(progress: Progress, now: int) -> RenderableType:
    """Return how well each concept is held, the least first.

    Args:
        progress: what was read.
        now: milliseconds since the Unix epoch.
    """
    if not progress.concepts:
        return Text("No level with a concept was worked on far enough yet.", "dim")
    table = _table("Concept", "Passed", "", "Missed at first", "Due in")
    for concept in progress.concepts:
        filled = round(_BAR * concept.passed / concept.total)
        table.add_row(
            plain(concept.tag),
            f"{concept.passed} of {concept.total}",
            "█" * filled + "░" * (_BAR - filled),
            f"{concept.missed} of {concept.met}",
            days_until(concept.due, now),
        )
    return Group(Text("Concepts, the least held first\n", "bold"), table)


def _table(*headings: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="underline")
    for heading in headings:
        table.add_column(heading, no_wrap=True)
    return table
