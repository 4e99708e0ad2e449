"""Settings: what a person wants of the screens, read from one TOML file; wrong lines are told."""

import os
import tomllib
from pathlib import Path
from typing import Any, Literal

from platformdirs import user_config_path
from pydantic import BaseModel, ConfigDict, Field, ValidationError

_EVERY_KEY = "docs/settings.md lists every key"


class Settings(BaseModel):
    """What the file may say; `harness settings` prints what holds."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    theme: str = Field("dark", description="dark, light, or the name of any theme of Textual.")
    editor: Literal["inside", "outside"] = Field(
        "inside", description="outside opens a sitting in $VISUAL or $EDITOR."
    )
    mouse: bool = Field(True, description="Whether the mouse is used; `--no-mouse` overrules.")
    animation: bool = Field(False, description="Whether anything moves by itself.")
    questions: bool = Field(True, description="Whether a new sitting begins with three questions.")
    problems: list[str] = Field(
        default_factory=list,
        description="Further folders of problems; `~` is your home, others lie beside this file.",
    )
    keys: dict[str, str] = Field(
        default_factory=dict,
        description="Other keys for a command, by its id: 'sitting.run' = 'f5,ctrl+r'.",
    )


def settings_file() -> Path:
    """Where settings are read from: ``$HARNESS_CONFIG``, or where the platform keeps such files."""
    named = os.environ.get("HARNESS_CONFIG")
    if named:
        return Path(named).expanduser()
    return user_config_path("progressive-harness") / "settings.toml"


def problem_folders(settings: Settings) -> list[Path]:
    """The further folders of problems that a person named."""
    beside = settings_file().parent
    return [beside / Path(named).expanduser() for named in settings.problems]


def read_settings(file: Path | None = None) -> tuple[Settings, tuple[str, ...]]:
    """Read the file; whatever cannot be understood keeps its default.

    Args:
        file: what to read; ``settings_file()`` by default. A missing one says nothing.

    Returns:
        the settings that hold, and a line for each thing in the file that does not.
    """
    file = file or settings_file()
    try:
        if file.exists() and not file.is_file():
            return Settings(), (f"{file}: is not a file; the defaults hold.",)
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, UnicodeDecodeError) as error:
        return Settings(), (f"{file}: cannot be read ({error}); the defaults hold.",)
    except tomllib.TOMLDecodeError as error:
        return Settings(), (f"{file}: is not TOML ({error}); the defaults hold.",)
    return _understood(content, file)


def _understood(content: dict[str, Any], file: Path) -> tuple[Settings, tuple[str, ...]]:
    """Take what is right of the content and tell the rest."""
    faults = []
    try:
        return Settings(**content), ()
    except ValidationError as error:
        for wrong in error.errors():
            place = [str(step) for step in wrong["loc"]]
            why = (
                f"is no setting; {_EVERY_KEY}"
                if wrong["type"] == "extra_forbidden"
                else f"{wrong['msg'][0].lower()}{wrong['msg'][1:]}; its default holds"
            )
            faults.append(f"{file}: `{'.'.join(place)}` {why}.")
            _remove(content, place)
    return Settings(**content), tuple(faults)


def _remove(content: dict[str, Any], place: list[str]) -> None:
    """Take out what is wrong; of a list, all of it."""
    table = content
    for step in place[:-1]:
        inside = table.get(step, {})
        if not isinstance(inside, dict):
            table.pop(step)
            return
        table = inside
    table.pop(place[-1], None)
