"""What a new problem and a new level begin as: real files, with places for an author's words."""

from importlib.resources import files
from string import Template


def filled(name: str, /, **words: object) -> str:
    """Return a template's text with its ``$words`` replaced.

    Args:
        name: its path in this folder, without the ending ``.tmpl``.
        words: what each place becomes.
    """
    template = files(__package__).joinpath(f"{name}.tmpl").read_text(encoding="utf-8")
    return Template(template).substitute(words)
