"""What an editor does to lines of Python: pure functions on text."""

import re

STEP = "    "
_LEAVES_BLOCK = re.compile(r"\s*(return|pass|break|continue|raise)\b")


def indent_of(line: str) -> str:
    """Return the white space a line begins with."""
    return line[: len(line) - len(line.lstrip(" \t"))]


def next_indent(before_cursor: str) -> str:
    """Return the indent of a line begun with Enter after this text.

    One step deeper after a colon or an open bracket, one step back after a statement that
    leaves its block.
    """
    indent = indent_of(before_cursor)
    code = _without_comment(before_cursor).rstrip()
    if code.endswith((":", "(", "[", "{")):
        return indent + STEP
    if _LEAVES_BLOCK.match(code) and _brackets_closed(code):
        return indent.removesuffix(STEP)
    return indent


def indented(lines: list[str]) -> list[str]:
    """Return the lines one step deeper; empty ones stay empty."""
    return [STEP + line if line.strip() else line for line in lines]


def dedented(lines: list[str]) -> list[str]:
    """Return the lines one step back, as far as each can go."""
    return [_dedented(line) for line in lines]


def comment_toggled(lines: list[str]) -> list[str]:
    """Comment the lines out at their common indent, or in again when all are comments."""
    filled = [line for line in lines if line.strip()]
    if not filled:
        return lines
    if all(line.lstrip().startswith("#") for line in filled):
        return [re.sub(r"# ?", "", line, count=1) if line.strip() else line for line in lines]
    depth = min(len(indent_of(line)) for line in filled)
    return [f"{line[:depth]}# {line[depth:]}" if line.strip() else line for line in lines]


def _dedented(line: str) -> str:
    if line.startswith("\t"):
        return line[1:]
    spaces = len(line) - len(line.lstrip(" "))
    return line[min(spaces, len(STEP)) :]


def _without_comment(line: str) -> str:
    """Cut a trailing comment; a ``#`` inside a string is none."""
    quote = ""
    for place, character in enumerate(line):
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'":
            quote = character
        elif character == "#":
            return line[:place]
    return line


def _brackets_closed(code: str) -> bool:
    return all(code.count(left) <= code.count(right) for left, right in ("()", "[]", "{}"))
