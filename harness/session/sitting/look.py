"""Look: what can be seen of a sitting, by whoever works in it and whoever looks on."""

from pathlib import Path

from harness.catalog.models import Problem
from harness.session.clock import Clock, Mark, instant, marks
from harness.session.events import Attempt, Mode, SessionState, Version
from harness.session.sitting import file_history, hints, workspace
from harness.session.sitting.beginning import starter
from harness.session.sitting.claim import Claim
from harness.session.sitting.ending import note_jump
from harness.session.sitting.hints import Hint
from harness.session.store import Holder, SessionLog, StoreError, source_hash
from harness.session.summary import Summary, summarize


class Look:
    """A sitting as it can be seen; nothing here is an act of the person's.

    Safe to use from several threads, and beside other processes that use the same store.
    """

    def __init__(self, log: SessionLog, problem: Problem, clock: Clock) -> None:
        self.problem = problem
        self._log = log
        self._clock = clock
        self._started = log.state.started
        self._claim = Claim(log.store, self._started.session)

    @property
    def id(self) -> str:
        """The sitting's id in the store."""
        return self._started.session

    @property
    def folder(self) -> Path:
        """The person's folder."""
        return Path(self._started.folder)

    @property
    def mode(self) -> Mode:
        """What this sitting allows."""
        return self._started.mode

    @property
    def state(self) -> SessionState:
        """Where the sitting stands, whichever process brought it there."""
        return self._log.state

    @property
    def trouble(self) -> str:
        """Why what happened last is only in memory, in one line; empty when all is stored.

        The sitting goes on all the same, and stores it as soon as it can.
        """
        return self._log.trouble

    def demand_stored(self) -> None:
        """Check that all that happened is on the disk, as the end of a command must.

        Raises:
            StoreError: it is not.
        """
        if trouble := self.trouble:
            raise StoreError(f"Not recorded: {trouble}")

    @property
    def starter(self) -> bytes:
        """The file the sitting began with."""
        started = self._started
        return starter(self.problem, started.mode, started.first_level)

    def submitted(self, attempt: Attempt) -> bytes:
        """Return the source of a submission."""
        return self._log.source(attempt.source_hash)

    def now(self) -> int:
        """The sitting's own time: milliseconds since the Unix epoch, however clocks are set."""
        return instant(self.state, self._clock.read())

    def summary(self) -> Summary:
        """Say where the sitting stands now; a jump of the clocks since the last look is noted."""
        note_jump(self._log, self._clock.read())
        return summarize(self.state, self.now())

    def marks(self) -> frozenset[Mark]:
        """Every mark of pace and time that has been passed; who shows them tells the new ones."""
        return marks(self.state, self.now())

    @property
    def holder(self) -> Holder | None:
        """The window that types in this sitting, this one or another; None if nobody does."""
        return self._claim.holder

    @property
    def holds(self) -> bool:
        """Whether this window may type: it claimed the sitting and nobody took over since."""
        return self._claim.held

    @property
    def handed_over(self) -> bool:
        """Whether the file is as a window saved it that had lost the sitting by then.

        That is no submission: nobody sent it. It counts as one once the person says so.
        """
        name = self.state.handed_over
        return bool(name) and source_hash(workspace.read_solution(self.folder)) == name

    def versions(self) -> tuple[Version, ...]:
        """Return every version of the file that was kept, the oldest first."""
        return self.state.versions

    def version(self, number: int) -> Version:
        """Return the version with this number.

        Raises:
            WrongUseError: there is none.
        """
        return file_history.version(self.state, number)

    def source(self, version: Version) -> bytes:
        """Return the text of a version."""
        return self._log.source(version.source_hash)

    def last_green(self) -> Version:
        """Return the last version that passed every test it was run on.

        Raises:
            WrongUseError: none did.
        """
        return file_history.last_green(self.state)

    def hints_taken(self, level: int | None = None) -> tuple[Hint, ...]:
        """Return the hints of a level that were shown already.

        Raises:
            RefusedError: the mode offers none, or the level is locked.
            WrongUseError: the level has none.
        """
        return hints.taken(self.state, self.problem, level)
