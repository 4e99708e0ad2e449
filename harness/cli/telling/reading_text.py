"""A reference to read beside one's own file, as text."""

from textwrap import fill
from typing import TYPE_CHECKING

from harness.cli.telling.table import table

if TYPE_CHECKING:
    from harness.review.reading import Counterpart, Lines, Reading

_WIDTH = 80


def reading_text(reading: "Reading") -> str:
    """Lay a reading out: the instructor's remarks, the reference, and where yours says the same."""
    name = f"{reading.problem}, level {reading.level}"
    blocks = [f"Reference of {name}"]
    if reading.remarks:
        paragraphs = reading.remarks.split("\n\n")
        blocks.append("\n\n".join(fill(text, _WIDTH) for text in paragraphs))
    if reading.new_lines:
        blocks.append(f"Lines with + are new since level {reading.level - 1}.")
    blocks.append(_numbered(reading.reference, frozenset(reading.new_lines)))
    if reading.submission is None:
        blocks.append("You submitted nothing for this level.")
    else:
        blocks.append(_beside(reading))
        blocks.append(
            f"Yours, submission {reading.submission}\n\n{_numbered(reading.own, frozenset())}"
        )
    return "\n\n".join(blocks)


def _numbered(text: str, new: frozenset[int]) -> str:
    return "\n".join(
        f"{number:4} {'+' if number in new else ' '} {line}".rstrip()
        for number, line in enumerate(text.splitlines(), start=1)
    )


def _beside(reading: "Reading") -> str:
    rows = [_row(part) for part in reading.parts]
    return table(("part", "reference", "yours"), rows, right={1, 2})


def _row(part: "Counterpart") -> tuple[str, str, str]:
    return (part.name, _range(part.reference), _range(part.own) if part.own else "-")


def _range(lines: "Lines") -> str:
    return f"{lines.first}-{lines.last}"
