"""The timeline: what happened when, as data that a screen or a page can draw."""

from typing import Literal

from harness.catalog.models import Model
from harness.review.material import Material
from harness.session import Attempt
from harness.session.clock import pace

What = Literal["opened", "run", "hint", "pause", "end"]


class LevelTime(Model):
    """One level that was worked on; all times on the sitting's own clock, pauses left out."""

    level: int
    name: str
    guide: int
    """Seconds it should take."""
    spent: int
    """Seconds it was the one to work on, until it was completed or the sitting ended."""
    opened: int
    """The second at which it opened."""
    first_run: int | None
    """Seconds from then to its first submission; None without one."""
    green: int | None
    """Seconds from then until every test up to it passed; None if that did not happen."""
    runs: int


class Moment(Model):
    """One thing that happened."""

    second: int
    """On the sitting's own clock."""
    what: What
    level: int
    """The highest open level then."""
    submission: int | None = None
    passed: int | None = None
    """Tests that passed in that submission; None while it has no verdict."""
    total: int | None = None
    score: int | None = None
    """Of that submission alone."""


def level_times(material: Material) -> tuple[LevelTime, ...]:
    """The time that each open level took."""
    state = material.state
    times = []
    for plan in state.levels[state.started.first_level - 1 : state.level]:
        took = pace(state, plan.number, material.ended_at)
        assert took is not None
        opened = material.second(state.unlocked_at[plan.number - 1])
        runs = [attempt for attempt in state.submissions if attempt.level == plan.number]
        done = plan.number <= len(state.completed_at)
        times.append(
            LevelTime(
                level=plan.number,
                name=plan.name,
                guide=took.guide // 1000,
                spent=took.spent // 1000,
                opened=opened,
                first_run=material.second(runs[0].at) - opened if runs else None,
                green=took.spent // 1000 if done else None,
                runs=len(runs),
            )
        )
    return tuple(times)


def moments(material: Material) -> tuple[Moment, ...]:
    """Everything that happened until the end, in order."""
    state = material.state
    first = state.started.first_level
    found = [
        Moment(second=material.second(at), what="opened", level=level)
        for level, at in enumerate(state.unlocked_at, start=1)
        if level >= first
    ]
    found += (_run(material, attempt) for attempt in state.submissions)
    found += (
        Moment(second=material.second(hint.at), what="hint", level=hint.level)
        for hint in state.hints
        if hint.at <= material.ended_at
    )
    found += (
        Moment(
            second=material.second(pause.since),
            what="pause",
            level=max(1, sum(at <= pause.since for at in state.unlocked_at)),
        )
        for pause in state.pauses
    )
    found.append(Moment(second=material.second(material.ended_at), what="end", level=state.level))
    return tuple(sorted(found, key=lambda moment: moment.second))


def _run(material: Material, attempt: Attempt) -> Moment:
    report = attempt.report if attempt.counts else None
    return Moment(
        second=material.second(attempt.at),
        what="run",
        level=attempt.level,
        submission=attempt.number,
        passed=sum(test.accepted for test in report.tests) if report else None,
        total=len(report.tests) if report else None,
        score=attempt.score if report else None,
    )
