"""Acts: what a person does to a sitting besides submitting, each allowed or refused by its state.

Every ``now`` is an instant of the sitting's own time, taken once its deadline was looked at.
"""

from collections.abc import Mapping

from harness.errors import RefusedError
from harness.session.clock import Phase, phase
from harness.session.events import DesignNoted, Finished, Paused, Resumed, SessionState
from harness.session.store import SessionLog

_REFUSALS: Mapping[Phase, str] = {
    Phase.PAUSED: "The clock stands: `harness resume` lets it run again.",
    Phase.FINISHED: "The sitting is finished: `harness status` shows how it ended; "
    "`submit --overtime` grades apart from it, without a score.",
    Phase.TIME_IS_UP: "Time is up: `harness status` shows how the sitting ended; "
    "`submit --overtime` grades apart from it, without a score.",
}


def demand_running(state: SessionState, now: int) -> None:
    """Check that the clock runs.

    Raises:
        RefusedError: it stands, or the sitting is over.
    """
    current = phase(state, now)
    if current is not Phase.RUNNING:
        raise RefusedError(_REFUSALS[current])


def pause(log: SessionLog, now: int) -> None:
    """Stop the clock.

    Raises:
        RefusedError: the mode has no pauses, the clock stands, or the sitting is over.
    """

    def paused(state: SessionState) -> Paused:
        if not state.mode.pausable:
            raise RefusedError(f"In {state.mode.name} mode the clock never stops.")
        demand_running(state, now)
        return Paused(at=max(now, state.last_at))

    log.record(paused)


def resume(log: SessionLog, now: int) -> None:
    """Let a stopped clock go on.

    Raises:
        RefusedError: the clock is running, or the sitting is over.
    """

    def resumed(state: SessionState) -> Resumed:
        if not state.paused:
            demand_running(state, now)
            raise RefusedError("The clock is running already.")
        return Resumed(at=max(now, state.last_at))

    log.record(resumed)


def finish(log: SessionLog, now: int) -> None:
    """End the sitting.

    Raises:
        RefusedError: it is over already.
    """

    def finished(state: SessionState) -> Finished:
        if not state.paused:
            demand_running(state, now)
        return Finished(at=max(now, state.last_at), reason="finished")

    log.record(finished)


def note_design(log: SessionLog, answers: tuple[str, str, str], now: int) -> None:
    """Record what the person thought of their design before the code.

    Raises:
        RefusedError: the sitting is over.
    """

    def noted(state: SessionState) -> DesignNoted:
        if not state.paused:
            demand_running(state, now)
        return DesignNoted(at=now, answers=answers)

    log.record(noted)
