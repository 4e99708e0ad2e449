"""HeaderLine: time left, level, score, state of the run and what to do next, always in view."""

from dataclasses import dataclass

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from harness.catalog import Verdict
from harness.grading import Report
from harness.session import Phase, Summary
from harness.tui.conventions.looks import clock_face, style_of
from harness.tui.telling.pace import level_at_work

ROOMY = 110
"""From this many columns on the facts are spelled out."""
NARROW_OR_WIDE = [(0, "-narrow"), (ROOMY, "-wide")]
"""The class that a screen has, by its columns, for its styles."""
HURRY_SECONDS = 300


@dataclass(frozen=True)
class RunFace:
    """How the last or the current run reads, spelled out and in short."""

    long: str = "not run yet"
    short: str = "not run yet"
    style: str = "dim"

    @classmethod
    def of(cls, report: Report, broken: int = 0) -> "RunFace":
        """Read a report's face; what it broke of what had passed is counted."""
        passed = sum(test.accepted for test in report.tests)
        code, style = report.verdict.code, f"bold {style_of(report.verdict)}"
        if report.verdict is Verdict.COMPILE_ERROR or not report.tests:
            return cls(f"{code} {report.verdict.value}", f"{code}", style)
        count = f"{passed}/{len(report.tests)}"
        broke = f", {broken} broke" if broken else ""
        return cls(f"{code} {report.verdict.value} {count}{broke}", f"{code} {count}", style)

    @classmethod
    def under_way(cls, came: int, failed: int) -> "RunFace":
        """Count what has come so far."""
        failing = f", {failed} failing" if failed else ""
        return cls(f"running: {came} done{failing}", f"running {came}", "bold yellow")


@dataclass(frozen=True)
class Facts:
    """What the line shows."""

    seconds_left: int
    phase: Phase
    level: int
    level_count: int
    minutes_spent: int
    """On the level in work."""
    guide: int
    """Its guide time in minutes."""
    score: int
    max_score: int
    run: RunFace
    next: str

    @classmethod
    def of(cls, summary: Summary, run: RunFace, step: str) -> "Facts":
        """Take them from where the sitting stands, the run and the next step."""
        level = level_at_work(summary)
        return cls(
            minutes_spent=level.seconds_spent // 60,
            guide=level.pace,
            seconds_left=summary.seconds_left,
            phase=summary.phase,
            level=summary.level,
            level_count=summary.level_count,
            score=summary.score,
            max_score=summary.max_score,
            run=run,
            next=step,
        )


class HeaderLine(Horizontal):
    """One line; a part is repainted only when it changed, and the line is never laid out anew."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Create it; ``id`` is the widget's, named as Textual names it."""
        super().__init__(id=id)
        self._shown: dict[str, Text] = {}
        self._facts: Facts | None = None

    def compose(self) -> ComposeResult:
        """Hold a part for each fact."""
        for part in ("time", "level", "pace", "score", "run", "next"):
            yield Static(id=f"header-{part}", markup=False)

    def on_resize(self) -> None:
        """Spell out or shorten."""
        if self._facts is not None:
            self.show(self._facts)

    def show(self, facts: Facts) -> None:
        """Bring the line up to date."""
        self._facts = facts
        roomy = self.app.size.width >= ROOMY
        of = " of " if roomy else "/"
        self._put("time", _time(facts, roomy=roomy))
        self._put("level", Text(f"level {facts.level}{of}{facts.level_count}"))
        self._put("pace", _pace(facts, roomy=roomy))
        self._put("score", Text(f"{'score ' if roomy else ''}{facts.score}{of}{facts.max_score}"))
        self._put("run", _said(facts.run.long if roomy else facts.run.short, facts.run.style))
        self._put("next", Text(f"▸ {facts.next}", "bold", overflow="ellipsis", no_wrap=True))

    def text(self) -> str:
        """Return the whole line as text."""
        return "  ".join(part.plain for part in self._shown.values())

    def _put(self, part: str, text: Text) -> None:
        if self._shown.get(part) == text:
            return
        self._shown[part] = text
        self.query_one(f"#header-{part}", Static).update(text, layout=False)


def _time(facts: Facts, *, roomy: bool) -> Text:
    """The time left; 80 columns have room for ten characters of it."""
    face = clock_face(facts.seconds_left)
    if facts.phase.over:
        return Text("over", "bold")
    if facts.phase is Phase.PAUSED:
        return _said(f"{face} {'paused' if roomy else 'halt'}", "bold yellow")
    if facts.seconds_left <= HURRY_SECONDS:
        return _said(f"{face} left!" if roomy else f"{face}!", "bold red")
    return Text(f"{face} left", "bold")


def _pace(facts: Facts, *, roomy: bool) -> Text:
    """Minutes on this level of those its guide gives; a mark says when they have gone."""
    over = facts.minutes_spent >= facts.guide
    spent, guide = facts.minutes_spent, facts.guide
    text = f"{spent} of {guide} min" if roomy else f"{spent}/{guide}m"
    return _said(f"{text}!" if over else text, "bold yellow" if over else "dim")


def _said(words: str, style: str) -> Text:
    """Words in one of the theme's colours.

    As the style of the whole text, Textual would take the colour's name for one of CSS, whose green
    and red are hard to read on dark ground.
    """
    return Text.assemble((words, style))
