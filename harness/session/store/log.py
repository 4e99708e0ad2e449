"""SessionLog: the log of one sitting, and the state folded from it so far.

The log is in the store; what the store cannot take, because the disk is full or its folder is
read-only, is kept here in memory and stored as soon as it can be.
"""

from collections.abc import Callable
from dataclasses import dataclass
from threading import RLock
from typing import Self

from harness.session.events import (
    Event,
    Graded,
    ImpossibleEventError,
    Kept,
    SessionState,
    Started,
    Submitted,
    apply,
    fold,
)
from harness.session.store.guarded import StoreError
from harness.session.store.store import LostRaceError, Store, source_hash
from harness.session.summary import standing

Decide = Callable[[SessionState], Event | None]
"""What to append in this state; None is nothing."""

_RACES = 100  # each lost one means that another process made progress


@dataclass(frozen=True)
class _Unsaved:
    """An event that waits for the store."""

    event: Event
    source: bytes | None


class SessionLog:
    """One sitting's log; safe to share between threads, and beside other processes.

    Raises:
        WrongUseError: there is no such sitting.
    """

    def __init__(self, store: Store, session: str) -> None:
        self._set_up(store, session)
        self._events = store.events(session)
        self._state = fold(self._events)

    def _set_up(self, store: Store, session: str) -> None:
        self.store = store
        self.session = session
        self._lock = RLock()
        self._unsaved: list[_Unsaved] = []
        self._trouble = ""
        self._lost_race = False

    @classmethod
    def begin(cls, store: Store, started: Started) -> Self:
        """Begin a new log.

        Raises:
            RefusedError: another sitting that has not ended works in the same folder.
        """
        log = cls.__new__(cls)
        log._set_up(store, started.session)
        log._events = [started]
        log._state = apply(None, started)
        try:
            store.begin(started, standing(log._state))
        except StoreError as error:
            log._keep(started, None, error)
        return log

    @property
    def trouble(self) -> str:
        """Why the latest events are only in memory, in one line; empty when all are stored."""
        with self._lock:
            return self._trouble

    @property
    def state(self) -> SessionState:
        """Where the sitting stands, whichever process brought it there."""
        with self._lock:
            try:
                self._catch_up()
            except StoreError as error:
                self._trouble = str(error)
            return self._state

    @property
    def events(self) -> list[Event]:
        """Every event so far."""
        with self._lock:
            self.state  # noqa: B018 - others may have added some
            return list(self._events)

    def source(self, wanted: str) -> bytes:
        """Return a source by its hash, wherever it is kept."""
        with self._lock:
            for unsaved in self._unsaved:
                if unsaved.source is not None and source_hash(unsaved.source) == wanted:
                    return unsaved.source
        return self.store.source(wanted)

    def record(self, decide: Decide, *, source: bytes | None = None) -> SessionState:
        """Append the event decided on; when another writer was first, decide anew.

        Args:
            decide: chooses the event, or raises, by the state that it will follow.
            source: kept with the event.

        Returns:
            the state after it.

        Raises:
            LostRaceError: others were first a hundred times over.
        """
        with self._lock:
            for _ in range(_RACES):
                state = self.state
                event = decide(state)
                if event is None:
                    return state
                after = apply(state, event)
                try:
                    if self._unsaved:
                        raise StoreError(self._trouble)
                    self.store.append(
                        self.session,
                        len(self._events),
                        event,
                        source=source,
                        standing=standing(after),
                    )
                except LostRaceError:
                    self._lost_race = True
                    continue
                except StoreError as error:
                    self._keep(event, source, error)
                self._events.append(event)
                self._state = after
                return after
        raise LostRaceError(f"Sitting {self.session} is changed by others all the time; try later.")

    def _keep(self, event: Event, source: bytes | None, error: StoreError) -> None:
        self._unsaved.append(_Unsaved(event, source))
        self._trouble = str(error)

    def _catch_up(self) -> None:
        """Take in what others stored, and store what only we have."""
        if self._unsaved or self._lost_race:
            self._miss_what_is_gone()
        self._lost_race = False
        saved = len(self._events) - len(self._unsaved)
        theirs = self.store.events(self.session, after=saved) if saved else []
        if self._unsaved and theirs:
            self._go_after(theirs, saved)
        elif theirs:
            for event in theirs:
                self._state = apply(self._state, event)
            self._events += theirs
        if self._unsaved:
            self._save()
        self._trouble = ""

    def _miss_what_is_gone(self) -> None:
        """The file may have been begun anew, and not all of this log been carried over."""
        saved = len(self._events) - len(self._unsaved)
        count = self.store.count(self.session)
        if count < saved:
            lost = [_Unsaved(event, None) for event in self._events[count:saved]]
            self._unsaved = lost + self._unsaved

    def _go_after(self, theirs: list[Event], saved: int) -> None:
        """Put what is unsaved after what others stored meanwhile."""
        mine, events = self._unsaved, self._events[:saved]
        while theirs and mine and theirs[0] == mine[0].event:  # stored after all
            events.append(theirs.pop(0))
            mine.pop(0)
        events += theirs
        state = fold(events)
        self._unsaved = []
        numbers: dict[int, int] = {}
        for unsaved in mine:
            event = _fitted(unsaved.event, state, numbers)
            try:
                state = apply(state, event)
            except ImpossibleEventError:
                if unsaved.source is None:
                    continue  # what it wished has happened without it, such as a second pause
                event = Kept(
                    at=state.seen_at, source_hash=source_hash(unsaved.source), why="change"
                )
                state = apply(state, event)
            events.append(event)
            self._unsaved.append(_Unsaved(event, unsaved.source))
        self._events, self._state = events, state

    def _save(self) -> None:
        while self._unsaved:
            unsaved = self._unsaved[0]
            place = len(self._events) - len(self._unsaved)
            if isinstance(unsaved.event, Started):
                self.store.begin(unsaved.event, standing(self._state))
            else:
                self.store.append(
                    self.session,
                    place,
                    unsaved.event,
                    source=unsaved.source,
                    standing=standing(self._state),
                )
            self._unsaved.pop(0)


def _fitted(event: Event, state: SessionState, numbers: dict[int, int]) -> Event:
    """The event as it has to be to come after others' submissions: with the next number."""
    if isinstance(event, Submitted):
        number = len(state.submissions) + 1
        numbers[event.number] = number
        at = max(event.at, state.last_at)
        return event.model_copy(update={"number": number, "level": state.level, "at": at})
    if isinstance(event, Graded):
        return event.model_copy(update={"number": numbers.get(event.number, event.number)})
    return event
