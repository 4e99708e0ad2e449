"""How the rows of Home read."""

from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from harness.session import PastSitting, Phase, Summary
from harness.tui.conventions.looks import clock_face
from harness.tui.conventions.plain import plain, shortened
from harness.tui.kit import Kit
from harness.tui.screens.home.rows import Offer
from harness.tui.telling.next_step import Key

_HANGING = 2
"""Columns by which all lines of a row but its first are indented."""

_FAULTS = 3
"""As many are told as leave room for what works."""
_TOGETHER = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Row:
    """A text whose first line stands out: all others, wrapped or not, begin further in."""

    text: Text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Wrap it to the width there is."""
        lines = self.text.wrap(console, max(1, options.max_width - _HANGING))
        for line in lines[1:]:
            line.pad_left(_HANGING)
        yield Text("\n").join(lines)


def welcome(key: Key) -> Text:
    """What this is and what to press, each key as it is bound."""
    text = Text("Rehearse a coding assessment: one class, level by level, on the clock.\n")
    for keys, does in (
        ("↑ ↓", "choose"),
        ("Enter", "opens; no clock starts yet"),
        (key("home.search"), "searches"),
        (key("app.help"), "all keys"),
    ):
        text.append(keys.replace(" ", _TOGETHER), "bold")
        text.append(f" {does}".replace(" ", _TOGETHER) + "   ")
    text.rstrip()
    return text


def running_row(summary: Summary) -> Row:
    """A sitting that can be resumed."""
    text = Text.assemble(("▶ Resume  ", "bold"))
    text.append(summary.name, "bold")
    text.append(f"  {summary.mode} · level {summary.level}/{summary.level_count}")
    text.append(f" · {summary.score}/{summary.max_score}")
    stands = " left, paused" if summary.phase == "paused" else " left"
    text.append(f" · {clock_face(summary.seconds_left)}{stands}", "bold")
    return Row(text)


def offer_row(offer: Offer) -> Row:
    """A problem, its size and how the person did in it."""
    problem = offer.problem
    text = Text.assemble((problem.name, "bold"))
    text.append(f"  {len(problem.levels)} levels · {problem.minutes} min", "dim")
    text.append(_record(offer))
    text.append(f"\n{shortened(problem.summary, 200)}", "dim")
    if problem.keywords:
        text.append(f"\npractises {shortened(', '.join(problem.keywords), 100)}", "dim")
    return Row(text)


def past_row(past: PastSitting, kit: Kit) -> Row:
    """A sitting that is over."""
    day = kit.local_time(past.started_at).strftime("%Y-%m-%d %H:%M")
    text = Text.assemble((f"{day}  ", "dim"))
    text.append(f"{past.name}  {past.mode}  ")
    text.append(f"{past.score} of {past.max_score}", "bold")
    # One that is over by the clocks, while its end cannot be stored, is over here too.
    ended = past.phase if past.phase.over else Phase.TIME_IS_UP
    text.append(f"  {ended.value}", "dim")
    if past.waiting:
        text.append("  one submission waits: Enter grades it", "bold yellow")
    return Row(text)


def faults_text(faults: tuple[str, ...]) -> str:
    """What could not be understood, the first of it, and how much more there is."""
    lines = [f"Broken: {plain(fault)}" for fault in faults[:_FAULTS]]
    if (more := len(faults) - _FAULTS) > 0:
        lines.append(f"and {more} more: `harness settings` and `harness problems` tell them")
    return "\n".join(lines)


def _record(offer: Offer) -> Text:
    if offer.last is None:
        return Text("  · in its first sitting" if offer.tried else "  · not tried yet", "dim")
    last = offer.last
    if offer.best is None:  # only levels of it were drilled
        return Text(f"  · last {last.score} of {last.max_score}, {last.mode}")
    text = Text("  · best ")
    text.append(f"{offer.best} of {offer.problem.max_score}", "bold")
    text.append(f" · last {last.score}, {last.mode}")
    return text
