"""Other keys for commands: what settings ask for, checked against the table of commands."""

from collections.abc import Mapping

from harness.tui.commands import COMMANDS, TABLE, Place

_BESIDE = {Place.EVERYWHERE, Place.SITTING}
"""Places whose keys work inside other places too."""


def keymap(keys: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the keys that can be given, and a line for each that cannot."""
    given: dict[str, str] = {}
    faults = []
    for id_, wanted in keys.items():
        names = [name.strip() for name in wanted.split(",") if name.strip()]
        if id_ not in COMMANDS:
            faults.append(f"`keys.{id_}` names no command; F1 in the screens lists them.")
        elif not names:
            faults.append(f"`keys.{id_}` names no key; {COMMANDS[id_].keys} stays.")
        elif taken := _taken(id_, names, {**keys, **given}):
            faults.append(f"`keys.{id_}`: {taken}; {COMMANDS[id_].keys} stays.")
        else:
            given[id_] = ",".join(names)
    return given, tuple(faults)


def _taken(id_: str, names: list[str], keys: Mapping[str, str]) -> str:
    """Say which other command answers one of these keys in the same place."""
    place = _place_of(id_)
    for other in COMMANDS.values():
        elsewhere = _place_of(other.id)
        together = place == elsewhere or place in _BESIDE or elsewhere in _BESIDE
        if other.id == id_ or not together:
            continue
        theirs = {name.strip() for name in keys.get(other.id, other.keys).split(",")}
        for name in names:
            if name in theirs:
                return f"{name} belongs to {other.id}"
    return ""


def _place_of(id_: str) -> Place:
    return next(
        place for place, commands in TABLE.items() if any(each.id == id_ for each in commands)
    )
