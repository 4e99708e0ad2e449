"""ResultScreen: what a sitting earned, how that was reckoned, and where everything is."""

from pathlib import Path
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer, Static

from harness.session import SOLUTION, Attempt, Sitting, Summary
from harness.tui.conventions.commands import Place, bindings_of
from harness.tui.conventions.looks import minutes, points
from harness.tui.conventions.plain import plain, shown_path
from harness.tui.going import ToOvertime, ToReview
from harness.tui.kit import Kit
from harness.tui.running.judge import Judge
from harness.tui.running.messages import JudgeFailed, RunEnded
from harness.tui.running.runs import Runs
from harness.tui.telling.faults import line_of, title_of

ADVANCES = 520
ADVANCES_OF = 600
"""On the real assessment's scale of 600, 520 generally advances (docs/scoring.md)."""


class ResultScreen(Screen[None]):
    """A page to read; a submission that still waits for its verdict is graded first."""

    CSS_PATH = "result.tcss"
    HELP = "What the best submission of this sitting earned, level by level."
    # Not Enter: whoever is typing when time is up would be gone before reading anything.
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.RESULT)

    def __init__(self, sitting: Sitting, kit: Kit) -> None:
        super().__init__()
        self._sitting = sitting
        self._kit = kit
        self._runs = Runs(self, sitting, Judge(sitting.problem, kit.make_grader))
        self._note = ""

    def compose(self) -> ComposeResult:
        """Hold one page."""
        with VerticalScroll(id="result-page"):
            yield Static(id="result-score")
            yield Static(id="result-levels")
            yield Static(id="result-facts")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Show what is known; grade what was received in time but has no verdict."""
        if self._sitting.state.ungraded:
            self._note = "A submission that arrived in time is being graded; it counts."
            self._runs.settle()
        self._show()
        self.query_one("#result-page").focus()

    def on_unmount(self) -> None:
        """Let the judge go."""
        self._runs.close()

    def action_review(self) -> None:
        """See what to do better, once everything is graded."""
        if self._runs.running:
            self.notify("A submission is still being graded; its review comes after that.")
        else:
            self.post_message(ToReview(self._sitting))

    def action_overtime(self) -> None:
        """Go on in the same file; whatever runs there scores nothing."""
        self.post_message(ToOvertime(self._sitting, instead_of=self))

    @on(RunEnded)
    def show_settled(self, message: RunEnded) -> None:
        """Show the final score."""
        self._runs.over()
        self._note = ""
        if message.error is not None:
            self._note = f"{title_of(message.error)}: {line_of(message.error)}"
        self._show()

    @on(JudgeFailed)
    def show_judge_failed(self, message: JudgeFailed) -> None:
        """Say why nothing more can be graded."""
        self._note = f"{title_of(message.error)}: {line_of(message.error)}"
        self._show()

    def _show(self) -> None:
        from harness.tui.telling.look_next import (
            look_next,  # brings the review along, which home can spare
        )

        summary = self._sitting.summary()
        self.query_one("#result-score", Static).update(_head(summary))
        self.query_one("#result-levels", Static).update(_levels(summary))
        following = look_next(self._sitting.state, summary)
        facts = _facts(summary, self._note, following)
        facts.append_text(_overtime(self._sitting.state.overtime, self._kit.key("result.overtime")))
        self.query_one("#result-facts", Static).update(facts)


def _head(summary: Summary) -> Text:
    text = Text.assemble((summary.name, "bold"))
    text.append(f" · {summary.mode} · {summary.phase.value}\n\n", "dim")
    text.append(f"{summary.score} of {summary.max_score} points\n", "bold")
    text.append(_standing(summary), "dim")
    return text


def _standing(summary: Summary) -> str:
    """Compare with what is reported of the real assessment, without promising anything."""
    if summary.max_score != ADVANCES_OF:
        return ""
    generally = f"{ADVANCES} generally advances, as candidates report; nothing is guaranteed"
    missing = ADVANCES - summary.score
    return f"{generally}. {missing} to go." if missing > 0 else f"{generally}. Reached."


def _levels(summary: Summary) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold underline")
    for heading, justify in (
        ("Level", "left"),
        ("Tests", "right"),
        ("Points", "right"),
        ("Time", "right"),
        ("Guide", "right"),
    ):
        table.add_column(heading, justify=justify, no_wrap=heading != "Level")  # type: ignore[arg-type]
    for level in summary.levels:
        name = Text(f"{level.number} · {plain(level.name)}", "" if level.unlocked else "dim")
        tests = f"{level.passed} of {level.total}" if level.total else "-"
        table.add_row(
            name,
            tests if level.unlocked else "locked",
            f"{points(level.earned)} of {level.points}",
            minutes(level.seconds_spent) if level.unlocked else "-",
            f"{level.pace} min",
        )
    return table


def _facts(summary: Summary, note: str, following: list[str]) -> Text:
    text = Text()
    if note:
        text.append(f"{plain(note)}\n\n", "bold yellow")
    text.append("How the score came\n", "bold underline")
    for line in summary.arithmetic or ("Nothing was submitted.",):
        text.append(f"{line}\n")
    spent = minutes(summary.seconds_elapsed)
    runs = "1 submission" if summary.submissions == 1 else f"{summary.submissions} submissions"
    text.append(f"\n{runs} in {spent} of {summary.minutes} min\n")
    if summary.hints:
        taken = "1 hint" if summary.hints == 1 else f"{summary.hints} hints"
        text.append(f"{taken} taken: neither adds nor takes points\n")
    text.append("\nLook at next\n", "bold underline")
    for line in following:
        text.append(f"{plain(line)}\n")
    text.append("\nYour files\n", "bold underline")
    text.append(f"{shown_path(Path(summary.folder) / SOLUTION)}\n")
    return text


def _overtime(runs: tuple[Attempt, ...], key: str) -> Text:
    """What was done after the end, apart from all that scores."""
    text = Text("\nOvertime, which scores nothing\n", "")
    text.stylize("bold underline", 1)
    for run in runs:
        if run.report is not None:
            passed = sum(test.accepted for test in run.report.tests)
            verdict = f"{passed} of {len(run.report.tests)} tests, {run.report.verdict.value}"
            text.append(f"run {run.number}, levels 1 to {run.level}: {verdict}\n")
    text.append(f"{key} goes on where you stopped, without a clock.\n")
    return text
