"""Practice: what to sit next, spaced by memory and never twice the same problem in a row."""

from collections.abc import Mapping, Sequence

from harness.catalog import Problem
from harness.catalog.models import Model
from harness.review.concepts.memory import Held
from harness.review.concepts.tagged import tags_by_level
from harness.session import SessionState


class Practice(Model):
    """One sitting that would train a concept."""

    tag: str
    problem: str
    level: int | None
    """The level to drill; None for the whole problem, which was never sat before."""
    command: str
    """What begins it."""


def suggestions(
    weak: Sequence[Held],
    problems: Mapping[str, Problem],
    states: Sequence[SessionState],
    latest: str,
) -> tuple[Practice, ...]:
    """Choose a sitting for each concept, another problem each time.

    A problem that was sat is drilled at a level that was open then: a drill begins with the
    reference of the level before, which would spoil a problem that is still to be met. One that
    was not is sat whole.

    Args:
        weak: the concepts to practise, the most urgent first.
        problems: what there is to sit.
        states: the sittings so far.
        latest: the problem sat last, which is chosen only when there is no other.
    """
    reached: dict[str, int] = {}
    for state in states:
        problem = state.started.problem
        reached[problem] = max(reached.get(problem, 0), state.level)
    tags = {name: tags_by_level(problem) for name, problem in problems.items()}
    chosen: list[Practice] = []
    for held in weak:
        used = {latest, *(practice.problem for practice in chosen)}
        places = [
            (name in used, name not in reached, problems[name].place, name, level)
            for name, by_level in tags.items()
            for level, about in by_level.items()
            if held.tag in about and level <= reached.get(name, len(by_level))
        ]
        if places:
            _, unmet, _, name, level = min(places)
            chosen.append(_practice(held.tag, name, None if unmet else level))
    return tuple(chosen)


def _practice(tag: str, problem: str, level: int | None) -> Practice:
    how = "practice" if level is None else f"drill --level {level}"
    command = f"harness start {problem} --mode {how}"
    return Practice(tag=tag, problem=problem, level=level, command=command)
