"""Which sitting is meant: by its folder, or because no other is running."""

from pathlib import Path

from harness.catalog.models import Problem
from harness.errors import RefusedError, WrongUseError
from harness.session.clock import instant, phase
from harness.session.events import Reading, SessionState, fold
from harness.session.store.rows import Entry
from harness.session.store.store import Store


def running(store: Store, reading: Reading) -> list[SessionState]:
    """Return the states of all sittings that are not over at this instant, newest first."""
    states = [
        fold(store.events(entry.session)) for entry in store.sittings() if entry.finished is None
    ]
    return [state for state in states if not phase(state, instant(state, reading)).over]


def restrictions(store: Store, problem: Problem, reading: Reading) -> list[SessionState]:
    """Return the running sittings of this problem, whose modes say what may be shown of it."""
    return [
        state for state in running(store, reading) if state.started.problem_uuid == problem.uuid
    ]


def demand_unlocked(store: Store, problem: Problem, level: int, reading: Reading) -> None:
    """Check that no running sitting keeps this level of the problem locked.

    Raises:
        RefusedError: one does.
    """
    for state in restrictions(store, problem, reading):
        if level > state.level:
            raise RefusedError(
                f"Level {level} of {problem.id} is locked: a running {state.mode.name} in "
                f"{state.started.folder} has opened level {state.level} only; "
                "`harness finish` ends it."
            )


def find_session(store: Store, folder: Path, reading: Reading, *, exact: bool = False) -> str:
    """Return the id of the sitting that a command given in this folder means.

    That is the folder's own, or its nearest parent's: the one still open, else the last one.
    Elsewhere it is the only running one.

    Args:
        store: where to look.
        folder: where the person is, or the folder they named.
        reading: what the clocks show.
        exact: whether they named this very folder.

    Raises:
        WrongUseError: none is meant, or several could be.
    """
    entries = store.sittings()
    place = folder.resolve()
    for candidate in [place] if exact else [place, *place.parents]:
        here = [entry for entry in entries if entry.folder == candidate]
        if here:
            return _most_alive(here).session
    if exact:
        raise WrongUseError(
            f"{place}: no sitting works in this folder; `harness resume --list` lists them."
        )
    states = running(store, reading)
    if not states:
        raise WrongUseError("No sitting is running: `harness start PROBLEM` begins one.")
    if len(states) > 1:
        folders = ", ".join(state.started.folder for state in states)
        raise WrongUseError(f"{len(states)} sittings are running: choose by `--dir` from {folders}")
    return states[0].started.session


def _most_alive(entries: list[Entry]) -> Entry:
    return next((entry for entry in entries if entry.finished is None), entries[0])
