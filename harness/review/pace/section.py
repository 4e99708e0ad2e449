"""The section on pace: where the time went, as data, and what there is to say of it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from harness.review.breaks import Break, accepted, breaks
from harness.review.material import Material
from harness.review.pace.stretches import Stretch, stretches
from harness.review.pace.timeline import LevelTime, Moment, level_times, moments
from harness.review.remark import Figure, Place, Remark
from harness.review.section import Section
from harness.review.wording import counted, listed, minutes
from harness.session import Attempt

_SLOW, _SLOW_SECONDS = 1.5, 5 * 60
"""A level is slow when it takes so many times its guide, and so much longer than it."""
_LOST = 5 * 60
"""Seconds of failing what had passed that are worth a word."""
_STEPS, _STEP_SECONDS, _STEPS_WITH_NEWS = 8, 5 * 60, 0.6
"""Small steps are at least so many runs, so close together, so many of which brought news."""
_MOST = 3


class Pace(Section):
    """Where the time went."""

    minutes: int = 0
    """How long the sitting was meant to be."""
    levels: tuple[LevelTime, ...] = ()
    moments: tuple[Moment, ...] = ()
    stuck_seconds: int = 0
    """Spent over submissions that brought no news."""
    lost_seconds: int = 0
    """During which some test failed that had passed before."""


def pace(material: Material) -> Pace:
    """Look at where the time went."""
    levels, stuck, broken = level_times(material), stretches(material), breaks(material)
    lost = _covered(material, broken)
    return Pace(
        remarks=(
            *_of_first_run(material, levels),
            *_of_guides(material, levels, stuck),
            *(_of_stretch(material, each) for each in stuck),
            *_of_loss(material, broken, lost),
            *_of_steps(material, broken),
            *_of_what_was_not_submitted(material),
        ),
        minutes=material.state.started.minutes,
        levels=levels,
        moments=moments(material),
        stuck_seconds=sum(each.seconds for each in stuck),
        lost_seconds=lost,
    )


def _of_first_run(material: Material, levels: Sequence[LevelTime]) -> Iterator[Remark]:
    if not material.state.submissions:
        yield Remark(
            kind="pace.never_ran",
            tone="advice",
            sentence="Nothing was submitted: run early next time, even what does nothing yet; "
            "a run costs nothing and shows what is asked.",
            places=(Place(second=material.second(material.ended_at)),),
        )
        return
    first, level = material.state.submissions[0], levels[0]
    second = material.second(first.at)
    if second > level.guide:
        yield Remark(
            kind="pace.late_first_run",
            tone="advice",
            sentence=f"The first submission came after {minutes(second)}, when level "
            f"{level.level} should be done: run early, a run costs nothing and shows what is "
            "asked.",
            places=(_at(material, first),),
            figures=(
                Figure(name="first submission", value=second, unit="seconds"),
                Figure(name="guide time", value=level.guide, unit="seconds"),
            ),
        )


def _of_guides(
    material: Material, levels: Sequence[LevelTime], stuck: Sequence[Stretch]
) -> Iterator[Remark]:
    done = [level for level in levels if level.green is not None and level.green <= level.guide]
    if done:
        numbers = listed([str(level.level) for level in done])
        yield Remark(
            kind="pace.in_time",
            tone="well",
            sentence=f"Level {numbers} passed within the guide time."
            if len(done) == 1
            else f"Levels {numbers} passed within their guide times.",
            places=tuple(
                _at(material, attempt)
                for level in done
                for attempt in material.counted
                if attempt.level == level.level and attempt.levels_passed >= level.level
            ),
            figures=tuple(
                Figure(name=f"level {level.level}", value=level.spent, unit="seconds")
                for level in done
            ),
        )
    for level in levels:
        over = level.spent - level.guide
        explained = sum(each.seconds for each in stuck if each.attempts[0].level == level.level)
        if level.spent > _SLOW * level.guide and over > _SLOW_SECONDS and 2 * explained < over:
            yield _of_slow_level(material, level)


def _of_slow_level(material: Material, level: LevelTime) -> Remark:
    runs = [attempt for attempt in material.state.submissions if attempt.level == level.level]
    places = [_at(material, attempt) for attempt in (runs[:1] + runs[1:][-1:])]
    return Remark(
        kind="pace.slow",
        tone="advice",
        sentence=f"Level {level.level} took {minutes(level.spent)}, its guide is "
        f"{minutes(level.guide)}: a simple solution that passes is worth more than a fine one "
        "too late.",
        places=tuple(places) or (Place(second=level.opened),),
        figures=(
            Figure(name="spent", value=level.spent, unit="seconds"),
            Figure(name="guide time", value=level.guide, unit="seconds"),
        ),
    )


def _of_stretch(material: Material, stretch: Stretch) -> Remark:
    first, last = stretch.attempts[0], stretch.attempts[-1]
    more = len(stretch.tests) - 1
    others = f" and {counted(more, 'other')}" if more else ""
    return Remark(
        kind="pace.stuck",
        tone="advice",
        sentence=f"For {minutes(stretch.seconds)}, submissions {first.number} to {last.number} "
        f"brought nothing new: {stretch.tests[0].partition('::')[2]}{others} failed in each. "
        "After the third such run stop changing code: write the case down as a test of your own, "
        "and read its sentence in the statement again.",
        places=(
            *(Place(submission=first.number, test=test) for test in stretch.tests[:_MOST]),
            *(_at(material, attempt) for attempt in stretch.attempts),
        ),
        figures=(
            Figure(name="without news", value=stretch.seconds, unit="seconds"),
            Figure(name="submissions", value=len(stretch.attempts)),
        ),
    )


def _of_loss(material: Material, broken: Sequence[Break], lost: int) -> Iterator[Remark]:
    told = len(broken) == 1 and broken[0].levels[0] < broken[0].attempt.level  # under growth
    if lost < _LOST or told:
        return
    numbers = listed([str(each.attempt.number) for each in broken])
    submissions = "submission" if len(broken) == 1 else "submissions"
    yield Remark(
        kind="pace.lost",
        tone="advice",
        sentence=f"For {minutes(lost)} some test failed that had passed before (broken by "
        f"{submissions} {numbers}): mend what broke before going on, or take back the last version "
        "that passed with `harness restore --last-green`.",
        places=tuple(_at(material, each.attempt) for each in broken),
        figures=(Figure(name="lost", value=lost, unit="seconds"),),
    )


def _of_steps(material: Material, broken: Sequence[Break]) -> Iterator[Remark]:
    runs = material.counted
    gaps = [
        material.second(later.at) - material.second(earlier.at) for earlier, later in pairwise(runs)
    ]
    if len(runs) < _STEPS or median(gaps) > _STEP_SECONDS or broken:
        return
    ever: frozenset[str] = frozenset()
    news = []
    for attempt in runs:
        if accepted(attempt) - ever:
            news.append(attempt)
        ever |= accepted(attempt)
    if len(news) >= _STEPS_WITH_NEWS * len(runs):
        yield Remark(
            kind="pace.small_steps",
            tone="well",
            sentence=f"You went in small steps: {len(news)} of {len(runs)} submissions brought "
            "new tests to pass, and none broke what had passed.",
            places=tuple(_at(material, attempt) for attempt in news),
            figures=(Figure(name="median time between runs", value=median(gaps), unit="seconds"),),
        )


def _of_what_was_not_submitted(material: Material) -> Iterator[Remark]:
    state = material.state
    submitted = {attempt.source_hash for attempt in state.submissions}
    last = state.submissions[-1].at if state.submissions else state.started.at
    after = [
        version
        for version in state.versions
        if last < version.at <= material.ended_at and version.source_hash not in submitted
    ]
    if after and state.submissions and not state.complete:
        yield Remark(
            kind="pace.not_submitted",
            tone="advice",
            sentence=f"What you wrote in the last {minutes(_since(material, last))} was never "
            "submitted: submit before the end, the best submission counts and a worse one costs "
            "nothing.",
            places=tuple(
                Place(file="solution.py", second=material.second(version.at)) for version in after
            ),
        )


def _since(material: Material, instant: int) -> int:
    return material.second(material.ended_at) - material.second(instant)


def _covered(material: Material, broken: Sequence[Break]) -> int:
    """Seconds during which something was broken, those of two breaks at once counted once."""
    covered = until = 0
    for each in broken:
        start = material.second(each.attempt.at)
        end = start + each.seconds
        covered += max(0, end - max(start, until))
        until = max(until, end)
    return covered


def _at(material: Material, attempt: Attempt) -> Place:
    return Place(submission=attempt.number, second=material.second(attempt.at))
