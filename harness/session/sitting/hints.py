"""Hints: three steps a level, shown one at a time to whoever asks, in a mode that offers them."""

from dataclasses import dataclass

from harness.catalog.models import Problem
from harness.errors import RefusedError, WrongUseError
from harness.session.events import HintTaken, SessionState
from harness.session.store import SessionLog


@dataclass(frozen=True)
class Hint:
    """One step, as Markdown."""

    level: int
    step: int
    """Counts from 1."""
    steps: int
    """How many the level has."""
    text: str


def taken(state: SessionState, problem: Problem, level: int | None = None) -> tuple[Hint, ...]:
    """Return the hints of a level that were shown already.

    Raises:
        RefusedError: the mode offers none, or the level is locked.
        WrongUseError: the level has none.
    """
    number, texts = _texts(state, problem, level)
    shown = texts[: state.hints_of(number)]
    return tuple(Hint(number, step, len(texts), text) for step, text in enumerate(shown, start=1))


def take(log: SessionLog, problem: Problem, level: int | None, at: int) -> Hint:
    """Record and return the next hint of a level, by default of the highest open one.

    Raises:
        RefusedError: the mode offers none, the level is locked, or every step was shown.
        WrongUseError: the level has none.
    """

    def next_step(state: SessionState) -> HintTaken:
        number, texts = _texts(state, problem, level)
        step = state.hints_of(number) + 1
        if step > len(texts):
            raise RefusedError(
                f"All {len(texts)} hints of level {number} were shown: "
                f"`harness hint {number} --again` repeats them."
            )
        return HintTaken(at=at, level=number, step=step)

    event = log.record(next_step).hints[-1]
    texts = problem.level(event.level).hints
    return Hint(event.level, event.step, len(texts), texts[event.step - 1])


def _texts(state: SessionState, problem: Problem, level: int | None) -> tuple[int, tuple[str, ...]]:
    if not state.mode.offers_hints:
        raise RefusedError(f"In {state.mode.name} mode there are no hints.")
    number = state.open_level if level is None else problem.level(level).number
    if number > state.open_level:
        raise RefusedError(f"Level {number} is locked: its hints open with it.")
    texts = problem.level(number).hints
    if not texts:
        raise WrongUseError(f"{problem.id} has no hints for level {number}.")
    return number, texts
