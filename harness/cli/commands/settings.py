"""``harness settings``: where settings are read from, what they are, and what is wrong there."""

from argparse import Namespace
from typing import TYPE_CHECKING

from harness.cli.asking.options import Commands, add_command, add_json_option
from harness.cli.telling.streams import narrate, tell, tell_json
from harness.errors import ExitCode

if TYPE_CHECKING:
    from harness.tui.conventions.settings import Settings


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(commands, "settings", run, "print where settings are and what holds")
    parser.add_argument("--commands", action="store_true", help="list what keys can be given to")
    add_json_option(parser)


def run(args: Namespace) -> int:
    """Print the file's path, then every setting as the file could say it."""
    from harness.tui.conventions.keymap import keymap
    from harness.tui.conventions.settings import read_settings, settings_file

    settings, faults = read_settings()
    given, wrong = keymap(settings.keys)
    settings = settings.model_copy(update={"keys": given})
    for fault in (*faults, *wrong):
        narrate(f"harness: {fault}")
    if args.commands:
        _tell_commands(given, as_json=args.json)
    elif args.json:
        facts = {"file": str(settings_file()), "settings": settings.model_dump()}
        tell_json({**facts, "faults": [*faults, *wrong]})
    else:
        tell(f"# {settings_file()}\n" + "\n".join(_lines(settings)))
    return ExitCode.OK


def _lines(settings: "Settings") -> list[str]:
    """The settings as TOML, each under what it means."""
    import json

    lines = []
    for name, field in type(settings).model_fields.items():
        value = getattr(settings, name)
        lines.append(f"\n# {field.description}")
        if isinstance(value, dict):
            lines.append(f"[{name}]")
            lines.extend(f"{json.dumps(key)} = {json.dumps(each)}" for key, each in value.items())
        else:
            lines.append(f"{name} = {json.dumps(value)}")
    return lines


def _tell_commands(given: dict[str, str], *, as_json: bool) -> None:
    from harness.cli.telling.table import table
    from harness.tui.conventions.commands import TABLE

    rows = [
        (command.id, given.get(command.id, command.keys), place.value, command.help)
        for place, commands in TABLE.items()
        for command in commands
    ]
    head = ("command", "keys", "where", "does")
    if as_json:
        tell_json([dict(zip(head, row, strict=True)) for row in rows])
    else:
        tell(table(head, rows))
