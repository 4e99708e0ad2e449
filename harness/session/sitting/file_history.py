"""The history of the person's file: versions kept as they work, any of which can be taken back."""

from pathlib import Path

from harness.catalog.models import SOLUTION_BYTES
from harness.errors import WrongUseError
from harness.session.events import MINUTE, Kept, SessionState, Version
from harness.session.sitting import workspace
from harness.session.store import SessionLog, source_hash


def keep_change(log: SessionLog, source: bytes, at: int) -> bool:
    """Keep this text if it differs from the last version and that is a minute old.

    Returns:
        whether it was kept.
    """
    name = source_hash(source)
    kept = False

    def change(state: SessionState) -> Kept | None:
        nonlocal kept
        last = state.versions[-1] if state.versions else None
        since = last.at if last is not None else state.started.at
        kept = (last is None or last.source_hash != name) and at - since >= MINUTE
        return Kept(at=at, source_hash=name, why="change") if kept else None

    if len(source) <= SOLUTION_BYTES:
        log.record(change, source=source)
    return kept


def keep_handed_over(log: SessionLog, source: bytes, at: int) -> None:
    """Keep what a window saves that has lost the sitting, and that this is how it was saved."""
    name = source_hash(source)

    def kept(state: SessionState) -> Kept | None:
        if state.handed_over == name:
            return None
        return Kept(at=at, source_hash=name, why="handed over")

    log.record(kept, source=source)


def version(state: SessionState, number: int) -> Version:
    """Return the version with this number.

    Raises:
        WrongUseError: there is none.
    """
    if not 1 <= number <= len(state.versions):
        known = f"1 to {len(state.versions)}" if state.versions else "none was kept yet"
        raise WrongUseError(f"There is no version {number} of {workspace.SOLUTION}: {known}.")
    return state.versions[number - 1]


def last_green(state: SessionState) -> Version:
    """Return the last version that passed every test it was run on.

    Raises:
        WrongUseError: none did.
    """
    for candidate in reversed(state.versions):
        if state.green(candidate):
            return candidate
    raise WrongUseError(f"No version of {workspace.SOLUTION} has passed every test yet.")


def restore(log: SessionLog, wanted: Version, at: int) -> Path | None:
    """Make the file this version again, once the text it replaces is kept.

    Returns:
        where the replaced text is, if the store could not take it and it is beside the file.

    Raises:
        WrongUseError: the file as it is now cannot be read or replaced; nothing was changed.
    """
    folder = Path(log.state.started.folder)
    source = log.source(wanted.source_hash)
    beside = None
    while (present := workspace.present_solution(folder)) != source:
        if present is not None:
            _keep(log, present, at, "before restore")
            if log.trouble:
                beside = workspace.copy_beside(folder, present)
        if workspace.replace_solution(folder, present, source):
            break
    _keep(log, source, at, "restored")
    return beside


def _keep(log: SessionLog, source: bytes, at: int, why: str) -> None:
    name = source_hash(source)

    def kept(state: SessionState) -> Kept | None:
        if state.versions and state.versions[-1].source_hash == name:
            return None
        return Kept.model_validate({"at": at, "source_hash": name, "why": why})

    log.record(kept, source=source)
