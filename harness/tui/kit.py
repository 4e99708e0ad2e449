"""Kit: what every screen is given, so that none reaches for the machine by itself."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from harness.catalog import Catalog, Problem
from harness.session import Clock, Store
from harness.tui.judge import MakeGrader, real_grader


@dataclass(frozen=True)
class Kit:
    """The surroundings of the screens; tests hand in their own."""

    catalog: Catalog
    store: Store
    clock: Clock
    sittings_folder: Path = field(default_factory=lambda: Path.home() / "harness-sittings")
    """New sittings get a folder in here."""
    make_grader: MakeGrader = real_grader
    poll_seconds: float = 0.5
    """How often ``solution.py`` is looked at for a save from outside."""
    autosave_seconds: float = 1.0
    """How long a pause in typing is before the text is saved."""

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
