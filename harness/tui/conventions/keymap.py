"""Other keys for commands: what settings ask for, checked against the table of commands."""

import unicodedata
from collections.abc import Mapping

from textual.keys import KEY_NAME_REPLACEMENTS, Keys

from harness.tui.conventions.commands import COMMANDS, TABLE, Place

_LISTS = "`harness settings --commands`"
_MODIFIERS = {"ctrl", "alt", "shift", "super", "meta", "hyper"}
_NAMED = {key.value.rpartition("+")[2] for key in Keys} | set(KEY_NAME_REPLACEMENTS.values())
"""Keys that have a name; all others are characters."""
_ARRIVE_AS = {"alt+b": "ctrl+left", "alt+f": "ctrl+right", "alt+enter": "enter"}
"""Keys that nobody can tell from others: terminals send the same for both."""
_WITHIN = {Place.STATEMENT, Place.CODE, Place.FIND, Place.LINE, Place.TESTS}
"""Places inside a sitting, where its own keys work too."""


def keymap(keys: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the keys that can be given, and a line for each that cannot."""
    given: dict[str, str] = {}
    faults = []
    for id_, wanted in keys.items():
        names = [name.strip() for name in wanted.split(",") if name.strip()]
        if id_ not in COMMANDS:
            faults.append(f"`keys.{id_}` names no command; {_LISTS} lists them.")
        elif not names:
            faults.append(f"`keys.{id_}` names no key; {COMMANDS[id_].keys} stays.")
        elif unknown := [name for name in names if not _is_key(name)]:
            faults.append(f"`keys.{id_}`: {unknown[0]} is no key; {COMMANDS[id_].keys} stays.")
        elif mistaken := next((name for name in names if name in _ARRIVE_AS), ""):
            arrives = f"a terminal sends {mistaken} as {_ARRIVE_AS[mistaken]}"
            faults.append(f"`keys.{id_}`: {arrives}; {COMMANDS[id_].keys} stays.")
        elif taken := _taken(id_, names, {**keys, **given}):
            faults.append(f"`keys.{id_}`: {taken}; {COMMANDS[id_].keys} stays.")
        else:
            given[id_] = ",".join(names)
    return given, tuple(faults)


def whole(given: Mapping[str, str]) -> dict[str, str]:
    """Return every command's keys once any is given others.

    Textual puts what it gives another key behind all that stays: so everything is given one, and
    footer, palette and help keep the order of the table.
    """
    return {**{command.id: command.keys for command in COMMANDS.values()}, **given} if given else {}


def _taken(id_: str, names: list[str], keys: Mapping[str, str]) -> str:
    """Say which other command answers one of these keys in the same place."""
    new = set(names) - _split(COMMANDS[id_].keys)
    for other in COMMANDS.values():
        if other.id != id_ and _together(_place_of(id_), _place_of(other.id)):
            for name in sorted(new & _split(keys.get(other.id, other.keys))):
                return f"{name} belongs to {other.id}"
    return ""


def _is_key(name: str) -> bool:
    """Tell whether a terminal could ever send this, with modifiers before it or without."""
    *modifiers, key = name.split("+")
    if not set(modifiers) <= _MODIFIERS:
        return False
    if len(key) == 1 or key in _NAMED:
        return True
    try:
        unicodedata.lookup(key.replace("_", " "))  # as in ``number_sign``
    except KeyError:
        return False
    return True


def _split(keys: str) -> set[str]:
    return {name.strip() for name in keys.split(",")}


def _together(one: Place, other: Place) -> bool:
    """Tell whether the keys of two places work at the same time."""
    pair = {one, other}
    return (
        one == other or Place.EVERYWHERE in pair or (Place.SITTING in pair and bool(pair & _WITHIN))
    )


def _place_of(id_: str) -> Place:
    return next(
        place for place, commands in TABLE.items() if any(each.id == id_ for each in commands)
    )
