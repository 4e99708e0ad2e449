"""HeaderLine: time left, level, score, state of the run and what to do next, always in view."""

from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

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
RUN_COLUMNS = 32
"""What the run has of a roomy line, with one column before and one behind."""


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
        # A method that is missing makes its tests compile errors; the others ran and count.
        if not report.tests or (report.verdict is Verdict.COMPILE_ERROR and not passed):
            return cls(f"{code} {report.verdict.value}", f"{code}", style)
        count = f"{passed}/{len(report.tests)}"
        counted = f"{count}, {broken} broke" if broken else count
        long = f"{code} {report.verdict.value} {counted}"
        return cls(
            long if len(long) <= RUN_COLUMNS - 2 else f"{code} {counted}", f"{code} {count}", style
        )

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


class HeaderLine(Widget):
    """One line of parts; only those that changed are repainted, and nothing is laid out anew."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Create it; ``id`` is the widget's, named as Textual names it."""
        super().__init__(id=id)
        self._parts: tuple[_Part, ...] = ()
        self._facts: Facts | None = None

    def on_resize(self) -> None:
        """Spell out or shorten."""
        if self._facts is not None:
            self.show(self._facts)

    def show(self, facts: Facts) -> None:
        """Bring the line up to date."""
        self._facts = facts
        before, self._parts = self._parts, _parts(facts, self.app.size.width)
        if tuple(part.width for part in before) != tuple(part.width for part in self._parts):
            self.refresh()
            return
        column, changed = 0, []
        for was, part in zip(before, self._parts, strict=True):
            if part != was:
                changed.append(Region(column, 0, part.width, 1))
            column += part.width
        if changed:
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is but one
        """Put the parts side by side; each is drawn once for as long as it says the same."""
        ground = self.rich_style
        return Strip([_segment(part, ground) for part in self._parts])

    def text(self) -> str:
        """Return the whole line as text, nothing shortened."""
        return "  ".join(part.words for part in self._parts)


@dataclass(frozen=True)
class _Part:
    """One fact."""

    width: int
    """In columns, with one before and one behind the words."""
    words: str
    style: str = ""


@lru_cache(maxsize=32)
def _segment(part: _Part, ground: Style) -> Segment:
    """Draw a part on a ground; one that is too long ends in an ellipsis."""
    room = part.width - 2
    words = part.words
    if cell_len(words) > room:
        words = set_cell_size(words, max(room - 1, 0)) + "…"[:room]
    return Segment(f" {set_cell_size(words, room)} ", ground + Style.parse(part.style))


def _parts(facts: Facts, columns: int) -> tuple[_Part, ...]:
    """The facts from left to right; what to do next has the columns that are left."""
    roomy = columns >= ROOMY
    of = " of " if roomy else "/"
    run = facts.run.long if roomy else facts.run.short
    score = f"{'score ' if roomy else ''}{facts.score}{of}{facts.max_score}"
    parts = (
        _Part(14 if roomy else 12, *_time(facts, roomy=roomy)),
        _Part(15 if roomy else 11, f"level {facts.level}{of}{facts.level_count}"),
        _Part(14 if roomy else 9, *_pace(facts, roomy=roomy)),
        _Part(18 if roomy else 9, score),
        _Part(RUN_COLUMNS if roomy else 13, run, facts.run.style),
    )
    left = columns - sum(part.width for part in parts)
    return (*parts, _Part(max(left, 2), f"▸ {facts.next}", "bold"))


def _time(facts: Facts, *, roomy: bool) -> tuple[str, str]:
    """The time left; 80 columns have room for ten characters of it."""
    face = clock_face(facts.seconds_left)
    if facts.phase.over:
        return "over", "bold"
    if facts.phase is Phase.PAUSED:
        return f"{face} {'paused' if roomy else 'halt'}", "bold yellow"
    if facts.seconds_left <= HURRY_SECONDS:
        return f"{face} left!" if roomy else f"{face}!", "bold red"
    return f"{face} left", "bold"


def _pace(facts: Facts, *, roomy: bool) -> tuple[str, str]:
    """Minutes on this level of those its guide gives; a mark says when they have gone."""
    over = facts.minutes_spent >= facts.guide
    spent, guide = facts.minutes_spent, facts.guide
    if over:  # shorter, or the mark would have no room beside two figures of two digits
        return f"{spent}/{guide} min!" if roomy else f"{spent}/{guide}m!", "bold yellow"
    return f"{spent} of {guide} min" if roomy else f"{spent}/{guide}m", "dim"
