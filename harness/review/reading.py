"""Reading: the reference of a level beside the file that a person wrote for it."""

import re
from difflib import SequenceMatcher

from harness.catalog import Problem
from harness.catalog.models import Model
from harness.errors import RefusedError
from harness.review.material import material
from harness.review.snapshots import snapshots
from harness.review.syntax.definitions import SourceFile
from harness.session import Sitting


class Lines(Model):
    """A range of lines, both ends included."""

    first: int
    last: int


class Counterpart(Model):
    """One part of the reference, and what bears its name in the person's file."""

    name: str
    """``KeyValueStore.set``."""
    reference: Lines
    own: Lines | None
    """None when nothing there has that name."""


class Reading(Model):
    """The reference of one level, to read beside one's own."""

    problem: str
    level: int
    remarks: str
    """What the instructor's page says of the level, as Markdown; empty without a page."""
    reference: str
    new_lines: tuple[int, ...]
    """Lines of the reference that the level before did not have."""
    own: str
    """The person's file at the end of that level; empty if they did not come so far."""
    submission: int | None
    """Which submission that is."""
    parts: tuple[Counterpart, ...]


def spoiled_by_reading(sitting: Sitting, level: int) -> str:
    """Say what reading this reference would spoil, as a sentence without its full stop.

    Empty where nothing is lost. Whoever wants to read all the same has to say so first.

    Raises:
        RefusedError: the sitting is not over.
        WrongUseError: there is no such level.
    """
    sitting.problem.level(level)
    if not sitting.summary().phase.over:
        raise RefusedError("The sitting is not over: its references open when it is.")
    again = f"{sitting.problem.name} cannot be sat again without knowing it"
    if level > sitting.state.open_level:
        return f"Level {level} was never opened, and {again}"
    if not sitting.mode.shows_hidden_details:
        return f"This was an exam, and {again}"
    return ""


def demand_readable(sitting: Sitting, level: int, *, confirmed: bool) -> None:
    """Check that reading a reference spoils nothing that the person wants to keep.

    Raises:
        RefusedError: the sitting is not over; or it was an exam, or the level was never opened,
            and nobody confirmed.
        WrongUseError: there is no such level.
    """
    spoiled = spoiled_by_reading(sitting, level)
    if spoiled and not confirmed:
        raise RefusedError(f"{spoiled}: add `--yes` to read on.")


def reading(sitting: Sitting, level: int) -> Reading:
    """Lay the reference of a level beside the person's file."""
    problem = sitting.problem
    text = problem.reference(level).read_text(encoding="utf-8")
    end = next((each for each in snapshots(material(sitting)) if each.level == level), None)
    own = end.source if end is not None and end.attempt is not None else None
    return Reading(
        problem=problem.id,
        level=level,
        remarks=_remarks(problem, level),
        reference=text,
        new_lines=_new_lines(problem, level, text),
        own="\n".join([*own.lines, ""]) if own else "",
        submission=end.attempt.number if own and end and end.attempt else None,
        parts=_parts(SourceFile(text), own),
    )


def _remarks(problem: Problem, level: int) -> str:
    page = problem.instructor_page
    if not page.is_file():
        return ""
    section = re.search(
        rf"^### Level {level}\b[^\n]*\n(.*?)(?=^#|\Z)",
        page.read_text(encoding="utf-8", errors="replace"),
        flags=re.MULTILINE | re.DOTALL,
    )
    return section[1].strip() if section else ""


def _new_lines(problem: Problem, level: int, text: str) -> tuple[int, ...]:
    if level == 1:
        return ()
    before = problem.reference(level - 1).read_text(encoding="utf-8").splitlines()
    matcher = SequenceMatcher(None, before, text.splitlines(), autojunk=False)
    return tuple(
        line + 1
        for what, _, _, first, last in matcher.get_opcodes()
        if what in ("insert", "replace")
        for line in range(first, last)
    )


def _parts(reference: SourceFile, own: SourceFile | None) -> tuple[Counterpart, ...]:
    named = {each.name: each for each in own.definitions()} if own else {}
    return tuple(
        Counterpart(
            name=each.name,
            reference=Lines(first=each.first_line, last=each.last_line),
            own=Lines(first=here.first_line, last=here.last_line)
            if (here := named.get(each.name))
            else None,
        )
        for each in reference.definitions()
    )
