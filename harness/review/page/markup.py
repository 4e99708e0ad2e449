"""Markup: elements whose text cannot become anything but text."""

import unicodedata
from html import escape


class Markup(str):
    """Text that is HTML already; everything else is escaped, so no escape can be forgotten."""

    __slots__ = ()


def element(name: str, *content: Markup | str, **attributes: str | float) -> Markup:
    """Write an element; text in it and in its attributes is escaped.

    Args:
        name: its tag.
        content: markup from this module as it is, any other text escaped.
        attributes: ``class_`` stands for ``class``, ``aria_label`` for ``aria-label``.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{text(_plain(value))}"'
        for key, value in attributes.items()
    )
    inside = "".join(part if isinstance(part, Markup) else text(part) for part in content)
    return Markup(f"<{name}{written}>{inside}</{name}>")


def joined(*parts: Markup) -> Markup:
    """Put elements after each other."""
    return Markup("".join(parts))


def text(plain: str) -> str:
    """Escape text; a control character, such as code may hold, is shown and not obeyed."""
    return escape(
        "".join(
            character
            if character in "\n\t" or unicodedata.category(character) not in {"Cc", "Cf", "Cs"}
            else character.encode("unicode_escape").decode("ascii")
            for character in plain
        )
    )


def _plain(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:g}"
