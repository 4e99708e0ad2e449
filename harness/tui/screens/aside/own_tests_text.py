"""How a person's own tests are told: a symbol, a word, and whatever they said."""

from typing import TYPE_CHECKING

from rich.text import Text

from harness.tui.conventions.plain import plain, shortened
from harness.tui.running.own_runs import OWN_TESTS

if TYPE_CHECKING:
    from harness.grading.own_tests import OwnTest, OwnTestsReport

_LOOKS = {
    "passed": ("✓", "green"),
    "failed": ("✗", "red"),
    "skipped": ("-", "bright_black"),
    "not ended": ("!", "yellow"),
    "not run": ("·", "bright_black"),
}


def row(test: "OwnTest") -> Text:
    """Return a test in a line."""
    symbol, style = _LOOKS[test.outcome]
    text = Text.assemble((f"{symbol} {test.outcome:<9} ", f"bold {style}"))
    return text.append(shortened(test.name, 80))


def page(test: "OwnTest") -> Text:
    """Return all that is known of a test; nothing of it is read as markup."""
    symbol, style = _LOOKS[test.outcome]
    text = Text(tab_size=4)
    text.append(f"{symbol} {test.outcome}\n", f"bold {style}")
    text.append(f"{plain(test.name)}\n", "bold")
    if test.line is not None:
        text.append(f"{OWN_TESTS}, line {test.line}\n", "dim")
    if test.message:
        text.append(f"\n{plain(test.message)}\n")
    if test.detail:
        text.append("\nWhat pytest shows\n", "bold underline")
        text.append(plain(test.detail).rstrip("\n") + "\n")
    if test.output:
        text.append("\nIt printed\n", "bold underline")
        text.append(plain(test.output).rstrip("\n") + "\n")
    return text


def ending(report: "OwnTestsReport") -> str:
    """Return how a run came out, in a line or two."""
    if report.message:
        return plain(report.message)
    if not report.tests:
        return f"{OWN_TESTS} has no tests: name functions `test_…`."
    if report.all_passed:
        return "All of your own tests pass. Nothing of this is scored."
    return "None of your own tests failed, but not all of them passed."
