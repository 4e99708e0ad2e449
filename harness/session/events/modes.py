"""Modes: what a kind of sitting allows, as data that the rest of the room reads."""

from collections.abc import Mapping
from types import MappingProxyType

from harness.catalog.models import Model


class Mode(Model):
    """What one kind of sitting allows; nothing ever asks for a mode by its name."""

    name: str
    summary: str
    """One line for the person who chooses."""
    pausable: bool
    """Whether the clock may be stopped."""
    levels_locked: bool
    """Whether a level stays hidden until all before it pass."""
    shows_hidden_details: bool
    """Whether a failing hidden test tells what it called and expected."""
    offers_hints: bool = False
    """Whether hints may be asked for."""
    one_level: bool = False
    """Whether it is about one level alone: begun from the reference of the level before, as long
    as that level's pace, and scored by that level."""


MODES: Mapping[str, Mode] = MappingProxyType(
    {
        mode.name: mode
        for mode in (
            Mode(
                name="exam",
                summary="The clock never stops; hidden tests tell only their names.",
                pausable=False,
                levels_locked=True,
                shows_hidden_details=False,
            ),
            Mode(
                name="practice",
                summary="The clock can pause; every failing test is shown in full.",
                pausable=True,
                levels_locked=True,
                shows_hidden_details=True,
                offers_hints=True,
            ),
            Mode(
                name="drill",
                summary="One level, from the reference of the level before, in its own time.",
                pausable=True,
                levels_locked=True,
                shows_hidden_details=True,
                offers_hints=True,
                one_level=True,
            ),
        )
    }
)
"""Every mode by name; the first is the one a sitting has unless told otherwise."""
