"""Material: what a review is made from, read once from the store."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from harness.catalog.models import Problem
from harness.errors import WrongUseError
from harness.session import Attempt, SessionState, Sitting, read_source
from harness.session.clock import elapsed


@dataclass(frozen=True)
class Material:
    """A sitting that is over, with the sources of its submissions."""

    problem: Problem
    state: SessionState
    starter: bytes
    """The file the sitting began with."""
    sources: Mapping[int, bytes]
    """Per number of a submission, its source."""
    own_tests: bytes | None = None
    """``my_tests.py`` as it is saved now; None without one that can be read."""

    @property
    def counted(self) -> tuple[Attempt, ...]:
        """The submissions that have a verdict about the solution, in their order."""
        return tuple(attempt for attempt in self.state.submissions if attempt.counts)

    @property
    def best(self) -> Attempt | None:
        """The submission that the score comes from."""
        return self.state.best

    @property
    def ended_at(self) -> int:
        """When it ended, in milliseconds of the sitting's own time."""
        return self.state.end.at if self.state.end else self.state.seen_at

    def second(self, instant: int) -> int:
        """How many seconds the sitting's clock showed at an instant, pauses left out."""
        return elapsed(self.state, instant) // 1000

    def text(self, attempt: Attempt) -> str:
        """The source of a submission as text; bytes that are none are replaced."""
        return self.sources[attempt.number].decode("utf-8", errors="replace")


def material(sitting: Sitting) -> Material:
    """Read what a review of this sitting is made from."""
    state = sitting.state
    return Material(
        problem=sitting.problem,
        state=state,
        starter=sitting.starter,
        sources={attempt.number: sitting.submitted(attempt) for attempt in state.submissions},
        own_tests=_source(sitting.folder / "my_tests.py"),
    )


def _source(file: Path) -> bytes | None:
    try:
        return read_source(file)
    except WrongUseError:
        return None
