"""SessionLog: the log of one sitting in the store, and the state folded from it so far."""

from collections.abc import Callable

from harness.session.clock import Phase, phase
from harness.session.events import Event, Finished
from harness.session.state import SessionState, apply, fold
from harness.session.store import LostRaceError, Store

Decide = Callable[[SessionState], Event | None]
"""What to append in this state; None is nothing."""

_RACES = 100  # each lost one means that another process made progress


class SessionLog:
    """One sitting's log; safe to share between threads, and beside other processes.

    Raises:
        WrongUseError: there is no such sitting.
    """

    def __init__(self, store: Store, session: str) -> None:
        self.store = store
        self.session = session
        self._state = fold(store.events(session))

    @property
    def state(self) -> SessionState:
        """Where the sitting stands, whichever process brought it there."""
        state = self._state
        for event in self.store.events(self.session, after=state.event_count):
            state = apply(state, event)
        self._state = state
        return state

    def record(self, decide: Decide, *, source: bytes | None = None) -> SessionState:
        """Append the event decided on; when another writer was first, decide anew.

        Args:
            decide: chooses the event, or raises, by the state that it will follow.
            source: kept with the event.

        Returns:
            the state after it.
        """
        for _ in range(_RACES):
            state = self.state
            event = decide(state)
            if event is None:
                return state
            after = apply(state, event)
            try:
                self.store.append(self.session, state.event_count, event, source=source)
            except LostRaceError:
                continue
            self._state = after
            return after
        raise LostRaceError(f"Sitting {self.session} is changed by others all the time; try later.")

    def close_if_overdue(self, now: int) -> bool:
        """Record the end of a sitting whose time is up; whether this call was the one."""
        closed = False

        def closing(state: SessionState) -> Finished | None:
            nonlocal closed
            closed = state.end is None and phase(state, now) is Phase.TIME_IS_UP
            if not closed or state.closes_at is None:
                return None
            return Finished(at=state.closes_at, reason="time is up")

        self.record(closing)
        return closed
