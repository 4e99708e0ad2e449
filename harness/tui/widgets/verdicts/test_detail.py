"""TestDetail: one failing test told in full: what was called, what came, what was expected."""

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from harness.catalog import Verdict
from harness.grading import TestResult
from harness.tui.conventions.looks import style_of
from harness.tui.conventions.plain import literal, plain
from harness.tui.widgets.verdicts.difference_marks import differing

_WITHHELD = (
    "A hidden test: an exam shows its name and verdict only.\n"
    "Read the statement once more and try the case its name speaks of."
)

_ONE_LINE = 60
"""Up to this many characters a call and what came share a line."""


class TestDetail(VerticalScroll):
    """A page of text; nothing in it is ever read as markup."""

    __test__ = False  # the name is the field's own; pytest must not collect it

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Create it; ``id`` is the widget's, named as Textual names it."""
        super().__init__(id=id)
        self._page = Static(markup=False)
        self.shown: Text = Text()
        self.result: TestResult | None = None

    def compose(self) -> ComposeResult:
        """Hold one page."""
        yield self._page

    def say(self, text: Text | str) -> None:
        """Show a plain note instead of a test."""
        self.result = None
        self.shown = text if isinstance(text, Text) else literal(text)
        self._page.update(self.shown)
        self.scroll_home(animate=False)

    def show(self, result: TestResult, *, withheld: bool, line_key: str) -> None:
        """Show one test.

        Args:
            result: how it ended.
            withheld: whether its mode keeps hidden tests to themselves.
            line_key: goes to the line that failed, as keyboards print it.
        """
        self.say(page(result, withheld=withheld, line_key=line_key))
        self.result = result


def page(result: TestResult, *, withheld: bool, line_key: str) -> Text:
    """Tell one test as text."""
    text = Text(tab_size=4)
    style = style_of(result.verdict)
    text.append(f"{result.verdict.code}  {result.verdict.value}", f"bold {style}")
    text.append(f"   level {result.level} · {result.kind} test · ", "dim")
    text.append(f"{result.cpu_seconds * 1000:.0f} ms\n", "dim")
    text.append(plain(result.name.replace("::", ".")), "bold")
    if result.tags:
        text.append(f"   {', '.join(map(plain, result.tags))}", "dim")
    text.append("\n")
    if withheld and result.kind == "hidden" and result.verdict is not Verdict.ACCEPTED:
        text.append(f"\n{_WITHHELD}\n")
        return text
    if result.message:
        text.append(f"\n{plain(result.message)}\n")
    if result.line is not None:
        text.append(f"solution.py, line {result.line}   {line_key} goes there\n", "dim")
    _append_conversation(text, result)
    _append_comparison(text, result)
    if result.output:
        _heading(text, "It printed")
        text.append(plain(result.output).rstrip("\n") + "\n")
    return text


def _append_conversation(text: Text, result: TestResult) -> None:
    if not result.conversation:
        return
    _heading(text, "Calls and what came")
    if result.omitted:
        text.append(f"  … {result.omitted} earlier calls left out\n", "dim")
    for exchange in result.conversation:
        call, came = plain(exchange.call), plain(exchange.came)
        short = len(call) + len(came) <= _ONE_LINE and "\n" not in call + came
        text.append(f"  {call}")
        text.append(f"  → {came}\n" if short else f"\n    → {came}\n", "cyan")


def _append_comparison(text: Text, result: TestResult) -> None:
    if result.comparison is not None:
        _heading(text, "Compared")
        came, expected = plain(result.comparison.came), plain(result.comparison.expected)
        operator = result.comparison.operator
        marks = differing(came, expected) if operator == "==" else ([], [])
        text.append("  came      ", "dim")
        _append_marked(text, came, "red", marks[0])
        text.append("  expected  ", "dim")
        text.append("" if operator == "==" else f"{plain(operator)} ", "green")
        _append_marked(text, expected, "green", marks[1])
    if result.assertion:
        _heading(text, "In the test")
        text.append(f"  {plain(result.assertion)}\n")


def _append_marked(text: Text, value: str, style: str, marks: list[tuple[int, int]]) -> None:
    """Append a value; what the other has not is reversed, which needs no colour to be seen."""
    shown = Text(value, style)
    for start, end in marks:
        shown.stylize("reverse", start, end)
    text.append_text(shown).append("\n")


def _heading(text: Text, words: str) -> None:
    text.append(f"\n{words}\n", "bold underline")
