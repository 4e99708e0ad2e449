"""What is at a place of a review: the source of a submission, a version, a test's own story."""

from dataclasses import dataclass

from rich.text import Text

from harness.review import Place, material
from harness.session import Attempt, Sitting
from harness.tui.conventions.plain import plain
from harness.tui.kit import Kit
from harness.tui.widgets.verdicts.test_detail import page

_OWN_TESTS = "my_tests.py"


@dataclass(frozen=True)
class Shown:
    """What to show of a place."""

    note: Text
    """What to say above the code."""
    source: str = ""
    marked: tuple[int, ...] = ()
    """The lines it is about; none when it is about all of them."""
    first_line: int = 1
    is_test: bool = False
    """Whether the note tells a test, which is read before the code."""


def shown(place: Place, sitting: Sitting, kit: Kit) -> Shown:
    """Look a place up.

    Raises:
        HarnessError: it is in another sitting, and that one cannot be read.
    """
    if place.session and place.session != sitting.id:
        sitting = Sitting.open(kit.store, place.session, kit.catalog, clock=kit.clock)
    attempt = _attempt(place, sitting)
    if attempt is not None and place.file in ("", "solution.py"):
        return _submission(place, sitting, attempt, kit.key("evidence.lines"))
    marked = _lines(place)
    source = _saved(place, sitting)
    if place.excerpt and not _holds(source, place):
        return Shown(Text(plain(place.text)), place.excerpt, marked, place.first_line or 1)
    return Shown(Text(plain(place.text)), source, marked)


def _attempt(place: Place, sitting: Sitting) -> Attempt | None:
    submissions = sitting.state.submissions
    return next((each for each in submissions if each.number == place.submission), None)


def _submission(place: Place, sitting: Sitting, attempt: Attempt, line_key: str) -> Shown:
    source = _text(sitting.submitted(attempt))
    note = _standing(attempt)
    tests = attempt.report.tests if attempt.report else ()
    test = next((each for each in tests if each.id == place.test), None)
    if test is None:
        return Shown(note, source, _lines(place))
    note.append("\n\n")
    withheld = not sitting.mode.shows_hidden_details
    note.append_text(page(test, withheld=withheld, line_key=line_key))
    told = sitting.mode.shows_hidden_details or test.kind == "sample"
    line = (test.line,) if test.line is not None and told else ()
    return Shown(note, source, _lines(place) or line, is_test=True)


def _standing(attempt: Attempt) -> Text:
    text = Text.assemble((f"submission {attempt.number}, level {attempt.level}", "bold"))
    if attempt.report is not None:
        passed = sum(test.accepted for test in attempt.report.tests)
        verdict = attempt.report.verdict.value
        text.append(f": {passed} of {len(attempt.report.tests)} tests, {verdict}")
    return text


def _saved(place: Place, sitting: Sitting) -> str:
    """The text of a file that was not submitted; empty where nobody has it.

    A file of the problem is none of them: of a reference only what the review quotes is shown.
    """
    if place.file == _OWN_TESTS:
        own_tests = material(sitting).own_tests
        return _text(own_tests) if own_tests is not None else ""
    if place.file == "solution.py" and place.second is not None:
        second = material(sitting).second
        for version in sitting.versions():
            if second(version.at) == place.second:
                return _text(sitting.source(version))
    return ""


def _holds(source: str, place: Place) -> bool:
    """Whether the lines of the place still say what the review quotes."""
    if place.first_line is None or place.last_line is None:
        return bool(source)
    there = source.splitlines()[place.first_line - 1 : place.last_line]
    start = place.excerpt.splitlines()[0].strip()
    return any(start in line for line in there)


def _lines(place: Place) -> tuple[int, ...]:
    if place.first_line is None or place.last_line is None:
        return ()
    return tuple(range(place.first_line, place.last_line + 1))


def _text(source: bytes) -> str:
    return source.decode("utf-8-sig", "replace")
