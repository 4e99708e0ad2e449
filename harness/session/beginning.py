"""How a sitting begins: its folder is laid out, then its clock starts."""

from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex

from harness.catalog.models import Problem
from harness.errors import WrongUseError
from harness.session import workspace
from harness.session.clock import Clock
from harness.session.events import LevelPlan, Started
from harness.session.log import SessionLog
from harness.session.modes import Mode
from harness.session.store import Store

MINUTES = range(1, 24 * 60 + 1)
"""How long a sitting may be."""


def begin(
    store: Store, problem: Problem, mode: Mode, folder: Path, *, minutes: int, clock: Clock
) -> SessionLog:
    """Lay out the folder, start the clock and return the new log.

    Raises:
        RefusedError: the folder holds other work or another running sitting.
        WrongUseError: the minutes make no sense, or the folder cannot be written to.
    """
    if minutes not in MINUTES:
        raise WrongUseError(
            f"A sitting cannot last {minutes} minutes: choose from 1 to {MINUTES[-1]}."
        )
    folder = folder.expanduser().resolve()
    if not str(folder).isprintable():
        raise WrongUseError(
            f"{str(folder)!r}: a folder's name must be printable text; choose another."
        )
    _close_overdue_in(store, folder, clock.now())
    store.demand_free(str(folder))
    workspace.lay_out_start(folder, problem)
    started = _started(problem, mode, folder, minutes, clock.now())
    store.begin(started)
    return SessionLog(store, started.session)


def _close_overdue_in(store: Store, folder: Path, now: int) -> None:
    """Record the end of sittings of this folder whose time is up, so that another may start."""
    for entry in store.sittings():
        if entry.finished is None and entry.folder == folder:
            SessionLog(store, entry.session).close_if_overdue(now)


def _started(problem: Problem, mode: Mode, folder: Path, minutes: int, at: int) -> Started:
    day = datetime.fromtimestamp(at / 1000, UTC)
    return Started(
        at=at,
        session=f"{problem.id}-{day:%Y%m%d-%H%M%S}-{token_hex(3)}",
        problem=problem.id,
        problem_uuid=problem.uuid,
        problem_version=problem.version,
        package_hash=problem.package_hash(),
        name=problem.name,
        mode=mode,
        minutes=minutes,
        folder=str(folder),
        levels=tuple(
            LevelPlan(number=level.number, name=level.name, points=level.points, pace=level.pace)
            for level in problem.levels
        ),
    )
