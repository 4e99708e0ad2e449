"""How a sitting begins: its folder is laid out, then its clock starts."""

from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex

from harness.catalog.models import Problem
from harness.errors import WrongUseError
from harness.session.clock import Clock
from harness.session.events import LevelPlan, Mode, Reading, Started
from harness.session.sitting import workspace
from harness.session.sitting.ending import close_if_overdue
from harness.session.sitting.origin import folder_to_remember
from harness.session.store import SessionLog, Store, demand_unlocked

MINUTES = range(1, 24 * 60 + 1)
"""How long a sitting may be."""


def begin(
    store: Store,
    problem: Problem,
    mode: Mode,
    folder: Path,
    *,
    level: int | None,
    minutes: int | None,
    grades_last_save: bool,
    clock: Clock,
) -> SessionLog:
    """Lay out the folder, start the clock and return the new log.

    Raises:
        RefusedError: the folder holds other work or another running sitting, or the level is
            locked by another sitting.
        WrongUseError: the level or the minutes make no sense, or the folder cannot be written to.
    """
    first = _first_level(problem, mode, level)
    if minutes is None:
        minutes = problem.level(first).pace if mode.one_level else problem.minutes
    if minutes not in MINUTES:
        raise WrongUseError(
            f"A sitting cannot last {minutes} minutes: choose from 1 to {MINUTES[-1]}."
        )
    folder = folder.expanduser().resolve()
    for named in (folder, problem.folder):
        if not str(named).isprintable():
            raise WrongUseError(
                f"{str(named)!r}: a folder's name must be printable text; choose another."
            )
    reading = clock.read()
    demand_unlocked(store, problem, first, reading)
    _close_overdue_in(store, folder, reading)
    store.demand_free(str(folder))
    workspace.lay_out_start(folder, problem, first, starter(problem, mode, first))
    reading = clock.read()
    started = Started(
        at=reading.wall,
        session=_new_id(problem, reading),
        problem=problem.id,
        problem_uuid=problem.uuid,
        problem_version=problem.version,
        package_hash=problem.package_hash(),
        problem_folder=folder_to_remember(problem),
        name=problem.name,
        mode=mode,
        minutes=minutes,
        folder=str(folder),
        levels=plan(problem, mode, first),
        first_level=first,
        grades_last_save=grades_last_save,
        reading=reading,
    )
    return SessionLog.begin(store, started)


def plan(problem: Problem, mode: Mode, first_level: int) -> tuple[LevelPlan, ...]:
    """What a sitting promises: every level, or only one with those it is built on."""
    levels = problem.levels[:first_level] if mode.one_level else problem.levels
    return tuple(
        LevelPlan(
            number=level.number,
            name=level.name,
            points=level.points if level.number >= first_level else 0,
            pace=level.pace,
        )
        for level in levels
    )


def starter(problem: Problem, mode: Mode, first_level: int) -> bytes:
    """The file a sitting starts from."""
    if mode.one_level and first_level > 1:
        return problem.reference(first_level - 1).read_bytes()
    return problem.starter_file.read_bytes()


def _first_level(problem: Problem, mode: Mode, level: int | None) -> int:
    if mode.one_level:
        if level is None:
            raise WrongUseError(
                f"A {mode.name} is about one level: choose it from 1 to {len(problem.levels)} "
                "with `--level`."
            )
        return problem.level(level).number
    if level is not None:
        raise WrongUseError(f"In {mode.name} mode the levels open one by one; leave `--level` out.")
    return 1


def _close_overdue_in(store: Store, folder: Path, reading: Reading) -> None:
    """Record the end of sittings of this folder whose time is up, so that another may start."""
    for entry in store.sittings():
        if entry.finished is None and entry.folder == folder:
            close_if_overdue(SessionLog(store, entry.session), reading)


def _new_id(problem: Problem, reading: Reading) -> str:
    day = datetime.fromtimestamp(reading.wall / 1000, UTC)
    return f"{problem.id}-{day:%Y%m%d-%H%M%S}-{token_hex(3)}"
