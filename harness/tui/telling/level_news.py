"""What is new in a level that has just opened, in one screen: made of its statement."""

import re

from rich.text import Text

from harness.catalog import Level
from harness.tui.conventions.plain import plain

_SIGNATURE = re.compile(r"^`(\w+\(.*)`$", re.MULTILINE)
_MOST_METHODS = 8


def level_news(level: Level, key: str) -> Text:
    """Say what opened, what it is worth and what it asks for; the key shows all of it."""
    text = Text.assemble((f"Level {level.number} is open: {plain(level.name)}", "bold green"))
    text.append(f"\n{level.points} points · guide {level.pace} min · {key} shows the statement\n")
    first = _first_paragraph(level.statement)
    if first:
        text.append(f"\n{plain(first)}\n")
    methods = _SIGNATURE.findall(level.statement)
    if methods:
        text.append("\nNew methods\n", "bold underline")
        for method in methods[:_MOST_METHODS]:
            text.append(f"  {plain(method)}\n")
    text.append("\nYour code stays; what passed must go on passing.\n", "dim")
    return text


def _first_paragraph(statement: str) -> str:
    paragraphs = (part.strip() for part in statement.split("\n\n"))
    words = next((part for part in paragraphs if part and not part.startswith("#")), "")
    return words.replace("**", "").replace("`", "")
