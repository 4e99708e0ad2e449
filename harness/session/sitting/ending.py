"""How a sitting ends by its deadline, whoever looks first and however late."""

from pathlib import Path

from harness.errors import HarnessError
from harness.session.clock import Phase, instant, jump, phase, wall_instant
from harness.session.events import ClockJumped, Finished, Reading, SessionState, Submitted
from harness.session.sitting import workspace
from harness.session.store import SessionLog, Store, source_hash


def note_jump(log: SessionLog, reading: Reading) -> None:
    """Record it when the clocks disagree with what they showed before."""

    def jumped(state: SessionState) -> ClockJumped | None:
        return None if state.end is not None else jump(state, reading)

    log.record(jumped)


def close_if_overdue(log: SessionLog, reading: Reading) -> bool:
    """Record the end of a sitting whose time is up; whether this call was the one."""
    state = log.state
    if state.end is not None or phase(state, instant(state, reading)) is not Phase.TIME_IS_UP:
        return False
    closed = False

    def closing(state: SessionState) -> Finished | None:
        nonlocal closed
        closed = state.end is None and state.closes_at is not None
        if state.end is not None or state.closes_at is None:
            return None
        return Finished(at=state.closes_at, reason="time is up")

    if state.started.grades_last_save:
        _submit_last_save(log, reading)
    log.record(closing)
    return closed


def close_overdue(store: Store, session: str, reading: Reading) -> None:
    """Record the end of a sitting whose time is up; its problem may be gone by now.

    Raises:
        WrongUseError: there is no such sitting.
    """
    log = SessionLog(store, session)
    note_jump(log, reading)
    close_if_overdue(log, reading)


def _submit_last_save(log: SessionLog, reading: Reading) -> None:
    """Submit the file as it was when time was up, unless that very text was submitted last."""
    source = _last_save(log, reading)
    if source is None:
        return

    def submitted(state: SessionState) -> Submitted | None:
        last = state.submissions[-1] if state.submissions else None
        if state.end is not None or state.closes_at is None:
            return None
        if last is not None and (last.at == state.closes_at or last.source_hash == name):
            return None
        return Submitted(
            at=state.closes_at,
            number=len(state.submissions) + 1,
            level=state.level,
            source_hash=name,
            last_save=True,
        )

    name = source_hash(source)
    log.record(submitted, source=source)


def _last_save(log: SessionLog, reading: Reading) -> bytes | None:
    """The file if it has not changed since the deadline, else the last version from before it.

    When a file last changed is told by its inode's own time, which no program can set.
    """
    state = log.state
    if state.closes_at is None:
        return None
    file = Path(state.started.folder) / workspace.SOLUTION
    try:
        changed = file.stat().st_ctime_ns // 1_000_000
        if changed <= wall_instant(state, state.closes_at, reading):
            return workspace.read_source(file)
    except (OSError, HarnessError):
        pass
    kept = [version for version in state.versions if version.at <= state.closes_at]
    return log.source(kept[-1].source_hash) if kept else None
