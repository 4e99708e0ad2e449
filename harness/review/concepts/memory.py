"""Memory: how well each concept is held, from all sittings, and when it is due again."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from fsrs import Card, Rating, Scheduler

from harness.grading.report import TestResult
from harness.session import Attempt, SessionState, StoreError

_WEAK = 0.6
"""Below this share of passed tests a concept was not held at all."""
_FULL = 0.8
"""The first full run of a level is the first to pass this share of its tests: before it, methods
are not written yet, and what fails says nothing."""
_BEGUN = 0.5
"""From this share on, what a level's tests say of the best submission counts."""


@dataclass(frozen=True)
class Meeting:
    """One concept in one sitting."""

    state: SessionState
    tag: str
    failing: tuple[TestResult, ...]
    """Tests of it that the best submission failed, of the levels that were well begun."""
    total: int
    """All tests of it there."""
    missed: tuple[tuple[Attempt, TestResult], ...]
    """Per level in which it failed at the first full run, that submission and one such test."""
    levels: int
    """Levels, well begun, that asked for it."""

    @property
    def passed(self) -> int:
        """Tests of it that the best submission passed."""
        return self.total - len(self.failing)

    @property
    def rating(self) -> Rating:
        """What this meeting says of how well it is held."""
        if self.passed < _WEAK * self.total:
            return Rating.Again
        if self.passed < self.total:
            return Rating.Hard
        return Rating.Good if self.missed else Rating.Easy


@dataclass(frozen=True)
class Held:
    """One concept over all sittings."""

    tag: str
    meetings: tuple[Meeting, ...]
    """The oldest first; never none."""
    due: int
    """When to practise it again, in milliseconds since the Unix epoch."""
    recall: float
    """How likely it is held now, from 0 to 1."""


def memory(states: Sequence[SessionState], now: int) -> tuple[Held, ...]:
    """Say how each concept is held; the least first."""
    # Days, not minutes, lie between two sittings; and the same past must give the same advice.
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    met: defaultdict[str, list[Meeting]] = defaultdict(list)
    for state in sorted(states, key=lambda state: state.started.at):
        with suppress(StoreError):  # what its tests said is damaged: the others still count
            for meeting in tuple(_meetings(state)):
                met[meeting.tag].append(meeting)
    held = [_held(scheduler, tag, tuple(meetings), now) for tag, meetings in met.items()]
    return tuple(sorted(held, key=lambda each: (each.recall, each.tag)))


def full_run(state: SessionState, level: int) -> Attempt | None:
    """The first submission at a level that passed nearly all of its own tests."""
    here = (each for each in state.submissions if each.level == level and each.counts)
    return next((attempt for attempt in here if _share(attempt, level) >= _FULL), None)


def _share(attempt: Attempt, level: int) -> float:
    levels = attempt.judged.levels if attempt.judged else ()
    own = next((each for each in levels if each.level == level and each.total), None)
    return own.passed / own.total if own else 0.0


def _held(scheduler: Scheduler, tag: str, meetings: tuple[Meeting, ...], now: int) -> Held:
    card = Card(card_id=0)
    for meeting in meetings:
        state = meeting.state
        at = state.end.at if state.end else state.seen_at
        card, _ = scheduler.review_card(card, meeting.rating, _instant(at))
    return Held(
        tag=tag,
        meetings=meetings,
        due=round(card.due.timestamp() * 1000),
        recall=scheduler.get_card_retrievability(card, _instant(now)),
    )


def _meetings(state: SessionState) -> Iterator[Meeting]:
    best = state.best
    if best is None or best.report is None:
        return
    first = state.started.first_level if state.mode.one_level else 1
    levels = [plan.number for plan in state.levels if plan.number >= first]
    runs = {level: run for level in levels if (run := full_run(state, level))}
    begun = {level for level in levels if level in runs or _share(best, level) >= _BEGUN}
    tests = [test for test in best.report.tests if test.level in begun]
    for tag in sorted({tag for test in tests for tag in test.tags}):
        tagged = [test for test in tests if tag in test.tags]
        missed = []
        for level, run in runs.items():
            failing = _failing(run, level, tag)
            if failing:
                missed.append((run, failing[0]))
        yield Meeting(
            state=state,
            tag=tag,
            failing=tuple(test for test in tagged if not test.accepted),
            total=len(tagged),
            missed=tuple(missed),
            levels=len({test.level for test in tagged}),
        )


def _failing(run: Attempt, level: int, tag: str) -> list[TestResult]:
    tests = run.report.tests if run.report else ()
    return [t for t in tests if t.level == level and tag in t.tags and not t.accepted]


def _instant(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, UTC)
