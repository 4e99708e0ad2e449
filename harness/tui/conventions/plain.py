"""Text that came from a candidate's program or from a file, made safe to show literally."""

from pathlib import Path

from rich.text import Text

_PICTURES: dict[int, int] = {
    **{code: 0x2400 + code for code in range(0x20)},
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    # Marks that reorder what is read: a program could make its output look like another verdict.
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F), 0xFFFD),
}
_KEEP_LINES = {code: picture for code, picture in _PICTURES.items() if code not in (0x09, 0x0A)}
_KEEP_TABS = {code: picture for code, picture in _PICTURES.items() if code != 0x09}


def plain(text: str) -> str:
    """Return the text with every control character but newline and tab as a visible picture."""
    return text.replace("\r\n", "\n").translate(_KEEP_LINES)


def plain_line(text: str) -> str:
    """Return one line of text, its length kept: columns stay where they were."""
    return text.translate(_KEEP_TABS)


def literal(text: str, style: str = "") -> Text:
    """Return a renderable that shows the text as it is: no markup, no control characters."""
    return Text(plain(text), style=style, tab_size=4)


def shown_path(path: Path) -> str:
    """Return a path as people write it: from ``~`` when it is below their home."""
    try:
        return plain(f"~/{path.relative_to(Path.home())}")
    except ValueError:
        return plain(str(path))


def shortened(text: str, limit: int) -> str:
    """Return one line of at most ``limit`` characters."""
    line = " ".join(plain(text).split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
