"""Kit: what every screen is given, so that none reaches for the machine by itself."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from tempfile import gettempdir

from harness.catalog import Catalog, Problem
from harness.session import Clock, Store
from harness.tui.conventions.commands import COMMANDS, shown_key
from harness.tui.conventions.keymap import keymap
from harness.tui.conventions.settings import Settings
from harness.tui.files.editor_memory import EditorMemory
from harness.tui.running.judge import MakeGrader, real_grader
from harness.tui.running.own_runs import MakeOwnTests, real_own_tests


def _other_folders() -> Iterator[Path]:
    yield Path.home()
    with suppress(OSError):  # there need be none that takes anything
        yield Path(gettempdir())


@dataclass(frozen=True)
class Kit:
    """The surroundings of the screens; tests hand in their own."""

    catalog: Catalog
    store: Store
    clock: Clock
    sittings_folder: Path = field(default_factory=lambda: Path.home() / "harness-sittings")
    """New sittings get a folder in here."""
    elsewhere: tuple[Path, ...] = field(default_factory=lambda: tuple(_other_folders()))
    """Where what is typed may be kept should the sitting's own folder take nothing."""
    make_grader: MakeGrader = real_grader
    make_own_tests: MakeOwnTests = real_own_tests
    poll_seconds: float = 0.5
    """How often ``solution.py`` is looked at for a save from outside."""
    autosave_seconds: float = 1.0
    """How long a pause in typing is before the text is saved."""
    version_seconds: float = 10.0
    """How often the session is asked whether a version of the file is due."""

    settings: Settings = field(default_factory=Settings)
    faults: tuple[str, ...] = ()
    """What of the settings could not be understood, a line each."""

    @cached_property
    def keymap(self) -> dict[str, str]:
        """Other keys for commands, as far as settings give them."""
        return keymap(self.settings.keys)[0]

    def key(self, command: str) -> str:
        """Return the first key of a command as keyboards print it."""
        return self.keys(command)[0]

    def keys(self, command: str) -> list[str]:
        """Return the keys of a command as keyboards print them."""
        return list(map(shown_key, self.keymap.get(command, COMMANDS[command].keys).split(",")))

    def editor_memory(self, session: str) -> EditorMemory:
        """Return where a sitting's editor keeps cursor and undo: beside the store."""
        return EditorMemory(self.store.file.parent / "editing" / f"{session}.json")

    def new_folder(self, problem: Problem) -> Path:
        """Return a folder for a new sitting, one that does not exist yet."""
        stamp = self.local_time().strftime("%Y%m%d-%H%M")
        name = f"{problem.id.replace('_', '-')}-{stamp}"
        folder = self.sittings_folder / name
        number = 2
        while folder.exists():
            folder = self.sittings_folder / f"{name}-{number}"
            number += 1
        return folder

    def local_time(self, instant: int | None = None) -> datetime:
        """Return an instant in milliseconds, or now, as the person's wall clock shows it."""
        at = self.clock.now() if instant is None else instant
        return datetime.fromtimestamp(at / 1000).astimezone()
