"""How the rows of Home read."""

from rich.text import Text

from harness.session import PastSitting, Phase, Summary
from harness.tui.conventions.looks import clock_face
from harness.tui.conventions.plain import shortened
from harness.tui.kit import Kit
from harness.tui.screens.home.rows import Offer


def running_text(summary: Summary) -> Text:
    """A sitting that can be resumed."""
    text = Text.assemble(("▶ Resume  ", "bold"))
    text.append(summary.name, "bold")
    text.append(f"  {summary.mode} · level {summary.level} of {summary.level_count}")
    text.append(f" · {summary.score} of {summary.max_score}")
    stands = " left, paused" if summary.phase == "paused" else " left"
    text.append(f" · {clock_face(summary.seconds_left)}{stands}", "bold")
    return text


def offer_text(offer: Offer) -> Text:
    """A problem, its size and how the person did in it."""
    problem = offer.problem
    text = Text.assemble((problem.name, "bold"))
    text.append(f"  {len(problem.levels)} levels · {problem.minutes} min", "dim")
    text.append(_record(offer))
    text.append(f"\n  {shortened(problem.summary, 200)}", "dim")
    if problem.keywords:
        text.append(f"\n  practises {shortened(', '.join(problem.keywords), 100)}", "dim")
    return text


def past_text(past: PastSitting, kit: Kit) -> Text:
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
    return text


def _record(offer: Offer) -> Text:
    if offer.last is None:
        return Text("  · not tried yet", "dim")
    text = Text("  · best ")
    text.append(f"{offer.best} of {offer.problem.max_score}", "bold")
    text.append(f" · last {offer.last.score}, {offer.last.mode}")
    return text
