"""The section on concepts: what is held and what is not, and what to practise next."""

from collections.abc import Iterator, Mapping, Sequence

from harness.catalog import Problem
from harness.catalog.models import Model
from harness.review.concepts.memory import Held, memory
from harness.review.concepts.practice import Practice, suggestions
from harness.review.remark import Figure, Place, Remark
from harness.review.section import Section
from harness.review.wording import counted, listed
from harness.session import SessionState

READY_EXAMS = 3
"""So many exams in a row, each on another problem, say that a person is ready."""
READY_SHARE = 520 / 600
"""The share of the points from which a result generally advances."""
_MOST = 3
_OFTEN = 2
"""A concept that failed at the first full run of so many levels fails first."""


class Concept(Model):
    """What some tests are about, over all sittings that were looked at."""

    tag: str
    passed: int
    """Tests of it that passed in the best submission of the last sitting that had any."""
    total: int
    met: int
    """Levels, over all sittings, that were well begun and had tests of it."""
    missed: int
    """In how many of them one of these failed at the first full run."""
    due: int
    """When to practise it again, in milliseconds since the Unix epoch."""
    recall: float
    """How likely it is held now, from 0 to 1."""


class Concepts(Section):
    """What the tests were about, over all sittings, and what to practise next."""

    sittings: int = 0
    """How many were looked at."""
    concepts: tuple[Concept, ...] = ()
    """The one held least first."""
    practice: tuple[Practice, ...] = ()
    ready: bool = False
    """Whether more preparation would add little."""


def concepts(
    states: Sequence[SessionState], problems: Mapping[str, Problem], here: str, now: int
) -> Concepts:
    """Look at what is held over all sittings.

    Args:
        states: the sittings that are over.
        problems: what there is to practise with.
        here: the sitting that is reviewed.
        now: milliseconds since the Unix epoch.
    """
    held = memory(states, now)
    exams = _exams_that_say_ready(states)
    weak = _weak(held)
    latest = max(states, key=lambda state: state.started.at).started.problem if states else ""
    practice = () if exams else suggestions(weak, problems, states, latest)
    remarks = (
        _of_readiness(exams) if exams else (_of_weakness(each, practice, here) for each in weak)
    )
    return Concepts(
        remarks=tuple(remarks),
        silence="" if held else "No level was worked on far enough to say what is held.",
        sittings=len(states),
        concepts=tuple(map(_concept, held)),
        practice=practice,
        ready=bool(exams),
    )


def _weak(held: Sequence[Held]) -> list[Held]:
    """The concepts to practise; of those that fail in the very same tests only the first."""
    weak: list[Held] = []
    told: set[str] = set()
    for each in held:
        failing = {test.id for test in each.meetings[-1].failing}
        if not failing <= told or (not failing and _missed(each) >= _OFTEN):
            told |= failing
            weak.append(each)
    return weak[:_MOST]


def _missed(held: Held) -> int:
    return sum(len(meeting.missed) for meeting in held.meetings)


def _met(held: Held) -> int:
    return sum(meeting.levels for meeting in held.meetings)


def _concept(held: Held) -> Concept:
    last = held.meetings[-1]
    return Concept(
        tag=held.tag,
        passed=last.passed,
        total=last.total,
        met=_met(held),
        missed=_missed(held),
        due=held.due,
        recall=round(held.recall, 3),
    )


def _of_weakness(held: Held, practice: Sequence[Practice], here: str) -> Remark:
    last = held.meetings[-1]
    failing = last.total - last.passed
    said = []
    if failing:
        fail = "fails" if failing == 1 else "fail"
        said.append(f"{failing} of {counted(last.total, 'test')} {fail} in the best submission")
    if _missed(held) >= _OFTEN:
        said.append(f"it failed at the first full run of {_missed(held)} of {_met(held)} levels")
    chosen = next((each for each in practice if each.tag == held.tag), None)
    then = f" Practise it next: `{chosen.command}`." if chosen else ""
    return Remark(
        kind="concepts.practise",
        tone="advice",
        sentence=f"{held.tag}: {listed(said)}.{then}",
        places=tuple(dict.fromkeys(_places(held, here)))[:_MOST],
        figures=(
            Figure(name="passed", value=last.passed, unit="tests"),
            Figure(name="of", value=last.total, unit="tests"),
            Figure(name="missed at first", value=_missed(held), unit="levels"),
        ),
    )


def _places(held: Held, here: str) -> Iterator[Place]:
    for meeting in reversed(held.meetings):
        session = meeting.state.started.session
        elsewhere = "" if session == here else session
        best = meeting.state.best
        assert best is not None
        for test in meeting.failing:
            yield Place(session=elsewhere, submission=best.number, test=test.id)
        for run, test in meeting.missed:
            yield Place(session=elsewhere, submission=run.number, test=test.id)


def _exams_that_say_ready(states: Sequence[SessionState]) -> tuple[SessionState, ...]:
    """The last exams, if they are enough, on different problems, and all good enough."""
    strict = [state for state in states if not state.mode.shows_hidden_details]
    last = sorted(strict, key=lambda state: state.started.at)[-READY_EXAMS:]
    good = all(
        state.best is not None and state.best.score >= READY_SHARE * state.max_score
        for state in last
    )
    different = len({state.started.problem for state in last}) == READY_EXAMS
    return tuple(last) if good and different else ()


def _of_readiness(exams: Sequence[SessionState]) -> Iterator[Remark]:
    scores = [
        f"{state.best.score if state.best else 0} of {state.max_score} ({state.started.problem})"
        for state in exams
    ]
    yield Remark(
        kind="concepts.ready",
        tone="well",
        sentence=f"You are ready: your last {counted(len(exams), 'exam')}, each on another "
        f"problem, made {listed(scores)}. Stop preparing; more of it adds little. Rest, and go.",
        places=tuple(
            Place(session=state.started.session, submission=state.best.number)
            for state in exams
            if state.best is not None
        ),
    )
